"""Article text as the panes show it: harmless and on one line, code point for code point."""

from __future__ import annotations

import re

from newsdiff.sanitize import sanitize as without_dangers
from newsdiff.sanitize import without_word_breaks
from newsdiff.shortened import cut

_PLAIN = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u2013-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Nearly all of a Western article; checking for it is ten times cheaper than translating."""
_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))


def harmless(text: str) -> str:
    """`text` with every line break and tab shown as a blank and every dangerous code point as a picture.

    The length stays the same, so an offset into the shown text is an offset into the article.
    """
    return text if _PLAIN.fullmatch(text) else without_dangers(text.translate(_BLANKS))


def short(text: str, limit: int) -> str:
    """`text` harmless, runs of blanks made one, cut to `limit` code points with an ellipsis."""
    words = " ".join(harmless(without_word_breaks(text[: limit * 4 + 200])).split())
    return cut(words, limit)
