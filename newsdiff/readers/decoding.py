"""Bytes to text: UTF-8, else a declared encoding, else a detected one, and then it is said so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from newsdiff.readers.errors import UnreadableArticleError

SAMPLE_BYTES = 64_000
"""How much of a file is looked at to tell text from binary data and to detect an encoding. More does not
change the answer on real pages and detection grows with it."""

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
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
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


@dataclass(frozen=True)
class Decoded:
    """A file's text and, unless it was plain UTF-8, a remark on how it was read."""

    text: str
    remark: str | None = None


def decode(data: bytes, source: str) -> Decoded:
    """The text in `data`, exactly: line ends and a UTF-8 byte order mark stay where they are.

    Raises UnreadableArticleError when the bytes are not text.
    """
    if data.startswith(_SIGNATURES):
        raise _binary(source)
    decoded = _as_utf8(data) or _as_marked(data) or _as_declared(data) or _as_detected(data)
    if decoded is None or _is_binary(decoded.text):
        raise _binary(source)
    return decoded


def _binary(source: str) -> UnreadableArticleError:
    return UnreadableArticleError(
        source, "is not a text file", "save the article as plain text (.txt) in UTF-8"
    )


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _as_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    return None


def _as_declared(data: bytes) -> Decoded | None:
    declared = _DECLARED.search(data[:SAMPLE_BYTES])
    if declared is None:
        return None
    encoding = declared.group(1).decode("ascii")
    return None if _is_multibyte_unicode(encoding) else _decoded(data, encoding)


def _is_multibyte_unicode(encoding: str) -> bool:
    """UTF-16 and UTF-32 cannot be declared in ASCII letters: such a declaration is an error."""
    return encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32"))


def _as_detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    sample = data[:SAMPLE_BYTES]
    if len(_CONTROL.findall(sample.decode("latin-1"))) > MOST_CONTROL_CHARACTERS * len(sample):
        return _as_wide(data)
    best = from_bytes(sample).best()
    return (_decoded(data, best.encoding) if best else None) or _decoded(data, "windows-1252")


def _as_wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every other byte of a Western text is zero."""
    if len(data) >= 2 and len(data) % 2 == 0:
        for zeros, encoding in ((data[1:SAMPLE_BYTES:2], "utf-16-le"), (data[0:SAMPLE_BYTES:2], "utf-16-be")):
            if zeros.count(0) > 0.9 * len(zeros):
                return _decoded(data, encoding)
    return None


def _decoded(data: bytes, encoding: str) -> Decoded | None:
    """The text with a remark; None when the encoding is unknown, no text encoding, or does not fit."""
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except (LookupError, UnicodeError):
        return None
    return Decoded(text, f"decoded as {_familiar(name)}") if isinstance(text, str) else None


def _familiar(codec: str) -> str:
    """The name people know an encoding by."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", codec)


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE_BYTES]
    return len(_CONTROL.findall(sample)) > MOST_CONTROL_CHARACTERS * len(sample)
