"""The reader's verdicts as marked events, so that a desk can measure the engine on its own work and refit it.

A folder for each event holds ``gold.json`` and the texts, as `newsdiff eval` reads them. Only what the reader
said stands in it: links by hand as pairs of paragraphs, confirmed and added differences as conflicts,
dismissed and split ones as pairs that look like a conflict and are none, joined ones as shared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from newsdiff.exchange.verdicts import verdicts_on
from newsdiff.library import Library, StoredEvent
from newsdiff.model import Article, ManualLink
from newsdiff.verdicts.model import Place, Verdict

Plain: TypeAlias = dict[str, Any]


def write_verdicts(library: Library, folder: Path) -> list[Path]:
    """Write every event with verdicts or links by hand into a folder of its own; returns the gold files.

    Raises OSError.
    """
    written = []
    for event in sorted(library.events.all(), key=lambda one: one.id):
        articles = library.events.articles(event.id)
        verdicts = verdicts_on(articles, library.verdicts.of(event.id))
        links = library.reading.links(event.id)
        if verdicts or links:
            written.append(_write(folder / _name(event), articles, gold_of(articles, verdicts, links)))
    return written


def _name(event: StoredEvent) -> str:
    """Title and id: no two events share it."""
    words = re.findall(r"[a-z0-9]+", (event.title or "event").casefold())
    return f"{'-'.join(words)[:50].strip('-') or 'event'}-{event.id[:8]}"


def _write(folder: Path, articles: Sequence[Article], gold: Plain) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles:
        (folder / f"{article.id}.txt").write_bytes(article.text.encode("utf-8", "surrogatepass"))
    file = folder / "gold.json"
    file.write_text(json.dumps(gold, indent=1) + "\n", encoding="ascii")
    return file


def gold_of(
    articles: Sequence[Article], verdicts: Sequence[Verdict], links: Sequence[ManualLink] = ()
) -> Plain:
    """What the reader said of an event, in the schema of gold files."""
    texts = {article.id: article.text for article in articles}
    of_kind = {
        name: [one for one in verdicts if one.kind in kinds]
        for name, kinds in {
            "conflicts": ("confirmed", "added"),
            "negatives": ("dismissed", "split"),
            "shared": ("joined",),
        }.items()
    }
    return {
        "articles": [_article(article) for article in articles],
        "alignment": _alignment(articles, links),
        "shared": _numbered("S", _shared, of_kind["shared"], texts),
        "divergences": _numbered("C", _conflict, of_kind["conflicts"], texts),
        "hard_negatives": _numbered("H", _negative, of_kind["negatives"], texts),
        "quotes": [],
        "quote_clusters": [],
        "unique": [],
        "quotes_complete": False,
    }


def _numbered(
    letter: str,
    entry: Callable[[str, Verdict, dict[str, str]], Plain],
    verdicts: Sequence[Verdict],
    texts: dict[str, str],
) -> list[Plain]:
    return [entry(f"{letter}{number:02}", one, texts) for number, one in enumerate(verdicts, 1)]


def _article(article: Article) -> Plain:
    return {
        "id": article.id,
        "title": article.title,
        "sha256": article.sha256,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "paragraphs": [{"id": one.id, "start": one.start, "end": one.end} for one in article.paragraphs],
        "noise": [
            {"kind": one.reason or "noise", "start": one.start, "end": one.end}
            for one in article.blocks
            if one.role == "noise"
        ],
    }


def _alignment(articles: Sequence[Article], links: Sequence[ManualLink]) -> list[Plain]:
    """Paragraphs that the reader linked, and those that the reader took apart."""
    article_of = {block.id: article.id for article in articles for block in article.paragraphs}
    found = []
    for one, other in combinations([article.id for article in articles], 2):
        own = [link for link in links if {article_of.get(link.a), article_of.get(link.b)} == {one, other}]
        pairs = [{"a": link.a, "b": link.b, "type": "same", "optional": False} for link in own if link.linked]
        near_misses = [[link.a, link.b] for link in own if not link.linked]
        found.append({"a": one, "b": other, "pairs": pairs, "near_misses": near_misses})
    return found


def _mention(place: Place, texts: dict[str, str], value: str | None = None) -> Plain:
    words = texts[place.article][place.start : place.end]
    valued = {} if value is None else {"value": value}
    return {"article": place.article, "start": place.start, "end": place.end, "text": words, **valued}


def _conflict(number: str, verdict: Verdict, texts: dict[str, str]) -> Plain:
    """A difference that the reader stands behind: a figure or day strongly, a claim weakly."""
    first = {place.group: place for place in reversed(verdict.places)}
    values = {group: texts[place.article][place.start : place.end] for group, place in first.items()}
    return {
        "id": number,
        "kind": verdict.detail_kind,
        "severity": "conflict",
        "strength": "weak" if verdict.detail_kind in ("claim", "quote") else "strong",
        "explanation": verdict.label or f"{verdict.kind} by the reader",
        "values": [values[group] for group in sorted(values)],
        "mentions": [_mention(place, texts, values[place.group]) for place in verdict.places],
    }


def _shared(number: str, verdict: Verdict, texts: dict[str, str]) -> Plain:
    return _without_values(number, verdict, texts, canonical=verdict.label or "joined by the reader")


def _negative(number: str, verdict: Verdict, texts: dict[str, str]) -> Plain:
    return _without_values(number, verdict, texts, why=f"{verdict.kind} by the reader")


def _without_values(number: str, verdict: Verdict, texts: dict[str, str], **said: str) -> Plain:
    mentions = [_mention(place, texts) for place in verdict.places]
    return {"id": number, "kind": verdict.detail_kind, **said, "mentions": mentions}
