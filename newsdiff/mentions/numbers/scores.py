"""Results of matches and votes: "3-1", "28-24", "by 217 votes to 205"."""

from __future__ import annotations

import re
from itertools import pairwise

from newsdiff.patterns import lazy_pattern

_PAIR = lazy_pattern(
    r"(?P<a>\d{1,3})[-–‑](?P<b>\d{1,3})(?![\d–-]|[.,]\d|\s?(?:%|percent|per\scent|million|billion|bn\b|m\b|"
    r"k\b))",
)
_THREE = lazy_pattern(
    r"(?P<a>\d{1,3})[-–‑](?P<b>\d{1,3})[-–‑](?P<c>0|[1-9]\d{0,2})(?![\d–-]|[.,]\d|\s(?:formation|system|shape|"
    r"line-?up|defen[cs]e|alignment|diamond))",
    re.IGNORECASE,
)
"""Wins, losses and draws, or votes for, against and neither."""
_VOTES = lazy_pattern(
    r"(?P<a>\d{1,3})(?:\svotes)?\sto\s(?P<b>\d{1,3})(?=\svotes?\b|\sin\sfavou?r)",
    re.IGNORECASE,
)
_SPORT = lazy_pattern(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|victor(?:y|ies)|defeat(?:s|ed|ing)?|los(?:t|s|es|e|ing)|"
    r"scor(?:e|es|ed|ing)|lead|leads|"
    r"led|draw|drew|tied?|record|ahead|trail(?:s|ed|ing)?|rout(?:ed)?|match|game|half-?time|goals?|"
    r"champion\w*|playoffs?|"
    r"season|series|final|set|sets|went|equali[sz]\w+|aggregate|shutout|went|thrash\w*|edged|downed|topped|"
    r"stunned)\b",
    re.IGNORECASE,
)
_VOTING = lazy_pattern(
    r"\b(?:vot(?:e|es|ed|ing)|ruling|ruled|majority|decision|senate|house|court|council|board)\b",
    re.IGNORECASE,
)
_ADOPTED = lazy_pattern(r"\b(?:pass(?:ed|es)|approv\w+|reject\w+|adopt\w+|resolution)\b", re.IGNORECASE)
_COUNTED = lazy_pattern(
    r"[\s-](?!(?:win|victory|loss|defeat|lead|record|draw|in|at|on|to|over|against|and|with|vote|margin|"
    r"aggregate|thriller|decision|season|start|finish|home|away)\b)[a-z]",
)
_WINDOW, _NEAR = 70, 16


def read_score(text: str, position: int, floor: int, ceiling: int) -> tuple[float, str, int] | None:
    """The result at `position`, its head ("score" or "vote") and where it ends.

    Two numbers become one value, the higher first, as 28024 for both "28-24" and "24-28", so that
    equal results are equal and different ones are not. A third number (draws, abstentions)
    stands behind the point, so that 230197.001 for "230-197-1" is close to
    230197 for the "230-197" of those who leave it out.
    """
    near = text[position + 1 : position + 5]
    dashed = any(one in "-–‑" and other.isdigit() for one, other in pairwise(near))
    three = _THREE.match(text, position, ceiling) if dashed else None
    pair = _PAIR.match(text, position, ceiling) if dashed else None
    match = three or pair or _VOTES.match(text, position, ceiling)
    if match is None:
        return None
    a, b = int(match["a"]), int(match["b"])
    around = text[max(floor, position - _WINDOW) : min(ceiling, match.end() + _WINDOW)]
    near = text[max(floor, position - _NEAR) : min(ceiling, match.end() + _NEAR)]
    voting = _VOTING.search(near) is not None or (
        _VOTING.search(around) is not None and not _SPORT.search(around)
    )
    if a < b and _COUNTED.match(text, match.end(), ceiling):
        return None
    bracketed = text[position - 1 : position] == "(" and text[match.end() : match.end() + 1] == ")"
    voting = voting or (three is not None and _ADOPTED.search(near) is not None)
    if not voting and not bracketed and not _SPORT.search(around):
        return None
    head = "vote" if voting and (not (pair or three) or max(a, b) >= 5) else "score"
    value = 1_000.0 * max(a, b) + min(a, b)
    return (value + int(three["c"]) / 1_000 if three else value), head, match.end()
