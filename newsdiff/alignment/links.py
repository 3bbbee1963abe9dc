"""Links: pairs of paragraphs of different articles that report the same specific thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from newsdiff.alignment.constants import LINK_THRESHOLD, LINKS_PER_PARAGRAPH
from newsdiff.alignment.thesaurus import concepts
from newsdiff.language.tokens import Token, tokens
from newsdiff.language.weights import rarity, unit_vector
from newsdiff.model import Annotated, Link, ManualLink


def link_paragraphs(
    annotated: Sequence[Annotated], manual_links: Sequence[ManualLink] = ()
) -> tuple[Link, ...]:
    """Paragraph pairs of two articles that report the same specific thing, in the order of the articles.

    A pair that the reader linked by hand is there with score 1, one that the reader unlinked is not.
    """
    words: dict[str, list[Token]] = {}
    texts: dict[str, str] = {}
    article_of: dict[str, int] = {}
    for number, item in enumerate(annotated):
        for block in item.article.paragraphs:
            words[block.id] = tokens(item.article.text, block.start, block.end)
            texts[block.id] = item.article.text
            article_of[block.id] = number
    place = {paragraph: index for index, paragraph in enumerate(article_of)}
    meaning = concepts()
    counts = {p: Counter(meaning.get(t.stem, t.stem) for t in found if t.stem) for p, found in words.items()}
    weight = rarity(counts.values())
    vectors = {paragraph: unit_vector(bag, weight) for paragraph, bag in counts.items()}

    tellers: dict[str, list[tuple[str, float]]] = defaultdict(list)
    scores: dict[tuple[str, str], float] = {}
    kept: Counter[str] = Counter()
    for paragraph, vector in vectors.items():
        sums: dict[str, float] = defaultdict(float)
        for term, value in vector.items():
            for other, other_value in tellers[term]:
                sums[other] += value * other_value
            tellers[term].append((paragraph, value))
        for other, score in sorted(sums.items(), key=lambda pair: (-pair[1], place[pair[0]])):
            if score < LINK_THRESHOLD:
                break
            if article_of[other] != article_of[paragraph] and kept[other] < LINKS_PER_PARAGRAPH:
                scores[other, paragraph] = score
                kept[other] += 1

    result: dict[tuple[str, str], Link] = {}
    for (a, b), score in scores.items():
        shared = sorted(
            (t for t in vectors[a] if t in vectors[b]), key=lambda t: -vectors[a][t] * vectors[b][t]
        )
        reasons = tuple(surface(texts[a], words[a], term) for term in shared[:3])
        result[a, b] = Link(a, b, "same" if score > 0.3 else "partial", round(score, 4), "engine", reasons)
    for manual in manual_links:
        if manual.a not in place or manual.b not in place or article_of[manual.a] == article_of[manual.b]:
            continue
        pair = (manual.a, manual.b) if place[manual.a] < place[manual.b] else (manual.b, manual.a)
        result.pop(pair, None)
        if manual.linked:
            result[pair] = Link(*pair, "same", 1.0, "reader", ("linked by you",))
    return tuple(sorted(result.values(), key=lambda link: (place[link.a], place[link.b])))


def surface(text: str, words: Sequence[Token], term: str) -> str:
    """The first word of a paragraph that counts as that term, as it is written."""
    meaning = concepts()
    return next(text[t.start : t.end] for t in words if meaning.get(t.stem, t.stem) == term)
