"""What the compare strip says of a place, as lines of styled runs that any width can wrap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from newsdiff.calendar.display import clock, short_day
from newsdiff.counting import number_of
from newsdiff.model import Article, Comparison, WordStatus
from newsdiff.opinion.wording import said
from newsdiff.signs import DISMISSED, JUDGEMENTS, SIGNS, WORDS
from widgets.card.card_item import BLANK, CardItem, Run, Target
from widgets.card.detail_text import about, opinion_line
from widgets.strip.places import Version, WorthALook, versions_of
from widgets.text.harmless import harmless, short
from widgets.text.wrapping import fitted, width_of

LONGEST_LABEL = 40
INDENT = 4
_STYLES: dict[WordStatus, str] = {"shared": "faint", "replaced": "replaced", "own": "text"}


def strip_title(place: WorthALook, number: int, places: int) -> str:
    """``worth a look 2 of 14 · points of the peace plan``: the number that the brief counts up to; what was
    dismissed has its sign before the label."""
    about = place.detail or place.dismissed
    sign = f"{DISMISSED} " if place.dismissed else ""
    label = f" · {sign}{short(about.label, 80)}" if about is not None and about.label else ""
    return f"{place.kind} {number} of {places}{label}"


def strip_relation(place: WorthALook) -> str:
    """``≠ differs``: how the versions stand to each other; that several report it where nothing is marked, if
    that is sure. Behind it what the reader, and what a second opinion says."""
    count = number_of(len(place.reported_by), "article")
    relation = f"perhaps one matter in {count}" if is_unsure(place) else f"= reported by {count}"
    judgement = ""
    if place.dismissed is not None:
        relation = f"{DISMISSED} {JUDGEMENTS['dismissed']}"
    if place.detail is not None:
        relation = f"{SIGNS[place.detail.standing]} {WORDS[place.detail.standing]}"
        judgement = JUDGEMENTS[place.detail.judgement] if place.detail.judgement else ""
    opinion = said(place.opinion) if place.opinion is not None else ""
    return " · ".join(part for part in (relation, judgement, opinion) if part)


def is_unsure(place: WorthALook) -> bool:
    """Whether its sentences may report two matters."""
    return place.statement is not None and not place.statement.is_sure


def strip_foot(place: WorthALook, width: int, *, why: bool, around: bool) -> str:
    """How the versions stand to each other, and the keys: of these the most needed where room is short."""
    enter = "⏎ go there" if why else "⏎ why"
    sentences = "the sentence alone" if around else "sentences around"
    relation = strip_relation(place)
    for keys in (
        f"] next  [ back  {enter}  x {sentences}  esc close",
        f"] next  [ back  {enter}  x {'alone' if around else 'around'}  esc close",
        f"{enter}  x {'alone' if around else 'around'}  esc close",
        f"{enter}  esc close",
    ):
        if width_of(foot := f"{relation} · {keys}") <= width:
            return foot
    return f"{fitted(relation, width - len(' · esc close'))[0]} · esc close"


def strip_items(
    comparison: Comparison, place: WorthALook, *, around: bool = False, why: bool = False
) -> list[CardItem]:
    """Every version with its outlet, day and words, then why it is a place worth a look if so wished.

    `around`: with the sentence before and after each version.
    """
    versions = versions_of(comparison, place)
    items = [_version(comparison, version, around=around) for version in versions]
    if place.opinion is not None:
        items.append(opinion_line(place.opinion))
    if why:
        shown = {article for version in versions for article in (version.article, *version.same_as)}
        items += [BLANK, *_why(comparison, place, shown)]
    return items


def _version(comparison: Comparison, version: Version, *, around: bool) -> CardItem:
    article = comparison.article(version.article)
    head = _outlets(comparison, [article, *map(comparison.article, version.same_as)])
    before, after = _neighbours(comparison, version) if around else ("", "")
    runs = (
        *head,
        *(((f"{before} ", "around"),) if before else ()),
        *_words(article.text, version),
        *(((f" {after}", "around"),) if after else ()),
    )
    return CardItem(runs, INDENT, Target(version.article, _first_place(version)))


def _outlets(comparison: Comparison, articles: Sequence[Article]) -> tuple[Run, ...]:
    """The outlets of a version with the day they share, or each with its own; of one alone the time."""
    days = [short_day(one.published, year=comparison.of_several_years) for one in articles]
    names = [short(one.label, LONGEST_LABEL) for one in articles]
    if len(set(days)) > 1:
        dated = (" ".join(filter(None, pair)) for pair in zip(names, days, strict=True))
        return (", ".join(dated), "outlet"), ("  ", "label")
    time = clock(articles[0].published_at) if len(articles) == 1 else ""
    when = " ".join(filter(None, (days[0], time)))
    return (", ".join(names), "outlet"), (f"  {when}  " if when else "  ", "label")


def _first_place(version: Version) -> int:
    """Where the cursor goes: the first value that differs, else the beginning of the sentence."""
    return version.values[0][0] if version.values else version.start


def _words(text: str, version: Version) -> Iterator[Run]:
    """The sentence in runs of one style: shared words dim, replaced ones bright, values in brackets."""
    edges = {version.start, version.end}
    spans = ((span.start, span.end) for span in version.words)
    for low, high in (*spans, *version.values, *version.quoted):
        edges |= {max(version.start, low), min(version.end, high)}
    ordered = sorted(edge for edge in edges if version.start <= edge <= version.end)
    opens = {start for start, _ in version.values}
    closes = {end for _, end in version.values}
    stretches = ((low, high, _style_at(version, low)) for low, high in pairwise(ordered))
    for style, together in groupby(stretches, key=itemgetter(2)):
        yield (
            "".join(
                f"{'[' * (low in opens)}{harmless(text[low:high])}{']' * (high in closes)}"
                for low, high, _ in together
            ),
            style,
        )


def _style_at(version: Version, position: int) -> str:
    quoted = any(start <= position < end for start, end in version.quoted)
    if any(start <= position < end for start, end in version.values):
        return "quoted-value" if quoted else "value"
    if quoted:
        return "quoted"
    status = next((span.status for span in version.words if span.start <= position < span.end), None)
    if status is None:
        return "faint" if version.words else "text"
    return _STYLES[status]


def _neighbours(comparison: Comparison, version: Version) -> tuple[str, str]:
    """The sentences before and after a version in its article; empty at its ends."""
    sentences = comparison.annotation(version.article).sentences
    at = bisect_left(sentences, version.start, key=lambda one: one.start)
    if at == len(sentences) or sentences[at].start != version.start:
        return "", ""
    text = comparison.article(version.article).text
    near = (sentences[at - 1] if at else None, sentences[at + 1] if at + 1 < len(sentences) else None)
    before, after = (harmless(text[one.start : one.end]) if one else "" for one in near)
    return before, after


def _why(comparison: Comparison, place: WorthALook, shown: Container[str]) -> list[CardItem]:
    if (detail := place.detail or place.dismissed) is not None:
        return about(comparison, detail, shown=shown)
    assert place.statement is not None
    because = harmless(place.statement.because) or "no reason given"
    sure = f" ({place.statement.score:.2f} of 1)"
    return [CardItem((("why     ", "label"), (because, "text"), (sure, "faint")), 8)]
