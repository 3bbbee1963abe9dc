"""A saved comparison in every export format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsdiff.exchange.notes import note_parts
from newsdiff.exchange.verdicts import verdict_parts, verdicts_on
from newsdiff.library import Library
from newsdiff.library.records import Note, NoteTarget, SavedComparison, StoredVerdict
from newsdiff.model import Comparison
from newsdiff.reports import FORMATS, NOTE_FORMATS, ReportFormat, render

if TYPE_CHECKING:
    from newsdiff.library.opinions_at_hand import OpinionsAtHand
    from newsdiff.library.transfer import Transfer

ExportFormat: TypeAlias = ReportFormat | Literal["bundle"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = (*FORMATS, *NOTE_FORMATS, "bundle")
ENDINGS: dict[ExportFormat, str] = {
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "csv": ".csv",
    "csv-excel": "-excel.csv",
    "csv-notes": "-notes.csv",
    "csv-notes-excel": "-notes-excel.csv",
    "annotations": "-notes.jsonld",
    "bundle": ".newsdiff.zip",
    "memo": "-memo.md",
    "memo-html": "-memo.html",
}
"""Suffixes of the files."""
_SUFFIXES: dict[str, ExportFormat] = {
    **{f".{ending.rpartition('.')[2]}": form for form, ending in reversed(ENDINGS.items())},
    ".markdown": "markdown",
    ".htm": "html",
}
"""Suffix of a file -> the form it promises; of two forms with one suffix the first."""


_MEMOS: dict[ExportFormat, ExportFormat] = {
    "markdown": "memo", "html": "memo-html", "memo": "memo", "memo-html": "memo-html",
}  # fmt: skip
"""Where a memo was chosen: the form that a suffix promises -> the memo in that form."""


def form_named(name: str, chosen: ExportFormat) -> ExportFormat:
    """The form that the name of a file promises: another than `chosen` where the suffix belongs to it."""
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if chosen in ("memo", "memo-html"):
        return _MEMOS.get(_SUFFIXES.get(suffix, chosen), _SUFFIXES.get(suffix, chosen))
    return chosen if ENDINGS[chosen].endswith(suffix) else _SUFFIXES.get(suffix, chosen)


def export(
    library: Library,
    saved: SavedComparison,
    form: ExportFormat,
    opinions: OpinionsAtHand | None = None,
) -> bytes:
    """The saved comparison, computed on its own texts, with the notes on its sources and the second opinions
    that are kept on it. Raises LibraryError."""
    if form == "bundle":
        from newsdiff.exchange.bundle import to_bundle

        return to_bundle(_with_opinions(library, saved, opinions))
    comparison = recalled(library, saved)
    if opinions is not None:
        comparison = opinions.on(comparison)
    notes, verdicts = library.notes.of_saved(saved.id), library.verdicts.of_saved(saved.id)
    return write_export(library, saved.event, comparison, notes, verdicts, form)


def _with_opinions(library: Library, saved: SavedComparison, opinions: OpinionsAtHand | None) -> Transfer:
    """All of the saved comparison; it is compared only where there is an opinion to hand on."""
    transfer = library.transfer(saved.id)
    if opinions is None or library.opinions.is_empty:
        return transfer
    return replace(transfer, opinions=opinions.handed_on(recalled(library, saved)))


def write_export(
    library: Library,
    event: str | None,
    comparison: Comparison,
    notes: Sequence[Note],
    verdicts: Sequence[StoredVerdict],
    form: ReportFormat,
) -> bytes:
    """A comparison that is on the screen, with what the reader wrote. Raises LibraryError."""
    old_text = old_texts(library, event)
    given = verdict_parts(comparison, verdicts, old_text)
    return render(comparison, form, note_parts(comparison, notes, old_text), given).encode("utf-8", "replace")


def old_texts(library: Library, event: str | None) -> Callable[[NoteTarget], str | None]:
    """Finds the text that a target was written on, among all texts that its article has had."""

    def old_text(target: NoteTarget) -> str | None:
        if event is None:
            return None
        versions = library.events.versions(event, target.article)
        return next((article.text for _, article in versions if article.sha256 == target.sha256), None)

    return old_text


def recalled(library: Library, saved: SavedComparison) -> Comparison:
    """The saved comparison computed again on the texts it was saved with, whatever replaced them since.

    Raises ValueError when fewer than two of them are left.
    """
    from newsdiff.pipeline import compare

    articles, links = library.saved.as_it_was(saved.id)
    ids = {article.id for article in articles}
    paragraphs = {block.id for article in articles for block in article.paragraphs}
    base = saved.view.base
    compared = compare(
        articles,
        base=base if base in ids else None,
        manual_links=[link for link in links if link.a in paragraphs and link.b in paragraphs],
        level=saved.view.level,
        title=library.events.get(saved.event).title,
        verdicts=verdicts_on(articles, library.verdicts.of_saved(saved.id), old_texts(library, saved.event)),
    )
    return replace(compared, order=saved.view.order)
