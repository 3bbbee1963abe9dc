"""``newsdiff eval`` measures against marked events, at several levels, with plain methods beside ours."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from tests.evaluation.hand_marked import Event
from tests.opinion.ferry import PLAIN

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
GOLD = Path(__file__).parents[1] / "gold" / "seeds.json"


def test_the_tables_have_a_line_for_each_event_each_measure_and_each_plain_method(newsdiff: Run) -> None:
    result = newsdiff("eval", GOLD, "--scorer", "tf-idf", "--scorer", "ratio")
    assert result.returncode == 0, result.stderr
    text = result.stdout.decode()
    for line in (
        "| seeds ",
        "link F1, mean",
        "firm links, precision",
        "near misses linked",
        "statements: sentence pairs, precision",
        "statements: typed conflicts within the first 20",
        "statements: claim conflicts at any rank",
        "differs, precision",
        "differs shown",
        "strong conflicts found",
        "hard negatives flagged",
        "reporting outlets left out of a figure",
        "reporting outlets said not to have it",
        "values that mix unequal figures",
        "shared figures found",
        "shared dates found",
        "quotations found, F1",
        "quotation pairs, F1",
        "body kept",
        "noise removed",
        "tf-idf: link F1",
        "ratio: link F1",
    ):
        assert line in text
    assert "normal" in text
    assert "| all " in text or " all |" in text


def test_the_same_figures_come_as_json_at_the_levels_that_are_asked_for(newsdiff: Run) -> None:
    data = json.loads(newsdiff("eval", GOLD, "--json", "--level", "strict").stdout)
    assert data["events"] == ["seeds"]
    assert data["left_out"] is False
    assert list(data["levels"]) == ["strict"]
    links = data["levels"]["strict"]["link F1, mean"]
    assert 0 < links["figure"] <= 1
    assert links["low"] is None  # one event has no interval


def test_what_is_missed_is_named_on_demand(newsdiff: Run) -> None:
    lines = newsdiff("eval", GOLD, "--level", "normal", "--explain").stdout.decode().splitlines()
    assert any(line.startswith("seeds: ") and "missed" in line for line in lines)


def test_one_event_alone_cannot_be_left_out(newsdiff: Run) -> None:
    result = newsdiff("eval", GOLD, "--left-out")
    assert result.returncode == 1
    assert "name at least two events" in result.stderr.decode()
    assert len(result.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("content", ['{"articles": 3}', "{", ""])
def test_a_file_that_is_no_gold_is_one_line(newsdiff: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "gold.json").write_text(content)
    for path in (tmp_path, tmp_path / "gold.json", tmp_path / "gone.json", tmp_path / "gone"):
        result = newsdiff("eval", path)
        assert result.returncode == 1
        assert len(result.stderr.decode().splitlines()) == 1
        assert path.name in result.stderr.decode()


def test_gold_without_its_texts_is_one_line(newsdiff: Run, tmp_path: Path) -> None:
    lonely = tmp_path / "lonely.json"
    lonely.write_bytes(GOLD.read_bytes())
    result = newsdiff("eval", lonely)
    assert result.returncode == 1
    assert "lonely.json" in result.stderr.decode()


def test_a_report_on_a_folder_with_gold_compares_the_texts_only(newsdiff: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"Fire in the old town, says {name}\n\nTwelve people died in the fire on Monday night.\n"
        )
    (tmp_path / "gold.json").write_bytes(GOLD.read_bytes())
    result = newsdiff("report", tmp_path, "--format", "json")
    assert result.returncode == 0, result.stderr
    sources = [article["source"] for article in json.loads(result.stdout)["articles"]]
    assert sorted(sources) == ["a.txt", "b.txt"]


STAND_IN = Path(__file__).parents[2] / "benchmarks" / "accuracy" / "rules_for_an_opinion.py"


def ferry(folder: Path) -> Path:
    """A second event, with what a careful reader marks in it: how many were on board."""
    event = Event(**PLAIN)
    event.mark_conflict("number", "strong", fewer=["alpha: 212 people"], more=["beta: 220 people"])
    folder.mkdir()
    for article in event.articles:
        (folder / article.source).write_text(article.text)
    (folder / "gold.json").write_text(json.dumps(event.gold_data))
    return folder


def test_what_a_second_opinion_adds_is_recorded_and_replayed_to_the_same_bytes(tmp_path: Path) -> None:
    config, record = tmp_path / "config.toml", tmp_path / "rules.jsonl"
    second = ferry(tmp_path / "ferry")
    command = json.dumps(shlex.join((sys.executable, "-I", str(STAND_IN))))
    config.write_text(f"[second_opinion]\ncommand = {command}\nname = 'rules'\nquestions = 12\n", "utf-8")

    def measured(*options: object) -> str:
        arguments = ("--config", config, "eval", GOLD, second, "--level", "normal", *options)
        result = CliRunner().invoke(cli, [str(one) for one in arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    first = measured("--record", record)
    assert "rules: 14 questions on 2 events: 14 answers" in first
    for words in (
        "newsdiff alone",
        "rules alone",
        "newsdiff with rules",
        "both agree",
        "claim conflicts found",
    ):
        assert words in first
    config.write_text("[second_opinion]\ncommand = '/no/such/program'\nquestions = 12\n", "utf-8")
    assert measured("--replay", record) == first
    data = json.loads(measured("--replay", record, "--json"))
    assert (data["accepted"], data["rejected"], data["events"]) == (14, [], ["ferry", "seeds"])
    alone, both, with_it = (
        data["levels"]["normal"][way]["differs, precision"]
        for way in ("newsdiff alone", "both agree", "with it")
    )
    assert both[1] <= alone[1] <= with_it[1]
    found = data["levels"]["normal"]["it alone"]["strong conflicts found"]
    assert found[0] >= 1


def test_a_record_that_cannot_be_used_and_what_does_not_go_together_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("They differ.\n", "utf-8")
    for options, says in (
        (["--replay", tmp_path / "x.jsonl"], "line 1: is not an answer"),
        (["--replay", tmp_path / "x.jsonl", "--record", tmp_path / "y"], "with --replay, none is asked"),
        (["--second-opinion", "--explain"], "cannot be combined with"),
    ):
        arguments = ("--config", tmp_path / "none.toml", "eval", GOLD, *options)
        result = CliRunner().invoke(cli, [str(one) for one in arguments])
        assert result.exit_code != 0
        assert says in result.output
