"""Words as they are searched for: in plain letters, dotted acronyms as one word."""

from __future__ import annotations

import re

from newsdiff.letters import to_ascii
from newsdiff.patterns import lazy_pattern

_ACRONYM = lazy_pattern(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?")

UNFINISHED_FROM = 3
"""Letters from which a word may be unfinished: two letters match too many words."""


def searchable(text: str) -> str:
    """A folded copy: "Zełenski" -> "Zelenski", "U.S." -> "US"; without what no database can keep."""
    plain = text if text.isascii() else to_ascii(text.encode("utf-8", "replace").decode("utf-8"))
    return _ACRONYM.sub(lambda match: match.group().replace(".", ""), plain).replace("\0", " ")


def typed_words(words: str) -> tuple[list[str], bool]:
    """Words typed by a person, in plain letters; whether the last may be unfinished."""
    found = re.findall(r"[A-Za-z0-9]+", searchable(words))
    return found, bool(found) and len(found[-1]) >= UNFINISHED_FROM
