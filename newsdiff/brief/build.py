"""The brief of a comparison. Pure; a few milliseconds for a usual event."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from newsdiff.brief.model import Brief
from newsdiff.brief.most_reported import MostReported
from newsdiff.brief.only_in_one import only_in_one
from newsdiff.brief.worth_a_look import worth_a_look
from newsdiff.model import Comparison

_MOST_REMEMBERED: Final = 4
_remembered: list[tuple[Comparison, Brief]] = []


def remembered_brief(comparison: Comparison) -> Brief:
    """The brief of a comparison; the last four are kept, found by identity, so that one that was made beside
    the screen costs nothing on it."""
    for known, brief in list(_remembered):
        if known is comparison:
            return brief
    brief = brief_of(comparison)
    _remembered.insert(0, (comparison, brief))
    del _remembered[_MOST_REMEMBERED:]
    return brief


def remember_only(comparison: Comparison, whole: Comparison) -> None:
    """Let the brief of a comparison in which fewer details are marked be that of the whole one, with these
    details alone: what most report and what only one has is said as if all were marked."""
    shown = {detail.id for detail in comparison.details}
    brief = remembered_brief(whole)
    lines = tuple(line for line in brief.worth_a_look if line.detail in shown)
    _remembered.insert(0, (comparison, replace(brief, worth_a_look=lines, dismissed=())))
    del _remembered[_MOST_REMEMBERED:]


def brief_of(comparison: Comparison) -> Brief:
    """Where the outlets differ, what most of them report, what only one has."""
    differing = [detail for detail in comparison.details if detail.relation == "differs"]
    return Brief(
        worth_a_look=worth_a_look(comparison, differing),
        dismissed=worth_a_look(comparison, comparison.dismissed),
        most_reported=MostReported(comparison).lines(),
        only_in_one=only_in_one(comparison),
    )
