"""Under which spelling a mention of a name stands: one that its own article prints, and no other's.

A name has a value per spelling. "Zelensky" stands under "Volodymyr Zelensky" where its article prints that
too and under "Zelensky" where it does not: no outlet is said to have written what it never wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsdiff.details.candidate import ValueGroup, most_reported_first
from newsdiff.details.names.spellings import TITLES, spelled_apart, spelling
from newsdiff.details.occurrence import Occurrence
from newsdiff.model import Name
from newsdiff.patterns import lazy_pattern

POSSESSIVE = lazy_pattern(r"['’]s$|(?<=s)['’]$")
LONGEST_ACRONYM = 3


def displayed_names(
    occurrences: Iterable[Occurrence], known: Sequence[Occurrence], apart: frozenset[str] = frozenset()
) -> list[ValueGroup]:
    """The mentions under the spellings that their own articles print, the most reported first.

    `known` are all mentions of the name, those among `occurrences` included: what else an article calls it.
    Writings with the letters `apart` are values of their own, though their article prints a longer form.
    """
    by_article: dict[int, list[Occurrence]] = defaultdict(list)
    for occurrence in known:
        by_article[occurrence.article].append(occurrence)
    shouted = {printed(t).casefold(): printed(t) for t in reversed(known) if not opens_in_capitals(t)}
    heads = {article: heads_of(own, apart) for article, own in by_article.items()}
    found: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        head = head_of(occurrence, heads[occurrence.article], apart)
        value = printed(head)
        if opens_in_capitals(head):
            value = shouted.get(value.casefold(), value)
        found.setdefault(value, []).append(occurrence)
    return most_reported_first(ValueGroup(value, same) for value, same in found.items())


def heads_of(own: Sequence[Occurrence], apart: frozenset[str]) -> list[Occurrence]:
    """Of one article's mentions of a name the first of each spelling that is no other's short form."""
    heads: list[Occurrence] = []
    for occurrence in sorted(own, key=fullness):
        if not any(stands_under(occurrence, head, apart) for head in heads):
            heads.append(occurrence)
    return heads


def fullness(occurrence: Occurrence) -> tuple[int, bool, bool, int]:
    """The longest forms of a name first; of "Russian" and "Russia" the name itself."""
    value = occurrence.mention.value
    called = isinstance(value, Name) and spelling(value.full) == spelling(occurrence.mention.text)
    return (
        -len(spelling(occurrence.mention.text)),
        not called,
        opens_in_capitals(occurrence),
        occurrence.order,
    )


def head_of(occurrence: Occurrence, heads: Sequence[Occurrence], apart: frozenset[str]) -> Occurrence:
    """The spelling of its article under which a mention stands."""
    exact = [head for head in heads if printed(head) == printed(occurrence)]
    return next(iter(exact or [head for head in heads if stands_under(occurrence, head, apart)] or heads))


def stands_under(occurrence: Occurrence, head: Occurrence, apart: frozenset[str]) -> bool:
    """Whether a mention is a form of a spelling that its article prints, and no spelling of its own."""
    mine, theirs = spelling(occurrence.mention.text), spelling(head.mention.text)
    if "".join(mine) not in apart:
        return not spelled_apart(mine, theirs)
    alike = printed(occurrence) == printed(head) or opens_in_capitals(occurrence) or opens_in_capitals(head)
    return alike and "".join(mine) == "".join(theirs)


def printed(occurrence: Occurrence) -> str:
    """The words of a name as they stand, without courtesy title and possessive; line breaks become blanks."""
    return printed_words(occurrence.mention.text)


@lru_cache(maxsize=20_000)
def printed_words(text: str) -> str:
    """The same for the verbatim words of a name."""
    words = POSSESSIVE.sub("", " ".join(text.split())).split(" ")
    while len(words) > 1 and words[0].casefold().strip(".") in TITLES:
        del words[0]
    return " ".join(words)


def opens_in_capitals(occurrence: Occurrence) -> bool:
    """Whether a name opens its sentence in capitals: a dateline ("ERIE, Pa. —"), a lead ("MICHAEL Sheen")."""
    text = occurrence.mention.text
    shouted = text if text.isupper() else text.split()[0]
    opens = occurrence.mention.start == occurrence.sentence.start
    return opens and shouted.isupper() and len(shouted) > LONGEST_ACRONYM
