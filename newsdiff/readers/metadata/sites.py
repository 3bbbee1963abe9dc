"""The site that an address belongs to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())


def registered_name(url: str) -> str | None:
    """The name that a site is registered under: ``news.example.co.uk`` -> ``example.co.uk``."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    if not host or re.fullmatch(r"[\d.:]+", host):
        return host or None
    parts = host.split(".")
    count = 3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2 else 2
    return ".".join(parts[-count:])
