"""The takes of a comparison. Pure, deterministic, offline; a few milliseconds for a usual event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import combinations
from typing import Final

from newsdiff.language.copied import SHINGLE_WORDS, read_for_copies
from newsdiff.language.tokens import WORD, fold, tokens
from newsdiff.model import Article, Comparison, Name
from newsdiff.outlets.countries import country_called
from newsdiff.quick_dataclass import dataclass
from newsdiff.takes.average_link import mean_distance, standing_out, tree_of
from newsdiff.takes.common_to_take import leads_of, speakers_of, words_of
from newsdiff.takes.distance import Unit, distances, unit_of
from newsdiff.takes.front import Front, front_of
from newsdiff.takes.label import Headline, Label, label_of, own_words
from newsdiff.takes.model import LEAST_TEXTS, Left, NoTake, Take, Takes
from newsdiff.unseen import without_unseen

TAKEN_OVER: Final = 0.35
"""Share of the runs of words of the shorter text that stand in the longer one, from which both are one text.
An outlet that cuts a wire text, or adds paragraphs to it, still prints that text."""
LEAST_ARTICLES: Final = 4
"""Articles of an event from which it can have takes."""
LEAST_GAP: Final = 0.03
"""How much farther away others must be than the texts of a take are from one another."""

_MOST_REMEMBERED: Final = 4
_remembered: list[tuple[Comparison, Takes]] = []


def remembered_takes(comparison: Comparison) -> Takes:
    """The takes of a comparison; the last four are kept, found by identity."""
    for known, takes in list(_remembered):
        if known is comparison:
            return takes
    takes = takes_of(comparison)
    _remembered.insert(0, (comparison, takes))
    del _remembered[_MOST_REMEMBERED:]
    return takes


def takes_of(comparison: Comparison) -> Takes:
    """Which articles put the same first; none where they fall into no groups. The same whatever the base.

    Needs four articles in English with a headline, translations among them.
    """
    days = [article.published for article in comparison.articles if article.published]
    last = max(days).isoformat() if days else None
    compared = [one for one in comparison.articles if one.in_english and (one.title or "").strip()]
    if len(comparison.articles) < LEAST_ARTICLES:
        return Takes((), (), None, last, f"fewer than {LEAST_ARTICLES} articles")
    if len(compared) < LEAST_ARTICLES:
        return Takes((), (), None, last, f"fewer than {LEAST_ARTICLES} articles with a headline in English")
    grouping = _Grouping(comparison, sorted(compared, key=lambda article: article.id))
    if len(grouping.units) < 2 * LEAST_TEXTS:
        return Takes((), (), None, last, f"fewer than {2 * LEAST_TEXTS} independent texts")
    found = grouping.groups
    if len(found) < 2:
        return Takes((), (), None, last, "no two groups of the texts put different things first")
    return grouping.takes(found, last)


@dataclass(frozen=True)
class _Grouping:
    """The texts of an event and how far apart they are."""

    comparison: Comparison
    articles: Sequence[Article]
    """Those that are compared, by id."""

    @cached_property
    def fronts(self) -> dict[str, Front]:
        """What each article puts first."""
        items = (self.comparison.annotation(article.id) for article in self.articles)
        return {item.article.id: front_of(self.comparison, item) for item in items}

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The independent texts."""
        return tuple(
            unit_of([self.fronts[article] for article in group]) for group in units_of(self.articles)
        )

    @cached_property
    def headlines(self) -> tuple[Headline, ...]:
        """All headlines, each with the number of its text."""
        titles = {article.id: " ".join((article.title or "").split()) for article in self.articles}
        return tuple(
            Headline(article, titles[article], number)
            for number, unit in enumerate(self.units)
            for article in unit.articles
        )

    @cached_property
    def distance(self) -> list[list[float]]:
        """The texts against each other."""
        return distances(self.units)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems that stand in names of persons, places and bodies, and nowhere in small letters."""
        named: set[str] = set()
        small: set[str] = set()
        for item in self.comparison.annotated:
            for mention in item.mentions:
                if mention.kind in ("name", "place"):
                    named.update(token.stem for token in tokens(mention.text))
            for sentence in item.sentences:
                text = item.article.text
                found = tokens(text, sentence.start, sentence.end)
                small.update(token.stem for token in found if not text[token.start].isupper())
        return frozenset(named - small)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Folded last names of the persons that are named."""
        return frozenset(
            fold(mention.text.split()[-1])
            for item in self.comparison.annotated
            for mention in item.mentions
            if isinstance(mention.value, Name) and mention.value.type == "person" and mention.text.split()
        )

    @cached_property
    def groups(self) -> list[tuple[int, ...]]:
        """The numbers of the texts of each take."""
        return standing_out(tree_of(self.distance), LEAST_GAP, self._fits)

    def _fits(self, members: tuple[int, ...]) -> bool:
        return len(members) >= LEAST_TEXTS and self._label(members) is not None

    def _label(self, members: tuple[int, ...]) -> Label | None:
        return label_of(self.headlines, members, own_words(self.headlines, members, self.names))

    def takes(self, groups: Sequence[tuple[int, ...]], last_day: str | None) -> Takes:
        """The takes, the articles in none of them, and which is the most common one of the last day."""
        held = {group: sum(len(self.units[number].articles) for number in group) for group in groups}
        ordered = sorted(groups, key=lambda group: (-len(group), -held[group], group))
        takes = tuple(
            self._take(f"t{number}", group, ordered, last_day) for number, group in enumerate(ordered, 1)
        )
        latest = sorted((take.latest for take in takes), reverse=True)
        first = next((take.id for take in takes if take.latest == latest[0]), None)
        most_common = first if latest[0] >= LEAST_TEXTS and latest[0] > latest[1] else None
        return Takes(takes, self._others(ordered), most_common, last_day, _HOW)

    def _take(
        self, name: str, group: tuple[int, ...], groups: Sequence[tuple[int, ...]], last_day: str | None
    ) -> Take:
        label = self._label(group)
        assert label is not None  # what has none fits no group
        members = {article for number in group for article in self.units[number].articles}
        shown = tuple(article.id for article in self.comparison.articles if article.id in members)
        units = [self.units[number] for number in group]
        away = [number for other in groups if other != group for number in other]
        pairs = [self.distance[a][b] for a in group for b in group if a < b]
        own = own_words(self.headlines, group, self.names)
        return Take(
            id=name,
            label=label.words,
            labelled_by=label.article,
            articles=shown,
            independent_texts=len(group),
            latest=sum(last_day in map(self._day, unit.articles) for unit in units) if last_day else 0,
            countries=self._countries(units),
            words=words_of(self.headlines, shown, own),
            leads=leads_of(self.comparison, self.fronts, units, shown),
            speakers=speakers_of(self.fronts, units, shown, self.persons),
            within=sum(pairs) / len(pairs),
            outside=mean_distance(self.distance, group, away),
        )

    def _day(self, article: str) -> str | None:
        day = self.comparison.article(article).published
        return day.isoformat() if day else None

    def _countries(self, units: Sequence[Unit]) -> tuple[tuple[str, int], ...]:
        """Every country once a text."""
        counts: Counter[str] = Counter()
        for unit in units:
            found = {self.comparison.article(article).country for article in unit.articles}
            counts.update({_code(country) for country in found if country})
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _others(self, groups: Sequence[tuple[int, ...]]) -> tuple[NoTake, ...]:
        taken = {number for group in groups for number in group}
        pairs = [value for row, values in enumerate(self.distance) for value in values[:row]]
        usual = sum(pairs) / len(pairs)
        place = {article: number for number, unit in enumerate(self.units) for article in unit.articles}
        found = []
        for article in self.comparison.articles:
            number = place.get(article.id)
            if number is None:
                found.append(NoTake(article.id, "not compared"))
            elif number not in taken:
                away = [
                    (mean_distance(self.distance, (number,), group), f"t{at}")
                    for at, group in enumerate(groups, 1)
                ]
                near = tuple(name for distance, name in sorted(away) if distance < usual)
                found.append(NoTake(article.id, _LEFT[min(2, len(near))], near))
        return tuple(found)


def _code(country: str) -> str:
    """The code of a country, whether it is given by code or name; what is neither as it is."""
    known = country_called(country)
    return known.code if known else country


_LEFT: Final[tuple[Left, Left, Left]] = ("alone", "near", "between")
_HOW: Final = (
    "groups by average link over what each text puts first: the words of its headline (0.4) and lead (0.2),"
    " the statements near its top (0.3), whom it quotes (0.1); kept where others are farther away by 0.03 or"
    " more and words of the headlines stand in no other headline"
)


def units_of(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The articles by text: each group holds the ids of those that print one, in the order given. Copies of
    a wire text are never two takes."""
    runs = {article.id: _runs(read_for_copies(article)) for article in articles}
    first = {article.id: article.id for article in articles}

    def root(one: str) -> str:
        while first[one] != one:
            one = first[one]
        return one

    for one, other in combinations(articles, 2):
        mine, theirs = runs[one.id], runs[other.id]
        shorter = min(len(mine), len(theirs))
        if shorter and len(mine & theirs) >= TAKEN_OVER * shorter:
            first[root(other.id)] = root(one.id)
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(root(article.id), []).append(article.id)
    return tuple(tuple(group) for group in groups.values())


def _runs(text: str) -> frozenset[str]:
    words = [match.group().lower() for match in WORD.finditer(without_unseen(text))]
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))
