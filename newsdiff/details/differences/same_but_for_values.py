"""Sentences that are the same but for one figure, day or time: the plainest difference there is.

Careful readers mark such pairs without fail, but outlets that write in their own words seldom make them, so
no weights can be fitted on them.
"""

from __future__ import annotations

from typing import Final

from newsdiff.details.claims.kinds_of_words import ORDER
from newsdiff.details.claims.negations import negates
from newsdiff.details.context import Context
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.values import compatible
from newsdiff.details.times.comparable import PublicationDays, are_comparable
from newsdiff.model import Mention, Quantity
from newsdiff.statements.sentence_texts import SentenceText

SAME_BUT_FOR_VALUES: Final = 0.9
"""Set by hand: probability that two such sentences differ, and that their values answer one question."""
LEAST_WORDS: Final = 3
"""Words with a meaning that both have besides the value: with fewer, they need not speak of one thing."""


def exclude_each_other(context: Context, days: PublicationDays, a: Occurrence, b: Occurrence) -> bool:
    """Whether two unequal values cannot both be true, and are no two names of one day in other weeks."""
    if compatible(a, b):
        return False
    return isinstance(a.mention.value, Quantity) or are_comparable(context, days, a, b)


def are_same_but_for(one: SentenceText, mine: Mention, other: SentenceText, theirs: Mention) -> bool:
    """Whether two sentences have the same words but for one mention each.

    Stop words are free but for those that deny or set an order ("the first", "the second").
    """
    here, there = words_besides(one, mine), words_besides(other, theirs)
    return here == there and len(here) >= LEAST_WORDS


def words_besides(sentence: SentenceText, mention: Mention) -> frozenset[str]:
    """The words of a sentence that carry its sense, without those of a mention."""
    return frozenset(
        token.stem or word
        for token, word in zip(sentence.tokens, sentence.folded, strict=True)
        if not mention.start <= token.start < mention.end and (token.stem or word in ORDER or negates(word))
    )
