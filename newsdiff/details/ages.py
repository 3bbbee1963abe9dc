"""Ages: which figures are ages, and whether two of them are of one person."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from newsdiff.details import constants as c
from newsdiff.details.reasons import NONE, Evidence, common_words_reason
from newsdiff.details.scene import Scene
from newsdiff.details.shares import explained
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.model import Name, Quantity, Sentence

TURNED = re.compile(r"turn", re.I)
"""An age that somebody turned, at some time."""
Bearer: TypeAlias = Literal["name", "word", "sentence"]
"""By what two ages are known to be of one person."""
THE_BEFORE = re.compile(r"\b[Tt]he\s+(?:now\s+|then\s+)?$")
"""Before "54-year-old": somebody whom the text has named, or names in the same sentence."""


def is_age(quantity: Quantity) -> bool:
    """Whether the figure says how old somebody is."""
    return quantity.head == "age"


def age_clash(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two ages that exclude each other are of one person."""
    if not (is_age(quantity_of(a)) and is_age(quantity_of(b))) or explained(scene, a, b):
        return NONE
    known_by = bearer_in_common(scene, a, b)
    if not known_by or TURNED.match(a.mention.text) or TURNED.match(b.mention.text):
        return NONE
    score = c.AGE_BEARER[known_by] + c.CLASH_LINK * scene.link(a, b) + c.CLASH_LIKENESS * scene.likeness(a, b)
    reasons = [f"ages of one person, known by {known_by}", common_words_reason(scene, a, b)]
    return Evidence(min(0.95, score), "; ".join(filter(None, reasons)))


def same_bearer(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether two ages are of one person."""
    return bool(bearer_in_common(scene, a, b))


def bearer_in_common(scene: Scene, a: Telling, b: Telling) -> Bearer | None:
    """How two ages are known to be of one person, if at all.

    The same name beside or behind both, else the same word beside both ("driver"), else sentences that
    tell the same and one age each.
    """
    mine, theirs = ({scene.before(t), scene.after(t)} - {""} for t in (a, b))
    names, names_too = (names_of_bearer(scene, t, side) for t, side in ((a, mine), (b, theirs)))
    if names and names_too:
        return "name" if names & names_too else None
    if mine & theirs:
        return "word"
    alone = only_age(scene, a) and only_age(scene, b)
    return "sentence" if alone and scene.counterparts.are_counterparts(a, b) else None


def names_of_bearer(scene: Scene, telling: Telling, beside: set[str]) -> set[str]:
    """The person whose age it is: named beside the age, else the person whom "the 54-year-old" takes up."""
    persons = {f"@{name.key}" for name in scene.names_near(telling) if name.type == "person"}
    found = beside & persons
    if found:
        return found
    text, start = scene.text(telling), telling.mention.start
    if not THE_BEFORE.search(text[max(telling.sentence.start, start - 12) : start]):
        return set()
    key = person_taken_up(scene, telling)
    return {f"@{key}"} if key else set()


def person_taken_up(scene: Scene, telling: Telling) -> str:
    """The key of the last person named before in the sentence, else of the subject of a sentence before.

    The subject is mostly the first who is named. Where nobody is, it is the only one named after.
    """
    sentences = scene.annotated[telling.article].sentences
    first = max(0, telling.number - c.BEARER_REACH)
    for sentence in reversed(sentences[first : telling.number + 1]):
        before = [
            (start, key)
            for start, key in people_in(scene, telling.article, sentence)
            if start < telling.mention.start
        ]
        if before:
            return before[-1][1]
    after = {key for _, key in people_in(scene, telling.article, telling.sentence)}
    return after.pop() if len(after) == 1 else ""


def people_in(scene: Scene, article: int, sentence: Sentence) -> list[tuple[int, str]]:
    """Where people are named in a sentence, and their keys, in order."""
    mentions = scene.annotated[article].mentions_of.get(sentence.id, ())
    return sorted(
        (mention.start, mention.value.key)
        for mention in mentions
        if isinstance(mention.value, Name) and mention.value.type == "person"
    )


def only_age(scene: Scene, telling: Telling) -> bool:
    """Whether the sentence tells no other age."""
    return not any(
        isinstance(mention.value, Quantity) and is_age(mention.value)
        for mention in scene.mentions_beside(telling)
    )
