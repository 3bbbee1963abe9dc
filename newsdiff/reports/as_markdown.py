"""The report as Markdown that reads well in any viewer and as plain text.

Everything from articles and notes is escaped: it shows up as text, never as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff import __version__
from newsdiff.harmless import harmless, one_line
from newsdiff.model import Annotated, Comparison, Detail, DetailValue, Mention
from newsdiff.reports.citations import sentence_span, source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.summary import HEADINGS, SIGNS, of_how_many_texts, summary, utterances

_ONLY = r"\+"
_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~&$])")
_LINE_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def to_markdown(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """The whole comparison: summary, sources, differences, variants, quotations, what is shared, only here,
    notes, rows."""
    return "\n".join(line.rstrip() for part in _parts(comparison, notes or ()) for line in part) + "\n"


def _parts(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[Iterator[str]]:
    yield _opening(comparison)
    yield _summary(comparison, len(notes))
    yield _sources(comparison)
    yield _chapter(comparison, "differs")
    yield _chapter(comparison, "variant")
    yield _quotations(comparison)
    yield _shared(comparison)
    yield _only_here(comparison)
    if notes:
        yield _notes(comparison, notes)
    yield _side_by_side(comparison)


def _opening(comparison: Comparison) -> Iterator[str]:
    yield f"# {escape(comparison.title or 'One event, several outlets')}"
    yield ""
    yield (
        f"Rows follow {escape(comparison.article(comparison.base).label)}. "
        f"Compared by newsdiff {__version__} at level {comparison.level}; it says what stands where, "
        "not who is right."
    )
    yield ""


def _summary(comparison: Comparison, notes: int) -> Iterator[str]:
    yield "## Summary"
    yield ""
    for line in summary(comparison, notes):
        yield f"- {escape(line)}"
    yield ""


def _sources(comparison: Comparison) -> Iterator[str]:
    yield "## Sources"
    yield ""
    yield "| outlet | date | headline | words | paragraphs | told nowhere else |"
    yield "|---|---|---|---:|---:|---:|"
    for article in comparison.articles:
        words = sum(len(article.slice(block).split()) for block in article.paragraphs)
        share = f"{comparison.share_told_alone(article.id):.0%}" if article.paragraphs else "–"
        title = escape(article.title or "–")
        headline = f"[{title}](<{article.url}>)" if _linkable(article.url) else title
        cells = [escape(article.label), escape(when(article) or "–"), headline, str(words)]
        yield f"| {' | '.join([*cells, str(len(article.paragraphs)), share])} |"
    yield ""


def _linkable(url: str | None) -> bool:
    return bool(url and re.fullmatch(r"https?://[^\s<>|\\]+", url))


def _chapter(comparison: Comparison, relation: str) -> Iterator[str]:
    details = [detail for detail in comparison.details if detail.relation == relation]
    yield f"## {HEADINGS[relation]} ({len(details)})"
    yield ""
    if not details:
        yield "Nothing found at this level."
        yield ""
    else:
        yield from _table(comparison, details)
    for detail in details:
        yield f"### {SIGNS[relation]} {escape(detail.label)}"
        yield ""
        for value in detail.values:
            yield from _value(comparison, value)
        silent = [article.label for article in comparison.silent(detail.told_by)]
        if silent:
            yield f"- says nothing of it: {escape(', '.join(silent))}"
        yield f"- why: {escape(detail.because)} (confidence {detail.confidence:.2f})"
        yield ""


def _table(comparison: Comparison, details: Sequence[Detail]) -> Iterator[str]:
    """What differs at a glance; the words themselves follow below it."""
    yield "| | what | value | told by |"
    yield "|---|---|---|---|"
    for detail in details:
        for value in detail.values:
            tellers = dict.fromkeys(comparison.article(one.article).label for one in value.mentions)
            cells = [escape(detail.label), escape(value.value), escape(", ".join(tellers))]
            cells[-1] += of_how_many_texts(value)
            yield f"| {SIGNS[detail.relation]} | {' | '.join(cells)} |"
    yield ""


def _quotations(comparison: Comparison) -> Iterator[str]:
    found = utterances(comparison)
    yield f"## Quotations in several outlets ({len(found)})"
    yield ""
    for detail in found:
        yield f"### {SIGNS[detail.relation]} {escape(detail.label)}"
        yield ""
        for value in detail.values:
            for mention in {one.article: one for one in reversed(value.mentions)}.values():
                article = comparison.article(mention.article)
                yield f"- {escape(mention.text)} ({escape(source(article))})"
        yield ""


def _value(comparison: Comparison, value: DetailValue) -> Iterator[str]:
    yield f"- **{escape(value.value)}**"
    seen = set()
    for mention in value.mentions:
        if mention.article in seen:
            continue
        seen.add(mention.article)
        article = comparison.article(mention.article)
        more = sum(other.article == mention.article for other in value.mentions) - 1
        again = f" (and {more} more)" if more else ""
        told = in_its_sentence(comparison.annotation(mention.article), mention)
        yield f"  - {told} ({escape(source(article))}){again}"


def in_its_sentence(item: Annotated, mention: Mention) -> str:
    """The mention's verbatim sentence, quoted, with the span itself in bold."""
    start, end = sentence_span(item, mention)
    text = item.article.text
    before = escape(text[start : mention.start]).lstrip()
    inside = escape(text[mention.start : mention.end])
    after = escape(text[mention.end : end]).rstrip()
    gap_before = "" if not before or not before.endswith(" ") else " "
    return f"“{before.rstrip()}{gap_before}**{inside.strip()}**{after}”"


def _shared(comparison: Comparison) -> Iterator[str]:
    details = [detail for detail in comparison.details if detail.relation == "shared"]
    yield f"## Shared ({len(details)})"
    yield ""
    for detail in sorted(details, key=lambda one: -len(one.told_by)):
        labels = ", ".join(comparison.article(one).label for one in detail.told_by)
        values = "; ".join(f"“{one_line(value.value)}”" for value in detail.values)
        own = of_how_many_texts(detail)
        yield f"- {SIGNS['shared']} {escape(detail.label)}: {escape(values)} ({escape(labels)}){own}"
    yield ""


def _only_here(comparison: Comparison) -> Iterator[str]:
    yield "## Only here"
    yield ""
    for article in comparison.articles:
        details = [d for d in comparison.details if d.relation == "only" and d.told_by == (article.id,)]
        paragraphs = comparison.told_alone[article.id]
        yield f"### {escape(article.label)} ({len(paragraphs)} paragraphs, {len(details)} details)"
        yield ""
        for paragraph in paragraphs:
            yield f"- {_ONLY} {escape(article.slice(paragraph))}"
        if details:
            names = dict.fromkeys(one_line(value.value) for detail in details for value in detail.values)
            yield f"- {_ONLY} details: {escape('; '.join(names))}"
        yield ""


def _notes(comparison: Comparison, notes: Sequence[NotePart]) -> Iterator[str]:
    yield f"## Notes ({len(notes)})"
    yield ""
    for note in notes:
        tags = "".join(f" #{tag}" for tag in note.tags)
        yield f"### {escape(note.created)} · {note.state}{escape(tags)}"
        yield ""
        for target in note.targets:
            yield f"> {_citation(comparison, target.article, target.exact)}"
            yield ">"
        for orphan in note.orphans:
            yield f"> {_citation(comparison, orphan.article, orphan.exact)}; no longer in the text"
            yield ">"
        for line in note.body.splitlines():
            yield escape_line(line)
        yield ""


def _citation(comparison: Comparison, article: str, words: str) -> str:
    known = {one.id: one for one in comparison.articles}
    place = source(known[article]) if article in known else article
    return f"“{escape(words)}” ({escape(place)})"


def _side_by_side(comparison: Comparison) -> Iterator[str]:
    yield f"## Side by side ({len(comparison.rows)} rows)"
    yield ""
    for number, row in enumerate(comparison.rows, 1):
        silent = ", ".join(article.label for article in comparison.silent(row.told_by))
        yield f"### Row {number} · " + (f"silent: {escape(silent)}" if silent else "told by all")
        yield ""
        for paragraph in row.paragraphs:
            article, block = comparison.blocks[paragraph]
            yield f"- **{escape(article.label)}** {escape(article.slice(block))}"
        yield ""


def escape(text: str) -> str:
    """`text` on one line, harmless, with everything that Markdown or HTML would act upon escaped."""
    blank_before, blank_after = text[:1].isspace(), text[-1:].isspace()
    line = _ACTIVE.sub(r"\\\1", harmless(" ".join(text.split())))
    return f"{' ' * blank_before}{line}{' ' * blank_after}"


def escape_line(text: str) -> str:
    """`text` escaped to stand at the start of a line, where "-", "+" and "1." would begin a list."""
    return _LINE_START.sub(_escape_start, escape(text.strip()))


def _escape_start(match: re.Match[str]) -> str:
    start = match.group(1)
    return f"{start}\\" if start.isdigit() else f"\\{start}"
