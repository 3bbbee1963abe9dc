"""Entries of a feed that stand there letter by letter as when they were taken: they are not read again.

A feed is sent whole whenever it has something new, and reading forty entries costs more than reading the
article of the new one does. So those that are known are cut out before the feed is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Set as AbstractSet

_BEGIN = re.compile(r"<(item|entry)(?=[\s>])")
_NESTING = (("<!--", "-->"), ("<![CDATA[", "]]>"))
"""What may hold the mark of an end that is none."""


def without_known(
    text: str, base: str, known: AbstractSet[str], most: int
) -> tuple[str, list[tuple[str, ...]]]:
    """A feed from the address `base` without its known entries, and the keys of each that is left.

    A key is a hash of the entry as it is written. An entry whose end is not sure has none and is left; a feed
    of more than `most` entries, or one that declares entities, which may change alone, stays whole.
    """
    if "<!entity" in text.lower():
        return text, []
    kept: list[str] = []
    keys: list[tuple[str, ...]] = []
    at = found = 0
    while (begin := _BEGIN.search(text, at)) is not None:
        end = text.find(f"</{begin[1]}>", begin.end())
        if end < 0:
            break
        entry = text[begin.start() : end]
        is_sure = all(entry.count(opening) == entry.count(ending) for opening, ending in _NESTING)
        key = hashlib.sha256(f"{base}\0{entry}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        kept.append(text[at : begin.start()])
        at = end + len(begin[0]) + 2
        found += 1
        if not is_sure or key not in known:
            kept.append(text[begin.start() : at])
            keys.append((key,) if is_sure else ())
    if found > most:
        return text, []
    return "".join((*kept, text[at:])), keys
