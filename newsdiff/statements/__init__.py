"""Statements: sentences of several articles that report the same thing, with their words aligned."""
