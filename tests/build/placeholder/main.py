"""What Flet starts."""

from app.main import start

start()
