"""Dates and times: one detail per day or hour, and those that outlets give differently for one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeAlias

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, by_value, commonest_wording, most_told_first, plain_relation
from newsdiff.details.evidence import NONE, Evidence, common_words_reason, names_evidence
from newsdiff.details.labels import happening_label
from newsdiff.details.scene import Scene, Telling
from newsdiff.model import ClockTime, DateRange, Kind

Moment: TypeAlias = DateRange | ClockTime


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


def moment_of(telling: Telling) -> Moment:
    """The day or time told; only for kinds that have one."""
    value = telling.mention.value
    assert isinstance(value, DateRange | ClockTime)
    return value


def meet(a: Moment, b: Moment) -> bool:
    """Whether both can be one day, or one time of day."""
    if isinstance(a, DateRange) and isinstance(b, DateRange):
        return a.meets(b)
    return isinstance(a, ClockTime) and isinstance(b, ClockTime) and a.meets(b)


def length(moment: Moment) -> int:
    """In days, or in minutes."""
    if isinstance(moment, DateRange):
        return (moment.last - moment.first).days + 1
    return moment.last - moment.first + 1


def gap(a: Moment, b: Moment) -> int:
    """Days or minutes between two moments that do not meet."""
    early, late = (a, b) if first_of(a) <= first_of(b) else (b, a)
    return first_of(late) - last_of(early)


def first_of(moment: Moment) -> int:
    """The first day, or the first minute of the day, as a number."""
    return moment.first.toordinal() if isinstance(moment, DateRange) else moment.first


def last_of(moment: Moment) -> int:
    """The last day, or the last minute of the day, as a number."""
    return moment.last.toordinal() if isinstance(moment, DateRange) else moment.last


def agreeing_moments(scene: Scene, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Equal moments together; a vaguer one ("last month") joins the sharper one it is told of."""
    equal: dict[Moment, list[Telling]] = defaultdict(list)
    for telling in tellings:
        equal[moment_of(telling)].append(telling)
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
            score = scene.likeness(a, b) + c.MOMENT_LINK * scene.link(a, b)
            if score >= c.MOMENT_AGREEMENT_NEEDED and (best is None or score > best[0]):
                best = (score, moment)
    return best[1] if best else None


def bounded_pairs(some: Sequence[Telling], others: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of two lists, of no more than the first few of each."""
    return product(some[: c.MOST_MOMENTS], others[: c.MOST_MOMENTS])


def clashing_moments(
    scene: Scene, tellings: Sequence[Telling], needed: float
) -> list[tuple[list[Telling], Evidence]]:
    """Mentions of one happening that give it different days or times, in sets."""
    candidates = tellings if len(tellings) <= c.MOST_MOMENT_CLASHES else []
    found: list[tuple[Evidence, Telling, Telling]] = []
    agreed: dict[tuple[float, int], float] = {}
    for index, a in enumerate(candidates):
        for b in candidates[index + 1 :]:
            if a.article == b.article:
                continue
            if meet(moment_of(a), moment_of(b)):
                likeness = scene.likeness(a, b)
                for one, other in ((a, b), (b, a)):
                    key = (one.order, other.article)
                    agreed[key] = max(agreed.get(key, 0.0), likeness)
                continue
            evidence = clash_evidence(scene, a, b)
            if evidence.score >= needed:
                found.append((evidence, a, b))
    found.sort(key=lambda item: (-item[0].score, item[1].order, item[2].order))
    sets: list[tuple[list[Telling], Evidence]] = []
    home: dict[float, int] = {}
    for evidence, a, b in found:
        likeness = scene.likeness(a, b)
        if max(agreed.get((a.order, b.article), 0.0), agreed.get((b.order, a.article), 0.0)) >= likeness:
            continue
        place = home.get(a.order, home.get(b.order))
        if place is None:
            place = len(sets)
            sets.append(([], evidence))
        for telling in (a, b):
            if telling.order not in home:
                home[telling.order] = place
                sets[place][0].append(telling)
    return [(sorted(members, key=lambda t: t.order), evidence) for members, evidence in sets]


def clash_evidence(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two moments that exclude each other are told of one happening."""
    one, other = moment_of(a), moment_of(b)
    sharp, vague = sorted((length(one), length(other)))
    if isinstance(one, DateRange) and vague > c.MOMENT_GRAIN * sharp and vague > c.MOMENT_WEEK:
        return NONE
    likeness, link = scene.likeness(a, b), scene.link(a, b)
    if likeness < c.MOMENT_LIKENESS_LEAST:
        return NONE
    score = c.MOMENT_BASE + c.MOMENT_LIKENESS * likeness + c.MOMENT_LINK * link + names_evidence(scene, a, b)
    if isinstance(one, DateRange) and gap(one, other) <= 1 and sharp == vague == 1:
        score += c.MOMENT_NEXT_DAY
    if isinstance(one, ClockTime) and gap(one, other) < c.MOMENT_MINUTES:
        return NONE
    reasons = ["linked paragraphs"] if link else []
    reasons.append(common_words_reason(scene, a, b))
    return Evidence(max(0.0, min(0.9, score)), "; ".join(reason for reason in reasons if reason))


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
