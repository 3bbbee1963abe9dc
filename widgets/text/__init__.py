"""Text on a terminal: wrapping, cells, harmless characters."""
