"""Numbers, money, percentages and durations: what each counts, and how the figures relate."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from newsdiff.details.drafts import Draft, Group, by_value, commonest_wording, most_told_first, plain_relation
from newsdiff.details.figure_clashes import clashing, take_out_undecided
from newsdiff.details.figure_clusters import Cluster, agreeing, figures_of
from newsdiff.details.labels import figure_label
from newsdiff.details.reasons import Evidence
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import equal, told
from newsdiff.model import Relation


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
    confidence = 0.9
    if relation == "shared":
        relation, because = shared_or_variant(tellings)
        confidence = 0.85 if relation == "shared" else 0.75
    return Draft(tellings[0].mention.kind, relation, label, groups, confidence, because)


def shared_or_variant(tellings: Sequence[Telling]) -> tuple[Relation, str]:
    """*variant* where outlets round differently; hedges alone leave a figure shared."""
    quantities = [quantity_of(telling) for telling in tellings]
    if all(equal(quantities[0], quantity) for quantity in quantities):
        return "shared", "the same figure" + (
            ", hedged differently" if len({q.hedge for q in quantities}) > 1 else ""
        )
    if any(told(q) is None for q in quantities):
        return "variant", "a figure and words or a range that it fits"
    return "variant", "one figure, rounded or bounded differently"


def cluster_name(cluster: Cluster) -> str:
    """The commonest wording of a figure, exact ones before words and ranges."""
    exact = [telling for telling in cluster.tellings if told(quantity_of(telling)) is not None]
    return commonest_wording(exact or cluster.tellings)


def clash_draft(scene: Scene, members: Sequence[Cluster], evidence: Evidence) -> Draft:
    """A thing for which outlets give figures that exclude each other."""
    tellings = sorted((t for cluster in members for t in cluster.tellings), key=lambda t: t.order)
    groups = most_told_first(Group(cluster_name(cluster), cluster.tellings) for cluster in members)
    against = " and ".join(f"“{group.value}”" for group in groups)
    because = f"{evidence.because}; {against} exclude each other"
    return Draft(
        tellings[0].mention.kind, "differs", figure_label(scene, tellings), groups, evidence.score, because
    )
