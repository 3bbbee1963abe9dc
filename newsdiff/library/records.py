"""What the library holds, as immutable records.

Short names (`article`) are the ids of articles inside their event ("sky"); `sha256` names a text.
Times are aware and in UTC. Offsets are code points into the article's text, end-exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsdiff.passwords import without_password
from newsdiff.quick_dataclass import dataclass

if TYPE_CHECKING:
    from newsdiff.model import Kind, Level, ManualLink
    from newsdiff.verdicts.model import VerdictKind

State: TypeAlias = Literal["open", "resolved", "question"]
TargetKind: TypeAlias = Literal["span", "paragraph", "detail", "row"]
How: TypeAlias = Literal["as written", "exact", "similar", "orphan"]
Scalar: TypeAlias = str | int | float | bool | None
PlacedState: TypeAlias = Literal["added", "unchanged", "newer version"]
SortOrder: TypeAlias = Literal["changed", "date", "outlets", "differences"]
ChangeKind: TypeAlias = Literal["event", "article", "note", "saved", "links", "read", "verdict"]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the library screen shows of an event without comparing it again."""

    differences: int
    lines: tuple[str, ...] = ()
    """What differs, in a few lines."""
    unmatched: Mapping[str, float] = field(default_factory=dict)
    """Short name of an article -> share of its body in paragraphs without a match, 0 to 1."""
    takes: tuple[str, ...] = ()
    """The takes in words, ``“Trump accuses China” 2 texts``; none where the texts fall into no groups."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with its counts."""

    id: str
    title: str | None
    created: datetime
    updated: datetime
    outlets: tuple[str, ...]
    """Label of each current article, in order of their short names."""
    first_published: date | None
    last_published: date | None
    notes: int
    orphans: int
    """Notes with a span that was not found again in the newer text."""
    saved: int
    """Saved comparisons."""
    overview: Overview | None = None
    """None when it was never computed or articles, links or the engine have changed since."""
    independent: int | None = None
    """Texts that are no copies of each other ("5 outlets, 3 independent texts"); None when not known."""
    pinned: bool = False
    """Whether grouping leaves it as it is."""
    countries: tuple[str, ...] = ()
    """Code of the country of each current article's outlet, in the order of `outlets`; empty where it is not
    known."""
    unseen: int = 0
    """Notes of others that this reader has not seen yet, or not as they are now."""

    @property
    def differences(self) -> int | None:
        """How many details differ; None when not known."""
        return self.overview.differences if self.overview else None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an added article was placed."""

    article: str
    """Its short name in the event."""
    event: str
    state: PlacedState


@dataclass(frozen=True, slots=True)
class StoredFeed:
    """A feed that is asked for articles, and how it went the last time."""

    url: str
    title: str
    """As the list it came from calls it; may be empty."""
    allow_private: bool
    """Whether its host may be a private one."""
    added: datetime
    asked: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    error: str = ""
    """Why the last time failed, one line; empty when it did not."""
    failures: int = 0
    """How many times in a row."""
    due: datetime | None = None
    """When it may be asked again; None for at once."""

    @property
    def shown(self) -> str:
        """Its address as it may be shown: an earlier version kept passwords."""
        return without_password(self.url)


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What a server said of a page from which an article was read."""

    url: str
    """As it was asked for."""
    sha256: str
    """Of the article's text."""
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class AskedPage:
    """The page of an article that may be asked for again."""

    url: str
    event: str
    article: str
    """Short name."""
    first_seen: datetime
    """When the article was brought in first."""
    asked: datetime | None = None
    """When it was last asked for again."""
    failures: int = 0
    """How often in a row that failed."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page whose article stands in the library."""

    page: FetchedPage
    event: str
    article: str
    """Its short name in the event."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why an article stands in its event: what it has in common with the others."""

    article: str
    label: str
    likeness: float
    """Mean likeness to the other articles, 0 to 1; grouping joins from `newsdiff.events.joining.JOINED`."""
    names: tuple[str, ...]
    """Names in common, those that weigh most first."""
    terms: tuple[str, ...]
    """Other rare terms in common."""
    copy_of: str | None = None
    """The label of the article whose text this one repeats."""
    against: str | None = None
    """What speaks against it all the same, in words: the label of the article it is least like, and why."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another event that is reported in much the same words and was kept apart."""

    event: str
    title: str | None
    because: tuple[str, ...]
    """What keeps them apart, in words; empty where the reader keeps them apart or it was too little."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article of an event without its text: what a list shows."""

    event: str
    id: str
    """Short name, unique among the event's current articles."""
    sha256: str
    source: str
    outlet: str | None
    """As the reader renamed it, else as read."""
    title: str | None
    published: date | None
    url: str | None
    words: int
    """Words in body paragraphs as read."""
    retrieved: datetime
    published_at: datetime | None = None
    """The clock time of that day where it is known: aware with a zone, naive without."""
    remarks: tuple[str, ...] = ()
    """What had to be decided when it was read, and what it lacks."""
    language: str = "en"
    """ISO 639-1, or ``und…`` where it was not recognised."""
    version: int = 1
    """1 for the first text, 2 for the one that replaced it, and so on."""
    current: bool = True
    renamed: bool = False
    country: str = ""
    """Code of the country that the outlet sits in; empty where it is not known."""
    seen: datetime | None = None
    """When this text was last found unchanged, None for not again since `retrieved`."""

    @property
    def last_seen(self) -> datetime:
        """The last time at which this text is known to have stood there."""
        return self.seen or self.retrieved

    @property
    def label(self) -> str:
        """What a person calls this source."""
        return self.outlet or self.id


@dataclass(frozen=True, slots=True)
class Reattachment:
    """Where a note's span stands in the text that is shown now."""

    how: How
    sha256: str
    """The text it was looked for in."""
    start: int
    end: int
    """For an orphan: the best candidate, or 0 and 0 when there is none. A candidate is never the place."""
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """A span a note is on, with the W3C selectors (quote and position) it was written with.

    They never change; `reattachment` says where the words are in a newer text. Make one with
    `newsdiff.library.anchors.target_on`.
    """

    article: str
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    kind: TargetKind = "span"
    reference: str = ""
    """What was pointed at: the label of a detail, the paragraphs of a row. For people, not for finding."""
    retrieved: datetime | None = None
    """When the text was brought in (W3C TimeState); filled by the library."""
    reattachment: Reattachment | None = None
    """None while the text is the one the note was written on."""

    @property
    def is_orphan(self) -> bool:
        """Whether the words were not found again."""
        return self.reattachment is not None and self.reattachment.how == "orphan"

    @property
    def span(self) -> tuple[int, int] | None:
        """Start and end in the article's current text; None for an orphan."""
        if self.reattachment is None:
            return self.start, self.end
        return None if self.is_orphan else (self.reattachment.start, self.reattachment.end)


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader wrote on one or more spans; with no target it is on the event as a whole."""

    id: str
    event: str
    created: datetime
    updated: datetime
    body: str
    tags: tuple[str, ...] = ()
    state: State = "open"
    colour: str | None = None
    targets: tuple[NoteTarget, ...] = ()
    version: int = 1
    """Counts the edits; the library uses it to notice that two windows edited one note."""
    conflict_of: str | None = None
    """The note that another window changed while this text was being written; both are kept."""
    author: str | None = None
    """Who wrote it; None where that is not known."""


@dataclass(frozen=True, slots=True)
class VerdictTarget:
    """Words that a verdict is about, anchored like those of a note."""

    target: NoteTarget
    part: int = 0
    """Targets of one part give one value, belong to one of the joined details, or stay together."""


@dataclass(frozen=True, slots=True)
class StoredVerdict:
    """What the reader says of a mark. It is never changed, only given and taken back."""

    id: str
    event: str
    created: datetime
    kind: VerdictKind
    targets: tuple[VerdictTarget, ...]
    label: str = ""
    """What the reader calls the detail."""
    detail_kind: Kind = "claim"
    """What kind of detail it was."""
    author: str | None = None
    """Who gave it; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The outcome of an edit."""

    note: Note
    """The note that now holds the reader's words."""
    other: Note | None = None
    """When somebody else changed the note meanwhile: their version, which stays beside `note`."""


@dataclass(frozen=True, slots=True)
class ReadingPosition:
    """Where the reader's cursor is."""

    row: str | None = None
    paragraph: str | None = None
    """Paragraph id. Stored by its text, so that it survives a renumbering; None when it is gone."""
    pane: str | None = None
    """Short name of the article."""
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """How a comparison was being looked at: everything that is needed to open it as it was left."""

    sources: tuple[str, ...] = ()
    """Short names of the chosen articles; empty for all of the event."""
    base: str | None = None
    level: Level = "normal"
    place: ReadingPosition = ReadingPosition()
    options: Mapping[str, Scalar] = field(default_factory=dict)
    """Switches of the screen (view, folds, filter, scroll lock), as the app names them."""

    @property
    def order(self) -> tuple[str, ...]:
        """The sources as the reader had put them; empty where none was moved."""
        return tuple(str(self.options.get("order") or "").splitlines())


@dataclass(frozen=True, slots=True)
class SavedComparison:
    """An event under a name with what was chosen, linked and looked at."""

    id: str
    name: str
    event: str
    created: datetime
    updated: datetime
    view: View
    links: tuple[ManualLink, ...] = ()
    """The reader's links, as saved, in the paragraph ids of the event's current articles."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Short name -> SHA-256 of the text that was compared."""
    version: int = 1
    author: str | None = None
    """Who saved it first; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where the reader was in an event when newsdiff was left."""

    event: str
    view: View
    saved: str | None = None
    """The saved comparison that was open."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the library."""

    kind: ChangeKind
    event: str | None
    subject: str
    """Id of the event, note or saved comparison; short name of an article."""
    ours: bool
    """Whether this `Library` object made it."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a revision."""

    revision: int
    items: tuple[Change, ...] = ()
    everything: bool = False
    """Too much happened to list it: read all anew."""

    @property
    def by_others(self) -> bool:
        """Whether another window or program changed something."""
        return self.everything or any(not item.ours for item in self.items)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding articles to an event did. All are short names but `orphans`."""

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    """Articles whose text changed: both versions stay, the newer one is shown."""
    unchanged: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    """Ids of notes whose words are not in the newer text."""
