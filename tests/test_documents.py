"""README and docs say what is there: links lead somewhere, commands, options, keys and folders exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from newsdiff.cli import SUBCOMMANDS, LazyGroup
from tui.keys.key import Place
from tui.keys.keymap import keys_of

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = (README, ROOT / "CONTRIBUTING.md", *DOCS)


def named(page: Path) -> str:
    """How a test case is called."""
    return page.name


def code(page: Path) -> Iterator[str]:
    """Lines of code blocks, and what stands in backticks, with blanks and line breaks as one blank."""
    text = page.read_text("utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^    (.+)$", text, re.MULTILINE)
    inline = re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    for piece in (*(line for block in blocks for line in block.splitlines()), *indented, *inline):
        yield " ".join(piece.split())


def commands(page: Path) -> Iterator[tuple[str, str]]:
    """Every call of newsdiff: its sub-command and the rest of the line."""
    for line in code(page):
        for found in re.finditer(r"(?:^|&& |\.venv/bin/)newsdiff ([a-z]+)(?!\S)([^&#]*)", line):
            yield found[1], found[2]


def options_of(command: click.Command) -> set[str]:
    """The options of a command and of those below it."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    own = {option for parameter in command.params for option in parameter.opts}
    return own.union(*map(options_of, below))


def table_keys(page: Path, heading: str) -> set[str]:
    """The keys in the first column of the table under a heading."""
    section = page.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {key for row in rows for key in re.findall(r"`([^`]+)`", row)}


def test_the_readme_is_one_page_and_links_every_other() -> None:
    text = README.read_text("utf-8")
    assert len(text.splitlines()) <= 130
    assert [page.name for page in DOCS if f"](docs/{page.name})" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    here = [link for link in links if "://" not in link]
    assert [link for link in here if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_and_option_exists(page: Path) -> None:
    group: Any = LazyGroup("newsdiff")
    for name, rest in commands(page):
        assert name in SUBCOMMANDS
        known = options_of(group.get_command(click.Context(group), name)) | {"--help"}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known


@pytest.mark.parametrize(
    ("page", "heading", "place"),
    [("reading.md", "Keys of the reader", "reader"), ("library.md", "Keys of the library", "library")],
)
def test_the_tables_of_keys_hold_every_key_and_no_other(page: str, heading: str, place: Place) -> None:
    written = table_keys(ROOT / "docs" / page, heading)
    keys = {key: set(key.keys.split(",")) for key in keys_of(place)}
    assert written - set().union(*keys.values()) == set()
    assert [key.name for key, ways in keys.items() if not key.movement and not ways & written] == []


def test_the_list_of_folders_is_that_of_the_tree() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## Folders\n")[1].split("\n## ")[0]
    written = set(re.findall(r"(?<!\S)(\w+)/(?!\S)", page))
    here = {
        folder.name
        for package in ("newsdiff", "tui", "widgets")
        for folder in (ROOT / package).rglob("*")
        if (folder / "__init__.py").exists()
    }
    too_small_to_list = {"memo", "measures"}
    assert here - written - too_small_to_list == set()
    assert [name for name in written - here if not (ROOT / name).is_dir()] == []
