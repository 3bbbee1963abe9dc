"""The names of the authors in a byline."""

from __future__ import annotations

import re

from newsdiff.patterns import lazy_pattern

LONGEST = 200
"""Code points of a byline; a longer one is a text about the writer."""

_BY = lazy_pattern(
    r"^(?:(?:written|words|story|text|report|reporting|posted|published|compiled)\s)?by:?\s+|^(?:von|par|por|di|door|av|af)\s+(?=\S)"
    r"|^(?:author|autor|auteur|autore|text|texto|texte|testo|tekst|words|reporting)e?s?\s?:\s*",
    re.IGNORECASE,
)
_ROLE = lazy_pattern(
    r"(?:,|\s[-–—|·•]|\()\s*[^,|]*\b(?:editor|correspondent|reporter|writer|columnist|journalist|staff|chief|bureau|desk"
    r"|agency|news|producer|redakteur(?:in)?|korrespondent(?:in)?)\b.*$",
    re.IGNORECASE,
)
_NEXT_AUTHOR = (
    r"\s(?:and|und|et|y|e|en|og|och|&)\s[A-ZÀ-Þ]\S+\s[A-ZÀ-Þ]"
    r"|,\s[A-ZÀ-Þ]\S+\s[A-ZÀ-Þ]\S+\s(?:in|at|for|and)\s"
)
_PLACE = lazy_pattern(
    rf"(?<=\w)(?:\s(?:in|at|for)\s(?:the\s)?[A-ZÀ-Þ].*?(?={_NEXT_AUTHOR}|$)"
    r"|,\s(?:the\s)?(?:AP|AFP|PA|UPI|[A-Z]\w+ Press|Reuters)$)"
)
"""Where they wrote it, and for whom, up to the next author."""
_NO_NAME = lazy_pattern(r"https?://|www\.|^@|^\W*\d+\W*$|\.[a-z]{2,5}$|@\w+\.")
_EDGE = " ,;:.|·•-–—/()[]"


def names_of(byline: str, site: str | None = None) -> str:
    """The names in a byline, without "By", an office, or the `site` behind them; empty without any."""
    text = byline.strip(_EDGE)
    for _ in range(2):
        text = _BY.sub("", text).strip(_EDGE)
    if site:
        text = re.sub(rf"(?:\s*[|,·•/(-]+\s*|\s+for\s+){re.escape(site)}\)?$", "", text, flags=re.IGNORECASE)
    text = _PLACE.sub("", _ROLE.sub("", text)).strip(_EDGE)
    return "" if _NO_NAME.search(text) or len(text) > LONGEST else text
