"""All articles of one event, indexed for questions about mentions."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from typing import NamedTuple

from newsdiff.details.occurrence import Occurrence
from newsdiff.language.tokens import Token, tokens
from newsdiff.model import Annotated, DateRange, Kind, Link, Mention, Name, Sentence
from newsdiff.statements.sentence_texts import SentenceText

RARITY_SMOOTHING = 10
"""Sentences added to those counted, so that in two short reports common words keep some worth."""


class NamesAndDates(NamedTuple):
    """The names of a sentence, with where they stand, and its dates."""

    names: list[tuple[int, int, Name]]
    dates: list[DateRange]


@dataclass(eq=False)
class EventIndex:
    """All articles of one event with their links. `annotated` is in the order of the ids.

    `read` are the sentences whose words are known already; those of others are read when they are asked for.
    """

    annotated: Sequence[Annotated]
    links: Sequence[Link]
    read: InitVar[Iterable[SentenceText]] = ()
    _tokens: dict[str, Sequence[Token]] = field(init=False)
    _named: dict[str, NamesAndDates] = field(default_factory=dict, init=False)

    def __post_init__(self, read: Iterable[SentenceText]) -> None:
        """Take over the words of the sentences that were read."""
        self._tokens = {sentence.id: sentence.tokens for sentence in read}

    @cached_property
    def everything(self) -> list[Occurrence]:
        """Every mention with its place, in reading order."""
        return list(self._every_occurrence())

    def _every_occurrence(self) -> Iterator[Occurrence]:
        order = 0
        for index, item in enumerate(self.annotated):
            place = {sentence.id: (number, sentence) for number, sentence in enumerate(item.sentences)}
            for mention in sorted(item.mentions, key=lambda mention: (mention.start, mention.end)):
                number, sentence = place[mention.sentence]
                yield Occurrence(mention, index, order, sentence, number)
                order += 1

    @cached_property
    def occurrences(self) -> dict[Kind, list[Occurrence]]:
        """Every mention with its place, by kind, in reading order."""
        found: dict[Kind, list[Occurrence]] = defaultdict(list)
        for occurrence in self.everything:
            found[occurrence.mention.kind].append(occurrence)
        return found

    @cached_property
    def in_sentence(self) -> dict[str, list[Occurrence]]:
        """Sentence id -> its mentions with their places, in reading order."""
        found: dict[str, list[Occurrence]] = defaultdict(list)
        for occurrence in self.everything:
            found[occurrence.sentence.id].append(occurrence)
        return found

    def claim_at(self, article: int, number: int, start: int, end: int) -> Occurrence:
        """A claim: the span of a sentence that is no mention. `number` is that of the sentence, from 0."""
        item = self.annotated[article]
        sentence = item.sentences[number]
        mention = Mention(item.article.id, "claim", start, end, item.article.text[start:end], sentence.id)
        starts = self._starts[article]
        order = self._first_orders[article] + bisect_left(starts, start)
        return Occurrence(mention, article, order, sentence, number)

    @cached_property
    def _starts(self) -> list[list[int]]:
        """Where the mentions of each article start."""
        return [sorted(mention.start for mention in item.mentions) for item in self.annotated]

    @cached_property
    def _first_orders(self) -> list[int]:
        """For each article the number of mentions in the articles before it."""
        counts = [len(item.mentions) for item in self.annotated]
        return [sum(counts[:index]) for index in range(len(counts))]

    @cached_property
    def _linked(self) -> frozenset[tuple[str, str]]:
        """The linked pairs of paragraphs, both ways round; no `related` ones."""
        return frozenset(
            pair for link in self.links if link.firm for pair in ((link.a, link.b), (link.b, link.a))
        )

    def are_linked(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether the two paragraphs report the same."""
        return (a.sentence.paragraph, b.sentence.paragraph) in self._linked

    @cached_property
    def _related(self) -> frozenset[tuple[str, str]]:
        return frozenset(pair for link in self.links for pair in ((link.a, link.b), (link.b, link.a)))

    def are_related(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether the two paragraphs have a link of any kind, `related` among them."""
        return (a.sentence.paragraph, b.sentence.paragraph) in self._related

    @cached_property
    def linked_paragraphs(self) -> dict[str, list[str]]:
        """Paragraph -> the paragraphs of other articles that report the same, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for one, other in sorted(self._linked):
            found[one].append(other)
        return found

    def text(self, occurrence: Occurrence) -> str:
        """The text of the article."""
        return self.annotated[occurrence.article].article.text

    def sentence_tokens(self, occurrence: Occurrence) -> Sequence[Token]:
        """The words of the sentence, stop words among them (their stem is empty)."""
        return self.words_of(occurrence.article, occurrence.sentence)

    def words_of(self, article: int, sentence: Sentence) -> Sequence[Token]:
        """The words of a sentence, stop words among them (their stem is empty)."""
        if sentence.id not in self._tokens:
            text = self.annotated[article].article.text
            self._tokens[sentence.id] = tokens(text, sentence.start, sentence.end)
        return self._tokens[sentence.id]

    @cached_property
    def rarity(self) -> dict[str, float]:
        """Stem -> what it is worth, 0 to 1: a word that stands in every sentence is worth nothing.

        Counted over the sentences that hold a number, a date, a time or a quotation; each distinct
        sentence text counts once, so that a hundred copies of one report do not make its words common.
        """
        seen: set[str] = set()
        counts = Counter[str]()
        for occurrence in self.everything:
            if occurrence.mention.kind in ("name", "place"):
                continue
            sentence = self.text(occurrence)[occurrence.sentence.start : occurrence.sentence.end]
            if sentence not in seen:
                seen.add(sentence)
                counts.update({token.stem for token in self.sentence_tokens(occurrence)} - {""})
        most = math.log(1 + len(seen) + RARITY_SMOOTHING)
        return {stem: 1 - math.log(count) / most for stem, count in counts.items()}

    def word_rarity(self, stem: str) -> float:
        """What a word is worth; a word of sentences that hold no number or quotation counts in full."""
        return self.rarity.get(stem, 1.0)

    def mentions_in(self, occurrence: Occurrence) -> Sequence[Mention]:
        """All mentions of the sentence, in order."""
        return self.annotated[occurrence.article].mentions_of.get(occurrence.sentence.id, ())

    def mentions_beside(self, occurrence: Occurrence) -> list[Mention]:
        """The other mentions of the sentence."""
        return [mention for mention in self.mentions_in(occurrence) if mention is not occurrence.mention]

    def names_near(self, occurrence: Occurrence) -> list[Name]:
        """The names in the sentence, the nearest first."""
        found = []
        for start, end, name in self._beside(occurrence).names:
            gap = max(start - occurrence.mention.end, occurrence.mention.start - end)
            found.append((gap, start, name))
        return [name for _, _, name in sorted(found, key=lambda item: item[:2])]

    def dates_near(self, occurrence: Occurrence) -> list[DateRange]:
        """The dates in the sentence."""
        return self._beside(occurrence).dates

    def _beside(self, occurrence: Occurrence) -> NamesAndDates:
        """What a sentence names, read once."""
        sentence = occurrence.sentence.id
        if sentence not in self._named:
            mentions = self.mentions_in(occurrence)
            self._named[sentence] = NamesAndDates(
                [(one.start, one.end, one.value) for one in mentions if isinstance(one.value, Name)],
                [one.value for one in mentions if isinstance(one.value, DateRange)],
            )
        return self._named[sentence]
