"""Commands about the events that are in the library."""
