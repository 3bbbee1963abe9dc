"""The memo as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsdiff import __version__
from newsdiff.brief.model import Passage, WorthALook
from newsdiff.brief.timeline import Timeline
from newsdiff.counting import number_of
from newsdiff.model import Article, Comparison, Detail
from newsdiff.quotation_marks import quoted
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.markdown_text import block_of_markdown, escape
from newsdiff.reports.memo.chapters import MemoWriter
from newsdiff.reports.memo.content import Memo, memo_of
from newsdiff.reports.memo.limits import more_below
from newsdiff.reports.memo.lines import numbers, pieces_of, speaker_of, wordings
from newsdiff.reports.memo.second_opinion import OpinionGroup
from newsdiff.sanitize import one_line
from newsdiff.takes.model import Take


def memo_to_markdown(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """What fits the limits, then an appendix with the rest and the texts."""
    lines = MarkdownMemo(memo_of(comparison)).page(notes or ())
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


class MarkdownMemo(MemoWriter):
    """A memo as Markdown."""

    def __init__(self, memo: Memo, level: str = "##") -> None:
        """`level` stands before the headings of chapters; a full report has them one down."""
        super().__init__(memo, escape, "**{}**".format, str)
        self.level = level

    def page(self, notes: Sequence[NotePart]) -> Iterator[str]:
        """All of it."""
        yield from self._opening(len(notes))
        yield from self._sources()
        yield from self.brief_chapters()
        yield from self._notes(notes)
        yield from self._quotations_chapter()
        yield from self._appendix()

    def brief_chapters(self) -> Iterator[str]:
        """Differences, what is agreed, what only one has: also the first page of the full report."""
        yield from self.differences_chapters()
        yield from self.agreed_chapters()

    def _opening(self, notes: int) -> Iterator[str]:
        yield from (f"# {escape(self.memo.title)}", "")
        counts = escape(self.memo.counts()) + (f", {number_of(notes, 'note')}" if notes else "")
        yield f"{escape(self.memo.facts())}. {counts}."
        yield ""
        yield (
            f"Memo by newsdiff {__version__} at level {self.comparison.level}. It says what stands where, "
            "not who is right; every quotation is verbatim, a number in brackets is the source."
        )
        yield ""

    def _sources(self) -> Iterator[str]:
        titled = self.memo.words_of_headlines > 0
        yield from ("## Sources", "", f"| # | outlet | published |{' headline |' * titled}")
        yield f"|---:|---|---|{'---|' * titled}"
        for number, article in enumerate(self.comparison.numbered, 1):
            outlet = escape(article.label + self.memo.remarks(article))
            headline = f" {escape(self.memo.headline(article))} |" if titled else ""
            yield f"| {number} | {outlet} | {escape(when(article) or '–')} |{headline}"
        yield ""

    # -- how it is set -------------------------------------------------------------------

    def _quote(self, passage: Passage, *, whole: bool) -> str:
        pieces = pieces_of(self.comparison, passage, whole=whole)
        return escape(quoted("".join(words for words, _ in pieces)))

    def _items(self, items: Iterable[str]) -> Iterator[str]:
        return (f"- {item}" for item in items)

    def _chapter(
        self, heading: str, lines: Iterable[str], rest: Sequence[object] = (), *, said: str = ""
    ) -> Iterator[str]:
        yield from (f"{self.level} {heading}", "")
        if said:
            yield from (said, "")
        if shown := [*lines, *_and_more(rest)]:
            yield from (*shown, "")

    def _differences(self, lines: Sequence[WorthALook], *, whole: bool = False) -> Iterator[str]:
        for line in lines:
            yield f"- {line.sign} **{escape(line.label)}**{self._update(line)}"
            for version in line.versions:
                yield f"    - {self._version(line, version, whole=whole)}"
            if found := self.memo.timeline_of(line):
                yield f"    - published: {self._in_order(found)}"

    def _in_order(self, timeline: Timeline) -> str:
        """``2 December 2025 5 [1] [4] → 4 December 2025 7 [3]``."""
        steps: dict[str, list[str]] = {}
        for point in timeline.points:
            at = one_line(f"{when(self.comparison.article(point.article))} {point.words}")
            steps.setdefault(at, []).append(point.article)
        return " → ".join(f"{escape(at)} {numbers(self.comparison, by)}" for at, by in steps.items())

    def _marked(self, words: str) -> str:
        return escape(quoted(words))

    def _words_of(self, article: Article, words: str) -> str:
        return escape(words)

    def _take(self, take: Take, facts: str) -> str:
        return f"**{escape(quoted(take.label))}** – {numbers(self.comparison, take.articles)} ({facts})"

    def _quotations(self, details: Iterable[Detail], *, whole: bool = False) -> Iterator[str]:
        for detail in details:
            yield f"- {escape(speaker_of(detail))}"
            for one in wordings(self.comparison, detail):
                by = ", ".join(map(self._named, one.articles))
                yield f"    - {self._quote(one.passage, whole=whole)} – {by}{escape(one.speaker)}"

    def _opinions(self, group: OpinionGroup, most: int) -> Iterator[str]:
        yield f"- {escape(group.heading)} ({len(group.lines)})"
        for line in group.lines[:most]:
            yield f"    - {self._opinion(line)}"
            yield from (f"        - {words}" for words in self._quoted_by(line))
        yield from (f"    {line}" for line in _and_more(group.lines[most:]))

    # -- notes, the appendix -------------------------------------------------------------

    def _notes(self, notes: Sequence[NotePart]) -> Iterator[str]:
        if not notes:
            return
        yield from (f"## Notes ({len(notes)})", "")
        for note in notes:
            yield from block_of_markdown(note.body)
            yield ""
            yield from (*self._items(self._places_of(note)), "")

    def _appendix(self) -> Iterator[str]:
        yield from ("---", "", "# Appendix", "")
        for title, lines in self._appended():
            yield from (f"## {title}", "", *lines, "")
        yield from self._all_opinions()
        yield from ("## Texts", "")
        for number, article in enumerate(self.comparison.numbered, 1):
            yield from (f"### {number} {escape(article.label)}", "", escape(source(article)), "")
            for block in article.paragraphs:
                yield from (f"> {escape(article.slice(block))}", "")


def _and_more(rest: Sequence[object]) -> Iterator[str]:
    if rest:
        yield f"- {more_below(rest)}"
