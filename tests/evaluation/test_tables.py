"""The tables and the data of ``newsdiff eval``, made of hand-made results."""

from __future__ import annotations

import json

from newsdiff.evaluation.evaluate import EventResult
from newsdiff.evaluation.measures import measure
from newsdiff.evaluation.table import as_data, as_tables, remark_lines, unsupported_lines
from tests.evaluation.hand_marked import Event


def result(name: str, **words: str) -> EventResult:
    event = Event(a=[words.get("a", "84 people died.")], b=["The dead number 12."])
    event.mark_pair("a1", "b1")
    event.link("a1", "b1")
    normal = measure(event.comparison, event.gold)
    event.detail("differs", [f"a: {words.get('mention', '84')}"], ["b: 12"])
    return EventResult(name, {"normal": normal, "all": measure(event.comparison, event.gold)})


def test_every_event_and_every_measure_has_a_line_with_a_column_for_each_level() -> None:
    events, measures = as_tables([result("fire"), result("flood")]).split("\n\n")
    assert [[cell.strip() for cell in line.split("|")[1:-1]] for line in events.splitlines()] == [
        ["event", "link F1", "differs right, normal", "differs right, all"],
        ["-----", "------:", "--------------------:", "-----------------:"],
        ["fire", "1.0000", "0 of 0", "0 of 1"],
        ["flood", "1.0000", "0 of 0", "0 of 1"],
    ]
    assert len({len(line) for line in measures.splitlines()}) == 1
    (line,) = [line for line in measures.splitlines() if "differs shown" in line]
    assert [cell.strip() for cell in line.split("|")[1:-1]] == ["differs shown", "0", "0 to 0", "2", "2 to 2"]


def test_what_has_nothing_to_measure_is_a_dash() -> None:
    table = as_tables([result("fire")])
    (line,) = [line for line in table.splitlines() if "strong conflicts found" in line]
    assert [cell.strip() for cell in line.split("|")[2:-1]] == ["–"] * 4


def test_a_differs_without_support_is_named_once_with_its_level() -> None:
    results = [result("fire")]
    said = "differs that no marked divergence supports: d1 people: 84 | 12"
    assert f"fire, all: {said}" in list(remark_lines(results))
    assert list(unsupported_lines(results)) == []  # there is none at the first level
    turned = [EventResult("fire", {"all": results[0].at["all"]})]
    assert list(unsupported_lines(turned)) == [f"fire, all: {said}"]


def test_words_of_articles_reach_the_terminal_harmless_and_on_one_line() -> None:
    hostile = result(
        "fi\x1b[2Jre | x", a="\x1b[31m84\nred\u202e people died.", mention="\x1b[31m84\nred\u202e"
    )
    lines = [*remark_lines([hostile]), *as_tables([hostile]).splitlines()]
    assert any("84 red" in line for line in lines)
    assert not any(character in line for line in lines for character in "\x1b\u202e\n")
    assert any("fi␛[2Jre \\| x" in line for line in lines)


def test_the_data_hold_figures_intervals_sums_and_remarks() -> None:
    data = json.loads(json.dumps(as_data([result("fire"), result("flood")])))
    assert data["levels"]["all"]["differs shown"] == {
        "figure": 2, "low": 2, "high": 2, "is_count": True,
    }  # fmt: skip
    assert data["by_event"]["flood"]["all"]["differs, precision"] == [0, 1]
    assert len(data["remarks"]["fire"]["all"]) == 1


def test_without_events_the_tables_are_empty() -> None:
    assert as_tables([]).count("\n") == 4
