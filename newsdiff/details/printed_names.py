"""Under which spelling a mention of a name stands: one that its own article prints, and no other's.

A name has a value per spelling. "Zelensky" stands under "Volodymyr Zelensky" where its article prints that
too and under "Zelensky" where it does not: no outlet is told to have written what it never wrote.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsdiff.details.drafts import Group, most_told_first
from newsdiff.details.spellings import TITLES, spelled_apart, spelling
from newsdiff.details.telling import Telling
from newsdiff.model import Name

POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
LONGEST_ACRONYM = 3


def as_printed(
    tellings: Iterable[Telling], known: Sequence[Telling], apart: frozenset[str] = frozenset()
) -> list[Group]:
    """The mentions under the spellings that their own articles print, the most told first.

    `known` are all mentions of the name, those among `tellings` included: what else an article calls it.
    Writings with the letters `apart` are values of their own, though their article prints a longer form.
    """
    by_article: dict[int, list[Telling]] = defaultdict(list)
    for telling in known:
        by_article[telling.article].append(telling)
    shouted = {printed(t).casefold(): printed(t) for t in reversed(known) if not opens_in_capitals(t)}
    heads = {article: heads_of(own, apart) for article, own in by_article.items()}
    found: dict[str, list[Telling]] = {}
    for telling in tellings:
        head = head_of(telling, heads[telling.article], apart)
        value = printed(head)
        if opens_in_capitals(head):
            value = shouted.get(value.casefold(), value)
        found.setdefault(value, []).append(telling)
    return most_told_first(Group(value, same) for value, same in found.items())


def heads_of(own: Sequence[Telling], apart: frozenset[str]) -> list[Telling]:
    """Of one article's mentions of a name the first of each spelling that is no other's short form."""
    heads: list[Telling] = []
    for telling in sorted(own, key=fullness):
        if not any(stands_under(telling, head, apart) for head in heads):
            heads.append(telling)
    return heads


def fullness(telling: Telling) -> tuple[int, bool, bool, float]:
    """The longest forms of a name first; of "Russian" and "Russia" the name itself."""
    value = telling.mention.value
    called = isinstance(value, Name) and spelling(value.full) == spelling(telling.mention.text)
    return -len(spelling(telling.mention.text)), not called, opens_in_capitals(telling), telling.order


def head_of(telling: Telling, heads: Sequence[Telling], apart: frozenset[str]) -> Telling:
    """The spelling of its article under which a mention stands."""
    exact = [head for head in heads if printed(head) == printed(telling)]
    return next(iter(exact or [head for head in heads if stands_under(telling, head, apart)] or heads))


def stands_under(telling: Telling, head: Telling, apart: frozenset[str]) -> bool:
    """Whether a mention is a form of a spelling that its article prints, and no spelling of its own."""
    mine, theirs = spelling(telling.mention.text), spelling(head.mention.text)
    if "".join(mine) not in apart:
        return not spelled_apart(mine, theirs)
    alike = printed(telling) == printed(head) or opens_in_capitals(telling) or opens_in_capitals(head)
    return alike and "".join(mine) == "".join(theirs)


def printed(telling: Telling) -> str:
    """The words of a name as they stand, without courtesy title and possessive; line breaks become blanks."""
    words = POSSESSIVE.sub("", " ".join(telling.mention.text.split())).split(" ")
    while len(words) > 1 and words[0].casefold().strip(".") in TITLES:
        del words[0]
    return " ".join(words)


def opens_in_capitals(telling: Telling) -> bool:
    """Whether a name opens its sentence in capitals: a dateline ("ERIE, Pa. —"), a lead ("MICHAEL Sheen")."""
    text = telling.mention.text
    shouted = text if text.isupper() else text.split()[0]
    opens = telling.mention.start == telling.sentence.start
    return opens and shouted.isupper() and len(shouted) > LONGEST_ACRONYM
