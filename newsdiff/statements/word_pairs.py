"""The words of two sentences aligned: what says the same, what stands in its place, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsdiff.statements.common_words import NOBODY, Partners, align_common, align_stop_words
from newsdiff.statements.replaced_words import Gap, NearWords, align_near_words, gaps_between
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_items import Item, items_of, single_words, taken_apart, words_written_as_one


class TokenSpan(NamedTuple):
    """Neighbouring tokens of a sentence: number of the first, and of the one after the last."""

    first: int
    last: int


class SpanPair(NamedTuple):
    """Words here and words there that say the same, or stand in each other's place."""

    here: TokenSpan
    there: TokenSpan


@dataclass(frozen=True, slots=True)
class PairAlignment:
    """How the words of two sentences relate; spans are in the order of the sentence here.

    Every token of either sentence is in exactly one span.
    """

    shared: tuple[SpanPair, ...]
    """Words that say the same."""
    replaced: tuple[SpanPair, ...]
    """Words that stand in each other's place, each pair as small as it was found."""
    own_here: tuple[TokenSpan, ...]
    """Words that have nothing in their place there."""
    own_there: tuple[TokenSpan, ...]

    def mirrored(self) -> PairAlignment:
        """The same seen from the other sentence."""
        return PairAlignment(mirror(self.shared), mirror(self.replaced), self.own_there, self.own_here)


@dataclass(frozen=True, slots=True)
class SentenceItems:
    """A sentence with its words as items."""

    items: tuple[Item, ...]
    words: tuple[Item, ...]
    """Each token for itself."""
    keys: frozenset[str]
    """The keys of its items."""
    word_keys: frozenset[str]
    """The keys of its words, each for itself."""
    plain_keys: frozenset[str]
    """The keys of the words that are no part of a name, a figure or a day."""
    composed: tuple[int, ...]
    """The places of the items that are a name, a figure, a day or several words."""
    order: tuple[tuple[str, int], ...]
    """What decides how its words are aligned: equal for copies."""


def read_items(texts: Sequence[str], sentences: Sequence[SentenceText]) -> list[SentenceItems]:
    """The sentences with their words as items; `texts[k]` is the whole text of the article of the k-th."""
    one_word = words_written_as_one(sentences)
    result = []
    for text, sentence in zip(texts, sentences, strict=True):
        words = single_words(sentence)
        items = items_of(text, sentence, words, one_word)
        order = (*((item.key, item.last) for item in items), *((word, 0) for word in sentence.folded))
        result.append(
            SentenceItems(
                items=tuple(items),
                words=tuple(words),
                keys=frozenset(item.key for item in items),
                word_keys=frozenset(word.key for word in words),
                plain_keys=frozenset(item.key for item in items if not item.kind),
                composed=tuple(
                    place for place, item in enumerate(items) if item.kind or item.last - item.first > 1
                ),
                order=order,
            )
        )
    return result


def align_pair(texts: tuple[str, str], one: SentenceText, other: SentenceText) -> PairAlignment:
    """Align the words of two sentences; `texts` are the whole texts of their two articles."""
    here, there = read_items(texts, (one, other))
    return align_items(here, there, NearWords((here.items, there.items)))


def align_items(here: SentenceItems, there: SentenceItems, near: NearWords) -> PairAlignment:
    """Align two sentences. Mirrored when they are handed over the other way round."""
    if there.order < here.order:
        return align_items(there, here, near).mirrored()
    whole = Partners(here.items, there.items)
    align_common(whole)
    partners = with_items_apart(whole, here, there)
    if partners is not whole:
        align_common(partners)
    align_stop_words(partners)
    near_pairs = align_near_words(partners, near)
    if near_pairs:
        align_stop_words(partners)
    other_words = {here for here, _, _, _ in near_pairs}
    shared = together([pair for pair in partners.pairs() if pair[0] not in other_words])
    replaced: list[Gap] = []
    for gap in (*near_pairs, *gaps_between(partners)):
        (shared if same_words(here, there, partners, gap) else replaced).append(gap)
    return in_tokens(partners, shared, replaced)


def same_words(here: SentenceItems, there: SentenceItems, partners: Partners, gap: Gap) -> bool:
    """Whether two stretches are written alike, whatever they are taken to mean ("Tuesday" of other weeks)."""
    mine, theirs = (
        [word.key for word in sentence.words[items[first].first : items[last - 1].last]]
        for sentence, items, first, last in (
            (here, partners.here, *gap[:2]),
            (there, partners.there, *gap[2:]),
        )
    )
    return mine == theirs


def together(pairs: Sequence[tuple[int, int]]) -> list[Gap]:
    """Pairs of items in order, those that follow each other on both sides as one pair of stretches."""
    result: list[Gap] = []
    for here, there in pairs:
        if result and result[-1][1] == here and result[-1][3] == there:
            first, _, other, _ = result.pop()
            result.append((first, here + 1, other, there + 1))
        else:
            result.append((here, here + 1, there, there + 1))
    return result


def with_items_apart(whole: Partners, here: SentenceItems, there: SentenceItems) -> Partners:
    """The same partners, the items without one taken apart into their words; `whole` itself where none is."""
    mine, moved_here = apart(here, whole.of_here, there)
    theirs, moved_there = apart(there, whole.of_there, here)
    if mine == whole.here and theirs == whole.there:
        return whole
    result = Partners(mine, theirs)
    for one, other in whole.pairs():
        result.join(moved_here[one], moved_there[other])
    return result


def apart(
    sentence: SentenceItems, taken: Sequence[int], other: SentenceItems
) -> tuple[tuple[Item, ...], Sequence[int]]:
    """The items, those without a partner as single words, and the new place of each (of its first word).

    What the other sentence has as a whole stays whole: it stands elsewhere there.
    """
    loose = {
        place
        for place in sentence.composed
        if taken[place] == NOBODY and sentence.items[place].key not in other.keys
    }
    if not loose:
        return sentence.items, range(len(sentence.items))
    result: list[Item] = []
    moved = []
    for place, item in enumerate(sentence.items):
        moved.append(len(result))
        if place in loose:
            result += taken_apart(item, sentence.words, other.word_keys, other.plain_keys)
        else:
            result.append(item)
    return tuple(result), moved


def in_tokens(partners: Partners, shared: Iterable[Gap], replaced: Iterable[Gap]) -> PairAlignment:
    """The pairs of stretches of items as pairs of token spans."""
    same, instead = token_pairs(partners, shared), token_pairs(partners, replaced)
    return PairAlignment(
        same,
        instead,
        uncovered(tokens_of(partners.here), [pair.here for pair in (*same, *instead)]),
        uncovered(tokens_of(partners.there), [pair.there for pair in (*same, *instead)]),
    )


def tokens_of(items: Sequence[Item]) -> int:
    """How many tokens the items cover."""
    return items[-1].last if items else 0


def token_pairs(partners: Partners, spans: Iterable[Gap]) -> tuple[SpanPair, ...]:
    """Stretches of items as spans of tokens, in order."""
    return tuple(
        SpanPair(
            TokenSpan(partners.here[here].first, partners.here[end - 1].last),
            TokenSpan(partners.there[there].first, partners.there[stop - 1].last),
        )
        for here, end, there, stop in sorted(spans)
    )


def mirror(pairs: Sequence[SpanPair]) -> tuple[SpanPair, ...]:
    """The pairs seen from the other sentence, in its order."""
    return tuple(sorted(SpanPair(pair.there, pair.here) for pair in pairs))


def uncovered(count: int, spans: Iterable[TokenSpan]) -> tuple[TokenSpan, ...]:
    """The stretches of `count` tokens that lie in no span."""
    result = []
    place = 0
    for span in [*sorted(spans), TokenSpan(count, count)]:
        if span.first > place:
            result.append(TokenSpan(place, span.first))
        place = max(place, span.last)
    return tuple(result)
