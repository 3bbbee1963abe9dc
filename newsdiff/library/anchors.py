"""W3C selectors of spans, and re-attaching them to a newer text.

A span is looked for letter by letter first, then with edits. A place counts only when three witnesses
do not contradict each other: the words themselves, what stands around them, and, where the older text
is at hand, the way back (the place must not be another passage that stood in the older text already).
Otherwise the span is an orphan: the best candidate is named, never taken.
"""

from __future__ import annotations

from itertools import permutations

from newsdiff.library.approximate import least_distance, matches, occurrences
from newsdiff.library.records import How, NoteTarget, Reattachment, TargetKind
from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass

CONTEXT = 32
"""Code points of prefix and suffix, as Hypothes.is and the W3C examples have it."""

# How the numbers were found: benchmarks/accuracy/anchors.py, on the sample and on texts of other events.
FLOOR = 0.75
"""Least similarity of the words (1 - edits / length). Below it two sentences on one topic look alike."""
_WIDE = 80
"""Code points of context where the older text is at hand."""
_REACH = 200
"""How far the context may have been pushed away by an inserted sentence."""
_NEXT_TO = 60
"""The same for the neighbours of a sentence that was rewritten itself."""
_AROUND = 0.72
"""Least similarity of the better side of the context; unrelated English has 0.35 to 0.5."""
_LEAST_CONTEXT = 8
"""Shorter context (at the ends of a text) says nothing."""
_DISTINCTIVE_WORDS = 40
"""Words of so many code points are recognised without their surroundings (a paragraph that moved) …"""
_DISTINCTIVE_FLOOR = 0.88
"""… when they are so similar and differ by slips of the pen only."""
_SENTENCE = 400
"""No sentence is looked for beyond so many code points."""
_STOP = lazy_pattern(r"[.!?]+[”’\"')]*\s+|\n+")
_VERBATIM = 20
"""A shorter sentence is too common to be known again without its surroundings."""
_WIDER = 240
"""Code points of context that distinguish the twins of a doubled paragraph."""
_TWINS = 4
"""More places with the same words and surroundings are not distinguished."""
_CHANCE = 0.2
"""How much worse than the best a place may be and still turn out to be the passage."""
_SURE = 0.85
"""A place with a lower score may be the twin of a passage that was taken out."""
_LOOKED_AT = 8
_MARGIN = 0.03
"""Two places whose scores differ by less are equally good."""
_OCCURRENCES = 64
_LONG = 2_000
"""Longer spans are found by their two ends …"""
_END = 400
"""… of so many code points each."""


def target_on(
    article: Article, start: int, end: int, *, kind: TargetKind = "span", reference: str = ""
) -> NoteTarget:
    """A note's target on a span of `article`. Raises ValueError when the span is not in the text."""
    if not 0 <= start < end <= len(article.text):
        raise ValueError(f"no span {start}-{end} in a text of {len(article.text)} characters")
    return NoteTarget(
        article=article.id,
        sha256=article.sha256,
        start=start,
        end=end,
        exact=article.text[start:end],
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
        kind=kind,
        reference=reference,
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A span with what stands before and after it."""

    words: str
    before: str
    after: str
    start: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Passage:
        """A passage made of a span of a text."""
        return cls(text[start:end], text[max(0, start - _WIDE) : start], text[end : end + _WIDE], start)

    @property
    def end(self) -> int:
        """Where the span ends."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    likeness: float
    """Of the words, 0 to 1."""
    around: float | None
    """Of the better side of the context; None where there is no context."""
    score: float


def reattach(target: NoteTarget, text: str, *, sha256: str, old_text: str | None = None) -> Reattachment:
    """Where the words of `target` stand in `text`, whose hash is `sha256`.

    With `old_text`, the text that the target was written on, more places can be distinguished.
    """
    if old_text is not None and old_text[target.start : target.end] == target.exact:
        passage = Passage.of(old_text, target.start, target.end)
    else:
        passage = Passage(target.exact, target.prefix, target.suffix, target.start)
        old_text = None
    return _reattached(passage, text, old_text, sha256)


def place(old_text: str, start: int, end: int, text: str) -> Reattachment:
    """Where a span of `old_text` stands in `text`."""
    return _reattached(Passage.of(old_text, start, end), text, old_text, "")


def _reattached(passage: Passage, text: str, old_text: str | None, sha256: str) -> Reattachment:
    if old_text == text:
        return Reattachment("exact", sha256, passage.start, passage.end)
    if len(passage.words) > _LONG:
        return _reattached_by_ends(passage, text, old_text, sha256)
    candidates = _candidates(passage, text)
    if not candidates:
        return Reattachment("orphan", sha256, 0, 0, 0.0)
    chosen = _chosen(passage, candidates, text, old_text)
    if chosen is None:
        best = candidates[0]
        return Reattachment("orphan", sha256, best.start, best.end, round(best.likeness, 4))
    how: How = "exact" if text[chosen.start : chosen.end] == passage.words else "similar"
    return Reattachment(how, sha256, chosen.start, chosen.end, round(chosen.likeness, 4))


def _chosen(
    passage: Passage, candidates: list[_Candidate], text: str, old_text: str | None
) -> _Candidate | None:
    """The one place that can be believed; None when there is none, or several that nothing distinguishes."""
    near = [item for item in candidates if candidates[0].score - item.score < _CHANCE][:_LOOKED_AT]
    if old_text is None:
        believed = [item for item in near if _is_believed(passage, item, text)]
        equals = _equals(believed)
        return equals[0] if len(equals) == 1 else next((i for i in equals if i.start == passage.start), None)
    believed = [item for item in near if _is_same_passage(passage, item, text, old_text)]
    sure = bool(believed) and believed[0].score >= _SURE
    twins = _equals(_candidates(passage, old_text), _MARGIN if sure else _CHANCE)
    equals = _equals(believed, _MARGIN if sure or len(twins) == 1 else _CHANCE)
    if len(equals) == 1 and len(twins) == 1:
        return equals[0]
    return _paired(passage, twins, equals, text, old_text)


def _equals(candidates: list[_Candidate], margin: float = _MARGIN) -> list[_Candidate]:
    """The best and those as good, in the order of the text."""
    found = [item for item in candidates if candidates[0].score - item.score < margin]
    return sorted(found, key=lambda item: item.start)


def _candidates(passage: Passage, text: str) -> list[_Candidate]:
    """All places worth a look, best first."""
    size = len(passage.words)
    exact = [
        _weighed(passage, text, at, at + size, 1.0) for at in occurrences(passage.words, text, _OCCURRENCES)
    ]
    if any(item.around is not None and item.around >= _AROUND for item in exact):
        return sorted(exact, key=lambda item: -item.score)
    loose = [
        _weighed(passage, text, match.start, match.end, 1 - match.distance / size)
        for match in matches(passage.words, text, int(size * (1 - FLOOR)))[:_OCCURRENCES]
        if match.distance
    ]
    return sorted(exact + loose, key=lambda item: -item.score)


def statement(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the sentences, that a span lies in; roughly, and not beyond the line."""
    low, high = max(0, start - _SENTENCE), min(len(text), end + _SENTENCE)
    before = [found.end() for found in _STOP.finditer(text, low, start)]
    after = _STOP.search(text, max(start, end - 1), high)
    return before[-1] if before else low, after.end() if after else high


def _weighed(
    passage: Passage, text: str, start: int, end: int, likeness: float, *, reach: int = _REACH
) -> _Candidate:
    before = _presence(passage.before, text[max(0, start - len(passage.before) - reach) : start])
    after = _presence(passage.after, text[end : end + len(passage.after) + reach])
    sides = [side for side in (before, after) if side is not None]
    around = max(sides, default=None)
    mean = sum(sides) / len(sides) if sides else likeness
    return _Candidate(start, end, likeness, around, likeness / 2 + mean / 2)


def _presence(context: str, surroundings: str) -> float | None:
    """How well the context can be read in the surroundings, 0 to 1; None when it is too short to decide."""
    context = context.strip()
    if len(context) < _LEAST_CONTEXT:
        return None
    return 1 - least_distance(context, surroundings) / len(context)


def _is_believed(passage: Passage, candidate: _Candidate, text: str) -> bool:
    """Whether words and surroundings together confirm the place."""
    if candidate.likeness < FLOOR:
        return False
    if candidate.around is not None and candidate.around >= _AROUND:
        return True
    from newsdiff.library.wording import only_slips  # brings RapidFuzz, needed only here

    is_distinctive = len(passage.words) >= _DISTINCTIVE_WORDS and candidate.likeness >= _DISTINCTIVE_FLOOR
    return is_distinctive and only_slips(passage.words, text[candidate.start : candidate.end])


def _is_same_passage(passage: Passage, candidate: _Candidate, text: str, old_text: str) -> bool:
    """Whether this is the passage itself and not one like it, by the older text."""
    if candidate.likeness < FLOOR or not _leads_back(passage, candidate, text, old_text):
        return False
    if _has_same_statement(passage, candidate, text, old_text):
        return True
    return _is_believed(passage, candidate, text) and _has_same_neighbours(passage, candidate, text, old_text)


def _has_same_statement(passage: Passage, candidate: _Candidate, text: str, old_text: str) -> bool:
    """Whether the whole sentence is the same but for slips: it is found again wherever it moved. A short one
    must stand there letter by letter, and once in either text, unless its surroundings speak for it."""
    from newsdiff.library.wording import only_slips

    old = old_text[slice(*statement(old_text, passage.start, passage.end))].strip()
    new = text[slice(*statement(text, candidate.start, candidate.end))].strip()
    if len(old) >= _DISTINCTIVE_WORDS or (candidate.around is not None and candidate.around >= _AROUND):
        return only_slips(old, new)
    return len(old) >= _VERBATIM and old == new and text.count(old) == 1 == old_text.count(old)


def _has_same_neighbours(passage: Passage, candidate: _Candidate, text: str, old_text: str) -> bool:
    """Whether a sentence that was rewritten stands between the same others."""
    low, high = statement(old_text, passage.start, passage.end)
    start, end = statement(text, candidate.start, candidate.end)
    around = _weighed(Passage.of(old_text, low, high), text, start, end, 1.0, reach=_NEXT_TO).around
    return around is not None and around >= _AROUND


def _leads_back(passage: Passage, candidate: _Candidate, text: str, old_text: str) -> bool:
    """Whether the place, looked for in the older text, is the passage: else it was another one all along."""
    found = _equals(_candidates(Passage.of(text, candidate.start, candidate.end), old_text))
    return any(item.start < passage.end and passage.start < item.end for item in found)


def _paired(
    passage: Passage, twins: list[_Candidate], equals: list[_Candidate], text: str, old_text: str
) -> _Candidate | None:
    """Of places with the same words (a doubled paragraph) the one that is the passage's: the older places
    are paired with the newer so that the wider surroundings agree best. None when their numbers differ."""
    mine = [index for index, item in enumerate(twins) if item.start == passage.start]
    if not mine or len(twins) != len(equals) or len(twins) > _TWINS:
        return None
    near = [[_nearness(old_text, twin, text, item) for item in equals] for twin in twins]
    pairings = permutations(range(len(equals)))
    best = max(pairings, key=lambda order: sum(near[i][j] for i, j in enumerate(order)))
    return equals[best[mine[0]]]


def _nearness(old_text: str, twin: _Candidate, text: str, item: _Candidate) -> float:
    """How like each other the wider surroundings of two places are, 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    before = Levenshtein.normalized_similarity(
        old_text[max(0, twin.start - _WIDER) : twin.start], text[max(0, item.start - _WIDER) : item.start]
    )
    after = Levenshtein.normalized_similarity(
        old_text[twin.end : twin.end + _WIDER], text[item.end : item.end + _WIDER]
    )
    return (before + after) / 2


def _reattached_by_ends(passage: Passage, text: str, old_text: str | None, sha256: str) -> Reattachment:
    """A long span is where its first and its last words are, when what is between is about as long."""
    head = Passage(passage.words[:_END], passage.before, passage.words[_END : _END + _WIDE], passage.start)
    tail = Passage(
        passage.words[-_END:], passage.words[-_END - _WIDE : -_END], passage.after, passage.end - _END
    )
    first, last = (_reattached(part, text, old_text, sha256) for part in (head, tail))
    size, found = len(passage.words), last.end - first.start
    if "orphan" in (first.how, last.how) or abs(found - size) > (1 - FLOOR) * size:
        return Reattachment("orphan", sha256, first.start, first.end, min(first.similarity, last.similarity))
    if text[first.start : last.end] == passage.words:
        return Reattachment("exact", sha256, first.start, last.end)
    return Reattachment("similar", sha256, first.start, last.end, min(first.similarity, last.similarity))
