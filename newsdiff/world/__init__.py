"""The world's news by country: what is reported where, and what the outlets of a home do not report."""
