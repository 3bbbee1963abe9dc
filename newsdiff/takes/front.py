"""What an article puts first: words of headline and lead, the statements it leads with, whom it quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsdiff.language.corrections import states_a_correction
from newsdiff.language.tokens import fold, tokens
from newsdiff.model import EVEN_ODDS, Annotated, Comparison, Sentence
from newsdiff.quick_dataclass import dataclass

LEAD: Final = 400
"""Code points of the body that are its lead: what and who, before the background."""
TOP: Final = 4
"""Sentences of the body that stand wholly at the top."""
BOTTOM: Final = 16
"""Sentence from which on a statement is background."""
BACKGROUND: Final = 0.2
"""How much of a statement at the top one counts that is background."""


@dataclass(frozen=True, slots=True)
class Front:
    """What one article puts first."""

    article: str
    headline: Mapping[str, str]
    """Stem -> the word as the headline first has it."""
    lead: frozenset[str]
    """Stems of the headline and the lead."""
    statements: Mapping[str, float]
    """Statement -> 1 where it stands at the top, `BACKGROUND` where far below."""
    speakers: Mapping[str, str]
    """Folded last name -> whom the article quotes, as it calls them."""
    sentences: frozenset[str]
    """Ids of the sentences that were read: all but notes of correction."""


def front_of(comparison: Comparison, item: Annotated) -> Front:
    """Read the front of an article."""
    article = item.article
    title = " ".join((article.title or "").split())
    own = {token.stem for token in tokens(article.outlet or "") if token.stem}
    headline: dict[str, str] = {}
    for token in tokens(title):
        if token.stem and token.stem not in own:
            headline.setdefault(token.stem, title[token.start : token.end])
    said = _reported(item)
    return Front(
        article.id,
        headline,
        frozenset(headline) | _lead(item, said) - own,
        _statements(comparison, said),
        _speakers(item),
        frozenset(sentence.id for sentence in said),
    )


def _reported(item: Annotated) -> list[Sentence]:
    """The sentences of the body without notes of correction: these stand where they stand by custom."""
    text = item.article.text
    return [one for one in item.sentences if not states_a_correction(text[one.start : one.end])]


def _lead(item: Annotated, said: Sequence[Sentence]) -> frozenset[str]:
    found: set[str] = set()
    read = 0
    for sentence in said:
        if read >= LEAD:
            break
        found |= {one.stem for one in tokens(item.article.text, sentence.start, sentence.end) if one.stem}
        read += sentence.end - sentence.start
    return frozenset(found)


def _statements(comparison: Comparison, said: Sequence[Sentence]) -> dict[str, float]:
    found: dict[str, float] = {}
    for place, sentence in enumerate(said):
        down = min(1.0, max(0, place - TOP + 1) / (BOTTOM - TOP))
        for statement in comparison.statements_of.get(sentence.id, ()):
            if statement.score >= EVEN_ODDS:
                found.setdefault(statement.id, 1.0 - (1.0 - BACKGROUND) * down)
    return found


def _speakers(item: Annotated) -> dict[str, str]:
    found: dict[str, str] = {}
    for quote in item.quotes:
        words = [fold(word) for word in (quote.speaker or "").split()]
        if quote.speaker and words and words[-1]:
            found.setdefault(words[-1], quote.speaker)
    return found
