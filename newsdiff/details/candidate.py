"""A detail before it gets its number: groups of mentions that each give one value, and how they relate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsdiff.details.occurrence import Occurrence, ReadingPlace
from newsdiff.details.source_copies import SourceCopies
from newsdiff.model import Detail, DetailValue, Kind, Relation


@dataclass(slots=True)
class ValueGroup:
    """Occurrences that give one value."""

    value: str
    occurrences: list[Occurrence]

    @property
    def articles(self) -> set[int]:
        """The numbers of the articles that give this value."""
        return {occurrence.article for occurrence in self.occurrences}

    @property
    def place(self) -> ReadingPlace:
        """Where the value stands first."""
        return min(occurrence.place for occurrence in self.occurrences)


@dataclass(slots=True)
class DetailCandidate:
    """One detail before it gets its number."""

    kind: Kind
    relation: Relation
    label: str
    """What is asked, in words of the texts."""
    groups: list[ValueGroup]
    confidence: float
    because: str
    near: set[str] = field(default_factory=set)
    """Ids of articles known to hold something near it: of these it is never said that they have nothing."""
    update: str | None = None
    also: set[int] = field(default_factory=set)
    """Numbers of articles that report the matter as well, though none of the values are their words."""

    @property
    def occurrences(self) -> list[Occurrence]:
        """All mentions of all values."""
        return [occurrence for group in self.groups for occurrence in group.occurrences]

    @property
    def articles(self) -> set[int]:
        """The numbers of the articles that report it."""
        return {occurrence.article for occurrence in self.occurrences} | self.also


def grouped_by_value(
    occurrences: Iterable[Occurrence], value_of: Callable[[Occurrence], object]
) -> list[ValueGroup]:
    """The occurrences grouped by their value, named by its commonest wording, the most reported first."""
    found: dict[object, list[Occurrence]] = {}
    for occurrence in occurrences:
        found.setdefault(value_of(occurrence), []).append(occurrence)
    return most_reported_first(ValueGroup(commonest_wording(same), same) for same in found.values())


def most_reported_first(groups: Iterable[ValueGroup]) -> list[ValueGroup]:
    """By number of articles, then of mentions, then by place."""
    return sorted(groups, key=lambda group: (-len(group.articles), -len(group.occurrences), group.place))


def commonest_wording(occurrences: Sequence[Occurrence]) -> str:
    """The wording that most mentions use, the first among equals; line breaks become blanks."""
    counts: dict[str, int] = {}
    for occurrence in occurrences:
        text = " ".join(occurrence.mention.text.split())
        counts[text] = counts.get(text, 0) + 1
    return max(counts, key=lambda text: counts[text])


def exclusion_of(groups: Sequence[ValueGroup]) -> str:
    """``“28-point” and “19-point” exclude each other``."""
    *others, last = [f"“{group.value}”" for group in groups]
    return f"{', '.join(others)} and {last} exclude each other"


def shared_or_only(groups: Sequence[ValueGroup]) -> Relation:
    """*only* when one article reports it, else *shared*."""
    return "shared" if len({article for group in groups for article in group.articles}) > 1 else "only"


class BaseOrder(NamedTuple):
    """How the articles follow each other for the reader: the base first, then by id."""

    places: Sequence[int]
    """Place of each article, by number, in the reader's order."""
    ids: Sequence[str]
    """Id of each article, by number."""

    def of_occurrence(self, occurrence: Occurrence) -> tuple[int, ReadingPlace]:
        """Where a mention comes in the reader's order."""
        return self.places[occurrence.article], occurrence.place

    def of_candidate(self, candidate: DetailCandidate) -> tuple[int, ReadingPlace]:
        """Where a detail stands first."""
        return min(map(self.of_occurrence, candidate.occurrences))

    def sorted_ids(self, articles: Iterable[int]) -> tuple[str, ...]:
        """The ids of some articles in the reader's order."""
        return tuple(self.ids[number] for number in sorted(articles, key=self.places.__getitem__))


def as_detail(
    candidate: DetailCandidate,
    number: int,
    order: BaseOrder,
    copies: SourceCopies,
    not_reported: tuple[tuple[str, ...], tuple[str, ...]],
) -> Detail:
    """The finished detail, its mentions and articles in the reader's order.

    `not_reported` holds the ids of the articles in which nothing near it was found, and of those of which
    nothing certain can be said, as `Attribution.split` gives them.
    """
    own = [copies.independent_texts(group.occurrences) for group in candidate.groups]
    not_found_in, not_compared = not_reported
    return Detail(
        id=f"d{number}",
        kind=candidate.kind,
        relation=candidate.relation,
        label=candidate.label,
        values=tuple(
            DetailValue(
                group.value,
                tuple(one.mention for one in sorted(group.occurrences, key=order.of_occurrence)),
                texts,
            )
            for group, texts in zip(candidate.groups, own, strict=True)
        ),
        reported_by=order.sorted_ids(candidate.articles),
        confidence=round(candidate.confidence, 2),
        because=candidate.because,
        not_found_in=not_found_in,
        not_compared=not_compared,
        update=candidate.update,
        independent_texts=None
        if candidate.also - {one.article for one in candidate.occurrences}
        else own[0]
        if len(own) == 1
        else copies.independent_texts(candidate.occurrences),
    )
