"""Body and noise, links, rows."""

from __future__ import annotations

from itertools import combinations

from newsdiff.evaluation.gold import Span
from newsdiff.evaluation.measures.judged import Judged, Pair
from newsdiff.evaluation.measures.tallies import Agreement, ArticleSpan, Tallies, Tally, event_figure, overlap


def body_and_noise(judged: Judged) -> Tallies:
    """How much of the marked body stands in our paragraphs, and how much of the marked noise does not.

    Both count code points.
    """
    kept = body = put_aside = noise = 0
    marked = {article.id: article for article in judged.gold.articles}
    for article in judged.comparison.articles:
        stem = judged.stem[article.id]
        if stem not in marked:
            continue
        ours = [ArticleSpan(stem, block.start, block.end) for block in article.paragraphs]
        for span in marked[stem].paragraphs:
            body += span.end - span.start
            kept += _covered(span, stem, ours)
        for waste in marked[stem].noise:
            noise += waste.end - waste.start
            put_aside += waste.end - waste.start - _covered(waste, stem, ours)
    return {"body kept": Tally(kept, body), "noise removed": Tally(put_aside, noise)}


def _covered(span: Span, stem: str, ours: list[ArticleSpan]) -> int:
    """Code points of a marked span that lie in our paragraphs."""
    place = ArticleSpan(stem, span.start, span.end)
    return min(span.end - span.start, sum(overlap(place, one) for one in ours))


def links(judged: Judged) -> Tallies:
    """Links of every kind as a mean F1 over events; firm links and near misses with all events together.

    Pairs that are optional in the gold count neither way.
    """
    is_firm = {judged.gold_pair(link.a, link.b): link.firm for link in judged.comparison.links}
    every = _agreement(judged, set(is_firm))
    firm = _agreement(judged, {pair for pair, sure in is_firm.items() if sure})
    near = judged.gold.near_misses()
    return {
        "link F1, mean": event_figure(every.f1),
        "links, precision": Tally(every.hits, every.hits + every.false),
        "links, recall": Tally(every.hits, every.hits + every.missed),
        "firm links, precision": Tally(firm.hits, firm.hits + firm.false),
        "firm links, recall": Tally(firm.hits, firm.hits + firm.missed),
        "near misses linked": Tally(len(near & set(is_firm)), len(near)),
    }


def alone(judged: Judged) -> Tallies:
    """Paragraphs that are said to stand in one article alone though the gold links them to another's."""
    linked = frozenset[str]().union(*judged.firm)
    found = [judged.gold_paragraph.get(paragraph) for paragraph in sorted(judged.comparison.alone)]
    marked = [paragraph for paragraph in found if paragraph is not None]
    wrong = sorted(paragraph for paragraph in marked if paragraph in linked)
    remarks = tuple(f"said to stand in one article alone: {paragraph}" for paragraph in wrong)
    return {"only in one, though linked": Tally(len(wrong), len(marked), remarks)}


def rows(judged: Judged) -> Tallies:
    """Pairs of paragraphs of different articles that one row holds, as a mean F1 over events."""
    owner = {block: article.id for block, (article, _) in judged.comparison.blocks.items()}
    level = {
        judged.gold_pair(a, b)
        for row in judged.comparison.rows
        for a, b in combinations(row.paragraphs, 2)
        if owner[a] != owner[b]
    }
    return {"pairs in one row, F1, mean": event_figure(_agreement(judged, level).f1)}


def _agreement(judged: Judged, found: set[Pair]) -> Agreement:
    right, allowed = judged.firm, judged.firm | judged.optional
    return Agreement(len(found & right), len(found - allowed), len(right - found))
