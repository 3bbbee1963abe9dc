"""What a memo holds, before it is Markdown or HTML: chosen and counted once for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.brief.build import brief_of
from newsdiff.brief.excerpt import cut_words
from newsdiff.brief.model import Alone, Brief, Passage, Reported, Version, WorthALook
from newsdiff.brief.sharing import Sharing, sharing
from newsdiff.brief.timeline import Timeline, timelines
from newsdiff.calendar.display import long_day
from newsdiff.counting import number_of, outlets_and_articles
from newsdiff.events.copies import independent_articles
from newsdiff.model import Article, Comparison, Detail, Mention, Utterance
from newsdiff.quick_dataclass import dataclass
from newsdiff.reports.memo.second_opinion import OpinionChapter, opinion_chapter
from newsdiff.reports.summary import utterances
from newsdiff.sanitize import one_line
from newsdiff.signs import CONFIRMED
from newsdiff.takes.build import remembered_takes
from newsdiff.takes.model import Takes

MOST_NOT_JUDGED: Final = 8
"""Differences that nobody judged on the pages before the appendix."""
MOST_REPORTED: Final = 10
MOST_QUOTATIONS: Final = 6
MOST_ALONE: Final = 3
"""Passages of one outlet that are quoted before the appendix."""
MOST_COLUMNS: Final = 9
"""Outlets side by side in a table that can be read on paper."""
LONGEST_QUOTE: Final = 220
"""Code points of a sentence that is quoted; longer ones are cut around the words that matter."""
CLAIM_IN_A_CELL: Final = 90


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
    not_judged: tuple[WorthALook, ...]
    timelines: tuple[Timeline, ...]
    sharing: Sharing
    takes: Takes
    quotations: tuple[Detail, ...]
    """In several outlets, most outlets first; those worded differently before the others."""
    matrix: tuple[MatrixRow, ...]
    opinions: OpinionChapter | None
    """Second opinions, printed apart; None where there are none."""

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
        days = sorted(article.published for article in articles if article.published)
        dates = dict.fromkeys(long_day(one) for one in days[:1] + days[-1:])
        counted = f"{outlets}, {number_of(self.independent, 'independent text')}"
        return f"{counted}, {' to '.join(dates)}" if dates else counted

    def counts(self) -> str:
        """How many differences there are, and how many of them were judged."""
        parts = [
            f"{number_of(len(self.brief.worth_a_look), 'difference')} worth a look",
            f"{len(self.confirmed)} confirmed by the reader",
            f"{len(self.brief.dismissed)} dismissed",
            f"{len(self.not_judged)} not judged",
        ]
        return ", ".join(parts)

    def words(self, passage: Passage) -> str:
        """The sentence of a passage on one line, cut where it is long."""
        text = self.comparison.article(passage.article).text
        return one_line(cut_words(text, passage, LONGEST_QUOTE))

    def shared_in(self, line: Reported) -> str:
        """``4 of 5 texts``."""
        return f"{line.independent_texts} of {number_of(self.independent, 'text')}"

    def sources(self, version: Version) -> list[Article]:
        """The articles of a version, the earliest published first."""
        articles = [self.comparison.article(passage.article) for passage in version.passages]
        number = self.comparison.number
        return sorted(articles, key=lambda one: (one.published is None, one.published, number(one.id)))

    def alone(self) -> Sequence[Alone]:
        """What only one outlet has."""
        return self.brief.only_in_one


def memo_of(comparison: Comparison) -> Memo:
    """The memo of a comparison."""
    brief = brief_of(comparison)
    quotations = sorted(utterances(comparison), key=lambda one: one.relation == "shared")
    differing = [one for one in comparison.details if one.relation in ("differs", "variant")]
    return Memo(
        comparison=comparison,
        brief=brief,
        independent=independent_articles(comparison.articles),
        confirmed=tuple(line for line in brief.worth_a_look if line.sign == CONFIRMED),
        not_judged=tuple(line for line in brief.worth_a_look if line.sign != CONFIRMED),
        timelines=timelines(comparison, differing),
        sharing=sharing(comparison, [article.id for article in comparison.numbered]),
        takes=remembered_takes(comparison),
        quotations=tuple(quotations),
        matrix=tuple(_matrix(comparison, brief)),
        opinions=opinion_chapter(comparison),
    )


def _matrix(comparison: Comparison, brief: Brief) -> list[MatrixRow]:
    """The confirmed differences first, then the others, as many as a memo shows."""
    ordered = sorted(brief.worth_a_look, key=lambda line: line.sign != CONFIRMED)
    confirmed = sum(line.sign == CONFIRMED for line in ordered)
    details = {detail.id: detail for detail in comparison.details}
    rows = []
    for line in ordered[: confirmed + MOST_NOT_JUDGED]:
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
    words = one_line(text[passage.start : passage.end])
    return words if len(words) <= CLAIM_IN_A_CELL else words[: CLAIM_IN_A_CELL - 1].rstrip() + "…"


def columns(count: int) -> list[range]:
    """The columns of a table cut into parts that can be read: nine at most, of about the same size."""
    parts = -(-count // MOST_COLUMNS)
    size = -(-count // max(1, parts))
    return [range(start, min(start + size, count)) for start in range(0, count, max(1, size))]


def speaker_of(detail: Detail) -> str:
    """Who is quoted: the label of a quotation begins with it."""
    return one_line(detail.label).partition(": ")[0]


def other_speaker(detail: Detail, mention: Mention) -> str:
    """The speaker that the article of a version names, behind a colon, where it is not `speaker_of`."""
    speaker = mention.value.speaker if isinstance(mention.value, Utterance) else None
    return f": {one_line(speaker)}" if speaker and one_line(speaker) != speaker_of(detail) else ""
