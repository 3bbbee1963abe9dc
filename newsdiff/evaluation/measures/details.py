"""Details: what is said to differ, what is marked as different, and what is shared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsdiff.evaluation.gold import Gold, GoldDetail, GoldDivergence
from newsdiff.evaluation.measures.judged import Judged, places
from newsdiff.evaluation.measures.tallies import Tallies, Tally, found_of
from newsdiff.model import Detail

FIGURES: Final = frozenset({"number", "money", "percent", "duration", "age", "date", "time"})
MOMENTS: Final = frozenset({"date", "time"})
TYPED: Final = FIGURES | {"name", "place", "quote", "spelling"}
"""What a mention of ours can hold; a divergence of any other kind is one of claims."""


def differences(judged: Judged) -> Tallies:
    """Whether our *differs* are right, which of the marked conflicts have one, and which traps do."""
    shown = judged.with_relation("differs")
    found = [(one, bool(judged.across_outlets(one) & shown)) for one in conflicts(judged.gold)]
    typed = [(one.id, hit) for one, hit in found if is_typed(one)]
    strong = [(one.id, hit) for one, hit in found if one.strength == "strong"]
    claims = [(one.id, hit) for one, hit in found if not is_typed(one)]
    return {
        "differs, precision": _right(judged, shown),
        "differs shown": Tally(len(shown), None),
        "typed conflicts found": found_of(typed, "typed conflict missed"),
        "strong conflicts found": found_of(strong, "strong conflict missed"),
        "claim conflicts found": found_of(claims, "claim conflict missed"),
        "variants found": _variants(judged),
        "hard negatives flagged": _traps(judged, shown),
    }


def _right(judged: Judged, shown: set[int]) -> Tally:
    """A *differs* is right when it holds mentions, in two articles, of one marked divergence."""
    supported = set().union(*map(judged.across_outlets, judged.gold.divergences))
    wrong = [judged.details[number] for number in sorted(shown - supported)]
    remarks = tuple(f"differs that no marked divergence supports: {described(one)}" for one in wrong)
    return Tally(len(shown & supported), len(shown), remarks)


def _variants(judged: Judged) -> Tally:
    """Values in two forms that we show as such: spelled differently, or side by side in a shared detail,
    where one is the other rounded or lies within it."""
    in_two_forms = judged.with_relation("variant", "differs")
    shared = judged.with_relation("shared")
    return found_of(
        (
            (
                one.id,
                bool(judged.across_outlets(one) & in_two_forms) or _under_two_values(judged, one, shared),
            )
            for one in variants(judged.gold)
            if is_typed(one)
        ),
        "variant missed",
    )


def _under_two_values(judged: Judged, marked: GoldDetail, among: set[int]) -> bool:
    return any(
        len(set().union(*(judged.values_at(place).get(number, set()) for place in places(marked)))) > 1
        for number in judged.across_outlets(marked) & among
    )


def _traps(judged: Judged, shown: set[int]) -> Tally:
    """Compatible pairs that look like a clash, of which we say *differs*."""
    flagged = [
        one.id
        for one in judged.gold.hard_negatives
        if any(_sets_apart(judged, number, one) for number in shown)
    ]
    remarks = tuple(f"hard negative flagged: {name}" for name in flagged)
    return Tally(len(flagged), len(judged.gold.hard_negatives), remarks)


def _sets_apart(judged: Judged, number: int, marked: GoldDetail) -> bool:
    """Whether mentions of a marked thing stand in the detail, but not all under one value."""
    values = [found[number] for found in map(judged.values_at, places(marked)) if number in found]
    return len(values) > 1 and not set.intersection(*values)


def shared(judged: Judged) -> Tallies:
    """Marked values that several outlets report, found as one detail of two or more outlets.

    Days and times are one line; figures, the other, counts whatever else is marked as a value in common.
    """
    groups: dict[str, Callable[[str], bool]] = {
        "shared figures found": lambda kind: kind not in MOMENTS,
        "  names and places among them": lambda kind: kind in ("name", "place"),
        "  quotations among them": lambda kind: kind == "quote",
        "  claims among them": lambda kind: kind == "claim",
        "shared dates found": lambda kind: kind in MOMENTS,
    }
    together = judged.with_relation("shared", "variant", "differs")
    found = [
        (one, bool(judged.across_outlets(one) & together))
        for one in judged.gold.shared
        if one.crosses_outlets
    ]
    return {
        label: found_of(
            ((one.id, hit) for one, hit in found if belongs(one.kind)), f"{label.strip()}: missed"
        )
        for label, belongs in groups.items()
    }


def described(detail: Detail) -> str:
    """A detail in one line: what is asked, and the first words of some of its values."""
    words = " | ".join(value.mentions[0].text for value in detail.values[:4] if value.mentions)
    return f"{detail.id} {detail.label}: {words}"


def is_typed(marked: GoldDetail) -> bool:
    """Whether it is about figures, days, names, places or the words of a quotation, not about a claim."""
    return marked.kind in TYPED


def conflicts(gold: Gold) -> list[GoldDivergence]:
    """The marked conflicts between outlets."""
    return [one for one in gold.divergences if one.severity == "conflict" and one.crosses_outlets]


def variants(gold: Gold) -> list[GoldDivergence]:
    """The marked variants between outlets."""
    return [one for one in gold.divergences if one.severity == "variant" and one.crosses_outlets]
