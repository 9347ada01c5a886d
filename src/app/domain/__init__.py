"""What learning is: frozen models and pure rules."""
