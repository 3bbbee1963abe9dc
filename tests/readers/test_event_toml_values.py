"""Every key of event.toml takes values of its own kind; what does not fit is named and left out alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.readers.files.event_file import ArticleEntry, read_event_file


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("outlet = 3", "outlet"),
        ('outlet = ""', "outlet"),
        (f'country = "{"x" * 101}"', "country"),
        ('language = "English"', "language"),
        ("date = 05:19:00", "date"),
        ("date = 2025", "date"),
        ('url = ["https://example.org"]', "url"),
    ],
)
def test_a_value_that_does_not_fit_is_named_and_the_others_are_used(
    tmp_path: Path, line: str, key: str
) -> None:
    (tmp_path / "event.toml").write_text(f'[articles."a.txt"]\n{line}\nbyline = "By A. Writer"')
    labels = read_event_file(tmp_path)
    assert labels.articles == {"a.txt": ArticleEntry(byline="By A. Writer")}
    assert len(labels.problems) == 1
    assert labels.problems[0].startswith(f'event.toml: "{key}" for a.txt ')


@pytest.mark.parametrize("entry", ['articles = "none"', '[articles]\n"a.txt" = 3'])
def test_an_entry_that_is_no_table_is_named(tmp_path: Path, entry: str) -> None:
    (tmp_path / "event.toml").write_text(entry)
    labels = read_event_file(tmp_path)
    assert labels.articles == {}
    assert [problem.partition(" should be a table")[1] for problem in labels.problems] == [
        " should be a table"
    ]
