"""The memo as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsdiff import __version__
from newsdiff.brief.model import Passage, Reported, WorthALook
from newsdiff.brief.timeline import Timeline
from newsdiff.counting import number_of
from newsdiff.language.corrections import Correction
from newsdiff.model import Article, Comparison, Detail
from newsdiff.quotation_marks import quoted
from newsdiff.reports.citations import source, when
from newsdiff.reports.format import NotePart
from newsdiff.reports.markdown_text import block_of_markdown, escape
from newsdiff.reports.memo.content import APPENDED, Memo, memo_of
from newsdiff.reports.memo.limits import more_below
from newsdiff.reports.memo.lines import cited, has_sentence, named, numbers, pieces_of, speaker_of, wordings
from newsdiff.sanitize import one_line
from newsdiff.takes.wording import counted, countries, now


def memo_to_markdown(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """What fits the limits, then an appendix with the rest and the texts."""
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
    counted = escape(memo.counts()) + (f", {number_of(notes, 'note')}" if notes else "")
    yield f"{escape(memo.facts())}. {counted}."
    yield ""
    yield (
        f"Memo by newsdiff {__version__} at level {memo.comparison.level}. It says what stands where, "
        "not who is right; every quotation is verbatim, a number in brackets is the source."
    )
    yield ""


def _sources(memo: Memo) -> Iterator[str]:
    titled = memo.words_of_headlines > 0
    yield from ("## Sources", "", f"| # | outlet | published |{' headline |' * titled}")
    yield f"|---:|---|---|{'---|' * titled}"
    for number, article in enumerate(memo.comparison.numbered, 1):
        outlet = escape(article.label + memo.remarks(article))
        headline = f" {escape(memo.headline(article))} |" if titled else ""
        yield f"| {number} | {outlet} | {escape(when(article) or '–')} |{headline}"
    yield ""


def brief_chapters(memo: Memo, heading: str = "##") -> Iterator[str]:
    """Differences, what is agreed, what only one has: also the first page of the full report."""
    chapters = (
        _confirmed(memo),
        _not_judged(memo),
        _second_opinion(memo, memo.most_opinions),
        _corrections(memo),
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
        yield from _difference(memo, line, whole=True)
    yield ""


def _not_judged(memo: Memo) -> Iterator[str]:
    found = memo.not_judged
    yield from (f"## Differences not yet judged ({len(found.all)})", "")
    if not found.all:
        yield memo.brief.none_to_judge(memo.comparison.level)
    for line in found.shown:
        yield from _difference(memo, line)
    yield from (*_and_more(found.rest), "")


def _and_more(rest: Sequence[object]) -> Iterator[str]:
    if rest:
        yield f"- {more_below(rest)}"


def _second_opinion(memo: Memo, most: int) -> Iterator[str]:
    chapter = memo.opinions
    if chapter is None:
        return
    yield from (f"## {escape(chapter.heading)}", "", escape(chapter.about), "")
    for group in chapter.groups:
        yield f"- {escape(group.heading)} ({len(group.lines)})"
        for line in group.lines[:most]:
            asked = f"**{escape(line.asked)}** – " if line.asked else ""
            yield f"    - {asked}{escape(line.words)}"
            for article, words in line.quotations:
                cited = _source(memo, memo.comparison.article(article))
                yield f"        - {escape(quoted(words))} – {cited}"
        yield from (f"    {line}" for line in _and_more(group.lines[most:]))
    yield ""


def _corrections(memo: Memo) -> Iterator[str]:
    found = memo.corrections
    if not found.all:
        return
    yield from (f"## Corrections that outlets state ({len(found.all)})", "")
    yield from (_correction(memo, *one) for one in found.shown)
    yield from (*_and_more(found.rest), "")


def _correction(memo: Memo, article: Article, found: Correction) -> str:
    return f"- {_source(memo, article)}, {found.kind}: {escape(quoted(one_line(found.text)))}"


def _difference(memo: Memo, line: WorthALook, *, whole: bool = False) -> Iterator[str]:
    """What the difference is called, then a line for each version."""
    update = f" – {escape(line.update)}, later articles give the later value" if line.update else ""
    yield f"- {line.sign} **{escape(line.label)}**{update}"
    for version in line.versions:
        words = [] if line.of_sentences else [f"**{escape(version.words)}**"]
        if has_sentence(line, version):
            words.append(_quote(memo, version.passages[0], whole=whole))
        yield f"    - {': '.join(words)} – {cited(memo.comparison, version, escape, dated=line.dated)}"
    if found := memo.timeline_of(line):
        yield f"    - published: {in_order(memo, found)}"


def _quote(memo: Memo, passage: Passage, *, whole: bool = False) -> str:
    return escape(quoted("".join(words for words, _ in pieces_of(memo.comparison, passage, whole=whole))))


def in_order(memo: Memo, timeline: Timeline) -> str:
    """``2 December 2025 5 [1] [4] → 4 December 2025 7 [3]``."""
    steps: dict[str, list[str]] = {}
    for point in timeline.points:
        at = one_line(f"{when(memo.comparison.article(point.article))} {point.words}")
        steps.setdefault(at, []).append(point.article)
    return " → ".join(f"{escape(at)} {numbers(memo.comparison, articles)}" for at, articles in steps.items())


def _source(memo: Memo, article: Article) -> str:
    return named(memo.comparison, article, escape)


def _takes(memo: Memo) -> Iterator[str]:
    found = memo.takes
    if not found.takes:
        return
    yield from (f"## Takes ({len(found.takes)})", "")
    for take in found.takes:
        facts = [counted(take), countries(take), now(found, take)]
        words = escape("; ".join(filter(None, facts)))
        yield f"- **{escape(quoted(take.label))}** – {numbers(memo.comparison, take.articles)} ({words})"
    yield from (f"- {escape(words)}" for words in memo.in_no_take.shown)
    yield from (*_and_more(memo.in_no_take.rest), "")


def _agreed(memo: Memo) -> Iterator[str]:
    found = memo.reported
    yield from (f"## Most reported ({len(found.all)})", "")
    yield from (_reported(memo, line) for line in found.shown)
    if not found.all:
        yield "No sentence was found that two outlets report."
    yield from (*_and_more(found.rest), "")


def _reported(memo: Memo, line: Reported, *, whole: bool = False) -> str:
    words = _quote(memo, line.passage, whole=whole)
    first = _source(memo, memo.comparison.article(line.passage.article))
    if line.versions:
        values = "; ".join(
            f"**{escape(one.words)}** {numbers(memo.comparison, (at.article for at in one.passages))}"
            for one in line.versions
        )
        return f"- {memo.shared_in(line)}: {values} – {words} {first}"
    also = numbers(memo.comparison, (passage.article for passage in line.also))
    return f"- {memo.shared_in(line)}: {words} – {first}, also in {also}"


def _only_in_one(memo: Memo) -> Iterator[str]:
    yield from ("## Only in one", "")
    if counts := memo.passages_alone(escape):
        yield from (f"Passages: {counts}.", "")
    yield from (_alone(memo, passage) for passage in memo.alone.shown)
    if not memo.alone.all:
        yield memo.none_alone(escape)
    yield from (*_and_more(memo.alone.rest), "")


def _alone(memo: Memo, passage: Passage, *, whole: bool = False) -> str:
    return (
        f"- {_quote(memo, passage, whole=whole)} – {_source(memo, memo.comparison.article(passage.article))}"
    )


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
    found = memo.quotations
    if not found.all:
        return
    yield from (f"## Quotations in their versions ({len(found.all)})", "")
    for detail in found.shown:
        yield from _quotation(memo, detail)
    yield from (*_and_more(found.rest), "")


def _quotation(memo: Memo, detail: Detail, *, whole: bool = False) -> Iterator[str]:
    yield f"- {escape(speaker_of(detail))}"
    for one in wordings(memo.comparison, detail):
        cited = ", ".join(_source(memo, article) for article in one.articles)
        yield f"    - {_quote(memo, one.passage, whole=whole)} – {cited}{escape(one.speaker)}"


# -- the appendix --------------------------------------------------------------------


def _appendix(memo: Memo) -> Iterator[str]:
    yield from ("---", "", "# Appendix", "")
    for title, lines in zip(APPENDED, _rest(memo), strict=True):
        if shown := list(lines):
            yield from (f"## {title}", "", *shown, "")
    if memo.opinions is not None and any(len(one.lines) > memo.most_opinions for one in memo.opinions.groups):
        yield from _second_opinion(memo, sum(len(one.lines) for one in memo.opinions.groups))
    yield from _texts(memo)


def _rest(memo: Memo) -> Iterator[Iterable[str]]:
    """What stands in no chapter before, in whole sentences."""
    more, dismissed = memo.not_judged.rest, memo.brief.dismissed
    yield _lines(_difference(memo, one, whole=True) for one in more)
    yield _lines(_difference(memo, one, whole=True) for one in dismissed)
    yield (_correction(memo, *one) for one in memo.corrections.rest)
    yield (f"- {escape(words)}" for words in memo.in_no_take.rest)
    yield (_reported(memo, one, whole=True) for one in memo.reported.rest)
    yield (_alone(memo, one, whole=True) for one in memo.alone.rest)
    yield _lines(_quotation(memo, one, whole=True) for one in memo.quotations.rest)


_lines = chain.from_iterable


def _texts(memo: Memo) -> Iterator[str]:
    yield from ("## Texts", "")
    for number, article in enumerate(memo.comparison.numbered, 1):
        yield from (f"### {number} {escape(article.label)}", "", escape(source(article)), "")
        for block in article.paragraphs:
            yield from (f"> {escape(article.slice(block))}", "")
