"""The tables of weights that the package holds, and how a table is written and read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.alignment.paragraph_pairs import PARAGRAPH_NAMES
from newsdiff.details.differences.features import DIFFERENCE_NAMES
from newsdiff.details.differences.value_pairs import VALUE_NAMES
from newsdiff.details.questions.features import QUESTION_NAMES
from newsdiff.fitted_model import Feature, FittedModel
from newsdiff.statements.judged_pairs import SECOND_LOOK_NAMES
from newsdiff.statements.pair_features import FEATURE_NAMES
from newsdiff.weights import FOLDER, NAMES, Table, read_table, shipped, table_text

FEATURES = {
    "first_look": FEATURE_NAMES,
    "second_look": SECOND_LOOK_NAMES,
    "links": PARAGRAPH_NAMES,
    "values": VALUE_NAMES,
    "differences": DIFFERENCE_NAMES,
    "questions": QUESTION_NAMES,
}
NUMBERS = st.floats(-1e6, 1e6).map(lambda number: round(number, 4))
ROWS = st.builds(
    Feature,
    st.text(min_size=1, max_size=8),
    NUMBERS,
    NUMBERS,
    st.just((0.5, 0.8)),
    st.tuples(NUMBERS, NUMBERS, NUMBERS),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_table_has_the_features_that_are_computed_in_their_order(name: str) -> None:
    table: Table = getattr(shipped(), name)
    assert [feature.name for feature in table.model.features] == list(FEATURES[name])
    for feature in table.model.features:
        assert feature.low < feature.high
        assert len(feature.weights) == 1 + len(feature.knots)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_table_says_when_how_and_on_how_many_events_it_was_fitted(name: str) -> None:
    about = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert about["model"] == name
    assert date.fromisoformat(about["fitted"])
    assert "newsdiff.evaluation.fit" in about["command"]
    assert about["events"] >= 80


def test_what_is_shown_at_a_stricter_level_is_shown_at_the_others() -> None:
    bounds = shipped().differences.bounds
    assert bounds["strict"] >= bounds["normal"] >= bounds["all"]


def test_bounds_are_probabilities() -> None:
    for name in NAMES:
        assert all(0 < bound < 1 for bound in getattr(shipped(), name).bounds.values())


@given(NUMBERS, st.lists(ROWS, max_size=3), st.dictionaries(st.sampled_from("abc"), NUMBERS))
def test_a_table_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, bias: float, rows: list[Feature], bounds: dict[str, float]
) -> None:
    table = Table(FittedModel(bias, tuple(rows)), bounds)
    file: Path = tmp_path_factory.mktemp("table") / "table.json"
    file.write_text(table_text(table, {"model": "made up", "fitted": "2026-01-01"}), encoding="utf-8")
    assert read_table(file) == table
