"""The whole text of every article, title, captions and noise included, searched for words and passages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from newsdiff.details.figures.figures_in_text import FiguresInText, figures_in
from newsdiff.language.tokens import fold, tokens
from newsdiff.mentions.folding import skeleton
from newsdiff.mentions.places import gazetteer
from newsdiff.model import Annotated

Articles: TypeAlias = int
"""A set of articles: bit n is set for article number n."""

ACRONYM = re.compile(r"\b(?:[^\W\d_]\.?){2,6}(?!\w)")
CAPITALISED_RUN = re.compile(
    r"\b[^\W\d_a-z][\w.’'-]*(?:[\s-](?:(?:of|and|for|the|on|in|to|&)\s){0,2}[^\W\d_a-z][\w.’'-]*){1,11}"
)
LINKING: Final = frozenset("of and for the on in to &".split())
STEM_LETTERS: Final = 4
"""Letters in front that make words forms of one name: "Russia", "Russian", "Russians"."""
FUZZY_LETTERS: Final = 4
"""Shortest word of which another with letters changed may be a spelling."""
COMMON_PART: Final = 0.05
"""Part of all passages from which a stem is too common to bring two of them together."""
LIKE: Final = 0.25
CONTAINED: Final = 0.5
"""From here on a passage may report what another does: the weight of the stems that both have, as a part of
the geometric mean of their weights, or of the smaller weight. Low, so that what is left is unlike."""
LEAST_STEMS: Final = 2


class WholeTexts:
    """All that stands in the articles of an event, by what it may be found with. Each index is made once."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        self._annotated = annotated
        self._found: dict[str, Articles] = {}
        self._like: dict[int, Articles] = {}

    @cached_property
    def texts(self) -> list[list[str]]:
        """For each article its text, title and byline."""
        return [
            [text for text in (item.article.text, item.article.title, item.article.byline) if text]
            for item in self._annotated
        ]

    @cached_property
    def figures(self) -> list[FiguresInText]:
        """For each article every figure that it may be read to give."""
        return [figures_in(texts) for texts in self.texts]

    @cached_property
    def words(self) -> dict[str, Articles]:
        """Folded word -> the articles in which it stands."""
        found: dict[str, Articles] = defaultdict(int)
        for number, texts in enumerate(self.texts):
            for text in texts:
                for token in tokens(text):
                    found[fold(text[token.start : token.end])] |= 1 << number
        return dict(found)

    def near_word(self, word: str) -> Articles:
        """The articles in which a word of a name stands, in whatever form or spelling."""
        if word not in self._found:
            bone = skeleton(word)
            articles = self.words.get(word, 0) | self._bones.get(bone, 0)
            if len(word) >= STEM_LETTERS:
                articles |= self._beginnings.get(word[:STEM_LETTERS], 0)
                articles |= self._beginnings.get(bone[:STEM_LETTERS], 0)
            if len(bone) >= FUZZY_LETTERS:
                changed = 1 if len(bone) < 6 else 2
                for other in self._by_letter.get(bone[:1], ()):
                    if abs(len(other) - len(bone)) <= changed and (
                        Levenshtein.distance(bone, other, score_cutoff=changed) <= changed
                    ):
                        articles |= self._bones[other]
            self._found[word] = articles
        return self._found[word]

    @cached_property
    def _bones(self) -> dict[str, Articles]:
        """Word without the habits of transliteration -> the articles in which it stands."""
        found: dict[str, Articles] = defaultdict(int)
        for word, articles in self.words.items():
            found[skeleton(word)] |= articles
        return dict(found)

    @cached_property
    def _beginnings(self) -> dict[str, Articles]:
        found: dict[str, Articles] = defaultdict(int)
        for words in (self.words, self._bones):
            for word, articles in words.items():
                if len(word) >= STEM_LETTERS:
                    found[word[:STEM_LETTERS]] |= articles
        return dict(found)

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for bone in self._bones:
            if len(bone) >= FUZZY_LETTERS - 1:
                found[bone[0]].append(bone)
        return dict(found)

    @cached_property
    def short_forms(self) -> dict[str, Articles]:
        """Capitals that abbreviate ("un" for UN or U.N.), or could: the initials of capitalised words."""
        found: dict[str, Articles] = defaultdict(int)
        for number, texts in enumerate(self.texts):
            for text in texts:
                for short in {*_acronyms(text), *_initials(text)}:
                    found[short] |= 1 << number
        return dict(found)

    @cached_property
    def places(self) -> dict[str, Articles]:
        """Key of a known place -> the articles that name it or its people."""
        known = gazetteer()
        found: dict[str, Articles] = defaultdict(int)
        for number, texts in enumerate(self.texts):
            for words in {run for text in texts for run in _runs(text, known.longest)}:
                if place := known.find(words):
                    found[place.key] |= 1 << number
        return dict(found)

    def like_passages(self, sentence: str) -> Articles:
        """The articles with a passage that may report what a sentence reports, its own included."""
        number = self._number_of.get(sentence)
        if number is None:
            return 0
        if number not in self._like:
            self._like[number] = self._find_like(number)
        return self._like[number]

    def holding_stems(self, stems: Iterable[str], least: float) -> Articles:
        """The articles with a passage that has at least a part of some stems, by their number."""
        wanted = frozenset(stems)
        counts = np.zeros(len(self._passages), dtype=np.int64)
        for stem in sorted(wanted):
            if stem in self._postings:
                counts[self._postings[stem]] += 1
        return self._articles_of(np.flatnonzero(counts >= max(1.0, least * len(wanted))))

    def _find_like(self, number: int) -> Articles:
        stems = self._passages[number][1]
        mine = self._weights[number]
        common = np.zeros(len(self._passages))
        counts = np.zeros(len(self._passages), dtype=np.int64)
        for stem in sorted(stems):
            holders = self._postings[stem]
            if len(holders) <= self._most_common:
                common[holders] += self._weight[stem]
                counts[holders] += 1
        smaller = np.minimum(mine, self._weights)
        geometric = np.sqrt(mine * self._weights)
        like = (common >= LIKE * geometric) | (common >= CONTAINED * smaller)
        return self._articles_of(np.flatnonzero(like & (counts >= min(LEAST_STEMS, max(1, len(stems))))))

    def _articles_of(self, passages: NDArray[np.int64]) -> Articles:
        articles = 0
        for number in set(self._article_of[passages].tolist()):
            articles |= 1 << number
        return articles

    @cached_property
    def _passages(self) -> list[tuple[int, frozenset[str]]]:
        """Article and stems of every sentence, and of every title, heading, caption and run of noise."""
        found = []
        for number, item in enumerate(self._annotated):
            for sentence in item.sentences:
                found.append((number, _stems(item.article.text[sentence.start : sentence.end])))
            rest = [item.article.slice(block) for block in item.article.blocks if block.role != "paragraph"]
            for text in (*rest, item.article.title or ""):
                found.extend((number, stems) for line in text.split("\n") if (stems := _stems(line)))
        return found

    @cached_property
    def _number_of(self) -> dict[str, int]:
        """Sentence id -> number of its passage."""
        found = {}
        sentences = {number: item.sentences for number, item in enumerate(self._annotated)}
        counts = defaultdict[int, int](int)
        for passage, (article, _) in enumerate(self._passages):
            position = counts[article]
            if position < len(sentences[article]):
                found[sentences[article][position].id] = passage
            counts[article] += 1
        return found

    @cached_property
    def _article_of(self) -> NDArray[np.int64]:
        return np.array([article for article, _ in self._passages], dtype=np.int64)

    @cached_property
    def _postings(self) -> dict[str, NDArray[np.int64]]:
        """Stem -> the passages that hold it."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, (_, stems) in enumerate(self._passages):
            for stem in stems:
                found[stem].append(number)
        return {stem: np.array(holders, dtype=np.int64) for stem, holders in found.items()}

    @cached_property
    def _weight(self) -> dict[str, float]:
        """Stem -> how rare it is among the passages."""
        most = np.log(len(self._passages) + 1)
        return {stem: float(most - np.log(len(holders))) for stem, holders in self._postings.items()}

    @cached_property
    def _weights(self) -> NDArray[np.float64]:
        """Summed weight of each passage."""
        return np.array([sum(self._weight[s] for s in sorted(stems)) for _, stems in self._passages])

    @cached_property
    def _most_common(self) -> float:
        return max(40.0, COMMON_PART * len(self._passages))


def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(text)) - {""}


def _acronyms(text: str) -> Iterator[str]:
    for match in ACRONYM.finditer(text):
        letters = match.group().replace(".", "")
        if letters.isupper() or "." in match.group()[:-1]:
            yield letters.lower()


def _initials(text: str) -> Iterator[str]:
    """What the initials of two to six neighbouring capitalised words make, linking words left out or in."""
    for match in CAPITALISED_RUN.finditer(text):
        words = re.split(r"[\s-]+", match.group())
        for kept in (words, [word for word in words if word.lower() not in LINKING]):
            for first in range(len(kept)):
                for last in range(first + 2, min(len(kept), first + 6) + 1):
                    yield "".join(word[0] for word in kept[first:last]).lower()


def _runs(text: str, longest: int) -> Iterator[tuple[str, ...]]:
    """Every run of up to `longest` words that opens with a capital letter."""
    words = re.split(r"[\s(){}\[\],;:!?\"“”«»/–—]+", text)
    for first, word in enumerate(words):
        if word[:1].isupper():
            for last in range(first + 1, min(len(words), first + longest) + 1):
                yield tuple(part.rstrip(".") if part.count(".") == 1 else part for part in words[first:last])
