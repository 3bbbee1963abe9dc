"""Saved web pages to articles: the lines a browser would show, and the metadata of the page."""
