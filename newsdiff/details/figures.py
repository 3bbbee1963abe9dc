"""Numbers, money, percentages and durations: what each counts, and how the figures relate."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from newsdiff.details import constants as c
from newsdiff.details.drafts import (
    Draft,
    Group,
    by_value,
    commonest_wording,
    excluding,
    most_told_first,
    plain_relation,
)
from newsdiff.details.figure_clashes import clashing, take_out_undecided
from newsdiff.details.figure_clusters import Cluster, agreeing, figures_of
from newsdiff.details.labels import figure_label
from newsdiff.details.reasons import Evidence
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import equal, rounded, told
from newsdiff.model import Quantity


def figure_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per thing that is counted; *differs* where the evidence reaches `needed`."""
    clusters = agreeing(scene, figures_of(scene))
    clashes = clashing(scene, clusters, needed)
    spent = {id(cluster) for members, _ in clashes for cluster in members}
    clusters.extend(undecided for members, _ in clashes if (undecided := take_out_undecided(members)).figures)
    drafts = [clash_draft(scene, members, evidence) for members, evidence in clashes]
    return drafts + [agreement_draft(scene, cluster) for cluster in clusters if id(cluster) not in spent]


def value_key(telling: Telling) -> Hashable:
    """What makes two tellings one value."""
    quantity = quantity_of(telling)
    figure = told(quantity)
    return (figure, quantity.hedge) if figure is not None else (quantity.low, quantity.high)


def agreement_draft(scene: Scene, cluster: Cluster) -> Draft:
    """A thing on whose figure all agree, or that one outlet tells."""
    tellings = cluster.tellings
    groups = by_value(tellings, value_key)
    relation = plain_relation(groups)
    label = figure_label(scene, tellings)
    because = "told by one outlet only"
    confidence = c.SUREST
    if relation == "shared":
        because = why_one(groups)
        confidence = c.SAME_THING if are_equal(groups) else c.FIGURES_THAT_AGREE
    return Draft(tellings[0].mention.kind, relation, label, groups, confidence, because)


def are_equal(groups: Sequence[Group]) -> bool:
    """Whether the values are one figure, not only figures that do not exclude each other."""
    first, *others = (quantity_of(group.tellings[0]) for group in groups)
    return all(equal(first, other) for other in others)


def why_one(groups: Sequence[Group]) -> str:
    """Why the values are one figure: "“230 feet” lies within “over 200 feet”"."""
    values = [(group.value, quantity_of(group.tellings[0])) for group in groups]
    exact = min(values, key=lambda value: (bool(value[1].hedge), value[1].high - value[1].low, value[0]))
    apart = [value for value in values if not equal(value[1], exact[1])]
    if not apart:
        return "the same figure" + (", hedged differently" if len({q.hedge for _, q in values}) > 1 else "")
    kinds: dict[str, list[str]] = {}
    for words, quantity in apart:
        kinds.setdefault(how_they_agree(exact[1], quantity), []).append(f"“{words}”")
    return "; ".join(f"“{exact[0]}” {how} {' and '.join(words)}" for how, words in sorted(kinds.items()))


def how_they_agree(exact: Quantity, other: Quantity) -> str:
    """In words, how a figure that another agrees with is related to it."""
    vague = bool(other.hedge) or told(other) is None
    if vague and other.low <= exact.low and exact.high <= other.high:
        return "lies within"
    return "is rounded in" if rounded(exact, other) else "does not exclude"


def cluster_name(cluster: Cluster) -> str:
    """The commonest wording of a figure, exact ones before words and ranges."""
    exact = [telling for telling in cluster.tellings if told(quantity_of(telling)) is not None]
    return commonest_wording(exact or cluster.tellings)


def clash_draft(scene: Scene, members: Sequence[Cluster], evidence: Evidence) -> Draft:
    """A thing for which outlets give figures that exclude each other."""
    tellings = sorted((t for cluster in members for t in cluster.tellings), key=lambda t: t.order)
    groups = most_told_first(Group(cluster_name(cluster), cluster.tellings) for cluster in members)
    because = "; ".join(filter(None, (evidence.because, excluding(groups))))
    return Draft(
        tellings[0].mention.kind, "differs", figure_label(scene, tellings), groups, evidence.score, because
    )
