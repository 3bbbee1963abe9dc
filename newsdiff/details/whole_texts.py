"""The whole text of every article, title, captions and noise included, searched for words and passages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from math import fsum
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from newsdiff.details.figures.figures_in_text import FiguresInText, figures_in
from newsdiff.fitted_model import PLACES
from newsdiff.language.tokens import fold, tokens
from newsdiff.mentions.names.folding import skeleton
from newsdiff.mentions.names.places import gazetteer
from newsdiff.model import Annotated, Name
from newsdiff.patterns import lazy_pattern
from newsdiff.statements.sentence_texts import SentenceText

Articles: TypeAlias = int
"""A set of articles: bit n is set for article number n."""

ACRONYM = lazy_pattern(r"\b(?:[^\W\d_]\.?){2,6}(?!\w)")
ABBREVIATED = lazy_pattern(r"\b[A-Z](?:[a-z]+\.|\.?[A-Z]\.?)")
"""A place cut short ("Tex.", "N.Y.", "US")."""
CAPITALISED_RUN = lazy_pattern(
    r"\b[^\W\d_a-z][\w.’'-]*(?:[\s-](?:(?:of|and|for|the|on|in|to|&)\s){0,2}[^\W\d_a-z][\w.’'-]*){1,11}"
)
LINKING: Final = frozenset("of and for the on in to &".split())
STEM_LETTERS: Final = 4
"""Letters in front that make words forms of one name: "Russia", "Russian", "Russians"."""
FUZZY_LETTERS: Final = 4
LONG_WORD: Final = 6
"""Shortest word of which another with one letter changed may be a spelling; and with two."""
LONGEST_ACRONYM: Final = 6
COMMON_PART: Final = 0.05
"""Part of all passages from which a stem is too common to bring two of them together."""
LIKE: Final = 0.25
CONTAINED: Final = 0.5
"""From here on a passage may report what another does: the weight of the stems that both have, as a part of
the geometric mean of their weights, or of the smaller weight. Low, so that what is left is unlike."""
LEAST_STEMS: Final = 2


class Passage(NamedTuple):
    """A sentence, or a line of what is no body text."""

    article: int
    sentence: str
    """Id of the sentence; empty for what is none."""
    stems: frozenset[str]
    words: frozenset[str]
    """Every word, folded."""


class WholeTexts:
    """All that stands in the articles of an event, by what it may be found with. Each index is made once."""

    def __init__(self, annotated: Sequence[Annotated], read: Iterable[SentenceText] = ()) -> None:
        """`read` are the sentences whose words are known already."""
        self._annotated = annotated
        self._read = {sentence.id: sentence for sentence in read}
        self._spelled: dict[str, Articles] = {}
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
        for passage in self._passages:
            for word in passage.words:
                found[word] |= 1 << passage.article
        return dict(found)

    def with_form(self, word: str) -> Articles:
        """The articles in which a word of a name stands, in whatever form: "Russia" in "Russians"."""
        bone = skeleton(word)
        articles = self.words.get(word, 0) | self._bones.get(bone, 0)
        if len(word) >= STEM_LETTERS:
            articles |= self._beginnings.get(word[:STEM_LETTERS], 0)
            articles |= self._beginnings.get(bone[:STEM_LETTERS], 0)
        return articles

    def with_spelling(self, word: str) -> Articles:
        """The articles with a word that may be a spelling of another, a letter or two changed."""
        if word not in self._spelled:
            bone, articles = skeleton(word), 0
            if len(bone) >= FUZZY_LETTERS:
                changed = 1 if len(bone) < LONG_WORD else 2
                for length in range(len(bone) - changed, len(bone) + changed + 1):
                    for other in self._by_length.get((bone[0], length), ()):
                        if Levenshtein.distance(bone, other, score_cutoff=changed) <= changed:
                            articles |= self._bones[other]
            self._spelled[word] = articles
        return self._spelled[word]

    def with_short_form(self, words: Sequence[str]) -> Articles:
        """The articles with capitals that abbreviate a name, or with words that it may abbreviate itself."""
        if len(words) == 1:
            short = words[0]
            return self._initials.get(short, 0) if len(short) <= LONGEST_ACRONYM else 0
        articles = 0
        for kept in (words, [word for word in words if word not in LINKING]):
            articles |= self._acronyms.get("".join(word[0] for word in kept), 0)
        return articles

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
    def _by_length(self) -> dict[tuple[str, int], list[str]]:
        """First letter and length -> the words without the habits of transliteration."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for bone in self._bones:
            if bone:
                found[bone[0], len(bone)].append(bone)
        return dict(found)

    @cached_property
    def _acronyms(self) -> dict[str, Articles]:
        """Capitals that abbreviate ("un" for UN or U.N.) -> the articles in which they stand."""
        return self._indexed(_acronyms)

    @cached_property
    def _initials(self) -> dict[str, Articles]:
        """The initials of neighbouring capitalised words -> the articles in which these stand."""
        return self._indexed(_initials)

    def _indexed(self, read: Callable[[str], Iterator[str]]) -> dict[str, Articles]:
        found: dict[str, Articles] = defaultdict(int)
        for number, texts in enumerate(self.texts):
            for one in {one for text in texts for one in read(text)}:
                found[one] |= 1 << number
        return dict(found)

    @cached_property
    def places(self) -> dict[str, Articles]:
        """Key of a known place -> the articles that name it or its people, outside of the body too."""
        known = gazetteer()
        found: dict[str, Articles] = defaultdict(int)
        for number, item in enumerate(self._annotated):
            outside = dict.fromkeys(_outside_body(item))  # a page may repeat a line thousands of times
            rest = {run for text in outside for run in _runs(text, known.longest)}
            short = {match.group() for text in self.texts[number] for match in ABBREVIATED.finditer(text)}
            keys = {place.key for words in rest if (place := known.find(words))}
            keys |= {place.key for word in short if (place := known.exact(word))}
            keys |= {mention.value.key for mention in item.mentions if isinstance(mention.value, Name)}
            for key in keys:
                found[key] |= 1 << number
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
        holders = [self._postings[stem] for stem in sorted(wanted) if stem in self._postings]
        if not holders:
            return 0
        counts = np.bincount(np.concatenate(holders), minlength=len(self._passages))
        return self._articles_of(counts >= max(1.0, least * len(wanted)))

    def holding_words(self, words: Iterable[str], least: float) -> Articles:
        """The articles with a passage that has at least a part of some words, stop words among them."""
        wanted = sorted(set(map(fold, words)))
        if not wanted:
            return 0
        counts = np.bincount(
            np.array([number for word in wanted for number in self._holders.get(word, ())], dtype=np.int64),
            minlength=len(self._passages),
        )
        return self._articles_of(counts >= max(1.0, least * len(wanted)))

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """Word -> the passages that hold it; made only where a quotation of stop words is looked for."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            for word in passage.words:
                found[word].append(number)
        return found

    def _find_like(self, number: int) -> Articles:
        stems = [
            stem
            for stem in sorted(self._passages[number].stems)
            if len(self._postings[stem]) <= self._most_common
        ]
        if not stems:
            return 1 << self._passages[number].article
        holders = [self._postings[stem] for stem in stems]
        weights = np.repeat([self._weight[stem] for stem in stems], list(map(len, holders)))
        everything = np.concatenate(holders)
        counts = np.bincount(everything, minlength=len(self._passages))
        common = np.round(np.bincount(everything, weights=weights, minlength=len(self._passages)), PLACES)
        mine = self._weights[number]
        like = (common >= LIKE * np.sqrt(mine * self._weights)) | (
            common >= CONTAINED * np.minimum(mine, self._weights)
        )
        return self._articles_of(like & (counts >= min(LEAST_STEMS, len(stems))))

    def _articles_of(self, passages: NDArray[np.bool_]) -> Articles:
        articles = 0
        for number in set(self._article_of[passages].tolist()):
            articles |= 1 << number
        return articles

    @cached_property
    def _passages(self) -> list[Passage]:
        """Every sentence, and every line of what is no body text."""
        found: list[Passage] = []
        for number, item in enumerate(self._annotated):
            text = item.article.text
            lines: dict[str, Passage] = {}
            for sentence in item.sentences:
                if read := self._read.get(sentence.id):
                    found.append(_passage_of(number, read))
                else:
                    found.append(_passage(number, sentence.id, text[sentence.start : sentence.end]))
            for rest in (*_outside_body(item), item.article.byline or ""):
                for line in filter(str.strip, rest.split("\n")):
                    if line not in lines:
                        lines[line] = _passage(number, "", line)
                    found.append(lines[line])
        return found

    @cached_property
    def _number_of(self) -> dict[str, int]:
        """Sentence id -> number of its passage."""
        return {passage.sentence: number for number, passage in enumerate(self._passages) if passage.sentence}

    @cached_property
    def _article_of(self) -> NDArray[np.int64]:
        return np.array([passage.article for passage in self._passages], dtype=np.int64)

    @cached_property
    def _postings(self) -> dict[str, NDArray[np.int64]]:
        """Stem -> the passages that hold it."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            for stem in passage.stems:
                found[stem].append(number)
        return {stem: np.array(holders, dtype=np.int64) for stem, holders in found.items()}

    @cached_property
    def _weight(self) -> dict[str, float]:
        """Stem -> how rare it is among the passages."""
        most = np.log(len(self._passages) + 1)
        counts = {stem: len(holders) for stem, holders in self._postings.items()}
        weights = {count: float(most - np.log(count)) for count in set(counts.values())}
        return {stem: weights[count] for stem, count in counts.items()}

    @cached_property
    def _weights(self) -> NDArray[np.float64]:
        """Summed weight of each passage."""
        weights = [fsum(self._weight[stem] for stem in passage.stems) for passage in self._passages]
        return np.round(np.array(weights), PLACES)

    @cached_property
    def _most_common(self) -> float:
        return max(40.0, COMMON_PART * len(self._passages))


def _passage_of(article: int, sentence: SentenceText) -> Passage:
    stems = frozenset([token.stem for token in sentence.tokens]) - {""}
    return Passage(article, sentence.id, stems, frozenset(sentence.folded))


def _passage(article: int, sentence: str, text: str) -> Passage:
    found = tokens(text)
    words = frozenset([fold(text[token.start : token.end]) for token in found])
    return Passage(article, sentence, frozenset([token.stem for token in found]) - {""}, words)


def _outside_body(item: Annotated) -> list[str]:
    """The title, headings, captions and noise of an article."""
    rest = [item.article.slice(block) for block in item.article.blocks if block.role != "paragraph"]
    return [*rest, item.article.title or ""]


def _acronyms(text: str) -> Iterator[str]:
    for match in ACRONYM.finditer(text):
        written = match.group()
        if written.isupper() or "." in written[:-1]:
            yield written.replace(".", "").lower()


def _initials(text: str) -> Iterator[str]:
    """What the initials of two to six neighbouring capitalised words make, linking words left out or in."""
    for run in {match.group() for match in CAPITALISED_RUN.finditer(text)}:
        words = re.split(r"[\s-]+", run)
        capitals = [word for word in words if word.lower() not in LINKING]
        for kept in (words, capitals) if len(capitals) < len(words) else (words,):
            letters = [word[0] for word in kept]
            for first in range(len(kept)):
                for last in range(first + 2, min(len(kept), first + 6) + 1):
                    yield "".join(letters[first:last]).lower()


def _runs(text: str, longest: int) -> Iterator[tuple[str, ...]]:
    """Every run of up to `longest` words that opens with a capital letter."""
    parts = re.split(r"[\s(){}\[\],;:!?\"“”«»/–—]+", text)
    words = [part.rstrip(".") if part.count(".") == 1 else part for part in parts]
    for first, part in enumerate(parts):
        if part[:1].isupper():
            for last in range(first + 1, min(len(words), first + longest) + 1):
                yield tuple(words[first:last])
