"""Hostile files, pages and keys."""
