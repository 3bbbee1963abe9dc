"""What one outlet tells while another gives something of the same kind in a paragraph that reports the same.

Whether the two are one thing told differently or two things is not known then: the detail stays *only here*,
is less sure, and says what stands beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsdiff.details.constants import MOMENT_GRAIN, ONLY_UNDECIDED
from newsdiff.details.drafts import Draft
from newsdiff.details.heads import kinship
from newsdiff.details.moments import Moment, length, moment_of
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling
from newsdiff.model import DateRange, Kind, Quantity

KINDS: frozenset[Kind] = frozenset(("number", "money", "percent", "age", "date", "time"))


@dataclass(eq=False)
class Undecided:
    """Knows what stands in the linked paragraphs beside a mention that one outlet tells."""

    scene: Scene
    drafts: Sequence[Draft]

    def say(self) -> None:
        """Make every *only here* that another outlet may tell otherwise less sure, and let it say why."""
        for draft in self.drafts:
            if draft.relation != "only" or draft.kind not in KINDS:
                continue
            tellings = sorted((t for group in draft.groups for t in group.tellings), key=lambda t: t.order)
            beside = [(telling, other) for telling in tellings for other in self._beside(telling)]
            if beside:
                _, other = max(beside, key=lambda pair: self.scene.likeness(*pair))
                outlet = self.scene.annotated[other.article].article.label
                draft.confidence = min(draft.confidence, ONLY_UNDECIDED)
                draft.because += (
                    f"; {outlet} gives “{' '.join(other.mention.text.split())}” in a paragraph that reports "
                    "the same: newsdiff does not decide whether it is the same thing"
                )

    def _beside(self, telling: Telling) -> Iterator[Telling]:
        """What other outlets give of its kind in paragraphs linked with its own.

        Nothing that its own paragraph gives as often: that is told there already.
        """
        mine = telling.sentence.paragraph
        for theirs in self._linked.get(mine, ()):
            for other in self._standing[theirs, telling.mention.kind]:
                home = self._home[other.order]
                if of_one_kind(telling, other) and self._often[mine, home] < self._often[theirs, home]:
                    yield other

    @cached_property
    def _linked(self) -> dict[str, list[str]]:
        """Paragraph -> those it is linked with."""
        found: dict[str, list[str]] = defaultdict(list)
        for a, b in sorted(self.scene.link_scores):
            found[a].append(b)
        return found

    @cached_property
    def _standing(self) -> dict[tuple[str, Kind], list[Telling]]:
        """Paragraph and kind -> the mentions there, in reading order."""
        found: dict[tuple[str, Kind], list[Telling]] = defaultdict(list)
        for kind in sorted(KINDS):
            for telling in self.scene.tellings.get(kind, []):
                if telling.order in self._home:
                    found[telling.sentence.paragraph, kind].append(telling)
        return found

    @cached_property
    def _home(self) -> dict[float, int]:
        """Mention by order -> the number of the detail it belongs to."""
        return {
            telling.order: number
            for number, draft in enumerate(self.drafts)
            for group in draft.groups
            for telling in group.tellings
        }

    @cached_property
    def _often(self) -> dict[tuple[str, int], int]:
        """Paragraph and detail -> how often the detail is told there."""
        found: dict[tuple[str, int], int] = defaultdict(int)
        for number, draft in enumerate(self.drafts):
            for group in draft.groups:
                for telling in group.tellings:
                    found[telling.sentence.paragraph, number] += 1
        return found


def of_one_kind(one: Telling, other: Telling) -> bool:
    """Whether two mentions of a kind can be of one thing: counts of the like, sums in one currency.

    Days and months are held against each other, years against years.
    """
    mine, theirs = one.mention.value, other.mention.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return is_long(moment_of(one)) == is_long(moment_of(other))
    if one.mention.kind == "money":
        words = {telling.mention.text.split()[-1].casefold() for telling in (one, other)}
        return mine.unit == theirs.unit or (len(words) == 1 and words.pop().isalpha())
    kin = kinship(mine, theirs)
    return kin in ("same", "kin") or (kin == "open" and bool(mine.unit))


def is_long(moment: Moment) -> bool:
    """Whether a date is a year or longer stretch, and no day, week or month; never of a time of day."""
    return isinstance(moment, DateRange) and length(moment) > MOMENT_GRAIN
