"""Articles, titles and addresses that an earlier version stored with broken letters are made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts.articles import article_of, replace_text

if TYPE_CHECKING:
    from newsdiff.model import Article

LEAST_BROKEN: Final = 2
"""Broken letters from which a text is certain to be broken, where no letter like them is whole: one alone may
be an example of just that."""

_BYTE_OF: Final = {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
_NEXT: Final = f"[\\x80-\\xbf{''.join(map(re.escape, _BYTE_OF))}]"
_BROKEN: Final = re.compile(rf"[Â-ß]{_NEXT}|[à-ï]{_NEXT}{{2}}|[ð-ô]{_NEXT}{{3}}")
_HIGH: Final = re.compile(r"[\x80-\xff]")

REMARK = "an earlier version stored some of its letters garbled; they were repaired"
_MARKS = ("%Ã%", "%Â%", "%â€%", "%â\x80%", "%Ð%", "%Ñ%", "%Î%", "%Ï%", "%Ø%", "%Ù%", "%à¤%", "%ã%", "%å%")
"""One of these stands in every text with broken letters worth looking at."""


def mend_broken_letters(store: Store) -> None:
    """Give every current article whose letters are broken beyond doubt a newer text, inside `writing`.

    The text as it was stays as the older version; notes move to the newer one. Feeds' titles are mended too.
    """
    likely = " OR ".join(["text LIKE ? OR title LIKE ?"] * len(_MARKS))
    rows = store.rows(
        f"SELECT number, event FROM articles JOIN texts USING (sha256) WHERE current = 1 AND ({likely})",
        [mark for mark in _MARKS for _ in range(2)],
    )
    for number, event in rows:
        old = article_of(store, number)
        if is_certain((old.text, old.title or "", old.byline or "")):
            replace_text(store, event, old, _whole(old))
            store.changed("event", event, event)
    for url, title in store.rows("SELECT url, title FROM feeds"):
        said = codec.decode_text(title)
        if is_certain((said, said)):  # one letter is enough: a feed's title is no text about letters
            store.run("UPDATE feeds SET title = ? WHERE url = ?", (codec.encode_text(mended(said)[0]), url))


def _whole(old: Article) -> Article:
    text, places = mended(old.text)
    blocks = tuple(replace(one, start=places[one.start], end=places[one.end]) for one in old.blocks)
    return replace(
        old,
        text=text,
        blocks=blocks,
        title=old.title and mended(old.title)[0],
        byline=old.byline and mended(old.byline)[0],
        url=old.url and _whole_address(old.url),
        remarks=(*old.remarks, REMARK),
    )


def _whole_address(url: str) -> str:
    """The address as the outlet wrote it: its broken letters stand there as they are, or quoted."""
    parts = urlsplit(url)
    path = mended(unquote(parts.path))[0]
    return url if path == unquote(parts.path) else urlunsplit(parts._replace(path=quote(path)))


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
