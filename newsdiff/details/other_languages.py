"""What articles in other languages report of the details, and what only these have in common.

Such an article reports a detail where it has the very same name, or in a linked paragraph the same figure,
day or quotation. It is never said to differ or to have nothing near a detail: what its other words say is not
known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.alignment.common_terms import same_quotation, term_of
from newsdiff.details.attribution import Attribution
from newsdiff.model import Annotated, Detail, DetailValue, Link, Mention, Name, Utterance

CONFIDENCE: Final = 0.7
"""Of a detail that articles in other languages share: the same value in paragraphs that are linked."""
NOT_READ: Final = "of articles in other languages only names, numbers, dates and quotations are compared"

_Place = tuple[str, int, int, str]


def with_other_languages(
    details: Sequence[Detail], annotated: Sequence[Annotated], links: Sequence[Link]
) -> tuple[Detail, ...]:
    """The details of the English articles with what the others report of them; then what the others share."""
    order = [item.article.id for item in annotated]
    partners = _same_in_other_languages(annotated, links)
    taken: set[_Place] = set()
    result = [_with_other_reports(detail, partners, taken, order) for detail in details]
    result += _shared_elsewhere(annotated, partners, taken, order)
    attribution = Attribution(annotated, links)
    return tuple(
        _numbered(detail, number, attribution.split(detail.kind, detail.mentions, detail.not_compared))
        for number, detail in enumerate(result, 1)
    )


def _numbered(detail: Detail, number: int, not_reported: tuple[tuple[str, ...], tuple[str, ...]]) -> Detail:
    """The detail with its number and with all articles that do not report it where they belong."""
    not_found_in, not_compared = not_reported
    return replace(detail, id=f"d{number}", not_found_in=not_found_in, not_compared=not_compared)


def _same_in_other_languages(
    annotated: Sequence[Annotated], links: Sequence[Link]
) -> dict[_Place, list[Mention]]:
    """Mention -> the mentions of the same in articles of which one of the two is not in English."""
    foreign = {item.article.id: not item.article.in_english for item in annotated}
    by_name: dict[str, list[Mention]] = defaultdict(list)
    by_paragraph: dict[str, list[Mention]] = {}
    for item in annotated:
        for paragraph, sentences in item.sentences_of.items():
            inside = [mention for one in sentences for mention in item.mentions_of[one.id]]
            by_paragraph[paragraph] = inside
            for mention in inside:
                if isinstance(mention.value, Name):
                    by_name[mention.value.key].append(mention)
    found: dict[_Place, list[Mention]] = defaultdict(list)
    pairs = [(same, same) for same in by_name.values()]
    pairs += [(by_paragraph[link.a], by_paragraph[link.b]) for link in links if link.firm]
    for here, there in pairs:
        for one in here:
            for other in there:
                apart = one.article != other.article and (foreign[one.article] or foreign[other.article])
                if apart and _same(one, other):
                    found[_place(one)].append(other)
                    found[_place(other)].append(one)
    return found


def _same(one: Mention, other: Mention) -> bool:
    if isinstance(one.value, Utterance) or isinstance(other.value, Utterance):
        return same_quotation(one, other)
    term = term_of(one)
    return term is not None and term == term_of(other)


def _with_other_reports(
    detail: Detail, partners: dict[_Place, list[Mention]], taken: set[_Place], order: Sequence[str]
) -> Detail:
    values = []
    for value in detail.values:
        more = []
        for mention in value.mentions:
            for partner in partners.get(_place(mention), ()):
                if partner.article in order and _place(partner) not in taken and _foreign_to(partner, detail):
                    taken.add(_place(partner))
                    more.append(partner)
        values.append(_with(value, _in_order(more, order)))
    reporting = {mention.article for value in values for mention in value.mentions}
    relation = "shared" if detail.relation == "only" and len(reporting) > 1 else detail.relation
    added = len(reporting - {mention.article for mention in detail.mentions})
    because = f"{detail.because}; {NOT_READ}" if relation == "only" else detail.because
    return replace(
        detail,
        values=tuple(values),
        relation=relation,
        because=because,
        reported_by=tuple(article for article in order if article in reporting),
        independent_texts=None if detail.independent_texts is None else detail.independent_texts + added,
    )


def _with(value: DetailValue, more: Sequence[Mention]) -> DetailValue:
    """The value with what other languages report of it; nobody there took an English text over."""
    own = value.independent_texts
    added = len({mention.article for mention in more})
    return DetailValue(value.value, (*value.mentions, *more), None if own is None else own + added)


def _foreign_to(mention: Mention, detail: Detail) -> bool:
    """Whether the mention is none of the detail's own; English ones stay where the details put them."""
    return all(mention.article != one.article for one in detail.mentions)


def _shared_elsewhere(
    annotated: Sequence[Annotated],
    partners: dict[_Place, list[Mention]],
    taken: set[_Place],
    order: Sequence[str],
) -> Iterator[Detail]:
    """What articles in other languages report alike and no detail has yet."""
    foreign = [item for item in annotated if not item.article.in_english]
    ids = {item.article.id for item in foreign}
    for item in foreign:
        for mention in item.mentions:
            if _place(mention) in taken:
                continue
            same = [one for one in partners.get(_place(mention), ()) if one.article in ids]
            same = [one for one in dict.fromkeys(same) if _place(one) not in taken]
            if not same:
                continue
            mentions = _in_order([mention, *same], order)
            taken.update(map(_place, mentions))
            reporting = {one.article for one in mentions}
            yield Detail(
                id="",
                kind=mention.kind,
                relation="shared",
                label=" ".join(mention.text.split()),
                values=(DetailValue(" ".join(mention.text.split()), tuple(mentions), len(reporting)),),
                independent_texts=len(reporting),
                reported_by=tuple(article for article in order if article in reporting),
                confidence=CONFIDENCE,
                because=f"the same {mention.kind}; {NOT_READ}",
            )


def _in_order(mentions: Iterable[Mention], order: Sequence[str]) -> list[Mention]:
    return sorted(mentions, key=lambda one: (order.index(one.article), one.start, one.end))


def _place(mention: Mention) -> _Place:
    return mention.article, mention.start, mention.end, mention.kind
