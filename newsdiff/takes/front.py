"""What an article puts first: words of headline and lead, the statements it leads with, whom it quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsdiff.language.tokens import fold, tokens
from newsdiff.model import Annotated, Comparison
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


def front_of(comparison: Comparison, item: Annotated) -> Front:
    """Read the front of an article."""
    article = item.article
    title = " ".join((article.title or "").split())
    own = {token.stem for token in tokens(article.outlet or "") if token.stem}
    headline: dict[str, str] = {}
    for token in tokens(title):
        if token.stem and token.stem not in own:
            headline.setdefault(token.stem, title[token.start : token.end])
    return Front(
        article.id,
        headline,
        frozenset(headline) | _lead(item) - own,
        _statements(comparison, item),
        _speakers(item),
    )


def _lead(item: Annotated) -> frozenset[str]:
    found: set[str] = set()
    read = 0
    for sentence in item.sentences:
        if read >= LEAD:
            break
        found |= {one.stem for one in tokens(item.article.text, sentence.start, sentence.end) if one.stem}
        read += sentence.end - sentence.start
    return frozenset(found)


def _statements(comparison: Comparison, item: Annotated) -> dict[str, float]:
    found: dict[str, float] = {}
    for place, sentence in enumerate(item.sentences):
        down = min(1.0, max(0, place - TOP + 1) / (BOTTOM - TOP))
        for statement in comparison.statements_of.get(sentence.id, ()):
            if statement.is_sure:
                found.setdefault(statement.id, 1.0 - (1.0 - BACKGROUND) * down)
    return found


def _speakers(item: Annotated) -> dict[str, str]:
    found: dict[str, str] = {}
    for quote in item.quotes:
        words = [fold(word) for word in (quote.speaker or "").split()]
        if quote.speaker and words and words[-1]:
            found.setdefault(words[-1], quote.speaker)
    return found
