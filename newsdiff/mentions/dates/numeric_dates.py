"""Dates in figures alone: which number is the day and which the month.

Dots mean day first wherever they are used. With slashes both orders are in use: the order is known where a
number is above twelve, where a weekday stands before, where another date of the article shows it, or where
the country of the outlet writes them so. Else it is unknown.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from newsdiff.calendar.bounds import day_or_none
from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern

_SLASHED = lazy_pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?![\d/])")
_MONTH_FIRST = frozenset("united states|usa|us|u.s.|america|united states of america|philippines".split("|"))
_BOTH_WAYS = frozenset(("canada",))
_MONTH_FIRST_HOSTS = frozenset(("us", "gov", "mil", "edu", "ph"))
_LETTERS_OF_A_COUNTRY = 2
_NO_COUNTRY = frozenset("co io tv me ai fm ly to cc ws eu ca".split())
"""Ends of addresses that are sold all over the world, and Canada's, where both orders are written."""


def day_first_in(article: Article) -> bool | None:
    """Whether the article writes the day before the month in "03/05/2026"; None where nothing shows it."""
    if "/" not in article.text:
        return None
    shown = {
        int(first) > 12
        for first, second in _SLASHED.findall(article.text)
        if (int(first) > 12) != (int(second) > 12)
    }
    if shown:
        return shown.pop() if len(shown) == 1 else None
    if article.country:
        country = article.country.strip().lower()
        return None if country in _BOTH_WAYS else country not in _MONTH_FIRST
    return _day_first_at(article.url)


def _day_first_at(address: str | None) -> bool | None:
    """What the end of an address says ("bbc.co.uk"); None for those of no country."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return None
    end = host.rpartition(".")[2]
    if end in _MONTH_FIRST_HOSTS:
        return False
    return True if len(end) == _LETTERS_OF_A_COUNTRY and end not in _NO_COUNTRY else None


def read_numeric(
    year: int, first: int, second: int, *, dots: bool, weekday: int | None, day_first: bool | None
) -> date | None:
    """The day that two numbers and a year mean; None where it is no day or either order may be meant.

    `weekday` is the one that stands before, from 0 for Monday.
    """
    written = [(second, first)] if dots else [(second, first), (first, second)]
    days = [day for month, number in written if (day := day_or_none(year, month, number))]
    if len(set(days)) == 1:
        return days[0]
    if len(days) != len(written) or not days:
        return None
    if weekday is not None:
        fitting = [day for day in days if day.weekday() == weekday]
        return fitting[0] if len(fitting) == 1 else None
    return None if day_first is None else days[0 if day_first else 1]
