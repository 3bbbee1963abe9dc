"""Whether two wordings say the same but for slips of the pen."""

from __future__ import annotations

from itertools import groupby

from rapidfuzz.distance import Levenshtein

from newsdiff.patterns import lazy_pattern

_WORD = lazy_pattern(r"\w+")
_SLIP = 0.6
"""Least similarity of a word and its misspelling: two slips in a word of five letters."""
_SHORT = 3
"""Shorter words may have one slip."""


def only_slips(a: str, b: str) -> bool:
    """Whether the words are the same in the same order, a few of them misspelt. A figure is never a slip,
    and neither is a word that was put in, left out or replaced: that is another statement."""
    ours, theirs = _WORD.findall(a), _WORD.findall(b)
    edits = Levenshtein.opcodes(ours, theirs)
    for changed, run in groupby(edits, key=lambda edit: edit.tag != "equal"):
        if not changed:
            continue
        old, new = "", ""
        for edit in run:
            old += "".join(ours[edit.src_start : edit.src_end])
            new += "".join(theirs[edit.dest_start : edit.dest_end])
        if not _is_slip(old, new):
            return False
    return True


def _is_slip(old: str, new: str) -> bool:
    """Misspelt, or torn apart or run together."""
    if any(char.isdigit() for char in old + new):
        return False
    old, new = old.casefold(), new.casefold()
    if max(len(old), len(new)) <= _SHORT:
        return Levenshtein.distance(old, new) <= 1
    return Levenshtein.normalized_similarity(old, new) >= _SLIP
