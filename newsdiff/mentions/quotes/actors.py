"""Possible speakers: names, pronouns and described persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.mentions.lexicon import lexicon
from newsdiff.model import Mention, Name
from newsdiff.patterns import lazy_pattern

BODIES = frozenset(
    "source statement report council ministry company organiser organizer group agency department firm "
    "police official authoritie witnesse investigator researcher scientist prosecutor analyst expert".split()
)


_WOMEN = frozenset(
    """
    woman girl lady wife mother grandmother daughter sister aunt niece widow girlfriend fiancée actress
    hostess waitress queen princess duchess spokeswoman chairwoman congresswoman businesswoman policewoman
    """.split()
)
_MEN = frozenset(
    """
    man boy gentleman husband father grandfather son brother uncle nephew widower boyfriend fiancé waiter king
    prince duke spokesman chairman congressman businessman policeman fireman
    """.split()
)
"""Nouns of descriptions for which "he" can stand, and "she" cannot."""


class Actor(NamedTuple):
    """A possible speaker: a name, a pronoun or a described person, by offsets into the text."""

    start: int
    end: int
    mention: Mention | None = None
    pronoun: str = ""


_BEGINNING = lazy_pattern(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s|(?P<owner>[A-Z]\w+(?:\s[A-Z]\w+)?['’]s)\s)"
)
_AS = lazy_pattern(r"\bas\s$")
_WITHOUT_ARTICLE = lazy_pattern(
    r"\b(?:[Aa]nother(?=\s(?:said|wrote|added|told))|(?<=wrote\s)another"
    r"|(?:[\w’'-]+\s)?(?i:police|officials|authorities|witnesses|investigators|researchers|scientists|"
    r"prosecutors|sources|organi[sz]ers|analysts|experts))\b(?!-)"
)
_NOUN = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT_WORD = lazy_pattern(r"(?!(?:the|an?|his|her|their|of|for|from|with|by|in|on|at|to|about)\s)[\w’'.-]+\s")
"""An article begins another description, and behind a preposition stands no head of this one: "a clip of her
cousin" is no cousin."""
_NEXT_NOUN = lazy_pattern(r"\s([^\W\d_]+(?:-[^\W\d_]+)*)\b")
_AFTER_ARTICLE, _AFTER_OWNER = 4, 2
"""Words that may stand between the beginning of a description and its noun."""
_GROUPS = frozenset(
    """
    source statement report council ministry company organiser organizer organisation organization group
    agency department firm family man woman boy girl user fan relative
    """.split()
)


def described(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Persons and bodies without a name: "a local shopkeeper", "the council's spokeswoman", "police"."""
    beginning = _BEGINNING.search(text, start, end)
    plain = _without_article(text, start, end)
    while start < end:
        if beginning and beginning.start() < start:
            beginning = _BEGINNING.search(text, start, end)
        if plain and plain.start() < start:
            plain = _without_article(text, start, end)
        if beginning and (plain is None or beginning.start() <= plain.start()):
            stop = _noun_after(text, beginning, end)
            if stop is None and plain and plain.start() == beginning.start():
                stop = plain.end()
            if stop is None:
                start = beginning.start() + 1
                continue
            if not _says_what_somebody_is(text, beginning):
                yield beginning.start(), stop
            start = stop
        elif plain:
            yield plain.span()
            start = plain.end()
        else:
            return


def _says_what_somebody_is(text: str, beginning: re.Match[str]) -> bool:
    """Whether a description follows "as": "seen as a champion of the workers" names nobody else."""
    indefinite = beginning.group().lower() in ("a ", "an ")
    return indefinite and _AS.search(text, max(0, beginning.start() - 4), beginning.start()) is not None


def _without_article(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next "police" or "another" that does not belong to what follows."""
    plain = _WITHOUT_ARTICLE.search(text, start, end)
    while plain and _before_a_role(text, plain.end(), end):
        plain = _WITHOUT_ARTICLE.search(text, plain.start() + 1, end)
    return plain


def _noun_after(text: str, beginning: re.Match[str], end: int) -> int | None:
    """Where the noun of a description ends, at most so many words behind its beginning."""
    position = beginning.end()
    for _ in range((_AFTER_OWNER if beginning["owner"] else _AFTER_ARTICLE) + 1):
        noun = _NOUN.match(text, position, end)
        if noun and _is_person(noun.group()) and not _before_a_role(text, noun.end(), end):
            return noun.end()
        word = _NEXT_WORD.match(text, position, end)
        if word is None:
            return None
        position = word.end()
    return None


def _is_person(word: str) -> bool:
    lower, roles = word.lower(), lexicon().roles
    return any(form in roles or form in _GROUPS for form in (lower, lower.removesuffix("s")))


def _before_a_role(text: str, end: int, ceiling: int) -> bool:
    """Whether a role follows, to which what stands before belongs ("the police" before "chief")."""
    if text[end : end + 1] == "-":
        return True
    following = _NEXT_NOUN.match(text, end, ceiling)
    return following is not None and following.group(1) in lexicon().roles


def can_speak(name: Mention) -> bool:
    """Whether a name can be a speaker: no adjective ("Russian"), no owner of something ("Putin's aide")."""
    if not isinstance(name.value, Name):
        return False
    if name.value.type == "other" and name.text.lower() in lexicon().groups:
        return False
    if name.value.type == "place":
        return name.text.isupper() or name.text in name.value.full
    return True


def without_offices(names: Sequence[Mention]) -> list[Mention]:
    """Names without those that say whose officer the next person is ("NATO" before "chief Mark Rutte")."""
    kept: list[Mention] = []
    for name in names:
        role = name.value.role if isinstance(name.value, Name) else ""
        while role and kept and kept[-1].text in role and name.start - kept[-1].end < len(role) + 2:
            kept.pop()
        kept.append(name)
    return kept


def stands_for(name: Mention, pronoun: str) -> bool:
    """Whether a pronoun can stand for a name."""
    value = name.value
    if not isinstance(value, Name):
        return False
    if pronoun in ("it", "they"):
        return value.type == "organisation"
    return value.type == "person" and may_be_called(value.full, pronoun)


def may_be_called(person: str, pronoun: str) -> bool:
    """Whether "he" or "she" can stand for a person: by the first name, or the noun of a description.

    "Her lawyer" is not she, and "his wife" not he.
    """
    words = person.split()
    first, last = words[0].lower(), words[-1]  # "Regina King" is no king
    if first == {"he": "his", "she": "her"}[pronoun]:
        return last in (_MEN if pronoun == "he" else _WOMEN)
    lists = lexicon()
    mine, others = (lists.male, lists.female) if pronoun == "he" else (lists.female, lists.male)
    if last in (_WOMEN if pronoun == "he" else _MEN):
        return False
    return first not in others or first in mine


def without_inner(actors: Sequence[Actor]) -> list[Actor]:
    """Actors without those that lie inside a longer one ("Moscow" in "a Moscow resident")."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda item: (item.start, -item.end)):
        if not kept or actor.start >= kept[-1].end:
            kept.append(actor)
    return kept
