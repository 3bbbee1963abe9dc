"""Figures that agree and are told of one thing, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

from newsdiff.details import constants as c
from newsdiff.details.evidence import agreement_evidence
from newsdiff.details.heads import head_group
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import agree, equal, in_told_unit, told
from newsdiff.model import Kind, Quantity

KINDS: tuple[Kind, ...] = ("number", "money", "percent", "duration", "age")


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
    different = {id(cluster): distinct_quantities(cluster) for cluster in home.values()}
    for _, a, b in sorted(joins(scene, figures), key=lambda join: (-join[0], join[1].order, join[2].order)):
        mine, theirs = home[id(a)], home[id(b)]
        if mine is theirs or not all_agree(different[id(mine)], different[id(theirs)]):
            continue
        if one_outlet_tells_two(mine, theirs):
            continue
        mine.figures.extend(theirs.figures)
        known = different[id(mine)]
        known.extend(quantity for quantity in different[id(theirs)] if quantity not in known)
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
        vague = (told(a.quantity) is None) + (told(b.quantity) is None)
        score -= (0.0, c.AGREEMENT_VAGUE_AND_EXACT, c.AGREEMENT_VAGUE)[vague]
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


def all_agree(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether every figure of one cluster agrees with every figure of another."""
    if any(told(q) is None for q in chain(mine, theirs)) and min(len(mine), len(theirs)) > 1:
        return False
    return all(agree(a, b) for a in mine for b in theirs)


def one_outlet_tells_two(mine: Cluster, theirs: Cluster) -> bool:
    """Whether an article would tell the thing with two exact figures: 89 percent of one, 90 of another.

    A measure and its conversion are one figure.
    """
    return any(
        a.articles & b.articles
        and exact(a.quantity)
        and exact(b.quantity)
        and told(a.quantity) != told(b.quantity)
        for a in mine.figures
        for b in theirs.figures
    )


def exact(quantity: Quantity) -> bool:
    """Whether a figure is told without a hedge, in the unit that the text uses."""
    return told(quantity) is not None and not quantity.hedge and in_told_unit(quantity)


def distinct_quantities(cluster: Cluster) -> list[Quantity]:
    """The different figures of a cluster."""
    return list(dict.fromkeys(figure.quantity for figure in cluster.figures))


def pairs_worth_a_look(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs with one unit and a common head, role or figure; no pair twice, and never too many."""
    buckets: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in bucket_keys(figure):
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


def bucket_keys(figure: Figure) -> Iterator[Hashable]:
    """Under which keys a figure can meet another of the same thing."""
    quantity = figure.quantity
    if figure.first.mention.kind == "money":
        yield ("currency word", told(quantity), figure.first.mention.text.split()[-1].casefold())
    yield ("told", quantity.unit, told(quantity) or (quantity.low, quantity.high))
    if quantity.head:
        yield ("head", quantity.unit, head_group(quantity.head))
    if quantity.role:
        yield ("role", quantity.unit, quantity.role)
    if quantity.unit:
        yield ("unit", quantity.unit)
