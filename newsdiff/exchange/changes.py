"""What changed between two comparisons of one event: texts, agreements, differences, second opinions.

A detail of the older comparison is known again in the newer one by its mentions: the same words of the same
outlet in the same sentence count most, the same words in another sentence and the same label less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from newsdiff.brief.passages import passage_of
from newsdiff.exchange.opinion_changes import OpinionChange, opinion_changes
from newsdiff.model import Article, Comparison, Detail
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line

Change: TypeAlias = Literal["broken", "lost", "agreed", "new", "changed", "gone"]
CHANGES: Final[dict[Change, str]] = {
    "broken": "Agreements that broke",
    "new": "New differences",
    "changed": "Differences with other values",
    "gone": "Differences that are gone",
    "agreed": "New agreements",
    "lost": "Agreements now found in one outlet or none",
}
"""In the order in which they are printed."""
_SAME_SENTENCE: Final = 4
_SAME_WORDS: Final = 2
_SAME_LABEL: Final = 1
"""A label alone is not enough: two details of one event may be called "people"."""
_ENOUGH: Final = 2
_AGREEING: Final = ("shared", "variant")


@dataclass(frozen=True, slots=True)
class TextChange:
    """What happened to one outlet's text."""

    article: str
    outlet: str
    change: Literal["same", "updated", "added", "left out"]
    paragraphs_added: int = 0
    paragraphs_gone: int = 0


@dataclass(frozen=True, slots=True)
class DetailChange:
    """A detail before and after; one of the two may be missing."""

    change: Change
    before: Detail | None
    after: Detail | None

    @property
    def label(self) -> str:
        """What is asked, in words of the texts."""
        detail = self.after or self.before
        return detail.label if detail else ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed."""

    texts: tuple[TextChange, ...]
    details: tuple[DetailChange, ...]
    opinions: tuple[OpinionChange, ...] = ()


def changes_between(before: Comparison, after: Comparison) -> Changes:
    """What changed from the one to the other."""
    details = []
    for old, new in _pairs(before, after):
        change = _change(old, new)
        if change is not None:
            details.append(DetailChange(change, old, new))
    order = list(CHANGES)
    details.sort(key=lambda one: order.index(one.change))
    texts = tuple(_text_changes(before, after))
    return Changes(texts, tuple(details), opinion_changes(before, after))


def _text_changes(before: Comparison, after: Comparison) -> Iterable[TextChange]:
    old = {article.id: article for article in before.articles}
    new = {article.id: article for article in after.articles}
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was is None or now is None:
            label = (now or was or before.articles[0]).label
            yield TextChange(name, label, "added" if was is None else "left out")
        elif was.sha256 == now.sha256:
            yield TextChange(name, now.label, "same")
        else:
            ours, theirs = _paragraphs(was), _paragraphs(now)
            added, gone = (theirs - ours).total(), (ours - theirs).total()
            yield TextChange(name, now.label, "updated", added, gone)


def _paragraphs(article: Article) -> Counter[str]:
    return Counter(one_line(article.slice(block)) for block in article.paragraphs)


def _pairs(before: Comparison, after: Comparison) -> Iterable[tuple[Detail | None, Detail | None]]:
    """Old and new details that are the same one, best first; then those that have no partner."""
    old_keys = {detail.id: _keys(before, detail) for detail in before.details}
    holders: dict[tuple[str, ...], list[Detail]] = {}
    for detail in after.details:
        for key in _keys(after, detail):
            holders.setdefault(key, []).append(detail)
    scores: Counter[tuple[int, int]] = Counter()
    places = {detail.id: place for place, detail in enumerate(after.details)}
    for place, detail in enumerate(before.details):
        for key, weight in old_keys[detail.id].items():
            for other in holders.get(key, ()):
                scores[place, places[other.id]] += weight
    free_old, free_new = set(range(len(before.details))), set(range(len(after.details)))
    pairs: list[tuple[int, int]] = []
    for (old, new), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= _ENOUGH and old in free_old and new in free_new:
            free_old.discard(old)
            free_new.discard(new)
            pairs.append((old, new))
    yield from ((before.details[old], after.details[new]) for old, new in sorted(pairs))
    yield from ((before.details[old], None) for old in sorted(free_old))
    yield from ((None, after.details[new]) for new in sorted(free_new))


def _keys(comparison: Comparison, detail: Detail) -> dict[tuple[str, ...], int]:
    keys: dict[tuple[str, ...], int] = {("label", detail.kind, detail.label.casefold()): _SAME_LABEL}
    for mention in detail.mentions:
        words = (detail.kind, mention.article, one_line(mention.text).casefold())
        keys["words", *words] = _SAME_WORDS
        start, end = passage_of(comparison, mention).sentence
        sentence = comparison.article(mention.article).text[start:end]
        keys["sentence", *words, one_line(sentence)] = _SAME_SENTENCE
    return keys


def _change(old: Detail | None, new: Detail | None) -> Change | None:
    was, now = (old.relation if old else None), (new.relation if new else None)
    if was == "differs" and now == "differs":
        assert old is not None
        assert new is not None
        return None if _values(old) == _values(new) else "changed"
    if was in _AGREEING and now == "differs":
        return "broken"
    if was == "differs" and now in _AGREEING:
        return "agreed"
    if now == "differs":
        return "new"
    if was == "differs":
        return "gone"
    if was in _AGREEING and now not in _AGREEING:
        return "lost"
    if now in _AGREEING and was not in _AGREEING:
        return "agreed"
    return None


def _values(detail: Detail) -> set[tuple[str, frozenset[str]]]:
    return {(value.value.casefold(), frozenset(value.reported_by)) for value in detail.values}
