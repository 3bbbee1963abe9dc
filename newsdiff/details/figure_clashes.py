"""Figures that exclude each other though they are told of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsdiff.details import constants as c
from newsdiff.details.evidence import clash_evidence, is_telling_figure
from newsdiff.details.figure_clusters import Cluster, Figure, distinct_quantities, pairs_worth_a_look
from newsdiff.details.heads import is_toll, kinship
from newsdiff.details.reasons import Evidence
from newsdiff.details.scene import Scene
from newsdiff.details.shares import explained
from newsdiff.details.values import agree, told


def clashing(
    scene: Scene, clusters: Sequence[Cluster], needed: float
) -> list[tuple[list[Cluster], Evidence]]:
    """Sets of clusters whose figures exclude each other though they are told of one thing.

    No outlet may tell two of the values: then it knows them for two things. The surest pairs come first,
    and each figure clashes with one figure of another article only: a depth with the depth, and then
    the distance beside it with the distance.
    """
    owner = {id(figure): cluster for cluster in clusters for figure in cluster.figures}
    articles = {id(cluster): cluster.articles for cluster in clusters}
    tellers = tellers_of_figures(clusters)
    figures = [figure for cluster in clusters for figure in cluster.figures]
    found: list[tuple[Evidence, Figure, Figure]] = []
    for a, b in pairs_worth_a_look(figures):
        mine, theirs = owner[id(a)], owner[id(b)]
        if mine is theirs or not articles[id(mine)].isdisjoint(articles[id(theirs)]):
            continue
        if agree(a.quantity, b.quantity):
            continue
        if kinship(a.quantity, b.quantity) == "apart" and not is_toll(a.quantity, b.quantity):
            continue
        if told_by_other(tellers, a, b):
            continue
        evidence = clash_evidence(scene, a.first, b.first)
        if evidence.score >= needed and not clusters_explained(scene, mine, theirs):
            found.append((evidence, a, b))
    found.sort(key=lambda item: (-item[0].score, item[1].first.order, item[2].first.order))
    sets: dict[int, tuple[list[Cluster], Evidence]] = {}
    matched: set[tuple[int, int]] = set()
    for evidence, a, b in found:
        match = {(id(a), b.first.article), (id(b), a.first.article)}
        if matched.isdisjoint(match):
            matched |= match
            join_sets(sets, owner[id(a)], owner[id(b)], evidence)
    distinct = {id(members): (members, evidence) for members, evidence in sets.values()}
    return list(distinct.values())


def take_out_undecided(members: Sequence[Cluster]) -> Cluster:
    """Take the figures that fit more than one of the clashing values ("dozens") out of their clusters."""
    undecided = Cluster([])
    for cluster in members:
        for figure in list(cluster.figures):
            fits = sum(
                all(agree(figure.quantity, q) for q in distinct_quantities(other)) for other in members
            )
            if told(figure.quantity) is None and fits > 1 and len(cluster.figures) > 1:
                cluster.figures.remove(figure)
                undecided.figures.append(figure)
    return undecided


def tellers_of_figures(clusters: Sequence[Cluster]) -> dict[tuple[str, float], set[int]]:
    """Unit and figure -> the articles that tell it, for figures seldom met by chance."""
    found: dict[tuple[str, float], set[int]] = defaultdict(set)
    for cluster in clusters:
        for figure in cluster.figures:
            value = told(figure.quantity)
            if value is not None and is_telling_figure(value, figure.quantity.unit):
                found[figure.quantity.unit, value].update(figure.articles)
    return found


def told_by_other(tellers: dict[tuple[str, float], set[int]], a: Figure, b: Figure) -> bool:
    """Whether an article that tells one of the figures tells the other as well, of whatever thing."""
    return any(
        other.articles & tellers.get((one.quantity.unit, told(one.quantity) or 0.0), set())
        for one, other in ((a, b), (b, a))
    )


def clusters_explained(scene: Scene, one: Cluster, other: Cluster) -> bool:
    """Whether any outlet that tells one figure also tells the other, or the difference, beside it."""
    return any(
        explained(scene, a.first, b.first)
        for a in one.figures[: c.MOST_EXPLAINED]
        for b in other.figures[: c.MOST_EXPLAINED]
    )


def join_sets(
    sets: dict[int, tuple[list[Cluster], Evidence]], one: Cluster, other: Cluster, evidence: Evidence
) -> None:
    """Put two clashing clusters and their sets into one, if no outlet then tells two of the values."""
    mine, why = sets.get(id(one), ([one], evidence))
    theirs, why_too = sets.get(id(other), ([other], evidence))
    if mine is theirs:
        return
    told_twice = {x for cluster in mine for x in cluster.articles} & {
        x for cluster in theirs for x in cluster.articles
    }
    if told_twice:
        return
    joined = mine + theirs
    strongest = max((why, why_too, evidence), key=lambda item: item.score)
    for cluster in joined:
        sets[id(cluster)] = (joined, strongest)
