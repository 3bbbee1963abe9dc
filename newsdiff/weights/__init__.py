"""The fitted weights, one table (a JSON file beside this one) a model, with date, command and scores.

`python -m newsdiff.evaluation.fit GOLD...` writes the tables. Bounds are fitted with the model they belong to
and stand in its table: the least probability that a threshold lets through.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from newsdiff.fitted_model import Feature, FittedModel
from newsdiff.quick_dataclass import dataclass

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Table:
    """A model with the bounds that were fitted for its probabilities."""

    model: FittedModel
    bounds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weights:
    """Every table that a comparison uses."""

    first_look: Table
    """Whether two sentences report the same thing, each pair by itself."""
    second_look: Table
    """The same, with what the first look says of all other pairs. Bounds: `statement`, `second`,
    `differing`."""
    links: Table
    """Whether two paragraphs report the same thing. Bounds: `related`, `firm`, `same`."""
    values: Table
    """Whether two unequal figures, days or times of like sentences answer one question. Bound: `asked`."""
    differences: Table
    """Whether a careful reader would say that two sentences differ. Bounds: `strict`, `normal`, `all`."""
    questions: Table
    """Whether two equal figures or days answer one question. Bounds: `same`, `same_year`,
    `day`, `unlike`, `near`."""


NAMES: Final = ("first_look", "second_look", "links", "values", "differences", "questions")


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The tables of the package."""
    return Weights(**{name: read_table(FOLDER / f"{name}.json") for name in NAMES})


def read_table(path: Path) -> Table:
    """A table from its file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Table(FittedModel(data["bias"], tuple(map(read_feature, data["features"]))), data["bounds"])


def read_feature(row: Mapping[str, Any]) -> Feature:
    """One row of a table."""
    return Feature(row["name"], row["low"], row["high"], tuple(row["knots"]), tuple(row["weights"]))


def table_text(table: Table, about: Mapping[str, object]) -> str:
    """A table as the text of its file; `about` says what it is, when and how it was made, and its scores."""
    rows = [
        {"name": f.name, "low": f.low, "high": f.high, "knots": f.knots, "weights": f.weights}
        for f in table.model.features
    ]
    lines = ["{", *(f" {json.dumps(key)}: {json.dumps(value)}," for key, value in about.items())]
    lines += [
        f' "bounds": {json.dumps(dict(table.bounds))},',
        f' "bias": {table.model.bias},',
        ' "features": [',
    ]
    lines.append(",\n".join(f"  {json.dumps(row)}" for row in rows))
    return "\n".join([*lines, " ]", "}", ""])
