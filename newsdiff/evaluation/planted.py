"""Planted conflicts: a fact that several outlets report, given another value in one of them.

Marked conflicts in figures and dates are few; facts that several outlets share are many, and what stands
around them is what stands around a conflict. A twin of an event with some of them changed gives the models
more examples of two values that answer one question. Twins are fitted on, never scored on.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from newsdiff.calendar.months import MONTH_NAMES, SHORT_MONTH_NAMES, WEEKDAY_NAMES
from newsdiff.evaluation.gold import Gold, GoldDetail, GoldDivergence, GoldMention, Span
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern

KINDS: Final = frozenset("number money percent age duration date time".split())
MOST_PLANTED: Final = 8
"""Facts of an event that are changed: with many more, hardly two of its sentences would agree."""
FACTORS: Final = (0.6, 0.75, 0.9, 0.95, 1.05, 1.1, 1.3, 1.6)
"""By what a figure is multiplied: those of real outlets lie close together and far apart."""
STEPS: Final = (-3, -2, -1, 1, 2, 3)
"""By what a small count, a day, a month or a year is moved."""
SMALL: Final = 20
LAST_DAY: Final = 28
"""Of every month."""
FIGURE = lazy_pattern(r"\d[\d,]*(?:\.\d+)?")
YEAR = lazy_pattern(r"\b(?:1[89]|20)\d\d\b")
DAY = lazy_pattern(r"\b\d{1,2}(?=(?:st|nd|rd|th)?\b)")
NAME = lazy_pattern(r"[A-Za-z]+")
NUMBER_WORDS: Final = tuple("two three four five six seven eight nine ten eleven twelve".split())

AnySpan = TypeVar("AnySpan", bound=Span)


class Edit(NamedTuple):
    """Words in place of a stretch of an article, by the stem of its file."""

    stem: str
    start: int
    end: int
    words: str


class Edits:
    """Replacements in the articles of an event; none overlaps another."""

    def __init__(self) -> None:
        self._of: dict[str, list[Edit]] = defaultdict(list)

    def have_room_for(self, edits: Sequence[Edit]) -> bool:
        """Whether these overlap each other or what is replaced already."""
        for number, one in enumerate(edits):
            for other in (*self._of[one.stem], *edits[:number]):
                if one.stem == other.stem and one.start < other.end and other.start < one.end:
                    return False
        return True

    def add(self, edits: Iterable[Edit]) -> None:
        """Replace these as well."""
        for one in edits:
            self._of[one.stem].append(one)
            self._of[one.stem].sort()

    def article(self, article: Article) -> Article:
        """The article with its words replaced; its blocks are as long as their text."""
        stem = Path(article.source).stem
        text = article.text
        for one in reversed(self._of[stem]):
            text = text[: one.start] + one.words + text[one.end :]
        blocks = tuple(
            replace(block, start=self._moved(stem, block.start), end=self._moved(stem, block.end))
            for block in article.blocks
        )
        return replace(article, text=text, blocks=blocks)

    def gold(self, gold: Gold, divergences: Sequence[GoldDivergence]) -> Gold:
        """The paragraphs and links of the gold with these divergences, marked in the texts as they were."""
        moved = [
            one.model_copy(
                update={"mentions": tuple(self._span(mention.article, mention) for mention in one.mentions)}
            )
            for one in divergences
        ]
        articles = [
            one.model_copy(
                update={
                    "paragraphs": tuple(self._span(one.id, span) for span in one.paragraphs),
                    "noise": tuple(self._span(one.id, span) for span in one.noise),
                }
            )
            for one in gold.articles
        ]
        nothing: dict[str, object] = dict.fromkeys(
            ("shared", "hard_negatives", "quotes", "quote_clusters"), ()
        )
        return gold.model_copy(update={**nothing, "articles": tuple(articles), "divergences": tuple(moved)})

    def _span(self, stem: str, span: AnySpan) -> AnySpan:
        moved = {"start": self._moved(stem, span.start), "end": self._moved(stem, span.end)}
        return span.model_copy(update=moved)

    def _moved(self, stem: str, place: int) -> int:
        """Where a place of the old text stands in the new one; ends of replaced words stay their ends."""
        return place + sum(
            len(one.words) - (one.end - one.start)
            for one in self._of[stem]
            if one.end <= place and one.start < place
        )


def planted_twin(event: MarkedEvent) -> MarkedEvent | None:
    """The event with some shared facts changed in one article each; None where none can be changed.

    The gold of the twin marks the planted conflicts alone. The same event gives the same twin.
    """
    chance = random.Random(event.name)
    facts = [fact for fact in event.gold.shared if fact.kind in KINDS and fact.crosses_outlets]
    chance.shuffle(facts)
    texts = {Path(article.source).stem: article.text for article in event.articles}
    edits = Edits()
    planted: list[tuple[GoldDetail, str]] = []
    for fact in facts:
        stem = chance.choice(sorted(fact.articles))
        changes = list(changes_of(fact, stem, texts, chance.choice(FACTORS), chance.choice(STEPS)))
        if len(planted) < MOST_PLANTED and all(one.words for one in changes) and edits.have_room_for(changes):
            edits.add(changes)
            planted.append((fact, stem))
    if not planted:
        return None
    gold = edits.gold(event.gold, [conflict(fact, stem) for fact, stem in planted])
    return MarkedEvent(event.name, gold, tuple(map(edits.article, event.articles)))


def changes_of(
    fact: GoldDetail, stem: str, texts: Mapping[str, str], factor: float, step: int
) -> Iterable[Edit]:
    """Another value in every place where one article gives the fact; without words where none is known."""
    for mention in fact.mentions:
        if mention.article == stem:
            words = texts[stem][mention.start : mention.end]
            changed = (
                another_moment(words, step) if fact.kind == "date" else another_figure(words, factor, step)
            )
            yield Edit(stem, mention.start, mention.end, changed)


def conflict(fact: GoldDetail, stem: str) -> GoldDivergence:
    """The fact as a strong conflict between one article and the others."""
    mentions = [
        GoldMention(start=one.start, end=one.end, article=one.article, value=str(one.article == stem))
        for one in fact.mentions
    ]
    return GoldDivergence(
        id=f"planted-{fact.id}",
        kind=fact.kind,
        mentions=tuple(mentions),
        severity="conflict",
        strength="strong",
    )


def another_figure(words: str, factor: float, step: int) -> str:
    """The words with another figure in place of the first one; empty where they hold none."""
    found = FIGURE.search(words)
    if found is None:
        return moved_name(words, NUMBER_WORDS, step)
    printed = found.group().rstrip(",")
    value = float(printed.replace(",", ""))
    changed = (
        scaled(printed, value, factor) if value >= SMALL or "." in printed else f"{max(1, value + step):.0f}"
    )
    return (
        "" if changed == printed else words[: found.start()] + changed + words[found.start() + len(printed) :]
    )


def scaled(printed: str, value: float, factor: float) -> str:
    """A figure multiplied, as exact and in the form in which it was printed."""
    places = len(printed.partition(".")[2])
    round_to = -(len(printed) - len(printed.rstrip("0"))) if "." not in printed and "," not in printed else 0
    changed = round(value * factor, places or round_to)
    if changed == value:
        changed = value + 10.0 ** -(places or round_to)
    return f"{changed:,.{places}f}" if "," in printed else f"{changed:.{places}f}"


def another_moment(words: str, step: int) -> str:
    """The words with another weekday, day, month or year; empty where they hold none."""
    if any(name in words for name in WEEKDAY_NAMES):
        return moved_name(words, WEEKDAY_NAMES, step)
    if (day := DAY.search(words)) is not None:
        moved = (int(day.group()) + step - 1) % LAST_DAY + 1
        return words[: day.start()] + str(moved) + words[day.end() :]
    if (year := YEAR.search(words)) is not None:
        return words[: year.start()] + str(int(year.group()) + step) + words[year.end() :]
    return moved_name(words, MONTH_NAMES, step) or moved_name(words, SHORT_MONTH_NAMES, step)


def moved_name(words: str, names: tuple[str, ...], step: int) -> str:
    """The words with the name that stands some places on in its series; empty where they hold none."""
    found = NAME.search(words)
    while found is not None and found.group() not in names:
        found = NAME.search(words, found.end())
    if found is None:
        return ""
    moved = names[(names.index(found.group()) + step) % len(names)]
    return words[: found.start()] + moved + words[found.end() :]
