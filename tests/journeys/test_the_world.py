"""From an empty library to the world: feeds of countries, an update, the map, a country, a blind spot of
home and its event; all keys found through footer and help."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

if sys.platform != "linux":
    pytest.skip("needs a pty and a loopback network of many addresses", allow_module_level=True)

from benchmarks.simulated_world.playing import playing
from newsdiff.cli import cli
from tests.journeys.terminal import Terminal

HOURS = 24


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "config.toml").write_text('home = "IE"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(folder / "config.toml"))
    return folder


def test_a_reader_finds_what_home_does_not_report(settings: Path, tmp_path: Path) -> None:
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
    environment = {"NEWSDIFF_CONFIG": os.environ["NEWSDIFF_CONFIG"]}
    with Terminal(data, tmp_path, lines=40, **environment) as terminal:
        terminal.wait_for("newsdiff › library", "W world")
        terminal.type("W")
        terminal.wait_for("newsdiff › world", "/ find", "m map", "b blind spots", "6 countries")
        terminal.type("/ireland\r")
        terminal.wait_for("Ireland · ", "3 outlets", "⌂")
        terminal.type("m")
        terminal.type("l")
        terminal.wait_for("United Kingdom · ")
        terminal.type("?")
        terminal.wait_for("one country to the west")
        terminal.type("\x1b")
        terminal.wait_until_gone("one country to the west")
        terminal.type("h")
        terminal.wait_for("Ireland · ")
        terminal.type("b")
        terminal.wait_for("blind spots › not reported in Ireland", "Judged by 3 outlets at home")
        shown = terminal.wait_for("independent text")
        assert "countries: " in shown
        terminal.type("\r")
        terminal.wait_for("Worth a look")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
