"""A second opinion on a card: who says what, and the words it quotes."""

from __future__ import annotations

from newsdiff.model import Comparison, Opinion
from newsdiff.opinion.wording import OPINION_SIGNS, quoted, said
from widgets.card.card_item import CardItem, Target
from widgets.text.harmless import short

LONGEST_QUOTATION = 200


def opinion_line(opinion: Opinion) -> CardItem:
    """``≠ llama3 says: differs – how many were on board``."""
    words = f"{OPINION_SIGNS[opinion.says]} {said(opinion)}"
    at_odds = ((f" – {opinion.at_odds}", "text"),) if opinion.at_odds else ()
    return CardItem(((words, "opinion"), *at_odds), 4)


def opinion_items(comparison: Comparison, opinion: Opinion | None) -> list[CardItem]:
    """The opinion, and a line for each quotation, which leads to its place; none without an opinion."""
    if opinion is None:
        return []
    places = zip(opinion.quotations, quoted(comparison, opinion), strict=True)
    return [
        opinion_line(opinion),
        *(
            CardItem(
                (
                    (f"{short(comparison.article(article).label, 40)}  ", "outlet"),
                    (f"“{short(words, LONGEST_QUOTATION)}”", "quoted"),
                ),
                4,
                Target(article, place.start),
            )
            for place, (article, words) in places
        ),
    ]
