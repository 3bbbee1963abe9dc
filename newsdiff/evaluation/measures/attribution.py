"""Attribution: whether details name the outlets that report a figure, and nothing else of them."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.evaluation.measures.details import FIGURES, described
from newsdiff.evaluation.measures.judged import Judged
from newsdiff.evaluation.measures.tallies import Tallies, Tally
from newsdiff.model import DetailValue

COUNTED: Final = frozenset({"number", "money", "percent", "age"})
"""Kinds whose values are figures in digits that must be equal to stand in one entry."""

_DIGITS = re.compile(r"\d[\d,.]*")


def attribution(judged: Judged) -> Tallies:
    """For each detail with a marked figure: outlets that report it by the gold, and are left out, or of which
    the detail even says that nothing is found there."""
    chances = left_out = denied = 0
    left_remarks, denied_remarks = [], []
    for marked in (*judged.gold.shared, *judged.gold.divergences):
        if marked.kind not in FIGURES or not marked.crosses_outlets:
            continue
        for number, touched in judged.articles_by_detail(marked).items():
            detail = judged.details[number]
            unseen = marked.articles - touched
            missing = unseen - judged.stems(detail.reported_by)
            denied_in = unseen & judged.stems(detail.not_found_in)
            chances += len(marked.articles)
            left_out += len(missing)
            denied += len(denied_in)
            where = f"of {marked.id} in {described(detail)}"
            left_remarks += [f"reporting outlet left out: {one} {where}" for one in sorted(missing)]
            denied_remarks += [
                f"reporting outlet said not to have it: {one} {where}" for one in sorted(denied_in)
            ]
    return {
        "reporting outlets left out of a figure": Tally(left_out, chances, tuple(left_remarks)),
        "reporting outlets said not to have it": Tally(denied, chances, tuple(denied_remarks)),
        "values that mix unequal figures": _mixed_values(judged),
    }


def _mixed_values(judged: Judged) -> Tally:
    """Value entries of two or more articles whose words hold different figures in digits."""
    entries = [
        (detail, value)
        for detail in judged.details
        if detail.kind in COUNTED
        for value in detail.values
        if len(value.reported_by) > 1
    ]
    mixed = [detail for detail, value in entries if len(_figures(value)) > 1]
    remarks = tuple(f"value that mixes figures: {described(detail)}" for detail in mixed)
    return Tally(len(mixed), len(entries), remarks)


def _figures(value: DetailValue) -> set[tuple[str, ...]]:
    """The figures in the words of each mention; a mention without digits has none to compare."""
    return {tuple(_DIGITS.findall(mention.text)) for mention in value.mentions} - {()}
