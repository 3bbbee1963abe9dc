"""Moving about: views, rows and sources, search, the card and the compare strip."""
