"""Entries of a feed that stand there letter by letter as when they were taken: they are not read again.

A feed is sent whole whenever it has something new, and reading forty entries costs more than reading the
article of the new one does. So those that are known are cut out before the feed is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Set as AbstractSet

_BEGIN = re.compile(r"<(item|entry)(?=[\s>])")
_BASE = re.compile(r"""\bbase\s*=\s*("[^"]*"|'[^']*')""")
"""The address that relative ones of a feed start from, as ``xml:base`` gives it."""
_HIDING = (("<!--", "-->"), ("<![CDATA[", "]]>"))
"""What may hold marks of entries that are none."""


def without_known(
    text: str, base: str, known: AbstractSet[str], most: int
) -> tuple[str, list[tuple[str, ...]]]:
    """A feed from the address `base` without its known entries, and the keys of each that is left.

    A key is a hash of the entry as it is written and of the addresses it stands under. A feed stays whole and
    has no keys where it is not sure which entries it has: a comment or CDATA section may hold a mark of one,
    the last has no end, there are more than `most`, or it declares entities, which may change alone.
    """
    if "<!entity" in text.lower():
        return text, []
    kept: list[str] = []
    keys: list[tuple[str, ...]] = []
    at = found = 0
    while (begin := _BEGIN.search(text, at)) is not None:
        end = text.find(f"</{begin[1]}>", begin.end())
        found += 1
        if end < 0 or found > most or _is_hidden(text, at, begin.start()) or _is_hidden(text, at, end):
            return text, []
        base = "\0".join((base, *_BASE.findall(text, at, begin.start())))
        entry = f"{base}\0{text[begin.start() : end]}"
        key = hashlib.sha256(entry.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        kept.append(text[at : begin.start()])
        at = end + len(begin[0]) + 2
        if key not in known:
            kept.append(text[begin.start() : at])
            keys.append((key,))
    return "".join((*kept, text[at:])), keys


def _is_hidden(text: str, start: int, end: int) -> bool:
    """Whether what stands at `end` may be part of a comment or CDATA section begun behind `start`."""
    return any(
        text.rfind(opening, start, end) > text.rfind(ending, start, end) for opening, ending in _HIDING
    )
