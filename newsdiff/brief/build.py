"""The brief of a comparison. Pure; a few milliseconds for a usual event."""

from __future__ import annotations

from newsdiff.brief.model import Brief
from newsdiff.brief.most_reported import MostReported
from newsdiff.brief.only_in_one import only_in_one
from newsdiff.brief.worth_a_look import worth_a_look
from newsdiff.model import Comparison


def brief_of(comparison: Comparison) -> Brief:
    """Where the outlets differ, what most of them report, what only one has."""
    differing = [detail for detail in comparison.details if detail.relation == "differs"]
    return Brief(
        worth_a_look=worth_a_look(comparison, differing),
        dismissed=worth_a_look(comparison, comparison.dismissed),
        most_reported=MostReported(comparison).lines(),
        only_in_one=only_in_one(comparison),
    )
