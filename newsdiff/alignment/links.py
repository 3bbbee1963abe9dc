"""Links: pairs of paragraphs of different articles that report the same specific thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from newsdiff.alignment.paragraph_pairs import JudgedParagraphs, greatest_by_paragraph
from newsdiff.alignment.reasons import Explainer
from newsdiff.language.names import is_compared_by_words
from newsdiff.model import Annotated, Link, LinkKind, ManualLink
from newsdiff.statements.judged_pairs import JudgedPairs

Pair: TypeAlias = tuple[int, int]
"""Numbers of two paragraphs of different articles, the smaller first."""


def link_paragraphs(
    annotated: Sequence[Annotated],
    judged: JudgedPairs,
    likely: JudgedParagraphs,
    bounds: Mapping[str, float],
    manual_links: Sequence[ManualLink] = (),
) -> tuple[Link, ...]:
    """Paragraph pairs of two articles that report the same specific thing, in the order of the articles.

    `judged` are the pairs of sentences of the articles in English, in the order of `annotated`, `likely` the
    pairs of their paragraphs. A link's score is the probability that a careful reader would link the pair, so
    scores of different events can be compared. A pair that the reader linked by hand is there with score 1,
    one that the reader unlinked is not.
    """
    paragraphs = Paragraphs(annotated)
    by_words = links_by_words(annotated, judged, likely, bounds)
    links = {paragraphs.pair(link.a, link.b): link for link in by_words}
    if not all(item.article.in_english for item in annotated):
        from newsdiff.alignment.common_terms import links_by_common_terms

        links |= {paragraphs.pair(link.a, link.b): link for link in links_by_common_terms(annotated)}
    for pair, linked in manual_verdicts(paragraphs, manual_links).items():
        links.pop(pair, None)
        if linked:
            a, b = (paragraphs.ids[number] for number in pair)
            links[pair] = Link(a, b, "same", 1.0, "reader", ("linked by the reader",))
    return tuple(link for _, link in sorted(links.items()))


def links_by_words(
    annotated: Sequence[Annotated],
    judged: JudgedPairs,
    likely: JudgedParagraphs,
    bounds: Mapping[str, float],
) -> Iterator[Link]:
    """The links between the articles in English, whose words are compared."""
    english = [item for item in annotated if item.article.in_english]
    blocks = [block for item in english for block in item.article.paragraphs]
    explainer = Explainer(english, judged)
    for one, other, score in zip(*likely, strict=True):
        if score >= bounds["related"]:
            reason = explainer.explain(int(one), int(other))
            yield Link(
                a=blocks[one].id,
                b=blocks[other].id,
                kind=kind_of(float(score), reason.quotation, bounds),
                score=round(float(score), 4),
                origin="engine",
                because=reason.words,
            )


def paragraphs_alone(
    annotated: Sequence[Annotated], likely: JudgedParagraphs, bounds: Mapping[str, float]
) -> frozenset[str]:
    """Ids of the paragraphs of which no pair is as likely as the bound `alone`.

    None where not all words of every article are compared: what such an article lacks is not known. None
    whose words another article has in any block, one that was put aside among them.
    """
    articles = [item.article for item in annotated]
    if not all(map(is_compared_by_words, articles)):
        return frozenset()
    paragraphs = [(number, block) for number, one in enumerate(articles) for block in one.paragraphs]
    greatest = greatest_by_paragraph(likely, len(paragraphs))
    texts = [folded(article.text) for article in articles]
    return frozenset(
        block.id
        for (number, block), value in zip(paragraphs, greatest, strict=True)
        if value < bounds["alone"]
        and not any(
            folded(articles[number].slice(block)) in text
            for other, text in enumerate(texts)
            if other != number
        )
    )


def folded(words: str) -> str:
    """Words in small letters, a blank between each two."""
    return " ".join(words.casefold().split())


def kind_of(score: float, quotation: bool, bounds: Mapping[str, float]) -> LinkKind:
    """What binds two paragraphs: a quotation, the whole of what they say, a part of it, or too little."""
    if score < bounds["firm"]:
        return "related"
    if quotation:
        return "quote"
    return "same" if score >= bounds["same"] else "partial"


class Paragraphs:
    """All body paragraphs in the order of the articles, by number."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        self.ids = [block.id for item in annotated for block in item.article.paragraphs]
        self.number = {paragraph: index for index, paragraph in enumerate(self.ids)}
        self.article = [index for index, item in enumerate(annotated) for _ in item.article.paragraphs]

    def pair(self, a: str, b: str) -> Pair:
        """The numbers of two paragraphs, the smaller first."""
        one, other = sorted((self.number[a], self.number[b]))
        return one, other


def manual_verdicts(paragraphs: Paragraphs, manual_links: Sequence[ManualLink]) -> dict[Pair, bool]:
    """The reader's word on pairs of paragraphs that exist, of different articles; the last one counts."""
    verdicts: dict[Pair, bool] = {}
    for manual in manual_links:
        if manual.a in paragraphs.number and manual.b in paragraphs.number:
            one, other = paragraphs.pair(manual.a, manual.b)
            if paragraphs.article[one] != paragraphs.article[other]:
                verdicts[one, other] = manual.linked
    return verdicts
