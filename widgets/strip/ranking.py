"""Which places there are to step through, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence, Set

from newsdiff.brief.build import remembered_brief
from newsdiff.model import Comparison, Detail, Opinion, Statement
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import STANDINGS
from widgets.strip.places import MOST_VERSIONS, PlaceKind, WorthALook


def places_worth_a_look(comparison: Comparison, *, differing_only: bool = False) -> tuple[WorthALook, ...]:
    """All places, most worth a look first; with `differing_only` those where a difference is marked.

    First the differences as the brief lists them, then statements that only a second opinion calls different,
    then what several outlets report alike, by rank, but for what a place before shows; last what the reader
    dismissed.
    """
    homes = _homes(comparison)
    found = {one.id: one for one in (*comparison.details, *comparison.dismissed)}
    brief = remembered_brief(comparison)
    lines = (*brief.worth_a_look, *brief.dismissed)
    places = [of_difference(found[one.detail], homes.get(one.detail)) for one in lines]
    if not differing_only:
        taken = {one.id for one in homes.values()}
        alone = (_of_statement_alone(comparison, one) for one in comparison.statements if one.id not in taken)
        places = _once([*places, *sorted(alone, key=lambda place: place.kind != "second opinion")])
    return tuple(sorted(places, key=is_dismissed))


def is_dismissed(place: WorthALook) -> bool:
    """Whether the reader said that there is no difference: such places come last."""
    return place.dismissed is not None


def _once(places: Iterable[WorthALook]) -> list[WorthALook]:
    """The places but for what several report in sentences that one place before shows, all of them.

    What the reader dismissed where nothing differed hides none: it may stand in the statement that is shown.
    """
    kept: list[WorthALook] = []
    showing: dict[str, set[str]] = {}
    """Sentence -> keys of the places that show it."""
    for place in places:
        before = [showing.get(sentence, set()) for sentence in place.sentences]
        if place.difference is None and place.kind != "second opinion" and set.intersection(*before):
            continue
        kept.append(place)
        never_differed = place.dismissed is not None and place.dismissed.relation != "differs"
        if len(place.sentences) <= MOST_VERSIONS and not never_differed:
            for sentence in place.sentences:
                showing.setdefault(sentence, set()).add(place.key)
    return kept


def _homes(comparison: Comparison) -> dict[str, Statement]:
    """Difference -> the first statement that it stands in; without those that stand in none."""
    details, dismissed = index_of(comparison).details, dismissed_in_sentences(comparison)
    homes: dict[str, Statement] = {}
    for statement in comparison.statements:
        for identity in statement.details:
            if identity in details and details[identity].relation == "differs":
                homes.setdefault(identity, statement)
        for sentence in statement.sentences:
            for detail in dismissed.get(sentence.sentence, ()):
                homes.setdefault(detail.id, statement)
    return homes


def _of_statement_alone(comparison: Comparison, statement: Statement) -> WorthALook:
    """The place of a statement that brings no difference of its own, with the detail that says most of it: a
    difference has a place of its own, and no sentence stands under what it does not say."""
    details, sentences = index_of(comparison).details, {one.sentence for one in statement.sentences}
    held = (details[one] for one in statement.details if one in details)
    whole = (one for one in held if one.relation != "differs" and _is_borne_out(one, sentences))
    return WorthALook(statement.id, statement, min(whole, key=_gravity, default=None), statement.reported_by)


def _is_borne_out(detail: Detail, sentences: Set[str]) -> bool:
    """Whether each of some sentences gives a value of a detail, and all of its values stand there."""
    given = [{one.sentence for one in value.mentions} & sentences for value in detail.values]
    return all(given) and set().union(*given) == sentences


def opinions_in(comparison: Comparison) -> dict[str, Opinion | None]:
    """The second opinions on the statements: where one came, places have other ranks."""
    return {statement.id: statement.opinion for statement in comparison.statements}


def dismissed_in_sentences(comparison: Comparison) -> dict[str, tuple[Detail, ...]]:
    """Sentence id -> the details in it that the reader dismissed."""
    found: dict[str, dict[str, Detail]] = {}
    for detail in comparison.dismissed:
        for mention in detail.mentions:
            found.setdefault(mention.sentence, {})[detail.id] = detail
    return {sentence: tuple(details.values()) for sentence, details in found.items()}


def of_difference(detail: Detail, statement: Statement | None) -> WorthALook:
    """The place of a difference; of one that the reader dismissed nothing is marked any more."""
    reported_by = statement.reported_by if statement is not None else detail.reported_by
    if detail.judgement == "dismissed":
        return WorthALook(detail.id, statement, None, reported_by, detail)
    return WorthALook(detail.id, statement, detail, reported_by)


def _gravity(detail: Detail) -> tuple[int, float, str]:
    """What to explain first: what differs, then what may, then the surest."""
    return STANDINGS.index(detail.standing), -detail.confidence, detail.id


def in_order_of(before: Sequence[WorthALook], places: Sequence[WorthALook]) -> tuple[WorthALook, ...]:
    """The places in the order in which they stood before, a new one, or one that is no longer dismissed,
    behind the place that it follows by rank: no other verdict moves a place."""
    still = {place.key for place in places if is_dismissed(place)}
    before = [place for place in before if not is_dismissed(place) or place.key in still]
    if not before:
        return tuple(places)
    number = {place.key: at for at, place in enumerate(before)}
    now = {place.key for place in places}
    for at, place in enumerate(before):
        # A statement in which nothing is marked any more stands where what was marked in it stood.
        if place.statement is not None and place.statement.id in now:
            number.setdefault(place.statement.id, at)
    ordered = sorted(
        (place for place in places if known_as(place, number) in number),
        key=lambda place: number[known_as(place, number)],
    )
    for at, place in enumerate(places):
        if known_as(place, number) not in number:
            ordered.insert(ordered.index(places[at - 1]) + 1 if at else 0, place)
    return tuple(ordered)


def counted_by_kind(places: Sequence[WorthALook]) -> dict[str, tuple[int, int]]:
    """Key of each place -> its number among those of its kind, counted from 1, and how many these are."""
    totals = Counter(place.kind for place in places)
    reached: Counter[PlaceKind] = Counter()
    counted = {}
    for place in places:
        reached[place.kind] += 1
        counted[place.key] = reached[place.kind], totals[place.kind]
    return counted


def known_as(place: WorthALook, keys: Container[str]) -> str:
    """The key that a place had among these: its own, or that of its statement, in which nothing was marked
    before the reader judged it."""
    if place.key in keys or place.statement is None:
        return place.key
    return place.statement.id
