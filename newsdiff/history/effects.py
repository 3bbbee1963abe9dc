"""What another text of one article does to the comparison: differences that appeared, changed or vanished.

Both versions are compared with the very same texts of the other outlets, so that nothing but this article's
change can be the cause; and only details are named whose words in this article changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import Indel

from newsdiff.brief.passages import sentence_span
from newsdiff.exchange.changes import Change, changes_between
from newsdiff.history.model import Difference, Effect
from newsdiff.history.pieces import pieces_of
from newsdiff.model import Article, Comparison, Detail
from newsdiff.pipeline import compare
from newsdiff.sanitize import one_line

_EFFECTS: dict[Change, Effect] = {
    "broken": "appeared",
    "new": "appeared",
    "changed": "changed",
    "gone": "vanished",
    "agreed": "vanished",
    "lost": "changed",
}
NEARLY: Final = 0.85
"""Likeness from which a sentence is another one but for a few words."""
_OF_AGREEMENTS: Final = ("agreed", "lost")


def compared_with(article: Article, others: Sequence[Article]) -> Comparison | None:
    """A version compared with the other articles of its event; None where there are none."""
    rest = [other for other in others if other.id != article.id]
    return compare([article, *rest], base=article.id) if rest else None


def effects(before: Comparison, after: Comparison, article: str) -> tuple[Difference, ...]:
    """The differences to others that the change of one article made, changed or ended, in that order."""
    old, new = before.article(article), after.article(article)
    found: list[Difference] = []
    for change in changes_between(before, after).details:
        was, now = _words(before, change.before, article), _words(after, change.after, article)
        if was == now or not (_gone(was, new) or _gone(now, old)):
            continue
        claims = "claim" in {one.kind for one in (change.before, change.after) if one}
        if claims and _hardly_reworded(was | now, old, new):
            continue  # a word in it changed, and not what is claimed
        values = _values(change.before, article), _values(change.after, article)
        if change.change in _OF_AGREEMENTS and not (all(values) and values[0] != values[1]):
            was_one = change.before is not None and change.before.relation == "differs"
            if not was_one:
                continue  # what only one outlet had, and others have too, was no difference
        effect = _EFFECTS[change.change]
        if change.change == "agreed" and (change.before is None or change.before.relation != "differs"):
            effect = "changed"
        beside = _beside(after, change.after, article)
        found.append(Difference(effect, one_line(change.label), *values, *beside))
    order: list[Effect] = ["appeared", "changed", "vanished"]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.index(one.effect)))


def _words(comparison: Comparison, detail: Detail | None, article: str) -> frozenset[str]:
    """The sentences in which the article has the detail."""
    if detail is None:
        return frozenset()
    item = comparison.annotation(article)
    return frozenset(
        item.article.text[slice(*sentence_span(item, mention))]
        for mention in detail.mentions
        if mention.article == article
    )


def _gone(sentences: Iterable[str], article: Article) -> bool:
    """Whether one of the sentences does not stand in the article."""
    return any(sentence not in article.text for sentence in sentences)


def _hardly_reworded(sentences: Iterable[str], old: Article, new: Article) -> bool:
    """Whether every sentence stands in both texts but for a few words."""
    texts = [[one.text for one in pieces_of(article)] for article in (old, new)]
    return all(
        max((Indel.normalized_similarity(one_line(sentence), other) for other in text), default=0.0) >= NEARLY
        for sentence in sentences
        for text in texts
    )


def _values(detail: Detail | None, article: str) -> tuple[str, ...]:
    if detail is None:
        return ()
    found = (
        next(mention.text for mention in value.mentions if mention.article == article)
        for value in detail.values
        if article in value.reported_by
    )
    return tuple(dict.fromkeys(map(one_line, found)))


def _beside(
    comparison: Comparison, detail: Detail | None, article: str
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Outlets that report the article's value now, and outlets with another one and that value, in words of
    their own texts."""
    if detail is None or article not in {name for value in detail.values for name in value.reported_by}:
        return (), ()
    agreeing: list[str] = []
    differing: list[tuple[str, str]] = []
    for value in detail.values:
        others = [name for name in value.reported_by if name != article]
        if article in value.reported_by or detail.relation != "differs":
            agreeing += [comparison.article(name).label for name in others]
        else:
            for name in others:
                words = next(mention.text for mention in value.mentions if mention.article == name)
                differing.append((comparison.article(name).label, one_line(words)))
    return tuple(dict.fromkeys(agreeing)), tuple(dict.fromkeys(differing))


def named_alike(versions: Sequence[Article], shown: Article) -> list[Article]:
    """Older texts under the short name and outlet that the article has now."""
    return [replace(one, outlet=shown.outlet).with_id(shown.id) for one in versions]
