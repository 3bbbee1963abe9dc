"""Fitting every table on marked events, here on three small ones that the test writes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from newsdiff import compare
from newsdiff.evaluation import fit_report
from newsdiff.evaluation.evaluate import comparing_left_out
from newsdiff.evaluation.fit import PLANTED, Rows, fit_weights, fit_with_left_out, main
from newsdiff.evaluation.labels import UNSURE
from newsdiff.evaluation.marked_events import MarkedEvent, read_events
from newsdiff.weights import NAMES, Weights, read_table, shipped
from tests.evaluation.hand_marked import Event
from tests.evaluation.test_marked_events import written

SCENES = (
    ("paper mill", "Norvik", "fire", 12, 14, "Anna Berg"),
    ("ferry", "Oban", "storm", 5, 7, "Ewan Baird"),
    ("school bus", "Arad", "landslide", 21, 23, "Paul Brandt"),
)


def event_of(thing: str, town: str, cause: str, dead: int, later: int, name: str) -> Event:
    """Two reports on one accident that agree on the day and the cost and differ in the toll."""
    event = Event(
        a=[
            f"A {cause} near {town} struck a {thing} on Monday and killed {dead} people, police said.",
            f"The {thing} cost $3 million and was built in 1998, the owner said in a statement.",
            f"“We had no warning of the {cause} at all,” said {name}, who survived.",
            "The council will meet on Friday to talk about the roof of the town hall.",
        ],
        b=[
            f"Police in {town} said that {later} people died when a {cause} hit the {thing} on Monday.",
            f"According to its owner the {thing}, built in 1998, had cost $3 million.",
            f"{name} survived. “We had no warning of the {cause} at all,” he said.",
            "Football: the home team won for the first time this season.",
        ],
    )
    for number in "123":
        event.mark_pair(f"a{number}", f"b{number}")
    event.mark_conflict(kind="number", one=[f"a: {dead} people"], other=[f"b: {later} people"])
    event.mark_shared("a: $3 million", "b: $3 million", kind="money")
    event.mark_shared("a: Monday", "b: Monday", kind="date")
    return event


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    for scene in SCENES:
        written(folder / scene[1], event_of(*scene))
    return folder


@pytest.fixture(scope="module")
def events(gold: Path) -> Sequence[MarkedEvent]:
    return read_events([gold])


@pytest.fixture(scope="module")
def fitted(events: Sequence[MarkedEvent]) -> Weights:
    return fit_weights(events)


def test_every_table_is_fitted_with_the_features_and_bounds_of_the_shipped_one(fitted: Weights) -> None:
    for name in NAMES:
        mine, known = getattr(fitted, name), getattr(shipped(), name)
        assert [f.name for f in mine.model.features] == [f.name for f in known.model.features]
        assert mine.bounds.keys() == known.bounds.keys()


def test_bounds_are_in_order(fitted: Weights) -> None:
    links, levels = fitted.links.bounds, fitted.differences.bounds
    assert links["related"] <= links["firm"] <= links["same"]
    assert levels["all"] <= levels["normal"] <= levels["strict"]


def test_the_same_events_give_the_same_tables(events: Sequence[MarkedEvent], fitted: Weights) -> None:
    assert fit_weights(events) == fitted


def test_a_comparison_with_fitted_tables_links_what_the_events_have_linked(
    events: Sequence[MarkedEvent], fitted: Weights
) -> None:
    for event in events:
        found = {frozenset((link.a, link.b)) for link in compare(event.articles, weights=fitted).links}
        assert {frozenset(("a.p1", "b.p1")), frozenset(("a.p2", "b.p2"))} <= found
        assert frozenset(("a.p4", "b.p4")) not in found


def test_an_event_is_judged_by_tables_that_were_fitted_without_it(events: Sequence[MarkedEvent]) -> None:
    comparing = comparing_left_out(events, fit_weights)
    assert len(comparing) == len(events)
    tables = [how.keywords["weights"] for how in comparing]  # type: ignore[attr-defined]
    assert tables[0] == fit_weights(events[1:])
    assert tables[0] != tables[1]


def test_the_command_writes_every_table_with_when_and_how_and_what_it_scores_on_events_left_out(
    gold: Path,
    fitted: Weights,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(fit_report, "FOLDER", tmp_path)
    main([str(gold)])
    assert {name: read_table(tmp_path / f"{name}.json") for name in NAMES} == {
        name: getattr(fitted, name) for name in NAMES
    }
    about = json.loads((tmp_path / "links.json").read_text(encoding="utf-8"))
    assert (about["model"], about["events"]) == ("links", len(SCENES))
    assert date.fromisoformat(about["fitted"])
    assert "link F1, mean (normal)" in about["scores_left_out"]
    printed = capsys.readouterr().out
    assert all(name in printed for name in NAMES)


def test_rows_whose_label_is_not_certain_are_not_fitted_on() -> None:
    rows = Rows(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, UNSURE, 0.0]))
    matrix, labels, weight = rows.to_fit_on()
    assert matrix.tolist() == [[1.0], [3.0]]
    assert labels.tolist() == [1.0, 0.0]
    assert weight.tolist() == [1.0, 1.0]


def test_of_a_twin_only_the_planted_conflicts_are_fitted_on_and_they_count_less() -> None:
    rows = Rows(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, UNSURE, 0.0]), is_twin=True)
    matrix, labels, weight = rows.to_fit_on()
    assert (matrix.tolist(), labels.tolist(), weight.tolist()) == ([[1.0]], [1.0], [PLANTED])


def test_an_event_gets_its_left_out_probabilities_from_the_other_events() -> None:
    matrix = np.arange(10.0).reshape(-1, 1)
    rows = [Rows(matrix, (matrix[:, 0] > 4).astype(float)), Rows(matrix, (matrix[:, 0] <= 4).astype(float))]
    _, (first, second) = fit_with_left_out("links", ("value",), rows)
    # Each event was judged by what the other one says, which is the contrary.
    assert first[0] > 0.5 > first[-1]
    assert second[0] < 0.5 < second[-1]
