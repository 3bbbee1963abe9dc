"""What a memo prints of second opinions, apart from newsdiff's own differences."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.counting import number_of
from newsdiff.model import Comparison, Detail, Opinion
from newsdiff.opinion.attached import both_agree
from newsdiff.opinion.wording import quoted, said_at_odds
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One opinion."""

    asked: str
    """What newsdiff calls the detail; empty where it marks none, or a claim without a name."""
    words: str
    """``llama3 says: differs – how many were on board``."""
    quotations: tuple[tuple[str, str], ...]
    """Article and verbatim words: those it quotes, else those of a detail that nothing else names."""


@dataclass(frozen=True, slots=True)
class OpinionGroup:
    """Opinions that stand alike to newsdiff's own marks."""

    heading: str
    lines: tuple[OpinionLine, ...]


@dataclass(frozen=True, slots=True)
class OpinionChapter:
    """All opinions on an event."""

    heading: str
    """``Second opinion of llama3``."""
    about: str
    groups: tuple[OpinionGroup, ...]


def opinion_chapter(comparison: Comparison) -> OpinionChapter | None:
    """What is printed of second opinions; None where there are none."""
    given = [one.opinion for one in comparison.statements if one.opinion is not None]
    given += [one.opinion for one in comparison.details if one.opinion is not None]
    if not given:
        return None
    by = ", ".join(sorted({one_line(one.by) for one in given}))
    differing = [one for one in comparison.details if one.relation == "differs" and one.opinion is not None]
    agreed = [one for one in differing if both_agree(one)]
    others = [one for one in differing if not both_agree(one)]
    groups = (
        OpinionGroup("newsdiff and it say that they differ", _on_details(comparison, agreed)),
        OpinionGroup("only it says that they differ", _only_opinions(comparison, differing)),
        OpinionGroup("only newsdiff says that they differ", _on_details(comparison, others)),
    )
    places = sum(one.opinion is not None for one in comparison.statements)
    asked = f" on {number_of(places, 'place')}" if places else ""
    about = f"Given by a program of the reader’s own, {by}{asked}: it is not newsdiff’s judgement."
    return OpinionChapter(f"Second opinion of {by}", about, tuple(one for one in groups if one.lines))


def _on_details(comparison: Comparison, details: list[Detail]) -> tuple[OpinionLine, ...]:
    return tuple(_on_detail(comparison, one, one.opinion) for one in details if one.opinion is not None)


def _on_detail(comparison: Comparison, detail: Detail, opinion: Opinion) -> OpinionLine:
    if detail.kind != "claim" or detail.named_by_reader:
        return _line(comparison, opinion, one_line(detail.label))
    line = _line(comparison, opinion, "")
    if line.quotations:
        return line
    first = [value.mentions[0] for value in detail.values if value.mentions]
    words = tuple(
        (one.article, one_line(comparison.article(one.article).text[one.start : one.end])) for one in first
    )
    return replace(line, quotations=words)


def _only_opinions(comparison: Comparison, differing: list[Detail]) -> tuple[OpinionLine, ...]:
    """Statements that it calls different where newsdiff marks no difference that its words are about."""
    seen = {one.opinion for one in differing}
    dismissed = {one.opinion for one in comparison.dismissed}
    return tuple(
        _line(comparison, one.opinion, "")
        for one in comparison.statements
        if one.opinion is not None
        and one.opinion.says == "differs"
        and one.opinion not in seen
        and one.opinion not in dismissed
    )


def _line(comparison: Comparison, opinion: Opinion, asked: str) -> OpinionLine:
    return OpinionLine(asked, said_at_odds(opinion), quoted(comparison, opinion))
