"""Every article in its own order, and one article with margin notes."""
