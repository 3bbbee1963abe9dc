"""The report as Markdown that reads well in any viewer and as plain text.

Each source is described once, under a number; everything below cites it by outlet and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff import __version__
from newsdiff.counting import number_of
from newsdiff.language.names import how_aligned
from newsdiff.model import Article, Comparison, Detail, DetailValue, Standing
from newsdiff.opinion.wording import in_full
from newsdiff.quotation_marks import quoted
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.markdown_text import (
    block_of_markdown,
    escape,
    escape_line,
    in_its_sentence,
)
from newsdiff.reports.memo.as_markdown import MarkdownMemo
from newsdiff.reports.memo.content import memo_of
from newsdiff.reports.memo.lines import other_speaker
from newsdiff.reports.statement_text import Words, versions, worth_a_look
from newsdiff.reports.summary import (
    HEADINGS,
    NO_MATCH,
    in_all_outlets,
    nothing_found,
    of_how_many_texts,
    share_unmatched,
    summary,
    utterances,
    where_else,
)
from newsdiff.sanitize import one_line
from newsdiff.shortened import shortened
from newsdiff.signs import JUDGEMENTS, SIGNS

LONGEST_CELL = 90
"""Code points of a value in a table; the whole of it stands below."""


def to_markdown(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """The whole comparison: summary, sources, notes, what is worth a look, differences, variants, quotations,
    what is shared, what is unmatched, and the rows that several outlets report."""
    parts = _parts(comparison, notes or ())
    return "\n".join(line.rstrip() for part in parts for line in part).rstrip("\n") + "\n"


def _parts(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[Iterator[str]]:
    yield _opening(comparison, len(notes))
    yield _brief(comparison)
    yield _sources(comparison)
    if notes:
        yield _notes(comparison, notes)
    if comparison.statements:
        yield _worth_a_look(comparison)
    yield _differences(comparison, "differs")
    yield _differences(comparison, "may-differ")
    yield _variants(comparison)
    yield _quotations(comparison)
    yield _shared(comparison, "shared", "Shared")
    yield _shared(comparison, "may-share", "Perhaps shared, or of two matters")
    yield _unmatched(comparison)
    yield _side_by_side(comparison)


def _opening(comparison: Comparison, notes: int) -> Iterator[str]:
    yield f"# {escape(comparison.title or 'One event, several outlets')}"
    yield ""
    yield (
        f"Compared by newsdiff {__version__} at level {comparison.level}, in the order of "
        f"{escape(comparison.article(comparison.base).label)}. It says what stands where, not who is right."
    )
    yield from ("", "## Summary", "")
    for line in summary(comparison, notes):
        yield f"- {escape(line)}"
    yield ""


def _brief(comparison: Comparison) -> Iterator[str]:
    """The first pages; what they count as below stands where the outlets differ, and unmatched."""
    yield from ("## In brief", "")
    yield from MarkdownMemo(memo_of(comparison, full=True), "###").brief_chapters()


def _sources(comparison: Comparison) -> Iterator[str]:
    yield from ("## Sources", "")
    yield "| # | outlet | published | headline | words | unmatched |"
    yield "|---:|---|---|---|---:|---:|"
    for number, article in enumerate(comparison.numbered, 1):
        words = sum(len(article.slice(block).split()) for block in article.paragraphs)
        share = f"{share_unmatched(comparison, article.id):.0%}" if article.paragraphs else "–"
        title = escape(article.title or "–")
        can_be_linked = article.url and re.fullmatch(r"https?://[^\s<>|\\]+", article.url)
        headline = f"[{title}](<{article.url}>)" if can_be_linked else title
        cells = [escape(article.label), escape(when(article) or "–"), headline, f"{words:,}", share]
        yield f"| {number} | {' | '.join(cells)} |"
    yield ""
    remarks = [(article, remark) for article in comparison.numbered for remark in article.remarks]
    for article, remark in remarks:
        yield f"- {_cited(comparison, article)}: {escape(remark)}"
    if remarks:
        yield ""


def _cited(comparison: Comparison, article: Article) -> str:
    """``TIME [1]``: the outlet, and the number of the source in the table."""
    return f"{escape(article.label)} [{comparison.number(article.id)}]"


def _labels(articles: Sequence[Article]) -> str:
    return escape(", ".join(article.label for article in articles))


def _notes(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[str]:
    yield from (f"## Notes ({len(notes)})", "")
    for note in notes:
        tags = "".join(f" #{tag}" for tag in note.tags)
        yield f"### {escape(note.created)} · {note.state}{escape(tags)}"
        yield ""
        yield from block_of_markdown(note.body)
        yield ""
        for target in note.targets:
            yield f"- {_citation(comparison, target.article, target.exact)}"
        for orphan in note.orphans:
            yield f"- {_citation(comparison, orphan.article, orphan.exact)}; no longer in the text"
        if note.targets or note.orphans:
            yield ""


def _citation(comparison: Comparison, article: str, words: str) -> str:
    """The words with outlet, title, date and address: a note may be pasted without the rest."""
    known = {one.id: one for one in comparison.articles}
    place = source(known[article]) if article in known else article
    return f"{escape(quoted(words))} ({escape(place)})"


def _worth_a_look(comparison: Comparison) -> Iterator[str]:
    yield from (f"## Worth a look ({len(comparison.statements)})", "")
    yield "Sentences that may report one matter, likely to differ first; words that no other has are bold."
    yield ""
    shown = worth_a_look(comparison)
    signs = {detail.id: f"{SIGNS[detail.standing]} {escape(detail.label)}" for detail in comparison.details}
    for statement in shown:
        outlets = _labels([*map(comparison.article, statement.reported_by)])
        yield f"### {statement.rank} · {outlets}{of_how_many_texts(statement)}"
        yield ""
        for article, words in versions(comparison, statement):
            yield f"- {_cited(comparison, article)}: {_with_bold(article, words)}"
        details = [signs[detail] for detail in statement.details if detail in signs]
        if details:
            yield f"- {'; '.join(details)}"
        if statement.opinion is not None:
            yield f"- {escape(in_full(comparison, statement.opinion))}"
        yield ""
    if more := len(comparison.statements) - len(shown):
        yield from (f"And {number_of(more, 'more statement')}: the JSON report has all.", "")


def _with_bold(article: Article, pieces: Sequence[Words]) -> str:
    """A sentence with the words in bold that no other version has."""
    shown = []
    for piece in pieces:
        words = article.text[piece.start : piece.end]
        inner = words.strip()
        if not piece.differ or not inner:
            shown.append(escape(words) if inner else " ")
            continue
        blank_before, blank_after = words[:1].isspace(), words[-1:].isspace()
        shown.append(f"{' ' * blank_before}**{escape(inner)}**{' ' * blank_after}")
    return "".join(shown).strip()


def _differences(comparison: Comparison, standing: Standing) -> Iterator[str]:
    details = [detail for detail in comparison.details if detail.standing == standing]
    yield from _heading(HEADINGS[standing], details, nothing_found(comparison, standing))
    yield from _table(comparison, details)
    for detail in details:
        yield f"### {SIGNS[standing]} {escape(detail.label)}"
        yield ""
        for value in detail.values:
            yield f"- **{escape(value.value)}**"
            for cited, more in _sentences(comparison, value):
                yield f"  - {cited}" + (f" (and {more} more)" if more else "")
        yield from _closing(comparison, detail)


def _variants(comparison: Comparison) -> Iterator[str]:
    """Quotations have a chapter of their own."""
    details = [one for one in comparison.details if one.standing == "variant" and one.kind != "quote"]
    yield from _heading(
        "The same thing, spelled or put differently", details, nothing_found(comparison, "variant")
    )
    yield from _table(comparison, details)
    for detail in details:
        yield f"### {SIGNS['variant']} {escape(detail.label)}"
        yield ""
        for value in detail.values:
            (cited, _), *others = _sentences(comparison, value)
            also = f" (and {number_of(len(others), 'other article')})" if others else ""
            yield f"- **{escape(value.value)}** – {cited}{also}"
        yield from _closing(comparison, detail)


def _heading(title: str, details: Sequence[Detail], nothing: str) -> Iterator[str]:
    yield from (f"## {title} ({len(details)})", "")
    if not details:
        yield from (nothing, "")


def _table(comparison: Comparison, details: Sequence[Detail]) -> Iterator[str]:
    """Each detail at a glance; its name stands in its first line only."""
    if not details:
        return
    yield "| what | value | reported by |"
    yield "|---|---|---|"
    for detail in details:
        name = f"{SIGNS[detail.standing]} {escape(shortened(one_line(detail.label), LONGEST_CELL))}"
        for value in detail.values:
            outlets = _labels([*map(comparison.article, value.reported_by)]) + of_how_many_texts(value)
            cells = [escape(shortened(one_line(value.value), LONGEST_CELL)), outlets]
            yield f"| {name} | {' | '.join(cells)} |"
            name = ""
    yield ""


def _sentences(comparison: Comparison, value: DetailValue) -> list[tuple[str, int]]:
    """One verbatim sentence of each article that reports the value, best one with its very words, and how
    many more mentions the article has."""
    found = []
    for article_id in value.reported_by:
        mentions = [mention for mention in value.mentions if mention.article == article_id]
        shown = next((one for one in mentions if one_line(one.text) == one_line(value.value)), mentions[0])
        sentence = in_its_sentence(comparison.annotation(article_id), shown)
        found.append((f"{_cited(comparison, comparison.article(article_id))}: {sentence}", len(mentions) - 1))
    return found


def _closing(comparison: Comparison, detail: Detail) -> Iterator[str]:
    yield from (f"- {escape(line)}" for line in where_else(comparison, detail))
    if detail.judgement:
        yield f"- {JUDGEMENTS[detail.judgement]}"
    if detail.opinion is not None:
        yield f"- {escape(in_full(comparison, detail.opinion))}"
    why = f"why: {escape(detail.because)} (confidence" if detail.because else "(confidence"
    yield f"- {why} {detail.confidence:.2f})"
    yield ""


def _quotations(comparison: Comparison) -> Iterator[str]:
    found = utterances(comparison)
    yield from (f"## Quotations in several outlets ({len(found)})", "")
    for detail in found:
        yield f"### {SIGNS[detail.standing]} {escape(detail.label)}"
        yield ""
        for value in detail.values:
            for mention in {one.article: one for one in reversed(value.mentions)}.values():
                article = comparison.article(mention.article)
                speaker = escape(other_speaker(detail, mention))
                yield f"- {escape(quoted(mention.text))} – {_cited(comparison, article)}{speaker}"
        yield ""


def _shared(comparison: Comparison, standing: Standing, heading: str) -> Iterator[str]:
    """Grouped by who reports it: so no list of outlets is read twice."""
    details = [detail for detail in comparison.details if detail.standing == standing]
    groups: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for detail in sorted(details, key=lambda one: -len(one.reported_by)):
        own = of_how_many_texts(detail)
        groups.setdefault((detail.reported_by, own), []).append(_reported_alike(detail))
    yield from (f"## {heading} ({len(details)})", "")
    for (reported_by, own), shared in groups.items():
        outlets = _labels([comparison.article(one) for one in reported_by])
        yield f"- {SIGNS[standing]} **{outlets}**{own}: {'; '.join(shared)}"
    yield ""


def _reported_alike(detail: Detail) -> str:
    """What is reported, and with what value, where that is not the same."""
    values = list(dict.fromkeys(one_line(value.value) for value in detail.values))
    if values == [one_line(detail.label)] or detail.kind == "quote":
        return escape(detail.label)
    return f"{escape(detail.label)} ({escape(' / '.join(values))})"


def _unmatched(comparison: Comparison) -> Iterator[str]:
    yield from ("## Unmatched paragraphs", "", NO_MATCH, "")
    without = []
    for article in comparison.numbered:
        details = [d for d in comparison.details if d.relation == "only" and d.reported_by == (article.id,)]
        paragraphs = comparison.unmatched[article.id]
        if not paragraphs and not details:
            without.append(article)
            continue
        counts = f"{number_of(len(paragraphs), 'paragraph')}, {number_of(len(details), 'detail')}"
        yield f"### {escape(article.label)} ({counts})"
        yield ""
        if details:
            names = dict.fromkeys(one_line(value.value) for detail in details for value in detail.values)
            yield f"Details only here: {escape('; '.join(names))}"
            yield ""
        for paragraph in paragraphs:
            yield f"- {escape_line(article.slice(paragraph))}"
        if paragraphs:
            yield ""
    if without:
        yield from (f"None, and no detail only here: {_labels(without)}", "")


def _side_by_side(comparison: Comparison) -> Iterator[str]:
    """The rows but those that stand whole in the chapter above."""
    unmatched = {block.id for blocks in comparison.unmatched.values() for block in blocks}
    numbered = enumerate(comparison.rows, 1)
    together = [(n, row) for n, row in numbered if not unmatched.issuperset(row.paragraphs)]
    yield from (f"## Side by side ({len(together)} of {len(comparison.rows)} rows)", "")
    for number, row in together:
        outlets = _labels([comparison.article(one) for one in row.reported_by])
        yield f"### Row {number} · reported by {'all' if in_all_outlets(comparison, row) else outlets}"
        yield ""
        for paragraph in row.paragraphs:
            article, block = comparison.blocks[paragraph]
            how = f" ({escape(how_aligned(article))})" if article.original else ""
            yield f"- **{escape(article.label)}**{how} {escape(article.slice(block))}"
        yield ""
