"""Bringing articles into the library: from files, pages and feeds to events, with a summary."""
