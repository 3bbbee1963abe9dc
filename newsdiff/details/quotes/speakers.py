"""Whether two speakers are one: names by their alias group, descriptions by their words."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeAlias

from newsdiff.details.event_index import EventIndex
from newsdiff.details.names.spellings import TITLES, spelling
from newsdiff.details.occurrence import Occurrence
from newsdiff.language.tokens import stem_of
from newsdiff.model import Name
from newsdiff.patterns import lazy_pattern

Verdict: TypeAlias = Literal["same", "unknown", "different"]
OFFICES = frozenset(
    map(stem_of, "spokesman spokeswoman spokesperson official officials source sources statement".split())
)
DESCRIBES = lazy_pattern(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother)\b|[a-z]")


class Speakers:
    """Who the speakers of an event are."""

    def __init__(self, index: EventIndex) -> None:
        self._index = index

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], str | None]:
        """Spelled form of a name -> its alias group; None where two groups share the form."""
        found: dict[tuple[str, ...], str | None] = {}
        for item in self._index.annotated:
            for mention in item.mentions:
                if isinstance(mention.value, Name):
                    for form in (spelling(mention.text), spelling(mention.value.full)):
                        if form and found.setdefault(form, mention.value.key) != mention.value.key:
                            found[form] = None
        return found

    def compare(self, a: Occurrence, one: str | None, b: Occurrence, other: str | None) -> Verdict:
        """Whether the speakers of two quotations are one; unknown if one is not named or only described."""
        if not one or not other:
            return "unknown"
        mine, theirs = spelling(one), spelling(other)
        if mine == theirs:
            return "same"
        key, key_too = self._keys.get(mine), self._keys.get(theirs)
        if key and key_too:
            return "same" if key == key_too else "different"
        verdict = may_be_one(mine, theirs)
        described = is_described(one) != is_described(other)
        return "unknown" if verdict == "different" and described else verdict


def is_described(speaker: str) -> bool:
    """Whether words describe who spoke and do not name: "the director" may be Quentin Tarantino."""
    return DESCRIBES.match(speaker) is not None


def may_be_one(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Verdict:
    """Two forms that no alias group settles: they meet on a word that is no title and no mere office."""
    common = OFFICES | {"a", "an", "of", "in", "for"}
    one, other = (
        {stem_of(word) or word for word in words if word not in TITLES} - common for words in (mine, theirs)
    )
    if not one or not other:
        return "unknown"
    return "same" if one & other else "different"
