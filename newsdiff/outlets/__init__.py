"""News outlets of the world by their addresses, and the countries they sit in.

The table (`data/outlets.tsv`) gives the seat of an outlet, not what it reports on. A reader's own
``outlets.tsv``, in the folder of the settings, adds to it and overrides it.
"""
