"""A page saved by a browser as one file (MHTML): its first HTML part is the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.decoding import decode
from newsdiff.readers.html.saved_page import read_html
from newsdiff.readers.parsed_page import ParsedPage

MOST_PARTS = 5_000
"""Parts of a page that are looked at: its pictures and styles are parts, too."""


def read_mhtml(text: str) -> ParsedPage:
    """The reading of the page inside. Raises UnreadableArticleError (about "the page") without one."""
    try:
        message = message_from_bytes(text.encode("utf-8", "replace"))
    except RecursionError:  # the parser goes down with the parts, one call for each
        raise UnreadableArticleError("the page", "is nested too deeply", "save it again as HTML") from None
    for part in _parts(message):
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            reading = read_html(decode(payload, "the page").text)
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            if reading.metadata.url is None and address.startswith(("http://", "https://")):
                return replace(reading, metadata=replace(reading.metadata, url=address))
            return reading
    raise UnreadableArticleError("the page", "holds no HTML part", "save it again as HTML")


def _parts(message: Message) -> Iterator[Message]:
    """All parts, outer ones first, in order; without recursion."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
