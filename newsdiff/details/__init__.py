"""Mentions of several articles that speak of the same thing, and how their values relate."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.details.claims import claim_details
from newsdiff.details.constants import NEEDED_CONFIDENCE
from newsdiff.details.drafts import BaseOrder, as_detail
from newsdiff.details.figures import figure_details
from newsdiff.details.independence import Independence
from newsdiff.details.moment_details import moment_details
from newsdiff.details.names import name_details
from newsdiff.details.nobody import nobody_details
from newsdiff.details.scene import Scene
from newsdiff.details.undecided import Undecided
from newsdiff.details.utterances import utterance_details
from newsdiff.model import Annotated, Detail, Level, Link

__all__ = ["find_details"]


def find_details(
    annotated: Sequence[Annotated], links: Sequence[Link], level: Level = "normal"
) -> tuple[Detail, ...]:
    """Every detail of the event, in the order of the base text; `annotated[0]` is the base.

    The base sets nothing but that order: the articles are looked at by their ids. Each mention belongs to
    one detail. What could be a *differs* but is less sure than `level` needs stays the shared and single
    details it would be made of.
    """
    by_id = sorted(annotated, key=lambda item: item.article.id)
    scene = Scene(by_id, links)
    needed = NEEDED_CONFIDENCE[level]
    drafts = [
        *figure_details(scene, needed),
        *moment_details(scene, needed),
        *name_details(scene, needed),
        *utterance_details(scene),
        *nobody_details(scene, needed),
        *claim_details(scene, needed),
    ]
    Undecided(scene, drafts).say()
    places = {item.article.id: place for place, item in enumerate(annotated)}
    order = BaseOrder([places[item.article.id] for item in by_id], [item.article.id for item in by_id])
    drafts.sort(key=order.of_draft)
    independence = Independence(by_id, links)
    return tuple(as_detail(draft, number, order, independence) for number, draft in enumerate(drafts, 1))
