"""What the library screen says of a comparison: the count, three lines, and how much of each source
has no match."""

from __future__ import annotations

from typing import Final

from newsdiff.brief.worth_a_look import in_order
from newsdiff.library import Overview
from newsdiff.model import Comparison, Detail, DetailValue
from newsdiff.quotation_marks import quoted
from newsdiff.reports.summary import share_unmatched
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from newsdiff.signs import sign_of
from newsdiff.takes.build import remembered_takes
from newsdiff.takes.wording import counted
from tui.wording import some

LINES: Final = 3
"""How many differences the library screen shows."""
_VALUE_WIDTH: Final = 48


def overview_of(comparison: Comparison) -> Overview:
    """The differences in the order of the brief, and each source's share without a match."""
    differing = in_order(comparison, (one for one in comparison.details if one.relation == "differs"))
    return Overview(
        differences=len(differing),
        lines=tuple(in_one_line(comparison, detail) for detail in differing[:LINES]),
        unmatched={one.id: share_unmatched(comparison, one.id) for one in comparison.articles},
        takes=tuple(f"{quoted(take.label)} {counted(take)}" for take in remembered_takes(comparison).takes),
    )


def in_one_line(comparison: Comparison, detail: Detail) -> str:
    """``≠ points in the plan: “28-point” TIME, Sky News · “19-point” Voice``."""
    values = " · ".join(_value(comparison, value) for value in detail.values)
    return f"{sign_of(detail)} {one_line(detail.label)}: {values}"


def _value(comparison: Comparison, value: DetailValue) -> str:
    outlets = [one_line(comparison.article(article).label) for article in value.reported_by]
    words = cut(one_line(value.mentions[0].text), _VALUE_WIDTH).strip("“”\"'‘’")
    return f"“{words}” {some(outlets)}"
