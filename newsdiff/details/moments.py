"""Dates and times: one detail per day or hour, and those that outlets give differently for one happening."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from datetime import timedelta
from itertools import product
from typing import TypeAlias

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, by_value, commonest_wording, most_told_first, plain_relation
from newsdiff.details.evidence import NONE, Evidence, common_words_reason, names_evidence
from newsdiff.details.labels import happening_label
from newsdiff.details.scene import Scene, Telling
from newsdiff.model import ClockTime, DateRange, Kind

Moment: TypeAlias = DateRange | ClockTime
YEAR = re.compile(r"\d{4}")
SAYING = re.compile(
    r"\b(?:said|says|told|asked|announced|tweeted|posted|shared|wrote|stated|added|warned|confirmed)\b", re.I
)
SAYING_BEFORE = re.compile(SAYING.pattern + r"\W+(?:(?:on|in|late|early|earlier|by|a|the)\W+)*$", re.I)
STAMP_BEFORE = re.compile(r"@\w+\)?\W+(?:on\W+)?$")
"""A post quoted with its day: "(@name) December 26"."""
SAYING_AFTER = re.compile(r"\W*(?:\w+\W+){0,2}?" + SAYING.pattern, re.I)
DETERMINER = re.compile(r"\b(?:an?|the|his|her|its|their|this|that)\s$|[’']s\s$", re.I)


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


def middle(moment: Moment) -> Hashable:
    """What makes two moments one: the same days, or the same time however roughly ("around 9pm")."""
    return moment if isinstance(moment, DateRange) else (moment.first + moment.last) // 2


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
    found = [(e, a, b) for e, a, b in found if not known_anyway(scene, a, b, candidates)]
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
        new = [telling for telling in (a, b) if telling.order not in home]
        if all(fits(telling, sets[place][0]) for telling in new):
            home.update((telling.order, place) for telling in new)
            sets[place][0].extend(new)
    for members, _ in sets:
        members.extend(seconding(scene, members, [t for t in candidates if t.order not in home]))
    return [(sorted(m, key=lambda t: t.order), evidence) for m, evidence in sets if len(m) > 1]


def known_anyway(scene: Scene, a: Telling, b: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether one of the articles tells the other's day as well, of something else.

    Then both may be right, unless the words around the two are very much alike.
    """
    if scene.likeness(a, b) >= c.MOMENT_ALIKE:
        return False
    return any(
        telling.article == other.article and same_day_told(telling, one)
        for one, other in ((a, b), (b, a))
        for telling in tellings
    )


def same_day_told(a: Telling, b: Telling) -> bool:
    """Whether both tell the same day or time; of weeks and months only in the same words."""
    one, other = moment_of(a), moment_of(b)
    if isinstance(one, DateRange) and 1 < length(one) <= c.MOMENT_GRAIN:
        return one == other and a.mention.text.casefold() == b.mention.text.casefold()
    return middle(one) == middle(other)


def seconding(scene: Scene, members: Sequence[Telling], others: Sequence[Telling]) -> list[Telling]:
    """Mentions that give a member's very day beside the words that stand beside all members ("filing")."""
    words = set.intersection(*(scene.nearest(member, c.MOMENT_NEAREST) for member in members))
    days = {middle(moment_of(member)) for member in members}
    return [
        telling
        for telling in others
        if middle(moment_of(telling)) in days
        and fits(telling, members)
        and scene.nearest(telling, c.MOMENT_NEAREST) & words
    ]


def fits(telling: Telling, members: Sequence[Telling]) -> bool:
    """Whether a mention can join a set: no outlet may give one happening two different days."""
    moment = moment_of(telling)
    return all(other.article != telling.article or moment_of(other) == moment for other in members)


def clash_evidence(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two moments that exclude each other are told of one happening."""
    one, other = moment_of(a), moment_of(b)
    sharp, vague = sorted((length(one), length(other)))
    if isinstance(one, DateRange) and sharp <= c.MOMENT_GRAIN < vague:
        return NONE
    if not comparable(scene, a, b) or not scene.nearest(a, c.MOMENT_NEAREST) & scene.nearest(
        b, c.MOMENT_NEAREST
    ):
        return NONE
    likeness, link = scene.likeness(a, b), scene.link(a, b)
    if likeness < c.MOMENT_LIKENESS_LEAST:
        return NONE
    score = c.MOMENT_BASE + c.MOMENT_LIKENESS * likeness + c.MOMENT_LINK * link + names_evidence(scene, a, b)
    if all(YEAR.search(telling.mention.text) for telling in (a, b)):
        score += c.MOMENT_YEARS_TOLD
    if isinstance(one, DateRange) and gap(one, other) <= 1 and sharp == vague == 1:
        score += c.MOMENT_NEXT_DAY
    if isinstance(one, ClockTime) and gap(one, other) < c.MOMENT_MINUTES:
        return NONE
    reasons = ["linked paragraphs"] if link else []
    reasons.append(common_words_reason(scene, a, b))
    return Evidence(max(0.0, min(0.9, score)), "; ".join(reason for reason in reasons if reason))


def comparable(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether what two dates or times say can be held against each other at all.

    Not when the words are the same ("next month" twice: then only the days of publication differ), not
    relative words of an article whose own date is odd, not months whose year is untold and would fit,
    not clock times of different or unequally told zones.
    """
    one, other = moment_of(a), moment_of(b)
    if isinstance(one, ClockTime) or isinstance(other, ClockTime):
        return isinstance(one, ClockTime) and isinstance(other, ClockTime) and one.zone == other.zone
    if a.mention.text.casefold() == b.mention.text.casefold():
        return False
    if said_then(scene, a) or said_then(scene, b) or not modifies_alike(scene, a, b):
        return False
    bare = [telling for telling in (a, b) if not YEAR.search(telling.mention.text)]
    if any(telling.article in scene.odd_days for telling in bare):
        return False
    return not bare or not any(one.meets(shifted(other, years)) for years in (-1, 1))


def said_then(scene: Scene, telling: Telling) -> bool:
    """Whether the date is that of a statement: everybody says something on every day."""
    text, mention = scene.text(telling), telling.mention
    before = text[max(telling.sentence.start, mention.start - 30) : mention.start]
    after = text[mention.end : min(telling.sentence.end, mention.end + 30)]
    if SAYING_BEFORE.search(before) or STAMP_BEFORE.search(before) or SAYING_AFTER.match(after):
        return True
    opens = mention.start - telling.sentence.start <= 4
    return opens and SAYING.search(text, mention.end, telling.sentence.end) is not None


def modifies_alike(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether a date right before its noun ("the Oct. 19 meeting") has that noun near the other date too."""
    for one, other in ((a, b), (b, a)):
        text, mention = scene.text(one), one.mention
        if DETERMINER.search(text[max(one.sentence.start, mention.start - 8) : mention.start]):
            after = [w for w in scene.sentence_tokens(one) if w.start >= mention.end]
            follows = after[0].stem if after and not text[mention.end : after[0].start].strip() else ""
            if follows and follows not in scene.nearest(other, c.MOMENT_NEAREST):
                return False
    return True


def shifted(days: DateRange, years: int) -> DateRange:
    """The same days some years on."""
    step = timedelta(days=round(365.25 * years))
    try:
        return DateRange(days.first + step, days.last + step)
    except OverflowError:
        return days


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
