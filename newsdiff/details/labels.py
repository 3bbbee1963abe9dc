"""What a detail is about, in words from the text."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.details.evidence import is_age, quantity_of, verbatim
from newsdiff.details.scene import Scene, Telling
from newsdiff.language.tokens import fold

MOST_WORDS = 4
MOST_COMMON = 3
LINKERS = frozenset("of in for the a an on to".split())
SCALES = frozenset(
    """hundred thousand million billion trillion percent per cent dollars pounds euros about around nearly
    almost roughly more than over up least most some""".split()
)
"""Words of a figure that say how much and not of what."""


def figure_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """What is counted or measured: "people killed", "point peace plan", "age: driver"."""
    first = tellings[0]
    quantity = quantity_of(first)
    if quantity.role:
        return f"people {quantity.role}"
    if is_age(quantity):
        return f"age: {beside(scene, first)}".rstrip(": ")
    if quantity.head:
        return phrase(scene, first) or beside(scene, first) or first.mention.text
    return common_label(scene, tellings) or phrase(scene, first) or beside(scene, first) or first.mention.text


def phrase(scene: Scene, telling: Telling) -> str:
    """The words of and after a figure up to the end of the phrase, without the figure itself."""
    text = scene.text(telling)
    words: list[str] = []
    position = telling.mention.start
    for token in scene.sentence_tokens(telling):
        if token.start < telling.mention.start:
            continue
        between, word = text[position : token.start], text[token.start : token.end]
        if words and any(mark in between for mark in ',;:.!?()"“”—–'):
            break
        position = token.end
        if text[token.start - 1 : token.start].isdigit():
            continue
        if token.end <= telling.mention.end and (token.stem[:1].isdigit() or fold(word) in SCALES):
            continue
        if not token.stem and word.lower() not in LINKERS:
            break
        words.append(word)
        if len([word for word in words if word.lower() not in LINKERS]) == MOST_WORDS:
            break
    return trimmed(words)


def trimmed(words: list[str]) -> str:
    """The words without linking words at either end."""
    while words and words[-1].lower() in LINKERS:
        words.pop()
    while words and words[0].lower() in LINKERS:
        words.pop(0)
    return " ".join(words)


def common_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """The words that stand near a figure in two outlets, in the order of the first: "foreign earnings"."""
    first = tellings[0]
    other = next((telling for telling in tellings if telling.article != first.article), None)
    if other is None:
        return ""
    wanted = set(scene.common_words(first, other)[:MOST_COMMON])
    text = scene.text(first)
    found: dict[str, str] = {}
    for token in scene.sentence_tokens(first):
        if token.stem in wanted:
            found.setdefault(token.stem, text[token.start : token.end])
    return " ".join(found.values())


def beside(scene: Scene, telling: Telling) -> str:
    """The name or word next before a mention, else next after it, as it stands in the text."""
    for stem in (scene.before(telling), scene.after(telling)):
        if stem.startswith("@"):
            return next((name.full for name in scene.names_near(telling) if f"@{name.key}" == stem), "")
        if stem:
            return verbatim(scene, telling, stem)
    return ""


def happening_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """What a date is of, in the words that stand near it in both outlets: "when: filing Commission"."""
    words = common_label(scene, tellings)
    return f"when: {words}" if words else "when"
