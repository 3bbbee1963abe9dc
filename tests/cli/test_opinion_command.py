"""A second opinion from the command line, by real programs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from newsdiff.cli import cli
from newsdiff.library import View, open_library
from newsdiff.readers import read_event
from tests.opinion.ferry import PLAIN
from tests.opinion.local_programs import command, runs, script
from tests.reports.comparison_format import json_schema

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
Invoke = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The event as files."""
    place = tmp_path / "event"
    place.mkdir()
    for name, lines in PLAIN.items():
        (place / f"{name}.txt").write_text("\n\n".join(("Ferry runs aground", *lines)) + "\n", "utf-8")
    return place


def configured(tmp_path: Path, kind: str = "good", extra: str = "") -> Path:
    """A program that behaves so; the file of settings that names it is where `newsdiff` looks."""
    program = script(tmp_path, kind)
    text = f"[second_opinion]\ncommand = {json.dumps(command(program))}\nname = 'Rules'\n{extra}\n"
    (tmp_path / "config.toml").write_text(text, "utf-8")
    return program


@pytest.fixture
def invoke(tmp_path: Path) -> Invoke:
    """``invoke("opinion", folder)`` runs a command in this process, with a library and settings of its
    own."""

    def run(*arguments: object) -> Result:
        own = ("--data-dir", tmp_path / "data", "--config", tmp_path / "config.toml")
        return CliRunner().invoke(cli, [str(one) for one in (*own, *arguments)])

    return run


def test_each_place_is_printed_with_who_says_what_and_the_words_it_quotes(
    newsdiff: Run, folder: Path, tmp_path: Path
) -> None:
    configured(tmp_path)
    result = newsdiff("--config", tmp_path / "config.toml", "opinion", folder)
    assert result.stderr.decode() == "newsdiff: Rules: 2 answers\n"
    assert result.stdout.decode() == (
        "Rules on 2 places: 1 differs, 1 same\n"
        "\n"
        "Both newsdiff and Rules say that they differ (1)\n"
        "  ≠ differs – how many were on board\n"
        "      alpha: A ferry with [212 people] on board ran aground off Norvik on…\n"
        "      beta: A ferry with [220 people] on board ran aground off Norvik late on…\n"
        "      newsdiff: people aboard\n"
        "\n"
        "Neither says that they differ (1)\n"
        "  = same\n"
        "      alpha: Nine passengers were taken to hospital, the harbour master Anna…\n"
        "      beta: Nine passengers were taken to hospital, harbour master Anna Berg…\n"
    )


def test_the_same_question_is_not_asked_twice_and_another_name_or_template_asks_anew(
    invoke: Invoke, folder: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "data") as library:
        library.events.add(read_event([folder]), title="Norvik")
    program = configured(tmp_path)
    assert "Rules: 2 answers" in invoke("opinion", "Norvik").stderr
    again = invoke("opinion", "Norvik", "--json")
    assert "Rules: 0 answers, 2 kept from before" in again.stderr
    assert runs(program) == 2
    found = json.loads(again.stdout)
    assert (found["format"], found["by"], found["kept_from_before"]) == ("newsdiff-opinions/1", "Rules", 2)
    assert [one["second_opinion"]["says"] for one in found["places"]] == ["differs", "same"]
    assert runs(program) == 2
    invoke("opinion", folder)
    assert runs(program) == 2
    configured(tmp_path, extra='template = "mine.txt"')
    (tmp_path / "mine.txt").write_text("{question} {fence} {answer}", "utf-8")
    invoke("opinion", "Norvik")
    assert runs(program) == 4
    (tmp_path / "config.toml").write_text(
        (tmp_path / "config.toml").read_text("utf-8").replace("'Rules'", "'Others'"), "utf-8"
    )
    invoke("opinion", "Norvik")
    assert runs(program) == 6


def test_no_more_places_are_asked_about_than_the_settings_say(
    invoke: Invoke, folder: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "data"):
        pass
    program = configured(tmp_path, extra="questions = 1")
    assert "1 answer" in invoke("opinion", folder).stderr
    assert "0 answers, 1 kept from before" in invoke("opinion", folder).stderr
    assert runs(program) == 1


def test_rejected_answers_are_counted_and_named(invoke: Invoke, folder: Path, tmp_path: Path) -> None:
    configured(tmp_path, "prose")
    result = invoke("opinion", folder, "--json")
    assert "Rules: 0 answers, 2 rejected (2 × not in the form of an answer)" in result.stderr
    assert {one["reason"] for one in json.loads(result.stdout)["rejected"]} == {
        "not in the form of an answer"
    }
    assert json.loads(result.stdout)["places"] == []


def test_a_report_asks_nobody_unless_it_is_wanted(invoke: Invoke, folder: Path, tmp_path: Path) -> None:
    program = configured(tmp_path)
    plain = json.loads(invoke("report", folder).stdout)
    assert runs(program) == 0
    assert not any("second_opinion" in one for one in (*plain["statements"], *plain["details"]))
    asked = json.loads(invoke("report", folder, "--second-opinion").stdout)
    assert runs(program) == 2
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(asked)
    opinion = asked["statements"][0]["second_opinion"]
    assert (opinion["by"], opinion["says"]) == ("Rules", "differs")
    texts = {one["id"]: one["text"] for one in asked["articles"]}
    for one in opinion["quotations"]:
        assert texts[one["article"]][one["start"] : one["end"]] == one["text"]
    marked = {one["id"]: one for one in asked["details"] if "second_opinion" in one}
    assert [one["relation"] for one in marked.values()] == ["differs"]


@pytest.mark.parametrize("form", ["memo", "memo-html", "markdown", "html", "csv"])
def test_every_report_says_who_gave_an_opinion(
    form: str, invoke: Invoke, folder: Path, tmp_path: Path
) -> None:
    configured(tmp_path)
    shown = invoke("report", folder, "--second-opinion", "--format", form).stdout
    assert "Rules says: differs – how many were on board" in shown.replace("\\", "")
    without = invoke("report", folder, "--format", form).stdout
    assert "Rules" not in without


def test_questions_are_written_without_any_program(invoke: Invoke, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("", "utf-8")
    result = invoke("opinion", folder, "--questions", tmp_path / "asked.json")
    assert result.exit_code == 0
    written = json.loads((tmp_path / "asked.json").read_text("utf-8"))
    assert [one["format"] for one in written] == ["newsdiff-question/1"] * 2
    invoke("opinion", folder, "--questions", tmp_path / "asked.jsonl")
    lines = (tmp_path / "asked.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == written
    over = invoke("opinion", folder, "--questions", folder / "alpha.txt")
    assert "is one of the articles" in over.output


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (None, "names no program to ask: set “command” under [second_opinion]"),
        ("template", "mine.txt: cannot be read (No such file or directory)"),
        ("gone", "model cannot be started (No such file or directory)"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(
    kind: str | None, says: str, invoke: Invoke, folder: Path, tmp_path: Path
) -> None:
    if kind == "template":
        configured(tmp_path, extra='template = "mine.txt"')
    else:
        named = "" if kind is None else "[second_opinion]\ncommand = '/no/such/model'\n"
        (tmp_path / "config.toml").write_text(named, "utf-8")
    result = invoke("opinion", folder)
    assert result.exit_code == 1
    assert says in result.stderr
    assert result.stdout == ""


def test_an_export_carries_the_opinions_that_are_kept_and_asks_nobody(
    invoke: Invoke, folder: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "data") as library:
        event = library.events.add(read_event([folder]), title="Norvik")
        library.saved.add(event.id, "Desk", View())
    program = configured(tmp_path)
    assert "Second opinion" not in invoke("export", "Desk").stdout
    assert runs(program) == 0
    invoke("opinion", "Norvik")
    assert "## Second opinion of Rules" in invoke("export", "Desk").stdout
    assert runs(program) == 2


def test_a_bundle_brings_the_opinions_to_another_library_and_a_diff_lists_what_changed(
    invoke: Invoke, folder: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "data") as library:
        event = library.events.add(read_event([folder]), title="Norvik")
        library.saved.add(event.id, "Desk", View())
    configured(tmp_path)
    invoke("opinion", "Norvik")
    invoke("export", "Desk", "--format", "bundle", "-o", tmp_path / "desk.zip")
    with open_library(tmp_path / "data") as library:
        later = (folder / "beta.txt").read_text("utf-8").replace("220", "230")
        (folder / "beta.txt").write_text(later, "utf-8")
        library.events.add_articles(event.id, read_event([folder / "beta.txt"]).articles)
        library.saved.add(event.id, "Later", View())
    changed = invoke("diff", "Desk", "Later").stdout
    assert "before: ≠ Rules says: differs – how many were on board" in changed
    assert "after: no opinion" in changed

    (tmp_path / "config.toml").write_text("", "utf-8")
    other = ("--data-dir", tmp_path / "other")
    imported = invoke(*other, "import", tmp_path / "desk.zip").stdout
    assert imported == "“Desk”: 2 article texts, 2 second opinions, the saved comparison\n"
    assert invoke(*other, "import", tmp_path / "desk.zip").stdout == "“Desk”: nothing new\n"
    assert "## Second opinion of Rules (imported)" in invoke(*other, "export", "Desk").stdout
