"""Which style every stretch of a text has: marks, notes, search hits and the cursor laid together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsdiff.model import Standing
from widgets.reading.reading_state import STANDINGS

Classes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch with classes; where layers of one `group` overlap the one with the highest rank wins."""

    start: int
    end: int
    group: int
    rank: tuple[int, int]
    classes: Classes


@dataclass(frozen=True, slots=True)
class Runs:
    """A text cut into stretches of one style: stretch `i` goes from ``edges[i]`` to ``edges[i + 1]``."""

    edges: Sequence[int]
    classes: Sequence[Classes]


def mark_layer(start: int, end: int, standing: Standing, classes: Classes) -> Layer:
    """The layer of a mark: the graver one shows, of equals the shorter mark."""
    return Layer(start, end, 0, (-STANDINGS.index(standing), start - end), classes)


def layered(length: int, layers: Iterable[Layer]) -> Runs:
    """Cut a text of this length where its style changes. Groups lie over each other in their order."""
    inside = [
        (max(0, layer.start), min(length, layer.end), layer)
        for layer in layers
        if layer.start < length and layer.end > 0 and layer.start < layer.end
    ]
    if not inside:
        return Runs((0, length), ((),))
    opening = sorted(inside, key=lambda item: item[0])
    edges = sorted({0, length, *(item[0] for item in inside), *(item[1] for item in inside)})
    active: list[tuple[int, int, Layer]] = []
    found: list[Classes] = []
    following = 0
    for edge in edges[:-1]:
        active = [item for item in active if item[1] > edge]
        while following < len(opening) and opening[following][0] <= edge:
            active.append(opening[following])
            following += 1
        best: dict[int, Layer] = {}
        for _, _, layer in active:
            if layer.group not in best or layer.rank > best[layer.group].rank:
                best[layer.group] = layer
        found.append(tuple(name for group in sorted(best) for name in best[group].classes))
    return Runs(edges, found)
