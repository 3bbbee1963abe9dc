"""Reasons: why two paragraphs are linked, in words of the texts that a reader understands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.alignment.quotations import Quotation, opening_words, quotations_in, shared_quotation
from newsdiff.language.rarity import rarity
from newsdiff.language.tokens import Token
from newsdiff.model import Annotated
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.sentence_texts import SentenceText, with_bearers

MOST_REASONS = 4
MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two paragraphs are linked: in words, and whether a quotation is among them."""

    words: tuple[str, ...]
    quotation: bool


class Explainer:
    """Says why two paragraphs are linked; reads a paragraph only when it is asked about."""

    def __init__(self, annotated: Sequence[Annotated], judged: JudgedPairs) -> None:
        self._annotated = annotated
        weight = rarity([sentence.terms for sentence in judged.sentences])
        rarest = sorted(weight, key=lambda term: (-weight[term], term))
        self._rank = {term: rank for rank, term in enumerate(rarest)}
        self._sentences: dict[int, list[SentenceText]] = defaultdict(list)
        for sentence in judged.sentences:
            self._sentences[sentence.paragraph].append(sentence)
        self._terms: dict[int, dict[str, Token]] = {}
        self._folded: dict[int, str] = {}
        self._quotations: dict[int, dict[str, tuple[Quotation, ...]]] = {}

    def explain(self, one: int, other: int) -> Reason:
        """At most `MOST_REASONS` for two paragraphs, by number: a quotation, the rarest words in common."""
        quotation = shared_quotation(self._quoted(one), self._quoted(other))
        words = [opening_words(quotation.text)] if quotation else []
        words += self._shared_words(one, other, MOST_TERMS - len(words))
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
        common = sorted(here.keys() & there.keys(), key=self._rank.__getitem__)
        run_of = verbatim_runs(
            self._text(one), sorted([here[term] for term in common]), self._in_folded_case(other)
        )
        for term in common:
            mine, theirs = here[term], there[term]
            left, right = run_of.get(mine) or self._as_written(one, mine), self._as_written(other, theirs)
            alike = mine.stem == theirs.stem or left.casefold() == right.casefold()
            yield left if alike else f"{left} ~ {right}"

    def _spoken(self, paragraph: int) -> dict[str, Token]:
        """Term -> the first token of the paragraph that stands for it."""
        if paragraph not in self._terms:
            found: dict[str, Token] = {}
            for sentence in self._sentences[paragraph]:
                for token in with_bearers(sentence.tokens, sentence.mentions):
                    if token.stem:
                        found.setdefault(token.stem, token)
            self._terms[paragraph] = found
        return self._terms[paragraph]

    def _in_folded_case(self, paragraph: int) -> str:
        """The sentences of a paragraph in folded case."""
        if paragraph not in self._folded:
            sentences = self._sentences[paragraph]
            text = self._text(paragraph)[sentences[0].start : sentences[-1].end]
            self._folded[paragraph] = text.casefold()
        return self._folded[paragraph]

    def _quoted(self, paragraph: int) -> tuple[Quotation, ...]:
        """The quotations of a paragraph."""
        sentence = self._sentences[paragraph][0]
        if sentence.article not in self._quotations:
            self._quotations[sentence.article] = quotations_in(self._annotated[sentence.article])
        block = self._annotated[sentence.article].article.paragraphs[sentence.paragraph_position]
        return self._quotations[sentence.article].get(block.id, ())

    def _text(self, paragraph: int) -> str:
        """The text of a paragraph's article."""
        return self._annotated[self._sentences[paragraph][0].article].article.text

    def _as_written(self, paragraph: int, token: Token) -> str:
        """The token verbatim."""
        return self._text(paragraph)[token.start : token.end]


def verbatim_runs(text: str, shared: Sequence[Token], theirs: str) -> dict[Token, str]:
    """Token -> the longest run of neighbouring shared tokens around it that the other paragraph has verbatim.

    `shared` stands in the order of the text, `theirs` is the other paragraph in folded case. Tokens that
    stand alone are left out.
    """
    found: dict[Token, str] = {}
    run: list[Token] = []
    for token in shared:
        beside = bool(run) and token.start - run[-1].end <= 1
        if beside and text[run[0].start : token.end].casefold() in theirs:
            run.append(token)
            continue
        found |= as_one(text, run)
        run = [token]
    return found | as_one(text, run)


def as_one(text: str, run: Sequence[Token]) -> dict[Token, str]:
    """Each token of a run with all its words on one line; nothing for one that stands alone."""
    if len(run) < 2:
        return {}
    words = text[run[0].start : max(token.end for token in run)]
    return dict.fromkeys(run, " ".join(words.split()))
