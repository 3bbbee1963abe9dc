"""The event that is being read: its articles, what was chosen, and everything the reader does to it.

An event that was opened from files stays outside the library until the reader writes, links, marks or
saves something: reading alone leaves no traces. The first such act stores it, in the same breath.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsdiff.library import (
    Library,
    Note,
    ReadingPosition,
    SavedComparison,
    Session,
    StoredVerdict,
    VerdictTarget,
    View,
)
from newsdiff.library.records import Scalar

if TYPE_CHECKING:
    from newsdiff.library.opinions_at_hand import OpinionsAtHand
    from newsdiff.library.translating import Translating
    from newsdiff.model import Article, Comparison, Kind, Level, ManualLink, Role
    from newsdiff.readers import EventReading
    from newsdiff.verdicts.model import VerdictKind


@dataclass(frozen=True, slots=True)
class Choice:
    """What of an event is compared, and how surely."""

    sources: frozenset[str] = frozenset()
    """Short names of the chosen articles; empty for all."""
    base: str | None = None
    level: Level = "normal"

    def takes(self, article_id: str) -> bool:
        """Whether the article is among those compared."""
        return not self.sources or article_id in self.sources


class LastCompared:
    """The last comparison without verdicts: a verdict changes nothing of what the engine finds."""

    def __init__(self) -> None:
        self._known: tuple[tuple[object, ...], Comparison] | None = None

    def of(
        self,
        articles: tuple[Article, ...],
        base: str | None,
        links: tuple[ManualLink, ...],
        level: Level,
        title: str | None,
    ) -> Comparison:
        """What `compare` makes of these; compares nothing where they are what was compared last."""
        from newsdiff.pipeline import compare

        asked = (articles, base, links, level, title)
        known = self._known
        if known is None or known[0] != asked:
            made = compare(articles, base=base, manual_links=links, level=level, title=title)
            known = self._known = (asked, made)
        return known[1]


@dataclass
class OpenedEvent:
    """An event on the desk. It is used from one thread at a time."""

    library: Library
    articles: tuple[Article, ...]
    title: str | None
    event: str | None = None
    """Id in the library; None while nothing was written."""
    reading: EventReading | None = None
    """What was read from files, while it is not in the library."""
    choice: Choice = Choice()
    place: ReadingPosition = field(default_factory=ReadingPosition)
    options: Mapping[str, Scalar] = field(default_factory=dict)
    saved: SavedComparison | None = None
    links: tuple[ManualLink, ...] = ()
    notes: tuple[Note, ...] = ()
    verdicts: tuple[StoredVerdict, ...] = ()
    translating: Translating | None = None
    """None where no translate command is configured."""
    opinions: OpinionsAtHand | None = None
    """The second opinions that the library holds; None where the template of the settings cannot be read."""
    read: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    """Articles whose text changed since the reader left the event."""
    _last_compared: LastCompared = field(default_factory=LastCompared, repr=False, compare=False)

    # -- opening ---------------------------------------------------------------

    @classmethod
    def from_library(cls, library: Library, event: str) -> OpenedEvent:
        """Open an event as it was left."""
        session = library.reading.session(event)
        saved = None
        if session is not None and session.saved is not None:
            saved = next((one for one in library.saved.of(event) if one.id == session.saved), None)
        opened = cls(
            library, library.events.articles(event), library.events.get(event).title, event, saved=saved
        )
        opened.changed = library.reading.changed_since(event)
        if session is not None:
            opened.look(session.view)
        opened.reload()
        return opened

    @classmethod
    def from_saved(cls, library: Library, saved: SavedComparison) -> OpenedEvent:
        """Open a saved comparison: its sources, base, level, links and place."""
        event = library.events.get(saved.event)
        if saved.links != library.reading.links(saved.event):
            library.reading.set_links(saved.event, saved.links)
        opened = cls(library, library.events.articles(saved.event), event.title, saved.event, saved=saved)
        opened.look(saved.view)
        opened.reload()
        return opened

    @classmethod
    def from_files(cls, library: Library, reading: EventReading) -> OpenedEvent:
        """Open articles that were just read; texts that the library holds already open with their notes."""
        if known := library.events.holding(reading.articles):
            return cls.from_library(library, known.id)
        from newsdiff.pipeline import distinct_ids

        return cls(library, distinct_ids(reading.articles), reading.title, reading=reading)

    def look(self, view: View) -> None:
        """Take over what a view says, as far as the sources are still there."""
        known = {article.id for article in self.articles}
        sources = frozenset(view.sources) & known
        base = view.base if view.base in known else None
        self.choice = Choice(sources if len(sources) > 1 else frozenset(), base, view.level)
        self.place = view.place
        self.options = dict(view.options)

    def stand_on(self, note: Note) -> bool:
        """Make the place of a note the one to open at; False when it stands in none of the texts shown."""
        for target in note.targets:
            span = target.span
            article = next((one for one in self.chosen if one.id == target.article), None)
            if span is None or article is None:
                continue
            block = next((one for one in article.paragraphs if one.start <= span[0] < one.end), None)
            if block is not None:
                self.place = ReadingPosition(None, block.id, article.id)
                return True
        return False

    # -- comparing -------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Article, ...]:
        """The articles that are compared."""
        return tuple(article for article in self.articles if self.choice.takes(article.id))

    def compare(self) -> Comparison:
        """The comparison of the chosen sources with the reader's links and verdicts.

        Takes up to seconds where anything but verdicts has changed since the last time.
        """
        from newsdiff.exchange.verdicts import verdicts_on
        from newsdiff.verdicts.apply import apply_verdicts

        chosen = self.in_english
        ids = {article.id for article in chosen}
        paragraphs = {block.id for article in chosen for block in article.paragraphs}
        compared = self._last_compared.of(
            chosen,
            self.choice.base if self.choice.base in ids else None,
            tuple(link for link in self.links if link.a in paragraphs and link.b in paragraphs),
            self.choice.level,
            self.title,
        )
        return apply_verdicts(compared, verdicts_on(chosen, self.verdicts))

    def with_opinions(self, comparison: Comparison) -> Comparison:
        """The comparison with the second opinions that were given before. Looks into the library."""
        return comparison if self.opinions is None else self.opinions.on(comparison)

    @property
    def in_english(self) -> tuple[Article, ...]:
        """The articles that are compared, translated where that was done before. Looks into the library."""
        translating = self.translating
        if translating is None:
            return self.chosen
        return tuple(
            (translating.known(article) or article) if not article.in_english else article
            for article in self.chosen
        )

    def untranslated(self, given_up: Container[str] = ()) -> tuple[Article, ...]:
        """The articles that could be translated and are not; without the texts that are `given_up`."""
        if self.translating is None:
            return ()
        from newsdiff.library.translating import wants_translation

        return tuple(
            article
            for article in self.in_english
            if wants_translation(article) and article.sha256 not in given_up
        )

    def article(self, article_id: str) -> Article:
        """The article of that short name. Raises KeyError."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    # -- writing ---------------------------------------------------------------

    def stored(self) -> str:
        """Id of the event in the library; an event read from files is put there now."""
        if self.event is None:
            if self.reading is None:
                raise ValueError("an opened event is either in the library or was read from files")
            self.event = self.library.events.add(self.reading, title=self.title).id
            self.articles = self.library.events.articles(self.event)
            self.reading = None
            self.library.reading.mark_read(self.event, self.read)
        return self.event

    def reload(self) -> None:
        """Read anew what can change: articles' roles and names, links, notes, what was read."""
        if self.event is None:
            return
        self.articles = self.library.events.articles(self.event)
        self.links = self.library.reading.links(self.event)
        self.notes = self.library.notes.of(self.event)
        self.verdicts = self.library.verdicts.of(self.event)
        self.read = self.library.reading.read(self.event)

    def link(self, a: str, b: str, *, linked: bool) -> ManualLink | None:
        """Link or unlink two paragraphs for ever; returns what the reader had said about them before."""
        before = next((link for link in self.links if {link.a, link.b} == {a, b}), None)
        event = self.stored()
        self.library.reading.link(event, a, b, linked=linked)
        self.links = self.library.reading.links(event)
        return before

    def unsay(self, a: str, b: str, before: ManualLink | None) -> None:
        """Take a link or unlink back: what was said before holds again."""
        event = self.stored()
        if before is None:
            self.library.reading.forget_link(event, a, b)
        else:
            self.library.reading.link(event, a, b, linked=before.linked)
        self.links = self.library.reading.links(event)

    def set_role(self, article_id: str, start: int, role: Role, reason: str) -> None:
        """Give the block that begins at `start` another role; what the reader puts aside gets the reason."""
        event = self.stored()
        block = next(block for block in self.article(article_id).blocks if block.start == start)
        kept_reason = reason if role != "paragraph" else ""
        self.library.events.set_role(event, article_id, block.id, role, kept_reason)
        self.reload()

    def rename_outlet(self, article_id: str, outlet: str | None) -> None:
        """Call an article's outlet by another name; None for the one it was read with."""
        self.library.events.rename_outlet(self.stored(), article_id, outlet)
        self.reload()

    def mark_read(self, paragraphs: Iterable[str], *, read: bool) -> None:
        """Mark paragraphs as read or unread; outside the library it holds until newsdiff is left."""
        marked = frozenset(paragraphs)
        if self.event is None:
            self.read = self.read | marked if read else self.read - marked
            return
        self.library.reading.mark_read(self.event, marked, read=read)
        self.read = self.library.reading.read(self.event)

    def judge(
        self,
        kind: VerdictKind,
        targets: Sequence[VerdictTarget],
        *,
        label: str = "",
        detail_kind: Kind = "claim",
        instead_of: Iterable[str] = (),
    ) -> Callable[[], None]:
        """Keep a verdict on some words, in the place of others (by their ids); returns what takes it back."""
        event = self.stored()
        gone = tuple(instead_of)
        for verdict in gone:
            self.library.verdicts.delete(verdict)
        made = self.library.verdicts.add(event, kind, targets, label=label, detail_kind=detail_kind)
        self.verdicts = self.library.verdicts.of(event)
        return lambda: self._unjudge(event, (made.id,), gone)

    def take_back(self, verdicts: Iterable[str]) -> Callable[[], None]:
        """Take verdicts back; returns what gives them again."""
        event, gone = self.stored(), tuple(verdicts)
        self._unjudge(event, gone, ())
        return lambda: self._unjudge(event, (), gone)

    def _unjudge(self, event: str, gone: Iterable[str], again: Iterable[str]) -> None:
        for verdict in gone:
            self.library.verdicts.delete(verdict)
        for verdict in again:
            self.library.verdicts.restore(verdict)
        self.verdicts = self.library.verdicts.of(event)

    # -- keeping ---------------------------------------------------------------

    def view(self, place: ReadingPosition, options: Mapping[str, Scalar]) -> View:
        """How the comparison is looked at now."""
        sources = tuple(sorted(self.choice.sources))
        return View(sources, self.choice.base, self.choice.level, place, dict(options))

    def save(self, name: str, view: View) -> SavedComparison:
        """Save under a name: again when it is the one that is open or stands in the list, else anew."""
        event = self.stored()
        same = next((one for one in self.library.saved.of(event) if one.name == name), None)
        self.saved = (
            self.library.saved.update(same.id, view) if same else self.library.saved.add(event, name, view)
        )
        return self.saved

    def leave(self, view: View) -> None:
        """Remember the place; an event outside the library leaves no trace."""
        if self.event is not None:
            self.library.reading.leave(Session(self.event, view, self.saved.id if self.saved else None))


def leaving_out(choice: Choice, article_id: str, articles: Sequence[str]) -> Choice | None:
    """The choice with one source left out, or taken in again; None when fewer than two would be left."""
    sources = set(choice.sources or articles)
    sources ^= {article_id}
    if len(sources) < 2:
        return None
    everything = sources == set(articles)
    base = choice.base if choice.base in sources else None
    return replace(choice, sources=frozenset() if everything else frozenset(sources), base=base)
