"""What takes are made of. All words are verbatim; offsets are code points, end-exclusive.

take          articles of at least two independent texts that put the same first, and no other article does
unit          articles that print one text, word for word or nearly so: they count once, and stand in one take
label         words of one headline of the take that stand in no headline outside of it
between       said of an article that is in no take and near to several
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from newsdiff.quick_dataclass import dataclass

LEAST_TEXTS: Final = 2
"""Independent texts that a take needs, and that must have a thing for the take to have it: what one text puts
first is that text."""
Left: TypeAlias = Literal["between", "near", "alone", "not compared"]
"""between: near to several takes; near: near to one, yet not of it; alone: near to none; not compared:
without a headline, or in another language."""
Passage: TypeAlias = tuple[str, int, int]
"""Article id, start and end."""


@dataclass(frozen=True, slots=True)
class HeadlineWord:
    """A word in headlines of a take, as each of them writes it."""

    words: tuple[tuple[str, str], ...]
    """Article id and the word as its headline has it, in article order."""
    texts: int
    """Independent texts of the take in whose headlines it stands."""

    @property
    def shown(self) -> str:
        """The word as it is written first."""
        return self.words[0][1]


@dataclass(frozen=True, slots=True)
class LedWith:
    """A statement that several articles of a take have near their tops, in the words of each."""

    statement: str
    passages: tuple[Passage, ...]
    """Article id, start and end of its sentence; in article order."""
    outside: tuple[str, ...]
    """Articles outside of the take that report it as well, wherever in their texts."""


@dataclass(frozen=True, slots=True)
class Take:
    """Articles that put the same first."""

    id: str
    label: str
    """Words of the headline of `labelled_by`, on one line."""
    labelled_by: str
    """The article whose headline the label stands in."""
    articles: tuple[str, ...]
    """In article order."""
    independent_texts: int
    latest: int
    """Of these, those that were published on the last day of the event."""
    countries: tuple[tuple[str, int], ...]
    """Country and how many of its independent texts, most first; empty where no country is known."""
    words: tuple[HeadlineWord, ...]
    """What its headlines have in common and no other headline has."""
    leads: tuple[LedWith, ...]
    """What its articles have near the top in common, what most have first."""
    speakers: tuple[str, ...]
    """Whom two of its texts or more quote, and no other article does."""
    within: float
    """Mean distance of two of its texts, 0 to 1."""
    outside: float
    """Mean distance of its texts to those of all other takes."""


@dataclass(frozen=True, slots=True)
class NoTake:
    """An article that stands in no take, and why."""

    article: str
    why: Left
    near: tuple[str, ...] = ()
    """Ids of the takes it is near to, the nearest first."""


@dataclass(frozen=True, slots=True)
class Takes:
    """The takes of an event; none where its texts fall into no groups."""

    takes: tuple[Take, ...]
    """Those of most independent texts first."""
    others: tuple[NoTake, ...]
    """The articles in no take, in article order; empty where there are no takes."""
    most_common: str | None
    """Id of the take that more independent texts of the last day share than any other, two at least."""
    last_day: str | None
    """The last day on which an article of the event was published, ISO 8601."""
    because: str
    """How the takes were found, or why there are none."""
