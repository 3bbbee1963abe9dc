"""What the reading widgets ask of a comparison over and over, worked out once.

Marks by paragraph, paragraphs by row and article, runs of unmatched paragraphs, the order in which
details are stepped through. Nothing here depends on the width of a screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.brief.passages import clashing_words
from newsdiff.language.names import how_aligned
from newsdiff.model import (
    Block,
    Comparison,
    Detail,
    Kind,
    Opinion,
    Relation,
    Standing,
    Statement,
    StatementSentence,
)
from widgets.reading.reading_state import STANDINGS, NoteMark
from widgets.reading.text_search import TextSearch
from widgets.text.harmless import harmless

GRAVE: Final[tuple[Standing, ...]] = ("differs", "may-differ")
"""What a row or paragraph is marked with also where one pane alone has it, the gravest first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention of a detail at its place in the text."""

    detail: str
    standing: Standing
    kind: Kind
    article: str
    start: int
    end: int
    row: int
    paragraph: str
    clash: tuple[tuple[int, int], ...] = ()
    """The words of a claim that stand against those of its other version."""


class ComparisonIndex:
    """One comparison, indexed for reading."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.row_index: dict[str, int] = {
            paragraph: index for index, row in enumerate(comparison.rows) for paragraph in row.paragraphs
        }
        self._stops: dict[object, tuple[Mark, ...]] = {}
        self._gravest: dict[object, tuple[Standing, ...]] = {}
        self._also_in: dict[str, frozenset[str]] = {}
        self._only_runs: dict[str, tuple[range, ...]] = {}
        self._shown_texts: dict[str, str] = {}
        self._noted: tuple[object, dict[str, tuple[NoteMark, ...]]] = (None, {})

    @cached_property
    def details(self) -> dict[str, Detail]:
        """Detail id -> detail, what the reader dismissed among them."""
        return {detail.id: detail for detail in (*self.comparison.details, *self.comparison.dismissed)}

    @cached_property
    def cells(self) -> tuple[dict[str, tuple[Block, ...]], ...]:
        """For every row: article id -> its paragraphs, in the order of the article."""
        blocks = self.comparison.blocks
        rows = []
        for row in self.comparison.rows:
            cell: dict[str, list[Block]] = {}
            for paragraph in row.paragraphs:
                article, block = blocks[paragraph]
                cell.setdefault(article.id, []).append(block)
            rows.append({key: tuple(sorted(value, key=lambda b: b.start)) for key, value in cell.items()})
        return tuple(rows)

    @cached_property
    def _starts(self) -> dict[str, tuple[list[int], tuple[Block, ...]]]:
        return {
            article.id: ([block.start for block in article.paragraphs], article.paragraphs)
            for article in self.comparison.articles
        }

    def paragraph_at(self, article: str, offset: int) -> Block | None:
        """The body paragraph of an article that holds an offset, None outside of the body."""
        if article not in self._starts:
            return None
        starts, paragraphs = self._starts[article]
        at = bisect_right(starts, offset) - 1
        return paragraphs[at] if at >= 0 and offset < paragraphs[at].end else None

    def row_at(self, article: str, offset: int) -> int | None:
        """The row in which an offset of an article is read."""
        paragraph = self.paragraph_at(article, offset)
        return None if paragraph is None else self.row_index.get(paragraph.id)

    @cached_property
    def marks_of_detail(self) -> dict[str, tuple[Mark, ...]]:
        """Detail id -> its marks in the order of rows; mentions outside of the body have none."""
        return {detail.id: tuple(self._marks(detail)) for detail in self.comparison.details}

    def _marks(self, detail: Detail) -> Iterator[Mark]:
        found = []
        mentions = [(number, one) for number, value in enumerate(detail.values) for one in value.mentions]
        for number, mention in mentions:
            block = self.paragraph_at(mention.article, mention.start)
            if block is not None and block.id in self.row_index and mention.start < mention.end:
                end = min(mention.end, block.end)
                is_claim = detail.kind == "claim"
                clash = clashing_words(self.comparison, detail, number, mention) if is_claim else ()
                found.append(
                    Mark(
                        detail.id, detail.standing, detail.kind, mention.article, mention.start, end,
                        self.row_index[block.id], block.id, clash,
                    )
                )  # fmt: skip
        yield from sorted(found, key=lambda mark: (mark.row, mark.article, mark.start))

    @cached_property
    def marks_of_paragraph(self) -> dict[str, tuple[Mark, ...]]:
        """Paragraph id -> its marks, in the order of the text, longer ones first."""
        found: dict[str, list[Mark]] = {}
        for marks in self.marks_of_detail.values():
            for mark in marks:
                found.setdefault(mark.paragraph, []).append(mark)
        return {key: tuple(sorted(value, key=lambda m: (m.start, -m.end))) for key, value in found.items()}

    @cached_property
    def has_quotations(self) -> bool:
        """Whether a second opinion quotes anything."""
        shown = self.comparison
        opinions = [one.opinion for one in shown.statements] + [one.opinion for one in shown.details]
        return any(one is not None and one.quotations for one in opinions)

    @cached_property
    def opinions_of_paragraph(self) -> dict[str, tuple[Opinion, ...]]:
        """Paragraph id -> the second opinions on statements with a sentence in it."""
        paragraphs = {one.id: one.paragraph for item in self.comparison.annotated for one in item.sentences}
        found: dict[str, list[Opinion]] = {}
        for statement in self.comparison.statements:
            if statement.opinion is not None:
                for paragraph in {paragraphs[one.sentence] for one in statement.sentences}:
                    found.setdefault(paragraph, []).append(statement.opinion)
        return {key: tuple(value) for key, value in found.items()}

    def marks_in(self, row: int, article: str) -> tuple[Mark, ...]:
        """The marks of one cell, in the order of the text."""
        blocks = self.cells[row].get(article, ())
        return tuple(mark for block in blocks for mark in self.marks_of_paragraph.get(block.id, ()))

    @cached_property
    def _standings(self) -> tuple[dict[str, frozenset[Standing]], ...]:
        """For every row: article id -> the standings that are marked in its cell."""
        rows: list[dict[str, set[Standing]]] = [{} for _ in self.comparison.rows]
        for marks in self.marks_of_detail.values():
            for mark in marks:
                rows[mark.row].setdefault(mark.article, set()).add(mark.standing)
        return tuple({key: frozenset(value) for key, value in row.items()} for row in rows)

    def standings(
        self, shown: tuple[str, ...], marked: frozenset[Standing] = frozenset(STANDINGS)
    ) -> tuple[Standing, ...]:
        """What the gutter says of every row: its gravest standing; *only* when one pane
        alone was found to have it.

        What another pane reports in another row stands in more than one. Marks of standings that are not in
        `marked` do not count.
        """
        key = (shown, marked)
        if key not in self._gravest:
            found = tuple(self._standing_of(row, shown, marked) for row in range(len(self.cells)))
            self._gravest = {**dict(list(self._gravest.items())[-3:]), key: found}
        return self._gravest[key]

    def _standing_of(self, row: int, shown: tuple[str, ...], marked: frozenset[Standing]) -> Standing:
        here = self._standings[row]
        for grave in GRAVE:
            if grave in marked and any(grave in here.get(pane, ()) for pane in shown):
                return grave
        having = sum(pane in self.cells[row] for pane in shown)
        paragraphs = self.comparison.rows[row].paragraphs
        if having < 2 and all(self.also_in(one).isdisjoint(shown) for one in paragraphs):
            return "only"
        varies = "variant" in marked and any("variant" in here.get(pane, ()) for pane in shown)
        return "variant" if varies else "shared"

    def linked(self, paragraph: str) -> tuple[str, ...]:
        """The paragraphs that report what a paragraph reports, best linked first; `related` ones do not."""
        links = self.comparison.links_of.get(paragraph, ())
        return tuple(link.b if link.a == paragraph else link.a for link in links if link.firm)

    def also_in(self, paragraph: str) -> frozenset[str]:
        """The other articles that report what a paragraph reports: in its row, or linked across rows."""
        if (known := self._also_in.get(paragraph)) is not None:
            return known
        blocks = self.comparison.blocks
        row = self.row_index.get(paragraph)
        beside = self.comparison.rows[row].reported_by if row is not None else ()
        across = (blocks[one][0].id for one in self.linked(paragraph))
        self._also_in[paragraph] = found = frozenset((*across, *beside)) - {blocks[paragraph][0].id}
        return found

    def standing_of_paragraph(
        self, paragraph: str, shown: tuple[str, ...], marked: frozenset[Standing] = frozenset(STANDINGS)
    ) -> Standing:
        """What the gutter says of one paragraph where every article stands in its own order."""
        here = marked & {mark.standing for mark in self.marks_of_paragraph.get(paragraph, ())}
        for grave in GRAVE:
            if grave in here:
                return grave
        if self.also_in(paragraph).isdisjoint(shown):
            return "only"
        return "variant" if "variant" in here else "shared"

    @cached_property
    def names_languages(self) -> bool:
        """Whether there is an article that was not published in English."""
        return any(how_aligned(article) for article in self.comparison.articles)

    @cached_property
    def shared_with_base(self) -> dict[str, int]:
        """Article id -> how many paragraphs of the base are linked to one of its own; none for the base."""
        blocks, base = self.comparison.blocks, self.comparison.article(self.comparison.base)
        linked = Counter[str]()
        for block in base.paragraphs:
            linked.update({blocks[one][0].id for one in self.linked(block.id)})
        return {article.id: linked[article.id] for article in self.comparison.articles}

    @cached_property
    def search(self) -> TextSearch:
        """Finds words in this comparison."""
        return TextSearch(self.comparison, self.row_index)

    def notes_of_paragraph(self, notes: tuple[NoteMark, ...]) -> dict[str, tuple[NoteMark, ...]]:
        """Paragraph id -> the notes that stand on a part of it."""
        if self._noted[0] is not notes:
            found: dict[str, list[NoteMark]] = {}
            for note in notes:
                starts, paragraphs = self._starts.get(note.article, ([], ()))
                for block in paragraphs[max(0, bisect_right(starts, note.start) - 1) :]:
                    if block.start >= note.end:
                        break
                    if note.start < block.end:
                        found.setdefault(block.id, []).append(note)
            self._noted = (notes, {key: tuple(value) for key, value in found.items()})
        return self._noted[1]

    @cached_property
    def said_by(self) -> SharedWords:
        """The words of a paragraph that other outlets say as well."""
        return SharedWords(self.comparison)

    def shown_text(self, article: str) -> str:
        """An article's text made harmless, offsets kept."""
        if article not in self._shown_texts:
            self._shown_texts[article] = harmless(self.comparison.article(article).text)
        return self._shown_texts[article]

    @cached_property
    def repeated(self) -> frozenset[tuple[str, str, int]]:
        """Shared names and places after their first mention in an article: detail, article, offset."""
        found = set()
        for detail in self.comparison.details:
            if detail.relation == "shared" and detail.kind in ("name", "place"):
                seen: set[str] = set()
                for mark in sorted(self.marks_of_detail[detail.id], key=lambda one: one.start):
                    if mark.article in seen:
                        found.add((mark.detail, mark.article, mark.start))
                    seen.add(mark.article)
        return frozenset(found)

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Paragraph id -> its number in its article, 0 the first."""
        return {
            block.id: number
            for article in self.comparison.articles
            for number, block in enumerate(article.paragraphs)
        }

    def only_runs(self, article: str) -> tuple[range, ...]:
        """Runs of two or more paragraphs, by number, that are unmatched in every other article."""
        if article not in self._only_runs:
            unmatched = [not self.also_in(block.id) for block in self.comparison.article(article).paragraphs]
            self._only_runs[article] = tuple(_runs(unmatched))
        return self._only_runs[article]

    def stops(self, relation: Relation, shown: tuple[str, ...], kinds: frozenset[Kind]) -> tuple[Mark, ...]:
        """The first mark of every detail of a relation, in reading order.

        A detail on which panes agree or disagree needs two panes that report it.
        """
        key = (relation, shown, kinds)
        if key not in self._stops:
            position = {pane: at for at, pane in enumerate(shown)}
            found = []
            for detail in self.comparison.details:
                if detail.relation != relation or detail.kind not in kinds:
                    continue
                marks = [mark for mark in self.marks_of_detail[detail.id] if mark.article in position]
                if len({mark.article for mark in marks}) >= (1 if relation == "only" else 2):
                    found.append(min(marks, key=lambda m: (m.row, position[m.article], m.start)))
            found.sort(key=lambda m: (m.row, position[m.article], m.start, m.detail))
            self._stops = {**dict(list(self._stops.items())[-15:]), key: tuple(found)}
        return self._stops[key]


def _runs(flags: Sequence[bool]) -> Iterator[range]:
    """Stretches of two or more in which the flag is set."""
    start = 0
    for at, flag in enumerate((*flags, False)):
        if not flag:
            if at - start > 1:
                yield range(start, at)
            start = at + 1


_latest: list[ComparisonIndex] = []


def index_of(comparison: Comparison) -> ComparisonIndex:
    """The index of a comparison; the last four are kept, found by identity since comparing costs more."""
    for index in _latest:
        if index.comparison is comparison:
            return index
    _latest.insert(0, ComparisonIndex(comparison))
    del _latest[4:]
    return _latest[0]


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Words of an article that others say as well."""

    start: int
    end: int
    others: frozenset[str]


class SharedWords:
    """What others say as well, paragraph by paragraph: worked out for those that are drawn."""

    def __init__(self, comparison: Comparison) -> None:
        self._blocks = comparison.blocks
        paragraph_of = {one.id: one.paragraph for item in comparison.annotated for one in item.sentences}
        self._versions: dict[str, list[tuple[Statement, StatementSentence]]] = {}
        for statement in comparison.statements:
            for version in statement.sentences:
                self._versions.setdefault(paragraph_of[version.sentence], []).append((statement, version))
        self._found: dict[str, tuple[SaidBy, ...]] = {}

    def of(self, paragraph: str) -> tuple[SaidBy, ...]:
        """The words of a paragraph that others say as well; none where it is in no statement."""
        if paragraph not in self._found:
            versions = self._versions.get(paragraph, ())
            text = self._blocks[paragraph][0].text
            self._found[paragraph] = tuple(
                words for statement, version in versions for words in _shared_words(statement, version, text)
            )
        return self._found[paragraph]


def _shared_words(statement: Statement, version: StatementSentence, text: str) -> list[SaidBy]:
    """Words beside each other that the same articles say are one stretch, with the blanks between them."""
    article_of = {one.sentence: one.article for one in statement.sentences}
    found: list[SaidBy] = []
    for run in (one for one in version.words if one.status == "shared"):
        others = frozenset(article_of[one.sentence] for one in run.by if one.sentence in article_of)
        others -= {version.article}
        if found and found[-1].others == others and text[found[-1].end : run.start].isspace():
            found[-1] = SaidBy(found[-1].start, run.end, others)
        elif others:
            found.append(SaidBy(run.start, run.end, others))
    return found
