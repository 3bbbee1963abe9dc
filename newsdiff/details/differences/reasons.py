"""Why two versions of a claim are worth a look: the words in which they differ, quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from rapidfuzz.distance import Prefix

from newsdiff.details.claim_words import DEGREES, NEGATIONS, OPPOSITES, POSSIBLE, STAGES, UNPROVEN, negates
from newsdiff.details.differences.claim_versions import shown
from newsdiff.details.differences.judged import ValuesApart
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.parts_and_wholes import are_explained
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.values import asked, compatible
from newsdiff.language.tokens import Token, stem_of
from newsdiff.language.word_vectors import word_vectors
from newsdiff.model import Name, Quantity, WordSpan
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_alignment import replaced_words

Words: TypeAlias = tuple[SentenceText, WordSpan]
"""Some words of a sentence."""
MOST_REASONS: Final = 3
AS_A_WHOLE: Final = "the sentences differ as a whole, not in single words"
LONGEST_REPLACED: Final = 4
"""Words of a replaced span that is quoted as a reason."""
LEAST_PREFIX: Final = 4
ONE_WORD: Final = 0.55
"""Share of the longer of two words that they have in common from the start when they are forms of one."""
NEAR_IN_MEANING: Final = 0.5
"""Cosine from which two words that stand in each other's place mostly say the same in other words."""
REACH: Final = 3
"""Words behind a negation, a modal or a word of degree within which the word stands that it is said of."""
NOUNS_TOO: Final = frozenset("plan plans hope hopes".split())
"""Words that say what may be as verbs and name a thing as nouns: "the plan initially favoured Moscow"."""
CLAUSE_OPENERS: Final = frozenset("that which who whom whose where when because if".split())
"""Behind these a clause of its own begins: a word before them is not said of what follows."""
LIKELY: Final = 0.2
"""Probability of answering one question from which two values come before all other words.

Set by hand: on events left out a third of them are the values of a marked conflict, of those below one in
thirty."""
PERHAPS: Final = 0.05
"""The same where no other words can be named."""
KINDS: Final[tuple[Callable[[str], bool], ...]] = (
    negates,
    (POSSIBLE - NOUNS_TOO).__contains__,
    UNPROVEN.__contains__,
    (DEGREES - NEGATIONS).__contains__,
)
"""Words that change the sense of the word behind them: that deny, plan, allege or limit it. Whether the two
versions differ for it the reader judges; only the words are quoted."""


class Reasons:
    """Names the words in which two sentences of an event differ."""

    def __init__(self, index: EventIndex) -> None:
        self._index = index
        self._texts = [item.article.text.casefold() for item in index.annotated]

    def of(self, a: SentenceText, b: SentenceText) -> list[str]:
        """What makes two versions worth a look, each reason with the words that bear it out.

        Empty where no word can be named that differs: then one thing is merely put in other words.
        """
        found = [*self._changed_senses(a, b), *self._replaced(a, b, self._say_something_else)]
        if stages := self._stages(a, b):
            found.append(stages)
        return found[:MOST_REASONS]

    def _stages(self, a: SentenceText, b: SentenceText) -> str:
        """The words for stages of a criminal case, where the versions name different ones; else empty."""
        mine, theirs = stages_of(a), stages_of(b)
        if not mine or not theirs or mine.keys() & theirs.keys():
            return ""
        words = [
            quoted(self._text(sentence)[token.start : token.end])
            for sentence, token in ((a, next(iter(mine.values()))), (b, next(iter(theirs.values()))))
        ]
        return " / ".join(words)

    def may_differ(self, a: SentenceText, b: SentenceText) -> bool:
        """Whether any words at all stand in each other's place, or deny, plan, allege or limit something in
        one version only: less than a reason."""
        if any(any(map(changes, a.folded)) != any(map(changes, b.folded)) for changes in KINDS):
            return True
        return any(True for _ in self._in_place(a, b)) or len(stages_of(a).keys() ^ stages_of(b).keys()) > 1

    def in_other_words(self, a: SentenceText, b: SentenceText) -> str:
        """Which words stand in each other's place where no reason can be named: they may say the same."""
        found = list(dict.fromkeys(self._replaced(a, b, lambda _mine, _theirs: True)))
        return f"in each other’s place: {'; '.join(found[:MOST_REASONS])}" if found else AS_A_WHOLE

    def _replaced(
        self, a: SentenceText, b: SentenceText, counts: Callable[[Words, Words], bool]
    ) -> Iterator[str]:
        """The words that stand in each other's place, where they count."""
        texts = (self._text(a), self._text(b))
        for mine, theirs in self._in_place(a, b):
            if counts((a, mine), (b, theirs)):
                here, there = texts[0][mine.start : mine.end], texts[1][theirs.start : theirs.end]
                yield f"{quoted(here)} / {quoted(there)}"

    def _in_place(self, a: SentenceText, b: SentenceText) -> Iterator[tuple[WordSpan, WordSpan]]:
        """Short spans that stand in each other's place, no two forms of one word and no values that agree or
        are explained."""
        texts = (self._text(a), self._text(b))
        for mine, theirs in replaced_words(texts, a, b):
            here, there = texts[0][mine.start : mine.end], texts[1][theirs.start : theirs.end]
            measures = [
                [one for one in self._mentions(*side) if asked(one)] for side in ((a, mine), (b, theirs))
            ]
            if (
                is_concise(a, mine)
                and is_concise(b, theirs)
                and not are_forms_of_one_word(here, there)
                and not any(
                    compatible(x, y) or are_explained(self._index, x, y)
                    for x in measures[0]
                    for y in measures[1]
                )
            ):
                yield mine, theirs

    def _say_something_else(self, here: Words, there: Words) -> bool:
        """Whether two spans that stand in each other's place do not agree, as far as their words go.

        Names of which an article has both agree, and so do words that are near in meaning and no opposites.
        """
        values = [self._mentions(*one) for one in (here, there)]
        if all(any(map(asked, found)) for found in values):
            return True
        names = [[one for one in found if isinstance(one.mention.value, Name)] for found in values]
        if any(names):
            return all(names) and all(
                one.mention.text.casefold() not in self._texts[article]
                for found, article in ((names[0], there[0].article), (names[1], here[0].article))
                for one in found
            )
        return are_unlike(words_in(*here), words_in(*there))

    def _mentions(self, sentence: SentenceText, span: WordSpan) -> list[Occurrence]:
        held = self._index.in_sentence.get(sentence.id, ())
        return [one for one in held if one.mention.start < span.end and span.start < one.mention.end]

    def _changed_senses(self, a: SentenceText, b: SentenceText) -> Iterator[str]:
        """The words that one version denies, plans, alleges or limits and the other states."""
        for changes in KINDS:
            for one, other in ((a, b), (b, a)):
                text, theirs = self._text(one), self._text(other)
                found = changed_sense(one, other, changes, text)
                if found is not None:
                    (start, end), (first, last) = found
                    words = quoted(text[start:end]), quoted(theirs[first:last])
                    yield " / ".join(words if one is a else words[::-1])
                    break

    def _text(self, sentence: SentenceText) -> str:
        return self._index.annotated[sentence.article].article.text


def stages_of(sentence: SentenceText) -> dict[int, Token]:
    """The stages of a criminal case that a sentence names, each with a word for it."""
    return {STAGES[token.stem]: token for token in sentence.tokens if token.stem in STAGES}


def changed_sense(
    one: SentenceText, other: SentenceText, changes: Callable[[str], bool], text: str
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where `one` changes the sense of a word that `other` has without such a word before it: start and end
    there and here; None where it does not. `text` is the article of `one`: with a capital inside a sentence
    "May" and "Will" are names."""
    for number, word in enumerate(one.folded):
        if not changes(word) or (number and text[one.tokens[number].start].isupper()):
            continue
        said_of = place_said_of(one, number, changes)
        if said_of is None:
            continue
        stem = one.tokens[said_of].stem
        places = [place for place, token in enumerate(other.tokens) if token.stem == stem]
        if places and not any(
            changes(before) for place in places for before in other.folded[max(0, place - REACH) : place]
        ):
            first = max(0, places[0] - 1)
            return (
                (one.tokens[number].start, one.tokens[said_of].end),
                (other.tokens[first].start, other.tokens[places[0]].end),
            )
    return None


def place_said_of(sentence: SentenceText, number: int, changes: Callable[[str], bool]) -> int | None:
    """Which of the next words one that changes the sense is said of; None where a clause begins before it and
    for a figure ("may" before it is a month)."""
    for place in range(number + 1, min(len(sentence.tokens), number + 1 + REACH)):
        if sentence.folded[place] in CLAUSE_OPENERS or sentence.folded[place][0].isdigit():
            return None
        if sentence.tokens[place].stem and not changes(sentence.folded[place]):
            return place
    return None


def words_in(sentence: SentenceText, span: WordSpan) -> list[str]:
    """The folded words with a meaning in a span."""
    return [
        word
        for token, word in zip(sentence.tokens, sentence.folded, strict=True)
        if token.stem and span.start <= token.start < span.end
    ]


def are_unlike(here: list[str], there: list[str]) -> bool:
    """Whether no word of one is near in meaning to one of the other, or one is the opposite of another."""
    if any(stem_of(b) in OPPOSITES.get(stem_of(a), ()) for a in here for b in there):
        return True
    table = word_vectors()
    rows = [[row for word in words if (row := table.row(word)) >= 0] for words in (here, there)]
    if not all(rows):
        return True
    vectors = [table.unit_vectors(found) for found in rows]
    return round(float((vectors[0] @ vectors[1].T).max()), 6) < NEAR_IN_MEANING


def are_forms_of_one_word(here: str, there: str) -> bool:
    """Whether two spans are a word in two forms or spellings: west and western, Zelensky and Zelenskyy."""
    one, other = here.casefold(), there.casefold()
    common = Prefix.similarity(one, other)
    return common >= LEAST_PREFIX and common >= ONE_WORD * max(len(one), len(other))


def is_concise(sentence: SentenceText, span: WordSpan) -> bool:
    """Whether a span is short and holds a word with a meaning: long ones stand between unlike clauses."""
    inside = [token for token in sentence.tokens if span.start <= token.start < span.end]
    return len(inside) <= LONGEST_REPLACED and any(token.stem for token in inside)


def quoted(words: str) -> str:
    """Words on one line, in quotation marks."""
    return f"“{shown(words)}”"


def values_stated_apart(
    index: EventIndex, values: Sequence[ValuesApart], here: SentenceText, least: float
) -> Iterator[str]:
    """The words of the two values that most probably answer one question, if any are as probable as `least`.

    `values` are those of two sentences, the likeliest first; the words of `here` come first.
    """
    for found in values:
        if found.probability < least:
            return
        a, b = found.one, found.other
        if are_stated_apart(a, b) and not are_explained(index, a, b):
            words = quoted(a.mention.text), quoted(b.mention.text)
            yield " / ".join(words if a.sentence.id == here.id else words[::-1])
            return


def are_stated_apart(a: Occurrence, b: Occurrence) -> bool:
    """Whether two values exclude each other, or are figures in other words: "around 2.1 million" can be 2.05
    million. Days that meet are mostly put in other words by the days of publication alone."""
    if not compatible(a, b):
        return True
    return isinstance(a.mention.value, Quantity) and a.mention.text.casefold() != b.mention.text.casefold()
