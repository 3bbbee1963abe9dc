"""The table of keys: what each does, how it is searched and changed."""
