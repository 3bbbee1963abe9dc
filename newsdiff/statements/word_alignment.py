"""The words of a statement aligned: for every version which words others share, replace, or do not have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations
from typing import Final, TypeAlias

from newsdiff.model import WordRun, WordSpan, WordStatus
from newsdiff.statements.replaced_words import NearWords
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_pairs import (
    PairAlignment,
    SentenceItems,
    SpanPair,
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
    spans = Spans(versions)
    return tuple(
        tuple(runs_of(version, shared[number], replaced[number], spans))
        for number, version in enumerate(versions)
    )


def replaced_words(
    texts: tuple[str, str], one: SentenceText, other: SentenceText
) -> list[tuple[WordSpan, WordSpan]]:
    """The words of two sentences that stand in each other's place: a span of each, in the order of `one`.

    `texts` are the whole texts of their articles. `align_pair` says as well which words are shared and own.
    """
    return [
        (word_span(one, pair.first, pair.last), word_span(other, pair.first_there, pair.last_there))
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


class Spans:
    """Spans of the words of some versions; each is made once."""

    def __init__(self, versions: Sequence[SentenceText]) -> None:
        self._versions = versions
        self._made: dict[tuple[int, int, int], WordSpan] = {}
        self.order = sorted(range(len(versions)), key=lambda number: versions[number].id)
        """The numbers of the versions in the order in which a run names them."""

    def of(self, version: int, first: int, last: int) -> WordSpan:
        """The words of a version from one token to before another."""
        key = version, first, last
        if key not in self._made:
            self._made[key] = word_span(self._versions[version], first, last)
        return self._made[key]


def runs_of(version: SentenceText, shared: Pairs, replaced: Pairs, spans: Spans) -> Iterator[WordRun]:
    """The words of one version as runs."""
    status, starts = statuses_and_starts(len(version.tokens), shared, replaced)
    run_of = list(accumulate(starts, initial=-1))[1:]
    first_of = [place for place, starts_here in enumerate(starts) if starts_here]
    status_of = [status[first] for first in first_of]
    beside: list[list[WordSpan]] = [[] for _ in first_of]
    for number in filter(shared.__contains__, spans.order):
        for wanted, pairs in (("shared", shared), ("replaced", replaced)):
            for run, first, last in spans_there(pairs.get(number, ()), run_of):
                if status_of[run] == wanted:
                    beside[run].append(spans.of(number, first, last))
    tokens = version.tokens
    for first, end, kind, by in zip(first_of, [*first_of, len(tokens)][1:], status_of, beside, strict=True):
        yield WordRun(tokens[first].start, tokens[end - 1].end, kind, tuple(by))


def statuses_and_starts(count: int, shared: Pairs, replaced: Pairs) -> tuple[list[WordStatus], list[bool]]:
    """The status of each token, and whether a run starts with it.

    A run goes on while words are of one status, and contiguous in the same versions.
    """
    status: list[WordStatus] = ["own"] * count
    breaks: dict[WordStatus, set[int]] = {"own": set(), "replaced": set(), "shared": set()}
    kinds: tuple[tuple[WordStatus, Pairs], ...] = (("replaced", replaced), ("shared", shared))
    for kind, pairs in kinds:  # what is shared with one version is not replaced by another's words
        broken = breaks[kind]
        for found in pairs.values():
            end = end_there = 0
            for first, last, first_there, last_there in found:
                status[first:last] = [kind] * (last - first)
                if first != end or first_there != end_there:
                    broken.update((first, end))
                end, end_there = last, last_there
            broken.add(end)
    starts = [
        place == 0 or status[place - 1] != kind or place in breaks[kind] for place, kind in enumerate(status)
    ]
    return status, starts


def spans_there(pairs: Iterable[SpanPair], run_of: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """What another version has for each run: the run, the first token there and the one after the last."""
    current = start = stop = -1
    for first, last, first_there, last_there in pairs:
        for run in range(run_of[first], run_of[last - 1] + 1):
            if run != current:
                if current >= 0:
                    yield current, start, stop
                current, start = run, first_there
            stop = last_there
    if current >= 0:
        yield current, start, stop


def word_span(sentence: SentenceText, first: int, last: int) -> WordSpan:
    """A span of tokens as a span of the article's text."""
    return WordSpan(sentence.id, sentence.tokens[first].start, sentence.tokens[last - 1].end)
