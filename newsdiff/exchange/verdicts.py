"""The library's verdicts as `compare` and the reports take them: on the words of the compared texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsdiff.exchange.notes import span_in, target_part
from newsdiff.library.records import NoteTarget, StoredVerdict
from newsdiff.model import Article, Comparison
from newsdiff.reports.format import VerdictPart
from newsdiff.verdicts.model import Place, Verdict


def no_old_text(target: NoteTarget) -> str | None:
    """For texts that are the current ones: the library has placed every target on them already."""
    return None


def verdicts_on(
    articles: Iterable[Article],
    stored: Iterable[StoredVerdict],
    old_text: Callable[[NoteTarget], str | None] = no_old_text,
) -> list[Verdict]:
    """The verdicts whose words stand in these texts, all of them, in the order in which they were given.

    `old_text` gives the text that a target was written on, where it is known.
    """
    by_id = {article.id: article for article in articles}
    found = []
    for verdict in stored:
        places = _places(by_id, verdict, old_text)
        if places:
            found.append(Verdict(verdict.kind, places, verdict.label, verdict.detail_kind))
    return found


def _places(
    articles: dict[str, Article], verdict: StoredVerdict, old_text: Callable[[NoteTarget], str | None]
) -> tuple[Place, ...]:
    """Where the words stand; nothing when those of one part are all gone: it would say something else."""
    places = []
    for one in verdict.targets:
        article = articles.get(one.target.article)
        span = span_in(article, one.target, old_text) if article else None
        if span is not None:
            places.append(Place(one.target.article, *span, one.part))
    parts = {one.part for one in verdict.targets}
    return tuple(places) if {place.group for place in places} == parts else ()


def verdict_parts(
    comparison: Comparison,
    stored: Iterable[StoredVerdict],
    old_text: Callable[[NoteTarget], str | None] = no_old_text,
) -> list[VerdictPart]:
    """The verdicts for a report, those whose words are in its texts."""
    articles = {article.id: article for article in comparison.articles}
    found = []
    for verdict in stored:
        targets = [
            target_part(articles[one.target.article], one.target, span, verdict.label)
            for one in verdict.targets
            if one.target.article in articles
            and (span := span_in(articles[one.target.article], one.target, old_text)) is not None
        ]
        if targets:
            parts = tuple(one.part for one in verdict.targets)[: len(targets)]
            found.append(
                VerdictPart(
                    verdict=verdict.kind,
                    targets=tuple(targets),
                    label=verdict.label or None,
                    detail_kind=verdict.detail_kind,
                    parts=parts if len(parts) == len(verdict.targets) else (),
                )
            )
    return found
