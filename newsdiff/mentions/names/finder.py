"""Persons, organisations and places in the articles of one event, every alias of one entity under one key.

Capitalised runs are cut into candidates (`capitals`, `candidates`), the words around them show type and role
(`contexts`), and a structured rule puts the writings together (`people`, `things`, `aliases`). No similarity
threshold decides: measured on pairs of names, none can distinguish people (see DESIGN.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.aliases import register
from newsdiff.mentions.names.candidates import Candidate, NameSegmenter, pieces_alone
from newsdiff.mentions.names.capitals import Run, Vocabulary, read_runs
from newsdiff.mentions.names.contexts import Votes, reach, role_of, vote
from newsdiff.mentions.names.entities import Entity, EntityIndex, name_entities, surname_skeleton
from newsdiff.mentions.names.folding import folded_words, skeleton
from newsdiff.mentions.names.forms import Form, collect_forms, person_parts
from newsdiff.mentions.names.things import stands_for
from newsdiff.model import Article, Mention, Name, Sentence
from newsdiff.patterns import lazy_pattern

__all__ = ["find_names"]

Read = tuple[Candidate, str, Votes]
LOOKED_BACK: Final = 30
"""Code points before the adjective of a country in which a verb makes it a language."""
SPOKEN = lazy_pattern(
    r"\bsp(?:eak(?:s|ing)?|oken?)\s(?:(?:much|little|some|any|no|good|fluent|perfect|broken|only|native)\s)?$",
    re.I,
)
LEARNT = lazy_pattern(
    r"\b(?:in|into|fluent|learn(?:s|ed|t|ing)?|taught|teach(?:es|ing)?|stud(?:y|ied|ies|ying))\s$", re.I
)
CLOSED = lazy_pattern(r"[.,;:!?)”\"’]|\s(?:and|or|as|to|in|on|at|for|with)\b")
"""What follows a language: no noun, as in "in Russian waters" and "learned Chinese politics"."""
LANGUAGE_AFTER = lazy_pattern(r"[-‑\s](?:language|speaking|speakers?|translations?|subtitles)\b")


def find_names(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> dict[str, tuple[Mention, ...]]:
    """Article id -> its mentions of persons, organisations, places and other named things, in order.

    Mentions do not overlap. Values are `Name`s whose `key` is the same for every alias of one entity in all
    articles. The answer does not depend on the order of the articles.
    """
    vocabulary = Vocabulary()
    ordered = sorted(articles, key=lambda article: article.id)
    runs = {article.id: read_runs(article, sentences[article.id], vocabulary) for article in ordered}
    texts = {article.id: article.text for article in ordered}
    read = {
        article: read_candidates(texts[article], runs[article], vocabulary, known)
        for known in [known_pieces(texts, runs, vocabulary)]
        for article in texts
    }
    forms = collect_forms(read, texts)
    found = register(forms, bracketed(read, texts, forms), vocabulary)
    places = sorted({item.place.key for items in read.values() for item, _, _ in items if item.place})
    name_entities(found, places)
    return {article.id: mentions(article, read[article.id], forms, found, vocabulary) for article in articles}


def known_pieces(
    texts: Mapping[str, str], runs: Mapping[str, list[Run]], vocabulary: Vocabulary
) -> frozenset[tuple[str, ...]]:
    """The names that stand alone somewhere in the event; longer runs are cut at them in the second pass."""
    return frozenset(
        piece
        for article, text in texts.items()
        for piece in pieces_alone(NameSegmenter(text, vocabulary, frozenset()), runs[article])
    )


def read_candidates(
    text: str, runs: Sequence[Run], vocabulary: Vocabulary, known: frozenset[tuple[str, ...]]
) -> list[Read]:
    """The candidates of one article with their role and type votes."""
    cutter = NameSegmenter(text, vocabulary, known)
    result: list[Read] = []
    for run in runs:
        for candidate in cutter.candidates(run):
            if is_ticker(candidate, text) or is_language(candidate, text):
                continue
            reach(candidate, text)
            role = role_of(candidate, text)
            result.append((candidate, role, vote(candidate, text, role)))
    return result


def is_ticker(candidate: Candidate, text: str) -> bool:
    """Whether it is a stock symbol after its exchange, "NYSE:BA", which is nobody's initials."""
    before = text[max(0, candidate.start - 2) : candidate.start]
    return before[1:] == ":" and before[0].isupper() and text[candidate.start : candidate.end].isupper()


def is_language(candidate: Candidate, text: str) -> bool:
    """Whether the adjective of a country is a language: who speaks "much English" says nothing of England."""
    if candidate.place is None or not candidate.place.adjective:
        return False
    before = text[max(candidate.sentence.start, candidate.start - LOOKED_BACK) : candidate.start]
    if SPOKEN.search(before) or LANGUAGE_AFTER.match(text, candidate.end):
        return True
    return bool(LEARNT.search(before) and CLOSED.match(text, candidate.end))


def bracketed(
    read: Mapping[str, Sequence[Read]], texts: Mapping[str, str], forms: Mapping[tuple[str, ...], Form]
) -> list[tuple[Form, Form]]:
    """Pairs of a full name and the acronym in brackets behind it: "Rail Accident Branch (RAB)"."""
    pairs = []
    for article, items in read.items():
        text = texts[article]
        for (left, _, _), (right, _, _) in pairwise(items):
            if text[left.end : right.start] not in (" (", " (the ") or text[right.end : right.end + 1] != ")":
                continue
            full, short = forms.get(folded_words(left.words)), forms.get(folded_words(right.words))
            if full and short and stands_for(text[right.start : right.end], text[left.start : left.end]):
                pairs.append((full, short))
    return pairs


def mentions(
    article: Article,
    items: Sequence[Read],
    forms: Mapping[tuple[str, ...], Form],
    found: EntityIndex,
    vocabulary: Vocabulary,
) -> tuple[Mention, ...]:
    """The mentions of one article, short names resolved by who was named in full before."""
    resolver = NameResolver(found)
    resolver.add_people_of(article.title or "")
    result = []
    for candidate, role, _ in items:
        entity = team(candidate, found) if stays_place(candidate, resolver) else resolver.entity(candidate)
        if candidate.place and entity is None:
            value = Name(candidate.place.key, candidate.place.full, "place")
        elif entity is None or (
            candidate.doubtful and not is_confirmed(candidate, entity, forms, vocabulary)
        ):
            continue
        else:
            value = Name(entity.key, entity.full, entity.type, role if entity.type == "person" else "")
        result.append(mention_of(article, candidate, value))
    return tuple(result)


def stays_place(candidate: Candidate, resolver: NameResolver) -> bool:
    """Whether a known place is meant as one, and not a person who bears its name."""
    place = candidate.place
    if place is None:
        return False
    return place.country or len(candidate.words) > 1 or not resolver.surname_in_use(candidate)


def team(candidate: Candidate, found: EntityIndex) -> Entity | None:
    """The team that is called like the people of a place ("Texans")."""
    adjective = candidate.place is not None and candidate.place.adjective
    return found.teams.get(candidate.words[0].lower()) if adjective else None


def is_confirmed(
    candidate: Candidate, entity: Entity, forms: Mapping[tuple[str, ...], Form], vocabulary: Vocabulary
) -> bool:
    """Whether the event shows elsewhere that a word at a sentence's start is a name."""
    word = candidate.words[0].lower()
    if any(len(form.folded) > 1 and form.sure for form in entity.forms):
        return not (vocabulary.is_common(word) and entity.type != "person")
    form = forms.get(folded_words(candidate.words))
    return bool(form and form.sure) and not vocabulary.is_common(word)


def mention_of(article: Article, candidate: Candidate, value: Name) -> Mention:
    """The candidate as a mention."""
    return Mention(
        article.id,
        "place" if value.type == "place" else "name",
        candidate.start,
        candidate.end,
        article.text[candidate.start : candidate.end],
        candidate.sentence.id,
        value,
    )


TITLE_WORDS: Final = (2, 3, 4)
"""Words of a full name in a title."""


class NameResolver:
    """Resolves short names inside one article by who was named in full before.

    Of several people of one surname the best known is meant: stories call relatives in full or by first name.
    """

    def __init__(self, found: EntityIndex) -> None:
        self._found = found
        self._met: set[int] = set()
        self._latest: dict[str, Entity] = {}
        self._surnames: set[str] = set()

    def add_people_of(self, title: str) -> None:
        """Add the people whom a title names in full: the article is about them."""
        words = tuple(title.split())
        for size in TITLE_WORDS:
            for first in range(len(words) - size + 1):
                entity = self._found.by_form.get(folded_words(words[first : first + size]))
                if entity is not None and entity.type == "person":
                    self._met.add(id(entity))

    def entity(self, candidate: Candidate) -> Entity | None:
        """The entity that is meant; None when none of the event fits."""
        folded = folded_words(candidate.words)
        if not folded:
            return None
        entity = self._found.by_form.get(folded)
        if entity is not None:
            if entity.type == "person" and len(folded) > 1:
                self._met.add(id(entity))
                parts = person_parts(folded)
                self._surnames.add(skeleton(parts.surname))
                self._latest[skeleton(parts.given[0])] = entity
            return entity
        short_form = surname_skeleton(candidate.words) or self._found.called_by.get(folded, "")
        if not short_form:
            return None
        by_surname = self._by(self._found.by_surname.get(short_form, []), candidate)
        by_first = self._latest.get(short_form) or self._only(self._found.by_first.get(short_form, []))
        by_middle = self._only(self._found.by_middle.get(short_form, []))
        return by_surname or by_first or by_middle or self._found.strangers.get(short_form)

    @staticmethod
    def _only(possible: Sequence[Entity]) -> Entity | None:
        return possible[0] if len(possible) == 1 else None

    def surname_in_use(self, candidate: Candidate) -> bool:
        """Whether a person of that surname was named before ("Washington" after "Kerry Washington")."""
        return surname_skeleton(candidate.words) in self._surnames

    def _by(self, possible: Sequence[Entity], candidate: Candidate) -> Entity | None:
        """Of those it may be: whom the courtesy title fits, whom the article named, the best known."""
        if not possible:
            return None
        fitting = [entity for entity in possible if fits_courtesy(entity, candidate.courtesy)] or possible
        met = [entity for entity in fitting if id(entity) in self._met] or fitting
        return min(met, key=lambda entity: (-entity.count, entity.forms[0].folded))


def fits_courtesy(entity: Entity, courtesy: str) -> bool:
    """Whether a courtesy title does not speak against the entity's first name."""
    first = entity.forms[0].folded[0]
    lists = lexicon()
    if courtesy in ("mrs", "ms", "miss", "dame", "lady"):
        return first not in lists.male or first in lists.female
    if courtesy in ("mr", "sir", "lord"):
        return first not in lists.female or first in lists.male
    return True
