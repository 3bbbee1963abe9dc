"""Verdicts as a reader gives them on a detail."""

from __future__ import annotations

from newsdiff.model import Detail
from newsdiff.verdicts.model import Place, Verdict, VerdictKind


def verdict_on(kind: VerdictKind, detail: Detail, label: str = "") -> Verdict:
    """A verdict on a detail as it is now: every mention with the number of its value."""
    places = tuple(
        Place(mention.article, mention.start, mention.end, group)
        for group, value in enumerate(detail.values)
        for mention in value.mentions
    )
    return Verdict(kind, places, label, detail.kind)
