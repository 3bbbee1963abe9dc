"""How long a server asks us to wait, from its headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 7 * 86_400.0
"""Seconds. A server that asks for more has made a mistake, or the clock here has."""


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds of a ``Retry-After`` (a number or a date), None where there is none that can be read."""
    return _seconds(headers.get("retry-after", ""), now)


def fresh_for(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds for which the answer is said to stay as it is; None where the server does not say."""
    control = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", control):
        return 0.0
    if found := re.search(r"\bmax-age\s*=\s*\"?(\d{1,12})", control):
        return min(float(found[1]), LONGEST_WAIT)
    return _seconds(headers.get("expires", ""), now)


def _seconds(value: str, now: datetime) -> float | None:
    value = value.strip()
    if re.fullmatch(r"\d{1,12}", value):
        return min(float(value), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return min(max((moment - now).total_seconds(), 0.0), LONGEST_WAIT)
    except (ValueError, TypeError, OverflowError):
        return None
