"""The versions of a claim as values, and what they are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.details.candidate import ValueGroup
from newsdiff.details.claim_words import ATTRIBUTING, DEGREES, POSSIBLE, UNPROVEN, negates
from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence
from newsdiff.language.tokens import Token
from newsdiff.model import Mention, Name, Utterance
from newsdiff.statements.sentence_texts import SentenceText

LEAST_QUOTED_ALIKE: Final = 2
"""Words that two quotations have in common from which on they may be one utterance."""
LEAST_QUOTED: Final = 4
"""Words with a meaning of a quotation that is a claim of its own."""
MOST_BESIDE: Final = 2
"""Words with a meaning beside one quotation of two outlets, without names and "said", up to which they only
introduce it: of eleven such pairs on 42 events the six up to here say the same, of those above two differ."""
COPIED: Final = 0.8
"""Share of the words of the longer of two sentences from which on they are copies."""
LEAST_LABEL: Final = 2
LONGEST_LABEL: Final = 6
"""Words with a meaning in a label."""
MOST_PLACES: Final = 50
"""Places of one word in a sentence that are looked at; it bounds the work on hostile texts."""
LABEL_WORDS: Final = 3
"""Words in common that name what a claim is about."""
WORDS_BEHIND_A_NAME: Final = 2
"""Words in common that follow a name: the name alone does not say what is claimed of it."""
MOST_VERSIONS: Final = 8
"""Versions of a claim that are shown beside each other; more are copies or lists."""


class Quoted(NamedTuple):
    """What a sentence quotes, and what stands beside it."""

    words: Counter[str]
    """The stems inside of its direct quotations."""
    beside: tuple[str, ...]
    """The words outside, without names and "said"."""
    persons: set[str]
    """Keys of those named outside."""


class ClaimVersions:
    """Makes values of the versions of a claim."""

    def __init__(self, index: EventIndex, sentences: Sequence[SentenceText]) -> None:
        self._index = index
        self._sentences = sentences
        self._counted: dict[int, Counter[str]] = {}
        self._articles: dict[frozenset[tuple[str, int]], set[int]] = defaultdict(set)

    def versions(self, members: Sequence[int]) -> list[ValueGroup]:
        """One value a version, the whole sentence, in the order of `members` (numbers of sentences).

        Versions of the same words are one value.
        """
        groups: dict[str, ValueGroup] = {}
        for number in members[:MOST_VERSIONS]:
            claim = self.occurrence(number)
            words = shown(claim.mention.text)
            groups.setdefault(words.casefold(), ValueGroup(words, [])).occurrences.append(claim)
        return list(groups.values())

    def occurrence(self, number: int) -> Occurrence:
        """A whole sentence as a claim."""
        sentence = self._sentences[number]
        return self._index.claim_at(sentence.article, sentence.position, sentence.start, sentence.end)

    def are_copies(self, one: int, other: int) -> bool:
        """Whether two sentences are one text in two outlets: the same words, or one of them a little cut.

        What is cut is a dateline or a half-sentence, no word that changes the sense.
        """
        longer, shorter = sorted((self._words(one), self._words(other)), key=Counter.total, reverse=True)
        if shorter.total() < COPIED * longer.total() or not shorter <= longer:
            return False
        return not any(map(changes_sense, longer - shorter))

    def say_the_same(self, one: int, other: int) -> bool:
        """Whether two sentences have the same words but for marks, stop words and who "said" it.

        Such are copies of agency text, and one quotation in two frames.
        """
        return self._words(one) == self._words(other) or self._only_quote_the_same(one, other)

    def _only_quote_the_same(self, one: int, other: int) -> bool:
        """Whether two sentences quote the same words and say little besides, of no two speakers."""
        mine, theirs = self._quoted(one), self._quoted(other)
        return (
            mine.words == theirs.words
            and mine.words.total() >= LEAST_QUOTED
            and max(len(mine.beside), len(theirs.beside)) <= MOST_BESIDE
            and set(filter(changes_sense, mine.beside)) == set(filter(changes_sense, theirs.beside))
            and not (mine.persons and theirs.persons and mine.persons.isdisjoint(theirs.persons))
        )

    def _quoted(self, number: int) -> Quoted:
        """What a sentence quotes, and what stands beside it."""
        sentence = self._sentences[number]
        spans = self._quotations(sentence)
        names = [one for one in sentence.mentions if isinstance(one.value, Name)]
        words = self._claiming(number)
        quoted = Counter(word for start, word in words if lies_in(start, spans))
        beside = tuple(word for start, word in words if not lies_in(start, [*spans, *names]))
        speakers = (one.value for one in names if not lies_in(one.start, spans))
        persons = {value.key for value in speakers if isinstance(value, Name) and value.type == "person"}
        return Quoted(quoted, beside, persons)

    def _quotations(self, sentence: SentenceText) -> list[Mention]:
        """The direct quotations that the sentence has a part of; they may begin before it."""
        return [
            one
            for one in self._index.annotated[sentence.article].mentions
            if isinstance(one.value, Utterance)
            and one.value.direct
            and one.start < sentence.end
            and sentence.start < one.end
        ]

    def both_print_both(self, one: int, other: int) -> bool:
        """Whether the articles of two sentences each print the other one as well: then they agree."""
        articles = self._sentences[one].article, self._sentences[other].article
        return articles[1] in self._printing(one) and articles[0] in self._printing(other)

    def _printing(self, number: int) -> set[int]:
        """Numbers of the articles with a sentence of the same words."""
        if not self._articles:
            for place, sentence in enumerate(self._sentences):
                self._articles[frozenset(self._words(place).items())].add(sentence.article)
        return self._articles[frozenset(self._words(number).items())]

    def _words(self, number: int) -> Counter[str]:
        """The words of a sentence that carry its claim, with how often each stands there."""
        if number not in self._counted:
            self._counted[number] = Counter(word for _, word in self._claiming(number))
        return self._counted[number]

    def _claiming(self, number: int) -> list[tuple[int, str]]:
        """Where the words of a sentence begin that carry its claim: stems, and the stop words that change the
        sense."""
        sentence = self._sentences[number]
        return [
            (token.start, token.stem or word)
            for token, word in zip(sentence.tokens, sentence.folded, strict=True)
            if word not in ATTRIBUTING and (token.stem or changes_sense(word))
        ]

    def quote_two_persons(self, one: int, other: int) -> bool:
        """Whether two sentences quote other words of other persons: each witness has seen something else."""
        a, b = self._sentences[one], self._sentences[other]
        if not (a.quotations and b.quotations and a.persons and b.persons) or a.persons & b.persons:
            return False
        return all(len(x & y) < LEAST_QUOTED_ALIKE for x in a.quotations for y in b.quotations)

    def label(self, one: int, other: int) -> str:
        """What two versions are about: the weightiest words that stand together in both, behind a name that
        many sentences have the rarest other words that both have; else such words alone."""
        a, b = self._sentences[one], self._sentences[other]
        text = self._index.annotated[a.article].article.text
        together = self._words_together(a, b)
        if together is None:
            return ", ".join(self._rare_in_both(a, b, LABEL_WORDS)) or "what is reported"
        words = shown(text[together[0] : together[1]])
        beside = self._rare_in_both(a, b, WORDS_BEHIND_A_NAME, outside=together) if words.istitle() else ()
        return f"{words}: {', '.join(beside)}" if beside else words

    def _rare_in_both(
        self, a: SentenceText, b: SentenceText, most: int, *, outside: tuple[int, int] = (0, 0)
    ) -> list[str]:
        """The rarest words of `a` that `b` has as well, in reading order; those of one stem count once."""
        text = self._index.annotated[a.article].article.text
        theirs = {token.stem for token in b.tokens if token.stem}
        common = [token for token in a.tokens if token.stem in theirs and not token.stem[0].isdigit()]
        weighty = sorted(common, key=lambda token: (-self._index.word_rarity(token.stem), token.start))
        named = {token.stem for token in a.tokens if outside[0] <= token.start < outside[1]}
        kept: list[Token] = []
        for token in weighty:
            if len(kept) < most and token.stem not in named:
                kept.append(token)
                named.add(token.stem)
        return [text[token.start : token.end] for token in sorted(kept, key=lambda token: token.start)]

    def _words_together(self, a: SentenceText, b: SentenceText) -> tuple[int, int] | None:
        """Start and end of the weightiest run of the same words in both, two words at least."""
        best: tuple[float, int, tuple[int, int]] | None = None
        for first, last in common_runs(a.folded, b.folded):
            inside = [number for number in range(first, last) if a.tokens[number].stem][:LONGEST_LABEL]
            if len(inside) < LEAST_LABEL:
                continue
            worth = sum(self._index.word_rarity(a.tokens[number].stem) for number in inside)
            span = (a.tokens[inside[0]].start, a.tokens[inside[-1]].end)
            best = max(best or (0.0, 0, span), (round(worth, 6), -first, span), key=lambda found: found[:2])
        return best[2] if best else None


def lies_in(position: int, spans: Sequence[Mention]) -> bool:
    """Whether a position lies inside one of the spans."""
    return any(one.start <= position < one.end for one in spans)


def common_runs(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where runs of the same words stand in `here`, as long as they go: first word and the word after the
    last."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(there):
        places.setdefault(word, []).append(number)
    lengths: dict[int, int] = {}
    for number, word in enumerate(here):
        lengths, before = {}, lengths
        for place in places.get(word, ())[:MOST_PLACES]:
            lengths[place] = before.get(place - 1, 0) + 1
        longest = max(lengths.values(), default=0)
        if longest:
            yield number - longest + 1, number + 1


def shown(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def changes_sense(word: str) -> bool:
    """Whether a folded stop word changes what a sentence claims."""
    return negates(word) or word in POSSIBLE or word in UNPROVEN or word in DEGREES
