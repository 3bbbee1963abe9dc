"""The memo as one HTML file: no script, no font, no network; for a screen and for paper.

Everything from articles and notes goes through `text`; a content-security policy forbids what could still
slip through, and allows one style sheet by its hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsdiff import __version__
from newsdiff.brief.model import Passage, Reported, Version, WorthALook
from newsdiff.counting import number_of
from newsdiff.language.corrections import Correction
from newsdiff.model import Article, Comparison, Detail
from newsdiff.quotation_marks import quoted
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.html_text import language, linked, page_head, spaced, text
from newsdiff.reports.memo.content import APPENDED, Memo, columns, memo_of
from newsdiff.reports.memo.limits import more_below
from newsdiff.reports.memo.lines import cited, has_sentence, named, numbers, pieces_of, speaker_of, wordings
from newsdiff.reports.memo.plots import timeline_svg
from newsdiff.reports.memo.style import STYLE
from newsdiff.sanitize import sanitize, without_word_breaks
from newsdiff.signs import CONFIRMED, DISMISSED, JUDGEMENTS, SIGNS, WORDS
from newsdiff.takes.wording import counted, countries, now

SIGN_WORDS: Final = {
    CONFIRMED: JUDGEMENTS["confirmed"],
    DISMISSED: JUDGEMENTS["dismissed"],
    **{SIGNS[standing]: words for standing, words in WORDS.items()},
}


def memo_to_html(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """What fits the limits, then an appendix with the rest and the texts."""
    return "\n".join(_page(memo_of(comparison), notes or ())) + "\n"


def _page(memo: Memo, notes: Sequence[NotePart]) -> Iterator[str]:
    yield from page_head(memo.title, STYLE)
    counted = memo.counts() + (f", {number_of(len(notes), 'note')}" if notes else "")
    yield f"<p>{text(memo.facts())}. {text(counted)}.</p>"
    yield f'<p class="faint">Memo by newsdiff {__version__} at level {memo.comparison.level}. It says what '
    yield "stands where, not who is right; every quotation is verbatim, "
    yield "a number in brackets is the source.</p>"
    yield "</header>\n<main>"
    yield from _sources(memo)
    yield from differences_chapters(memo)
    yield from agreed_chapters(memo)
    yield from _notes(memo, notes)
    yield from _quotations(memo)
    yield from _appendix(memo)
    yield "</main>\n</body>\n</html>"


def differences_chapters(memo: Memo) -> Iterator[str]:
    """The differences: also the first page of the full report."""
    yield from _confirmed(memo)
    yield from _not_judged(memo)
    yield from _second_opinion(memo, memo.most_opinions)
    yield from _corrections(memo)


def agreed_chapters(memo: Memo) -> Iterator[str]:
    """What is agreed and what only one has: also the first page of the full report."""
    yield from _takes(memo)
    yield from _agreed(memo)
    yield from _only_in_one(memo)


def _wide(label: str) -> str:
    return f'<div class="wide" tabindex="0" role="region" aria-label="{text(label)}">'


def _sources(memo: Memo) -> Iterator[str]:
    yield f'<section>\n<h2>Sources</h2>\n{_wide("Sources")}<table>\n<thead><tr><th scope="col">#</th>'
    yield '<th scope="col">outlet</th><th scope="col">published</th>'
    titled = memo.words_of_headlines > 0
    yield '<th scope="col">headline</th></tr></thead>' if titled else "</tr></thead>"
    yield "<tbody>"
    for number, article in enumerate(memo.comparison.numbered, 1):
        outlet = text(article.label + memo.remarks(article))
        yield f'<tr><td class="count">{number}</td><th scope="row">{outlet}</th>'
        headline = f"<td>{linked(article, memo.headline(article))}</td>" if titled else ""
        yield f"<td>{text(when(article) or '–')}</td>{headline}</tr>"
    yield "</tbody></table></div>\n</section>"


# -- differences --------------------------------------------------------------------


def _confirmed(memo: Memo) -> Iterator[str]:
    if memo.confirmed:
        yield f"<section>\n<h2>Differences confirmed by the reader ({len(memo.confirmed)})</h2>"
        yield from _differences(memo, memo.confirmed, whole=True)
        yield "</section>"


def _not_judged(memo: Memo) -> Iterator[str]:
    found = memo.not_judged
    yield f"<section>\n<h2>Differences not yet judged ({len(found.all)})</h2>"
    if not found.all:
        yield f"<p>{memo.brief.none_to_judge(memo.comparison.level)}</p>"
    yield from _differences(memo, found.shown)
    yield from (*_and_more(found.rest), "</section>")


def _and_more(rest: Sequence[object]) -> Iterator[str]:
    if rest:
        yield f"<p>{more_below(rest).capitalize()}.</p>"


def _corrections(memo: Memo) -> Iterator[str]:
    found = memo.corrections
    if found.all:
        yield f"<section>\n<h2>Corrections that outlets state ({len(found.all)})</h2>"
        yield from _list(_correction(memo, *one) for one in found.shown)
        yield from (*_and_more(found.rest), "</section>")


def _list(items: Iterable[str]) -> Iterator[str]:
    """The items as a list; nothing without any."""
    found = [f"<li>{item}</li>" for item in items]
    if found:
        yield from ("<ul>", *found, "</ul>")


def _correction(memo: Memo, article: Article, found: Correction) -> str:
    words = f"<span{language(article)}>{text(quoted(found.text))}</span>"
    return f"{_source(memo, article)}, {found.kind}: {words}"


def _second_opinion(memo: Memo, most: int) -> Iterator[str]:
    chapter = memo.opinions
    if chapter is None:
        return
    yield f"<section>\n<h2>{text(chapter.heading)}</h2>\n<p>{text(chapter.about)}</p>"
    for group in chapter.groups:
        yield f"<h3>{text(group.heading)} ({len(group.lines)})</h3>\n<ul>"
        for line in group.lines[:most]:
            asked = f"<strong>{text(line.asked)}</strong> – " if line.asked else ""
            yield f"<li>{asked}{text(line.words)}"
            if line.quotations:
                yield '<ul class="versions">'
                for article, words in line.quotations:
                    cited = _source(memo, memo.comparison.article(article))
                    yield f"<li>{text(quoted(words))} – {cited}</li>"
                yield "</ul>"
            yield "</li>"
        yield from ("</ul>", *_and_more(group.lines[most:]))
    yield "</section>"


def _differences(memo: Memo, lines: Sequence[WorthALook], *, whole: bool = False) -> Iterator[str]:
    if not lines:
        return
    yield '<ul class="differences">'
    for line in lines:
        confirmed = " confirmed" if line.sign == CONFIRMED else ""
        sign = f'<span class="sign{confirmed}" title="{SIGN_WORDS[line.sign]}">{line.sign}</span>'
        asked = f" <strong>{text(line.label)}</strong>" if line.label else ""
        update = f" – {text(line.update)}, later articles give the later value" if line.update else ""
        yield f'<li>{sign}{asked}{update}<ul class="versions">'
        for version in line.versions:
            yield f"<li>{_version(memo, line, version, whole=whole)}</li>"
        yield "</ul>"
        if found := memo.timeline_of(line):
            yield from timeline_svg(memo, found, text)
        yield "</li>"
    yield "</ul>"


def _version(memo: Memo, line: WorthALook, version: Version, *, whole: bool) -> str:
    words = [] if line.of_sentences else [f"<b>{text(version.words)}</b>"]
    if has_sentence(line, version):
        words.append(_quote(memo, version.passages[0], whole=whole))
    return f"{': '.join(words)} – <cite>{cited(memo.comparison, version, text, dated=line.dated)}</cite>"


def _quote(memo: Memo, passage: Passage, *, whole: bool = False) -> str:
    """The sentence in quotation marks with the words in bold that the other version has not."""
    return f"<q{language(memo.comparison.article(passage.article))}>{_pieces(memo, passage, whole=whole)}</q>"


def _pieces(memo: Memo, passage: Passage, *, whole: bool) -> str:
    pieces = pieces_of(memo.comparison, passage, whole=whole)
    return "".join(f"<b>{spaced(words)}</b>" if lit else spaced(words) for words, lit in pieces)


def _source(memo: Memo, article: Article) -> str:
    return named(memo.comparison, article, text)


def _matrix(memo: Memo) -> Iterator[str]:
    """Differences as rows, outlets as columns: nine at most, so that they can be read on paper."""
    if not memo.matrix:
        return
    articles = memo.comparison.numbered
    yield "<section>\n<h2>Matrix</h2>"
    yield "<p>An empty cell says nothing of an outlet: it may report the matter in a third way.</p>"
    for part in columns(len(articles)):
        label = f"Matrix of differences and outlets {part[0] + 1} to {part[-1] + 1}"
        yield f'{_wide(label)}<table class="matrix">\n<thead><tr>'
        yield '<th scope="col">difference</th>'
        yield from (f'<th scope="col">{_source(memo, articles[at])}</th>' for at in part)
        yield "</tr></thead>\n<tbody>"
        for row in memo.matrix:
            yield f'<tr><th scope="row">{row.line.sign} {text(row.line.label)}</th>'
            yield from (f"<td>{text(row.cells[at])}</td>" for at in part)
            yield "</tr>"
        yield "</tbody></table></div>"
    yield "</section>"


# -- what is agreed, what only one has -------------------------------------------------


def _takes(memo: Memo) -> Iterator[str]:
    found = memo.takes
    if not found.takes:
        return
    yield f"<section>\n<h2>Takes ({len(found.takes)})</h2>\n<ul>"
    for take in found.takes:
        facts = "; ".join(filter(None, (counted(take), countries(take), now(found, take))))
        yield f"<li><b>{text(take.label)}</b> – <cite>{numbers(memo.comparison, take.articles)}</cite>"
        yield f" ({text(facts)})</li>"
    yield from (f"<li>{text(words)}</li>" for words in memo.in_no_take.shown)
    yield from ("</ul>", *_and_more(memo.in_no_take.rest), "</section>")


def _agreed(memo: Memo) -> Iterator[str]:
    found = memo.reported
    yield f"<section>\n<h2>Most reported ({len(found.all)})</h2>"
    if not found.all:
        yield "<p>No sentence was found that two outlets report.</p>"
    yield from _list(_reported(memo, line) for line in found.shown)
    yield from (*_and_more(found.rest), "</section>")


def _reported(memo: Memo, line: Reported, *, whole: bool = False) -> str:
    first = _source(memo, memo.comparison.article(line.passage.article))
    quote = _quote(memo, line.passage, whole=whole)
    if line.versions:
        values = "; ".join(
            f"<b>{text(one.words)}</b> {numbers(memo.comparison, (at.article for at in one.passages))}"
            for one in line.versions
        )
        return f"{memo.shared_in(line)}: {values} – {quote} <cite>{first}</cite>"
    also = numbers(memo.comparison, (passage.article for passage in line.also))
    return f"{memo.shared_in(line)}: {quote} – <cite>{first}, also in {also}</cite>"


def _only_in_one(memo: Memo) -> Iterator[str]:
    yield "<section>\n<h2>Only in one</h2>"
    if not memo.alone.all:
        yield f"<p>{memo.none_alone(text)}</p>"
    if counts := memo.passages_alone(text):
        yield f"<p>Passages: {counts}.</p>"
    yield from _list(_alone(memo, passage) for passage in memo.alone.shown)
    yield from (*_and_more(memo.alone.rest), "</section>")


def _alone(memo: Memo, passage: Passage, *, whole: bool = False) -> str:
    cited = _source(memo, memo.comparison.article(passage.article))
    return f"{_quote(memo, passage, whole=whole)} – <cite>{cited}</cite>"


def sharing_table(memo: Memo) -> Iterator[str]:
    """How many statements each two sources have in common."""
    found = memo.sharing
    articles = memo.comparison.numbered
    if found.most < 1:
        return
    yield "<section>\n<h2>Who shares with whom</h2>\n<p>Statements that two sources have in common.</p>"
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


# -- notes, quotations ------------------------------------------------------------------


def _notes(memo: Memo, notes: Sequence[NotePart]) -> Iterator[str]:
    if not notes:
        return
    known = {article.id: article for article in memo.comparison.articles}
    yield f"<section>\n<h2>Notes ({len(notes)})</h2>"
    for note in notes:
        body = "\n".join(text(line) for line in sanitize(without_word_breaks(note.body)).splitlines())
        yield f'<div class="note">\n<p class="body">{body}</p>\n<ul>'
        for target in note.targets:
            place = _source(memo, known[target.article]) if target.article in known else text(target.article)
            yield f"<li><q>{text(target.exact)}</q> – <cite>{place}</cite></li>"
        for orphan in note.orphans:
            yield f"<li><q>{text(orphan.exact)}</q> – {text(orphan.article)}; no longer in the text</li>"
        yield "</ul>\n</div>" if note.targets or note.orphans else "<li>on the event</li></ul>\n</div>"
    yield "</section>"


def _quotations(memo: Memo) -> Iterator[str]:
    found = memo.quotations
    if not found.all:
        return
    yield f"<section>\n<h2>Quotations in their versions ({len(found.all)})</h2>"
    yield from _list(_quotation(memo, detail) for detail in found.shown)
    yield from (*_and_more(found.rest), "</section>")


def _quotation(memo: Memo, detail: Detail, *, whole: bool = False) -> str:
    versions = []
    for one in wordings(memo.comparison, detail):
        article = one.articles[0]
        words = f"<span{language(article)}>{_pieces(memo, one.passage, whole=whole)}</span>"
        cited = ", ".join(_source(memo, article) for article in one.articles)
        versions.append(f"<li>{words} – <cite>{cited}</cite>{text(one.speaker)}</li>")
    return f'{text(speaker_of(detail))}<ul class="versions">{"".join(versions)}</ul>'


# -- the appendix ------------------------------------------------------------------------


def _appendix(memo: Memo) -> Iterator[str]:
    yield '<section class="appendix">\n<h2>Appendix</h2>'
    for title, lines in zip(APPENDED, _rest(memo), strict=True):
        if shown := list(lines):
            yield from (f"<h3>{title}</h3>", *shown)
    if memo.opinions is not None and any(len(one.lines) > memo.most_opinions for one in memo.opinions.groups):
        yield from _second_opinion(memo, sum(len(one.lines) for one in memo.opinions.groups))
    yield from _matrix(memo)
    yield from sharing_table(memo)
    for number, article in enumerate(memo.comparison.numbered, 1):
        yield f'<h3>{number} {text(article.label)}</h3>\n<p class="faint">{text(source(article))}</p>'
        for block in article.paragraphs:
            yield f"<p{language(article)}>{text(article.slice(block))}</p>"
    yield "</section>"


def _rest(memo: Memo) -> Iterator[Iterable[str]]:
    """What stands in no chapter before, in whole sentences."""
    yield _differences(memo, memo.not_judged.rest, whole=True)
    yield _differences(memo, memo.brief.dismissed, whole=True)
    yield _list(_correction(memo, *one) for one in memo.corrections.rest)
    yield _list(map(text, memo.in_no_take.rest))
    yield _list(_reported(memo, one, whole=True) for one in memo.reported.rest)
    yield _list(_alone(memo, one, whole=True) for one in memo.alone.rest)
    yield _list(_quotation(memo, one, whole=True) for one in memo.quotations.rest)
