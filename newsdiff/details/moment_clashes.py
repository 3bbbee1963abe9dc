"""Dates and times that outlets give differently for one happening.

Dates are mostly of different happenings, so this asks for much: like words around, a common word right
beside both dates, no outlet that tells the other day as well, and words that can be compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from newsdiff.details import constants as c
from newsdiff.details.circumstances import names_evidence
from newsdiff.details.moments import Moment, first_of, gap, length, meet, middle, moment_of, shifted
from newsdiff.details.reasons import NONE, PARAGRAPHS_LINKED, Evidence, common_words_reason
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling
from newsdiff.model import ClockTime, DateRange

WEEK = re.compile(r"\bweek", re.I)
HALF_DAY = 720
"""Minutes from 10:15 a.m. to 10:15 p.m."""
DAYS_OF_WEEK = 7
"""A day next to "this week" may be meant by it: weeks begin on Sunday, on Monday, or seven days ago."""
YEAR = re.compile(r"\d{4}")
SAYING = re.compile(
    r"\b(?:said|says|told|asked|announced|tweeted|posted|shared|wrote|stated|added|warned|confirmed)\b", re.I
)
SAYING_BEFORE = re.compile(SAYING.pattern + r"\W+(?:(?:on|in|late|early|earlier|by|a|the)\W+)*$", re.I)
STAMP_BEFORE = re.compile(r"@\w+\)?\W+(?:on\W+)?$")
"""A post quoted with its day: "(@name) December 26"."""
SAYING_AFTER = re.compile(r"\s+(?:\w+\s+){0,2}?" + SAYING.pattern, re.I)
"""With a comma between, what is said stands before: "crashed on Friday, police said"."""
DETERMINER = re.compile(r"\b(?:an?|the|his|her|its|their|this|that)\s$|[’']s\s$", re.I)


def clashing_moments(
    scene: Scene, tellings: Sequence[Telling], needed: float
) -> list[tuple[list[Telling], Evidence]]:
    """Mentions of one happening that give it different days or times, in sets."""
    copies = copies_of(scene, tellings)
    firsts = [same[0] for same in copies.values()]
    candidates = firsts if len(firsts) <= c.MOST_MOMENT_CLASHES else []
    found: list[tuple[Evidence, Telling, Telling]] = []
    for index, a in enumerate(candidates):
        for b in candidates[index + 1 :]:
            if a.article != b.article and not meet(moment_of(a), moment_of(b)):
                evidence = clash_evidence(scene, a, b)
                if evidence.score >= needed and not known_anyway(scene, a, b, candidates):
                    found.append((evidence, a, b))
    found.sort(key=lambda item: (-item[0].score, item[1].order, item[2].order))
    sets: list[tuple[list[Telling], Evidence]] = []
    home: dict[float, int] = {}
    for evidence, a, b in found:
        place = home.get(a.order, home.get(b.order))
        if place is None:
            place = len(sets)
            sets.append(([], evidence))
        new = [telling for telling in (a, b) if telling.order not in home]
        if all(fits(telling, sets[place][0]) for telling in new):
            home.update((telling.order, place) for telling in new)
            sets[place][0].extend(new)
    whole = []
    for place, (members, evidence) in enumerate(sets):
        if len(members) > 1:
            more = seconding(scene, members, candidates, home)
            home.update((telling.order, place) for telling in more)
            whole.append((with_copies(scene, members + more, copies), evidence))
    return [(sorted(members, key=lambda t: t.order), evidence) for members, evidence in whole]


def copies_of(scene: Scene, tellings: Sequence[Telling]) -> dict[Hashable, list[Telling]]:
    """The mentions by sentence, place in it, and day: a hundred copies of one report are one."""
    found: dict[Hashable, list[Telling]] = {}
    for telling in tellings:
        found.setdefault((scene.copy_key(telling), moment_of(telling)), []).append(telling)
    return found


def with_copies(
    scene: Scene, members: Sequence[Telling], copies: dict[Hashable, list[Telling]]
) -> list[Telling]:
    """The members with all mentions that stand in copies of their sentences."""
    return [same for member in members for same in copies[scene.copy_key(member), moment_of(member)]]


def known_anyway(scene: Scene, a: Telling, b: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether one of the articles tells the other's day as well, of something else.

    Then both may be right, unless the words around the two are very much alike, and no less than
    those around two mentions that agree.
    """
    likeness = scene.likeness(a, b)
    if likeness >= c.MOMENT_ALIKE:
        return any(
            telling.article == other.article
            and meet(moment_of(telling), moment_of(one))
            and scene.likeness(telling, one) >= likeness
            for one, other in ((a, b), (b, a))
            for telling in tellings
        )
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


def seconding(
    scene: Scene, members: Sequence[Telling], candidates: Sequence[Telling], home: dict[float, int]
) -> list[Telling]:
    """Mentions that give a member's very day beside the words that stand beside all members ("filing")."""
    words = set.intersection(*(scene.nearest(member) for member in members))
    days = {middle(moment_of(member)) for member in members}
    return [
        telling
        for telling in candidates
        if telling.order not in home
        and middle(moment_of(telling)) in days
        and fits(telling, members)
        and scene.nearest(telling) & words
    ]


def fits(telling: Telling, members: Sequence[Telling]) -> bool:
    """Whether a mention can join a set: no outlet may give one happening two different days."""
    moment = moment_of(telling)
    return all(other.article != telling.article or moment_of(other) == moment for other in members)


def clash_evidence(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two moments that exclude each other are told of one happening."""
    one, other = moment_of(a), moment_of(b)
    sharp, vague = sorted((length(one), length(other)))
    if isinstance(one, DateRange) and (sharp <= c.MOMENT_GRAIN < vague or vague > c.MOMENT_LONGEST):
        return NONE
    if sharp == 1 and gap(one, other) <= DAYS_OF_WEEK and any(WEEK.search(t.mention.text) for t in (a, b)):
        return NONE
    swapped = halves_swapped(one, other) and bool(scene.before(a)) and scene.before(a) == scene.before(b)
    if not swapped and not scene.nearest(a) & scene.nearest(b):
        return NONE
    if not comparable(scene, a, b):
        return NONE
    likeness, link = scene.likeness(a, b), scene.link(a, b)
    counterparts = scene.counterparts.are_counterparts(a, b)
    least = c.COUNTERPART_LIKENESS_LEAST if counterparts or swapped else c.MOMENT_LIKENESS_LEAST
    if likeness < least:
        return NONE
    score = c.MOMENT_BASE + c.MOMENT_LIKENESS * likeness + c.MOMENT_LINK * link + names_evidence(scene, a, b)
    score += c.MOMENT_COUNTERPARTS if counterparts else 0.0
    score += c.MOMENT_SWAPPED if swapped else 0.0
    if all(YEAR.search(telling.mention.text) for telling in (a, b)):
        score += c.MOMENT_YEARS_TOLD
    if isinstance(one, DateRange) and gap(one, other) <= 1 and sharp == vague == 1:
        score += 0.0 if both_ahead(scene, a, b) else c.MOMENT_NEXT_DAY
    if isinstance(one, ClockTime) and gap(one, other) < minutes_to_part(one, other):
        return NONE
    reasons = [PARAGRAPHS_LINKED] if link else []
    reasons.append(common_words_reason(scene, a, b))
    return Evidence(max(0.0, min(most_sure(one, other), score)), "; ".join(filter(None, reasons)))


def most_sure(one: Moment, other: Moment) -> float:
    """How sure two dates can make us at most: vague ones ("the end of November") leave room for a slip."""
    if isinstance(one, DateRange) and max(length(one), length(other)) > 1:
        return c.MOMENT_MOST["vague"]
    next_day = isinstance(one, DateRange) and gap(one, other) <= 1
    return c.MOMENT_MOST["next day" if next_day else "exact"]


def halves_swapped(one: Moment, other: Moment) -> bool:
    """Whether two times are the same but for "a.m." and "p.m."."""
    return length(one) == length(other) == 1 and abs(first_of(one) - first_of(other)) == HALF_DAY


def both_ahead(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether both days lie after their articles: plans, which no time zone turns into the next day."""
    for telling in (a, b):
        published, day = scene.annotated[telling.article].article.published, moment_of(telling)
        if published is None or not isinstance(day, DateRange) or day.first <= published:
            return False
    return True


def minutes_to_part(one: Moment, other: Moment) -> int:
    """So many minutes apart, two times are two: few where both are told to the minute ("2:17", "2:31")."""
    exact = [isinstance(time, ClockTime) and time.first == time.last for time in (one, other)]
    to_the_minute = [
        isinstance(time, ClockTime) and time.first % c.MOMENT_ROUND != 0 for time in (one, other)
    ]
    if not all(exact):
        return c.MOMENT_MINUTES
    return c.MOMENT_FEW_MINUTES if all(to_the_minute) else c.MOMENT_SOME_MINUTES


def comparable(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether what two dates or times say can be held against each other at all.

    Not when the words are the same ("next month" twice: then only the days of publication differ), not
    relative words of an article whose own date is odd, not months whose year is untold and would fit,
    not clock times of different or unequally told zones.
    """
    one, other = moment_of(a), moment_of(b)
    if isinstance(one, ClockTime) or isinstance(other, ClockTime):
        return (
            isinstance(one, ClockTime) and isinstance(other, ClockTime) and told_zone(one) == told_zone(other)
        )
    if a.mention.text.casefold() == b.mention.text.casefold():
        return False
    if said_then(scene, a) or said_then(scene, b) or not modifies_alike(scene, a, b):
        return False
    bare = [telling for telling in (a, b) if not YEAR.search(telling.mention.text)]
    if any(telling.article in scene.odd_days for telling in bare):
        return False
    return not bare or not any(one.meets(shifted(other, years)) for years in (-1, 1))


def told_zone(time: Moment) -> str:
    """The zone of a time where it is told; "local time" is what a time without a zone is in."""
    zone = time.zone if isinstance(time, ClockTime) else ""
    return "" if zone.startswith("local") else zone


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
            if follows and follows not in scene.nearest(other):
                return False
    return True
