"""A sentence as a version of a statement: what of it may be at odds with another version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.details import claim_words
from newsdiff.details.occurrence import MOST_IN_SENTENCE
from newsdiff.language.word_vectors import word_vectors
from newsdiff.model import ClockTime, DateRange, Quantity
from newsdiff.statements.memberships import Floats
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.soft_overlap import word_rarity

NO_MEASURES = frozenset(("score", "ordinal"))
"""Units whose figures answer no question of how much."""


class Version(NamedTuple):
    """The parts of a sentence that are compared, read once."""

    id: str
    """That of the sentence."""
    article: int
    numbers: tuple[int, ...]
    """The event's vocabulary numbers of its words, without stop words."""
    stems: tuple[str, ...]
    """The stems of the same words."""
    stem_set: frozenset[str]
    plain_stems: frozenset[str]
    """Stems, figures aside."""
    opposed: frozenset[str]
    """Stems that have opposites."""
    negations: int
    possible: frozenset[str]
    unproven: frozenset[str]
    attributing: bool
    stages: frozenset[int]
    leaving: frozenset[int]
    degrees: frozenset[str]
    order: frozenset[str]
    quantities: tuple[Quantity, ...]
    days: tuple[DateRange, ...]
    times: tuple[ClockTime, ...]
    names: frozenset[str]
    quotations: tuple[frozenset[str], ...]


class Versions:
    """The sentences of an event as versions, and the vectors of their words."""

    def __init__(self, sentences: Sequence[SentenceText]) -> None:
        rarity = word_rarity(sentences)
        words = sorted(rarity)
        self._number = {word: place for place, word in enumerate(words)}
        table = word_vectors()
        self.vectors: Floats = table.unit_vectors([table.row(word) for word in words])
        self.weights = [rarity[word] for word in words]
        self._sentences = sentences
        self._read: dict[int, Version] = {}

    def __getitem__(self, sentence: int) -> Version:
        """The version by the number of its sentence."""
        if sentence not in self._read:
            self._read[sentence] = self._read_version(self._sentences[sentence])
        return self._read[sentence]

    def _read_version(self, sentence: SentenceText) -> Version:
        content = [
            (word, token.stem)
            for word, token in zip(sentence.folded, sentence.tokens, strict=True)
            if token.stem
        ]
        folded = frozenset(sentence.folded)
        stems = frozenset(stem for _, stem in content)
        values = [mention.value for mention in sentence.mentions]
        return Version(
            id=sentence.id,
            article=sentence.article,
            numbers=tuple(self._number[word] for word, _ in content),
            stems=tuple(stem for _, stem in content),
            stem_set=stems,
            plain_stems=frozenset(stem for stem in stems if not stem[0].isdigit()),
            opposed=stems & claim_words.OPPOSITES.keys(),
            negations=sum(map(claim_words.negates, folded)),
            possible=folded & claim_words.POSSIBLE,
            unproven=folded & claim_words.UNPROVEN,
            attributing=bool(folded & claim_words.ATTRIBUTING),
            stages=frozenset(claim_words.STAGES[stem] for stem in stems if stem in claim_words.STAGES),
            leaving=frozenset(claim_words.LEAVING[stem] for stem in stems if stem in claim_words.LEAVING),
            degrees=folded & claim_words.DEGREES,
            order=folded & claim_words.ORDER,
            quantities=tuple(
                value for value in values if isinstance(value, Quantity) and value.unit not in NO_MEASURES
            )[:MOST_IN_SENTENCE],
            days=tuple(value for value in values if isinstance(value, DateRange))[:MOST_IN_SENTENCE],
            times=tuple(value for value in values if isinstance(value, ClockTime))[:MOST_IN_SENTENCE],
            names=sentence.names,
            quotations=sentence.quotations[:MOST_IN_SENTENCE],
        )
