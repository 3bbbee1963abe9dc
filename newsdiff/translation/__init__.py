"""Translating articles with a program of the reader's own: any that reads text and writes English."""
