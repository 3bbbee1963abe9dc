"""What a detail is about, in words from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsdiff.details.ages import is_age
from newsdiff.details.reasons import verbatim
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.language.tokens import STOP_WORDS, fold

MOST_WORDS = 4
MOST_COMMON = 3
LINKERS = frozenset("of in for the a an".split())
"""Words that a noun phrase goes on with."""
SCALES = frozenset(
    """hundred thousand million billion trillion percent per cent dollars pounds euros about around nearly
    almost roughly more than over up to least most some both several few many""".split()
)
"""Words of a figure that say how much and not of what."""
_JOINED = re.compile(r"[\w.,]+[-‐‑–](?P<noun>[A-Za-z]+)$")
"""A figure joined to what it counts: "28-point", "five-hour"."""
_CONVERSION = re.compile(r"\s*[(\[][^()\[\]\n]{1,40}[)\]]|[)\]]")
"""What a bracket adds to a figure, or the end of the bracket that the figure itself stands in."""
_BREAKS = re.compile('[,;:.!?()"“”«»—–…\n]')


def figure_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """What is counted or measured: "people killed", "points: peace plan", "age: driver"."""
    first = tellings[0]
    quantity = quantity_of(first)
    if quantity.role:
        return f"people {quantity.role}"
    if is_age(quantity):
        return headed("age", [beside(scene, first)])
    if joined := next(filter(None, (joined_label(scene, one) for one in tellings)), ""):
        return joined
    told = phrase(scene, first)
    if not told or (quantity.unit == "second" and " " not in told):
        return headed(told, [common_label(scene, tellings), beside(scene, first)]) or first.mention.text
    return told


def joined_label(scene: Scene, telling: Telling) -> str:
    """The label of a figure joined to its noun: "points: peace plan" for "28-point peace plan"."""
    joined = _JOINED.search(telling.mention.text)
    if joined is None:
        return ""
    noun = joined["noun"].lower()
    return headed(noun if noun.endswith("s") else f"{noun}s", [phrase(scene, telling)])


def headed(head: str, choices: Iterable[str]) -> str:
    """The head with the first of the choices that says more than it: "hours: meeting"."""
    more = next((choice for choice in choices if choice and choice != head), "")
    return ": ".join(part for part in (head, more) if part)


def phrase(scene: Scene, telling: Telling) -> str:
    """The noun phrase that a figure begins, without the figure itself and a conversion behind it.

    Where the mention holds its noun ("five hours"), only a linking word carries the phrase on ("of talks").
    """
    text, mention = scene.text(telling), telling.mention
    conversion = _CONVERSION.match(text, mention.end)
    skipped = conversion.end() if conversion else mention.end
    unit = quantity_of(telling).unit
    counted = unit in ("", "second") and not _JOINED.search(mention.text)
    stop = min(
        (one.start for one in scene.mentions_beside(telling)
         if one.start >= skipped and one.kind not in ("name", "place", "quote")),
        default=telling.sentence.end,
    )  # fmt: skip
    words: list[str] = []
    position = 0
    for token in scene.sentence_tokens(telling):
        if token.start < mention.start or mention.end <= token.start < skipped:
            continue
        if token.start >= stop:
            break
        word = text[token.start : token.end]
        if token.end <= mention.end:
            if counted and not token.stem[:1].isdigit() and fold(word) not in SCALES:
                words.append(word)
            continue
        linked = word.lower() in LINKERS
        if not position and words and not linked:
            break
        if _BREAKS.search(text, max(position, skipped), token.start):
            break
        position = token.end
        if not linked and (not token.stem or word.lower() in STOP_WORDS):
            break
        words.append(word)
        if sum(1 for one in words if one.lower() not in LINKERS) == MOST_WORDS:
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
    """The words that stand near a figure in two outlets, in the order of the first: "foreign earnings".

    Names only where no other word is common: who is near says less of a figure than what is.
    """
    first = tellings[0]
    other = next((telling for telling in tellings if telling.article != first.article), None)
    if other is None:
        return ""
    common = scene.common_words(first, other)
    names = scene.words_in_names(first.article, first.sentence)
    text = scene.text(first)
    said = [token for token in scene.sentence_tokens(first) if token.stem in common]
    plain = {token.stem for token in said if token.start not in names}
    wanted = [stem for stem in common if stem in plain][:MOST_COMMON] or common[:MOST_COMMON]
    found: dict[str, str] = {}
    for token in said:
        if token.stem in wanted:
            found.setdefault(token.stem, text[token.start : token.end])
    return " ".join(found.values())


def beside(scene: Scene, telling: Telling) -> str:
    """The name or word next before a mention, else next after it, as it stands in the text."""
    for stem in (scene.before(telling), scene.after(telling)):
        if stem.startswith("@"):
            return next((name.full for name in scene.names_near(telling) if f"@{name.key}" == stem), "")
        if stem and not stem[0].isdigit():
            return verbatim(scene, telling, stem)
    return ""


def happening_label(scene: Scene, tellings: Sequence[Telling]) -> str:
    """What a date is of, in the words that stand near it in both outlets: "when: filing Commission"."""
    return headed("when", [common_label(scene, tellings)])
