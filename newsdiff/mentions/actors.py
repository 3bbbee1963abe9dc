"""Who may be speaking: names, pronouns and described persons, and what tells them from others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.mentions.lexicon import lexicon
from newsdiff.model import Mention, Name

BODIES = frozenset(
    "source statement report council ministry company organiser organizer group agency department firm "
    "police official authoritie witnesse investigator researcher scientist prosecutor analyst expert".split()
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who may be speaking: a name, a pronoun or a described person, by offsets into the text."""

    start: int
    end: int
    mention: Mention | None = None
    pronoun: str = ""


@cache
def described() -> re.Pattern[str]:
    """A person or body without a name: "a local shopkeeper", "the council's spokeswoman", "police"."""
    people = "|".join(sorted(lexicon().roles, key=lambda word: (-len(word), word)))
    nouns = (
        rf"(?i:{people}|source|statement|report|council|ministry|company|organi[sz]er|organi[sz]ation|group|agency|"
        r"department|firm|family|man|woman|boy|girl|user|fan|relative)s?"
    )
    return re.compile(
        rf"\b(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w’'.-]+\s){{0,4}}?{nouns}"
        rf"|[A-Z]\w+(?:\s[A-Z]\w+)?['’]s\s(?:[\w’'.-]+\s){{0,2}}?{nouns}"
        r"|[Aa]nother(?=\s(?:said|wrote|added|told))|(?<=wrote\s)another"
        r"|(?:[\w’'-]+\s)?(?i:police|officials|authorities|witnesses|investigators|researchers|scientists|"
        rf"prosecutors|sources|organi[sz]ers|analysts|experts))\b(?!-|\s(?:{people})\b)"
    )


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
    if value.type != "person":
        return False
    lists, first = lexicon(), value.full.split()[0].lower()
    if pronoun == "he":
        return first not in lists.female or first in lists.male
    return first not in lists.male or first in lists.female


def without_inner(actors: Sequence[Actor]) -> list[Actor]:
    """Actors without those that lie inside a longer one ("Moscow" in "a Moscow resident")."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda item: (item.start, -item.end)):
        if not kept or actor.start >= kept[-1].end:
            kept.append(actor)
    return kept
