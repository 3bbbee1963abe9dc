"""The two lists of the library screen: events with their saved comparisons, and the sources of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.widgets.option_list import Option

from newsdiff.calendar.display import clock, day_range, short_day, sort_key
from newsdiff.counting import outlets_and_articles
from newsdiff.library import Overview, SavedComparison, StoredArticle, StoredEvent
from newsdiff.outlet_labels import labels_of
from newsdiff.sanitize import one_line
from tui.open_event import Choice
from tui.parts.plain_list import FAINT, PlainList
from tui.wording import count, dotted, some

OUTLETS_NAMED: Final = 6
EVENT_LINES: Final = 3
"""Title, facts, outlets."""
BAR: Final = 5
"""Cells of the little bar that shows how much of an article stands nowhere else."""
SHARE_WIDTH: Final = BAR + 5
LEFT_OUT: Final = "left out"
ListItem = StoredEvent | SavedComparison


class EventList(PlainList):
    """Events, each followed by its saved comparisons."""

    BORDER_TITLE = "Events"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.filled = False
        self._items: list[ListItem] = []
        self._on_top: str | None = None

    def show(
        self,
        events: Sequence[StoredEvent],
        saved: Mapping[str, Sequence[SavedComparison]],
        *,
        on_top: str | None = None,
    ) -> None:
        """Fill the list; the cursor stays on what it was on, else where it was. The event `on_top` stands
        first because it was read last."""
        self.filled = True
        self._on_top = on_top
        self._items = _with_saved(events, saved)
        self.fill([Option(self._prompt(item), id=item.id) for item in self._items])

    def add(self, events: Sequence[StoredEvent], saved: Mapping[str, Sequence[SavedComparison]]) -> None:
        """Add events at the end; what is listed stays as it is."""
        new = _with_saved(events, saved)
        self._items += new
        self.add_options([Option(self._prompt(item), id=item.id) for item in new])

    def update_event(self, event: StoredEvent) -> None:
        """Show what is known of a listed event now."""
        for place, item in enumerate(self._items):
            if item.id == event.id:
                self._items[place] = event
                self.replace_option_prompt_at_index(place, self._prompt(event))

    def move_to(self, *ids: str | None) -> None:
        """Put the cursor on the first of these that is in the list."""
        places = {item.id: place for place, item in enumerate(self._items)}
        self.highlighted = next((places[id] for id in ids if id in places), self.highlighted)

    @property
    def current(self) -> ListItem | None:
        """What the cursor is on."""
        if self.highlighted is None or self.highlighted >= len(self._items):
            return None
        return self._items[self.highlighted]

    def in_sight(self) -> Iterator[StoredEvent]:
        """The events that are on the screen, from above."""
        top, line = self.scroll_offset.y, 0
        for item in self._items:
            height = EVENT_LINES if isinstance(item, StoredEvent) else 1
            if line + height > top and line < top + self.size.height and isinstance(item, StoredEvent):
                yield item
            line += height

    @property
    def current_event(self) -> str | None:
        """Id of the event that the cursor is on, or whose saved comparison it is on."""
        item = self.current
        return item.event if isinstance(item, SavedComparison) else item.id if item else None

    def _prompt(self, item: ListItem) -> Content:
        if isinstance(item, SavedComparison):
            name = Content.assemble(("  ▪ ", "$accent"), one_line(item.name))
            facts_line = dotted(
                count(len(item.view.sources), "source") if item.view.sources else "",
                short_day(item.updated.date()),
            )
            return name + Content.styled(f"  {facts_line}", FAINT)
        title = Content.styled(one_line(item.title or "An event without a title"), "bold")
        outlets = "  " + some(outlet_names(item.outlets), OUTLETS_NAMED)
        facts_line = dotted("read last" if item.id == self._on_top else "", facts(item))
        return Content("\n").join([title, Content.styled("  " + facts_line, FAINT), Content(outlets)])


def _with_saved(
    events: Sequence[StoredEvent], saved: Mapping[str, Sequence[SavedComparison]]
) -> list[ListItem]:
    """Each event, followed by its saved comparisons."""
    items: list[ListItem] = []
    for event in events:
        items += [event, *saved.get(event.id, ())]
    return items


def outlet_names(outlets: Sequence[str]) -> list[str]:
    """Each outlet once, with the number of its articles where it has several: ``TIME``, ``Sky News ×2``."""
    numbers = Counter(one_line(outlet) for outlet in outlets)
    return [f"{outlet} ×{number}" if number > 1 else outlet for outlet, number in numbers.items()]


def facts(event: StoredEvent) -> str:
    """``5 outlets · 14 worth a look · 3 notes · 2–4 Dec 2025 · 3 independent texts``: what matters first, as
    a narrow list cuts the end."""
    differing = f"{event.differences} worth a look" if event.differences is not None else ""
    notes = count(event.notes, "note") if event.notes else ""
    notes += f" ({event.unseen} unseen)" if event.unseen else ""
    orphans = count(event.orphans, "orphan") if event.orphans else ""
    when = day_range(event.first_published, event.last_published)
    pinned = "pinned" if event.pinned else ""
    return dotted(
        outlets_and_articles(event.outlets, event.countries),
        differing,
        notes,
        orphans,
        when,
        independent(event),
        pinned,
    )


def independent(event: StoredEvent) -> str:
    """``3 independent texts`` where some only repeat another's text."""
    if event.independent is None or event.independent >= len(event.outlets):
        return ""
    return count(event.independent, "independent text")


def share_shown(share: float | None) -> str:
    """``▰▰▱▱▱  42%`` for 0.42; dots where it is not known yet."""
    if share is None:
        return "·" * BAR
    filled = round(share * BAR)
    return "▰" * filled + "▱" * (BAR - filled) + f"{share:5.0%}"


class SourceList(PlainList):
    """The sources of the event under the cursor; those left out stay in the list, unticked."""

    BORDER_TITLE = "Sources · share unmatched"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._sources: tuple[StoredArticle, ...] = ()
        self._labels: dict[str, str] = {}
        """Short name -> label that no other source has."""
        self._changed: frozenset[str] = frozenset()
        self._years_shown = False
        """Whether the sources are of several years; a year they share is shown with the event."""

    def show(
        self,
        sources: Sequence[StoredArticle],
        choice: Choice,
        overview: Overview | None,
        changed: frozenset[str] = frozenset(),
    ) -> None:
        """Fill the list; the cursor stays where it was. `changed` are the sources whose text did since they
        were read."""
        place = self.highlighted
        self._changed = changed
        self._sources = tuple(sorted(sources, key=_by_moment))
        self._labels = labels_of((one.id, one.outlet, one.published) for one in sources)
        self._years_shown = len({one.published.year for one in sources if one.published}) > 1
        self.set_options([Option(self._prompt(one, choice, overview), id=one.id) for one in self._sources])
        if sources and place is not None:
            self.highlighted = min(place, len(sources) - 1)

    @property
    def current(self) -> StoredArticle | None:
        """The source under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self._sources):
            return None
        return self._sources[self.highlighted]

    def _prompt(self, source: StoredArticle, choice: Choice, overview: Overview | None) -> Content:
        taken = choice.takes(source.id)
        unmatched = overview.unmatched.get(source.id) if overview and taken else None
        facts_line = dotted(
            short_day(source.published, year=self._years_shown),
            clock(source.published_at),
            source.country,
            count(source.words, "word"),
            _language_name(source.language),
        )
        head = Content.assemble(
            ("■ " if taken else "□ ", "$primary" if taken else FAINT),
            (f"{share_shown(unmatched) if taken else LEFT_OUT:<{SHARE_WIDTH}} ", "" if taken else FAINT),
            (one_line(self._labels[source.id]), "bold" if taken else FAINT),
            (f"  {facts_line}", FAINT),
        )
        headline = one_line(source.title or "no headline")
        lines = [head, Content.styled(f"  {headline}", "" if source.title else FAINT)]
        if source.id in self._changed:
            lines.append(Content.styled("  Δ changed since you read it", "$text-accent"))
        lines += [Content.styled(f"  ! {one_line(remark)}", "$text-warning") for remark in source.remarks]
        return Content("\n").join(lines)


def _by_moment(source: StoredArticle) -> tuple[bool, str, str]:
    """Those whose day is known first, as they were published."""
    key = sort_key(source.published, source.published_at)
    return not key, key, source.id


def _language_name(tag: str) -> str:
    """``German``; nothing for English, and for a text too short to recognize."""
    if tag in ("en", "und"):
        return ""
    from newsdiff.language.names import language_name  # brings the model, which starting does without

    return language_name(tag)
