"""Whatever an event.toml holds: one line for each thing that is wrong, the rest holds, and it ends."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.readers.files.event_file import LARGEST, ArticleEntry, read_event_file
from newsdiff.settings.file import settings_in

VALUES = (
    "2025", "true", "12:30:00", "[]", "[1, 2]", "{}", "{ a = 1 }", "1.5", "nan", "-inf", '""', '"soon"',
    "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "0001-01-01", '"9999-12-31"', "2025-12-03",
    "2025-12-03T10:00:00", "[[1], [{ a = [] }]]", "0xff", "99999999999999999999",
)  # fmt: skip
KEYS = (
    "date",
    "outlet",
    "title",
    "byline",
    "country",
    "language",
    "url",
    "unknown",
    '"a b"',
    '""',
    "datetime",
)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("key", ["date", "outlet", "unknown"])
def test_a_value_of_another_kind_is_one_line_and_left_out(key: str, value: str, tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(
        f'title = "Fire"\n[articles."a.txt"]\n{key} = {value}\ncountry = "Ireland"\n', encoding="utf-8"
    )
    labels = read_event_file(tmp_path)
    label = labels.articles["a.txt"]
    assert (labels.title, label.country) == ("Fire", "Ireland")
    kept = getattr(label, key, None)
    assert len(labels.problems) == (0 if kept is not None else 1)
    for problem in labels.problems:
        assert f'"{key}" for a.txt' in problem
        assert "\n" not in problem


def test_dates_as_they_should_be_are_read(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(
        '[articles.a]\ndate = 2025-12-03\n[articles.b]\ndate = "2025-12-03T05:19+00:00"\n', encoding="utf-8"
    )
    articles = read_event_file(tmp_path).articles
    assert articles["a"].date == date(2025, 12, 3)
    assert articles["b"].date == datetime(2025, 12, 3, 5, 19, tzinfo=UTC)


def made_up_toml(chance: random.Random) -> str:
    """A TOML file with tables and entries that mean something here, and values that do not."""
    lines = []
    for _ in range(chance.randrange(6)):
        lines.append(
            f"{chance.choice((*KEYS, 'articles', 'serve', 'keys', 'translate'))} = {chance.choice(VALUES)}"
        )
    for _ in range(chance.randrange(6)):
        lines.append(chance.choice(
            ('[articles."a.txt"]', "[articles.date]", "[articles.a.date]", "[date]", "[articles]",
             "[[articles]]", "[keys.reader]",
             "[keys]", "[serve]", "[[serve]]", "[translate]", '["keys.reader"]')
        ))  # fmt: skip
        for _ in range(chance.randrange(4)):
            lines.append(
                f"{chance.choice((*KEYS, 'down', 'apps', 'command', 'seconds'))} = {chance.choice(VALUES)}"
            )
    return "\n".join(lines)


def test_a_thousand_files_end(tmp_path: Path) -> None:
    """`benchmarks/attacks/strangers.py` makes more of them, and measures."""
    chance = random.Random(13)
    for _ in range(1_000):
        text = made_up_toml(chance)
        (tmp_path / "event.toml").write_text(text, encoding="utf-8")
        labels = read_event_file(tmp_path)
        assert all("\n" not in problem for problem in labels.problems), text
        found = settings_in(tmp_path / "event.toml")
        assert len(found.problems) < 100, text


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=100)
def test_any_bytes_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "event.toml").write_bytes(data)
    read_event_file(folder)
    settings_in(folder / "event.toml")


def test_the_largest_file_ends(tmp_path: Path) -> None:
    line = "".join(f"[articles.a{number}]\ndate = true\n" for number in range(20_000))
    (tmp_path / "event.toml").write_text(line[:LARGEST].rpartition("[")[0], encoding="utf-8")
    labels = read_event_file(tmp_path)
    assert len(labels.articles) > 10_000
    assert ArticleEntry() in labels.articles.values()
