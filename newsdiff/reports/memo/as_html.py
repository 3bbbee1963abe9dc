"""The memo as one HTML file: no script, no font, no network; for a screen and for paper.

Everything from articles and notes goes through `text`; a content-security policy forbids what could still
slip through, and allows one style sheet by its hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsdiff import __version__
from newsdiff.brief.model import Passage, WorthALook
from newsdiff.counting import number_of
from newsdiff.model import Article, Comparison, Detail
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.html_text import language, linked, page_head, spaced, text
from newsdiff.reports.memo.chapters import MemoWriter
from newsdiff.reports.memo.content import Memo, columns, memo_of
from newsdiff.reports.memo.limits import more_below
from newsdiff.reports.memo.lines import numbers, pieces_of, speaker_of, wordings
from newsdiff.reports.memo.plots import timeline_svg
from newsdiff.reports.memo.second_opinion import OpinionGroup
from newsdiff.reports.memo.style import STYLE
from newsdiff.sanitize import sanitize, without_word_breaks
from newsdiff.signs import CONFIRMED, DISMISSED, JUDGEMENTS, SIGNS, WORDS
from newsdiff.takes.model import Take

SIGN_WORDS: Final = {
    CONFIRMED: JUDGEMENTS["confirmed"],
    DISMISSED: JUDGEMENTS["dismissed"],
    **{SIGNS[standing]: words for standing, words in WORDS.items()},
}


def memo_to_html(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """What fits the limits, then an appendix with the rest and the texts."""
    return "\n".join(HtmlMemo(memo_of(comparison)).page(notes or ())) + "\n"


class HtmlMemo(MemoWriter):
    """A memo as HTML."""

    def __init__(self, memo: Memo) -> None:
        super().__init__(memo, text, "<b>{}</b>".format, "<cite>{}</cite>".format)

    def page(self, notes: Sequence[NotePart]) -> Iterator[str]:
        """All of it."""
        memo = self.memo
        yield from page_head(memo.title, STYLE)
        counts = memo.counts() + (f", {number_of(len(notes), 'note')}" if notes else "")
        yield f"<p>{text(memo.facts())}. {text(counts)}.</p>"
        level = self.comparison.level
        yield f'<p class="faint">Memo by newsdiff {__version__} at level {level}. It says what '
        yield "stands where, not who is right; every quotation is verbatim, "
        yield "a number in brackets is the source.</p>"
        yield "</header>\n<main>"
        yield from self._sources()
        yield from self.differences_chapters()
        yield from self.agreed_chapters()
        yield from self._notes(notes)
        yield from self._quotations_chapter()
        yield from self._appendix()
        yield "</main>\n</body>\n</html>"

    def _sources(self) -> Iterator[str]:
        yield f'<section>\n<h2>Sources</h2>\n{_wide("Sources")}<table>\n<thead><tr><th scope="col">#</th>'
        yield '<th scope="col">outlet</th><th scope="col">published</th>'
        titled = self.memo.words_of_headlines > 0
        yield '<th scope="col">headline</th></tr></thead>' if titled else "</tr></thead>"
        yield "<tbody>"
        for number, article in enumerate(self.comparison.numbered, 1):
            outlet = text(article.label + self.memo.remarks(article))
            yield f'<tr><td class="count">{number}</td><th scope="row">{outlet}</th>'
            headline = f"<td>{linked(article, self.memo.headline(article))}</td>" if titled else ""
            yield f"<td>{text(when(article) or '–')}</td>{headline}</tr>"
        yield "</tbody></table></div>\n</section>"

    # -- how it is set -------------------------------------------------------------------

    def _quote(self, passage: Passage, *, whole: bool) -> str:
        article = self.comparison.article(passage.article)
        return f"<q{language(article)}>{self._pieces(passage, whole=whole)}</q>"

    def _pieces(self, passage: Passage, *, whole: bool) -> str:
        pieces = pieces_of(self.comparison, passage, whole=whole)
        return "".join(f"<b>{spaced(words)}</b>" if lit else spaced(words) for words, lit in pieces)

    def _items(self, items: Iterable[str]) -> Iterator[str]:
        found = [f"<li>{item}</li>" for item in items]
        if found:
            yield from ("<ul>", *found, "</ul>")

    def _chapter(
        self, heading: str, lines: Iterable[str], rest: Sequence[object] = (), *, said: str = ""
    ) -> Iterator[str]:
        yield f"<section>\n<h2>{heading}</h2>"
        if said:
            yield f"<p>{said}</p>"
        yield from (*lines, *_and_more(rest), "</section>")

    def _differences(self, lines: Sequence[WorthALook], *, whole: bool = False) -> Iterator[str]:
        if not lines:
            return
        yield '<ul class="differences">'
        for line in lines:
            confirmed = " confirmed" if line.sign == CONFIRMED else ""
            sign = f'<span class="sign{confirmed}" title="{SIGN_WORDS[line.sign]}">{line.sign}</span>'
            asked = f" <strong>{text(line.label)}</strong>" if line.label else ""
            yield f'<li>{sign}{asked}{self._update(line)}<ul class="versions">'
            for version in line.versions:
                yield f"<li>{self._version(line, version, whole=whole)}</li>"
            yield "</ul>"
            if found := self.memo.timeline_of(line):
                yield from timeline_svg(self.memo, found, text)
            yield "</li>"
        yield "</ul>"

    def _marked(self, words: str) -> str:
        return f"<q>{text(words)}</q>"

    def _words_of(self, article: Article, words: str) -> str:
        return f"<span{language(article)}>{text(words)}</span>"

    def _take(self, take: Take, facts: str) -> str:
        articles = self.source(numbers(self.comparison, take.articles))
        return f"{self.bold(text(take.label))} – {articles}\n ({facts})"

    def _quotations(self, details: Iterable[Detail], *, whole: bool = False) -> Iterator[str]:
        return self._items(self._quotation(detail, whole=whole) for detail in details)

    def _quotation(self, detail: Detail, *, whole: bool) -> str:
        versions = []
        for one in wordings(self.comparison, detail):
            words = f"<span{language(one.articles[0])}>{self._pieces(one.passage, whole=whole)}</span>"
            by = self.source(", ".join(map(self._named, one.articles)))
            versions.append(f"<li>{words} – {by}{text(one.speaker)}</li>")
        return f'{text(speaker_of(detail))}<ul class="versions">{"".join(versions)}</ul>'

    def _opinions(self, group: OpinionGroup, most: int) -> Iterator[str]:
        yield f"<h3>{text(group.heading)} ({len(group.lines)})</h3>\n<ul>"
        for line in group.lines[:most]:
            versions = "".join(f"\n<li>{words}</li>" for words in self._quoted_by(line))
            beside = f'\n<ul class="versions">{versions}\n</ul>' if versions else ""
            yield f"<li>{self._opinion(line)}{beside}\n</li>"
        yield from ("</ul>", *_and_more(group.lines[most:]))

    # -- what HTML alone has -------------------------------------------------------------

    def _matrix(self) -> Iterator[str]:
        """Differences as rows, outlets as columns: nine at most, so that they can be read on paper."""
        if not self.memo.matrix:
            return
        articles = self.comparison.numbered
        yield "<section>\n<h2>Matrix</h2>"
        yield "<p>An empty cell says nothing about an outlet: it may report the matter in a third way.</p>"
        for part in columns(len(articles)):
            label = f"Matrix of differences and outlets {part[0] + 1} to {part[-1] + 1}"
            yield f'{_wide(label)}<table class="matrix">\n<thead><tr>'
            yield '<th scope="col">difference</th>'
            yield from (f'<th scope="col">{self._named(articles[at])}</th>' for at in part)
            yield "</tr></thead>\n<tbody>"
            for row in self.memo.matrix:
                yield f'<tr><th scope="row">{row.line.sign} {text(row.line.label)}</th>'
                yield from (f"<td>{text(row.cells[at])}</td>" for at in part)
                yield "</tr>"
            yield "</tbody></table></div>"
        yield "</section>"

    def sharing_table(self) -> Iterator[str]:
        """How many statements each two sources may report in common."""
        found = self.memo.sharing
        articles = self.comparison.numbered
        if found.most < 1:
            return
        yield "<section>\n<h2>Who shares with whom</h2>"
        yield "<p>Statements that two sources may report in common.</p>"
        yield f'{_wide("Who shares with whom")}<table>\n<thead><tr><th scope="col">source</th>'
        yield from (f'<th scope="col" class="count">{number}</th>' for number in range(1, len(articles) + 1))
        yield "</tr></thead>\n<tbody>"
        for row, article in enumerate(articles):
            yield f'<tr><th scope="row">{row + 1} {text(article.label)}</th>'
            for column in range(len(articles)):
                count = found.counts[row][column]
                much = " much" if row != column and count * 3 >= found.most * 2 else ""
                yield f'<td class="count{much}">{"·" if row == column else count}</td>'
            yield "</tr>"
        yield "</tbody></table></div>\n</section>"

    # -- notes, the appendix -------------------------------------------------------------

    def _notes(self, notes: Sequence[NotePart]) -> Iterator[str]:
        if not notes:
            return
        yield f"<section>\n<h2>Notes ({len(notes)})</h2>"
        for note in notes:
            body = "\n".join(text(line) for line in sanitize(without_word_breaks(note.body)).splitlines())
            yield f'<div class="note">\n<p class="body">{body}</p>\n<ul>'
            yield from (f"<li>{place}</li>" for place in self._places_of(note))
            yield "</ul>\n</div>" if note.targets or note.orphans else "<li>on the event</li></ul>\n</div>"
        yield "</section>"

    def _appendix(self) -> Iterator[str]:
        yield '<section class="appendix">\n<h2>Appendix</h2>'
        for title, lines in self._appended():
            yield from (f"<h3>{title}</h3>", *lines)
        yield from self._all_opinions()
        yield from self._matrix()
        yield from self.sharing_table()
        for number, article in enumerate(self.comparison.numbered, 1):
            yield f'<h3>{number} {text(article.label)}</h3>\n<p class="faint">{text(source(article))}</p>'
            for block in article.paragraphs:
                yield f"<p{language(article)}>{text(article.slice(block))}</p>"
        yield "</section>"


def _wide(label: str) -> str:
    return f'<div class="wide" tabindex="0" role="region" aria-label="{text(label)}">'


def _and_more(rest: Sequence[object]) -> Iterator[str]:
    if rest:
        yield f"<p>{more_below(rest).capitalize()}.</p>"
