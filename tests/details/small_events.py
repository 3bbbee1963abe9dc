"""Small made-up events, compared by the real pipeline: each report is one text, a paragraph a line."""

from __future__ import annotations

from datetime import date

from newsdiff import compare
from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence
from newsdiff.model import Article, Block, Comparison, Detail, Kind, Level, Relation, numbered

WEDNESDAY = date(2024, 5, 8)
ANOTHER = "Gardeners trimmed hedges along quiet lanes."
"""A report that has nothing in common with any other."""


def article(name: str, text: str, published: date = WEDNESDAY) -> Article:
    """An article whose paragraphs are the lines of `text`."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("", "paragraph", start, start + len(line)))
        start += len(line) + 1
    return Article(name, f"{name}.txt", text, numbered(name, blocks), outlet=name, published=published)


def compared(*texts: str, level: Level = "normal") -> Comparison:
    """The comparison of outlets a, b, c … that print these texts; a is the base."""
    named = [article("abcdefgh"[index], text) for index, text in enumerate(texts)]
    return compare(named, base="a", level=level)


def context_of(*texts: str) -> Context:
    """What stands around the mentions of outlets a, b, c … that print these texts, with their links."""
    comparison = compared(*texts, *([ANOTHER] if len(texts) == 1 else []))
    by_id = sorted(comparison.annotated, key=lambda item: item.article.id)
    return Context(EventIndex(by_id, comparison.links))


def occurrence_of(context: Context, text: str) -> Occurrence:
    """The first mention with these words."""
    return next(one for one in context.index.everything if one.mention.text == text)


def with_mention(comparison: Comparison, text: str, kind: Kind | None = None) -> list[Detail]:
    """The details in which some mention has this text."""
    return [
        detail
        for detail in comparison.details
        if any(mention.text == text for mention in detail.mentions) and kind in (None, detail.kind)
    ]


def relation_of(comparison: Comparison, one: str, other: str) -> Relation | None:
    """The relation of the detail that holds both wordings; None where they are not in one detail."""
    for detail in with_mention(comparison, one):
        if any(mention.text == other for mention in detail.mentions):
            return detail.relation
    return None


def differing(comparison: Comparison) -> list[set[str]]:
    """For each *differs*, the texts of its mentions."""
    return [
        {mention.text for mention in detail.mentions}
        for detail in comparison.details
        if detail.relation == "differs"
    ]
