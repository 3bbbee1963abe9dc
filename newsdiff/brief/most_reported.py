"""What several outlets report: statements in the shortest clear wording, and who bears that out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.brief.agreed_figures import agreed_figures
from newsdiff.brief.importance import CASUALTIES, OTHER, TOLL, holds_cause
from newsdiff.brief.model import Passage, Reported, Version
from newsdiff.brief.passages import first_of_each, is_clear
from newsdiff.details.borne_out import BorneOut, Wording
from newsdiff.language.copied import originals, read_for_copies
from newsdiff.model import EVEN_ODDS, Comparison, Quantity, Statement
from newsdiff.sanitize import one_line

NONE_REPORTED: Final = "No sentence is certain enough to be listed as reported by two independent texts."


class MostReported:
    """Finds what most independent texts report."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._borne_out = BorneOut(comparison)
        ids = sorted(article.id for article in comparison.articles)
        first = originals(read_for_copies(comparison.article(one)) for one in ids)
        self._original = dict(zip(ids, first, strict=True))

    def lines(self) -> tuple[Reported, ...]:
        """What two texts or more report, most texts first, then what matters most; no sentence twice."""
        likely = [one for one in self._comparison.statements if one.score >= EVEN_ODDS]
        found = [line for one in likely if (line := self._line(one)) is not None]
        found.sort(key=self._place)
        taken: set[tuple[str, int]] = set()
        kept = []
        for line in found:
            if _place_of(line.passage) not in taken:
                taken.update(map(_place_of, (line.passage, *line.also)))
                kept.append(line)
        for line in sorted(agreed_figures(self._comparison), key=self._place):
            places = set(map(_place_of, (line.passage, *line.also)))
            if not places <= taken:  # else its sentences are quoted above, with all their figures
                taken |= places
                kept.append(line)
        return tuple(sorted(kept, key=self._place))

    def _place(self, line: Reported) -> tuple[int, int, int, int, str, str]:
        passage = line.passage
        words = self._comparison.article(passage.article).text[slice(*passage.sentence)]
        return (
            -line.independent_texts,
            self._importance(line, words),
            passage.start,
            -len(line.articles),
            line.statement,
            line.detail,
        )

    def _importance(self, line: Reported, words: str) -> int:
        item = self._comparison.annotation(line.passage.article)
        low, high = line.passage.sentence if line.statement else (line.passage.start, line.passage.end)
        inside = [one.value for one in item.mentions if low <= one.start < high]
        if any(isinstance(value, Quantity) and value.role in CASUALTIES for value in inside):
            return TOLL
        return OTHER - 1 if holds_cause(words) else OTHER

    def _line(self, statement: Statement) -> Reported | None:
        """The wording that the most independent texts bear out, the shortest of them."""
        wordings = self._borne_out.wordings(statement)
        best: tuple[tuple[int, int, int], Wording, list[Wording]] | None = None
        for number, wording in enumerate(wordings):
            if not is_clear(wording.said):
                continue
            also = self._borne_out.bearing_out(wording, wordings)
            own = self._independent([wording, *also])
            place = (-own, len(wording.folded), number)
            if also and (best is None or place < best[0]):
                best = (place, wording, also)
        if best is None:
            return None
        (fewer, _, _), wording, also = best
        return Reported(
            statement=statement.id,
            passage=_passage(wording),
            also=tuple(map(_passage, self._in_order(also))),
            independent_texts=-fewer,
            versions=self._worded_otherwise([wording, *also]),
        )

    def _worded_otherwise(self, wordings: Sequence[Wording]) -> tuple[Version, ...]:
        """The first figure that stands in two or more of the sentences in unlike words."""
        inside = {wording.sentence.id for wording in wordings}
        for detail in self._borne_out.figures_of.get(wordings[0].sentence.id, ()):
            if detail.relation != "variant":
                continue
            versions = [
                Version(one_line(value.value), first_of_each(self._comparison, mentions))
                for value in detail.values
                if (mentions := [one for one in value.mentions if one.sentence in inside])
            ]
            if len(versions) > 1:
                return tuple(versions)
        return ()

    def _independent(self, wordings: Sequence[Wording]) -> int:
        """How many of these are texts of their own: copies of an article or of a sentence count once, also
        where the sentence stands within a longer one, as a headline in a list of headlines does."""
        ordered = sorted(wordings, key=lambda one: one.article)
        own = set(originals(one.said for one in ordered))
        longest = sorted((ordered[number] for number in own), key=lambda one: -len(one.runs))
        kept = [one for at, one in enumerate(longest) if not any(map(one.stands_in, longest[:at]))]
        return len({self._original[one.article] for one in kept})

    def _in_order(self, wordings: Sequence[Wording]) -> list[Wording]:
        order = {article.id: place for place, article in enumerate(self._comparison.articles)}
        return sorted(wordings, key=lambda one: order[one.article])


def _place_of(passage: Passage) -> tuple[str, int]:
    return passage.article, passage.sentence[0]


def _passage(wording: Wording) -> Passage:
    """The sentence as a place."""
    span = (wording.sentence.start, wording.sentence.end)
    return Passage(wording.article, *span, span)
