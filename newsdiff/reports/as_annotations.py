"""The notes as a W3C annotation collection (JSON-LD): https://www.w3.org/TR/annotation-model/.

Every note is one annotation; each of its spans is a specific resource with a text quote selector (the words
with 32 characters on both sides), a text position selector (code points into the text) and a time state (when
the text was retrieved). What has no web address is named by the hash of its text (RFC 6920).
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from newsdiff import __version__
from newsdiff.model import Article, Comparison
from newsdiff.patterns import lazy_pattern
from newsdiff.reports.as_json import escape_unsafe
from newsdiff.reports.citations import cite, source
from newsdiff.reports.format import NotePart, OrphanPart, TargetPart

Json: TypeAlias = dict[str, Any]
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_WEB: Final = lazy_pattern(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
_MOTIVATIONS: Final = {"open": "commenting", "resolved": "commenting", "question": "questioning"}
_TIME: Final = lazy_pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def to_annotations(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """An AnnotationCollection with all notes on one page."""
    items = [_annotation(comparison, note) for note in notes or ()]
    name = f"urn:newsdiff:notes:{_digest(comparison)}"
    collection: Json = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Notes on {comparison.title or 'one event'}",
        "generator": {"id": "urn:newsdiff:software", "type": "Software", "name": f"newsdiff {__version__}"},
        "total": len(items),
    }
    if items:
        page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
        collection |= {"first": page, "last": f"{name}:1"}
    return escape_unsafe(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"


def _annotation(comparison: Comparison, note: NotePart) -> Json:
    articles = {article.id: article for article in comparison.articles}
    targets = [_target(articles[one.article], one) for one in note.targets if one.article in articles]
    targets += [_orphan(articles[one.article], one) for one in note.orphans if one.article in articles]
    cited = [
        cite(articles[one.article], one.start, one.end) for one in note.targets if one.article in articles
    ]
    bodies = [_text(note.body, "text/markdown", _MOTIVATIONS[note.state])]
    bodies += [_text(tag, "text/plain", "tagging") for tag in note.tags]
    bodies += [_text(note.state, "text/plain", "classifying")]
    bodies += [_text(words, "text/plain", "describing") for words in cited]
    found: Json = {
        "id": f"urn:newsdiff:note:{quote(note.id, safe='')}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[note.state],
    }
    if _TIME.fullmatch(note.created):
        found["created"] = note.created
    if note.updated and _TIME.fullmatch(note.updated):
        found["modified"] = note.updated
    # A note on the event as a whole is on all of its articles.
    return found | {"body": bodies, "target": targets or [_resource(one) for one in comparison.articles]}


def _text(value: str, form: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": form, "purpose": purpose}


def _target(article: Article, target: TargetPart) -> Json:
    selectors: list[Json] = [_quote(target.exact, target.prefix, target.suffix)]
    selectors.append({"type": "TextPositionSelector", "start": target.start, "end": target.end})
    if target.as_written is not None:
        selectors.insert(1, _quote(target.as_written, target.prefix, target.suffix))
    return _specific(article, selectors, target.retrieved)


def _orphan(article: Article, orphan: OrphanPart) -> Json:
    """The words as they were: a program that finds the older text finds them again."""
    return _specific(article, [_quote(orphan.exact, orphan.prefix, orphan.suffix)], orphan.retrieved)


def _specific(article: Article, selectors: list[Json], retrieved: str | None) -> Json:
    found: Json = {"type": "SpecificResource", "source": _resource(article), "selector": selectors}
    if retrieved and _TIME.fullmatch(retrieved):
        found["state"] = {"type": "TimeState", "sourceDate": retrieved}
    return found


def _quote(exact: str, prefix: str, suffix: str) -> Json:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def _resource(article: Article) -> Json:
    found: Json = {"id": iri(article), "type": "Text"}
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", article.language):
        found["language"] = article.language
    return found | {"label": source(article)}


def iri(article: Article) -> str:
    """The article's web address, else the name of its text by hash (``ni:///sha-256;…``)."""
    if article.url and _WEB.fullmatch(article.url):
        return article.url
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _digest(comparison: Comparison) -> str:
    """A name for what is annotated: the same articles have the same."""
    import hashlib

    hashes = sorted(article.sha256 for article in comparison.articles)
    return hashlib.sha256("".join(hashes).encode("ascii")).hexdigest()[:16]
