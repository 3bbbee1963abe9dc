"""A comparison, with the reader's notes if there are any, as the report of format 2.

The types of the format are models of pydantic; a report is made without them, because their import costs more
than a comparison. Tests hold every report against the types and the schema made of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from newsdiff import __version__
from newsdiff.events.copies import independent_articles
from newsdiff.model import Annotated, Article, Block, Comparison, Detail, Mention, Opinion, Statement, WordRun
from newsdiff.reports.takes_part import takes_part

if TYPE_CHECKING:
    from newsdiff.reports.format import NotePart, VerdictPart

FORMAT: Final = "newsdiff-comparison/2"
Plain: TypeAlias = dict[str, object]
"""A part of the report as JSON holds it, with the keys that `newsdiff.reports.format` gives it."""


def build_report(
    comparison: Comparison,
    notes: Sequence[NotePart] | None = None,
    verdicts: Sequence[VerdictPart] = (),
) -> Plain:
    """The report; without the key `notes` where `notes` is None, for a comparison that was never saved.

    What the reader dismissed stands among the details, and says so.
    """
    report: Plain = {
        "format": FORMAT,
        "generator": f"newsdiff {__version__}",
        "event": _event(comparison),
        "base": comparison.base,
        "articles": tuple(_article(item) for item in comparison.annotated),
        "statements": tuple(_statement(comparison, statement) for statement in comparison.statements),
        "links": tuple(
            {
                "a": link.a,
                "b": link.b,
                "kind": link.kind,
                "score": float(link.score),
                "origin": link.origin,
                "because": link.because,
            }
            for link in comparison.links
        ),
        "rows": tuple(
            {"id": row.id, "paragraphs": row.paragraphs, "reported_by": row.reported_by}
            for row in comparison.rows
        ),
        "details": tuple(
            _detail(comparison, detail) for detail in (*comparison.details, *comparison.dismissed)
        ),
        "takes": takes_part(comparison),
    }
    if notes is not None:
        report["notes"] = [note.model_dump() for note in notes]
    return report | {"verdicts": tuple(verdict.model_dump() for verdict in verdicts)}


def _event(comparison: Comparison) -> Plain:
    days = sorted(article.published for article in comparison.articles if article.published)
    return {
        "title": comparison.title,
        "first_published": days[0].isoformat() if days else None,
        "last_published": days[-1].isoformat() if days else None,
        "independent_texts": independent_articles(comparison.articles),
    }


def _article(item: Annotated) -> Plain:
    article = item.article
    data: Plain = {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "label": article.label,
        "country": article.country,
        "language": article.language,
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "url": article.url,
        "sha256": article.sha256,
        "text": article.text,
        "blocks": tuple(_block(block) for block in article.blocks),
        "sentences": tuple(
            {"id": one.id, "paragraph": one.paragraph, "start": one.start, "end": one.end}
            for one in item.sentences
        ),
        "quotes": tuple(
            {"id": quote.id, "start": quote.start, "end": quote.end, "speaker": quote.speaker}
            for quote in item.quotes
        ),
        "remarks": article.remarks,
        "aligned_by": "words" if article.in_english else "names, numbers, dates and quotations",
    }
    if article.translated_by:
        data["translated_by"] = article.translated_by
    if article.original:
        data["original"] = _original(article.original)
    return data


def _original(article: Article) -> Plain:
    return {
        "language": article.language,
        "title": article.title,
        "sha256": article.sha256,
        "text": article.text,
        "blocks": tuple(_block(block) for block in article.blocks),
    }


def _block(block: Block) -> Plain:
    reason = {"reason": block.reason} if block.reason else {}
    return {"id": block.id, "role": block.role, **reason, "start": block.start, "end": block.end}


def _statement(comparison: Comparison, statement: Statement) -> Plain:
    return {
        "id": statement.id,
        "rank": statement.rank,
        "sentences": tuple(
            {
                "article": version.article,
                "sentence": version.sentence,
                "words": tuple(_words(run) for run in version.words),
            }
            for version in statement.sentences
        ),
        "reported_by": statement.reported_by,
        "independent_texts": statement.independent_texts,
        "details": statement.details,
        "score": float(statement.score),
        "because": statement.because,
        **second_opinion_of(comparison, statement.opinion),
    }


def _words(run: WordRun) -> Plain:
    by = tuple(f"{words.sentence}:{words.start}-{words.end}" for words in run.by)
    return {"start": run.start, "end": run.end, "status": run.status, "by": by}


def _detail(comparison: Comparison, detail: Detail) -> Plain:
    return {
        "id": detail.id,
        "kind": detail.kind,
        "relation": detail.relation,
        "label": detail.label,
        "values": tuple(
            {
                "value": value.value,
                "reported_by": value.reported_by,
                "mentions": tuple(_mention(one) for one in value.mentions),
                "independent_texts": value.independent_texts,
            }
            for value in detail.values
        ),
        "reported_by": detail.reported_by,
        "not_found_in": detail.not_found_in,
        "not_compared": detail.not_compared,
        "update": detail.update,
        "independent_texts": detail.independent_texts,
        "confidence": float(detail.confidence),
        "verdict": detail.judgement,
        "because": detail.because,
        **second_opinion_of(comparison, detail.opinion),
    }


def second_opinion_of(comparison: Comparison, opinion: Opinion | None) -> Plain:
    """The key and what it holds; nothing where nobody was asked."""
    if opinion is None:
        return {}
    quotations = tuple(
        {
            "article": one.article,
            "start": one.start,
            "end": one.end,
            "text": comparison.article(one.article).text[one.start : one.end],
        }
        for one in opinion.quotations
    )
    return {
        "second_opinion": {
            "by": opinion.by,
            "says": opinion.says,
            "at_odds": opinion.at_odds,
            "quotations": quotations,
        }
    }


def _mention(mention: Mention) -> Plain:
    return {
        "article": mention.article,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "sentence": mention.sentence,
    }
