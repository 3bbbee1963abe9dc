"""Twins of real events: every name, figure and day replaced by another, all other words left as they are.

A quake in one city becomes a quake in another, told by the same outlets in the same words. Countries stay,
and so do names that many events tell ("Twitter", "Trump"): twins are told apart by what is their own.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from newsdiff.language import split_sentences
from newsdiff.mentions.names.finder import find_names
from newsdiff.mentions.names.places import gazetteer
from newsdiff.model import Article, Name
from newsdiff.readers import read_event

NAMED_EVERYWHERE = 3
"""Events that tell a name from which it stays."""
MOST_DAYS = 6
"""Days that a twin is moved by at most: they all happen in one week."""

WORD = re.compile(r"\d+|[^\W\d_]+")
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class RealEvent:
    """An event as it was told, with the words of its names, in small letters."""

    name: str
    articles: tuple[Article, ...]
    names: frozenset[str]


def real_events(folders: Iterable[Path]) -> list[RealEvent]:
    """The events of folders that hold one article per file."""
    found = []
    for folder in sorted(folders):
        articles = tuple(one for one in read_event([folder]).articles if one.language == "en")
        sentences = {article.id: split_sentences(article) for article in articles}
        names: set[str] = set()
        for mentions in find_names(articles, sentences).values():
            for mention in mentions:
                value = mention.value
                if isinstance(value, Name) and gazetteer().find((mention.text,)) is None:
                    names |= {word.lower() for word in WORD.findall(mention.text) if word[0].isupper()}
        found.append(RealEvent(folder.name, articles, frozenset(names)))
    return found


def twins(events: list[RealEvent], copies: int, seed: int) -> list[tuple[Article, str]]:
    """`copies` twins of each event, as articles with the name of their event."""
    choose = random.Random(seed)
    events_of = Counter(name for event in events for name in event.names)
    labelled = []
    for event in events:
        own = sorted(name for name in event.names if events_of[name] < NAMED_EVERYWHERE and len(name) > 2)
        for copy in range(copies):
            renamed = {name: _made_up(choose) for name in own}
            moved = timedelta(days=choose.randint(0, MOST_DAYS))
            figures = choose.randrange(1, 9)
            for article in event.articles:
                name = f"{event.name}-{copy}"
                labelled.append((_twin(article, renamed, moved, figures), name))
    return labelled


def _made_up(choose: random.Random) -> str:
    syllables = choose.randint(2, 4)
    return "".join(choose.choice("bdfgklmnprstvz") + choose.choice("aeiou") for _ in range(syllables))


def _twin(article: Article, renamed: Mapping[str, str], moved: timedelta, figures: int) -> Article:
    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word.isdigit():
            return word if word == "1" or len(word) == 4 else "".join(_digit(sign, figures) for sign in word)
        if word in WEEKDAYS:
            return WEEKDAYS[(WEEKDAYS.index(word) + moved.days) % 7]
        new = renamed.get(word.lower()) if word[0].isupper() else None
        return word if new is None else new.upper() if word.isupper() else new.title()

    pieces, moved_to, size = [], {0: 0}, 0
    edges = {0, len(article.text)}.union(*((block.start, block.end) for block in article.blocks))
    for start, end in pairwise(sorted(edges)):
        pieces.append(WORD.sub(other, article.text[start:end]))
        size += len(pieces[-1])
        moved_to[end] = size
    return replace(
        article,
        text="".join(pieces),
        blocks=tuple(
            replace(block, start=moved_to[block.start], end=moved_to[block.end]) for block in article.blocks
        ),
        title=None if article.title is None else WORD.sub(other, article.title),
        published=article.published and article.published + moved,
        url=None,
    )


def _digit(sign: str, figures: int) -> str:
    return str((int(sign) - 1 + figures) % 9 + 1) if sign in "123456789" else sign
