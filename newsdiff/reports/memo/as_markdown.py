"""The memo as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff import __version__
from newsdiff.brief.model import Reported, Version, WorthALook
from newsdiff.brief.timeline import Timeline
from newsdiff.counting import number_of
from newsdiff.language.names import how_aligned
from newsdiff.model import Article, Comparison
from newsdiff.quotation_marks import quoted
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.markdown_text import block_of_markdown, escape
from newsdiff.reports.memo.content import (
    MOST_ALONE,
    MOST_NOT_JUDGED,
    MOST_QUOTATIONS,
    MOST_REPORTED,
    Memo,
    memo_of,
    other_speaker,
    speaker_of,
)
from newsdiff.sanitize import one_line
from newsdiff.takes.wording import counted, countries, left_out, now


def memo_to_markdown(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """One to two pages, then an appendix with the rest and the texts."""
    memo = memo_of(comparison)
    parts = [
        _opening(memo, len(notes or ())),
        _sources(memo),
        brief_chapters(memo),
        _notes(memo, notes or ()),
        _quotations(memo),
        _appendix(memo),
    ]
    return "\n".join(line.rstrip() for part in parts for line in part).rstrip("\n") + "\n"


def _opening(memo: Memo, notes: int) -> Iterator[str]:
    yield from (f"# {escape(memo.title)}", "")
    yield f"{escape(memo.facts())}. {escape(memo.counts())}{_and_notes(notes)}."
    yield ""
    yield (
        f"Memo by newsdiff {__version__} at level {memo.comparison.level}. It says what stands where, "
        "not who is right; every quotation is verbatim, a number in brackets is the source."
    )
    yield ""


def _and_notes(notes: int) -> str:
    return f", {number_of(notes, 'note')}" if notes else ""


def _sources(memo: Memo) -> Iterator[str]:
    yield from ("## Sources", "", "| # | outlet | published | headline |", "|---:|---|---|---|")
    for number, article in enumerate(memo.comparison.numbered, 1):
        how = how_aligned(article)
        outlet = escape(article.label) + (f" ({escape(how)})" if how else "")
        title = escape(article.title or "–")
        yield f"| {number} | {outlet} | {escape(when(article) or '–')} | {title} |"
    yield ""


def brief_chapters(memo: Memo, heading: str = "##") -> Iterator[str]:
    """Differences, what is agreed, what only one has: also the first page of the full report."""
    chapters = (
        _confirmed(memo),
        _not_judged(memo),
        _second_opinion(memo),
        _takes(memo),
        _agreed(memo),
        _only_in_one(memo),
    )
    for chapter in chapters:
        yield from (line.replace("##", heading, 1) if line.startswith("## ") else line for line in chapter)


def _confirmed(memo: Memo) -> Iterator[str]:
    if not memo.confirmed:
        return
    yield from (f"## Differences confirmed by the reader ({len(memo.confirmed)})", "")
    for line in memo.confirmed:
        yield from _difference(memo, line)
    yield ""


def _not_judged(memo: Memo) -> Iterator[str]:
    found = memo.not_judged
    yield from (f"## Differences not yet judged ({len(found)})", "")
    if not found:
        none = "No differences found" if not memo.confirmed else "All differences found were judged"
        yield f"{none} at level {memo.comparison.level}."
    for line in found[:MOST_NOT_JUDGED]:
        yield from _difference(memo, line)
    if len(found) > MOST_NOT_JUDGED:
        yield f"- and {len(found) - MOST_NOT_JUDGED} more, in the appendix"
    yield ""


def _second_opinion(memo: Memo) -> Iterator[str]:
    chapter = memo.opinions
    if chapter is None:
        return
    yield from (f"## {escape(chapter.heading)}", "", escape(chapter.about), "")
    for group in chapter.groups:
        yield f"- {escape(group.heading)} ({len(group.lines)})"
        for line in group.lines:
            asked = f"**{escape(line.asked)}** – " if line.asked else ""
            yield f"    - {asked}{escape(line.words)}"
            for article, words in line.quotations:
                cited = _source(memo, memo.comparison.article(article))
                yield f"        - {escape(quoted(words))} – {cited}"
    yield ""


def _difference(memo: Memo, line: WorthALook) -> Iterator[str]:
    """What the difference is called, then a line for each version."""
    update = f" – {escape(line.update)}, later articles give the later value" if line.update else ""
    yield f"- {line.sign} **{escape(line.label)}**{update}"
    for version in line.versions:
        words = (
            escape(quoted(memo.words(version.passages[0])))
            if line.of_sentences
            else f"**{escape(version.words)}**"
        )
        yield f"    - {words} – {_cited(memo, version, dated=line.dated)}"
    yield from (f"    - {words}" for words in _timeline(memo, line))


def _timeline(memo: Memo, line: WorthALook) -> Iterator[str]:
    found = next((one for one in memo.timelines if one.detail == line.detail), None)
    if found is not None:
        yield f"published: {escape(in_order(memo, found))}"


def in_order(memo: Memo, timeline: Timeline) -> str:
    """``2 December 2025 5 (NPR) → 4 December 2025 7 (CNN)``."""
    steps = []
    for point in timeline.points:
        article = memo.comparison.article(point.article)
        steps.append(f"{when(article)} {point.words} ({article.label})")
    return " → ".join(one_line(step) for step in steps)


def _cited(memo: Memo, version: Version, *, dated: bool) -> str:
    """``TIME [1], Sky News [3]``, with the times of publication where they differ."""
    return ", ".join(
        f"{_source(memo, article)}{f' {escape(when(article))}' if dated and article.published else ''}"
        for article in memo.sources(version)
    )


def _source(memo: Memo, article: Article) -> str:
    return f"{escape(article.label)} [{memo.comparison.number(article.id)}]"


def _takes(memo: Memo) -> Iterator[str]:
    found = memo.takes
    if not found.takes:
        return
    yield from (f"## Takes ({len(found.takes)})", "")
    for take in found.takes:
        cited = ", ".join(_source(memo, memo.comparison.article(one)) for one in take.articles)
        facts = [counted(take), countries(take), now(found, take)]
        yield f"- **{escape(quoted(take.label))}** – {cited} ({escape('; '.join(filter(None, facts)))})"
    for other in found.others:
        yield f"- {escape(left_out(memo.comparison, found, other))}"
    yield ""


def _agreed(memo: Memo) -> Iterator[str]:
    found = memo.brief.most_reported
    yield from (f"## Most reported ({len(found)})", "")
    for line in found[:MOST_REPORTED]:
        yield _reported(memo, line)
    if not found:
        yield "No sentence was found that two outlets report."
    if len(found) > MOST_REPORTED:
        yield f"- and {len(found) - MOST_REPORTED} more, in the appendix"
    yield ""


def _reported(memo: Memo, line: Reported) -> str:
    words = escape(quoted(memo.words(line.passage)))
    first = _source(memo, memo.comparison.article(line.passage.article))
    also = [_source(memo, memo.comparison.article(passage.article)) for passage in line.also]
    if line.versions:
        values = (f"**{escape(one.words)}** {_cited(memo, one, dated=False)}" for one in line.versions)
        return f"- {memo.shared_in(line)}: {'; '.join(values)} – {words} {first}"
    return f"- {memo.shared_in(line)}: {words} – {first}, also in {', '.join(also)}"


def _only_in_one(memo: Memo) -> Iterator[str]:
    yield from ("## Only in one", "")
    for alone in memo.alone():
        article = memo.comparison.article(alone.article)
        yield f"- {_source(memo, article)}: {number_of(len(alone.passages), 'passage')}"
        for passage in alone.passages[:MOST_ALONE]:
            yield f"    - {escape(quoted(memo.words(passage)))}"
    if not memo.alone():
        yield "Nothing was found that only one outlet has."
    yield ""


def _notes(memo: Memo, notes: Sequence[NotePart]) -> Iterator[str]:
    if not notes:
        return
    known = {article.id: article for article in memo.comparison.articles}
    yield from (f"## Notes ({len(notes)})", "")
    for note in notes:
        yield from block_of_markdown(note.body)
        yield ""
        for target in note.targets:
            place = _source(memo, known[target.article]) if target.article in known else ""
            yield f"- {escape(quoted(target.exact))} – {place or escape(target.article)}"
        for orphan in note.orphans:
            yield f"- {escape(quoted(orphan.exact))} – {escape(orphan.article)}; no longer in the text"
        yield ""


def _quotations(memo: Memo) -> Iterator[str]:
    if not memo.quotations:
        return
    yield from (f"## Quotations in their versions ({len(memo.quotations)})", "")
    for detail in memo.quotations[:MOST_QUOTATIONS]:
        yield f"- {escape(speaker_of(detail))}"
        for value in detail.values:
            for mention in {one.article: one for one in reversed(value.mentions)}.values():
                article = memo.comparison.article(mention.article)
                said = escape(other_speaker(detail, mention))
                yield f"    - {escape(quoted(mention.text))} – {_source(memo, article)}{said}"
    if len(memo.quotations) > MOST_QUOTATIONS:
        yield f"- and {len(memo.quotations) - MOST_QUOTATIONS} more in the full report"
    yield ""


# -- the appendix --------------------------------------------------------------------


def _appendix(memo: Memo) -> Iterator[str]:
    yield from ("---", "", "# Appendix", "")
    if rest := memo.not_judged[MOST_NOT_JUDGED:]:
        yield from ("## More that is worth a look", "")
        for line in rest:
            yield from _difference(memo, line)
        yield ""
    if more := memo.brief.most_reported[MOST_REPORTED:]:
        yield from ("## More that several report", "")
        yield from (_reported(memo, line) for line in more)
        yield ""
    if memo.brief.dismissed:
        yield from ("## Dismissed by the reader", "")
        for line in memo.brief.dismissed:
            yield from _difference(memo, line)
        yield ""
    yield from _texts(memo)


def _texts(memo: Memo) -> Iterator[str]:
    yield from ("## Texts", "")
    for number, article in enumerate(memo.comparison.numbered, 1):
        yield from (f"### {number} {escape(article.label)}", "", escape(source(article)), "")
        for block in article.paragraphs:
            yield from (f"> {escape(article.slice(block))}", "")
