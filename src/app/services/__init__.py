"""What a person does: use cases, and the ports through which they reach the outside world."""
