"""``newsdiff takes`` and ``newsdiff history``, as somebody types them."""

from __future__ import annotations

import json
from pathlib import Path

from newsdiff.library import open_library
from tests.cli.conftest import Run
from tests.history.made_up import changed_twice
from tests.takes.made_up import bridge


def test_takes_of_an_event_are_printed_and_explained(newsdiff: Run, tmp_path: Path) -> None:
    with open_library(tmp_path / "data") as library:
        library.events.place(bridge(), event="Norvik bridge")
    printed = newsdiff("takes", "Norvik").stdout.decode()
    assert "Divers" in printed
    assert "harbour: puts something else first" in printed or "harbour: near" in printed
    answer = json.loads(newsdiff("takes", "Norvik bridge", "--json").stdout)
    assert [len(group["articles"]) for group in answer["takes"]["groups"]] == [3, 2]


def test_the_history_of_an_article_is_found_by_address_headline_and_outlet(
    newsdiff: Run, tmp_path: Path
) -> None:
    with open_library(tmp_path / "data") as library:
        changed_twice(library)
    by_address = newsdiff("history", "http://www.north.example/bus/?utm_source=x").stdout.decode()
    assert "1 → 2" in by_address
    assert "agrees with south since" in by_address
    assert newsdiff("history", "north", "--event", "Cusco").stdout.decode() == by_address
    steps = json.loads(newsdiff("history", "north", "--from", "1", "--to", "3", "--json").stdout)["steps"]
    assert [(step["older"], step["newer"]) for step in steps] == [(1, 3)]


def test_an_article_or_version_that_is_not_there_is_one_clear_line(newsdiff: Run, tmp_path: Path) -> None:
    with open_library(tmp_path / "data") as library:
        changed_twice(library)
    for arguments in (
        ("history", "nowhere"),
        ("history", "north", "--to", "9"),
        ("takes", "Cusco", "--json"),
    ):
        run = newsdiff(*arguments)
        if arguments[0] == "takes":
            assert json.loads(run.stdout)["takes"]["groups"] == []
            continue
        assert run.returncode == 1
        assert len(run.stderr.decode().splitlines()) == 1


def test_update_asks_pages_again_also_without_feeds(newsdiff: Run, tmp_path: Path) -> None:
    with open_library(tmp_path / "data"):
        pass
    run = newsdiff("update", "--recheck", "3")
    assert run.returncode == 0, run.stderr
    assert b"0 pages asked again" in run.stdout
