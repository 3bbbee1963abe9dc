"""Numbers, money, percentages and durations: which tellings are of one thing, and how the figures relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, by_value, commonest_wording, most_told_first, plain_relation
from newsdiff.details.evidence import (
    Evidence,
    agreement_evidence,
    clash_evidence,
    explained,
    is_telling_figure,
    quantity_of,
)
from newsdiff.details.heads import head_group, kinship
from newsdiff.details.labels import figure_label
from newsdiff.details.scene import Scene, Telling
from newsdiff.details.values import agree, equal, told
from newsdiff.model import Kind, Quantity, Relation

KINDS: tuple[Kind, ...] = ("number", "money", "percent", "duration")


@dataclass(eq=False, slots=True)
class Figure:
    """One figure in one wording: the same sentence in many articles is one figure with many tellings."""

    first: Telling
    tellings: list[Telling]

    @property
    def quantity(self) -> Quantity:
        """The figure told."""
        return quantity_of(self.first)

    @property
    def order(self) -> float:
        """Where it is first told."""
        return self.first.order

    @property
    def articles(self) -> set[int]:
        """Which articles tell it."""
        return {telling.article for telling in self.tellings}


@dataclass(eq=False, slots=True)
class Cluster:
    """Figures that agree and are told of one thing."""

    figures: list[Figure]

    @property
    def tellings(self) -> list[Telling]:
        """Every mention, in reading order."""
        return sorted((t for figure in self.figures for t in figure.tellings), key=lambda t: t.order)

    @property
    def articles(self) -> set[int]:
        """Which articles tell it."""
        return {article for figure in self.figures for article in figure.articles}


def figure_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per thing that is counted; *differs* where the evidence reaches `needed`."""
    clusters = agreeing(scene, figures_of(scene))
    clashes = clashing(scene, clusters, needed)
    spent = {id(cluster) for members, _ in clashes for cluster in members}
    clusters.extend(undecided for members, _ in clashes if (undecided := take_out_undecided(members)).figures)
    drafts = [clash_draft(scene, members, evidence) for members, evidence in clashes]
    return drafts + [agreement_draft(scene, cluster) for cluster in clusters if id(cluster) not in spent]


def figures_of(scene: Scene) -> list[Figure]:
    """Every distinct figure: copies of one sentence are put together."""
    found: dict[Hashable, Figure] = {}
    for kind in KINDS:
        for telling in scene.tellings.get(kind, []):
            if not isinstance(telling.mention.value, Quantity):
                continue
            key = (scene.copy_key(telling), telling.mention.value)
            if key in found:
                found[key].tellings.append(telling)
            else:
                found[key] = Figure(telling, [telling])
    return list(found.values())


def agreeing(scene: Scene, figures: Sequence[Figure]) -> list[Cluster]:
    """Clusters of figures that agree, each with each.

    Across outlets a figure joins its best fellow in every other article; the surest joins come first.
    Words such as "dozens" agree with much: they join last, and bring no two figures together.
    """
    home = {id(figure): Cluster([figure]) for figure in figures}
    for _, a, b in sorted(joins(scene, figures), key=lambda join: (-join[0], join[1].order, join[2].order)):
        mine, theirs = home[id(a)], home[id(b)]
        if mine is theirs or not all_agree(mine, theirs):
            continue
        mine.figures.extend(theirs.figures)
        for figure in theirs.figures:
            home[id(figure)] = mine
    return list({id(cluster): cluster for cluster in home.values()}.values())


def joins(scene: Scene, figures: Sequence[Figure]) -> list[tuple[float, Figure, Figure]]:
    """Pairs of figures that are told of one thing, with how surely."""
    same_article: list[tuple[float, Figure, Figure]] = []
    best: dict[tuple[int, int], tuple[float, Figure, Figure]] = {}
    for a, b in pairs_worth_a_look(figures):
        if not near_enough(a.quantity, b.quantity):
            continue
        score = agreement_evidence(scene, a.first, b.first)
        if told(a.quantity) is None or told(b.quantity) is None:
            score -= c.AGREEMENT_VAGUE
        if score < c.AGREEMENT_NEEDED:
            continue
        if a.first.article == b.first.article:
            if equal(a.quantity, b.quantity):
                same_article.append((score, a, b))
            continue
        for mine, theirs in ((a, b), (b, a)):
            key = (id(mine), theirs.first.article)
            if key not in best or score > best[key][0]:
                best[key] = (score, a, b)
    return same_article + list(best.values())


def near_enough(a: Quantity, b: Quantity) -> bool:
    """Whether two figures agree and are near each other: "at least two" and 30 agree and are two things."""
    if not agree(a, b):
        return False
    one, other = told(a), told(b)
    if one is None or other is None or one == other:
        return True
    low, high = sorted((abs(one), abs(other)))
    return high <= low * c.AGREEMENT_RATIO


def all_agree(one: Cluster, other: Cluster) -> bool:
    """Whether every figure of one cluster agrees with every figure of the other."""
    mine, theirs = distinct_quantities(one), distinct_quantities(other)
    if any(told(q) is None for q in mine + theirs) and min(len(mine), len(theirs)) > 1:
        return False
    return all(agree(a, b) for a in mine for b in theirs)


def distinct_quantities(cluster: Cluster) -> list[Quantity]:
    """The different figures of a cluster."""
    return list(dict.fromkeys(figure.quantity for figure in cluster.figures))


def pairs_worth_a_look(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs with one unit and a common head, role or figure; no pair twice, and never too many."""
    buckets: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in bucket_keys(figure.quantity):
            buckets[key].append(figure)
    seen: set[tuple[float, float]] = set()
    for members in buckets.values():
        chosen: Iterable[tuple[Figure, Figure]] = combinations(members, 2)
        if len(members) > c.MOST_PAIRED:
            chosen = pairwise(members)
        for a, b in chosen:
            key = (a.first.order, b.first.order)
            if key not in seen:
                seen.add(key)
                yield a, b


def bucket_keys(quantity: Quantity) -> Iterator[Hashable]:
    """Under which keys a figure can meet another of the same thing."""
    yield ("told", quantity.unit, told(quantity) or (quantity.low, quantity.high))
    if quantity.head:
        yield ("head", quantity.unit, head_group(quantity.head))
    if quantity.role:
        yield ("role", quantity.unit, quantity.role)
    if quantity.unit:
        yield ("unit", quantity.unit)


def clashing(
    scene: Scene, clusters: Sequence[Cluster], needed: float
) -> list[tuple[list[Cluster], Evidence]]:
    """Sets of clusters whose figures exclude each other though they are told of one thing.

    No outlet may tell two of the values: then it knows them for two things. Each figure clashes with
    its best counterpart in another article only, and that counterpart's best must be this figure.
    """
    owner = {id(figure): cluster for cluster in clusters for figure in cluster.figures}
    articles = {id(cluster): cluster.articles for cluster in clusters}
    tellers = tellers_of_figures(clusters)
    figures = [figure for cluster in clusters for figure in cluster.figures]
    found: list[tuple[Evidence, Figure, Figure]] = []
    best: dict[tuple[float, int], float] = {}
    for a, b in pairs_worth_a_look(figures):
        mine, theirs = owner[id(a)], owner[id(b)]
        if mine is theirs or not articles[id(mine)].isdisjoint(articles[id(theirs)]):
            continue
        if kinship(a.quantity, b.quantity) == "apart" or agree(a.quantity, b.quantity):
            continue
        if told_by_other(tellers, a, b):
            continue
        evidence = clash_evidence(scene, a.first, b.first)
        if evidence.score < c.CLASH_WORTH_KEEPING or clusters_explained(scene, mine, theirs):
            continue
        found.append((evidence, a, b))
        for one, other in ((a, b), (b, a)):
            key = (id(one), other.first.article)
            best[key] = max(best.get(key, 0.0), evidence.score)
    found.sort(key=lambda item: (-item[0].score, item[1].first.order, item[2].first.order))
    sets: dict[int, tuple[list[Cluster], Evidence]] = {}
    for evidence, a, b in found:
        rivals = max(best[id(a), b.first.article], best[id(b), a.first.article])
        if evidence.score < needed or evidence.score < rivals:
            continue
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
