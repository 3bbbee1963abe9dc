"""The pieces of a version, and which piece of one version is which of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz.distance import Indel

from newsdiff.history.model import Change, ChangeKind, Piece, Span
from newsdiff.language.apart import spans_of_each
from newsdiff.language.sentences import split_sentences
from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern

ALIKE: Final = 0.5
"""Likeness of two sentences in the same place from which one is the other, reworded."""
ALIKE_ELSEWHERE: Final = 0.75
"""Likeness from which a sentence that stands elsewhere is that one, moved and reworded."""
MOST_PAIRS: Final = 40_000
"""Pairs of pieces that are held against each other: it bounds the work on hostile texts."""
MOST_WORDS: Final = 1_500
"""Longer pieces are not compared word by word."""

_TOKEN = lazy_pattern(r"\w+(?:['’.,-]\w+)*|[^\w\s]")


def pieces_of(article: Article) -> tuple[Piece, ...]:
    """Headline, sentences and headings, in order, each on one line."""
    found: list[tuple[int, Piece]] = []
    sentences = defaultdict(list)
    for sentence in split_sentences(article):
        sentences[sentence.paragraph].append(sentence)
    for block in article.blocks:
        if block.role not in ("paragraph", "heading"):
            continue
        spans = [(one.start, one.end) for one in sentences.get(block.id, ())] or [(block.start, block.end)]
        found += [(start, Piece(_plain(article.text[start:end]), start)) for start, end in spans]
    title = [Piece(_plain(article.title), -1)] if article.title else []
    return (*title, *(piece for _, piece in sorted(found, key=lambda item: item[0])))


def _plain(text: str) -> str:
    return " ".join(text.split())


def changes_between(older: Sequence[Piece], newer: Sequence[Piece]) -> tuple[Change, ...]:
    """What became of every piece, in the order of the newer version; what went stands where it stood.

    Pieces in the same words and order are the same (longest common runs); those in the same words elsewhere
    moved; of the others those in the same gap, then those anywhere, that are alike enough are one reworded.
    """
    matching = _Matching(older, newer)
    partner, kinds = matching.partner, matching.kinds
    old_of = {new: old for old, new in partner.items()}
    changes: list[Change] = []
    shown: set[int] = set()

    def went_before(end: int) -> None:
        for old in range(end):
            if old not in partner and old not in shown:
                shown.add(old)
                changes.append(Change("went", older[old], None, went=((0, len(older[old].text)),)))

    for new, piece in enumerate(newer):
        old = old_of.get(new)
        if old is None:
            changes.append(Change("came", None, piece, came=((0, len(piece.text)),)))
            continue
        kind = kinds[old]
        if not kind.startswith("moved"):
            went_before(old)
        went, came = ((), ()) if kind in ("same", "moved") else changed_words(older[old].text, piece.text)
        changes.append(Change(kind, older[old], piece, went, came))
    went_before(len(older))
    return tuple(changes)


class _Matching:
    """Pieces of two versions and which is which."""

    def __init__(self, older: Sequence[Piece], newer: Sequence[Piece]) -> None:
        self.older, self.newer = older, newer
        self.partner: dict[int, int] = {}
        """Number of an older piece -> number of the newer one."""
        self.kinds: dict[int, ChangeKind] = {}
        self._taken: set[int] = set()
        gaps = self._join_common_runs()
        self._join_moved()
        for left, right in gaps:
            self._join_alike(left, right, ALIKE, "reworded")
        self._join_alike(range(len(older)), range(len(newer)), ALIKE_ELSEWHERE, "moved and reworded")

    def _join(self, old: int, new: int, kind: ChangeKind) -> None:
        self.partner[old], self.kinds[old] = new, kind
        self._taken.add(new)

    def _join_common_runs(self) -> list[tuple[range, range]]:
        """Join what stands in the same words and order; says what is left between."""
        gaps: list[tuple[range, range]] = []
        left, right = [one.text for one in self.older], [one.text for one in self.newer]
        at_old = at_new = 0
        for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            gaps.append((range(at_old, block.a), range(at_new, block.b)))
            for step in range(block.size):
                self._join(block.a + step, block.b + step, "same")
            at_old, at_new = block.a + block.size, block.b + block.size
        return gaps

    def _join_moved(self) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for new, piece in enumerate(self.newer):
            if new not in self._taken:
                places[piece.text].append(new)
        for old, piece in enumerate(self.older):
            if old not in self.partner and places[piece.text]:
                self._join(old, places[piece.text].pop(0), "moved")

    def _join_alike(self, left: range, right: range, least: float, kind: ChangeKind) -> None:
        """Join what is alike enough, the most alike first; a headline is only ever a headline."""
        free_old = [old for old in left if old not in self.partner]
        free_new = [new for new in right if new not in self._taken]
        if len(free_old) * len(free_new) > MOST_PAIRS:
            return
        words = {new: _words(self.newer[new].text) for new in free_new}
        scores = []
        for old in free_old:
            mine = _words(self.older[old].text)
            for new in free_new:
                if (self.older[old].start < 0) != (self.newer[new].start < 0):
                    continue
                alike = Indel.normalized_similarity(mine, words[new], score_cutoff=least)
                if alike >= least:
                    scores.append((-alike, abs(old - new), old, new))
        for _, _, old, new in sorted(scores):
            if old not in self.partner and new not in self._taken:
                self._join(old, new, kind)


def _words(text: str) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(text)][:MOST_WORDS]


def changed_words(older: str, newer: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The places of the words that only the older text has, and of those that only the newer one has. Words
    and marks are compared exactly, in order; neighbours make one span."""
    left, right = ([(one.group(), one.span()) for one in _TOKEN.finditer(text)] for text in (older, newer))
    if len(left) > MOST_WORDS or len(right) > MOST_WORDS:
        return ((0, len(older)),), ((0, len(newer)),)
    went, came = spans_of_each(left, right)
    return tuple(went), tuple(came)
