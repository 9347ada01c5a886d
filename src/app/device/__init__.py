"""The browser and the operating system behind the services' ports."""
