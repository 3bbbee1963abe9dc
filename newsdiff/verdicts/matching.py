"""Finding the detail that a verdict is about in a comparison made anew: by the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.model import Detail, Mention
from newsdiff.verdicts.model import Place


def holds(mention: Mention, place: Place) -> bool:
    """Whether a mention and a place have words in common."""
    return mention.article == place.article and mention.start < place.end and place.start < mention.end


def articles_in_common(detail: Detail, places: Iterable[Place]) -> int:
    """In how many articles the detail stands on words of the places."""
    return len({one.article for one in places for mention in detail.mentions if holds(mention, one)})


def detail_on(details: Sequence[Detail], places: Sequence[Place]) -> Detail | None:
    """The detail that stands on most of the places: in two articles at least where they name two.

    Of several the first one; a quotation or a claim is not taken for a figure inside it while another detail
    stands on the very words.
    """
    wanted = min(2, len({place.article for place in places}))
    found = [
        (in_common, exact, detail)
        for detail in details
        if (in_common := articles_in_common(detail, places)) >= max(1, wanted)
        and (exact := _exact(detail, places)) is not None
    ]
    if not found:
        return None
    best = max((exact, in_common) for in_common, exact, _ in found)
    return next(detail for in_common, exact, detail in found if (exact, in_common) == best)


def is_about(places: Sequence[Place], detail: Detail, others: Iterable[Detail]) -> bool:
    """Whether a verdict on these places is about a detail, and not about another one in the same words."""
    return detail_on((detail, *others), places) is detail


def _exact(detail: Detail, places: Sequence[Place]) -> int:
    """How many of the places are the very words of a mention."""
    spans = {(mention.article, mention.start, mention.end) for mention in detail.mentions}
    return sum((place.article, place.start, place.end) in spans for place in places)
