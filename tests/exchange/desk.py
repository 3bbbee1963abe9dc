"""A desk with work on it: a library with the sample, a saved comparison, links by hand and many notes."""

from __future__ import annotations

from pathlib import Path

from newsdiff import read_event
from newsdiff.library import Library, ReadingPosition, SavedComparison, View
from newsdiff.library.anchors import target_on

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
HOSTILE = "<script>alert(1)</script> [bold]not bold[/bold] \x1b[31mred \u202eoverride\n=cmd()|'/C calc'!A1"


def filled(library: Library, notes: int = 50, name: str = "Talks") -> SavedComparison:
    """The sample, saved under a name, with `notes` notes on one or two spans each."""
    event = library.events.add(read_event([SEEDS]))
    articles = library.events.articles(event.id)
    library.events.rename_outlet(event.id, articles[0].id, "The First")
    first, second = articles[0].paragraphs[0], articles[1].paragraphs[0]
    library.reading.link(event.id, first.id, second.id)
    library.reading.link(event.id, articles[0].paragraphs[1].id, articles[2].paragraphs[1].id, linked=False)
    for number in range(notes):
        on = [articles[number % len(articles)], articles[(number + 1) % len(articles)]]
        targets = [
            target_on(one, block.start, min(block.end, block.start + 20 + number))
            for one in on[: 1 + number % 2]
            for block in [one.paragraphs[number % len(one.paragraphs)]]
        ]
        library.notes.add(
            event.id,
            HOSTILE if number % 10 == 0 else f"Note {number}: *ask* again",
            targets,
            tags=["todo", "<i>"] if number % 3 else [],
            state=("open", "resolved", "question")[number % 3],
            colour="red" if number % 4 == 0 else None,
        )
    view = View(
        (),
        articles[1].id,
        "normal",
        ReadingPosition(paragraph=second.id, pane=articles[1].id),
        {"fold": True},
    )
    return library.saved.add(event.id, name, view)
