"""Starting quickly: what answers at once must not load what it does not need."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff import __version__
from newsdiff.cli import cli
from tests.patience import PATIENCE

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def imported_by(*arguments: object) -> set[str]:
    """The top-level packages that a run of newsdiff imports."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newsdiff", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-500:]
    lines = (line for line in result.stderr.splitlines() if line.startswith("import time:"))
    return {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in lines}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["completion", "bash"]])
def test_version_help_and_completion_load_no_engine_and_no_screen(arguments: list[str]) -> None:
    heavy = {"textual", "rich", "pydantic", "rapidfuzz", "sqlite3", "tui", "widgets", "markdown_it"}
    assert not heavy & imported_by(*arguments)


def test_a_report_loads_no_screen_and_no_database(seeds: Path) -> None:
    heavy = {"textual", "rich", "sqlite3", "tui", "widgets", "charset_normalizer"}
    assert not heavy & imported_by("report", seeds, "--format", "markdown")


def test_version_says_the_version(program: Run) -> None:
    assert program("--version").stdout.decode().strip() == f"newsdiff {__version__}"


def test_help_shows_examples_and_every_command(newsdiff: Run) -> None:
    text = newsdiff("--help").stdout.decode()
    assert "Examples:" in text
    for command in ("open", "report", "eval", "completion"):
        assert command in text
        assert "Examples:" in newsdiff(command, "--help").stdout.decode() or command == "open"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed_for_the_usual_shells(newsdiff: Run, shell: str) -> None:
    assert "_NEWSDIFF_COMPLETE" in newsdiff("completion", shell).stdout.decode()


def test_completion_offers_the_commands(program: Run) -> None:
    result = program(_NEWSDIFF_COMPLETE="bash_complete", COMP_WORDS="newsdiff re", COMP_CWORD="1")
    assert "report" in result.stdout.decode()


def test_a_settings_file_that_the_environment_names_need_not_be_there_yet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Path | None] = []
    monkeypatch.setattr("tui.app.run", lambda **options: asked.append(options["config"]) or 0)
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(tmp_path / "none.toml"))
    CliRunner().invoke(cli, [])
    CliRunner().invoke(cli, ["--config", str(tmp_path / "none.toml")])
    assert asked == [None, tmp_path / "none.toml"]
