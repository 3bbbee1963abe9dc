"""What an address says of its page: the site it belongs to, and whether it is a search."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, urlsplit

_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())
_SEARCHES: Final = frozenset("search suche recherche buscar busca buscador ricerca zoeken sok szukaj".split())
"""Parts of the paths of search pages, in languages of the press."""
_SOUGHT: Final = re.compile(r"q|s|query|text|terms?|keys?|keywords?|words?|phrase|(?:search|such)[a-z_]*")
"""Names of the fields of a form that hold what is looked for."""


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
    """Whether an address is that of the results of a search: words are looked for in it, and a part of its
    path is called so, or it is the home page. No article stands there; at ``/?q=node/12``, with a path in
    place of words, one may."""
    try:
        parts = urlsplit(url)
        fields = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return False
    path = [part.partition(".")[0].casefold() for part in parts.path.split("/") if part]
    looked_for = any(
        _SOUGHT.fullmatch(name.casefold()) and words.strip() and "/" not in words for name, words in fields
    )
    return looked_for and (not path or not _SEARCHES.isdisjoint(path))
