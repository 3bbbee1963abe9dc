"""Saved comparisons on their way from one library to another."""
