"""What bytes are, by how they begin: a feed, a list of feeds, or a page."""

from __future__ import annotations

import codecs
import re

LOOKED_AT = 1_000_000
"""Bytes in which the root of a feed is looked for: long comments and style sheets may stand above it."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_KINDS = {"rss": "feed", "feed": "feed", "rdf": "feed", "opml": "opml"}
_PASSED = (("<?", "?>"), ("<!--", "-->"))
_DOCTYPE = re.compile(r"<!doctype[^\[>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)


def kind_of(data: bytes) -> str:
    """``feed``, ``opml`` or ``page``, in whatever encoding."""
    head = _head(data)
    if head.startswith("{"):
        return "feed" if "jsonfeed.org" in head else "page"
    root = _ROOT.match(head, _root_at(head))
    return _KINDS.get(root[1].lower(), "page") if root else "page"


def _head(data: bytes) -> str:
    """The beginning as text; letters beyond ASCII do not matter here."""
    sample = data[:LOOKED_AT]
    encoding = next((name for mark, name in _MARKS if sample.startswith(mark)), "")
    if not encoding and len(sample) > 3:
        wide = {(True, False): "utf-16-be", (False, True): "utf-16-le"}
        encoding = wide.get((sample[0] == 0, sample[1] == 0), "latin-1")
    return sample.decode(encoding or "latin-1", "replace").lstrip("\ufeff \t\r\n")


def _root_at(head: str) -> int:
    """Where the root element begins, behind declarations, comments and a document type."""
    at = 0
    while True:
        at += len(head[at:]) - len(head[at:].lstrip()) if head[at : at + 1].isspace() else 0
        passed = next((end for begin, end in _PASSED if head.startswith(begin, at)), None)
        if passed is not None:
            end = head.find(passed, at)
            if end < 0:
                return len(head)
            at = end + len(passed)
        elif doctype := _DOCTYPE.match(head, at):
            at = doctype.end()
        else:
            return at
