"""Times of day: "06:00 GMT", "just after 9 p.m. local time", "noon", "about an hour before midnight"."""

from __future__ import annotations

import re

from newsdiff.calendar.zones import ZONE_GROUPS, ZONES_OF_24_HOURS
from newsdiff.mentions.match import Match
from newsdiff.mentions.numbers.number_words import ONES
from newsdiff.model import ClockTime
from newsdiff.patterns import lazy_pattern

_DAY = 1_440
_AROUND, _JUST, _OPEN = 30, 30, 180  # minutes covered by "around", "just after", plain "after"

_HALF_DAY = r"(?i:[ap]\.\s?m\.?|[ap]m\b)"
_HOURS = "|".join(sorted((word for word, value in ONES.items() if 0 < value <= 12), key=len, reverse=True))
_CLOCK = (
    rf"(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>{_HALF_DAY})"
    r"|(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?(?:hours|hrs|h)\b)?"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:hours|hrs|h\b|GMT|UTC|BST|CET|IST|EST|"
    r"local\stime))(?:\s?(?:hours|hrs|h)\b)?"
    rf"|(?P<word>\d{{1,2}}|(?i:{_HOURS}))\s(?:o[’']clock)(?:\sin\sthe\s(?P<time>morning|afternoon|evening)|"
    rf"\sat\s(?P<night>night))?"
    rf"|(?P<spelled>(?i:{_HOURS}))\s(?P<spelledhalf>{_HALF_DAY})"
    r"|(?:12\s|12:00\s)?(?P<named>(?i:noon|midday|midnight))\b)"
)
_ZONE = (
    r"(?:,?\s?\(?(?P<zone>local(?:\stime)?|GMT(?:[+-]\d{1,2})?|UTC(?:[+-]\d{1,2})?|BST|CET|CEST|IST|JST|"
    r"KST|MSK|AEST|AEDT|SGT|HKT|"
    r"E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|(?:Eastern|Central|Mountain|Pacific)(?:\s(?:Standard|"
    r"Daylight))?(?:\s[Tt]ime)?|"
    r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\stime)\b)?"
)
_TIME = lazy_pattern(_CLOCK + _ZONE)
_RANGE = lazy_pattern(
    rf"(?P<from>\d{{1,2}}(?:[:.][0-5]\d)?\s?{_HALF_DAY}?|noon|midnight)\s?(?:-|–|—|\sto\s|\sand\s|"
    rf"\suntil\s)\s?"
    rf"(?P<to>\d{{1,2}}(?:[:.][0-5]\d)?\s?{_HALF_DAY}|noon|midnight){_ZONE}"
)
_HEDGE = lazy_pattern(
    r"\b(?P<words>(?P<after>(?:just|shortly|soon|moments|minutes|right|a\slittle|not\slong)\s(?:after|past))|"
    r"(?P<before>(?:just|shortly|moments|minutes|right|a\slittle)\sbefore|nearly|almost)|"
    r"(?P<about>(?:around|about|approximately|roughly|circa|some\stime\saround))|"
    r"(?P<late>after|past|since)|(?P<early>before))\s$",
    re.IGNORECASE,
)
_BETWEEN = lazy_pattern(r"\b(?:between|from)\s$", re.IGNORECASE)
_OFFSET = lazy_pattern(
    rf"(?P<hedge>(?:about|around|roughly|approximately|nearly|almost|some)\s)?(?:(?P<half>half\san\shour)|"
    rf"(?P<count>an?|\d{{1,2}}|{_HOURS}|twenty|thirty)\s(?P<unit>hour|minute)s?)\s(?P<side>before|"
    rf"after)\s(?=\d|noon|mid)",
    re.IGNORECASE,
)
_CUE = lazy_pattern(
    r"\b(?:at|by|from|until|till|around|about|before|after|since|between|and|to|approximately|roughly)\s$|"
    r"\($",
    re.IGNORECASE,
)
_NEAR = 40
"""Code points in which the words stand that the longer forms need."""
_NAMES = ("noon", "midnight")
_JOINS = ("-", "–", "—", "to", "and", "until")
_ENDS = ("am", "pm", "a.", "p.", *_NAMES)
_COLOUR = lazy_pattern(
    r"[\s-](?:black|blue|cherry|gr[ae]y|green|indigo|navy|purple|red|silver|violet)\b", re.IGNORECASE
)
"""Behind "midnight" the name of a colour: "a midnight-blue dress" says nothing of a time."""
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
CLOCK_WORDS = frozenset({"noon", "midday", "midnight", *(w for w, v in ONES.items() if 0 < v <= 12)})
OFFSET_WORDS = frozenset({
    "about", "around", "roughly", "approximately", "nearly", "almost", "some", "half", "an", "a",
                          "twenty", "thirty"})  # fmt: skip


def read_clock_time(text: str, position: int, floor: int, ceiling: int) -> Match | None:
    """The time of day at `position`, with its hedge (looked for back to `floor`) and its zone."""
    near = text[position : position + _NEAR].lower()
    holds = near.__contains__
    offset = any(map(holds, ("hour", "minute"))) and any(map(holds, ("before", "after")))
    if offset and (match := _OFFSET.match(text, position, ceiling)):
        return _offset(text, match, ceiling)
    span = (near[:1].isdigit() or near.startswith(_NAMES)) and any(map(holds, _JOINS))
    if span and any(map(holds, _ENDS)) and (match := _RANGE.match(text, position, ceiling)):
        return _range(text, match, floor)
    match = _TIME.match(text, position, ceiling)
    if match is None:
        return None
    minutes = _minutes(match)
    if match["named"] and _COLOUR.match(text, match.end(), ceiling):
        return None
    if minutes is None or (match["hour24"] and not _is_clock(match, text, floor)):
        return None
    return _hedged(
        text,
        match.start(),
        match.end(),
        minutes,
        _zone(match),
        floor,
        midnight=(match["named"] or "").lower() == "midnight",
    )


def _is_clock(match: re.Match[str], text: str, floor: int) -> bool:
    """Whether "5:30" without a half of the day is a time and not a result or a ratio."""
    if match.start() > floor and text[match.start() - 1] in "-–/.:":
        return False
    hour = match["hour24"]
    if 1 <= int(hour) <= 12 and hour[0] != "0" and _zone(match) not in ZONES_OF_24_HOURS:
        return False  # morning or evening, who knows
    cue = _CUE.search(text[max(floor, match.start() - 16) : match.start()]) is not None
    return bool(match["zone"]) or cue or len(hour) == 2


def _minutes(match: re.Match[str]) -> int | None:
    if named := match["named"]:
        return _NAMED[named.lower()]
    if match["hour24"]:
        return min(int(match["hour24"]) * 60 + int(match["minute24"]), _DAY)
    if military := match["military"]:
        return int(military[:2]) * 60 + int(military[2:])
    word = match["word"] or match["spelled"] or match["hour"]
    hour = int(word) if word.isdigit() else ONES[word.lower()]
    if not 1 <= hour <= 12:
        return None
    half = (match["half"] or match["spelledhalf"] or "").lower()[:1]
    if not half:
        half = "p" if (match["time"] in ("afternoon", "evening") or (match["night"] and hour >= 6)) else "a"
        if not match["time"] and not match["night"]:
            return None
    return hour % 12 * 60 + int(match["minute"] or 0) + (720 if half == "p" else 0)


def _hedged(text: str, start: int, end: int, minutes: int, zone: str, floor: int, *, midnight: bool) -> Match:
    window_start = max(floor, start - 26)
    hedge = _HEDGE.search(text[window_start:start])
    first = last = minutes
    if hedge is not None:
        kind = hedge.lastgroup if hedge.lastgroup != "words" else next(
            name for name in ("after", "before", "about", "late", "early") if hedge[name]
        )  # fmt: skip
        first, last = _widened(minutes, kind or "about", midnight)
        start = window_start + hedge.start()
    return Match(start, end, "time", ClockTime(max(first, 0), min(max(last, 0), _DAY), zone))


def _widened(minutes: int, kind: str, midnight: bool) -> tuple[int, int]:
    if midnight and kind == "about":
        return 0, _DAY  # either side of midnight: as good as any time
    if midnight and kind in ("before", "early"):
        minutes = _DAY
    if kind == "after":
        return minutes, minutes + _JUST
    if kind == "before":
        return minutes - _JUST, minutes
    if kind == "late":
        return minutes, minutes + _OPEN
    if kind == "early":
        return minutes - _OPEN, minutes
    return minutes - _AROUND, minutes + _AROUND


def _offset(text: str, match: re.Match[str], ceiling: int) -> Match | None:
    anchor = _TIME.match(text, match.end(), ceiling)
    minutes = _minutes(anchor) if anchor else None
    if anchor is None or minutes is None:
        return None
    if match["half"]:
        distance = 30
    else:
        word = match["count"].lower()
        count = (
            1
            if word in ("a", "an")
            else int(word)
            if word.isdigit()
            else ONES.get(word, {"twenty": 20, "thirty": 30}.get(word, 1))
        )
        distance = count * (60 if match["unit"].lower() == "hour" else 1)
    spread = distance // 3 if match["hedge"] else 0
    middle = minutes + distance if match["side"].lower() == "after" else (minutes or _DAY) - distance
    first, last = middle - spread, middle + spread
    if not 0 <= first <= last <= _DAY:
        return None
    return Match(match.start(), anchor.end(), "time", ClockTime(first, last, _zone(anchor)))


def _range(text: str, match: re.Match[str], floor: int) -> Match | None:
    later, earlier = match["to"], match["from"]
    alone = not re.search(r"[apn]", earlier) and not re.search(r"[:.]", earlier)
    if (
        alone
        and re.search(r"\sand\s", match.group())
        and not _BETWEEN.search(text[max(floor, match.start() - 9) : match.start()])
    ):
        return None
    if not re.search(r"[apn]", earlier):
        earlier += re.sub(r"[\d:.\s]+", "", later, count=1) if later[0].isdigit() else ""
    first, last = _simple(earlier), _simple(later)
    if first is None or last is None:
        return None
    if last == 0:
        last = _DAY
    if first > last and not re.search(r"[apn]", match["from"]):
        first -= 720
    if not 0 <= first <= last:
        return None
    window_start = max(floor, match.start() - 9)
    between = _BETWEEN.search(text[window_start : match.start()])
    start = window_start + between.start() if between else match.start()
    return Match(start, match.end(), "time", ClockTime(first, last, _zone(match)))


def _simple(words: str) -> int | None:
    match = _TIME.match(words)
    return _minutes(match) if match else None


def _zone(match: re.Match[str]) -> str:
    zone = match["zone"] or ""
    first = zone.lower().split(" ")[0]
    return ZONE_GROUPS.get(
        zone.lower(),
        ZONE_GROUPS.get(first, zone) if first in ("eastern", "central", "mountain", "pacific") else zone,
    )
