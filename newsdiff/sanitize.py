"""Text from strangers made harmless for a terminal, without moving a single offset.

Article text may hold terminal escapes, other control characters and bidirectional overrides. Each
such code point is replaced by exactly one visible code point, so that offsets into the shown text
are offsets into the original. Marks of where a word may break (the zero-width space, the soft hyphen and
the like) are no damage: they are replaced by one code point that is never seen.
"""

from __future__ import annotations

_REPLACEMENT = "�"
_KEPT = frozenset("\n\t")
_BIDI_AND_INVISIBLE = (
    *range(0x200B, 0x2010),  # zero-width characters and direction marks, but see _JOINERS
    *range(0x2028, 0x202F),  # line and paragraph separators, embeddings and overrides
    *range(0x2060, 0x2070),  # invisible operators and isolates
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),  # tag characters
)
_WORD_BREAKS = (0x00AD, 0x200B, 0x2060, 0xFEFF)
_UNSEEN = "\u200c"
"""Zero cells wide for every terminal, unlike the soft hyphen, and the same for all that measures a text."""
_JOINERS = (0x200C, 0x200D)  # needed by Persian, Indic scripts and emoji; they cannot harm


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}
    table[0x7F] = "␡"
    table |= dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    table |= dict.fromkeys(_BIDI_AND_INVISIBLE, _REPLACEMENT)
    table |= dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)
    for joiner in _JOINERS:
        del table[joiner]
    return table | dict.fromkeys(_WORD_BREAKS, _UNSEEN)


_TABLE = _table()
_NO_WORD_BREAKS = dict.fromkeys(_WORD_BREAKS)


def sanitize(text: str) -> str:
    """`text` with every dangerous code point shown as one visible one; line breaks and tabs stay."""
    return text.translate(_TABLE)


def without_word_breaks(text: str) -> str:
    """`text` without the marks of where a word may break, for what keeps no offsets."""
    return text.translate(_NO_WORD_BREAKS)


def one_line(text: str) -> str:
    """`text` harmless and on one line, for messages and titles; runs of blanks become one blank."""
    return sanitize(" ".join(without_word_breaks(text).split()))
