"""A comparison, with the reader's notes if there are any, as the report of format 2.

The import of pydantic costs more than a comparison: a report without notes is made of plain dicts. Tests hold
every report against types and the schema made of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from newsdiff import __version__
from newsdiff.events.copies import independent_articles
from newsdiff.model import Annotated, Article, Block, Comparison, Detail, Opinion, Statement, WordRun
from newsdiff.takes.build import remembered_takes
from newsdiff.takes.model import Take

if TYPE_CHECKING:
    from newsdiff.reports.format import NotePart, VerdictPart

FORMAT: Final = "newsdiff-comparison/2"
Plain: TypeAlias = dict[str, object]
"""A part of the report as JSON holds it, with the keys of ``comparison.schema.json``."""


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
                **fields_of(link, "a", "b", "kind"),
                "score": float(link.score),
                **fields_of(link, "origin", "because"),
            }
            for link in comparison.links
        ),
        "rows": tuple(fields_of(row, "id", "paragraphs", "reported_by") for row in comparison.rows),
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
        **fields_of(article, "id", "source", "outlet", "label", "country", "language", "title", "byline"),
        "published": article.published.isoformat() if article.published else None,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        **fields_of(article, "url", "sha256", "text"),
        "blocks": tuple(_block(block) for block in article.blocks),
        "sentences": tuple(fields_of(one, "id", "paragraph", "start", "end") for one in item.sentences),
        "quotes": tuple(fields_of(quote, "id", "start", "end", "speaker") for quote in item.quotes),
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
        **fields_of(article, "language", "title", "sha256", "text"),
        "blocks": tuple(_block(block) for block in article.blocks),
    }


def _block(block: Block) -> Plain:
    reason = {"reason": block.reason} if block.reason else {}
    return {"id": block.id, "role": block.role, **reason, "start": block.start, "end": block.end}


def _statement(comparison: Comparison, statement: Statement) -> Plain:
    return {
        **fields_of(statement, "id", "rank"),
        "sentences": tuple(
            {
                "article": version.article,
                "sentence": version.sentence,
                "words": tuple(_words(run) for run in version.words),
            }
            for version in statement.sentences
        ),
        **fields_of(statement, "reported_by", "independent_texts", "details"),
        "score": float(statement.score),
        "sure": statement.is_sure,
        "because": statement.because,
        **second_opinion_of(comparison, statement.opinion),
    }


def _words(run: WordRun) -> Plain:
    by = tuple(f"{words.sentence}:{words.start}-{words.end}" for words in run.by)
    return {"start": run.start, "end": run.end, "status": run.status, "by": by}


def _detail(comparison: Comparison, detail: Detail) -> Plain:
    return {
        **fields_of(detail, "id", "kind", "relation", "label"),
        "values": tuple(
            {
                **fields_of(value, "value", "reported_by"),
                "mentions": tuple(
                    fields_of(one, "article", "start", "end", "text", "sentence") for one in value.mentions
                ),
                "independent_texts": value.independent_texts,
            }
            for value in detail.values
        ),
        **fields_of(detail, "reported_by", "not_found_in", "not_compared", "update", "independent_texts"),
        "confidence": float(detail.confidence),
        "verdict": detail.judgement,
        "because": detail.because,
        **second_opinion_of(comparison, detail.opinion),
    }


def second_opinion_of(comparison: Comparison, opinion: Opinion | None) -> Plain:
    """The key and what it holds; empty where there is no second opinion."""
    if opinion is None:
        return {}
    quotations = tuple(
        fields_of(one, "article", "start", "end")
        | {"text": comparison.article(one.article).text[one.start : one.end]}
        for one in opinion.quotations
    )
    return {"second_opinion": fields_of(opinion, "by", "says", "at_odds") | {"quotations": quotations}}


def fields_of(part: object, *names: str) -> Plain:
    """These fields of a part of the comparison, which a report has under the same names."""
    return {name: getattr(part, name) for name in names}


def takes_part(comparison: Comparison) -> dict[str, object]:
    """The part `takes` of the report, as JSON holds it."""
    takes = remembered_takes(comparison)
    return {
        "groups": tuple(_group(comparison, take) for take in takes.takes),
        "others": tuple(fields_of(other, "article", "why", "near") for other in takes.others),
        **fields_of(takes, "most_common", "last_day", "because"),
    }


def _group(comparison: Comparison, take: Take) -> dict[str, object]:
    return {
        **fields_of(take, "id", "label", "labelled_by", "articles", "independent_texts"),
        "texts_of_last_day": take.latest,
        "countries": dict(take.countries),
        "words": tuple(
            {
                "independent_texts": word.texts,
                "as_written": tuple({"article": article, "word": written} for article, written in word.words),
            }
            for word in take.words
        ),
        "leads": tuple(
            {
                "statement": lead.statement,
                "sentences": tuple(
                    {
                        "article": article,
                        "start": start,
                        "end": end,
                        "text": comparison.article(article).text[start:end],
                    }
                    for article, start, end in lead.passages
                ),
                "also_in": lead.outside,
            }
            for lead in take.leads
        ),
        "speakers": take.speakers,
        "distance_within": round(take.within, 4),
        "distance_outside": round(take.outside, 4),
    }
