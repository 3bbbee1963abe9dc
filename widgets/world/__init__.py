"""The map of the world and the list of its countries."""
