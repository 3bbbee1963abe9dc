"""What a take is called: words of one of its headlines that no headline outside of it has."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from newsdiff.language.tokens import Token, tokens
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass
from newsdiff.takes.model import LEAST_TEXTS

MOST_WORDS: Final = 8
"""Words of a label: what is longer is a headline."""
LEAST_WORDS: Final = 2
"""Words that set a take apart, unless one is a name."""
OF_OTHERS: Final = 0.4
"""How much a word counts that the take's headlines have oftener than the others, beside one that only they
have."""
A_WORD: Final = 0.12
"""What every word of a label costs."""
CUT_OFF: Final = 0.4
"""What it costs that another word of meaning stands directly before or after it: it may cut a name in two."""

JOINING: Final = frozenset(("and", "or", "nor"))
"""Words before the second of two things that are named together."""

_BREAK = lazy_pattern(r"[:;,.?!|()\[\]\"“”„«»]|[–—]|(?<!\w)['‘’]|['‘’](?!\w)")
"""What ends a phrase between two words of a headline."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of an article, on one line, with the number of its text."""

    article: str
    text: str
    unit: int


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a headline."""

    article: str
    words: str


def own_words(headlines: Sequence[Headline], members: Sequence[int], names: Container[str]) -> dict[str, int]:
    """Stem -> how many of some texts have it in a headline: those that half of them have, two at least, and
    no other text has. Bare figures are left out: they set nothing apart that a reader could name.

    Empty where only one word is left that is no name ("law", where others write "overhaul"): the same thing
    in another word is no take. `names` are the stems that the event writes as names.
    """
    inside = set(members)
    held: dict[str, set[int]] = {}
    for headline in headlines:
        for token in tokens(headline.text):
            if token.stem and not token.stem[0].isdigit():
                held.setdefault(token.stem, set()).add(headline.unit)
    enough = max(LEAST_TEXTS, math.ceil(len(members) / 2))
    own = {
        stem: len(units) for stem, units in sorted(held.items()) if units <= inside and len(units) >= enough
    }
    return own if len(own) >= LEAST_WORDS or any(stem in names for stem in own) else {}


def label_of(headlines: Sequence[Headline], members: Sequence[int], own: Mapping[str, int]) -> Label | None:
    """The phrase of one of the headlines of some texts that says best what sets them apart; None where no
    word of their headlines does. Of phrases as good the first. `own` are those words."""
    if not own:
        return None
    inside = set(members)
    worth = _worth(headlines, inside, own)
    best: tuple[float, Label] | None = None
    for headline in headlines:
        if headline.unit not in inside:
            continue
        for phrase, cut in _phrases(headline.text):
            stems = {token.stem for token in phrase if token.stem}
            if not stems & own.keys():
                continue
            score = sum(worth[stem] for stem in sorted(stems)) - A_WORD * len(phrase) - CUT_OFF * cut
            if best is None or score > best[0] + 1e-9:
                words = headline.text[phrase[0].start : phrase[-1].end]
                best = score, Label(headline.article, words)
    return best[1] if best else None


def _worth(headlines: Sequence[Headline], inside: set[int], own: Mapping[str, int]) -> dict[str, float]:
    """How much each stem says of the texts inside: 1 where all of them and no other have it."""
    held: dict[str, set[int]] = {}
    units = {headline.unit for headline in headlines}
    for headline in headlines:
        for token in tokens(headline.text):
            if token.stem:
                held.setdefault(token.stem, set()).add(headline.unit)
    rest = max(1, len(units - inside))
    found = {}
    for stem, texts in held.items():
        share = len(texts & inside) / max(1, len(inside & units))
        more = share - len(texts - inside) / rest
        found[stem] = share if stem in own else OF_OTHERS * more if len(texts & inside) > 1 else 0.0
    return found


def _phrases(text: str) -> Iterator[tuple[Sequence[Token], int]]:
    """Runs of words that begin and end with a word of meaning, within one clause, and how many of their two
    ends may cut a phrase off. None begins with the second of two things that are named together."""
    found = tokens(text)
    clauses: list[list[Token]] = []
    for number, token in enumerate(found):
        if number == 0 or _BREAK.search(text, found[number - 1].end, token.start):
            clauses.append([])
        clauses[-1].append(token)
    for clause in clauses:
        for first, token in enumerate(clause):
            if not token.stem or _goes_on(text, clause, first):
                continue
            for last in range(first, min(len(clause), first + MOST_WORDS)):
                if clause[last].stem:
                    before = first > 0 and bool(clause[first - 1].stem)
                    after = last + 1 < len(clause) and bool(clause[last + 1].stem)
                    yield clause[first : last + 1], before + after


def _goes_on(text: str, clause: Sequence[Token], first: int) -> bool:
    """Whether a word goes on with what stands before it: "Google employees" in "Ex-Facebook and Google
    employees" would be others."""
    if not first:
        return False
    before = clause[first - 1]
    return text[before.start : before.end].casefold() in JOINING or text[clause[first].start - 1] in "-&"
