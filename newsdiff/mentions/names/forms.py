"""The distinct writings of names in an event, with the evidence of all their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.candidates import Candidate
from newsdiff.mentions.names.contexts import Votes
from newsdiff.mentions.names.folding import fold, folded_words, skeleton
from newsdiff.mentions.names.nicknames import without_nickname
from newsdiff.values import NameType

_TYPES: tuple[NameType, ...] = ("place", "organisation", "person", "other")
"""In the order that wins a tie."""


LEAST_VOTE = 0.75
"""Votes that a type needs; chosen on the five seeds: one weak hint (a speech verb behind) is just enough."""
LEAST_SHARE = 0.4
"""Share of a form's mentions that must look like a place ("in X"): things stand behind "in" now and then."""


@dataclass
class Form:
    """One writing of a name, case and punctuation aside."""

    folded: tuple[str, ...]
    count: int = 0
    sure: int = 0
    """Mentions whose capital nothing but a name explains."""
    articles: set[str] = field(default_factory=set)
    surfaces: Counter[str] = field(default_factory=Counter)
    votes: Votes = field(
        default_factory=lambda: {"person": 0.0, "organisation": 0.0, "place": 0.0, "other": 0.0}
    )
    words: tuple[str, ...] = ()
    titled: int = 0

    @property
    def type(self) -> NameType:
        """What most of the votes say; "other" where they say little."""
        best = max(_TYPES, key=lambda name: (self.votes[name], -_TYPES.index(name)))
        floor = max(LEAST_VOTE, LEAST_SHARE * self.count if best == "place" else 0.0)
        return best if self.votes[best] >= floor else "other"

    @property
    def surface(self) -> str:
        """The most frequent writing."""
        return min(self.surfaces, key=lambda text: (-self.surfaces[text], text.isupper(), text))

    @property
    def plain(self) -> str:
        """The most frequent writing, each word folded."""
        return " ".join(map(fold, self.surface.split()))

    @property
    def surname_with_particles(self) -> str:
        """The plain writing from its first particle on: "van den berg"; empty without one."""
        words = self.plain.split()
        for index in range(1, len(words) - 1):
            if words[index] in lexicon().particle:
                return " ".join(words[index:])
        return ""

    @property
    def bones(self) -> tuple[str, ...]:
        """The folded words without habits of transliteration."""
        return tuple(map(skeleton, self.folded))


def collect_forms(
    read: Mapping[str, Sequence[tuple[Candidate, str, Votes]]], texts: Mapping[str, str]
) -> dict[tuple[str, ...], Form]:
    """All writings of names that are no known place, by their folded words."""
    forms: dict[tuple[str, ...], Form] = {}
    for article, items in read.items():
        text = texts[article]
        for candidate, _, votes in items:
            if candidate.place:
                continue
            folded = folded_words(candidate.words)
            if not folded:
                continue
            form = forms.setdefault(folded, Form(folded))
            form.count += 1
            form.sure += not candidate.doubtful
            form.titled += candidate.titled
            form.articles.add(article)
            surface = without_nickname(text[candidate.start : candidate.end])
            form.surfaces[" ".join(surface.split())] += 1
            form.words = form.words or candidate.words
            for name, weight in votes.items():
                form.votes[name] += weight
    return forms


class PersonParts(NamedTuple):
    """A person's name in parts, folded."""

    given: tuple[str, ...]
    surname: str
    generation: str
    """"jr", "sr", "ii" …: father and son are two people."""


def person_parts(folded: tuple[str, ...]) -> PersonParts:
    """Given names, surname, generation."""
    suffixes = lexicon().suffix
    generation = folded[-1] if len(folded) > 2 and folded[-1] in suffixes else ""
    words = folded[:-1] if generation else folded
    return PersonParts(words[:-1], words[-1], generation)
