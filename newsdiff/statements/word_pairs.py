"""The words of two sentences aligned: what says the same, what stands in its place, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsdiff.statements.common_words import NOBODY, ItemSequence, Partners, align_common, align_stop_words
from newsdiff.statements.replaced_words import Gap, NearWords, align_near_words, gaps_between
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_items import Item, items_of, single_words, taken_apart, words_written_as_one


class SpanPair(NamedTuple):
    """Words here and words there that say the same, or stand in each other's place: numbers of the first
    token, and of the one after the last."""

    first: int
    last: int
    first_there: int
    last_there: int


class PairAlignment(NamedTuple):
    """How the words of two sentences relate; spans are in the order of the sentence here.

    No token is in two spans.
    """

    shared: tuple[SpanPair, ...]
    """Words that say the same."""
    replaced: tuple[SpanPair, ...]
    """Words that stand in each other's place, each pair as small as it was found."""

    def mirrored(self) -> PairAlignment:
        """The same seen from the other sentence."""
        return PairAlignment(mirror(self.shared), mirror(self.replaced))


class SentenceItems(NamedTuple):
    """A sentence with its words as items."""

    sequence: ItemSequence
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

    @property
    def items(self) -> Sequence[Item]:
        """Its words as items, in order."""
        return self.sequence.items


def read_items(texts: Sequence[str], sentences: Sequence[SentenceText]) -> list[SentenceItems]:
    """The sentences with their words as items; `texts[k]` is the whole text of the article of the k-th."""
    one_word = words_written_as_one(sentences)
    result = []
    for text, sentence in zip(texts, sentences, strict=True):
        words = single_words(sentence.folded, sentence.tokens)
        items = items_of(text, sentence, words, one_word)
        order = [(item.key, item.last) for item in items]
        order += [(word, 0) for word in sentence.folded]
        result.append(
            SentenceItems(
                sequence=ItemSequence(tuple(items)),
                words=words,
                keys=frozenset([item.key for item in items]),
                word_keys=frozenset([word.key for word in words]),
                plain_keys=frozenset([item.key for item in items if not item.kind]),
                composed=tuple(
                    [place for place, item in enumerate(items) if item.kind or item.last - item.first > 1]
                ),
                order=tuple(order),
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
    whole = Partners(here.sequence, there.sequence)
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
    return PairAlignment(token_pairs(partners, shared), token_pairs(partners, replaced))


def same_words(one: SentenceItems, other: SentenceItems, partners: Partners, gap: Gap) -> bool:
    """Whether two stretches are written alike, whatever they are taken to mean ("Tuesday" of other weeks)."""
    here, end, there, stop = gap
    first, last = partners.here[here].first, partners.here[end - 1].last
    first_there, last_there = partners.there[there].first, partners.there[stop - 1].last
    if last - first != last_there - first_there:
        return False
    pairs = zip(one.words[first:last], other.words[first_there:last_there], strict=True)
    return all(mine.key == theirs.key for mine, theirs in pairs)


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
    if mine is here.sequence and theirs is there.sequence:
        return whole
    result = Partners(mine, theirs)
    for one, other in whole.pairs():
        result.join(moved_here[one], moved_there[other])
    return result


def apart(
    sentence: SentenceItems, taken: Sequence[int], other: SentenceItems
) -> tuple[ItemSequence, Sequence[int]]:
    """The items, those without a partner as single words, and the new place of each (of its first word).

    What the other sentence has as a whole stays whole: it stands elsewhere there.
    """
    items = sentence.items
    parts = {
        place: words
        for place in sentence.composed
        if taken[place] == NOBODY
        and items[place].key not in other.keys
        and (words := taken_apart(items[place], sentence.words, other.word_keys, other.plain_keys))
    }
    if not parts:
        return sentence.sequence, range(len(items))
    result: list[Item] = []
    moved = []
    for place, item in enumerate(items):
        moved.append(len(result))
        result += parts.get(place, (item,))
    return ItemSequence(tuple(result)), moved


def token_pairs(partners: Partners, spans: Iterable[Gap]) -> tuple[SpanPair, ...]:
    """Stretches of items as spans of tokens, in order."""
    mine, theirs = partners.here, partners.there
    return tuple(
        [
            SpanPair(mine[here].first, mine[end - 1].last, theirs[there].first, theirs[stop - 1].last)
            for here, end, there, stop in sorted(spans)
        ]
    )


def mirror(pairs: Sequence[SpanPair]) -> tuple[SpanPair, ...]:
    """The pairs seen from the other sentence, in its order."""
    return tuple(sorted([SpanPair(there, stop, here, end) for here, end, there, stop in pairs]))
