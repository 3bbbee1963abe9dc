"""The clause of each version in which it differs from the others, and why it is worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.details.candidate import ValueGroup
from newsdiff.details.claims.kinds_of_words import DEGREES, POSSIBLE, STAGES, UNPROVEN
from newsdiff.details.claims.negations import negates
from newsdiff.details.event_index import EventIndex
from newsdiff.language.tokens import Token
from newsdiff.model import WordSpan
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_alignment import replaced_words

LABEL_WORDS: Final = 3
"""Words in common that name what a claim is about."""
MOST_REPLACED: Final = 2
"""Replaced words that are quoted as a reason."""
MOST_REASONS: Final = 3
MOST_VERSIONS: Final = 6
"""Versions of a claim that are shown beside each other; more are copies or lists."""


class Clauses:
    """Cuts the versions of a claim to what differs."""

    def __init__(self, index: EventIndex, sentences: Sequence[SentenceText]) -> None:
        self._index = index
        self._sentences = sentences

    def versions(self, pairs: Sequence[tuple[int, int]]) -> tuple[list[ValueGroup], str]:
        """One value a version, its clause, the first pair first; and what makes it worth a look.

        `pairs` are numbers of sentences that differ, the most probable first. Versions of the same words are
        one value.
        """
        clauses: dict[int, tuple[int, int]] = {}
        for a, b in pairs:
            for mine, other in ((a, b), (b, a)):
                if mine not in clauses and len(clauses) < MOST_VERSIONS:
                    clauses[mine] = self._clause(mine, other)
        groups: dict[str, ValueGroup] = {}
        for number, (start, end) in clauses.items():
            sentence = self._sentences[number]
            occurrence = self._index.claim_at(sentence.article, sentence.position, start, end)
            words = " ".join(occurrence.mention.text.split())
            groups.setdefault(words.casefold(), ValueGroup(words, [])).occurrences.append(occurrence)
        return list(groups.values()), "; ".join(self._reasons(*pairs[0]))

    def label(self, pairs: Sequence[tuple[int, int]]) -> str:
        """What the versions are about: rare words that the first two have in common, in reading order."""
        a, b = (self._sentences[number] for number in pairs[0])
        text = self._index.annotated[a.article].article.text
        theirs = {token.stem for token in b.tokens if token.stem}
        common = [token for token in a.tokens if token.stem in theirs and not token.stem[0].isdigit()]
        weighty = sorted(common, key=lambda token: (-self._index.word_rarity(token.stem), token.start))
        kept: list[Token] = []
        for token in weighty:
            if len(kept) < LABEL_WORDS and token.stem not in {one.stem for one in kept}:
                kept.append(token)
        kept.sort(key=lambda token: token.start)
        return " ".join(text[token.start : token.end] for token in kept) or "what is reported"

    def _clause(self, mine: int, other: int) -> tuple[int, int]:
        """From the first to the last word that the other version lacks; the sentence where it lacks none."""
        sentence, theirs = self._sentences[mine], self._sentences[other]
        stems, folded = {token.stem for token in theirs.tokens if token.stem}, set(theirs.folded)
        own = [
            token
            for token, word in zip(sentence.tokens, sentence.folded, strict=True)
            if (token.stem and token.stem not in stems) or (word not in folded and changes_sense(word))
        ]
        return (own[0].start, own[-1].end) if own else (sentence.start, sentence.end)

    def _reasons(self, one: int, other: int) -> list[str]:
        """What makes two versions worth a look: the words that stand in each other's place first."""
        a, b = self._sentences[one], self._sentences[other]
        texts = (self._text(a), self._text(b))
        found = [
            f"“{shown(texts[0][mine.start : mine.end])}” / “{shown(texts[1][theirs.start : theirs.end])}”"
            for mine, theirs in replaced_words(texts, a, b)
            if has_content(a, mine) and has_content(b, theirs)
        ][:MOST_REPLACED]
        here, there = set(a.folded), set(b.folded)
        if any(map(negates, here)) != any(map(negates, there)):
            found.append("a negation stands in one version only")
        for words, reason in (
            (POSSIBLE, "one speaks of what may be or is planned"),
            (UNPROVEN, "one speaks of what is alleged"),
            (DEGREES, "another degree or extent"),
        ):
            if bool(here & words) != bool(there & words):
                found.append(reason)
        stages = [{STAGES[t.stem] for t in s.tokens if t.stem in STAGES} for s in (a, b)]
        if all(stages) and stages[0] != stages[1]:
            found.append("another stage of the case")
        return found[:MOST_REASONS] or ["the same matter with other words: worth a look"]

    def _text(self, sentence: SentenceText) -> str:
        return self._index.annotated[sentence.article].article.text


def has_content(sentence: SentenceText, span: WordSpan) -> bool:
    """Whether a span holds a word that is no stop word."""
    return any(token.stem for token in sentence.tokens if span.start <= token.start < span.end)


def shown(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def changes_sense(word: str) -> bool:
    """Whether a folded stop word changes what a sentence claims."""
    return negates(word) or word in POSSIBLE or word in UNPROVEN or word in DEGREES
