"""A saved comparison with its texts, links and notes, for another library. Ids stay the same, so that a
library recognises what it has already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from newsdiff.library.records import Note, StoredVerdict, View
from newsdiff.model import Article, Role
from newsdiff.opinion.handed_on import HandedOn
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RoleChange:
    """The reader's decision on a block."""

    start: int
    end: int
    role: Role
    reason: str


@dataclass(frozen=True, slots=True)
class TransferText:
    """One text of an article, exactly as it was read, and what the reader changed about it."""

    article: Article
    retrieved: datetime
    renamed: str | None = None
    roles: tuple[RoleChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphAnchor:
    """A paragraph, by text and offsets."""

    article: str
    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TransferLink:
    """The reader's decision on two paragraphs."""

    a: ParagraphAnchor
    b: ParagraphAnchor
    linked: bool


@dataclass(frozen=True, slots=True)
class TransferSaved:
    """The saved comparison itself."""

    id: str
    name: str
    created: datetime
    updated: datetime
    version: int
    texts: Mapping[str, str]
    """Short name -> SHA-256 of the text that was compared."""
    view: View
    """Without its paragraph, which is `paragraph`."""
    paragraph: ParagraphAnchor | None
    links: tuple[TransferLink, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """All of it. `texts` are in the order of their versions; every text that something points at is there."""

    event: str
    title: str | None
    created: datetime
    texts: tuple[TransferText, ...]
    saved: TransferSaved
    notes: tuple[Note, ...]
    verdicts: tuple[StoredVerdict, ...] = ()
    opinions: tuple[HandedOn, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge added."""

    event: str
    name: str
    """Of the saved comparison, as it is called here."""
    new_event: bool = False
    texts: int = 0
    notes: int = 0
    conflicts: int = 0
    """Notes that were changed on both sides and are now there twice; counted in `notes`, too."""
    saved: bool = False
    """Whether the saved comparison is new or newer."""
    verdicts: int = 0
    opinions: int = 0
