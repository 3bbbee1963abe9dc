"""Lower case as patterns that ignore case see it."""

from __future__ import annotations

_LIKE_OTHERS = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\N{KELVIN SIGN}": "k"})


def lower_like_regex(text: str) -> str:
    """`text` in small letters, so that what a pattern with `re.IGNORECASE` found is found in a table, too.

    To such a pattern "Tueſday" and "Frıday" are days; `str.lower` leaves these letters as they are.
    """
    return text.translate(_LIKE_OTHERS).lower()
