"""What articles in other languages report of the details, and what only these have in common.

Such an article reports a detail where it has the very same name, or in a linked paragraph the same figure,
day or quotation. It is never said to differ or to have nothing near a detail: what its other words say is not
known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.alignment.common_terms import Term, same_quotations, term_of
from newsdiff.details.attribution import Attribution
from newsdiff.model import Annotated, Detail, DetailValue, Link, Mention, Name

CONFIDENCE: Final = 0.7
"""Of a detail that articles in other languages share: the same value in paragraphs that are linked."""
NOT_READ: Final = "of articles in other languages only names, numbers, dates and quotations are compared"

_Place = tuple[str, int, int, str]


def with_other_languages(
    details: Sequence[Detail], annotated: Sequence[Annotated], links: Sequence[Link]
) -> tuple[Detail, ...]:
    """The details of the English articles with what the others report of them; then what the others share."""
    places = {item.article.id: place for place, item in enumerate(annotated)}
    alike = _Alike(annotated, links)
    result = [_with_other_reports(detail, alike, places) for detail in details]
    result += _shared_elsewhere(annotated, alike, places)
    attribution = Attribution(annotated, links)
    return tuple(
        _numbered(detail, number, attribution.split(detail.mentions, detail.not_compared))
        for number, detail in enumerate(result, 1)
    )


def _numbered(detail: Detail, number: int, not_reported: tuple[tuple[str, ...], tuple[str, ...]]) -> Detail:
    """The detail with its number and with all articles that do not report it where they belong."""
    not_found_in, not_compared = not_reported
    return replace(detail, id=f"d{number}", not_found_in=not_found_in, not_compared=not_compared)


class _Alike:
    """The mentions in articles of other languages by what they are the same as, until a detail takes them.

    What was taken once is left out of every list, so that the work grows with the number of mentions.
    """

    def __init__(self, annotated: Sequence[Annotated], links: Sequence[Link]) -> None:
        self._foreign = {item.article.id for item in annotated if not item.article.in_english}
        self._lists: dict[_Place, list[dict[str, list[Mention]]]] = defaultdict(list)
        self._taken: set[_Place] = set()
        by_name: dict[str, list[Mention]] = defaultdict(list)
        by_paragraph: dict[str, list[Mention]] = {}
        for item in annotated:
            for paragraph, sentences in item.sentences_of.items():
                inside = [mention for one in sentences for mention in item.mentions_of[one.id]]
                by_paragraph[paragraph] = inside
                for mention in inside:
                    if isinstance(mention.value, Name):
                        by_name[mention.value.key].append(mention)
        for same in by_name.values():
            self._note(same)
        for link in links:
            if link.firm:
                self._note_linked(by_paragraph[link.a], by_paragraph[link.b])

    def take(self, mention: Mention, but: Collection[str] = ()) -> list[Mention]:
        """What is the same in articles of other languages, but in those of `but`; each is given once.

        A mention that takes others is taken with them.
        """
        found = []
        for by_article in self._lists.get(_place(mention), ()):
            for article, alike in by_article.items():
                if article != mention.article and article not in but:
                    left = [one for one in alike if _place(one) not in self._taken]
                    self._taken.update(map(_place, left))
                    found += left
                    alike.clear()
        if found:
            self._taken.add(_place(mention))
        return found

    def is_taken(self, mention: Mention) -> bool:
        """Whether a detail has the mention."""
        return _place(mention) in self._taken

    def _note_linked(self, here: Sequence[Mention], there: Sequence[Mention]) -> None:
        """What two linked paragraphs have in common."""
        if not here or not there or self._foreign.isdisjoint((here[0].article, there[0].article)):
            return
        by_term: dict[Term, list[Mention]] = defaultdict(list)
        for mention in (*here, *there):
            if (term := term_of(mention)) is not None:
                by_term[term].append(mention)
        for same in by_term.values():
            self._note(same)
        for pair in same_quotations(here, there):
            self._note(pair)

    def _note(self, same: Sequence[Mention]) -> None:
        """Mentions that are all the same, those of English articles too."""
        by_article: dict[str, list[Mention]] = {}
        for mention in same:
            if mention.article in self._foreign:
                by_article.setdefault(mention.article, []).append(mention)
        if by_article and any(mention.article != same[0].article for mention in same):
            for mention in same:
                self._lists[_place(mention)].append(by_article)


def _with_other_reports(detail: Detail, alike: _Alike, places: Mapping[str, int]) -> Detail:
    own = {mention.article for mention in detail.mentions}
    values = []
    for value in detail.values:
        more = [partner for mention in value.mentions for partner in alike.take(mention, own)]
        values.append(_with(value, _in_order(more, places)))
    reporting = {mention.article for value in values for mention in value.mentions}
    relation = "shared" if detail.relation == "only" and len(reporting) > 1 else detail.relation
    added = len(reporting - own)
    because = f"{detail.because}; {NOT_READ}" if relation == "only" else detail.because
    return replace(
        detail,
        values=tuple(values),
        relation=relation,
        because=because,
        reported_by=tuple(article for article in places if article in reporting),
        independent_texts=None if detail.independent_texts is None else detail.independent_texts + added,
    )


def _with(value: DetailValue, more: Sequence[Mention]) -> DetailValue:
    """The value with what other languages report of it; nobody there took an English text over."""
    own = value.independent_texts
    added = len({mention.article for mention in more})
    return DetailValue(value.value, (*value.mentions, *more), None if own is None else own + added)


def _shared_elsewhere(
    annotated: Sequence[Annotated], alike: _Alike, places: Mapping[str, int]
) -> Iterator[Detail]:
    """What articles in other languages report alike and no detail has yet."""
    for item in annotated:
        if item.article.in_english:
            continue
        for mention in item.mentions:
            if alike.is_taken(mention):
                continue
            same = alike.take(mention)
            if not same:
                continue
            mentions = _in_order([mention, *same], places)
            reporting = {one.article for one in mentions}
            yield Detail(
                id="",
                kind=mention.kind,
                relation="shared",
                label=" ".join(mention.text.split()),
                values=(DetailValue(" ".join(mention.text.split()), tuple(mentions), len(reporting)),),
                independent_texts=len(reporting),
                reported_by=tuple(article for article in places if article in reporting),
                confidence=CONFIDENCE,
                because=f"the same {mention.kind}; {NOT_READ}",
            )


def _in_order(mentions: Iterable[Mention], places: Mapping[str, int]) -> list[Mention]:
    return sorted(mentions, key=lambda one: (places[one.article], one.start, one.end))


def _place(mention: Mention) -> _Place:
    return mention.article, mention.start, mention.end, mention.kind
