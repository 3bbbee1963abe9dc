"""One comparison measured against the gold of its event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from newsdiff.evaluation.gold import Gold, GoldDetail, GoldDivergence, GoldMention
from newsdiff.evaluation.spans import Agreement, Place, harmonic_mean, overlap, same_span
from newsdiff.model import Comparison, Detail

TYPED = frozenset({"number", "name", "date", "place", "quote", "spelling", "money", "duration"})
QUOTE_OVERLAP = 0.7
"""A quotation counts as found when it shares this much with the gold one."""
SHARED_KINDS = {
    "numbers": frozenset({"number", "money", "duration"}),
    "dates": frozenset({"date"}),
    "names_places": frozenset({"name", "place"}),
    "quotes": frozenset({"quote"}),
}


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many; `missed` names the others."""

    found: int
    of: int
    missed: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where there was nothing to find."""
        return self.found / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything measured on one event."""

    body_kept: float
    noise_removed: float | None
    links: Agreement
    rows: Agreement
    near_misses_linked: Count
    quotes_f1: float
    quote_pairs: Agreement
    shared: dict[str, Count]
    typed_conflicts: Count
    claim_conflicts: Count
    variants: Count
    differs_right: Count
    hard_negatives_flagged: Count


@dataclass(frozen=True)
class Told:
    """A detail of the comparison, its mentions as places in the gold's terms."""

    detail: Detail
    values: tuple[tuple[Place, ...], ...]

    def touched(self, mentions: Iterable[Place]) -> set[Place]:
        """Those of the gold mentions that the detail has, too."""
        return {
            mention
            for mention in mentions
            if any(same_span(mention, one) for value in self.values for one in value)
        }

    def values_of(self, mention: Place) -> set[int]:
        """Which of the detail's values the gold mention belongs to."""
        return {
            number
            for number, value in enumerate(self.values)
            if any(same_span(mention, one) for one in value)
        }


class Judge:
    """The gold of one event beside the comparison of its articles."""

    def __init__(self, comparison: Comparison, gold: Gold) -> None:
        self.comparison = comparison
        self.gold = gold
        self.stem = {article.id: Path(article.source).stem for article in comparison.articles}
        self.told = [self._told(detail) for detail in comparison.details]
        self.gold_paragraph = self._match_paragraphs()

    def scores(self) -> Scores:
        """All measures."""
        body_kept, noise_removed = self._blocks()
        conflicts = [one for one in self.gold.divergences if one.severity == "conflict"]
        variants = [one for one in self.gold.divergences if one.severity == "variant"]
        return Scores(
            body_kept=body_kept,
            noise_removed=noise_removed,
            links=self._pairs((link.a, link.b) for link in self.comparison.links),
            rows=self._pairs(
                pair for row in self.comparison.rows for pair in combinations(row.paragraphs, 2)
            ),
            near_misses_linked=self._near_misses(),
            quotes_f1=self._quotes(),
            quote_pairs=self._quote_pairs(),
            shared={name: self._shared(kinds) for name, kinds in SHARED_KINDS.items()},
            typed_conflicts=self._found(conflicts, {"differs"}, typed=True),
            claim_conflicts=self._found(conflicts, {"differs"}, typed=False),
            variants=self._variants(variants),
            differs_right=self._differs(),
            hard_negatives_flagged=self._hard_negatives(),
        )

    # -- blocks -----------------------------------------------------------------

    def _blocks(self) -> tuple[float, float | None]:
        kept = body = let_in = noise = 0
        for article in self.comparison.articles:
            gold = next((one for one in self.gold.articles if one.id == self.stem[article.id]), None)
            if gold is None:
                continue
            ours = [Place(gold.id, block.start, block.end) for block in article.paragraphs]
            for span in gold.paragraphs:
                body += span.end - span.start
                kept += sum(overlap(Place(gold.id, span.start, span.end), one) for one in ours)
            for waste in gold.noise:
                noise += waste.end - waste.start
                let_in += sum(overlap(Place(gold.id, waste.start, waste.end), one) for one in ours)
        return (kept / body if body else 0.0), (1 - let_in / noise if noise else None)

    def _match_paragraphs(self) -> dict[str, str]:
        """Our paragraph ids -> the gold's, where they are the same stretch of text."""
        places = {
            paragraph.id: Place(article.id, paragraph.start, paragraph.end)
            for article in self.gold.articles
            for paragraph in article.paragraphs
        }
        matched = {}
        for article in self.comparison.articles:
            for block in article.paragraphs:
                ours = Place(self.stem[article.id], block.start, block.end)
                best = max(places, key=lambda key: overlap(places[key], ours), default=None)
                if best is not None and same_span(places[best], ours):
                    matched[block.id] = best
        return matched

    # -- links ------------------------------------------------------------------

    def _pairs(self, pairs: Iterable[tuple[str, str]]) -> Agreement:
        owner = {block: article.id for block, (article, _) in self.comparison.blocks.items()}
        said = {self._gold_pair(a, b) for a, b in pairs if owner[a] != owner[b]}
        firm, optional = self.gold.pairs(optional=False), self.gold.pairs(optional=True)
        return Agreement(len(said & firm), len(said - firm - optional), len(firm - said))

    def _gold_pair(self, a: str, b: str) -> frozenset[str]:
        return frozenset((self.gold_paragraph.get(a, a), self.gold_paragraph.get(b, b)))

    def _near_misses(self) -> Count:
        said = {self._gold_pair(link.a, link.b) for link in self.comparison.links}
        near = self.gold.near_misses()
        return Count(len(said & near), len(near))

    # -- details ----------------------------------------------------------------

    def _told(self, detail: Detail) -> Told:
        values = tuple(
            tuple(Place(self.stem[one.article], one.start, one.end) for one in value.mentions)
            for value in detail.values
        )
        return Told(detail, values)

    def _found(self, wanted: list[GoldDivergence], relations: set[str], *, typed: bool) -> Count:
        chosen = [one for one in wanted if (one.kind in TYPED) == typed and one.crosses_outlets]
        missed = [one for one in chosen if not self._in_one_detail(one, relations)]
        return Count(len(chosen) - len(missed), len(chosen), tuple(one.id for one in missed))

    def _variants(self, wanted: list[GoldDivergence]) -> Count:
        """How many values in two forms we show as such: spelled differently, or side by side in a shared
        detail, where one is the other rounded or lies within it."""
        chosen = [one for one in wanted if one.kind in TYPED and one.crosses_outlets]
        missed = [
            one
            for one in chosen
            if not self._in_one_detail(one, {"variant", "differs"}) and not self._under_two_values(one)
        ]
        return Count(len(chosen) - len(missed), len(chosen), tuple(one.id for one in missed))

    def _under_two_values(self, gold: GoldDetail) -> bool:
        """Whether a shared detail has mentions of it from two outlets under two of its values."""
        for told in self.told:
            touched = told.touched(places(gold.mentions))
            if told.detail.relation == "shared" and outlets(touched) >= 2:
                return len(set().union(*(told.values_of(place) for place in touched))) > 1
        return False

    def _in_one_detail(self, gold: GoldDetail, relations: set[str]) -> bool:
        """Whether one of our details of such a relation holds mentions of it from two outlets."""
        return any(
            told.detail.relation in relations and outlets(told.touched(places(gold.mentions))) >= 2
            for told in self.told
        )

    def _shared(self, kinds: frozenset[str]) -> Count:
        chosen = [one for one in self.gold.shared if one.kind in kinds and one.crosses_outlets]
        missed = [one for one in chosen if not self._in_one_detail(one, {"shared", "variant", "differs"})]
        return Count(len(chosen) - len(missed), len(chosen), tuple(one.id for one in missed))

    def _differs(self) -> Count:
        """How many of our *differs* a reader also found divergent; `missed` shows the others."""
        ours = [told for told in self.told if told.detail.relation == "differs"]
        wrong = [
            told
            for told in ours
            if not any(outlets(told.touched(places(one.mentions))) >= 2 for one in self.gold.divergences)
        ]
        return Count(len(ours) - len(wrong), len(ours), tuple(_described(one.detail) for one in wrong))

    def _hard_negatives(self) -> Count:
        flagged = [one.id for one in self.gold.hard_negatives if self._flagged(one)]
        return Count(len(flagged), len(self.gold.hard_negatives), tuple(flagged))

    def _flagged(self, trap: GoldDetail) -> bool:
        """Whether we say *differs* of it, its mentions standing under different values."""
        for told in self.told:
            if told.detail.relation == "differs":
                owners = [told.values_of(place) for place in places(trap.mentions)]
                owners = [one for one in owners if one]
                if len(owners) >= 2 and not set.intersection(*owners):
                    return True
        return False

    # -- quotations -------------------------------------------------------------

    def _quotes(self) -> float:
        gold = [Place(one.article, one.start, one.end) for one in self.gold.quotes]
        ours = [
            Place(self.stem[item.article.id], quote.start, quote.end)
            for item in self.comparison.annotated
            for quote in item.quotes
        ]
        if not gold or not ours:
            return float(not gold and not ours)
        right = sum(any(same_span(one, other, QUOTE_OVERLAP) for other in gold) for one in ours)
        found = sum(any(same_span(one, other, QUOTE_OVERLAP) for other in ours) for one in gold)
        return harmonic_mean(right / len(ours), found / len(gold))

    def _quote_pairs(self) -> Agreement:
        where = {one.id: Place(one.article, one.start, one.end) for one in self.gold.quotes}
        wanted = {
            frozenset(pair)
            for cluster in self.gold.quote_clusters
            for pair in combinations(cluster.quotes, 2)
            if all(one in where for one in pair) and where[pair[0]].article != where[pair[1]].article
        }
        said = set()
        for told in self.told:
            if told.detail.kind == "quote":
                touched = told.touched(where.values())
                ids = [key for key, place in where.items() if place in touched]
                said |= {
                    frozenset(pair)
                    for pair in combinations(ids, 2)
                    if where[pair[0]].article != where[pair[1]].article
                }
        return Agreement(len(wanted & said), len(said - wanted), len(wanted - said))


def places(mentions: Iterable[GoldMention]) -> list[Place]:
    """The mentions as places."""
    return [Place(one.article, one.start, one.end) for one in mentions]


def outlets(found: set[Place]) -> int:
    """How many articles the places lie in."""
    return len({place.article for place in found})


def _described(detail: Detail) -> str:
    values = " | ".join(value.mentions[0].text for value in detail.values[:4])
    return f"{detail.id} {detail.label}: {values}"
