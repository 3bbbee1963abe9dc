"""Listing, explaining and correcting events from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from newsdiff.cli.values import day_named
from newsdiff.library import open_library
from tests.library.library_accounts import article


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_library(tmp_path) as library:
        for name, text, title, day in (
            ("north", "President Zełenski met the U.S. envoy in Kyiv.", "Talks in Kyiv", date(2026, 1, 2)),
            (
                "south",
                "A ferry sank off Palermo in a storm; all were saved.",
                "Ferry sinks",
                date(2026, 2, 2),
            ),
        ):
            library.events.place([replace(article(name, text), title=title, published=day)])
    return tmp_path


def run(data: Path, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["--data-dir", str(data), *words])
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.parametrize("words", ["zelenski", "US envoy", "u.s.", "KYIV", "talks kyi"])
def test_the_list_finds_folded_words_in_titles_and_texts(data: Path, words: str) -> None:
    listed = run(data, "list", words)
    assert "Talks in Kyiv" in listed
    assert "Ferry" not in listed


@pytest.mark.parametrize("words", ['"', "NEAR(", "a OR *", "%", "nothing-of-the-kind"])
def test_odd_words_find_nothing_and_break_nothing(data: Path, words: str) -> None:
    assert run(data, "list", "--", words) == "No event matches.\n"


def test_the_list_can_be_narrowed_sorted_and_read_by_programs(data: Path) -> None:
    (ferry,) = json.loads(run(data, "list", "--since", "2026-02-01", "--json"))
    assert (ferry["title"], ferry["last_published"]) == ("Ferry sinks", "2026-02-02")
    (talks,) = json.loads(run(data, "list", "--outlet", "nor", "--json"))
    assert talks["title"] == "Talks in Kyiv"
    newest = json.loads(run(data, "list", "--sort", "date", "--json"))
    assert [event["title"] for event in newest] == ["Ferry sinks", "Talks in Kyiv"]
    second = json.loads(run(data, "list", "--sort", "date", "--offset", "1", "--json"))
    assert [event["title"] for event in second] == ["Talks in Kyiv"]


def test_events_are_merged_explained_split_and_pinned(data: Path) -> None:
    assert "now holds 2 articles" in run(data, "events", "merge", "Talks in Kyiv", "Ferry sinks")
    (event,) = json.loads(run(data, "list", "--json"))
    assert "none shared" in run(data, "why", event["id"])
    assert "holds 1 articles" in run(data, "events", "split", event["id"][:6], "south", "--title", "Ferry")
    run(data, "events", "pin", "Ferry")
    assert "pinned" in run(data, "list", "palermo")
    assert "now holds 2 articles" in run(data, "events", "move", "Ferry", "south", event["id"])


def test_a_merge_is_taken_back(data: Path) -> None:
    before = json.loads(run(data, "list", "--json", "--sort", "date"))
    kept = before[1]["id"]
    run(data, "events", "merge", kept, "Ferry sinks")
    assert "holds 1 articles again" in run(data, "events", "unmerge", kept)
    after = json.loads(run(data, "list", "--json", "--sort", "date"))
    assert [(event["id"], event["title"]) for event in after] == [
        (event["id"], event["title"]) for event in before
    ]
    assert "nothing was merged into the event" in run(data, "events", "unmerge", kept, code=1)


def test_an_event_that_is_not_there_is_reported_in_one_line(data: Path) -> None:
    printed = run(data, "why", "nowhere", code=1)
    assert printed == "Error: the library has no event 'nowhere': see newsdiff list\n"


def test_a_part_of_a_title_that_no_other_has_names_an_event(data: Path) -> None:
    assert run(data, "why", "FERRY").startswith(run(data, "why", "Ferry sinks"))
    near = run(data, "why", "Fery", code=1)
    assert "no event 'Fery': near are " in near
    assert "“Ferry sinks”" in near
    both = run(data, "why", "in", code=1)
    assert "give more of the title, or the id" in both
    assert "“Talks in Kyiv”" in both


def test_an_article_that_stands_alone_is_reported_so(data: Path) -> None:
    assert "the only article of its event" in run(data, "why", "Ferry sinks")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("today", date(2026, 11, 26)),
        ("Yesterday", date(2026, 11, 25)),
        ("7d", date(2026, 11, 19)),
        ("2 weeks", date(2026, 11, 12)),
        ("1 Nov", None),
        ("-3d", None),
    ],
)
def test_a_day_is_named_as_people_name_it(words: str, day: date | None) -> None:
    assert day_named(words, date(2026, 11, 26)) == day


def test_what_is_no_day_is_reported_with_what_is_understood(data: Path) -> None:
    printed = run(data, "list", "--since", "soon", code=2)
    assert "'soon' is not a date: write 2026-11-01, today, yesterday, 7d or 2w" in printed
    assert run(data, "list", "--since", "yesterday") == "No event matches.\n"


def test_listing_imports_no_screen(data: Path) -> None:
    code = (
        "import sys; from newsdiff.cli import cli\n"
        f"cli(['--data-dir', {str(data)!r}, 'list', 'palermo'], standalone_mode=False)\n"
        "print(sorted({'textual', 'pydantic', 'trafilatura', 'newsdiff.pipeline'} & set(sys.modules)))"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.splitlines()[-1] == "[]"
