"""Where a mention stands: its sentence, the words and names around it, and which paragraphs are linked.

Whether two mentions of two outlets speak of the same thing is read from what stands around them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsdiff.alignment.thesaurus import concepts
from newsdiff.details.constants import (
    CONTEXT_HALF,
    CONTEXT_REACH,
    LEAD_SENTENCES,
    NEAREST,
    ODD_DAYS,
    PARTIAL_LINK,
    RARITY_SMOOTHING,
)
from newsdiff.details.counterparts import Counterparts
from newsdiff.details.known_figures import KnownFigures
from newsdiff.details.reading_order import ReadingOrder
from newsdiff.details.telling import Telling, between, head_stems
from newsdiff.language.tokens import Token, tokens
from newsdiff.model import Annotated, DateRange, Kind, Link, Mention, Name, Quantity, Sentence

DIVIDER = re.compile(r"\s[–—-]+\s|—|;")


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a mention: what each is worth, nearer and rarer words more."""

    weights: dict[str, float]
    length: float
    """Euclidean length of the weights."""


@dataclass(eq=False)
class Scene:
    """All articles of one event with their links, indexed for questions about mentions."""

    annotated: Sequence[Annotated]
    links: Sequence[Link]
    shares: dict[float, str] = field(default_factory=dict, init=False)
    """Mention by order -> which share of a whole it counts; filled by `shares.share_of_whole`."""
    _around: dict[float, Around] = field(default_factory=dict, init=False)
    _nearest: dict[float, set[str]] = field(default_factory=dict, init=False)
    _neighbours: dict[tuple[float, bool], str] = field(default_factory=dict, init=False)
    _between: dict[str, list[Token]] = field(default_factory=dict, init=False)
    _names: dict[str, dict[int, int]] = field(default_factory=dict, init=False)
    _tokens: dict[str, list[Token]] = field(default_factory=dict, init=False)

    @cached_property
    def tellings(self) -> dict[Kind, list[Telling]]:
        """Every mention with its place, by kind, in reading order."""
        found: dict[Kind, list[Telling]] = defaultdict(list)
        for telling in self._every_telling():
            found[telling.mention.kind].append(telling)
        return found

    def _every_telling(self) -> Iterator[Telling]:
        order = 0
        for index, item in enumerate(self.annotated):
            place = {sentence.id: (number, sentence) for number, sentence in enumerate(item.sentences)}
            for mention in sorted(item.mentions, key=lambda mention: (mention.start, mention.end)):
                number, sentence = place[mention.sentence]
                yield Telling(mention, index, order, sentence, number)
                order += 1

    @cached_property
    def link_scores(self) -> dict[tuple[str, str], float]:
        """How surely each linked pair of paragraphs tells the same, both ways round.

        Read from the kind of the link and not from its score, which is not comparable across events.
        """
        scores = {}
        for link in self.links:
            score = 1.0 if link.kind == "same" or link.origin == "reader" else PARTIAL_LINK
            scores[link.a, link.b] = scores[link.b, link.a] = score
        return scores

    def link(self, a: Telling, b: Telling) -> float:
        """How surely the two paragraphs tell the same, 0 where they are not linked."""
        return self.link_scores.get((a.sentence.paragraph, b.sentence.paragraph), 0.0)

    @cached_property
    def counterparts(self) -> Counterparts:
        """Which sentences of two articles are each other's best match."""
        return Counterparts(self)

    def text(self, telling: Telling) -> str:
        """The text of the telling's article."""
        return self.annotated[telling.article].article.text

    def copy_key(self, telling: Telling) -> Hashable:
        """The same for mentions at one place of one sentence, in whatever article it is printed."""
        sentence = telling.sentence
        text = self.text(telling)[sentence.start : sentence.end]
        return telling.mention.kind, text, telling.mention.start - sentence.start

    def sentence_tokens(self, telling: Telling) -> list[Token]:
        """The words of the telling's sentence, synonyms under one stem."""
        return self.words_of(telling.article, telling.sentence)

    def words_of(self, article: int, sentence: Sentence) -> list[Token]:
        """The words of a sentence, synonyms under one stem."""
        if sentence.id not in self._tokens:
            meaning = concepts()
            text = self.annotated[article].article.text
            self._tokens[sentence.id] = [
                word._replace(stem=meaning[word.stem]) if word.stem in meaning else word
                for word in tokens(text, sentence.start, sentence.end)
            ]
        return self._tokens[sentence.id]

    @cached_property
    def rarity(self) -> dict[str, float]:
        """Stem -> what it is worth, 0 to 1: a word that stands in every sentence is worth nothing.

        Counted over the sentences that hold a number, a date, a time or a quotation; each distinct
        sentence text counts once, so that a hundred copies of one report do not make its words common.
        """
        seen: set[str] = set()
        counts = Counter[str]()
        for kind, tellings in self.tellings.items():
            if kind in ("name", "place"):
                continue
            for telling in tellings:
                sentence = self.text(telling)[telling.sentence.start : telling.sentence.end]
                if sentence not in seen:
                    seen.add(sentence)
                    counts.update({token.stem for token in self.sentence_tokens(telling)} - {""})
        most = math.log(1 + len(seen) + RARITY_SMOOTHING)
        return {stem: 1 - math.log(count) / most for stem, count in counts.items()}

    def word_rarity(self, stem: str) -> float:
        """What a word is worth; a word of sentences that hold no number or quotation counts in full."""
        return self.rarity.get(stem, 1.0)

    @cached_property
    def reading_order(self) -> ReadingOrder:
        """Where spans that are no mentions stand among the mentions."""
        return ReadingOrder(self.annotated, [t for tellings in self.tellings.values() for t in tellings])

    def around(self, telling: Telling) -> Around:
        """The words of the sentence around a mention, without numbers and without the mention itself."""
        if telling.order not in self._around:
            self._around[telling.order] = self._look_around(telling)
        return self._around[telling.order]

    def _look_around(self, telling: Telling) -> Around:
        words = self.sentence_tokens(telling)
        before = bisect_right(words, telling.mention.start, key=lambda word: word.end)
        after = bisect_left(words, telling.mention.end, key=lambda word: word.start)
        weights: dict[str, float] = {}
        names = self.words_in_names(telling.article, telling.sentence)
        head = head_stems(telling)
        for position in range(max(0, before - CONTEXT_REACH), min(len(words), after + CONTEXT_REACH)):
            word = words[position]
            if not word.stem or word.stem in head or word.stem[0].isdigit() or before <= position < after:
                continue
            distance = before - position if position < before else position - after + 1
            worth = self.word_rarity(word.stem) / (1 + distance / CONTEXT_HALF)
            worth /= names.get(word.start, 1)
            weights[word.stem] = max(worth, weights.get(word.stem, 0.0))
        return Around(weights, math.sqrt(sum(value * value for value in weights.values())))

    def before(self, telling: Telling) -> str:
        """The name or telling word next before a mention; empty where there is none."""
        return self._neighbour(telling, False)

    def after(self, telling: Telling) -> str:
        """The name or telling word next after a mention; empty where there is none."""
        return self._neighbour(telling, True)

    def _neighbour(self, telling: Telling, after: bool) -> str:
        key = (telling.order, after)
        if key not in self._neighbours:
            self._neighbours[key] = self._look_beside(telling, after)
        return self._neighbours[key]

    def _look_beside(self, telling: Telling, after: bool) -> str:
        words = self._words_between_figures(telling)
        if after:
            index = bisect_left(words, telling.mention.end, key=lambda word: word.start)
        else:
            index = bisect_right(words, telling.mention.start, key=lambda word: word.end) - 1
        if not 0 <= index < len(words):
            return ""
        word = words[index]
        for mention in self.mentions_beside(telling):
            if isinstance(mention.value, Name) and mention.start <= word.start < mention.end:
                return f"@{mention.value.key}"
        return word.stem

    def _words_between_figures(self, telling: Telling) -> list[Token]:
        """The telling words of the sentence that belong to no figure."""
        sentence = telling.sentence
        if sentence.id not in self._between:
            mentions = self.annotated[telling.article].mentions_of.get(sentence.id, ())
            figures = sorted((m.start, m.end) for m in mentions if isinstance(m.value, Quantity))
            words, reached = [], 0
            waiting = deque(figures)
            for word in self.sentence_tokens(telling):
                while waiting and waiting[0][0] <= word.start:
                    reached = max(reached, waiting.popleft()[1])
                if word.stem and word.stem not in between() and word.start >= reached:
                    words.append(word)
            self._between[sentence.id] = words
        return self._between[sentence.id]

    def words_in_names(self, article: int, sentence: Sentence) -> dict[int, int]:
        """Start of a word inside a name -> how many words that name has: a name counts as one word."""
        if sentence.id in self._names:
            return self._names[sentence.id]
        found: dict[int, int] = {}
        words = self.words_of(article, sentence)
        for mention in self.annotated[article].mentions_of.get(sentence.id, ()):
            if isinstance(mention.value, Name):
                inside = [w.start for w in words if mention.start <= w.start < mention.end and w.stem]
                found.update((start, len(inside)) for start in inside)
        self._names[sentence.id] = found
        return found

    def nearest(self, telling: Telling) -> set[str]:
        """The few telling words of the clause nearest to a mention on either side; no names, no numbers."""
        if telling.order in self._nearest:
            return self._nearest[telling.order]
        words = self.sentence_tokens(telling)
        names = self.words_in_names(telling.article, telling.sentence)
        telling_words = [w for w in words if w.stem and not w.stem[0].isdigit() and w.start not in names]
        first, last = self._clause(telling)
        before = [w.stem for w in telling_words if first <= w.start and w.end <= telling.mention.start]
        after = [w.stem for w in telling_words if telling.mention.end <= w.start and w.end <= last]
        self._nearest[telling.order] = set(before[-NEAREST:]) | set(after[:NEAREST])
        return self._nearest[telling.order]

    def _clause(self, telling: Telling) -> tuple[int, int]:
        """Where the part of the sentence begins and ends that no dash or semicolon divides."""
        text, sentence, mention = self.text(telling), telling.sentence, telling.mention
        dividers = list(DIVIDER.finditer(text, sentence.start, sentence.end))
        first = max((d.end() for d in dividers if d.end() <= mention.start), default=sentence.start)
        last = min((d.start() for d in dividers if d.start() >= mention.end), default=sentence.end)
        return first, last

    def likeness(self, a: Telling, b: Telling) -> float:
        """How alike the words around two mentions are: cosine of their weights, 0 to 1."""
        one, other = self.around(a), self.around(b)
        if not one.length or not other.length:
            return 0.0
        few, many = sorted((one.weights, other.weights), key=len)
        return sum(v * many[k] for k, v in few.items() if k in many) / (one.length * other.length)

    def common_words(self, a: Telling, b: Telling) -> list[str]:
        """Stems that stand around both mentions, the weightiest first."""
        one, other = self.around(a).weights, self.around(b).weights
        return sorted(one.keys() & other.keys(), key=lambda stem: (-one[stem] * other[stem], stem))

    def mentions_beside(self, telling: Telling) -> list[Mention]:
        """The other mentions of the telling's sentence."""
        mentions = self.annotated[telling.article].mentions_of.get(telling.sentence.id, ())
        return [mention for mention in mentions if mention is not telling.mention]

    def names_near(self, telling: Telling) -> list[Name]:
        """The names in the telling's sentence, the nearest first."""
        found = []
        for mention in self.annotated[telling.article].mentions_of.get(telling.sentence.id, ()):
            if isinstance(mention.value, Name):
                gap = max(mention.start - telling.mention.end, telling.mention.start - mention.end)
                found.append((gap, mention.start, mention.value))
        return [name for _, _, name in sorted(found, key=lambda item: item[:2])]

    def dates_near(self, telling: Telling) -> list[DateRange]:
        """The dates in the telling's sentence."""
        mentions = self.annotated[telling.article].mentions_of.get(telling.sentence.id, ())
        return [mention.value for mention in mentions if isinstance(mention.value, DateRange)]

    @cached_property
    def known(self) -> KnownFigures:
        """What figures the articles tell at all."""
        return KnownFigures(
            len(self.annotated), [*self.tellings.get("number", []), *self.tellings.get("age", [])]
        )

    def in_lead(self, telling: Telling) -> bool:
        """Whether the mention stands in the first sentences of its article."""
        return telling.number < LEAD_SENTENCES

    @cached_property
    def odd_days(self) -> set[int]:
        """Articles said to be published days apart from most: their "Friday" may be another Friday."""
        days = [item.article.published for item in self.annotated]
        known = sorted(day for day in days if day)
        if not known:
            return set()
        middle = known[len(known) // 2]
        return {i for i, day in enumerate(days) if day and abs((day - middle).days) > ODD_DAYS}

    @cached_property
    def names_known(self) -> list[set[str]]:
        """Per article, the keys of all names in it."""
        return [
            {mention.value.key for mention in item.mentions if isinstance(mention.value, Name)}
            for item in self.annotated
        ]
