"""A place of the compare strip: a difference or a statement, and its versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from newsdiff.brief.passages import clashing_words, sentence_of
from newsdiff.model import Comparison, Detail, Opinion, QuotedWords, Statement, WordStatus
from widgets.reading.comparison_index import index_of

PlaceKind: TypeAlias = Literal[
    "worth a look", "dismissed", "second opinion", "reported by several", "perhaps one matter"
]
"""A difference that is marked; one that the reader dismissed; a statement that only a second opinion calls
different; one that brings nothing that was not seen before."""
MOST_VERSIONS = 12
"""Of one place; more could not be compared at a glance."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a sentence, by offsets of its article."""

    start: int
    end: int
    status: WordStatus


@dataclass(frozen=True, slots=True)
class Version:
    """What one article says at a place."""

    article: str
    start: int
    end: int
    words: tuple[Span, ...]
    """How its words stand to those of the other versions; empty where they were not aligned."""
    values: tuple[tuple[int, int], ...]
    """Where the values stand that differ."""
    same_as: tuple[str, ...] = ()
    """Other articles that have the very same sentence."""
    quoted: tuple[tuple[int, int], ...] = ()
    """Where the words stand that a second opinion quotes."""


@dataclass(frozen=True, slots=True)
class WorthALook:
    """A difference with the statement that it stands in, if any, or a statement that brings no difference but
    those of places before it."""

    key: str
    """Id of the difference, else of the statement."""
    statement: Statement | None
    detail: Detail | None
    """The difference, else the detail that says most of the statement: all of its sentences bear it out."""
    reported_by: tuple[str, ...]
    dismissed: Detail | None = None
    """What the reader said is no difference here."""

    @property
    def difference(self) -> Detail | None:
        """What it is about, marked or dismissed; None for a statement that brings no difference."""
        brings_none = self.statement is not None and self.key == self.statement.id
        return None if brings_none else self.detail or self.dismissed

    @property
    def sentences(self) -> frozenset[str]:
        """Ids of those that it shows: of its statement, and those with the values of its difference."""
        versions = self.statement.sentences if self.statement is not None else ()
        mentions = self.difference.mentions if self.difference is not None else ()
        return frozenset((*(one.sentence for one in versions), *(one.sentence for one in mentions)))

    @property
    def opinion(self) -> Opinion | None:
        """The second opinion on it."""
        if self.statement is not None:
            return self.statement.opinion
        return self.detail.opinion if self.detail is not None else None

    @property
    def kind(self) -> PlaceKind:
        """With which places it is counted."""
        if self.dismissed is not None:
            return "dismissed"
        if self.difference is not None:
            return "worth a look"
        if says_differs(self.opinion):
            return "second opinion"
        sure = self.statement is not None and self.statement.is_sure
        return "reported by several" if sure else "perhaps one matter"


def says_differs(opinion: Opinion | None) -> bool:
    """Whether there is a second opinion that calls the versions different."""
    return opinion is not None and opinion.says == "differs"


def versions_of(comparison: Comparison, place: WorthALook) -> tuple[Version, ...]:
    """The versions of a place: those that disagree first, the rarest value first, then the others."""
    merged = list(_merged(comparison, _made(comparison, place)))
    about = place.detail or place.dismissed
    rank, order = _dissent(about), {article: n for n, article in enumerate(comparison.longest_first)}
    merged.sort(key=lambda one: (_rank_of(one, about, rank), order[one.article], one.start))
    quotations = place.opinion.quotations if place.opinion is not None else ()
    return tuple(replace(one, quoted=_inside(one, quotations)) for one in merged[:MOST_VERSIONS])


def _inside(version: Version, quotations: Iterable[QuotedWords]) -> tuple[tuple[int, int], ...]:
    """The quoted words as far as they stand in the sentence of a version."""
    spans = (
        (max(one.start, version.start), min(one.end, version.end))
        for one in quotations
        if one.article == version.article
    )
    return tuple(sorted((low, high) for low, high in spans if low < high))


def _made(comparison: Comparison, place: WorthALook) -> Iterator[Version]:
    if place.statement is not None:
        yield from _of_statement(comparison, place)
    shown = {one.sentence for one in place.statement.sentences} if place.statement is not None else set()
    if (detail := place.difference) is not None:
        yield from _of_detail(comparison, detail, besides=shown)


def _of_statement(comparison: Comparison, place: WorthALook) -> Iterator[Version]:
    assert place.statement is not None
    values = _values_by_sentence(comparison, place.statement, place.detail)
    for one in place.statement.sentences:
        sentence = sentence_of(comparison.annotation(one.article), one.sentence)
        if sentence is not None:
            words = tuple(Span(run.start, run.end, run.status) for run in one.words)
            spans = tuple(sorted(values.get(one.sentence, ())))
            yield Version(one.article, sentence.start, sentence.end, words, spans)


def _of_detail(comparison: Comparison, detail: Detail, *, besides: Container[str]) -> Iterator[Version]:
    """The sentences that hold the values of a detail, but for those shown already: a difference may have a
    side that its statement does not hold. Nothing is marked in one that the reader dismissed."""
    values = {} if detail.judgement == "dismissed" else _spans_by_sentence(comparison, detail)
    articles = {mention.sentence: mention.article for mention in detail.mentions}
    for identity, article in articles.items():
        sentence = sentence_of(comparison.annotation(article), identity)
        if sentence is not None and identity not in besides:
            yield Version(article, sentence.start, sentence.end, (), tuple(sorted(values.get(identity, ()))))


def _values_by_sentence(
    comparison: Comparison, statement: Statement, about: Detail | None
) -> dict[str, set[tuple[int, int]]]:
    """Sentence id -> where the values stand of details that differ, and of the one it is about."""
    found: dict[str, set[tuple[int, int]]] = {}
    details = index_of(comparison).details
    for identity in statement.details:
        detail = details.get(identity)
        if detail is not None and (detail is about or detail.standing == "differs"):
            for sentence, spans in _spans_by_sentence(comparison, detail).items():
                found.setdefault(sentence, set()).update(spans)
    return found


def _spans_by_sentence(comparison: Comparison, detail: Detail) -> dict[str, set[tuple[int, int]]]:
    """Sentence id -> where the values of a detail stand; of a claim the words that stand against those of its
    other version."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, value in enumerate(detail.values):
        for mention in value.mentions:
            spans = [(mention.start, mention.end)]
            if detail.kind == "claim":
                spans = [*clashing_words(comparison, detail, number, mention)]
            found.setdefault(mention.sentence, set()).update(spans)
    return found


def _merged(comparison: Comparison, versions: Iterable[Version]) -> Iterator[Version]:
    """Versions of the very same words as one, with the other outlets named."""
    by_words: dict[str, list[Version]] = {}
    for one in versions:
        text = comparison.article(one.article).text[one.start : one.end]
        by_words.setdefault(" ".join(text.casefold().split()), []).append(one)
    for first, *others in by_words.values():
        same = tuple(dict.fromkeys(one.article for one in others if one.article != first.article))
        yield Version(first.article, first.start, first.end, first.words, first.values, same)


def _dissent(detail: Detail | None) -> dict[str, int]:
    """Article -> 0 for the rarest of the values that differ, 1 for the next … ; empty for no difference."""
    if detail is None or detail.relation != "differs":
        return {}
    counts = Counter({number: len(value.reported_by) for number, value in enumerate(detail.values)})
    order = sorted(counts, key=lambda number: (counts[number], number))
    return {
        article: rank
        for rank, number in reversed(list(enumerate(order)))
        for article in detail.values[number].reported_by
    }


def _rank_of(version: Version, detail: Detail | None, rank: dict[str, int]) -> tuple[bool, int]:
    """Sentences with a value before other sentences; each by the rarest value that their articles give."""
    articles = (version.article, *version.same_as)
    mentions = detail.mentions if detail is not None else ()
    has_value = any(
        one.article == version.article and version.start <= one.start < version.end for one in mentions
    )
    return not has_value, min(rank.get(one, len(rank) + 1) for one in articles)


def dissenting(comparison: Comparison, place: WorthALook) -> tuple[str, ...]:
    """The articles to read beside each other: one for each value that differs, the rarest first; where none
    differs all that report the place."""
    rank = _dissent(place.detail)
    chosen: dict[int, str] = {}
    for article in comparison.longest_first:
        if article in rank:
            chosen.setdefault(rank[article], article)
    return tuple(chosen[number] for number in sorted(chosen)) or place.reported_by
