"""Links between paragraphs, and rows out of links. (Placeholder slice.)"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from newsdiff.model import Annotated, Link, ManualLink, Row

__all__ = ["arrange_rows", "link_paragraphs"]


def link_paragraphs(
    annotated: Sequence[Annotated], manual_links: Sequence[ManualLink] = ()
) -> tuple[Link, ...]:
    """Paragraph pairs of two articles that report the same specific thing."""
    words = {
        p.id: Counter(re.findall(r"\w{3,}", item.article.slice(p).lower()))
        for item in annotated
        for p in item.article.paragraphs
    }
    frequency = Counter(word for bag in words.values() for word in bag)
    vectors = {}
    for key, bag in words.items():
        vector = {w: (1 + math.log(n)) * math.log(len(words) / frequency[w]) for w, n in bag.items()}
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors[key] = {w: v / norm for w, v in vector.items()}
    result = []
    for left, right in combinations(annotated, 2):
        for p in left.article.paragraphs:
            for q in right.article.paragraphs:
                a, b = vectors[p.id], vectors[q.id]
                score = sum(v * b[w] for w, v in a.items() if w in b)
                if score > 0.11:
                    shared = sorted((w for w in a if w in b), key=lambda w: -a[w] * b[w])[:3]
                    result.append(Link(p.id, q.id, "same", round(score, 4), "engine", tuple(shared)))
    return tuple(result)


def arrange_rows(annotated: Sequence[Annotated], links: Sequence[Link]) -> tuple[Row, ...]:
    """Rows that partition all body paragraphs; `annotated` has the base first."""
    base, *others = annotated
    best: dict[str, tuple[float, str]] = {}
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if one.startswith(base.article.id + ".") and link.score > best.get(other, (0.0, ""))[0]:
                best[other] = (link.score, one)
    cells: list[list[str]] = []
    for p in base.article.paragraphs:
        told = [q.id for o in others for q in o.article.paragraphs if best.get(q.id, (0, ""))[1] == p.id]
        cells.append([p.id, *told])
    cells += [[q.id] for o in others for q in o.article.paragraphs if q.id not in best]
    ids = [item.article.id for item in annotated]
    rows = []
    for index, cell in enumerate(cells, 1):
        told_by = tuple(i for i in ids if any(c.startswith(i + ".") for c in cell))
        rows.append(Row(f"r{index}", tuple(cell), told_by, tuple(i for i in ids if i not in told_by)))
    return tuple(rows)
