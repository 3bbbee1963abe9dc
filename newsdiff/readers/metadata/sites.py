"""What an address says of its page: the site it belongs to, and whether it is a search."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, urlsplit

_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())
_SEARCH_PAGE: Final = re.compile(
    r"(?:search|suche|recherche|buscar|busca|buscador|ricerca|zoeken|sok|szukaj)(?:[-_]?(?:results?|page))?"
)
"""The name of a search page, in languages of the press."""
_INDEX: Final = re.compile(r"index|default|dispatcher")
"""What stands behind the name of a page in its path and names none itself."""
_DATE: Final = re.compile(r"(?:19|20)\d\d(?:[-_]?\d\d?){0,2}")
_SOUGHT: Final = re.compile(r"q|s|k|query|keywords?|phrase|(?:search|such)[a-z_]*")
"""Names of the fields of a form that hold what is looked for."""
_SOUGHT_AT_HOME: Final = re.compile(r"q|s|query|search")
"""The same on the home page, where many a site shows an article by a field of some other name."""


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


def is_search(url: str) -> bool:
    """Whether an address is that of the results of a search: words are looked for in it, and its page is
    called so, or is the home page. No article stands there. One may at ``/?q=node/12``, with a path in place
    of words, at ``/?p=12&s=20``, with a number, and at ``/2026/12/01/search.html``."""
    try:
        parts = urlsplit(url)
        fields = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return False
    path = [part.partition(".")[0].casefold() for part in parts.path.split("/") if part]
    if path and _INDEX.fullmatch(path[-1]):
        del path[-1]
    if path and (not _SEARCH_PAGE.fullmatch(path[-1]) or any(map(_DATE.fullmatch, path))):
        return False
    names, words = (_SOUGHT, r"[^/]*\S[^/]*") if path else (_SOUGHT_AT_HOME, r"[^/]*[^\W\d_][^/]*")
    return any(names.fullmatch(name.casefold()) and re.fullmatch(words, value) for name, value in fields)
