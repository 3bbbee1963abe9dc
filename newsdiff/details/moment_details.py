"""Dates and times: one detail per day or hour, and those that outlets give differently for one happening."""

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
from newsdiff.details.labels import happening_label
from newsdiff.details.moment_clashes import YEAR, clashing_moments
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
    """Equal moments together; a vaguer one ("last month") joins the sharper one it is told of.

    One that is told often is told of many things: of it only the mention itself joins.
    """
    equal: dict[Moment, list[Telling]] = {}
    heads: dict[Hashable, Moment] = {}
    for telling in tellings:
        moment = moment_of(telling)
        equal.setdefault(heads.setdefault(middle(moment), moment), []).append(telling)
    group_of = {telling.order: moment for moment, members in equal.items() for telling in members}
    joined: dict[float, Telling] = {}
    for vague, members in equal.items():
        for telling in members:
            if (sharp := sharper(scene, telling, vague, equal)) is not None:
                often = len(members) > c.MOMENT_OFTEN
                joined.update((each.order, sharp) for each in ([telling] if often else members))
    clusters: dict[Moment, list[Telling]] = {}
    for telling in tellings:
        home = telling
        while home.order in joined:
            home = joined[home.order]
        clusters.setdefault(group_of[home.order], []).append(telling)
    return list(clusters.values())


def sharper(
    scene: Scene, telling: Telling, vague: Moment, equal: dict[Moment, list[Telling]]
) -> Telling | None:
    """The mention of a moment inside a vaguer one that is told of the same happening elsewhere, if any.

    None where an article that tells the vague one also tells the sharper: then it may be of something else.
    """
    best: tuple[float, Telling] | None = None
    articles = {other.article for other in equal[vague]}
    for moment, members in equal.items():
        if length(moment) >= length(vague) or not meet(moment, vague):
            continue
        if not articles.isdisjoint(other.article for other in members):
            continue
        for other in members[: c.MOST_MENTIONS]:
            score = nearness(scene, telling, other)
            if score >= agreement_needed(telling, other) and (best is None or score > best[0]):
                best = (score, other)
    return best[1] if best else None


def agreement_needed(vague: Telling, sharp: Telling) -> float:
    """How near the words around must be: a year holds too much to be the day that another tells."""
    if length(moment_of(vague)) <= c.MOMENT_VAGUE or years_told(vague) & years_told(sharp):
        return c.MOMENT_AGREEMENT_NEEDED
    return c.MOMENT_YEAR_AGREEMENT_NEEDED


def years_told(telling: Telling) -> set[str]:
    """The years that the words of a date name."""
    return set(YEAR.findall(telling.mention.text))


def nearness(scene: Scene, a: Telling, b: Telling) -> float:
    """How surely two mentions of days that can both be true are told of one happening."""
    return scene.likeness(a, b) + c.MOMENT_LINK * scene.link(a, b)


def agreement_draft(scene: Scene, cluster: Sequence[Telling]) -> Draft:
    """A day or time that all tell alike, or that one outlet tells."""
    ordered = sorted(cluster, key=lambda t: t.order)
    groups = by_value(ordered, moment_of)
    relation = plain_relation(groups)
    because = "told by one outlet only"
    if relation == "shared":
        because = "the same date" if ordered[0].mention.kind == "date" else "the same time"
        by_length = sorted(groups, key=lambda group: length(moment_of(group.tellings[0])))
        sharp, vague = by_length[0], by_length[-1]
        if length(moment_of(sharp.tellings[0])) < length(moment_of(vague.tellings[0])):
            because = f"“{sharp.value}” lies within “{vague.value}”, told of the same happening"
    return Draft(ordered[0].mention.kind, relation, groups[0].value, groups, c.SAME_THING, because)


def clash_draft(scene: Scene, members: Sequence[Telling], evidence: Evidence) -> Draft:
    """A happening that outlets put on different days or hours."""
    by_moment: dict[Moment, list[Telling]] = {}
    for telling in members:
        by_moment.setdefault(moment_of(telling), []).append(telling)
    groups = most_told_first(Group(commonest_wording(same), same) for same in by_moment.values())
    because = "; ".join(filter(None, (evidence.because, excluding(groups))))
    return Draft(
        members[0].mention.kind, "differs", happening_label(scene, members), groups, evidence.score, because
    )
