"""Kinds of marked things, as the measures group them."""

from __future__ import annotations

from typing import Final

from newsdiff.evaluation.gold import Gold, GoldDetail, GoldDivergence

FIGURES: Final = frozenset({"number", "money", "percent", "duration", "age", "date", "time"})
MOMENTS: Final = frozenset({"date", "time"})
TYPED: Final = FIGURES | {"name", "place", "quote", "spelling"}
"""What a mention of ours can hold; a divergence of any other kind is one of claims."""


def is_typed(marked: GoldDetail) -> bool:
    """Whether it is about figures, days, names, places or the words of a quotation, not about a claim."""
    return marked.kind in TYPED


def conflicts(gold: Gold) -> list[GoldDivergence]:
    """The marked conflicts between outlets."""
    return [one for one in gold.divergences if one.severity == "conflict" and one.crosses_outlets]


def variants(gold: Gold) -> list[GoldDivergence]:
    """The marked variants between outlets."""
    return [one for one in gold.divergences if one.severity == "variant" and one.crosses_outlets]
