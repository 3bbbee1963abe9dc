"""Where a pattern occurs in a text with a few edits: exact offsets of every good place, in linear time.

Myers' bit-parallel algorithm (A fast bit-vector algorithm for approximate string matching, JACM 46, 1999)
with Python's integers as the bit vectors, in the form for substrings (Hyyrö 2003). RapidFuzz does the
whole-string distances, but its substring search finds one place only and can freeze on long needles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.quick_dataclass import dataclass

SCANNED = 60_000
"""Code points that are searched as a whole; in a longer text only the surroundings of seeds are."""
_SEED = 12
_SEEDS = 24
_SEED_HITS = 8


@dataclass(frozen=True, slots=True)
class Match:
    """A place where the pattern stands, with `distance` insertions, deletions and replacements."""

    start: int
    end: int
    distance: int


def matches(pattern: str, text: str, most: int) -> tuple[Match, ...]:
    """Places with at most `most` edits, best first; of overlapping ones the best, of equal ones the first."""
    found: list[Match] = []
    for low, high in _windows(pattern, text, most):
        found += _matches_in(pattern, text, low, high, most)
    found.sort(key=lambda match: (match.distance, match.start))
    kept: list[Match] = []
    for match in found:
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return tuple(kept)


def occurrences(pattern: str, text: str, limit: int) -> tuple[int, ...]:
    """Starts of the first `limit` exact occurrences; they may overlap."""
    found: list[int] = []
    at = text.find(pattern)
    while at >= 0 and len(found) < limit:
        found.append(at)
        at = text.find(pattern, at + 1)
    return tuple(found)


def least_distance(pattern: str, text: str) -> int:
    """Edits between the pattern and the part of the text that is most like it."""
    return min(_distances(pattern, text), default=len(pattern))


def _matches_in(pattern: str, text: str, low: int, high: int, most: int) -> list[Match]:
    distances = list(_distances(pattern, text[low:high]))
    found = []
    for index in _valleys(distances, most, len(pattern)):
        end = low + index + 1
        start = _start(pattern, text, end, distances[index])
        if start < end:
            found.append(Match(start, end, distances[index]))
    return found


def _valleys(distances: Sequence[int], most: int, width: int) -> list[int]:
    """The best index of every run of good places; a run as long as the pattern is several places."""
    found: list[int] = []
    for index, distance in enumerate(distances):
        if distance > most:
            continue
        if found and index - found[-1] < max(1, width // 2):
            if distance < distances[found[-1]]:
                found[-1] = index
        else:
            found.append(index)
    return found


def _start(pattern: str, text: str, end: int, distance: int) -> int:
    """Where the match that ends at `end` begins: the same search, backwards. Of equally good starts the
    one that makes it as long as the pattern."""
    reach = text[max(0, end - len(pattern) - distance) : end][::-1]
    best = [
        i + 1 for i, found in enumerate(_distances(pattern[::-1], reach, anchored=True)) if found == distance
    ]
    return end - min(best, key=lambda length: (abs(length - len(pattern)), length), default=0)


def _distances(pattern: str, text: str, *, anchored: bool = False) -> Iterator[int]:
    """For every index the least distance of the pattern to a part of the text that ends there; if
    `anchored`, to the part that begins where the text does."""
    size = len(pattern)
    if not size:
        return
    full, last = (1 << size) - 1, 1 << (size - 1)
    where: dict[str, int] = {}
    for index, char in enumerate(pattern):
        where[char] = where.get(char, 0) | 1 << index
    rises, falls, score = full, 0, size
    for char in text:
        equal = where.get(char, 0)
        vertical = equal | falls
        diagonal = (((equal & rises) + rises) ^ rises) | equal
        up = falls | (full & ~(diagonal | rises))
        down = rises & diagonal
        if up & last:
            score += 1
        elif down & last:
            score -= 1
        up = ((up << 1) | anchored) & full
        down = (down << 1) & full
        rises = down | (full & ~(vertical | up))
        falls = up & vertical
        yield score


def _windows(pattern: str, text: str, most: int) -> list[tuple[int, int]]:
    """The parts of the text worth searching: all of it, or in a long one the surroundings of seeds."""
    if len(text) <= SCANNED:
        return [(0, len(text))]
    reach = len(pattern) + most
    step = max(_SEED, len(pattern) // _SEEDS)
    hits = sorted(
        at - offset
        for offset in range(0, max(1, len(pattern) - _SEED + 1), step)
        for at in occurrences(pattern[offset : offset + _SEED], text, _SEED_HITS)
    )
    windows: list[tuple[int, int]] = []
    for hit in hits:
        low, high = max(0, hit - most), min(len(text), hit + reach + most)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(high, windows[-1][1]))
        else:
            windows.append((low, high))
    return windows
