"""Commands that bring articles into the library, and say where from."""
