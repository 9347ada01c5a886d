"""TinyDB documents over a durable journal, and the files that hold both."""
