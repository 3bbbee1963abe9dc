"""What a detail is about, in words from the text."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.details.evidence import quantity_of, verbatim
from newsdiff.details.scene import Scene, Telling

MOST_WORDS = 5
LINKERS = frozenset("of in for the a an on".split())


def figure_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """What is counted or measured: "points in the peace plan", "people killed"."""
    first = tellings[0]
    quantity = quantity_of(first)
    if quantity.role:
        return f"people {quantity.role}"
    return following_words(scene, first) or first.mention.text


def following_words(scene: Scene, telling: Telling) -> str:
    """The words after the figure up to the end of the phrase."""
    text = scene.text(telling)
    words: list[str] = []
    position = telling.mention.start
    for token in scene.sentence_tokens(telling):
        if token.start < telling.mention.start:
            continue
        between = text[position : token.start]
        if words and any(mark in between for mark in ',;:.!?()"“”—–'):
            break
        word = text[token.start : token.end]
        position = token.end
        if token.stem[:1].isdigit():
            continue
        if not token.stem and word.lower() not in LINKERS and token.start >= telling.mention.end:
            break
        words.append(word)
        if len(words) == MOST_WORDS:
            break
    while words and words[-1].lower() in LINKERS:
        words.pop()
    while words and words[0].lower() in LINKERS:
        words.pop(0)
    return " ".join(words)


def happening_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """What a date is of, in the words that stand near it in both outlets: "when: filing, Goldman"."""
    first = tellings[0]
    other = next((telling for telling in tellings if telling.article != first.article), first)
    words = [verbatim(scene, first, stem) for stem in scene.common_words(first, other)[:3]]
    return "when: " + ", ".join(words) if words else "when"
