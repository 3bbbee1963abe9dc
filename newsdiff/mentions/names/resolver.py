"""Short names inside one article: whom does "Obama", "Mrs Obama", "Michelle" mean here?"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.candidates import Candidate
from newsdiff.mentions.names.entities import Bearer, Register, short_bone
from newsdiff.mentions.names.folding import folded_words, skeleton
from newsdiff.mentions.names.forms import person_parts


class Reading:
    """Resolves short names inside one article by who was named in full before.

    Of several people of one surname the best known is meant: stories call relatives in full or by first name.
    """

    def __init__(self, found: Register) -> None:
        self._found = found
        self._met: set[int] = set()
        self._latest: dict[str, Bearer] = {}
        self._surnames: set[str] = set()

    def bearer(self, candidate: Candidate) -> Bearer | None:
        """Who is meant; None when nobody in the event can be."""
        folded = folded_words(candidate.words)
        if not folded:
            return None
        bearer = self._found.by_form.get(folded)
        if bearer is not None:
            if bearer.type == "person" and len(folded) > 1:
                self._met.add(id(bearer))
                parts = person_parts(folded)
                self._surnames.add(skeleton(parts.surname))
                self._latest[skeleton(parts.given[0])] = bearer
            return bearer
        bone = short_bone(candidate.words) or self._found.called_by.get(folded, "")
        if not bone:
            return None
        by_surname = self._by(self._found.by_surname.get(bone, []), candidate)
        by_first = self._latest.get(bone) or self._only(self._found.by_first.get(bone, []))
        by_middle = self._only(self._found.by_middle.get(bone, []))
        return by_surname or by_first or by_middle or self._found.strangers.get(bone)

    @staticmethod
    def _only(possible: Sequence[Bearer]) -> Bearer | None:
        return possible[0] if len(possible) == 1 else None

    def surname_in_use(self, candidate: Candidate) -> bool:
        """Whether a person of that surname was named before ("Washington" after "Kerry Washington")."""
        return short_bone(candidate.words) in self._surnames

    def _by(self, possible: Sequence[Bearer], candidate: Candidate) -> Bearer | None:
        """Of those it may be: whom the courtesy title fits, whom the article named, the best known."""
        if not possible:
            return None
        fitting = [bearer for bearer in possible if fits_courtesy(bearer, candidate.courtesy)] or possible
        met = [bearer for bearer in fitting if id(bearer) in self._met] or fitting
        return min(met, key=lambda bearer: (-bearer.count, bearer.forms[0].folded))


def fits_courtesy(bearer: Bearer, courtesy: str) -> bool:
    """Whether a courtesy title does not speak against the bearer's first name."""
    first = bearer.forms[0].folded[0]
    lists = lexicon()
    if courtesy in ("mrs", "ms", "miss", "dame", "lady"):
        return first not in lists.male or first in lists.female
    if courtesy in ("mr", "sir", "lord"):
        return first not in lists.female or first in lists.male
    return True
