"""The library's notes as the reports take them: every span as it stands in the texts that are reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsdiff.calendar.display import utc_stamp
from newsdiff.library.anchors import reattach, target_on
from newsdiff.library.records import Note, NoteTarget
from newsdiff.model import Article, Comparison
from newsdiff.reports.format import NotePart, OrphanPart, TargetPart
from newsdiff.translation.showing import counterpart


def note_parts(
    comparison: Comparison, notes: Iterable[Note], old_text: Callable[[NoteTarget], str | None]
) -> list[NotePart]:
    """The notes, oldest first. `old_text` gives the text that a target was written on, where it is known:
    without it fewer spans are found again in a text that is neither that one nor the current one."""
    articles = {article.id: article for article in comparison.articles}
    return [_part(note, articles, old_text) for note in sorted(notes, key=lambda one: (one.created, one.id))]


def _part(note: Note, articles: dict[str, Article], old_text: Callable[[NoteTarget], str | None]) -> NotePart:
    targets, orphans = [], []
    for target in note.targets:
        article = articles.get(target.article)
        if article is None:  # its source is left out of this comparison
            continue
        span = span_in(article, target, old_text)
        if span is None:
            orphans.append(_orphan(target))
        else:
            targets.append(target_part(article, target, span))
    return NotePart(
        id=note.id,
        created=utc_stamp(note.created),
        updated=utc_stamp(note.updated),
        body=note.body,
        tags=note.tags,
        state=note.state,
        colour=note.colour,
        targets=tuple(targets),
        orphans=tuple(orphans),
    )


def span_in(
    article: Article, target: NoteTarget, old_text: Callable[[NoteTarget], str | None]
) -> tuple[int, int] | None:
    """Where the words of a note stand in this very text; None when they do not."""
    if target.sha256 == article.sha256:
        return target.start, target.end
    if article.original is not None:
        span = span_in(article.original, target, old_text)
        block = counterpart(article.original, article, span[0]) if span else None
        return (block.start, block.end) if block else None
    reattachment = target.reattachment
    if reattachment is None or reattachment.sha256 != article.sha256:
        reattachment = reattach(target, article.text, sha256=article.sha256, old_text=old_text(target))
    return None if reattachment.how == "orphan" else (reattachment.start, reattachment.end)


def target_part(
    article: Article, target: NoteTarget, span: tuple[int, int], reference: str = ""
) -> TargetPart:
    """A target at the place where its words stand in a text."""
    here = target_on(article, *span)
    return TargetPart(
        article=article.id,
        start=here.start,
        end=here.end,
        exact=here.exact,
        prefix=here.prefix,
        suffix=here.suffix,
        kind=target.kind,
        reference=reference or target.reference,
        retrieved=utc_stamp(target.retrieved) if target.retrieved else None,
        as_written=target.exact if target.exact != here.exact else None,
    )


def _orphan(target: NoteTarget) -> OrphanPart:
    return OrphanPart(
        article=target.article,
        exact=target.exact,
        prefix=target.prefix,
        suffix=target.suffix,
        retrieved=utc_stamp(target.retrieved) if target.retrieved else None,
    )
