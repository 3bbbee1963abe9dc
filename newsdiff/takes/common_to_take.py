"""What the articles of a take have in common, verbatim, and whether others have it too."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final

from newsdiff.language.tokens import tokens
from newsdiff.model import Comparison, Statement
from newsdiff.takes.distance import Unit
from newsdiff.takes.front import Front
from newsdiff.takes.label import Headline
from newsdiff.takes.model import LEAST_TEXTS, HeadlineWord, LedWith, Passage

NEAR_THE_TOP: Final = 0.75
"""How high a statement must stand to be one that an article leads with: among the first seven sentences."""
LEAST_WORDS: Final = 4
"""Words of meaning of a sentence that is shown as a lead."""
MOST_LEADS: Final = 5


def words_of(
    headlines: Sequence[Headline], articles: Sequence[str], own: Mapping[str, int]
) -> tuple[HeadlineWord, ...]:
    """The words that only headlines of the take have, most texts first, as each headline writes them."""
    titles = {headline.article: headline.text for headline in headlines}
    written: dict[str, dict[str, str]] = {stem: {} for stem in own}
    for article in articles:
        for token in tokens(titles[article]):
            if token.stem in written:
                written[token.stem].setdefault(article, titles[article][token.start : token.end])
    order = sorted(own, key=lambda stem: (-own[stem], stem))
    return tuple(HeadlineWord(tuple(written[stem].items()), own[stem]) for stem in order)


def leads_of(
    comparison: Comparison, fronts: Mapping[str, Front], units: Sequence[Unit], articles: Sequence[str]
) -> tuple[LedWith, ...]:
    """Statements that two texts or more of the take have near the top; first those that no other article
    reports, then those that most have, then those that stand highest. No sentence stands twice."""
    found = []
    for statement in comparison.statements:
        high = [unit for unit in units if unit.statements.get(statement.id, 0.0) >= NEAR_THE_TOP]
        if len(high) < LEAST_TEXTS:
            continue
        passages = _passages(comparison, fronts, statement, articles)
        outside = tuple(one for one in statement.reported_by if one not in articles)
        place = sum(unit.statements[statement.id] for unit in high) / len(high)
        if len(passages) >= LEAST_TEXTS:
            key = (bool(outside), -len(high), -place, statement.rank)
            found.append((key, LedWith(statement.id, passages, outside)))
    kept: list[LedWith] = []
    seen: set[Passage] = set()
    for _, lead in sorted(found, key=lambda item: item[0]):
        if len(kept) < MOST_LEADS and seen.isdisjoint(lead.passages):
            seen.update(lead.passages)
            kept.append(lead)
    return tuple(kept)


def _passages(
    comparison: Comparison, fronts: Mapping[str, Front], statement: Statement, articles: Sequence[str]
) -> tuple[Passage, ...]:
    """The first sentence of each article that has the statement near its top; short ones say too little."""
    found: dict[str, Passage] = {}
    for version in statement.sentences:
        name = version.article
        if name in found or name not in articles or version.sentence not in fronts[name].sentences:
            continue
        if fronts[name].statements[statement.id] < NEAR_THE_TOP:
            continue
        item = comparison.annotation(name)
        sentence = next(one for one in item.sentences if one.id == version.sentence)
        words = [one for one in tokens(item.article.text, sentence.start, sentence.end) if one.stem]
        if len(words) >= LEAST_WORDS:
            found[name] = (name, sentence.start, sentence.end)
    return tuple(found[name] for name in articles if name in found)


def speakers_of(
    fronts: Mapping[str, Front], units: Sequence[Unit], articles: Sequence[str], persons: Container[str]
) -> tuple[str, ...]:
    """Whom two texts or more of the take quote, and no article outside of it does, by the longest name.

    `persons` are folded last names: "the billionaire" names nobody.
    """
    outside = {key for name, front in fronts.items() if name not in articles for key in front.speakers}
    names: dict[str, str] = {}
    for article in articles:
        for key, speaker in fronts[article].speakers.items():
            names[key] = max(names.get(key, ""), speaker, key=len)
    return tuple(
        speaker
        for key, speaker in sorted(names.items())
        if key in persons and key not in outside and sum(key in one.speakers for one in units) >= LEAST_TEXTS
    )
