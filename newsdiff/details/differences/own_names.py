"""Names that one article has and the other lacks: two of them in one role may be two versions."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz

from newsdiff.details.context import Context
from newsdiff.details.occurrence import MOST_NAMES_IN_SENTENCE, Occurrence, name_of
from newsdiff.model import Name


class NamesApart(NamedTuple):
    """The names in each of two sentences that the other's article has nowhere."""

    pairs: float
    """How many names of one could stand for how many of the other: the product of both numbers."""
    context: float
    """Greatest cosine of the words around two of them of one type."""
    likeness: float
    """Greatest likeness of the letters of two of them of one type, 0 to 1."""


NOTHING_APART = NamesApart(0.0, 0.0, 0.0)


class OwnNames:
    """The names of an event by sentence, and the articles that lack them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        index = context.index
        self._in_sentence = {
            sentence: [one for one in held if isinstance(one.mention.value, Name)][:MOST_NAMES_IN_SENTENCE]
            for sentence, held in index.in_sentence.items()
        }
        self._keys = [
            {mention.value.key for mention in item.mentions if isinstance(mention.value, Name)}
            for item in index.annotated
        ]
        self._texts = [item.article.text.casefold() for item in index.annotated]
        self._lacking: dict[tuple[str, int], list[Occurrence]] = {}

    def apart(self, one: str, in_article: int, other: str, in_other: int) -> NamesApart:
        """The names of two sentences, by id and number of their article, that only one article has."""
        here, there = self._lacking_in(one, in_other), self._lacking_in(other, in_article)
        if not here or not there:
            return NOTHING_APART
        alike = [(a, b) for a in here for b in there if name_of(a).type == name_of(b).type]
        return NamesApart(
            pairs=float(len(here) * len(there)),
            context=max((round(self._context.similarity(a, b), 6) for a, b in alike), default=0.0),
            likeness=max(
                (
                    round(fuzz.ratio(a.mention.text.casefold(), b.mention.text.casefold()) / 100, 6)
                    for a, b in alike
                ),
                default=0.0,
            ),
        )

    def _lacking_in(self, sentence: str, article: int) -> list[Occurrence]:
        """The names of a sentence that an article has in no form."""
        key = (sentence, article)
        if key not in self._lacking:
            self._lacking[key] = [
                one
                for one in self._in_sentence.get(sentence, ())
                if name_of(one).key not in self._keys[article]
                and one.mention.text.casefold() not in self._texts[article]
            ]
        return self._lacking[key]
