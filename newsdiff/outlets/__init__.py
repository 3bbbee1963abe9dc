"""News outlets of the world by their addresses, and the countries they sit in.

The table (`data/outlets.tsv`) gives the seat of an outlet, not what it reports on. A reader's own
``outlets.tsv``, in the folder of the settings, adds to it and overrides it.
"""

from newsdiff.outlets.countries import REGIONS, countries, country_called, country_of
from newsdiff.outlets.seats import country_of_ending
from newsdiff.outlets.table import Outlet, outlet_table

__all__ = [
    "REGIONS",
    "Outlet",
    "countries",
    "country_called",
    "country_of",
    "country_of_ending",
    "outlet_table",
]
