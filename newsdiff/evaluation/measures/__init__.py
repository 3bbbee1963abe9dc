"""How one comparison scores against the gold of its event, measure by measure."""

from __future__ import annotations

from newsdiff.evaluation.gold import Gold
from newsdiff.evaluation.measures.attribution import attribution
from newsdiff.evaluation.measures.details import differences, shared
from newsdiff.evaluation.measures.judged import Judged
from newsdiff.evaluation.measures.paragraphs import alone, body_and_noise, links, rows
from newsdiff.evaluation.measures.quotations import quotations
from newsdiff.evaluation.measures.statements import statements
from newsdiff.evaluation.measures.tallies import Tallies, Tally
from newsdiff.model import Comparison

__all__ = ["Tallies", "Tally", "measure"]


def measure(comparison: Comparison, gold: Gold) -> Tallies:
    """Every measure of one event."""
    judged = Judged(comparison, gold)
    groups = (links, alone, rows, statements, differences, attribution, shared, quotations, body_and_noise)
    return {label: tally for group in groups for label, tally in group(judged).items()}
