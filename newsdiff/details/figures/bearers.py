"""Ages: which figures are ages, and whether two of them are of one person."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence
from newsdiff.model import Name, Quantity, Sentence
from newsdiff.patterns import lazy_pattern

BEARER_REACH: Final = 2
"""Sentences back in which the person may be named whom "the 54-year-old" takes up."""
NEAR_BEFORE: Final = 12
"""Code points before an age: room for "their then"."""
Bearer: TypeAlias = Literal["name", "word", "sentence"]
"""By what two ages are known to be of one person."""
THE_BEFORE = lazy_pattern(r"\b[Tt]he\s+(?:now\s+|then\s+)?$")
"""Before "54-year-old": somebody whom the text has named, or names in the same sentence."""
OWNED_BEFORE = lazy_pattern(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ww]hose)"
    r"|(?<!\b[Hh]e)(?<!\b[Ss]he)(?<!\b[Ii]t)(?<!\b[Ww]ho)['’]s)\s+(?:now\s+|then\s+)?$"
)
"""Before "15-year-old cousin": somebody's relative, not the person whom the sentence is about."""


def is_age(quantity: Quantity) -> bool:
    """Whether the figure says how old somebody is."""
    return quantity.head == "age"


def same_bearer(context: Context, a: Occurrence, b: Occurrence) -> bool:
    """Whether two ages are of one person."""
    return bool(bearer_in_common(context, a, b))


def bearer_in_common(context: Context, a: Occurrence, b: Occurrence) -> Bearer | None:
    """How two ages are known to be of one person, if at all.

    The same name beside or behind both, else the same word beside both ("driver"), else sentences that
    match and give one age each, both of a relative or neither.
    """
    mine, theirs = words_beside(context, a), words_beside(context, b)
    names, names_too = (names_of_bearer(context.index, t, side) for t, side in ((a, mine), (b, theirs)))
    if names and names_too:
        return "name" if names & names_too else None
    if mine & theirs:
        return "word"
    alone = only_age(context.index, a) and only_age(context.index, b)
    akin = is_relative(context.index, a) == is_relative(context.index, b)
    return "sentence" if alone and akin and context.matching.are_best_match(a, b) else None


def are_strangers(context: Context, a: Occurrence, b: Occurrence) -> bool:
    """Whether two ages are known to be of two persons: other names stand beside or behind them."""
    mine, theirs = (names_of_bearer(context.index, one, words_beside(context, one)) for one in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def words_beside(context: Context, age: Occurrence) -> set[str]:
    """The words or names next to an age; what stands before that of a relative is not the relative."""
    before = "" if is_relative(context.index, age) else context.before(age)
    return {before, context.after(age)} - {""}


def is_relative(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether the age is that of somebody who belongs to somebody else: "her 15-year-old cousin"."""
    return OWNED_BEFORE.search(before_age(index, occurrence)) is not None


def before_age(index: EventIndex, occurrence: Occurrence) -> str:
    """The few code points of the sentence before an age."""
    start = occurrence.mention.start
    return index.text(occurrence)[max(occurrence.sentence.start, start - NEAR_BEFORE) : start]


def names_of_bearer(index: EventIndex, occurrence: Occurrence, beside: set[str]) -> set[str]:
    """The person whose age it is: named beside the age, else the person whom "the 54-year-old" takes up."""
    persons = {f"@{name.key}" for name in index.names_near(occurrence) if name.type == "person"}
    found = beside & persons
    if found:
        return found
    if not THE_BEFORE.search(before_age(index, occurrence)):
        return set()
    key = person_taken_up(index, occurrence)
    return {f"@{key}"} if key else set()


def person_taken_up(index: EventIndex, occurrence: Occurrence) -> str:
    """The key of the last person named before in the sentence, else of the subject of a sentence before.

    The subject is mostly the first who is named. Where nobody is, it is the only one named after.
    """
    sentences = index.annotated[occurrence.article].sentences
    first = max(0, occurrence.number - BEARER_REACH)
    for sentence in reversed(sentences[first : occurrence.number + 1]):
        before = [
            (start, key)
            for start, key in people_in(index, occurrence.article, sentence)
            if start < occurrence.mention.start
        ]
        if before:
            return before[-1][1]
    after = {key for _, key in people_in(index, occurrence.article, occurrence.sentence)}
    return after.pop() if len(after) == 1 else ""


def people_in(index: EventIndex, article: int, sentence: Sentence) -> list[tuple[int, str]]:
    """Where people are named in a sentence, and their keys, in order."""
    mentions = index.annotated[article].mentions_of.get(sentence.id, ())
    return sorted(
        (mention.start, mention.value.key)
        for mention in mentions
        if isinstance(mention.value, Name) and mention.value.type == "person"
    )


def only_age(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether the sentence gives no other age."""
    return not any(
        isinstance(mention.value, Quantity) and is_age(mention.value)
        for mention in index.mentions_beside(occurrence)
    )
