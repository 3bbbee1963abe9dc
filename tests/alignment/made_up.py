"""Small articles for tests of links and rows: lists of paragraphs, read as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from newsdiff.alignment import judge_paragraphs, link_paragraphs
from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.model import Annotated, Article, Block, Link, ManualLink, numbered
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.weights import shipped


def article(name: str, paragraphs: Sequence[str]) -> Article:
    """An article whose body is these paragraphs."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("", "paragraph", len(text), len(text) + len(paragraph)))
        text += f"{paragraph}\n\n"
    return Article(name, f"{name}.txt", text, numbered(name, blocks), outlet=name, published=date(2025, 3, 4))


def annotated(event: Mapping[str, Sequence[str]]) -> tuple[Annotated, ...]:
    """The articles of an event, in the given order, with sentences and mentions."""
    articles = [article(name, paragraphs) for name, paragraphs in event.items()]
    return find_mentions(articles, {item.id: split_sentences(item) for item in articles})


def links_of(items: Sequence[Annotated], manual: Sequence[ManualLink] = ()) -> tuple[Link, ...]:
    """The links of articles in English, with the shipped weights."""
    judged, links = judge_pairs(items, shipped()), shipped().links
    return link_paragraphs(items, judged, judge_paragraphs(judged, links.model), links.bounds, manual)


FERRY: dict[str, list[str]] = {
    "herald": [
        "A ferry carrying 240 passengers struck a pier in Oban on Tuesday, injuring 17 people, police said.",
        "Captain Moira Sinclair told rescuers that the engine had failed to reverse.",
        "“It felt like an earthquake, everybody fell over,” said passenger Ewan Baird.",
        "Shares in the operator fell four per cent in London.",
    ],
    "courier": [
        "Seventeen people were hurt when a ferry with 240 aboard hit the pier at Oban.",
        "The marine accident branch has opened an inquiry into the cause.",
        "Ewan Baird, who was on board, said: “It felt like an earthquake. Everybody fell over.”",
    ],
    "post": [
        "Investigators from the marine accident branch arrived in Oban on Wednesday to find the cause.",
        "The engine of the ferry did not reverse, its captain, Moira Sinclair, told rescuers.",
        "Tourism in the town has doubled in ten years.",
    ],
}
"""Three short reports on one accident, written for these tests."""
