"""The screens of the world's news: countries, and what the outlets of a home do not report."""
