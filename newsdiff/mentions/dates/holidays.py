"""Days that have a name, seasons, and the ordinals that stand with parts of the year."""

from __future__ import annotations

from datetime import date, timedelta

ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Season -> the month it begins in, on the northern half of the earth."""

_FIXED = {
    "new year's day": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31), "new years eve": (12, 31),
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
    "halloween": (10, 31),
    "fourth of july": (7, 4), "independence day": (7, 4), "bastille day": (7, 14), "veterans day": (11, 11),
    "armistice day": (11, 11), "april fools' day": (4, 1), "april fool's day": (4, 1), "may day": (5, 1),
    "juneteenth": (6, 19), "cinco de mayo": (5, 5), "groundhog day": (2, 2), "australia day": (1, 26),
    "canada day": (7, 1), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
}  # fmt: skip
_NTH_WEEKDAY = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "martin luther king jr. day": (1, 0, 3), "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3), "mother's day": (5, 6, 2), "father's day": (6, 6, 3),
}  # fmt: skip
"""Month, weekday and which one of the month, as in the United States."""
_FROM_EASTER = {
    "easter sunday": 0, "easter monday": 1, "good friday": -2, "easter": 0, "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3, "mardi gras": -47, "pentecost": 49,
}  # fmt: skip
HOLIDAYS = (*_FIXED, *_NTH_WEEKDAY, *_FROM_EASTER, "black friday", "cyber monday", "memorial day")


def holiday(name: str, year: int) -> date:
    """The day that a holiday of `HOLIDAYS` falls on in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(_FROM_EASTER[name])
    if name == "memorial day":
        last = date(year, 5, 31)
        return last - timedelta(last.weekday())
    if name in ("black friday", "cyber monday"):
        return _nth(year, 11, 3, 4) + timedelta(1 if name == "black friday" else 4)
    return _nth(year, *_NTH_WEEKDAY[name])


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    d, e = divmod(century, 4)
    g = (8 * century + 13) // 25
    h = (19 * golden + century - d - g + 15) % 30
    i, k = divmod(rest, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (golden + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    day = (h + weekday - 7 * m + 33 * month + 19) % 32
    return date(year, month, day)
