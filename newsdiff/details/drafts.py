"""A detail in the making: groups of mentions that each give one value, and how they relate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsdiff.details.independence import Independence
from newsdiff.details.telling import Telling
from newsdiff.model import Detail, DetailValue, Kind, Relation


@dataclass(slots=True)
class Group:
    """Tellings that give one value."""

    value: str
    tellings: list[Telling]

    @property
    def articles(self) -> set[int]:
        """Which articles give this value."""
        return {telling.article for telling in self.tellings}

    @property
    def order(self) -> float:
        """Where the value is first told."""
        return min(telling.order for telling in self.tellings)


@dataclass(slots=True)
class Draft:
    """One detail before it gets its number."""

    kind: Kind
    relation: Relation
    label: str
    groups: list[Group]
    confidence: float
    because: str


def by_value(tellings: Iterable[Telling], value_of: Callable[[Telling], object]) -> list[Group]:
    """The tellings grouped by what they say, named by their commonest wording, the most told first."""
    found: dict[object, list[Telling]] = {}
    for telling in tellings:
        found.setdefault(value_of(telling), []).append(telling)
    groups = [Group(commonest_wording(same), same) for same in found.values()]
    return most_told_first(groups)


def most_told_first(groups: Iterable[Group]) -> list[Group]:
    """By number of outlets, then of mentions, then by place."""
    return sorted(groups, key=lambda group: (-len(group.articles), -len(group.tellings), group.order))


def commonest_wording(tellings: Sequence[Telling]) -> str:
    """The wording that most mentions use, the first among equals; line breaks become blanks."""
    counts: dict[str, int] = {}
    for telling in tellings:
        text = " ".join(telling.mention.text.split())
        counts[text] = counts.get(text, 0) + 1
    return max(counts, key=lambda text: counts[text])


def excluding(groups: Sequence[Group]) -> str:
    """``“28-point” and “19-point” exclude each other``."""
    *others, last = [f"“{group.value}”" for group in groups]
    return f"{', '.join(others)} and {last} exclude each other"


def plain_relation(groups: Sequence[Group]) -> Relation:
    """*only* when one article tells it, else *shared*."""
    return "shared" if len({article for group in groups for article in group.articles}) > 1 else "only"


@dataclass(frozen=True, slots=True)
class BaseOrder:
    """How the articles follow each other for the reader: the base first, then by id."""

    places: Sequence[int]
    """Place of each article, by number, in the reader's order."""
    ids: Sequence[str]

    def of_telling(self, telling: Telling) -> tuple[int, float]:
        """Where a mention comes in reading order."""
        return self.places[telling.article], telling.order

    def of_draft(self, draft: Draft) -> tuple[int, float]:
        """Where a detail is first told."""
        return min(self.of_telling(telling) for group in draft.groups for telling in group.tellings)


def as_detail(draft: Draft, number: int, order: BaseOrder, independence: Independence) -> Detail:
    """The finished detail, its mentions and tellers in the reader's order."""
    everything = [telling for group in draft.groups for telling in group.tellings]
    own = [independence.tellers(group.tellings) for group in draft.groups]
    told = {telling.article for telling in everything}
    return Detail(
        id=f"d{number}",
        kind=draft.kind,
        relation=draft.relation,
        label=draft.label,
        values=tuple(
            DetailValue(
                group.value,
                tuple(t.mention for t in sorted(group.tellings, key=order.of_telling)),
                texts,
            )
            for group, texts in zip(draft.groups, own, strict=True)
        ),
        reported_by=tuple(order.ids[index] for index in sorted(told, key=order.places.__getitem__)),
        confidence=round(draft.confidence, 2),
        because=draft.because,
        independent_texts=own[0] if len(own) == 1 else independence.tellers(everything),
    )
