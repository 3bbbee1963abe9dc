"""The charset that a server declares, and when it is used."""

from __future__ import annotations

from newsdiff.fetching.request import Answer

_SAID_BY_DEFAULT = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "")
"""Charsets that servers declare by default: then the bytes decide."""


def media_type(answer: Answer) -> str:
    """``text/html`` of ``Text/HTML; charset=utf-8``."""
    return (answer.content_type or "").partition(";")[0].strip().lower()


def in_utf8(answer: Answer) -> bytes:
    """The body in UTF-8 where the server's charset turns it into that, else as it came.

    Bytes that are UTF-8 are left alone whatever the server says: no other encoding looks like it by chance.
    What is returned as it came is decoded by `newsdiff.readers.files.decoding`, which looks at the text
    itself."""
    charset = (answer.content_type or "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    try:
        answer.body.decode("utf-8")
    except UnicodeDecodeError:
        if charset not in _SAID_BY_DEFAULT:
            try:
                return answer.body.decode(charset).encode("utf-8")
            except (LookupError, UnicodeError):
                return answer.body
    return answer.body
