"""A second opinion: a program of the reader's own judges the places that newsdiff finds worth a look."""
