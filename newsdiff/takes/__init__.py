"""Takes: groups of articles on one event that put the same first."""
