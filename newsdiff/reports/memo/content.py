"""What a memo holds, before it is Markdown or HTML: chosen and counted once for both."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Final

from newsdiff.brief.build import brief_of
from newsdiff.brief.excerpt import cut_words
from newsdiff.brief.model import Brief, Passage, Reported, WorthALook
from newsdiff.brief.only_in_one import (
    NONE_ALONE,
    captions_not_compared,
    said_of_others,
    why_not_listed,
)
from newsdiff.brief.sharing import Sharing, sharing
from newsdiff.brief.timeline import Timeline, timelines
from newsdiff.counting import number_of, outlets_and_articles
from newsdiff.events.copies import independent_articles
from newsdiff.language.corrections import Correction
from newsdiff.language.names import how_aligned
from newsdiff.model import Article, Comparison, Detail
from newsdiff.quick_dataclass import dataclass
from newsdiff.reports.citations import days_of
from newsdiff.reports.memo.limits import (
    ALONE,
    CORRECTIONS,
    DIFFERENCES,
    IN_NO_TAKE,
    LEAST_OF_A_HEADLINE,
    MOST_COUNTED,
    OPINIONS,
    QUOTATIONS,
    REPORTED,
    SOURCES,
    WORDS_OF_A_SOURCE,
    WORDS_OF_A_STEP,
    Chapter,
    chapter,
    words_in,
)
from newsdiff.reports.memo.lines import (
    in_turn,
    is_whole,
    named,
    stated_in,
    words_of_difference,
    words_of_passage,
    words_of_quotation,
    words_of_reported,
)
from newsdiff.reports.memo.second_opinion import OpinionChapter, opinion_chapter
from newsdiff.reports.summary import utterances
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from newsdiff.signs import CONFIRMED
from newsdiff.takes.build import remembered_takes
from newsdiff.takes.model import Takes
from newsdiff.takes.wording import left_out

MOST_IN_MATRIX: Final = 8
"""Differences that nobody judged, as rows of the matrix."""
MOST_COLUMNS: Final = 9
"""Outlets side by side in a table that can be read on paper."""
CLAIM_IN_A_CELL: Final = 90
APPENDED: Final = (
    "More that is worth a look",
    "Dismissed by the reader",
    "More corrections that outlets state",
    "More articles in no take",
    "More that several report",
    "More that only one has",
    "More quotations",
)
"""Headings in the appendix of what stands in no chapter before, in their order."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A difference with what each outlet has for it, else what is known of it."""

    line: WorthALook
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Memo:
    """All that stands in a memo."""

    comparison: Comparison
    brief: Brief
    independent: int
    confirmed: tuple[WorthALook, ...]
    """By weight: toll, place, time, cause, persons, the rest."""
    not_judged: Chapter[WorthALook]
    reported: Chapter[Reported]
    alone: Chapter[Passage]
    """What only one outlet has: the first passage of every article, then the second of every article …"""
    quotations: Chapter[Detail]
    """In several outlets: those that fit, those worded differently, those that most outlets have first."""
    corrections: Chapter[tuple[Article, Correction]]
    """Stated by the outlets themselves."""
    timelines: tuple[Timeline, ...]
    sharing: Sharing
    takes: Takes
    in_no_take: Chapter[str]
    """Where the articles stand that are in no take."""
    matrix: tuple[MatrixRow, ...]
    opinions: OpinionChapter | None
    """Second opinions, printed apart; None where there are none."""
    most_opinions: int
    """Lines of each group of them before the appendix."""

    @property
    def title(self) -> str:
        """Of the event."""
        return one_line(self.comparison.title or "One event, several outlets")

    def facts(self) -> str:
        """``5 outlets, 5 independent texts, 2 to 4 December 2025``."""
        articles = self.comparison.articles
        outlets = outlets_and_articles(
            self.comparison.outlets_of(one.id for one in articles), [one.country for one in articles]
        )
        dates = days_of(articles)
        counted = f"{outlets}, {number_of(self.independent, 'independent text')}"
        return f"{counted}, {dates}" if dates else counted

    def timeline_of(self, line: WorthALook) -> Timeline | None:
        """When the values of a difference were published; None where it has no timeline."""
        return next((one for one in self.timelines if one.detail == line.detail), None)

    def counts(self) -> str:
        """How many differences there are, and how many of them were judged."""
        parts = [
            f"{number_of(len(self.brief.worth_a_look), 'difference')} worth a look",
            f"{len(self.confirmed)} confirmed by the reader",
            f"{len(self.brief.dismissed)} dismissed",
            f"{len(self.not_judged.all)} not judged",
        ]
        return ", ".join(parts)

    @property
    def words_of_headlines(self) -> int:
        """How many words of each headline the list of sources has room for; 0 where they are too few."""
        articles = self.comparison.articles
        left = SOURCES - sum(words_in(self.remarks(one)) for one in articles)
        fits = left // len(articles) - WORDS_OF_A_SOURCE
        return fits if fits >= LEAST_OF_A_HEADLINE else 0

    def headline(self, article: Article) -> str:
        """As much of it as there is room for; the whole one stands above the text."""
        words, most = one_line(article.title or "–").split(), self.words_of_headlines
        return " ".join(words[:most]) + ("…" if len(words) > most else "")

    def remarks(self, article: Article) -> str:
        """`` (German: aligned by …; 2 captions not compared)``: what a reader must know of a source."""
        found = "; ".join(filter(None, (how_aligned(article), captions_not_compared([article]))))
        return f" ({found})" if found else ""

    def passages_alone(self, safe: Callable[[str], str]) -> str:
        """``Passages: TIME [1] 3, Sky News [2] 1.``: how many passages only each one has; of many all
        together. Where none has, why; and that the others have none. Outlets go through `safe`."""
        found, names = self.brief.only_in_one, partial(named, self.comparison, safe=safe)
        if not found:
            return why_not_listed(self.comparison, lambda one, why: f"{names(one)} {safe(why)}") or NONE_ALONE
        each = [f"{names(self.comparison.article(one.article))} {len(one.passages)}" for one in found]
        counts = ", ".join(each)
        if len(found) > MOST_COUNTED:
            counts = f"{sum(len(one.passages) for one in found):,} in {len(found):,} articles"
        return f"Passages: {counts}. {said_of_others(self.comparison, found)}".rstrip()

    def shared_in(self, line: Reported) -> str:
        """``4 of 5 texts``, and ``1 of 5 texts, in 2 articles`` where one took it over from another."""
        texts = f"{line.independent_texts} of {number_of(self.independent, 'text')}"
        own = line.independent_texts == len(line.articles)
        return texts if own else f"{texts}, in {number_of(len(line.articles), 'article')}"


def memo_of(comparison: Comparison, *, full: bool = False) -> Memo:
    """The memo of a comparison; in a full report with all lines that have no place further down in it."""
    room: Callable[[int], int] = (lambda _: sys.maxsize) if full else int
    brief = brief_of(comparison)
    length = partial(words_of_quotation, comparison)
    quotations = sorted(
        utterances(comparison), key=lambda one: (length(one) > QUOTATIONS, one.relation == "shared")
    )
    differing = [one for one in comparison.details if one.relation in ("differs", "variant")]
    figures = timelines(comparison, differing)
    dated = [one.detail for one in figures for _ in one.points]
    takes = remembered_takes(comparison)
    return Memo(
        comparison=comparison,
        brief=brief,
        independent=independent_articles(comparison.articles),
        confirmed=tuple(filter(is_whole, brief.worth_a_look)),
        not_judged=chapter(
            (line for line in brief.worth_a_look if not is_whole(line)),
            lambda line: words_of_difference(comparison, line) + WORDS_OF_A_STEP * dated.count(line.detail),
            DIFFERENCES,
        ),
        reported=chapter(brief.most_reported, partial(words_of_reported, comparison), room(REPORTED)),
        alone=chapter(in_turn(brief.only_in_one), partial(words_of_passage, comparison), ALONE),
        quotations=chapter(quotations, length, QUOTATIONS),
        corrections=chapter(stated_in(comparison), lambda one: words_in(one[1].text), room(CORRECTIONS)),
        timelines=figures,
        sharing=sharing(comparison, [article.id for article in comparison.numbered]),
        takes=takes,
        in_no_take=chapter(
            (left_out(comparison, takes, one) for one in takes.others), words_in, room(IN_NO_TAKE)
        ),
        matrix=tuple(_matrix(comparison, brief)),
        opinions=opinion_chapter(comparison),
        most_opinions=room(OPINIONS),
    )


def _matrix(comparison: Comparison, brief: Brief) -> list[MatrixRow]:
    """The confirmed differences first, then the others, some of them."""
    ordered = sorted(brief.worth_a_look, key=lambda line: line.sign != CONFIRMED)
    confirmed = sum(line.sign == CONFIRMED for line in ordered)
    details = {detail.id: detail for detail in comparison.details}
    rows = []
    for line in ordered[: confirmed + MOST_IN_MATRIX]:
        cells = dict.fromkeys((article.id for article in comparison.numbered), "")
        for version in line.versions:
            for passage in version.passages:
                words = _in_a_cell(comparison, line, passage)
                known = cells[passage.article]
                cells[passage.article] = f"{known}; {words}" if known and words not in known else words
        known_of = {
            article: words or _without_words(details.get(line.detail), article)
            for article, words in cells.items()
        }
        rows.append(MatrixRow(line, tuple(known_of.values())))
    return rows


def _without_words(detail: Detail | None, article: str) -> str:
    """What is known of an article that has neither version; empty where it reports the matter too."""
    if detail is not None and article in detail.not_found_in:
        return "not found"
    return "not compared" if detail is not None and article in detail.not_compared else ""


def _in_a_cell(comparison: Comparison, line: WorthALook, passage: Passage) -> str:
    """The outlet's own words: the value, or the part of a claim that is looked at."""
    text = comparison.article(passage.article).text
    if line.of_sentences and passage.lit:
        return one_line(cut_words(text, passage, CLAIM_IN_A_CELL))
    return cut(one_line(text[passage.start : passage.end]), CLAIM_IN_A_CELL)


def columns(count: int) -> list[range]:
    """The columns of a table cut into parts that can be read: nine at most, of about the same size."""
    parts = -(-count // MOST_COLUMNS)
    size = -(-count // max(1, parts))
    return [range(start, min(start + size, count)) for start in range(0, count, max(1, size))]
