"""The words of a statement aligned: for every version which words others share, replace, or do not have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from newsdiff.model import WordRun, WordSpan, WordStatus
from newsdiff.statements.replaced_words import NearWords
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_pairs import (
    PairAlignment,
    SentenceItems,
    SpanPair,
    TokenSpan,
    align_items,
    align_pair,
    read_items,
)

MOST_ALIKE: Final = 4
"""Versions with the most words in common that a version is aligned with."""
MOST_BESIDES: Final = 2
"""Versions that it is aligned with because they alone have one of its words. Both bound the work where fifty
outlets report one thing."""

Pairs: TypeAlias = Mapping[int, Sequence[SpanPair]]
"""Number of another version -> the spans here and there, in order."""


class Counterparts(NamedTuple):
    """What the other versions have for one word."""

    status: WordStatus
    spans: tuple[tuple[int, SpanPair], ...]
    """Number of the other version and the pair of spans of which the word is part."""


def align_words(texts: Sequence[str], versions: Sequence[SentenceText]) -> tuple[tuple[WordRun, ...], ...]:
    """For every version its words as runs, in order; every token lies in exactly one run.

    `texts[k]` is the whole text of the article of `versions[k]`. Words are aligned across different articles
    only. A word is shared if any other version says the same, else replaced if any has other words in its
    place, else own. `by` names the words of the other versions that make it shared or replaced, by sentence
    id. The order of the versions does not matter.
    """
    shared: list[dict[int, Sequence[SpanPair]]] = [{} for _ in versions]
    replaced: list[dict[int, Sequence[SpanPair]]] = [{} for _ in versions]
    for one, other, alignment in aligned_pairs(texts, versions):
        for here, there, seen in ((one, other, alignment), (other, one, alignment.mirrored())):
            shared[here][there] = seen.shared
            replaced[here][there] = seen.replaced
    return tuple(
        tuple(runs_of(number, versions, shared[number], replaced[number])) for number in range(len(versions))
    )


def replaced_words(
    texts: tuple[str, str], one: SentenceText, other: SentenceText
) -> list[tuple[WordSpan, WordSpan]]:
    """The words of two sentences that stand in each other's place: a span of each, in the order of `one`.

    `texts` are the whole texts of their articles. `align_pair` says as well which words are shared and own.
    """
    return [
        (word_span(one, pair.here), word_span(other, pair.there))
        for pair in align_pair(texts, one, other).replaced
    ]


def aligned_pairs(
    texts: Sequence[str], versions: Sequence[SentenceText]
) -> Iterator[tuple[int, int, PairAlignment]]:
    """Numbers of two versions of different articles and how their words relate; copies are aligned once."""
    read = read_items(texts, versions)
    copies: dict[tuple[tuple[str, int], ...], int] = {}
    kind = [copies.setdefault(items.order, len(copies)) for items in read]
    distinct = [read[kind.index(number)] for number in range(len(copies))]
    near = NearWords(items.items for items in distinct)
    done: dict[tuple[int, int], PairAlignment] = {}
    for one, other in chosen_pairs(read, versions):
        pair = kind[one], kind[other]
        if pair not in done:
            done[pair] = align_items(distinct[pair[0]], distinct[pair[1]], near)
        yield one, other, done[pair]


def chosen_pairs(read: Sequence[SentenceItems], versions: Sequence[SentenceText]) -> list[tuple[int, int]]:
    """The pairs of versions of different articles to align: all of them, where there are not too many."""
    apart = [
        (one, other)
        for one, other in combinations(range(len(versions)), 2)
        if versions[one].article != versions[other].article
    ]
    if len(versions) <= MOST_ALIKE + 1:
        return apart
    keys = [frozenset(item.key for item in items.items if item.content) for items in read]
    others: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for one, other in apart:
        common = -len(keys[one] & keys[other])
        others[one].append((common, versions[other].id, other))
        others[other].append((common, versions[one].id, one))
    chosen = {
        (min(one, other), max(one, other))
        for one, ranked in others.items()
        for other in partners_for(keys, one, [number for _, _, number in sorted(ranked)])
    }
    return sorted(chosen)


def partners_for(keys: Sequence[frozenset[str]], one: int, ranked: Sequence[int]) -> list[int]:
    """The versions most like one, and others that have words of it which these lack; `ranked` by likeness."""
    result = list(ranked[:MOST_ALIKE])
    missing = keys[one].difference(*(keys[other] for other in result))
    for other in ranked[MOST_ALIKE:]:
        if len(result) == MOST_ALIKE + MOST_BESIDES or not missing:
            break
        if missing & keys[other]:
            result.append(other)
            missing -= keys[other]
    return result


def runs_of(
    number: int, versions: Sequence[SentenceText], shared: Pairs, replaced: Pairs
) -> Iterator[WordRun]:
    """The words of one version as runs."""
    sentence = versions[number]
    words = counterparts(len(sentence.tokens), shared, replaced)
    start = 0
    for place in range(1, len(words) + 1):
        if place < len(words) and continues(words[place - 1], words[place]):
            continue
        yield WordRun(
            sentence.tokens[start].start,
            sentence.tokens[place - 1].end,
            words[start].status,
            tuple(spans_beside(words[start:place], versions)),
        )
        start = place


def counterparts(count: int, shared: Pairs, replaced: Pairs) -> list[Counterparts]:
    """For each token its status and what the other versions have for it."""
    same, instead = by_token(count, shared), by_token(count, replaced)
    return [
        Counterparts("shared", tuple(one))
        if one
        else Counterparts("replaced", tuple(other))
        if other
        else Counterparts("own", ())
        for one, other in zip(same, instead, strict=True)
    ]


def by_token(count: int, pairs: Pairs) -> list[list[tuple[int, SpanPair]]]:
    """For each token the pairs of spans of which it is part, by number of the other version."""
    found: list[list[tuple[int, SpanPair]]] = [[] for _ in range(count)]
    for version in sorted(pairs):
        for pair in pairs[version]:
            for token in range(*pair.here):
                found[token].append((version, pair))
    return found


def continues(before: Counterparts, after: Counterparts) -> bool:
    """Whether two neighbouring words are one run: of one status, and contiguous in the same versions."""
    if before.status != after.status or len(before.spans) != len(after.spans):
        return False
    return all(
        one == other or (one[0] == other[0] and one[1].there.last == other[1].there.first)
        for one, other in zip(before.spans, after.spans, strict=True)
    )


def spans_beside(words: Iterable[Counterparts], versions: Sequence[SentenceText]) -> list[WordSpan]:
    """What the other versions have for a run of words: one span for each, by sentence id."""
    spans: dict[int, TokenSpan] = {}
    for word in words:
        for version, pair in word.spans:
            first = spans.get(version, pair.there).first
            spans[version] = TokenSpan(first, pair.there.last)
    return sorted(
        (word_span(versions[version], span) for version, span in spans.items()),
        key=lambda span: (span.sentence, span.start),
    )


def word_span(sentence: SentenceText, span: TokenSpan) -> WordSpan:
    """A span of tokens as a span of the article's text."""
    return WordSpan(sentence.id, sentence.tokens[span.first].start, sentence.tokens[span.last - 1].end)
