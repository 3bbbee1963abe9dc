"""Zones of clock times: what their letters mean."""

from __future__ import annotations

from typing import Final

UTC_OFFSETS: Final = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
    "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "est": -5, "edt": -4, "cdt": -5, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
"""Hours from UTC of the letters that mean one zone to newspapers. CST, IST and MST mean several, and ET, CT
and PT change with the season: their times are kept without a zone."""

ZONE_GROUPS: Final = {
    "local time": "local", "est": "ET", "edt": "ET", "et": "ET", "pst": "PT", "pdt": "PT", "pt": "PT",
    "cst": "CT",
    "cdt": "CT", "ct": "CT", "mst": "MT", "mdt": "MT", "mt": "MT", "eastern": "ET", "central": "CT",
    "mountain": "MT",
    "pacific": "PT", "utc": "GMT",
}  # fmt: skip
"""Zone in lower case -> the group in which clock times are compared, whatever the season."""
ZONES_OF_24_HOURS: Final = frozenset({"GMT", "BST", "CET", "CEST", "MSK", "IST"})
"""Zones of countries that count 24 hours: there "5:30" is a time in the morning."""
