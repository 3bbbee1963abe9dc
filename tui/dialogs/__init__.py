"""Windows on top of a screen that ask for one thing."""
