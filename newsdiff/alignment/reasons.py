"""Reasons: why two paragraphs are linked, in words of the texts that a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsdiff.alignment.passages import Passage
from newsdiff.alignment.thesaurus import concepts
from newsdiff.language.tokens import Token
from newsdiff.model import Annotated

MOST_REASONS = 4
MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Explainer:
    """Knows the passages, their texts and how rare each term is, and says why two of them are linked."""

    annotated: Sequence[Annotated]
    passages: Sequence[Passage]
    weight: Mapping[str, float]
    _known: dict[int, dict[str, Token]] = field(default_factory=dict)

    def reasons(self, one: int, other: int, witness: int | None) -> tuple[str, ...]:
        """At most `MOST_REASONS`, the strongest first; the outlet that tells it alike comes last."""
        told = list(self._shared_terms(one, other))[:MOST_TERMS]
        if witness is not None:
            told.append(f"also told alike by {self.annotated[self.passages[witness].article].article.label}")
        return tuple(told[:MOST_REASONS])

    def _shared_terms(self, one: int, other: int) -> Iterator[str]:
        """What both paragraphs speak of, rarest first, as the texts have it."""
        here, there = self._spoken(one), self._spoken(other)
        for term in sorted(here.keys() & there.keys(), key=lambda term: (-self.weight[term], term)):
            left, right = self._as_written(one, here[term]), self._as_written(other, there[term])
            alike = here[term].stem == there[term].stem
            yield left if alike or left.casefold() == right.casefold() else f"{left} ~ {right}"

    def _spoken(self, number: int) -> dict[str, Token]:
        """Term -> the first token of the passage that stands for it."""
        if number not in self._known:
            meaning = concepts()
            found: dict[str, Token] = {}
            for token in self.passages[number].tokens:
                found.setdefault(meaning.get(token.stem, token.stem), token)
            self._known[number] = found
        return self._known[number]

    def _as_written(self, number: int, token: Token) -> str:
        """The token verbatim."""
        return self.annotated[self.passages[number].article].article.text[token.start : token.end]
