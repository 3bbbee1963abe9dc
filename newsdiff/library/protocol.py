"""What a library can do, independent of its storage. Every method that changes something is one transaction,
on disk when the call returns. All raise `LibraryError`; safe to call from any thread."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from newsdiff.library.feeds_protocol import Feeds, Pages
from newsdiff.library.records import (
    Added,
    Changes,
    Edited,
    LookAlike,
    Note,
    NoteTarget,
    Overview,
    Placed,
    SavedComparison,
    Session,
    SortOrder,
    State,
    StoredArticle,
    StoredEvent,
    StoredVerdict,
    VerdictTarget,
    View,
    Why,
)

if TYPE_CHECKING:
    from newsdiff.library.transfer import Merged, Transfer
    from newsdiff.model import Article, Kind, ManualLink, Role
    from newsdiff.opinion.handed_on import HandedOn
    from newsdiff.verdicts.model import VerdictKind
    from newsdiff.world.model import Report


class EventArticles(Protocol):
    """Articles that were just read on one event: what `newsdiff.readers.read_event` returns."""

    @property
    def title(self) -> str | None:
        """What happened, where the input says so."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles."""


class Events(Protocol):
    """The events and their articles."""

    def all(self) -> tuple[StoredEvent, ...]:
        """Every event, last changed first."""

    def search(self, words: str) -> tuple[StoredEvent, ...]:
        """Events whose title, outlets or headlines match `words` loosely, best first."""

    def page(
        self,
        words: str = "",
        *,
        since: date | None = None,
        outlet: str | None = None,
        countries: Collection[str] | None = None,
        language: str | None = None,
        order: SortOrder = "changed",
        limit: int = 50,
        offset: int = 0,
        after: str | None = None,
    ) -> tuple[StoredEvent, ...]:
        """Some of the events: those with an article that holds every word (titles and bodies, folded:
        "zelenski" finds "Zełenski"; the last word may be unfinished) or with the words in their title,
        published on or after `since`, by an outlet of that name, of one of these countries (codes), in that
        language (ISO 639-1; one article answers for all four). `after`: the id of the event after which
        the page begins. Costs the same in a large library, and on every page that begins after an event."""

    def named(self, name: str) -> tuple[StoredEvent, ...]:
        """Events whose id begins so (four characters or more) or that have exactly this title."""

    def titles(self, events: Iterable[str]) -> Mapping[str, str | None]:
        """The titles of some events by their ids; those that are not there are left out."""

    def count(self) -> int:
        """How many events there are."""

    def get(self, event: str) -> StoredEvent:
        """One event. Raises NotInLibraryError."""

    def holding(self, articles: Iterable[Article]) -> StoredEvent | None:
        """The event with exactly these texts, if there is one."""

    def standing(self, sha256s: Iterable[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The articles that hold each text now: hash -> event and short name, the oldest first. Grouping may
        move an article when others are added."""

    def add(self, reading: EventArticles, *, title: str | None = None) -> StoredEvent:
        """Store an event. An event that already has exactly these texts is returned instead."""

    def add_articles(self, event: str, articles: Iterable[Article]) -> Added:
        """Add articles. One with the URL or file name of an article already there replaces its text."""

    def place(
        self,
        articles: Iterable[Article],
        *,
        event: str | None = None,
        known_as: Mapping[int, str] = MappingProxyType({}),
        stand_ins: Container[int] = frozenset(),
    ) -> tuple[Placed, ...]:
        """Keep articles, each in the event that reports the same, or in a new one; one answer for each, in
        their order. A known text stays as it is, a changed text of a known URL becomes its newer version.
        `event` (an id or a title, made when there is none) takes them all, whatever grouping says.
        `known_as`: by its number an address under which an article may be known; `stand_ins`: numbers of
        those that only hold the place of an article which is not there, and replace no text."""

    def move(self, event: str, article: str, to: str) -> None:
        """Move an article to another event with the notes that are on it alone. Grouping keeps the two
        events apart from then on; so it does after `split`."""

    def split(self, event: str, articles: Iterable[str], *, title: str | None = None) -> StoredEvent:
        """Make an event of some articles of another."""

    def join(self, event: str, into: str) -> StoredEvent:
        """Merge an event with its notes into another, which keeps its id."""

    def unjoin(self, event: str) -> StoredEvent:
        """Take out of an event the one that was put into it last, by the id it had, with what is written on
        its articles; grouping keeps the two apart from then on. Raises NotInLibraryError if there is none."""

    def pin(self, event: str, *, pinned: bool = True) -> None:
        """Pin an event, so that grouping leaves it unchanged, or unpin it."""

    def why(self, event: str) -> tuple[Why, ...]:
        """What each article has in common with the others of its event, by short name."""

    def look_alikes(self, event: str) -> tuple[LookAlike, ...]:
        """Other events that are reported in much the same words, and what keeps them apart."""

    def articles(self, event: str) -> tuple[Article, ...]:
        """The current articles with the reader's outlet names and block roles, ready for `compare`."""

    def sources(self, event: str) -> tuple[StoredArticle, ...]:
        """The current articles without their texts: for lists."""

    def called(self, name: str) -> tuple[StoredArticle, ...]:
        """The current articles that a person may mean: at this address, however it is written; else whose
        text has a hash that begins so (six digits or more); else of this headline; else of this short name.
        Ten at most."""

    def versions(self, event: str, article: str) -> tuple[tuple[StoredArticle, Article], ...]:
        """All texts an article has had, newest first."""

    def rename(self, event: str, title: str | None) -> None:
        """Give the event another title."""

    def rename_outlet(self, event: str, article: str, outlet: str | None) -> None:
        """Give a source another label; None takes the name as read again."""

    def set_role(self, event: str, article: str, block: str, role: Role | None, reason: str = "") -> None:
        """Give a block (an id in `articles(event)`) another role; None takes the role as read again."""

    def delete(self, event: str) -> None:
        """Delete the event with its notes and saved comparisons; `restore` undoes it."""

    def restore(self, event: str) -> None:
        """Undo `delete`."""

    def keep_overview(self, event: str, overview: Overview) -> None:
        """Remember what a comparison found, for this version of the engine and these articles and links."""


class Notes(Protocol):
    """The notes."""

    def of(self, event: str) -> tuple[Note, ...]:
        """The notes of an event, oldest first."""

    def of_saved(self, saved: str) -> tuple[Note, ...]:
        """The notes of the event that are on the sources a saved comparison has chosen."""

    def all(self) -> tuple[Note, ...]:
        """All notes, newest first."""

    def get(self, note: str) -> Note:
        """One note. Raises NotInLibraryError."""

    def add(
        self,
        event: str,
        body: str,
        targets: Sequence[NoteTarget] = (),
        *,
        tags: Iterable[str] = (),
        state: State = "open",
        colour: str | None = None,
    ) -> Note:
        """Write a note."""

    def edit(
        self,
        note: Note,
        *,
        body: str | None = None,
        tags: Iterable[str] | None = None,
        state: State | None = None,
        colour: str | None = None,
    ) -> Edited:
        """Change what is given (an empty `colour` takes it away). When somebody else changed or deleted
        the note since `note` was read, theirs stays and ours becomes a second note: nothing is lost."""

    def attach(self, note: str, target: int, start: int, end: int) -> Note:
        """Attach an orphaned target to the span that the reader chose in the current text."""

    def delete(self, note: str) -> None:
        """Delete a note; `restore` undoes it."""

    def restore(self, note: str) -> Note:
        """Undo `delete`."""

    def see(self, event: str) -> None:
        """The reader has seen all notes of an event as they are now."""

    def unseen(self, event: str) -> frozenset[str]:
        """Ids of the notes of others on an event that the reader has not seen yet, or not as they are now."""

    def tags(self) -> Mapping[str, int]:
        """Every tag in use and how many notes carry it, most used first."""


class Verdicts(Protocol):
    """What the reader says of marks."""

    def of(self, event: str) -> tuple[StoredVerdict, ...]:
        """The verdicts of an event, oldest first: the order in which `compare` applies them."""

    def of_saved(self, saved: str) -> tuple[StoredVerdict, ...]:
        """The verdicts that stand wholly on the sources a saved comparison has chosen."""

    def add(
        self,
        event: str,
        kind: VerdictKind,
        targets: Sequence[VerdictTarget],
        *,
        label: str = "",
        detail_kind: Kind = "claim",
    ) -> StoredVerdict:
        """Keep a verdict on some words."""

    def delete(self, verdict: str) -> None:
        """Take a verdict back; `restore` undoes it."""

    def restore(self, verdict: str) -> None:
        """Undo `delete`."""


class SavedComparisons(Protocol):
    """The saved comparisons."""

    def all(self) -> tuple[SavedComparison, ...]:
        """Those of all events, last changed first, for lists: without links and the paragraph of the place,
        which `get` adds."""

    def of(self, event: str) -> tuple[SavedComparison, ...]:
        """Those of one event, by name."""

    def get(self, saved: str) -> SavedComparison:
        """By id. Raises NotInLibraryError."""

    def find(self, name_or_id: str) -> SavedComparison:
        """By name or the start of its id, as typed on a command line. Raises NotInLibraryError."""

    def as_it_was(self, saved: str) -> tuple[tuple[Article, ...], tuple[ManualLink, ...]]:
        """The articles with the very texts that were compared, whatever replaced them since, and the saved
        links in the ids of their paragraphs."""

    def add(self, event: str, name: str, view: View) -> SavedComparison:
        """Save, or save as: keeps the view and the event's links as they are now. Raises NameTakenError."""

    def update(self, saved: str, view: View) -> SavedComparison:
        """Save again under the same name."""

    def rename(self, saved: str, name: str) -> SavedComparison:
        """Give it another name. Raises NameTakenError."""

    def duplicate(self, saved: str) -> SavedComparison:
        """A copy, called "… copy"."""

    def delete(self, saved: str) -> None:
        """Delete it (its notes stay with the event); `restore` undoes it."""

    def restore(self, saved: str) -> SavedComparison:
        """Undo `delete`."""


class ReadingStates(Protocol):
    """What the reader does while reading: links by hand, rows read, the place to come back to.

    Paragraph ids are those of `Events.articles(event)`; they are stored by text, so that they survive a
    renumbering of blocks and, where the words are found again, a newer text.
    """

    def links(self, event: str) -> tuple[ManualLink, ...]:
        """The reader's links, ready for `compare`; those whose paragraphs are gone are left out."""

    def link(self, event: str, a: str, b: str, *, linked: bool = True) -> None:
        """Link two paragraphs, or unlink them; replaces an earlier decision on the two."""

    def forget_link(self, event: str, a: str, b: str) -> None:
        """Remove the reader's decision on the two paragraphs."""

    def set_links(self, event: str, links: Iterable[ManualLink]) -> None:
        """Replace all links of the event (when a saved comparison is opened)."""

    def read(self, event: str) -> frozenset[str]:
        """Ids of the paragraphs that were marked as read."""

    def mark_read(self, event: str, paragraphs: Iterable[str], *, read: bool = True) -> None:
        """Mark paragraphs as read or unread."""

    def leave(self, session: Session) -> None:
        """Remember where the reader is."""

    def session(self, event: str | None = None) -> Session | None:
        """Where the reader was in this event, or last of all."""

    def changed_since(self, event: str) -> frozenset[str]:
        """The articles, by short name, whose text changed since this reader left the event."""


class Translations(Protocol):
    """Translations of paragraphs, each made once by one command."""

    def known(self, pieces: Iterable[str], command: str) -> dict[str, str]:
        """Of these paragraphs those that the command has translated, with what it made of them."""

    def keep(self, translations: Mapping[str, str], command: str) -> None:
        """Keep what a command made of paragraphs."""


class World(Protocol):
    """Which outlets report which events, by country."""

    def reports(self, *, since: date | None = None, until: date | None = None) -> tuple[Report, ...]:
        """Every current article of the events, published in these days, in the order in which they came."""

    def first_printed(self, events: Iterable[str]) -> Mapping[int, int]:
        """Number of every current article of some events -> number of the one that printed its text first:
        its own unless it repeats another of the event, word for word or nearly so."""


class Opinions(Protocol):
    """Answers of programs of the reader's own, each given once to one question, and opinions that came with
    bundles."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept."""

    def known(self, questions: Iterable[str], asked: str) -> dict[str, str]:
        """Of these questions (SHA-256) those that this program has answered -> its answer."""

    def keep(self, question: str, asked: str, answer: str) -> None:
        """Keep what a program answered."""

    def given(self, passages: Iterable[str]) -> dict[str, HandedOn]:
        """Of these versions (SHA-256) those on which another gave an opinion -> the last one."""

    def keep_given(self, given: HandedOn) -> bool:
        """Keep what another gave; says whether it was not here yet."""


class Library(Protocol):
    """The whole library."""

    events: Events
    saved: SavedComparisons
    reading: ReadingStates
    path: Path
    """The file; of a library on a server, where the file would be."""
    place: str
    """The file, or the address on a server as people may see it."""
    me: str | None
    """Who writes here: the name in the settings, else the user of the server; None where neither is known."""
    is_shared: bool
    """Whether it is on a server, for several people and machines."""
    seconds_between_looks: float
    """How often `changes_since` is to be asked: where others write from afar, often; it costs little."""
    remark: str
    """What a person should know about the file, one line; empty when there is nothing."""

    @property
    def notes(self) -> Notes:
        """What readers write."""

    @property
    def verdicts(self) -> Verdicts:
        """What the reader says of marks."""

    @property
    def feeds(self) -> Feeds:
        """The feeds that are asked."""

    @property
    def world(self) -> World:
        """Which outlets report which events, by country."""

    @property
    def pages(self) -> Pages:
        """The pages that were fetched."""

    @property
    def translations(self) -> Translations:
        """The translations that were made."""

    @property
    def opinions(self) -> Opinions:
        """The second opinions that were given."""

    def changes_since(self, revision: int) -> Changes:
        """What changed since a revision. Costs microseconds: meant to be polled every second."""

    def revision(self) -> int:
        """Where to start asking `changes_since`."""

    def fact(self, key: str) -> str | None:
        """A remembered fact about this library."""

    def keep_fact(self, key: str, value: str) -> None:
        """Remember one."""

    def transfer(self, saved: str) -> Transfer:
        """A saved comparison with all that it stands on. Raises NotInLibraryError."""

    def merge(self, transfer: Transfer) -> Merged:
        """Add what the transfer has and this library does not. Nothing that is here is lost: a note that
        was changed on both sides is kept twice. Merging once more changes nothing."""

    def close(self) -> None:
        """Close the file."""

    def __enter__(self) -> Self:
        """Use as a context manager: closes at the end."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
