"""The reader's verdicts applied to a comparison. Pure and deterministic.

A verdict whose words are in none of the compared texts changes nothing. One on words in which the engine sees
no detail of its kind is kept all the same, if it confirms, dismisses or adds: its own words make the detail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newsdiff.details import with_details
from newsdiff.language.apart import words_apart
from newsdiff.language.copied import SHINGLE_WORDS
from newsdiff.model import Annotated, Block, Comparison, Detail, DetailValue, Kind, Mention, Sentence
from newsdiff.sanitize import one_line
from newsdiff.verdicts.matching import detail_of, detail_on, is_on
from newsdiff.verdicts.model import Place, Verdict, VerdictKind
from newsdiff.verdicts.relations import merged_values, with_values

LONGEST_NAME: Final = 80
"""Code points of a name that is made of the versions."""
MOST_NAMED: Final = 3
"""Versions in such a name: of more, each would have no room for three words."""
BETWEEN: Final = " / "
BY_READER: Final = "the reader says so"


@dataclass
class _Judged:
    """The details while the verdicts are applied, one after the other."""

    comparison: Comparison
    details: list[Detail]
    dismissed: list[Detail]
    made: int = 0

    def replace(self, old: Detail, *new: Detail) -> None:
        """Put details in the place of one."""
        at = self.details.index(old)
        self.details[at : at + 1] = new

    def new_id(self) -> str:
        """An id that no detail of the engine has."""
        self.made += 1
        return f"r{self.made}"


def apply_verdicts(comparison: Comparison, verdicts: Iterable[Verdict]) -> Comparison:
    """The comparison with the reader's verdicts, in the order in which they were given.

    What a detail stands for stays what the texts say: a verdict puts values together or apart, names them,
    or says whether they differ; it changes no word and no figure.
    """
    given = [found for verdict in verdicts if (found := _within(comparison, verdict)) is not None]
    if not given:
        return comparison
    judged = _Judged(comparison, list(comparison.details), list(comparison.dismissed))
    for verdict in given:
        _APPLY[verdict.kind](judged, verdict)
    details = tuple(judged.details)
    return replace(
        comparison,
        details=details,
        dismissed=tuple(judged.dismissed),
        statements=with_details(comparison.statements, details),
    )


def _within(comparison: Comparison, verdict: Verdict) -> Verdict | None:
    """The verdict with those of its places that stand in the compared texts; None without any."""
    length = {article.id: len(article.text) for article in comparison.articles}
    places = tuple(one for one in verdict.places if 0 <= one.start < one.end <= length.get(one.article, -1))
    return replace(verdict, places=places) if places else None


# -- one verdict each ------------------------------------------------------------


def _confirm(judged: _Judged, verdict: Verdict) -> None:
    detail = detail_of(judged.details, verdict)
    if detail is None and (gone := detail_of(judged.dismissed, verdict)) is not None:
        judged.dismissed.remove(gone)
        judged.details.append(gone)
        detail = gone
    if detail is None:
        made = _made_of(judged, verdict)
        if made is not None:
            judged.details.append(replace(made, judgement="confirmed"))
        return
    relation = "differs" if len(detail.values) > 1 else detail.relation
    judged.replace(detail, replace(_named(detail, verdict.label), judgement="confirmed", relation=relation))


def _dismiss(judged: _Judged, verdict: Verdict) -> None:
    """It is no difference, or no detail at all; words in which the engine sees no detail are kept as one."""
    detail = detail_of(judged.details, verdict)
    if detail is not None:
        judged.replace(detail)
    elif detail_of(judged.dismissed, verdict) is None:
        detail = _made_of(judged, verdict)
    if detail is not None:
        judged.dismissed.append(replace(detail, judgement="dismissed"))


def _join(judged: _Judged, verdict: Verdict) -> None:
    """Two details answer one question."""
    groups = sorted({place.group for place in verdict.places})
    found: list[Detail] = []
    for group in groups:
        own = [place for place in verdict.places if place.group == group]
        detail = detail_on([one for one in judged.details if one not in found], own)
        if detail is not None:
            found.append(detail)
    if len(found) < 2:
        return
    first, *others = found
    values = merged_values(value for detail in found for value in detail.values)
    differing = any(one.relation == "differs" for one in found) and len(values) > 1
    joined = with_values(judged.comparison, first, values, "differs" if differing else None)
    because = f"{BY_READER}: one question"
    judged.replace(first, replace(_named(joined, verdict.label), judgement="joined", because=because))
    for other in others:
        judged.replace(other)


def _split(judged: _Judged, verdict: Verdict) -> None:
    """The places of group 0 answer another question than the rest of their detail."""
    apart = [place for place in verdict.places if place.group == 0]
    detail = detail_of(judged.details, verdict)
    if detail is None or not apart:
        return
    taken = _values(detail, lambda mention: any(is_on(mention, place) for place in apart))
    left = _values(detail, lambda mention: not any(is_on(mention, place) for place in apart))
    if not taken or not left:
        return
    because = f"{BY_READER}: two questions"
    judged.replace(
        detail,
        replace(with_values(judged.comparison, detail, left), judgement="split", because=because),
        replace(
            with_values(judged.comparison, detail, taken),
            id=judged.new_id(),
            judgement="split",
            because=because,
        ),
    )


def _label(judged: _Judged, verdict: Verdict) -> None:
    detail = detail_of(judged.details, verdict)
    if detail is not None:
        judged.replace(detail, _named(detail, verdict.label))


def _add(judged: _Judged, verdict: Verdict) -> None:
    made = _made_of(judged, verdict)
    if made is not None:
        judged.details.append(replace(made, judgement="added"))


_APPLY: Final[dict[VerdictKind, Callable[[_Judged, Verdict], None]]] = {
    "confirmed": _confirm,
    "dismissed": _dismiss,
    "joined": _join,
    "split": _split,
    "labelled": _label,
    "added": _add,
}


# -- details --------------------------------------------------------------------------


def _named(detail: Detail, label: str) -> Detail:
    words = one_line(label)
    return replace(detail, label=words, named_by_reader=True) if words else detail


def _values(detail: Detail, keep: Callable[[Mention], bool]) -> tuple[DetailValue, ...]:
    found = ((value, tuple(filter(keep, value.mentions))) for value in detail.values)
    return tuple(DetailValue(value.value, mentions) for value, mentions in found if mentions)


def _made_of(judged: _Judged, verdict: Verdict) -> Detail | None:
    """A detail of the verdict's own words: a value each group, whatever its words are; None where fewer than
    two values are left. Where the reader added a difference in words that are the same, each article has its
    own value."""
    comparison = judged.comparison
    by_article = verdict.kind == "added" and len({place.group for place in verdict.places}) == 1
    order = [article.id for article in comparison.articles]
    groups: dict[int, list[Mention]] = {}
    elsewhere = () if by_article else _printed_elsewhere(comparison, verdict.places)
    for place in (*verdict.places, *elsewhere):
        if (mention := _mention(comparison, place, verdict.detail_kind)) is not None:
            group = order.index(place.article) if by_article else place.group
            groups.setdefault(group, []).append(mention)
    values = tuple(
        DetailValue(one_line(mentions[0].text), tuple(dict.fromkeys(mentions)))
        for _, mentions in sorted(groups.items())
    )
    if len(values) < 2:
        return None
    label = one_line(verdict.label)
    detail = Detail(
        id=judged.new_id(),
        kind=verdict.detail_kind,
        relation="differs",
        label=label or _name_of([value.value for value in values]),
        values=values,
        reported_by=(),
        confidence=1.0,
        because=BY_READER,
        named_by_reader=bool(label),
    )
    return with_values(comparison, detail, values, "differs")


def _mention(comparison: Comparison, place: Place, kind: Kind) -> Mention | None:
    """The words of a place as a mention, with the value of the engine's mention on the very words; None
    where only blanks are."""
    item = comparison.annotation(place.article)
    part = _part_at(item, place)
    if part is None:
        return None
    text = item.article.text[place.start : place.end]
    known = next(
        (one.value for one in item.mentions if (one.start, one.end) == (place.start, place.end)), None
    )
    return Mention(place.article, kind, place.start, place.end, text, part.id, known)


def _part_at(item: Annotated, place: Place) -> Sentence | Block | None:
    """The first sentence that a place has words of, else the block of what was put aside, as a caption."""
    parts: tuple[Sentence | Block, ...] = (*item.sentences, *item.article.blocks)
    return next((one for one in parts if one.start < place.end and place.start < one.end), None)


def _printed_elsewhere(comparison: Comparison, places: Sequence[Place]) -> Iterator[Place]:
    """The very same words in articles that have none of the places: where their whole sentence is the same,
    or they are too many to be the same by chance."""
    others = [one for one in comparison.annotated if one.article.id not in {at.article for at in places}]
    for place in places:
        item = comparison.annotation(place.article)
        words, part = item.article.text[place.start : place.end], _part_at(item, place)
        many = len(words.split()) >= SHINGLE_WORDS
        for other in others:
            for sentence in other.sentences:
                text = other.article.slice(sentence)
                is_same = part is not None and text == item.article.slice(part)
                if (many or is_same) and (at := text.find(words)) >= 0:
                    start = sentence.start + at
                    yield replace(place, article=other.article.id, start=start, end=start + len(words))


def kind_at(comparison: Comparison, places: Sequence[Place]) -> Kind:
    """The kind that the engine's mentions on some places have in common, else a claim."""
    kinds: set[Kind] = {
        next(
            (
                one.kind
                for one in comparison.annotation(place.article).mentions
                if one.start < place.end and place.start < one.end
            ),
            "claim",
        )
        for place in places
    }
    return kinds.pop() if len(kinds) == 1 else "claim"


def _name_of(values: Sequence[str]) -> str:
    """The name of a difference that the reader did not name: the first versions beside each other, each cut,
    where it must be, to begin with the words that differ, and how many more there are."""
    named = values[:MOST_NAMED]
    more = f" and {len(values) - len(named)} more" if len(values) > len(named) else ""
    room = (LONGEST_NAME - len(more)) // len(named) - len(BETWEEN)
    others = [values[1], *(values[0] for _ in named[1:])]
    return BETWEEN.join(_cut(value, other, room) for value, other in zip(named, others, strict=True)) + more


def _cut(value: str, other: str, room: int) -> str:
    if len(value) <= room:
        return value
    apart = words_apart(value, other)
    start = min(apart[0][0] if apart else 0, value.rfind(" ", 0, len(value) - room + 2) + 1)
    shown = value[start : start + room]
    if start + room < len(value):
        shown = (shown.rpartition(" ")[0] or shown).rstrip(" ,.;:") + "…"
    return f"{'…' if start else ''}{shown}"
