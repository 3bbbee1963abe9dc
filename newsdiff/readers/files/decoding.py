"""A file's bytes, and the text in them: UTF-8, else a declared encoding, else a detected one, which a remark
names."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.errors import UnreadableArticleError

MOST_BYTES = 20_000_000
"""Largest file that is read. The longest newspaper article is under 200 kB; a dump of a whole site is not
one article, and reading it would only waste the reader's time."""

MOST_LINE_BREAKS = 500_000
"""Most line breaks of a text that is read: a file with more is a table or a log, and one block for each line
would take too long."""


def read_bytes(path: Path, source: str) -> bytes:
    """The content of a regular file. Raises UnreadableArticleError with the remedy."""
    try:
        size = _size(path, source)
        if size > MOST_BYTES:
            raise too_large_error(source, size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableArticleError(source, "there is no such file", "check the name") from None
    except PermissionError:
        raise UnreadableArticleError(
            source, "is not readable", "give yourself read permission (chmod u+r)"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticleError(
            source, f"cannot be read ({reason})", "check the name and the disk"
        ) from None
    if len(data) > MOST_BYTES:
        raise too_large_error(source, len(data))
    return data


def _size(path: Path, source: str) -> int:
    """Bytes of a regular file; a pipe or a device could block for ever and is refused."""
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableArticleError(source, "is a folder, not an article", "name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableArticleError(source, "is not a regular file", "save the article to a .txt file first")
    return status.st_size


def too_large_error(source: str, size: int) -> UnreadableArticleError:
    """The error for so many bytes."""
    return UnreadableArticleError(
        source,
        f"has {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB of the longest article read",
        "cut it down to the one article",
    )


def check_lines(text: str, source: str) -> None:
    """Refuse a text with too many lines for an article. Raises UnreadableArticleError."""
    breaks = text.count("\n") + text.count("\r")
    if breaks > MOST_LINE_BREAKS:
        raise UnreadableArticleError(
            source, f"has {breaks:,} lines; it is not an article", "cut it down to one article"
        )


SAMPLE_BYTES = 64_000
"""How much of a file is looked at to distinguish text from binary data and to detect an encoding. More does
not change the answer on real pages and detection grows with it."""

MOST_CONTROL_CHARACTERS = 0.02
"""Share of control characters above which decoded bytes are binary data. Real pages have none or a stray one;
compressed or compiled data has more than one in ten."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 first: its little-endian mark begins with that of UTF-16."""

_DECLARED = re.compile(rb"""(?i)\b(?:charset|encoding|coding)\s*[=:]\s*["']?([a-z0-9_.:-]{3,20})""")
_NEVER_DECLARED = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw-unicode", "undefined")
"""Encodings that cannot be declared in ASCII letters, and codecs that only Python has."""

_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
_NOT_WESTERN = lazy_pattern(
    r"[A-Za-z][\xa1\xa4\xa6\xa8\xac\xaf\xb1\xb3\xb6\xb8\xb9\xbc-\xbf]|[\xb3\xb6\xb9\xbc\xbe][A-Za-z]|[À-ÿ]{3}"
)
"""Signs within words, or three accented letters in a row, show another encoding read as Windows-1252."""

RIGHT_PER_DAMAGED = 4
"""Undamaged characters beyond ASCII for each damaged one that speak for UTF-8. In Windows-1252 read as UTF-8
next to none come out right."""

_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"{\\rtf",
)


class Decoded(NamedTuple):
    """A file's text and, unless it was plain UTF-8, a remark on how it was read."""

    text: str
    remark: str | None = None


def decode(data: bytes, source: str) -> Decoded:
    """The text in `data`, exactly: line ends and a UTF-8 byte order mark stay where they are.

    Raises UnreadableArticleError when the bytes are not text.
    """
    if data.startswith(_SIGNATURES):
        raise _binary(source)
    ways = (_as_marked, _as_wide, _as_utf8, _as_damaged_utf8, _as_declared, _as_western, _as_detected)
    decoded = next((decoded for way in ways if (decoded := way(data)) is not None), None)
    if decoded is None or _is_binary(decoded.text):
        raise _binary(source)
    return decoded


def _binary(source: str) -> UnreadableArticleError:
    remedy = "save the article as plain text (.txt) in UTF-8"
    return UnreadableArticleError(source, "is not a text file", remedy)


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE_BYTES]
    return _controls_in(sample.encode("utf-8", "replace")) > MOST_CONTROL_CHARACTERS * len(sample)


def _controls_in(data: bytes) -> int:
    """How many control characters stand in an encoding that writes them as ASCII does."""
    return len(data) - len(data.translate(None, _CONTROLS))


def _as_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    return None


def _as_wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every other byte of a text in Latin letters is zero."""
    if len(data) % 2 == 0:
        for zeros, encoding in ((data[1:SAMPLE_BYTES:2], "utf-16-le"), (data[0:SAMPLE_BYTES:2], "utf-16-be")):
            if zeros and zeros.count(0) > 0.9 * len(zeros):
                return _decoded(data, encoding)
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 that was cut or garbled in a few places: most of what is not ASCII must still be right."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    right = sum(not char.isascii() for char in text) - damaged if not text.isascii() else 0
    if right < RIGHT_PER_DAMAGED * damaged:
        return None
    return Decoded(
        text, f"decoded as UTF-8 with {damaged} damaged character{'s' * (damaged > 1)} shown as \ufffd"
    )


def _as_declared(data: bytes) -> Decoded | None:
    declared = _DECLARED.search(data[:SAMPLE_BYTES])
    if declared is None:
        return None
    encoding = declared.group(1).decode("ascii").lower().replace("_", "-")
    return None if encoding.startswith(_NEVER_DECLARED) else _decoded(data, encoding)


def _as_western(data: bytes) -> Decoded | None:
    """Windows-1252, by far the commonest after UTF-8, when its odd signs stand where odd signs may stand.

    Statistical detection needs many accented letters and guesses wildly at the few of an English text.
    """
    decoded = _decoded(data, "windows-1252")
    if decoded is None or _NOT_WESTERN.search(decoded.text[:SAMPLE_BYTES]):
        return None
    return decoded


def _as_detected(data: bytes) -> Decoded | None:
    if _controls_in(data[:SAMPLE_BYTES]) > MOST_CONTROL_CHARACTERS * SAMPLE_BYTES:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return _decoded(data, best.encoding) if best else None


def _decoded(data: bytes, encoding: str) -> Decoded | None:
    """The text with a remark; None when the encoding is unknown, no text encoding, or does not fit."""
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except (LookupError, UnicodeError):
        return None
    return Decoded(text, f"decoded as {_familiar(name)}")


def _familiar(codec: str) -> str:
    """The usual name of an encoding."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", codec)
