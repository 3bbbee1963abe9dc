"""Dates and times: one detail per day or hour, and those that outlets give differently for one happening."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import product

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, by_value, commonest_wording, most_told_first, plain_relation
from newsdiff.details.labels import happening_label
from newsdiff.details.moment_clashes import clashing_moments
from newsdiff.details.moments import Moment, length, meet, middle, moment_of
from newsdiff.details.reasons import Evidence
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling
from newsdiff.model import ClockTime, DateRange, Kind


def moment_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per date or time; *differs* where the evidence reaches `needed`."""
    drafts: list[Draft] = []
    kinds: tuple[Kind, Kind] = ("date", "time")
    for kind in kinds:
        tellings = distinct_tellings(scene, kind)
        clashes = clashing_moments(scene, tellings, needed)
        spent = {telling.order for members, _ in clashes for telling in members}
        drafts.extend(clash_draft(scene, members, evidence) for members, evidence in clashes)
        left = [telling for telling in tellings if telling.order not in spent]
        drafts.extend(agreement_draft(scene, cluster) for cluster in agreeing_moments(scene, left))
    return drafts


def distinct_tellings(scene: Scene, kind: Kind) -> list[Telling]:
    """The tellings of that kind that have a value."""
    return [t for t in scene.tellings.get(kind, []) if isinstance(t.mention.value, DateRange | ClockTime)]


def agreeing_moments(scene: Scene, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Equal moments together; a vaguer one ("last month") joins the sharper one it is told of."""
    equal: dict[Moment, list[Telling]] = {}
    heads: dict[Hashable, Moment] = {}
    for telling in tellings:
        moment = moment_of(telling)
        equal.setdefault(heads.setdefault(middle(moment), moment), []).append(telling)
    homes: dict[Moment, Moment] = {}
    for vague in sorted(equal, key=length, reverse=True):
        if len({t.article for t in equal[vague]}) == len(scene.annotated):
            continue
        sharp = sharper(scene, vague, equal)
        if sharp is not None:
            homes[vague] = sharp
    clusters: dict[Moment, list[Telling]] = {}
    for moment, members in equal.items():
        home = moment
        while home in homes:
            home = homes[home]
        clusters.setdefault(home, []).extend(members)
    return list(clusters.values())


def sharper(scene: Scene, vague: Moment, equal: dict[Moment, list[Telling]]) -> Moment | None:
    """The moment inside a vaguer one that another outlet tells of the same happening, if any."""
    best: tuple[float, Moment] | None = None
    articles = {telling.article for telling in equal[vague]}
    for moment, members in equal.items():
        if length(moment) >= length(vague) or not meet(moment, vague):
            continue
        if articles & {telling.article for telling in members}:
            continue
        for a, b in bounded_pairs(equal[vague], members):
            score = nearness(scene, a, b)
            if score >= c.MOMENT_AGREEMENT_NEEDED and (best is None or score > best[0]):
                best = (score, moment)
    return best[1] if best else None


def nearness(scene: Scene, a: Telling, b: Telling) -> float:
    """How surely two mentions of days that can both be true are told of one happening."""
    return scene.likeness(a, b) + c.MOMENT_LINK * scene.link(a, b)


def bounded_pairs(some: Sequence[Telling], others: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of two lists, of no more than the first few of each."""
    return product(some[: c.MOST_MENTIONS], others[: c.MOST_MENTIONS])


def agreement_draft(scene: Scene, cluster: Sequence[Telling]) -> Draft:
    """A day or time that all tell alike, or that one outlet tells."""
    ordered = sorted(cluster, key=lambda t: t.order)
    groups = by_value(ordered, moment_of)
    relation = plain_relation(groups)
    because = "told by one outlet only"
    if relation == "shared":
        because = "the same day" if ordered[0].mention.kind == "date" else "the same time"
        if len(groups) > 1:
            relation, because = "variant", "one says it more exactly than the other"
    return Draft(ordered[0].mention.kind, relation, groups[0].value, groups, 0.85, because)


def clash_draft(scene: Scene, members: Sequence[Telling], evidence: Evidence) -> Draft:
    """A happening that outlets put on different days or hours."""
    by_moment: dict[Moment, list[Telling]] = {}
    for telling in members:
        by_moment.setdefault(moment_of(telling), []).append(telling)
    groups = most_told_first(Group(commonest_wording(same), same) for same in by_moment.values())
    against = " and ".join(f"“{group.value}”" for group in groups)
    because = f"{evidence.because}; {against} exclude each other"
    return Draft(
        members[0].mention.kind, "differs", happening_label(scene, members), groups, evidence.score, because
    )
