"""What stands around a mention: its words, the nearer and rarer ones weightier, and its neighbours.

Whether two mentions of two outlets speak of the same thing is read from it, and from which sentence of the
other article reports what a sentence reports, by the words that both have.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from newsdiff.details.event_index import EventIndex
from newsdiff.details.kinds_of_things import head_stem
from newsdiff.details.noun_phrases import Phrase, phrases_in
from newsdiff.details.occurrence import Occurrence
from newsdiff.language.tokens import Token, stem_of
from newsdiff.model import Mention, Name, Quantity, Sentence
from newsdiff.patterns import lazy_pattern

CONTEXT_REACH: Final = 14
"""How many words to either side of a mention count as its context: about one clause each way."""
CONTEXT_HALF: Final = 5.0
"""At this distance in words a context word counts half."""
NEAREST: Final = 4
"""So many words with a meaning to either side are the nearest to a mention."""
DIVIDER = lazy_pattern(r"\s[–—-]+\s|—|;")
BETWEEN = frozenset(
    map(
        stem_of,
        "stood stand reached reach totalled totaled amounted rose risen fell fallen hit year month".split(),
    )
)
"""Words between a measure and its figure: "turnout stood at 57%", "inflation last year was 3.1 percent"."""


LEAST_SHARED: Final = 0.1
"""Sentences of linked paragraphs that share less of their weight do not match. Bounds what is called a match
at all; it decides nothing that is shown."""
LEAST_WORDS: Final = 2
"""Matching sentences share so many words with a meaning, unless one has fewer."""


class MatchingSentences:
    """Looks for a sentence's best match in each other article of an event; looks only where it is asked."""

    def __init__(self, index: EventIndex) -> None:
        self._index = index
        self._best: dict[tuple[str, int], str] = {}
        self._stems: dict[str, frozenset[str]] = {}

    def are_best_match(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether one of the two sentences is the best match of the other in its article."""
        if not self._index.are_linked(a, b):
            return False
        mine, theirs = a.sentence, b.sentence
        return (
            self._best_match(a.article, mine, b.article) == theirs.id
            or self._best_match(b.article, theirs, a.article) == mine.id
        )

    def between(self, article: int, sentence: Sentence, other: int, candidate: Sentence) -> float:
        """The weight of the words that both have, as a part of the geometric mean of their weights."""
        mine, theirs = self.stems_of(article, sentence), self.stems_of(other, candidate)
        common = mine & theirs
        if len(common) < min(LEAST_WORDS, len(mine), len(theirs)):
            return 0.0
        rarity = self._index.word_rarity
        whole = math.fsum(map(rarity, mine)) * math.fsum(map(rarity, theirs))
        return math.fsum(map(rarity, common)) / math.sqrt(whole) if whole else 0.0

    def stems_of(self, article: int, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence's words with a meaning; no figures."""
        if sentence.id not in self._stems:
            words = self._index.words_of(article, sentence)
            self._stems[sentence.id] = frozenset(w.stem for w in words if w.stem and not w.stem[0].isdigit())
        return self._stems[sentence.id]

    def _best_match(self, article: int, sentence: Sentence, other: int) -> str:
        """The id of the sentence of another article that is most like one; empty where none is."""
        key = (sentence.id, other)
        if key not in self._best:
            candidates = [
                candidate
                for paragraph in self._index.linked_paragraphs[sentence.paragraph]
                for candidate in self._sentences[other].get(paragraph, ())
            ]
            scored = [(self.between(article, sentence, other, each), each.id) for each in candidates]
            score, best = max(scored, key=lambda match: match[0], default=(0.0, ""))
            self._best[key] = best if score >= LEAST_SHARED else ""
        return self._best[key]

    @cached_property
    def _sentences(self) -> list[dict[str, list[Sentence]]]:
        """Per article, the sentences of each paragraph."""
        found: list[dict[str, list[Sentence]]] = []
        for item in self._index.annotated:
            by_paragraph: dict[str, list[Sentence]] = defaultdict(list)
            for sentence in item.sentences:
                by_paragraph[sentence.paragraph].append(sentence)
            found.append(by_paragraph)
        return found


class ContextVector(NamedTuple):
    """The words around a mention: what each is worth, nearer and rarer words more."""

    weights: dict[str, float]
    length: float
    """Euclidean length of the weights."""


@dataclass(eq=False)
class Context:
    """The surroundings of the mentions of an event; each mention is looked at once."""

    index: EventIndex
    _vectors: dict[Occurrence, ContextVector] = field(default_factory=dict, init=False)
    _nearest: dict[Occurrence, frozenset[str]] = field(default_factory=dict, init=False)
    _neighbours: dict[tuple[Occurrence, bool], str] = field(default_factory=dict, init=False)
    _between: dict[str, list[Token]] = field(default_factory=dict, init=False)
    _names: dict[str, dict[int, int]] = field(default_factory=dict, init=False)
    _phrases: dict[str, Counter[Phrase]] = field(default_factory=dict, init=False)

    @cached_property
    def matching(self) -> MatchingSentences:
        """Which sentences of two articles are each other's best match."""
        return MatchingSentences(self.index)

    def vector(self, occurrence: Occurrence) -> ContextVector:
        """The words of the sentence around a mention, without numbers and without the mention itself."""
        if occurrence not in self._vectors:
            self._vectors[occurrence] = self._read_vector(occurrence)
        return self._vectors[occurrence]

    def similarity(self, a: Occurrence, b: Occurrence) -> float:
        """How alike the words around two mentions are: cosine of their weights, 0 to 1."""
        one, other = self.vector(a), self.vector(b)
        if not one.length or not other.length:
            return 0.0
        few, many = sorted((one.weights, other.weights), key=len)
        return math.fsum(v * many[k] for k, v in few.items() if k in many) / (one.length * other.length)

    def before(self, occurrence: Occurrence) -> str:
        """The name ("@key") or the stem next before a mention, without figures; empty if there is none."""
        return self._neighbour(occurrence, after=False)

    def after(self, occurrence: Occurrence) -> str:
        """The name ("@key") or the stem next after a mention, without figures; empty if there is none."""
        return self._neighbour(occurrence, after=True)

    def nearest(self, occurrence: Occurrence) -> frozenset[str]:
        """The few stems of the clause nearest to a mention on either side; no names, no numbers."""
        if occurrence not in self._nearest:
            self._nearest[occurrence] = self._read_nearest(occurrence)
        return self._nearest[occurrence]

    def phrases(self, occurrence: Occurrence) -> Counter[Phrase]:
        """The noun phrases of a mention's sentence, with how often each stands there.

        Without those that belong to another figure of its unit, where others are left: in "67 emails from
        Microsoft accounts, 63 from Amazon accounts" what stands behind the 67 says nothing of the 63.
        """
        index, mention = self.index, occurrence.mention
        text, mentions = index.text(occurrence), index.mentions_in(occurrence)
        words = index.sentence_tokens(occurrence)
        like = [
            one for one in mentions
            if one is not mention and are_of_one_unit(one, mention)
            and not text.endswith(("(", "["), 0, one.start)
        ]  # fmt: skip
        if like:
            first = min(like[0].start, mention.start)
            last = next((one.start for one in like if one.start > mention.start), occurrence.sentence.end)
            own = [one for one in words if one.start < first or mention.start <= one.start < last]
            if found := phrases_in(text, own, mentions):
                return found
        if occurrence.sentence.id not in self._phrases:
            self._phrases[occurrence.sentence.id] = phrases_in(text, words, mentions)
        return self._phrases[occurrence.sentence.id]

    def verbatim(self, occurrence: Occurrence, stem: str) -> str:
        """The word of the sentence that has this stem, as it stands; the stem where there is none."""
        text = self.index.text(occurrence)
        words = self.index.sentence_tokens(occurrence)
        return next((text[word.start : word.end] for word in words if word.stem == stem), stem)

    def words_in_names(self, article: int, sentence: Sentence) -> dict[int, int]:
        """Start of a word inside a name -> how many words that name has: a name counts as one word."""
        if sentence.id not in self._names:
            found: dict[int, int] = {}
            words = self.index.words_of(article, sentence)
            for mention in self.index.annotated[article].mentions_of.get(sentence.id, ()):
                if isinstance(mention.value, Name):
                    inside = [w.start for w in words if mention.start <= w.start < mention.end and w.stem]
                    found.update((start, len(inside)) for start in inside)
            self._names[sentence.id] = found
        return self._names[sentence.id]

    def _read_vector(self, occurrence: Occurrence) -> ContextVector:
        words = self.index.sentence_tokens(occurrence)
        before, after = _around(words, occurrence)
        weights: dict[str, float] = {}
        names = self.words_in_names(occurrence.article, occurrence.sentence)
        head = stem_of_head(occurrence)
        for position in range(max(0, before - CONTEXT_REACH), min(len(words), after + CONTEXT_REACH)):
            word = words[position]
            if not word.stem or word.stem == head or word.stem[0].isdigit() or before <= position < after:
                continue
            distance = before - position if position < before else position - after + 1
            worth = self.index.word_rarity(word.stem) / (1 + distance / CONTEXT_HALF)
            worth /= names.get(word.start, 1)
            weights[word.stem] = max(worth, weights.get(word.stem, 0.0))
        return ContextVector(weights, math.sqrt(math.fsum(value * value for value in weights.values())))

    def _neighbour(self, occurrence: Occurrence, *, after: bool) -> str:
        key = (occurrence, after)
        if key not in self._neighbours:
            self._neighbours[key] = self._read_neighbour(occurrence, after)
        return self._neighbours[key]

    def _read_neighbour(self, occurrence: Occurrence, after: bool) -> str:
        words = self._words_between_figures(occurrence)
        first_before, first_after = _around(words, occurrence)
        position = first_after if after else first_before - 1
        if not 0 <= position < len(words):
            return ""
        word = words[position]
        for mention in self.index.mentions_beside(occurrence):
            if isinstance(mention.value, Name) and mention.start <= word.start < mention.end:
                return f"@{mention.value.key}"
        return word.stem

    def _words_between_figures(self, occurrence: Occurrence) -> list[Token]:
        """The words with a meaning that belong to no figure of the sentence."""
        sentence = occurrence.sentence
        if sentence.id not in self._between:
            figures = sorted(
                (mention.start, mention.end)
                for mention in self.index.mentions_in(occurrence)
                if isinstance(mention.value, Quantity)
            )
            words, reached = [], 0
            waiting = deque(figures)
            for word in self.index.sentence_tokens(occurrence):
                while waiting and waiting[0][0] <= word.start:
                    reached = max(reached, waiting.popleft()[1])
                if word.stem and word.stem not in BETWEEN and word.start >= reached:
                    words.append(word)
            self._between[sentence.id] = words
        return self._between[sentence.id]

    def _read_nearest(self, occurrence: Occurrence) -> frozenset[str]:
        names = self.words_in_names(occurrence.article, occurrence.sentence)
        words = [
            word
            for word in self.index.sentence_tokens(occurrence)
            if word.stem and not word.stem[0].isdigit() and word.start not in names
        ]
        first, last = self._clause(occurrence)
        before = [w.stem for w in words if first <= w.start and w.end <= occurrence.mention.start]
        after = [w.stem for w in words if occurrence.mention.end <= w.start and w.end <= last]
        return frozenset(before[-NEAREST:]) | frozenset(after[:NEAREST])

    def _clause(self, occurrence: Occurrence) -> tuple[int, int]:
        """Where the part of the sentence begins and ends that no dash or semicolon divides."""
        sentence, mention = occurrence.sentence, occurrence.mention
        dividers = list(DIVIDER.finditer(self.index.text(occurrence), sentence.start, sentence.end))
        first = max((d.end() for d in dividers if d.end() <= mention.start), default=sentence.start)
        last = min((d.start() for d in dividers if d.start() >= mention.end), default=sentence.end)
        return first, last


def _around(words: Sequence[Token], occurrence: Occurrence) -> tuple[int, int]:
    """How many words end before a mention, and the position of the first that begins behind it."""
    before = bisect_right(words, occurrence.mention.start, key=lambda word: word.end)
    after = bisect_left(words, occurrence.mention.end, key=lambda word: word.start)
    return before, after


def are_of_one_unit(a: Mention, b: Mention) -> bool:
    """Whether two mentions are figures of one unit, those without a unit among them."""
    return isinstance(a.value, Quantity) and isinstance(b.value, Quantity) and a.value.unit == b.value.unit


def stem_of_head(occurrence: Occurrence) -> str:
    """The head noun of a figure as it stands among the words: it is compared on its own, not as context."""
    value = occurrence.mention.value
    return head_stem(value.head) if isinstance(value, Quantity) and value.head else ""
