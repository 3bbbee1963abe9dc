"""The line below the grid: which difference, which row, what is being looked for."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from newsdiff.brief.build import remembered_brief
from newsdiff.model import Comparison
from newsdiff.opinion.wording import said_at_odds
from newsdiff.sanitize import one_line
from newsdiff.signs import SIGNS
from tui.wording import count, dotted
from widgets.brief.lines import wrapped
from widgets.reading.comparison_index import GRAVE, index_of
from widgets.reading.lit import quoting_here
from widgets.reading.reading_moves import difference_position, hit_position
from widgets.reading.reading_state import KINDS, STANDINGS, ReadingState, panes

MOST_LINES: Final = 4
"""Of a message on something that did not work; others have one, so that the text stays still."""


class StatusLine(Widget):
    """``difference 3 of 14 (≠ in 20 rows) · row 17 of 41``; what is under way stands in front."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; color: $foreground 75%; background: $surface; text-wrap: nowrap;
        text-overflow: ellipsis; }
    """

    shorter: reactive[tuple[str, ...]] = reactive(("",))
    """Where the cursor is, from all that there is to say down to the least."""
    busy: reactive[str] = reactive("")
    """What newsdiff is doing."""
    wish: reactive[str] = reactive("")
    """What it waits for the reader to do."""
    message: reactive[str] = reactive("")
    """The last message, as long as it is new: it takes the place of where the cursor is."""
    trouble: reactive[bool] = reactive(False)
    """Whether the message says that something did not work."""

    _messages = 0
    """How many messages there were."""

    @property
    def where(self) -> str:
        """All that there is to say on where the cursor is."""
        return self.shorter[0]

    def show(self, comparison: Comparison, state: ReadingState, place: str = "") -> None:
        """Show where the cursor is; over the text the place of the compare strip."""
        if place:
            self.shorter = (dotted(place, filter_words(state)), place)
            return
        rows = len(comparison.rows)
        row = f"row {state.row + 1} of {rows}" if rows else ""
        hit, difference, kept = hits(comparison, state), differences(comparison, state), filter_words(state)
        by_source = hits_by_source(comparison, state)
        differ = f"{difference} {rows_that_differ(comparison, state)}".strip()
        opinion = opinion_here(comparison, state)
        fullest = [(opinion, differ), (opinion, difference)] if opinion else []
        self.shorter = (
            *(dotted(hit, by_source, *one, row, kept) for one in fullest),
            *([dotted(hit, opinion, row)] if opinion else ()),
            dotted(hit, by_source, differ, row, kept),
            dotted(hit, by_source, difference, row, kept),
            dotted(hit, by_source, row, kept) if hit else dotted(difference, row, kept),
            dotted(hit, difference, row, kept),
            dotted(hit, difference, row),
            dotted(hit, row),
            row,
        )

    def show_message(self, message: str, seconds: float, *, trouble: bool = False) -> None:
        """Show a message for so many seconds; a newer one takes its place."""
        self.trouble, self.message = trouble, message
        self._messages += 1
        said = self._messages

        def take_away() -> None:
            if self._messages == said:
                self.message = ""

        self.set_timer(seconds, take_away)
        self._set_height()

    def _set_height(self) -> None:
        """What did not work has as many lines as it needs; the text above gives way."""
        self.styles.height = len(self._lines())

    watch_message = watch_wish = _set_height

    def render(self) -> Content:
        """The line; what is less important goes when there is no room for all."""
        return Content("\n").join(self._lines())

    def _lines(self) -> list[Content]:
        """What newsdiff waits for is never left out: a message that has no room behind it stands above it."""
        width = max(1, self.content_size.width)
        most = MOST_LINES if self.trouble else 1
        said = [
            Content.styled(words, "bold $warning" if self.trouble else "bold")
            for words in (wrapped(self.message, width, most) if self.message else ())
        ]
        wish, busy = Content.styled(self.wish, "bold $warning"), Content.styled(self.busy, "$primary")
        last = _beside(wish, *(said[-1:] or [busy]))
        above = said[:-1]
        if self.message and self.wish and (above or last.cell_length > width):
            above, last = said, wish
        if not above:
            places = [_beside(last, Content(one_line(where))) for where in self.shorter]
            least = last if self.message else places[-1]
            last = next((one for one in places if one.cell_length <= width), least)
        return [*above, last]


def _beside(*parts: Content) -> Content:
    return Content("   ").join(part for part in parts if part)


def differences(comparison: Comparison, state: ReadingState) -> str:
    """``difference 3 of 14`` down the text; in the brief, which goes by rank, ``worth a look 3 of 14``."""
    number, found = difference_position(state, comparison)
    if not found:
        brief = remembered_brief(comparison)
        if brief.worth_a_look:
            return "no differences shown"
        return f"all {len(brief.dismissed):,} dismissed" if brief.dismissed else "no differences found"
    if state.view == "brief":
        listed = [line.detail for line in remembered_brief(comparison).worth_a_look]
        if state.detail in listed:
            return f"worth a look {listed.index(state.detail) + 1} of {len(listed)}"
        return count(found, "difference")
    return f"difference {number} of {found}" if number else count(found, "difference")


def rows_that_differ(comparison: Comparison, state: ReadingState) -> str:
    """``(≠ in 20 rows)``: what differs is one detail, in as many rows as have its sign; empty for none
    and in the brief, which has no rows."""
    if state.view == "brief" or not difference_position(state, comparison)[1]:
        return ""
    standings = index_of(comparison).standings(panes(state, comparison))
    rows = [f"{SIGNS[one]} in {count(standings.count(one), 'row')}" for one in GRAVE if one in standings]
    return f"({', '.join(rows)})" if rows else ""


def opinion_here(comparison: Comparison, state: ReadingState) -> str:
    """``llama3 says: differs – how many were on board``: whose quotations are lit in the panes; empty where
    none are."""
    if state.view in ("brief", "matrix"):
        return ""
    return dotted(*dict.fromkeys(map(said_at_odds, quoting_here(state, comparison))))


def hits(comparison: Comparison, state: ReadingState) -> str:
    """``hit 2 of 9 for “Donbas”``; empty when nothing is looked for."""
    words = state.search.strip()
    if not words:
        return ""
    number, found = hit_position(state, comparison)
    return f"hit {number} of {found} for “{words}”" if found else f"no hit for “{words}”"


def hits_by_source(comparison: Comparison, state: ReadingState) -> str:
    """``TIME 3, Sky News 6``; empty when nothing is found."""
    shown = panes(state, comparison)
    counts = index_of(comparison).search.hits(shown, state.search).by_article
    if not any(counts.values()):
        return ""
    return ", ".join(f"{comparison.article(pane).label} {counts.get(pane, 0)}" for pane in shown)


def filter_words(state: ReadingState) -> str:
    """What the filter lets through, when it keeps anything back."""
    standings = "" if len(state.standings) == len(STANDINGS) else " ".join(
        SIGNS[one] for one in STANDINGS if one in state.standings
    )  # fmt: skip
    kinds = "" if len(state.kinds) == len(KINDS) else ", ".join(one for one in KINDS if one in state.kinds)
    return f"shown: {dotted(standings, kinds)}" if standings or kinds else ""
