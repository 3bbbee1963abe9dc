"""What one article has alone: paragraphs to which nothing alike was found in any other."""

from __future__ import annotations

from newsdiff.brief.importance import importance
from newsdiff.brief.model import Alone, Passage
from newsdiff.model import Annotated, Comparison, Detail, Sentence

LEAST_WORDS = 8
"""Of a paragraph; a shorter one says too little to be listed."""


def only_in_one(comparison: Comparison) -> tuple[Alone, ...]:
    """For each article the paragraphs without a link of any kind and without a sentence in a statement."""
    found = []
    for item in comparison.annotated:
        passages = _passages(comparison, item)
        if passages:
            found.append(Alone(item.article.id, passages))
    return tuple(found)


def _passages(comparison: Comparison, item: Annotated) -> tuple[Passage, ...]:
    own = [
        (sentences[0], block.id)
        for block in item.article.paragraphs
        if (sentences := item.sentences_of.get(block.id, ()))
        and block.id not in comparison.links_of
        and not any(one.id in comparison.statements_of for one in sentences)
        and len(item.article.slice(block).split()) >= LEAST_WORDS
    ]
    own.sort(key=lambda one: (_weight(comparison, one[1]), one[0].start))
    return tuple(_passage(item, sentence) for sentence, _ in own)


def _weight(comparison: Comparison, paragraph: str) -> int:
    """What matters most in a paragraph, of what stands in one outlet only."""
    alone: list[Detail] = [one for one in comparison.details_of.get(paragraph, ()) if one.relation == "only"]
    return min((importance(comparison, detail) for detail in alone), default=99)


def _passage(item: Annotated, sentence: Sentence) -> Passage:
    span = (sentence.start, sentence.end)
    return Passage(item.article.id, *span, span)
