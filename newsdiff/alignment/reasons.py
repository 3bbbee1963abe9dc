"""Reasons: why two paragraphs are linked, in words of the texts that a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsdiff.alignment.passages import Passage
from newsdiff.alignment.quotations import Quotation, quotations_in, shared_quotation, shortened
from newsdiff.alignment.thesaurus import concepts
from newsdiff.language.tokens import Token
from newsdiff.model import Annotated

MOST_REASONS = 4
MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two paragraphs are linked: in words, and whether a quotation is among them."""

    words: tuple[str, ...]
    quotation: bool


@dataclass(frozen=True, slots=True)
class Explainer:
    """Knows the passages, their texts and how rare each term is, and says why two of them are linked."""

    annotated: Sequence[Annotated]
    passages: Sequence[Passage]
    weight: Mapping[str, float]
    _terms: dict[int, dict[str, Token]] = field(default_factory=dict)
    _folded: dict[int, str] = field(default_factory=dict)
    _quotations: dict[int, dict[str, tuple[Quotation, ...]]] = field(default_factory=dict)

    def explain(self, one: int, other: int, witness: int | None) -> Reason:
        """At most `MOST_REASONS`: a quotation, the rarest words in common, who else tells it."""
        quotation = shared_quotation(self._quoted(one), self._quoted(other))
        words = [shortened(quotation.text)] if quotation else []
        words += self._shared_words(one, other, MOST_TERMS - len(words))
        if witness is not None:
            words.append(f"also told alike by {self._of(witness).article.label}")
        return Reason(tuple(words[:MOST_REASONS]), quotation is not None)

    def _shared_words(self, one: int, other: int, most: int) -> list[str]:
        """What both speak of, rarest first, as the texts have it; what another holds is left out."""
        found: list[str] = []
        for phrase in self._phrases(one, other):
            if len(found) == most:
                break
            if not any(phrase.casefold() in known.casefold() for known in found):
                found.append(phrase)
        return found

    def _phrases(self, one: int, other: int) -> Iterator[str]:
        """The shared terms, rarest first; where the words beside are shared too, the whole run of them."""
        here, there = self._spoken(one), self._spoken(other)
        common = here.keys() & there.keys()
        shared = sorted([here[term] for term in common])
        run_of = verbatim_runs(self._of(one).article.text, shared, self._folded_text(other))
        weight = self.weight
        for term in sorted(common, key=lambda term: (-weight[term], term)):
            left, right = run_of.get(here[term], ""), self._as_written(other, there[term])
            left = left or self._as_written(one, here[term])
            alike = here[term].stem == there[term].stem or left.casefold() == right.casefold()
            yield left if alike else f"{left} ~ {right}"

    def _spoken(self, number: int) -> dict[str, Token]:
        """Term -> the first token of the passage that stands for it."""
        if number not in self._terms:
            meaning = concepts()
            found: dict[str, Token] = {}
            for token in self.passages[number].tokens:
                found.setdefault(meaning.get(token.stem, token.stem), token)
            self._terms[number] = found
        return self._terms[number]

    def _folded_text(self, number: int) -> str:
        """The paragraph of a passage in folded case."""
        if number not in self._folded:
            article, passage = self._of(number).article, self.passages[number]
            self._folded[number] = article.slice(article.paragraphs[passage.position]).casefold()
        return self._folded[number]

    def _quoted(self, number: int) -> tuple[Quotation, ...]:
        """The quotations of a passage."""
        article = self.passages[number].article
        if article not in self._quotations:
            self._quotations[article] = quotations_in(self.annotated[article])
        return self._quotations[article].get(self.passages[number].id, ())

    def _of(self, number: int) -> Annotated:
        """The article of a passage."""
        return self.annotated[self.passages[number].article]

    def _as_written(self, number: int, token: Token) -> str:
        """The token verbatim."""
        return self._of(number).article.text[token.start : token.end]


def verbatim_runs(text: str, shared: Sequence[Token], theirs: str) -> dict[Token, str]:
    """Token -> the longest run of neighbouring shared tokens around it that the other paragraph has verbatim.

    `shared` stands in the order of the text, `theirs` is the other paragraph in folded case. Tokens that
    stand alone are left out.
    """
    found: dict[Token, str] = {}
    run: list[Token] = []
    for token in shared:
        beside = bool(run) and token.start - run[-1].end <= 1
        if not (beside and text[run[0].start : token.end].casefold() in theirs):
            run = []
        run.append(token)
        if len(run) > 1:
            start, end = run[0].start, max(part.end for part in run)
            found.update(dict.fromkeys(run, " ".join(text[start:end].split())))
    return found
