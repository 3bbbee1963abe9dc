"""The history of an article in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise
from typing import Final

from newsdiff.history.effects import compared_with, effects, named_alike
from newsdiff.history.model import Difference, Step, Version
from newsdiff.history.pieces import changes_between, pieces_of
from newsdiff.language.corrections import corrections_in
from newsdiff.library import Library
from newsdiff.library.records import StoredArticle
from newsdiff.model import Article, Comparison
from newsdiff.quick_dataclass import dataclass

STAND_IN: Final = "this is the feed's own text"
"""How the remark ends on a text that was kept because the page held no article."""


@dataclass(frozen=True)
class History:
    """Every text that an article has had. Comparisons are made when they are asked for, each once."""

    event: str
    title: str | None
    """Of the event."""
    article: str
    """Short name."""
    label: str
    versions: tuple[Version, ...]
    """Oldest first."""
    others: tuple[Article, ...]
    """The current articles of the event, this one among them."""
    _compared: dict[int, Comparison | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def newest(self) -> Version:
        """The version that stands there now."""
        return self.versions[-1]

    def version(self, number: int) -> Version:
        """The version of that number. Raises ValueError."""
        for version in self.versions:
            if version.number == number:
                return version
        raise ValueError(f"there is no version {number}: choose one of {self.numbers}")

    @property
    def numbers(self) -> str:
        """``1 to 4``."""
        return f"{self.versions[0].number} to {self.versions[-1].number}"

    def step(self, older: int, newer: int, *, effects_too: bool = True) -> Step:
        """What changed from one version to another, any two; with what it did to the comparison with the
        present texts of the other outlets, unless that is not wanted."""
        before, after = self.version(older), self.version(newer)
        changes = changes_between(pieces_of(before.article), pieces_of(after.article))
        differences: tuple[Difference, ...] = ()
        if effects_too:
            was, now = self._comparison(older), self._comparison(newer)
            if was is not None and now is not None:
                differences = effects(was, now, self.article)
        return Step(before, after, changes, differences)

    def _comparison(self, number: int) -> Comparison | None:
        if number not in self._compared:
            self._compared[number] = compared_with(self.version(number).article, self.others)
        return self._compared[number]


def history_of(library: Library, event: str, article: str) -> History:
    """The history of one article of an event. Raises LibraryError."""
    kept = library.events.versions(event, article)
    others = library.events.articles(event)
    shown = next((one for one in others if one.id == article), kept[0][1])
    texts = named_alike([text for _, text in kept], shown)
    versions = [_version(stored, text) for (stored, _), text in zip(kept, texts, strict=True)]
    return History(
        event=event,
        title=library.events.get(event).title,
        article=article,
        label=shown.label,
        versions=tuple(reversed(versions)),
        others=tuple(others),
    )


def _version(stored: StoredArticle, text: Article) -> Version:
    return Version(
        number=stored.version,
        article=text,
        first_seen=stored.retrieved,
        last_seen=stored.last_seen,
        words=stored.words,
        corrections=corrections_in(text),
        stand_in=any(remark.endswith(STAND_IN) for remark in stored.remarks),
    )


def steps_of(history: History) -> Sequence[Step]:
    """Every step from a version to the next, oldest first."""
    return [history.step(older.number, newer.number) for older, newer in pairwise(history.versions)]
