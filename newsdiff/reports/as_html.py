"""The report as one HTML file that needs nothing else: no script, no picture, no font, no network.

Everything from articles and notes goes through `text`; a content-security policy forbids whatever could
still slip through, and allows exactly one style sheet, by its hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff import __version__
from newsdiff.brief.passages import sentence_span
from newsdiff.counting import number_of
from newsdiff.language.names import how_aligned
from newsdiff.model import Article, Block, Comparison, Detail, DetailValue, Opinion, Row, Standing
from newsdiff.opinion.wording import in_full
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.html_style import style
from newsdiff.reports.html_text import language, linked, page_head, spaced, text
from newsdiff.reports.marked_text import Marks, Piece
from newsdiff.reports.memo.as_html import HtmlMemo
from newsdiff.reports.memo.content import memo_of
from newsdiff.reports.statement_text import Words, versions, worth_a_look
from newsdiff.reports.summary import (
    HEADINGS,
    NO_MATCH,
    in_all_outlets,
    nothing_found,
    of_how_many_texts,
    summary,
    utterances,
    where_else,
)
from newsdiff.sanitize import one_line, sanitize, without_word_breaks
from newsdiff.signs import JUDGEMENTS, SIGNS, WORDS

CHAPTERS: Final[dict[Standing, str]] = {
    "differs": "Where they differ",
    "may-differ": "Where they may differ",
    "variant": "Spelled differently",
}
"""The chapters of details with several values, and what the list of chapters calls them."""


def to_html(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """The whole comparison: sources, summary, what is worth a look, what differs, quotations, what is
    unmatched, notes, side by side."""
    return "\n".join(_page(comparison, notes or ())) + "\n"


def _page(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[str]:
    title = comparison.title or "One event, several outlets"
    yield from page_head(title, style(len(comparison.articles)))
    yield from _opening(comparison, notes)
    yield "</header>\n<main>"
    yield from _brief(comparison)
    yield from _sources(comparison)
    if comparison.statements:
        yield from _worth_a_look(comparison)
    for standing in CHAPTERS:
        yield from _details(comparison, standing)
    yield from _quotations(comparison)
    yield from _unmatched(comparison)
    if notes:
        yield from _notes(comparison, notes)
    yield from _side_by_side(comparison, notes)
    yield "</main>\n</body>\n</html>"


def _opening(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[str]:
    base = text(comparison.article(comparison.base).label)
    yield f"<p>Rows follow {base}. Compared by newsdiff {__version__} at level {comparison.level}; "
    yield "it says what stands where, not who is right.</p>\n<ul>"
    for line in summary(comparison, len(notes)):
        yield f"<li>{text(line)}</li>"
    yield '</ul>\n<nav aria-label="Chapters"><p>'
    chapters: dict[str, str] = {"brief": "In brief", "sources": "Sources"}
    chapters |= {"look": "Worth a look"} if comparison.statements else {}
    chapters.update(CHAPTERS.items())
    chapters |= {"quotations": "Quotations", "unmatched": "Unmatched paragraphs"}
    chapters |= {"notes": "Notes"} if notes else {}
    chapters |= {"rows": "Side by side"}
    yield " · ".join(f'<a href="#{name}">{words}</a>' for name, words in chapters.items())
    yield "</p></nav>"


def _brief(comparison: Comparison) -> Iterator[str]:
    """The first pages; what they count as below stands where the outlets differ, and unmatched."""
    memo = HtmlMemo(memo_of(comparison, full=True))
    yield '<div id="brief">'
    yield from memo.differences_chapters()
    yield from memo.agreed_chapters()
    yield from memo.sharing_table()
    yield "</div>"


def _sources(comparison: Comparison) -> Iterator[str]:
    yield '<section id="sources">\n<h2>Sources</h2>'
    yield '<div class="wide" tabindex="0" role="region" aria-label="Sources">\n<table>\n<thead><tr>'
    yield '<th scope="col">outlet</th><th scope="col">date</th><th scope="col">headline</th>'
    yield '<th scope="col">words</th><th scope="col">file or address</th></tr></thead>\n<tbody>'
    for article in comparison.numbered:
        words = sum(len(article.slice(block).split()) for block in article.paragraphs)
        yield f'<tr id="{_id("a", article.id)}"><th scope="row">{text(article.label)}</th>'
        yield f"<td>{text(when(article) or '–')}</td><td>{linked(article)}</td><td>{words:,}</td>"
        yield f"<td>{text(article.url or article.source)}</td></tr>"
    yield "</tbody>\n</table>\n</div>"
    remarks = [(article, remark) for article in comparison.numbered for remark in article.remarks]
    if remarks:
        yield "<ul>"
        yield from (f"<li>{text(article.label)}: {text(remark)}</li>" for article, remark in remarks)
        yield "</ul>"
    yield "</section>"


def _worth_a_look(comparison: Comparison) -> Iterator[str]:
    shown = worth_a_look(comparison)
    yield f'<section id="look">\n<h2>Worth a look ({len(comparison.statements)})</h2>'
    yield "<p>What may be one matter in several articles, most likely to differ first. Words with a line "
    yield "below stand in the place of other words, words with dots below in one version only.</p>"
    details = {detail.id: detail for detail in comparison.details}
    for statement in shown:
        outlets = ", ".join(comparison.article(one).label for one in statement.reported_by)
        yield f"<div>\n<h3>{statement.rank} · {text(outlets)}{of_how_many_texts(statement)}</h3>"
        for article, words in versions(comparison, statement):
            sentence = "".join(_aligned(article, piece) for piece in words)
            yield f"<blockquote><p{language(article)}>{sentence}</p>"
            yield f"<cite>{text(source(article))}</cite></blockquote>"
        for found in (details[one] for one in statement.details if one in details):
            yield f"<p>{_sign(found)} {text(found.label)}</p>"
        yield from _second_opinion(comparison, statement.opinion)
        yield "</div>"
    if more := len(comparison.statements) - len(shown):
        yield f"<p>And {number_of(more, 'more statement')}: the JSON report has all.</p>"
    yield "</section>"


def _aligned(article: Article, piece: Words) -> str:
    """Words of a version, set off where no other version has the same."""
    words = spaced(article.text[piece.start : piece.end])
    return f'<b class="{piece.status}">{words}</b>' if piece.differ and words.strip() else words


def _details(comparison: Comparison, standing: Standing) -> Iterator[str]:
    found = [detail for detail in comparison.details if detail.standing == standing]
    yield f'<section id="{standing}">\n<h2>{HEADINGS[standing]} ({len(found)})</h2>'
    if not found:
        yield f"<p>{nothing_found(comparison, standing)}</p>"
    for detail in found:
        yield f'<div id="{_id("d", detail.id)}">\n<h3>{_sign(detail)} {text(detail.label)}</h3>'
        for value in detail.values:
            own = of_how_many_texts(value)
            yield f"<p><strong>{text(value.value)}</strong>{own}</p>"
            yield from _quotes(comparison, value)
        yield from (f'<p class="faint">{text(line)}</p>' for line in where_else(comparison, detail))
        if detail.judgement:
            yield f"<p><strong>{JUDGEMENTS[detail.judgement]}</strong></p>"
        yield from _second_opinion(comparison, detail.opinion)
        why = f"Why: {text(detail.because)} " if detail.because else ""
        yield f'<p class="faint">{why}(confidence {detail.confidence:.2f})</p>\n</div>'
    yield "</section>"


def _second_opinion(comparison: Comparison, opinion: Opinion | None) -> Iterator[str]:
    if opinion is not None:
        yield f"<p>{text(in_full(comparison, opinion))}</p>"


def _quotes(comparison: Comparison, value: DetailValue) -> Iterator[str]:
    first = {mention.article: mention for mention in reversed(value.mentions)}
    for article_id in value.reported_by:
        item, mention = comparison.annotation(article_id), first[article_id]
        start, end = sentence_span(item, mention)
        before, inside, after = (
            spaced(item.article.text[a:b])
            for a, b in ((start, mention.start), (mention.start, mention.end), (mention.end, end))
        )
        yield f"<blockquote><p{language(item.article)}>“{before}<b>{inside}</b>{after}”</p>"
        yield f"<cite>{text(source(item.article))}</cite></blockquote>"


def _quotations(comparison: Comparison) -> Iterator[str]:
    found = utterances(comparison)
    yield f'<section id="quotations">\n<h2>Quotations in several outlets ({len(found)})</h2>'
    for detail in found:
        yield f"<div>\n<h3>{_sign(detail)} {text(detail.label)}</h3>"
        for value in detail.values:
            yield from _quotes(comparison, value)
        yield "</div>"
    yield "</section>"


def _unmatched(comparison: Comparison) -> Iterator[str]:
    yield f'<section id="unmatched">\n<h2>Unmatched paragraphs</h2>\n<p>{NO_MATCH}</p>'
    for article in comparison.numbered:
        details = [
            one for one in comparison.details if one.relation == "only" and one.reported_by == (article.id,)
        ]
        unmatched = comparison.unmatched[article.id]
        counts = f"{len(unmatched)} paragraphs, {len(details)} details only here"
        yield f"<h3>{text(article.label)}: {counts}</h3>\n<ul>"
        for paragraph in unmatched:
            yield f"<li{language(article)}>{text(article.slice(paragraph))}</li>"
        yield "</ul>"
        if details:
            names = dict.fromkeys(one_line(value.value) for detail in details for value in detail.values)
            yield f"<p>+ Details only here: {text('; '.join(names))}</p>"
    yield "</section>"


def _notes(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[str]:
    articles = {article.id: article for article in comparison.articles}
    yield f'<section id="notes">\n<h2>Notes ({len(notes)})</h2>'
    for number, note in enumerate(notes, 1):
        tags = " ".join(f"#{tag}" for tag in note.tags)
        about = " · ".join(part for part in (note.created, note.state, tags) if part)
        yield f'<div class="note" id="n{number}">\n<h3>✎ {number} · {text(about)}</h3>'
        for target in note.targets:
            place = source(articles[target.article]) if target.article in articles else target.article
            yield f"<blockquote><p>“{text(target.exact)}”</p><cite>{text(place)}</cite></blockquote>"
        for orphan in note.orphans:
            place = source(articles[orphan.article]) if orphan.article in articles else orphan.article
            yield f"<blockquote><p>“{text(orphan.exact)}”</p>"
            yield f"<cite>{text(place)}; no longer in the text</cite></blockquote>"
        body = "\n".join(text(line) for line in sanitize(without_word_breaks(note.body)).splitlines())
        yield f'<p class="body">{body}</p>\n</div>'
    yield "</section>"


def _side_by_side(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[str]:
    marks = Marks(comparison, notes)
    yield f'<section id="rows">\n<h2>Side by side ({len(comparison.rows)} rows)</h2>'
    legend = "   ".join(f'<mark class="{one}">{SIGNS[one]} {words}</mark>' for one, words in WORDS.items())
    yield f"<p>{legend}</p>"
    yield '<div class="rows" tabindex="0" role="region" aria-label="The articles side by side">'
    for number, row in enumerate(comparison.rows, 1):
        outlets = ", ".join(comparison.article(one).label for one in row.reported_by)
        who = "all" if in_all_outlets(comparison, row) else outlets
        yield f'<section class="row">\n<h3>Row {number} · reported by {text(who)}</h3>\n<div class="cells">'
        for article in comparison.numbered:
            yield _cell(comparison, article, row, marks)
        yield "</div>\n</section>"
    yield "</div>\n</section>"


def _cell(comparison: Comparison, article: Article, row: Row, marks: Marks) -> str:
    blocks = [comparison.blocks[one] for one in row.paragraphs]
    own = [block for of, block in blocks if of.id == article.id]
    how = how_aligned(article)
    who = f'<div class="who">{text(article.label)}{" – " + text(how) if how else ""}</div>'
    if not own:
        return f'<div class="cell empty">{who}<p class="faint">–</p></div>'
    opening = f"<p{language(article)}>"
    paragraphs = "".join(
        f"{opening}{''.join(_piece(article, one) for one in marks.pieces(article.id, block))}</p>"
        for block in own
    )
    return f'<div class="cell">{who}{paragraphs}{_original(article, own)}</div>'


def _original(article: Article, blocks: Sequence[Block]) -> str:
    """What a translated article says in its own words, folded away."""
    if article.original is None:
        return ""
    own = {block.id: block for block in article.original.blocks}
    opening = f"<p{language(article.original)}>"
    words = "".join(f"{opening}{text(article.original.slice(own[block.id]))}</p>" for block in blocks)
    return f"<details><summary>original</summary>{words}</details>"


def _piece(article: Article, piece: Piece) -> str:
    words = spaced(article.text[piece.start : piece.end])
    noted = "".join(f'<a class="noted" href="#n{n}" aria-label="note {n}">✎{n}</a>' for n in piece.notes)
    if piece.detail is None or not words.strip():
        return noted + words
    blank, words = " " * words.startswith(" "), words.removeprefix(" ")
    if piece.detail.standing in CHAPTERS:
        words = f'<a href="#{_id("d", piece.detail.id)}">{words}</a>'
    sign = f'<span class="sign">{SIGNS[piece.detail.standing]}</span>' if piece.opens else ""
    return f'{noted}{blank}<mark class="{piece.detail.standing}">{sign}{words}</mark>'


def _sign(detail: Detail) -> str:
    return f'<mark class="{detail.standing}">{SIGNS[detail.standing]}</mark>'


def _id(kind: str, name: str) -> str:
    """An id for an anchor: letters, digits and dashes, different for different names."""
    return f"{kind}-{re.sub(r'[^A-Za-z0-9]', lambda found: f'-{ord(found.group()):x}-', name)}"
