"""From an empty library to the world: feeds of countries, an update, the map, a country, an event with its
takes and the versions of an article, a blind spot of home and its event; all keys found through footer and
help."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

if sys.platform != "linux":
    pytest.skip("needs a pty and a loopback network of many addresses", allow_module_level=True)

from benchmarks.simulated_world.playing import playing
from newsdiff.cli import cli
from newsdiff.library import open_library
from tests.details.small_events import article
from tests.journeys.terminal import Terminal
from tests.takes.made_up import bridge

HOURS = 24


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "config.toml").write_text('home = "IE"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(folder / "config.toml"))
    return folder


def keep_an_event_that_falls_apart(data: Path, now: datetime) -> None:
    """What the simulated sites do not write: texts that put different things first, one of them changed."""
    texts = [
        replace(one, published=now.date(), published_at=now, url=f"http://{one.id}.test/1")
        for one in bridge()
    ]
    first, *others = texts
    first = replace(first, country="IE")
    newer = article(first.id, first.text.replace("five missing", "seven missing"), now.date())
    kept = {name: getattr(first, name) for name in ("title", "country", "published_at", "url")}
    with open_library(data) as library:
        library.events.place([first, *others], event="Norvik bridge")
        library.events.place([replace(newer, **kept)])


def test_a_reader_sees_takes_versions_and_what_home_does_not_report(settings: Path, tmp_path: Path) -> None:
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    data = ["--data-dir", str(tmp_path / "data")]
    wanted = [part for code in ("IE", "GB", "FR", "DE", "ES", "SE") for part in ("--country", code)]
    with playing(7, midnight - timedelta(days=1), days=1, a_day=900) as world:
        world.set_hour(HOURS)
        world.write_outlets(settings)
        run = CliRunner().invoke
        listed = run(cli, [*data, "feeds", "starter", *wanted, "--allow-private"]).output
        assert "Ireland: " in listed
        # The table has real feeds of these countries, too: only the simulated ones are asked here.
        for feed in run(cli, [*data, "feeds", "list"]).output.splitlines():
            address = feed.split()[0]
            if not address.startswith("http://127."):
                assert run(cli, [*data, "feeds", "remove", address]).exit_code == 0
        updated = run(cli, [*data, "update"])
        assert updated.exit_code == 0, updated.output
        assert " added" in updated.output
    keep_an_event_that_falls_apart(tmp_path / "data", datetime.now(UTC))
    environment = {"NEWSDIFF_CONFIG": os.environ["NEWSDIFF_CONFIG"]}
    with Terminal(data, tmp_path, lines=40, **environment) as terminal:
        terminal.wait_for("newsdiff › library", "W world")
        terminal.type("W")
        terminal.wait_for("newsdiff › world", "/ find", "m map", "b blind spots", "9 countries")
        terminal.type("/ireland\r")
        terminal.wait_for("Ireland · ", "4 outlets", "⌂")
        terminal.type("m")
        terminal.type("l")
        terminal.wait_for("United Kingdom · ")
        terminal.type("?")
        terminal.wait_for("one country to the west")
        terminal.type("\x1b")
        terminal.wait_until_gone("one country to the west")
        terminal.type("h")
        terminal.wait_for("Ireland · ")
        terminal.type("\r")
        terminal.type("\r")  # from the map to the news of the country, into the newest
        terminal.wait_for("newsdiff › Norvik bridge", "▌≠", "Takes · 2", "the most common take now", "⏎ why")
        terminal.type("jjjjjj")  # over the places worth a look
        terminal.type("\r")
        terminal.wait_for("▌3   ▾", "only it quotes", "Divers race to find five missing workers")
        terminal.type("?")
        terminal.wait_for("Move to source 2.")
        terminal.type("changed")
        terminal.wait_for("  H ", "Compare any two texts that this source has had")
        terminal.type("\x1b")
        terminal.wait_until_gone("Compare any two texts")
        terminal.type("B")
        terminal.wait_for("aligned", "shares 2 of 4 ¶")
        terminal.type("2")
        terminal.wait_for("▸2 north")
        terminal.type("H")
        terminal.wait_for("newsdiff › Norvik bridge › north", "1 → 2", "people missing, – → seven missing")
        terminal.type("q")
        terminal.wait_until_gone("1 → 2")
        terminal.type("q")
        terminal.wait_for("newsdiff › world")
        terminal.type("b")
        terminal.wait_for("blind spots › not reported in Ireland", "Judged by 4 outlets at home")
        shown = terminal.wait_for("independent text")
        assert "countries: " in shown
        terminal.type("\r")
        terminal.wait_for("Worth a look")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
