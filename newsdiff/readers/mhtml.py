"""A page saved by a browser as one file (MHTML): its first HTML part is the page."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes

from newsdiff.readers.decoding import decode
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.html import read_html
from newsdiff.readers.reading import Reading


def read_mhtml(text: str) -> Reading:
    """The reading of the page inside. Raises UnreadableArticleError (about "the page") without one."""
    message = message_from_bytes(text.encode("utf-8", "replace"))
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            reading = read_html(decode(payload, "the page").text)
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            if reading.about.url is None and address.startswith(("http://", "https://")):
                return replace(reading, about=replace(reading.about, url=address))
            return reading
    raise UnreadableArticleError("the page", "holds no HTML part", "save it again as HTML")
