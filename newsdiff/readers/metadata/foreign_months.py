"""Days as pages in other languages print them above an article, put into English: 3. Dezember 2025."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.patterns import lazy_pattern

_ENGLISH: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS: Final = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
_NUMBER: Final = {name: month for names in _MONTHS for month, name in enumerate(names.split())}
_DAY: Final = lazy_pattern(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|º)? (?:de )?(?P<month>[^\W\d_]{3,12})(?: de)? (?P<year>\d{4})"
    r"(?: года| р\.)?(?!\d)"
)
_CJK: Final = lazy_pattern(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")


def days_in_english(stamp: str) -> str:
    """The line with such days as "3 Dec 2025"; everything else as it is."""
    if not any(char.isdigit() for char in stamp):
        return stamp
    return _CJK.sub(_in_digits, _DAY.sub(_in_english, stamp))


def _in_digits(match: re.Match[str]) -> str:
    return f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"


def _in_english(match: re.Match[str]) -> str:
    month = _NUMBER.get(match["month"].lower())
    return match.group() if month is None else f"{match['day']} {_ENGLISH[month]} {match['year']}"
