"""What one article has alone: the paragraphs that are the least like anything in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from newsdiff.brief.importance import importance
from newsdiff.brief.model import Alone, Passage
from newsdiff.counting import number_of
from newsdiff.language.names import why_not_by_words
from newsdiff.model import Annotated, Article, Comparison

NONE_ALONE: Final = "No passage is certain to be in one outlet only."
NO_OTHERS: Final = "No passage of the other articles is certain to be in one outlet only."
MOST_NAMED: Final = 3
"""Articles named in the sentence that says why nothing is listed."""
NO_DETAIL: Final = 99
LEAST_WORDS: Final = 8
"""Of a paragraph; a shorter one says too little to be listed."""
LEAST_ALIKE: Final = 0.3
"""Score from which a statement may report a sentence elsewhere, set by hand: of those below, which are only
there to be looked at, three in four hold two different matters."""


def only_in_one(comparison: Comparison) -> tuple[Alone, ...]:
    """For each article the paragraphs that are alone (`Comparison.alone`).

    They have no link of any kind, by hand or found, and no sentence that may be reported elsewhere.
    """
    weight = _weights(comparison)
    found = (Alone(item.article.id, _passages(comparison, item, weight)) for item in comparison.annotated)
    return tuple(one for one in found if one.passages)


def said_of_others(comparison: Comparison, found: Sequence[Alone]) -> str:
    """Why the other articles are not among those with passages of their own; empty where all are."""
    return NO_OTHERS if len(found) < len(comparison.articles) else ""


def why_not_listed(comparison: Comparison, said: Callable[[Article, str], str]) -> str:
    """A sentence with the articles whose words are only partly compared, so that no passage of another
    article is known to be alone; empty without any. `said` formats an article with the reason."""
    found = [said(article, why) for article in comparison.numbered if (why := why_not_by_words(article))]
    if not found:
        return ""
    more = [f"and {len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    return f"Not listed, as not all words can be compared: {', '.join([*found[:MOST_NAMED], *more])}."


def captions_not_compared(articles: Iterable[Article]) -> str:
    """``2 captions not compared``, credits without words of their own left out; empty without any."""
    blocks = (block for article in articles for block in article.blocks)
    found = sum(block.role == "caption" and block.reason != "credit" for block in blocks)
    return f"{number_of(found, 'caption')} not compared" if found else ""


def _passages(comparison: Comparison, item: Annotated, weight: Mapping[str, int]) -> tuple[Passage, ...]:
    own = [
        (sentences[0], block.id)
        for block in item.article.paragraphs
        if (sentences := item.sentences_of.get(block.id, ()))
        and block.id in comparison.alone
        and block.id not in comparison.links_of
        and not any(
            statement.score >= LEAST_ALIKE
            for one in sentences
            for statement in comparison.statements_of.get(one.id, ())
        )
        and len(item.article.slice(block).split()) >= LEAST_WORDS
    ]
    own.sort(key=lambda one: (weight.get(one[1], NO_DETAIL), one[0].start))
    spans = ((sentence.start, sentence.end) for sentence, _ in own)
    return tuple(Passage(item.article.id, *span, span) for span in spans)


def _weights(comparison: Comparison) -> dict[str, int]:
    """What matters most in a paragraph, of the details that stand in one outlet only."""
    paragraph_of = {one.id: one.paragraph for item in comparison.annotated for one in item.sentences}
    found: dict[str, int] = {}
    for detail in comparison.details:
        if detail.relation == "only":
            weight = importance(comparison, detail)
            for mention in detail.mentions:
                paragraph = paragraph_of.get(mention.sentence, "")
                found[paragraph] = min(weight, found.get(paragraph, NO_DETAIL))
    return found
