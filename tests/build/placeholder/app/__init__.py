"""A stand-in for the app: as much of Ownway's libraries as a start has to bear, and one screen."""
