"""Finding the detail that a verdict is about in a comparison made anew: by its kind and its words.

What the engine does not show, at another level or in other texts, is not found, and no other
detail is taken for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.model import Detail, Mention
from newsdiff.verdicts.model import Place, Verdict


def is_on(mention: Mention, place: Place) -> bool:
    """Whether a mention and a place are about the same words: half of the longer one at least they have in
    common. A name or a figure within a sentence is not the sentence."""
    if mention.article != place.article:
        return False
    in_common = min(mention.end, place.end) - max(mention.start, place.start)
    return in_common > 0 and 2 * in_common >= max(mention.end - mention.start, place.end - place.start)


def detail_of(details: Iterable[Detail], verdict: Verdict) -> Detail | None:
    """The detail that a verdict is about: one of its kind on its words.

    What was said of values that stand against each other is not said of one value, nor the other way round.
    """
    of_kind = [one for one in details if one.kind == verdict.detail_kind]
    if verdict.kind in ("confirmed", "dismissed", "labelled"):
        has_several = len({place.group for place in verdict.places}) > 1
        of_kind = [one for one in of_kind if (len(one.values) > 1) == has_several]
    return detail_on(of_kind, verdict.places)


def detail_on(details: Iterable[Detail], places: Sequence[Place]) -> Detail | None:
    """The detail that stands on most of the places: in two articles, and on two groups, where they name two.

    Of several the first one on most of the very words.
    """
    fewest_articles = min(2, len({place.article for place in places}))
    fewest_groups = min(2, len({place.group for place in places}))
    best: tuple[int, int] | None = None
    found = None
    for detail in details:
        mentions = detail.mentions
        held = [place for place in places if any(is_on(one, place) for one in mentions)]
        articles = len({place.article for place in held})
        if articles < fewest_articles or len({place.group for place in held}) < fewest_groups:
            continue
        likeness = (_exact(mentions, held), articles)
        if best is None or likeness > best:
            best, found = likeness, detail
    return found


def is_about(verdict: Verdict, detail: Detail, others: Iterable[Detail]) -> bool:
    """Whether a verdict is about a detail, and not about another one in the same words."""
    return detail_of((detail, *others), verdict) is detail


def _exact(mentions: Iterable[Mention], places: Iterable[Place]) -> int:
    """How many of the places are the very words of a mention."""
    spans = {(mention.article, mention.start, mention.end) for mention in mentions}
    return sum((place.article, place.start, place.end) in spans for place in places)
