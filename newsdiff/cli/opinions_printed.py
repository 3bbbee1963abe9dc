"""Second opinions on a comparison as lines for a terminal of 80 columns: what differs first, each place with
the words of its versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsdiff.counting import number_of
from newsdiff.model import Comparison, Detail, Opinion, QuotedWords, Statement
from newsdiff.opinion.attached import both_agree, places_of
from newsdiff.opinion.wording import OPINION_SIGNS
from newsdiff.sanitize import one_line
from newsdiff.shortened import shortened

WIDTH: Final = 79
LONGEST_NAME: Final = 24
"""Code points of an outlet's name."""
AROUND: Final = 20
"""Code points shown before quoted words."""
MOST_VERSIONS: Final = 5
"""Of one place; the others are counted."""


def opinion_lines(comparison: Comparison, by: str) -> Iterator[str]:
    """How many places were judged how, then the places: where both say that the versions differ, where one
    of them does, where neither does."""
    places = places_judged(comparison)
    counts = Counter(_opinion(one).says for one in places)
    by = one_line(by)
    judged = ", ".join(f"{counts[says]} {says}" for says in OPINION_SIGNS if counts[says])
    yield f"{by} on {number_of(len(places), 'place')}: {judged}"
    for heading, chosen in _groups(comparison, places, by):
        if chosen:
            yield ""
            yield f"{heading} ({len(chosen)})"
        for place in chosen:
            yield from _place(comparison, place)


def places_judged(comparison: Comparison) -> list[Statement | Detail]:
    """The places with an opinion, most worth a look first."""
    return [one for one in places_of(comparison) if one.opinion is not None]


def own_mark(comparison: Comparison, place: Statement | Detail) -> str:
    """What newsdiff says of the same place."""
    differing = _differing(comparison, place)
    if differing:
        return "differs: " + "; ".join(dict.fromkeys(one_line(one.label) for one in differing))
    return "no difference marked"


def _groups(
    comparison: Comparison, places: Iterable[Statement | Detail], by: str
) -> Iterable[tuple[str, list[Statement | Detail]]]:
    both: list[Statement | Detail] = []
    it_alone: list[Statement | Detail] = []
    newsdiff_alone: list[Statement | Detail] = []
    neither: list[Statement | Detail] = []
    for place in places:
        differing = _differing(comparison, place)
        if any(one.opinion == place.opinion and both_agree(one) for one in differing):
            both.append(place)
        elif _opinion(place).says == "differs":
            it_alone.append(place)
        else:
            (newsdiff_alone if differing else neither).append(place)
    return (
        (f"Both newsdiff and {by} say that they differ", both),
        (f"Only {by} says that they differ", it_alone),
        ("Only newsdiff says that they differ", newsdiff_alone),
        ("Neither says that they differ", neither),
    )


def _place(comparison: Comparison, place: Statement | Detail) -> Iterator[str]:
    opinion = _opinion(place)
    at_odds = f" – {one_line(opinion.at_odds)}" if opinion.at_odds else ""
    yield f"  {OPINION_SIGNS[opinion.says]} {opinion.says}{at_odds}"
    versions = [_version(comparison, article, opinion, of) for article, of in _sentences(place, opinion)]
    yield from versions[:MOST_VERSIONS]
    if len(versions) > MOST_VERSIONS:
        yield f"      and {number_of(len(versions) - MOST_VERSIONS, 'more version')}"
    names = dict.fromkeys(one_line(one.label) for one in _differing(comparison, place) if one.kind != "claim")
    if names:
        yield f"      newsdiff: {shortened('; '.join(names), WIDTH - 16)}"


def _sentences(place: Statement | Detail, opinion: Opinion) -> list[tuple[str, list[str]]]:
    """Article and its sentences in a place; the articles that are quoted first."""
    found: dict[str, list[str]] = {}
    for one in place.sentences if isinstance(place, Statement) else place.mentions:
        found.setdefault(one.article, []).append(one.sentence)
    quoted = {one.article for one in opinion.quotations}
    return sorted(found.items(), key=lambda one: one[0] not in quoted)


def _version(comparison: Comparison, article: str, opinion: Opinion, sentences: Sequence[str]) -> str:
    """``      TIME: A ferry with [212 people] on board ran aground off …``: the sentence that is quoted, else
    the first of a version."""
    item = comparison.annotation(article)
    spans = [(one.start, one.end) for one in item.sentences if one.id in sentences]
    name = shortened(one_line(item.article.label), LONGEST_NAME)
    room = WIDTH - 8 - len(name)
    text = item.article.text
    for start, end in spans:
        quoted = next((one for one in opinion.quotations if _inside(one, article, start, end)), None)
        if quoted is not None:
            return f"      {name}: {_with_quotation(text, start, end, quoted, room)}"
    start, end = spans[0]
    return f"      {name}: {shortened(one_line(text[start:end]), room)}"


def _with_quotation(text: str, start: int, end: int, quoted: QuotedWords, room: int) -> str:
    """A sentence around the words that are quoted from it, all of which are shown."""
    before = one_line(text[start : quoted.start] + "|")[:-1]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    shown = f"{before}[{one_line(text[quoted.start : quoted.end])}]"
    after = one_line("|" + text[quoted.end : end])[1:]
    left = max(1, room - len(shown))
    return shown + (after if len(after) <= left else after[: left - 1].rpartition(" ")[0] + "…")


def _inside(words: QuotedWords, article: str, start: int, end: int) -> bool:
    return words.article == article and start <= words.start < words.end <= end


def _differing(comparison: Comparison, place: Statement | Detail) -> list[Detail]:
    details = (
        [place]
        if isinstance(place, Detail)
        else [one for one in comparison.details if one.id in place.details]
    )
    return [one for one in details if one.relation == "differs"]


def _opinion(place: Statement | Detail) -> Opinion:
    assert place.opinion is not None
    return place.opinion
