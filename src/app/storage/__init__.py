"""TinyDB documents over a durable journal, and the adapters that keep it: OPFS, OS file, memory."""
