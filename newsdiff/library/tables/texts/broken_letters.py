"""Letters that an earlier version stored broken: UTF-8 that was read as Latin-1 or Windows-1252 ("cafÃ©")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LEAST_BROKEN: Final = 2
"""Broken letters from which a text is certain to be broken, where no letter like them is whole: one alone may
be an example of just that."""

_BYTE_OF: Final = {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
_NEXT: Final = f"[\\x80-\\xbf{''.join(map(re.escape, _BYTE_OF))}]"
_BROKEN: Final = re.compile(rf"[Â-ß]{_NEXT}|[à-ï]{_NEXT}{{2}}|[ð-ô]{_NEXT}{{3}}")
_HIGH: Final = re.compile(r"[\x80-\xff]")


def is_certain(texts: Sequence[str]) -> bool:
    """Whether the texts of one article are broken beyond doubt: several letters are, and none is whole."""
    broken = whole = 0
    for text in texts:
        left, start = [], 0
        for match in _BROKEN.finditer(text):
            if _letter(match.group()) is not None:
                broken += 1
                left.append(text[start : match.start()])
                start = match.end()
        whole += sum(len(_HIGH.findall(part)) for part in (*left, text[start:]))
    return broken >= LEAST_BROKEN and not whole


def mended(text: str) -> tuple[str, list[int]]:
    """The text with its broken letters whole, and the offset in it of every old offset, the end included."""
    parts, places, length, start = list[str](), list[int](), 0, 0
    for match in _BROKEN.finditer(text):
        letter = _letter(match.group())
        if letter is None:
            continue
        before = text[start : match.start()]
        parts += [before, letter]
        places += [*range(length, length + len(before)), *[length + len(before)] * len(match.group())]
        length += len(before) + len(letter)
        start = match.end()
    rest = text[start:]
    return "".join((*parts, rest)), [*places, *range(length, length + len(rest) + 1)]


def _letter(broken: str) -> str | None:
    try:
        return bytes(_BYTE_OF.get(char, ord(char)) for char in broken).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return None
