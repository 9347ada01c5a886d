"""Flet components, one file a screen."""
