"""Sentences for what the rules say in codes and facts. Names go in after translation."""
