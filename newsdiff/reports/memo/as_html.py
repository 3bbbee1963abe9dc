"""The memo as one HTML file: no script, no font, no network; for a screen and for paper.

Everything from articles and notes goes through `text`; a content-security policy forbids what could still
slip through, and allows one style sheet by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff import __version__
from newsdiff.brief.excerpt import excerpt
from newsdiff.brief.model import Passage, Reported, Version, WorthALook
from newsdiff.counting import number_of
from newsdiff.language.names import how_aligned
from newsdiff.model import Article, Comparison
from newsdiff.quotation_marks import quoted
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.html_text import language, linked, text
from newsdiff.reports.memo.content import (
    LONGEST_QUOTE,
    MOST_ALONE,
    MOST_NOT_JUDGED,
    MOST_QUOTATIONS,
    MOST_REPORTED,
    Memo,
    columns,
    memo_of,
    other_speaker,
    speaker_of,
)
from newsdiff.reports.memo.plots import timeline_svg
from newsdiff.reports.memo.style import STYLE
from newsdiff.sanitize import sanitize, without_word_breaks
from newsdiff.signs import CONFIRMED, DISMISSED, JUDGEMENTS, SIGNS, WORDS
from newsdiff.takes.wording import counted, countries, left_out, now

SIGN_WORDS: Final = {
    CONFIRMED: JUDGEMENTS["confirmed"],
    DISMISSED: JUDGEMENTS["dismissed"],
    **{SIGNS[standing]: words for standing, words in WORDS.items()},
}


def memo_to_html(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """One to two pages, then an appendix with the rest and the texts."""
    return "\n".join(_page(memo_of(comparison), notes or ())) + "\n"


def _page(memo: Memo, notes: Sequence[NotePart]) -> Iterator[str]:
    allowed = base64.b64encode(hashlib.sha256(STYLE.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    title = text(memo.title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>"
    counted = memo.counts() + (f", {number_of(len(notes), 'note')}" if notes else "")
    yield f"<p>{text(memo.facts())}. {text(counted)}.</p>"
    yield f'<p class="faint">Memo by newsdiff {__version__} at level {memo.comparison.level}. It says what '
    yield "stands where, not who is right; every quotation is verbatim, "
    yield "a number in brackets is the source.</p>"
    yield "</header>\n<main>"
    yield from _sources(memo)
    yield from differences_chapters(memo)
    yield from _matrix(memo)
    yield from agreed_chapters(memo)
    yield from _notes(memo, notes)
    yield from _quotations(memo)
    yield from _appendix(memo)
    yield "</main>\n</body>\n</html>"


def differences_chapters(memo: Memo) -> Iterator[str]:
    """The differences: also the first page of the full report."""
    yield from _confirmed(memo)
    yield from _not_judged(memo)
    yield from _second_opinion(memo)


def agreed_chapters(memo: Memo) -> Iterator[str]:
    """What is agreed and what only one has: also the first page of the full report."""
    yield from _takes(memo)
    yield from _agreed(memo)
    yield from _only_in_one(memo)
    yield from _sharing(memo)


def _wide(label: str) -> str:
    return f'<div class="wide" tabindex="0" role="region" aria-label="{text(label)}">'


def _sources(memo: Memo) -> Iterator[str]:
    yield f'<section>\n<h2>Sources</h2>\n{_wide("Sources")}<table>\n<thead><tr><th scope="col">#</th>'
    yield '<th scope="col">outlet</th><th scope="col">published</th><th scope="col">headline</th></tr>'
    yield "</thead>"
    yield "<tbody>"
    for number, article in enumerate(memo.comparison.numbered, 1):
        how = how_aligned(article)
        outlet = text(article.label) + (f" ({text(how)})" if how else "")
        yield f'<tr><td class="count">{number}</td><th scope="row">{outlet}</th>'
        yield f"<td>{text(when(article) or '–')}</td><td>{linked(article)}</td></tr>"
    yield "</tbody></table></div>\n</section>"


# -- differences --------------------------------------------------------------------


def _confirmed(memo: Memo) -> Iterator[str]:
    if memo.confirmed:
        yield f"<section>\n<h2>Differences confirmed by the reader ({len(memo.confirmed)})</h2>"
        yield from _differences(memo, memo.confirmed)
        yield "</section>"


def _not_judged(memo: Memo) -> Iterator[str]:
    found = memo.not_judged
    yield f"<section>\n<h2>Differences not yet judged ({len(found)})</h2>"
    if not found:
        none = "No differences found" if not memo.confirmed else "All differences found were judged"
        yield f"<p>{none} at level {memo.comparison.level}.</p>"
    yield from _differences(memo, found[:MOST_NOT_JUDGED])
    if len(found) > MOST_NOT_JUDGED:
        yield f"<p>And {len(found) - MOST_NOT_JUDGED} more, in the appendix.</p>"
    yield "</section>"


def _second_opinion(memo: Memo) -> Iterator[str]:
    chapter = memo.opinions
    if chapter is None:
        return
    yield f"<section>\n<h2>{text(chapter.heading)}</h2>\n<p>{text(chapter.about)}</p>"
    for group in chapter.groups:
        yield f"<h3>{text(group.heading)} ({len(group.lines)})</h3>\n<ul>"
        for line in group.lines:
            asked = f"<strong>{text(line.asked)}</strong> – " if line.asked else ""
            yield f"<li>{asked}{text(line.words)}"
            if line.quotations:
                yield '<ul class="versions">'
                for article, words in line.quotations:
                    cited = _source(memo, memo.comparison.article(article))
                    yield f"<li>{text(quoted(words))} – {cited}</li>"
                yield "</ul>"
            yield "</li>"
        yield "</ul>"
    yield "</section>"


def _differences(memo: Memo, lines: Sequence[WorthALook]) -> Iterator[str]:
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
            yield f"<li>{_version(memo, line, version)}</li>"
        yield "</ul>"
        found = next((one for one in memo.timelines if one.detail == line.detail), None)
        if found is not None:
            yield from timeline_svg(memo, found, text)
        yield "</li>"
    yield "</ul>"


def _version(memo: Memo, line: WorthALook, version: Version) -> str:
    words = _quote(memo, version.passages[0]) if line.of_sentences else f"<b>{text(version.words)}</b>"
    cited = ", ".join(
        _source(memo, article) + (f" {text(when(article))}" if line.dated and article.published else "")
        for article in memo.sources(version)
    )
    return f"{words} – <cite>{cited}</cite>"


def _quote(memo: Memo, passage: Passage) -> str:
    """The sentence in quotation marks with the words in bold that the other version has not."""
    article = memo.comparison.article(passage.article)
    low, high = excerpt(article.text, passage, LONGEST_QUOTE)
    shown, at = [], low
    for start, end in sorted(passage.lit):
        start, end = max(start, at), min(end, high)
        if start < end:
            shown += [_inner(article.text[at:start]), f"<b>{_inner(article.text[start:end])}</b>"]
            at = end
    shown.append(_inner(article.text[at:high]))
    before = "…" if low > passage.sentence[0] else ""
    after = "…" if high < passage.sentence[1] else ""
    return f"<q{language(article)}>{before}{''.join(shown)}{after}</q>"


def _inner(words: str) -> str:
    """Words out of a sentence: a blank at an end stays one."""
    if not words.strip():
        return " " if words else ""
    return f"{' ' * words[0].isspace()}{text(words)}{' ' * words[-1].isspace()}"


def _source(memo: Memo, article: Article) -> str:
    return f"{text(article.label)} [{memo.comparison.number(article.id)}]"


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
        cited = ", ".join(_source(memo, memo.comparison.article(one)) for one in take.articles)
        facts = "; ".join(filter(None, (counted(take), countries(take), now(found, take))))
        yield f"<li><b>{text(take.label)}</b> – <cite>{cited}</cite> ({text(facts)})</li>"
    for other in found.others:
        yield f"<li>{text(left_out(memo.comparison, found, other))}</li>"
    yield "</ul>\n</section>"


def _agreed(memo: Memo) -> Iterator[str]:
    found = memo.brief.most_reported
    yield f"<section>\n<h2>Most reported ({len(found)})</h2>"
    if not found:
        yield "<p>No sentence was found that two outlets report.</p>"
    yield from _reported(memo, found[:MOST_REPORTED])
    if len(found) > MOST_REPORTED:
        yield f"<p>And {len(found) - MOST_REPORTED} more, in the appendix.</p>"
    yield "</section>"


def _reported(memo: Memo, lines: Sequence[Reported]) -> Iterator[str]:
    if not lines:
        return
    yield "<ul>"
    for line in lines:
        first = _source(memo, memo.comparison.article(line.passage.article))
        also = ", ".join(_source(memo, memo.comparison.article(one.article)) for one in line.also)
        quote = _quote(memo, line.passage)
        if line.versions:
            values = "; ".join(
                f"<b>{text(one.words)}</b> {', '.join(_source(memo, a) for a in memo.sources(one))}"
                for one in line.versions
            )
            yield f"<li>{memo.shared_in(line)}: {values} – {quote} <cite>{first}</cite></li>"
        else:
            yield f"<li>{memo.shared_in(line)}: {quote} – <cite>{first}, also in {also}</cite></li>"
    yield "</ul>"


def _only_in_one(memo: Memo) -> Iterator[str]:
    yield "<section>\n<h2>Only in one</h2>"
    if not memo.alone():
        yield "<p>Nothing was found that only one outlet has.</p>"
    for alone in memo.alone():
        article = memo.comparison.article(alone.article)
        yield f"<h3>{_source(memo, article)}: {number_of(len(alone.passages), 'passage')}</h3>\n<ul>"
        yield from (f"<li>{_quote(memo, passage)}</li>" for passage in alone.passages[:MOST_ALONE])
        yield "</ul>"
    yield "</section>"


def _sharing(memo: Memo) -> Iterator[str]:
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
    if not found:
        return
    yield f"<section>\n<h2>Quotations in their versions ({len(found)})</h2>"
    for detail in found[:MOST_QUOTATIONS]:
        yield f"<h3>{text(speaker_of(detail))}</h3>\n<ul>"
        for value in detail.values:
            for mention in {one.article: one for one in reversed(value.mentions)}.values():
                article = memo.comparison.article(mention.article)
                words = f"<span{language(article)}>{text(mention.text)}</span>"
                said = text(other_speaker(detail, mention))
                yield f"<li>{words} – <cite>{_source(memo, article)}</cite>{said}</li>"
        yield "</ul>"
    if len(found) > MOST_QUOTATIONS:
        yield f"<p>And {len(found) - MOST_QUOTATIONS} more in the full report.</p>"
    yield "</section>"


# -- the appendix ------------------------------------------------------------------------


def _appendix(memo: Memo) -> Iterator[str]:
    yield '<section class="appendix">\n<h2>Appendix</h2>'
    chapters = (
        ("More that is worth a look", memo.not_judged[MOST_NOT_JUDGED:]),
        ("Dismissed by the reader", memo.brief.dismissed),
    )
    for title, lines in chapters:
        if lines:
            yield f"<h3>{title}</h3>"
            yield from _differences(memo, lines)
    if more := memo.brief.most_reported[MOST_REPORTED:]:
        yield "<h3>More that several report</h3>"
        yield from _reported(memo, more)
    for number, article in enumerate(memo.comparison.numbered, 1):
        yield f'<h3>{number} {text(article.label)}</h3>\n<p class="faint">{text(source(article))}</p>'
        for block in article.paragraphs:
            yield f"<p{language(article)}>{text(article.slice(block))}</p>"
    yield "</section>"
