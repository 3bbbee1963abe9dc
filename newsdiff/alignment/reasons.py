"""Reasons: why two paragraphs are linked, in words of the texts that a reader understands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsdiff.language.rarity import rarity
from newsdiff.language.tokens import Token, stem_of
from newsdiff.model import Annotated, Mention, Utterance
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.sentence_texts import SentenceText, with_bearers

MOST_REASONS = 4
MOST_TERMS = 3
LEAST_STEMS = 3
"""Words with a meaning that a quotation needs to be recognised; a quoted word or two prove nothing."""
LEAST_SHARED = 0.6
"""Share of the shorter quotation's words that must be in the longer one."""
MOST_WORDS_SHOWN = 8


class Quotation(NamedTuple):
    """A direct quotation and the stems of its words."""

    text: str
    stems: frozenset[str]


class Reason(NamedTuple):
    """Why two paragraphs are linked: in words, and whether a quotation is among them."""

    words: tuple[str, ...]
    quotation: bool


class Paragraph(NamedTuple):
    """What is looked up in a paragraph for every link that it has."""

    text: str
    """The whole text of its article."""
    folded: str
    """Its own text in folded case."""
    terms: Mapping[str, Token]
    """Term -> the first token that stands for it."""
    quotations: Sequence[Quotation]

    def as_written(self, token: Token) -> str:
        """The token verbatim."""
        return self.text[token.start : token.end]


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
        self._paragraphs: dict[int, Paragraph] = {}
        self._quotations: dict[int, dict[str, tuple[Quotation, ...]]] = {}

    def explain(self, one: int, other: int) -> Reason:
        """At most `MOST_REASONS` for two paragraphs, by number: a quotation, the rarest words in common."""
        here, there = self._paragraph(one), self._paragraph(other)
        quotation = shared_quotation(here.quotations, there.quotations)
        words = [opening_words(quotation.text)] if quotation else []
        words += self._shared_words(here, there, MOST_TERMS - len(words))
        return Reason(tuple(words[:MOST_REASONS]), quotation is not None)

    def _shared_words(self, here: Paragraph, there: Paragraph, most: int) -> list[str]:
        """What both speak of, rarest first, as the texts have it; what another holds is left out."""
        found: list[str] = []
        for phrase in self._phrases(here, there):
            if not any(phrase.casefold() in known.casefold() for known in found):
                found.append(phrase)
                if len(found) == most:
                    break
        return found

    def _phrases(self, here: Paragraph, there: Paragraph) -> Iterator[str]:
        """The shared terms, rarest first; where the words beside are shared too, the whole run of them."""
        common = sorted(here.terms.keys() & there.terms.keys(), key=self._rank.__getitem__)
        shared = sorted([here.terms[term] for term in common])
        for term in common:
            mine, theirs = here.terms[term], there.terms[term]
            left = verbatim_run(here.text, shared, mine, there.folded) or here.as_written(mine)
            right = there.as_written(theirs)
            alike = mine.stem == theirs.stem or left.casefold() == right.casefold()
            yield left if alike else f"{left} ~ {right}"

    def _paragraph(self, number: int) -> Paragraph:
        if number not in self._paragraphs:
            self._paragraphs[number] = self._read(self._sentences[number])
        return self._paragraphs[number]

    def _read(self, sentences: Sequence[SentenceText]) -> Paragraph:
        """A paragraph, from its sentences."""
        first = sentences[0]
        item = self._annotated[first.article]
        terms: dict[str, Token] = {}
        for sentence in sentences:
            for token in with_bearers(sentence.tokens, sentence.mentions):
                if token.stem:
                    terms.setdefault(token.stem, token)
        if first.article not in self._quotations:
            self._quotations[first.article] = quotations_in(item)
        block = item.article.paragraphs[first.paragraph_position]
        return Paragraph(
            item.article.text,
            item.article.text[first.start : sentences[-1].end].casefold(),
            terms,
            self._quotations[first.article].get(block.id, ()),
        )


def verbatim_run(text: str, shared: Sequence[Token], token: Token, theirs: str) -> str:
    """The run of neighbouring shared tokens with one of them in it that the other paragraph has verbatim.

    `shared` stands in the order of the text, `theirs` is the other paragraph in folded case. Runs are read
    from the first of the neighbours on, each as far as the other paragraph goes. Empty where the token stands
    alone.
    """
    place = first = shared.index(token)
    while first and shared[first].start - shared[first - 1].end <= 1:
        first -= 1
    last = first
    while last + 1 < len(shared) and shared[last + 1].start - shared[last].end <= 1:
        if text[shared[first].start : shared[last + 1].end].casefold() in theirs:
            last += 1
        elif last >= place:
            break
        else:
            first = last = last + 1
    if first == last:
        return ""
    words = text[shared[first].start : max(one.end for one in shared[first : last + 1])]
    return " ".join(words.split())


def quotations_in(item: Annotated) -> dict[str, tuple[Quotation, ...]]:
    """Paragraph id -> its direct quotations that are long enough to be recognised elsewhere."""
    return {
        paragraph: tuple(
            quotation
            for sentence in sentences
            for mention in item.mentions_of[sentence.id]
            if (quotation := read_quotation(mention)) is not None
        )
        for paragraph, sentences in item.sentences_of.items()
    }


def read_quotation(mention: Mention) -> Quotation | None:
    """The quotation of a mention; None for other mentions, reported speech and a quoted word or two."""
    if not isinstance(mention.value, Utterance) or not mention.value.direct:
        return None
    stems = frozenset(stem_of(word) for word in mention.value.words) - {""}
    return Quotation(mention.text, stems) if len(stems) >= LEAST_STEMS else None


def shared_quotation(here: Sequence[Quotation], there: Sequence[Quotation]) -> Quotation | None:
    """The quotation of one paragraph that the other has too, the one with most words in common."""
    best: tuple[int, Quotation] | None = None
    for one in here:
        for other in there:
            shared = len(one.stems & other.stems)
            enough = shared >= LEAST_SHARED * min(len(one.stems), len(other.stems))
            if enough and shared >= LEAST_STEMS and (best is None or shared > best[0]):
                best = shared, one
    return best[1] if best else None


def opening_words(quoted: str) -> str:
    """The beginning of a quotation in curly marks, for a list of reasons."""
    words = quoted.strip("\"'“”‘’«»‹›„ ").split()
    dots = "…" if len(words) > MOST_WORDS_SHOWN else ""
    return f"“{' '.join(words[:MOST_WORDS_SHOWN])}{dots}”"
