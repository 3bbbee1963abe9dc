"""What the title line of the reader says."""

from __future__ import annotations

from newsdiff.calendar.display import day_range
from newsdiff.counting import outlets_and_articles
from newsdiff.language.names import how_aligned
from newsdiff.model import Comparison
from tui.open_event import OpenedEvent
from tui.wording import dotted
from widgets.reading.reading_state import VIEW_WORDS, ReadingState


def title_of(opened: OpenedEvent, comparison: Comparison) -> str:
    """The event, how many outlets and articles are compared, and their days."""
    dates = [article.published for article in comparison.articles if article.published]
    when = day_range(min(dates), max(dates)) if dates else ""
    articles = comparison.articles
    outlets = outlets_and_articles(
        comparison.outlets_of(one.id for one in articles), [one.country for one in articles]
    )
    return dotted(opened.title or "An event without a title", outlets, when)


def facts_of(
    opened: OpenedEvent, comparison: Comparison, state: ReadingState, *, agreed_only: bool = False
) -> str:
    """How the comparison is looked at: its name, the view, the level; whether only that is marked on which a
    second opinion agrees."""
    saved = f"“{opened.saved.name}”" if opened.saved else ""
    alignments = [f"{one.label} {how}" for one in comparison.articles if (how := how_aligned(one))]
    languages = alignments if state.view == "matrix" else []  # the matrix has no room above its columns
    agreed = "both agree" if agreed_only else ""
    return dotted(*languages, saved, VIEW_WORDS[state.view], f"level {comparison.level}", agreed)
