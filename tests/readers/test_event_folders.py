"""Files and folders as one event: labels, copies, and one line for whatever could not be used."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from newsdiff import read_event
from newsdiff.readers.files.event import PROBLEMS_OF_A_FILE
from newsdiff.readers.metadata.sites import is_search

FIRE = "A fire in a road tunnel injured ten people on Monday, the police said."
FLOOD = "A flood in the valley closed the road on Tuesday, the police said."


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder: ``folder({"a.txt": "…"}, toml="…")``."""

    def write(files: dict[str, str], toml: str | None = None) -> Path:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        if toml is not None:
            (tmp_path / "event.toml").write_text(toml, encoding="utf-8")
        return tmp_path

    return write


Folder = Callable[..., Path]


def test_a_folder_is_read_with_its_labels(folder: Folder) -> None:
    toml = """
    title = "Two accidents"
    [articles."a.txt"]
    outlet = "Sky News"
    country = "United Kingdom"
    language = "en"
    date = "2025-12-02"
    url = "http://example.org/a"
    [articles."b.md"]
    outlet = "The Daily Thing"
    date = 2025-12-03
    """
    reading = read_event([folder({"a.txt": FIRE, "b.md": "# Flood\n\n" + FLOOD}, toml)])
    assert (reading.title, reading.problems) == ("Two accidents", ())
    a, b = reading.articles
    assert (a.id, a.outlet, a.country, a.published, a.url) == (
        "sky",
        "Sky News",
        "United Kingdom",
        date(2025, 12, 2),
        "http://example.org/a",
    )
    assert (b.id, b.title, b.published) == ("daily-thing", "Flood", date(2025, 12, 3))


def test_a_label_wins_over_what_the_page_says(folder: Folder) -> None:
    page = f"Sky News\n\n2025-12-01\n\n{FIRE}\n\n{FLOOD}"
    toml = '[articles."a.txt"]\noutlet = "Other"\ndate = 2025-12-02'
    (article,) = read_event([folder({"a.txt": page}, toml)]).articles
    assert (article.outlet, article.published) == ("Other", date(2025, 12, 2))


def test_a_label_may_say_the_clock_time_too(folder: Folder) -> None:
    toml = '[articles."a.txt"]\ndate = 2025-12-03T05:19:00+01:00\n[articles."b.txt"]\ndate = "2025-12-03"'
    place = folder({"a.txt": FIRE, "b.txt": FLOOD}, toml)
    moments = {one.source: (one.published, one.published_at) for one in read_event([place]).articles}
    assert moments["a.txt"] == (date(2025, 12, 3), datetime.fromisoformat("2025-12-03T05:19:00+01:00"))
    assert moments["b.txt"] == (date(2025, 12, 3), None)


def test_labels_apply_to_files_named_one_by_one(folder: Folder) -> None:
    path = folder({"a.txt": FIRE, "b.txt": FLOOD}, 'title = "T"\n[articles."a.txt"]\noutlet = "Sky News"')
    reading = read_event([path / "b.txt", path / "a.txt"])
    assert [article.label for article in reading.articles] == ["Sky News", "b"]
    assert (reading.title, reading.problems) == ("T", ())


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        (
            '[articles."a.txt"]\npaper = "Sky"',
            'event.toml: "paper" for a.txt is not a key known here: known are outlet, title,',
        ),
        ('[articles."a.txt"]\ndate = "3 Dec"', 'event.toml: "date" for a.txt'),
        ('[articles."a.txt"]\ndate = "3 Dec"', "a date is written 2025-12-03"),
        ("heading = 1", 'event.toml: "heading" is not a key known here: known are title, articles'),
        ("title = 1", 'event.toml: "title" input should be a valid string'),
        (f"title = {'1' * 5_000}", "event.toml: cannot be read (Exceeds the limit"),
        (
            "title = ",
            "event.toml: cannot be read (Invalid value",
        ),
        (
            '[articles."gone.txt"]',
            "gone.txt: is listed in event.toml and missing: add the file or remove the entry",
        ),
    ],
)
def test_what_is_wrong_in_event_toml_is_named_and_the_rest_is_used(
    folder: Folder, toml: str, problem: str
) -> None:
    reading = read_event([folder({"a.txt": FIRE, "b.txt": FLOOD}, toml)])
    assert len(reading.articles) == 2
    assert len(reading.problems) == 1
    assert problem in reading.problems[0]
    assert "\n" not in reading.problems[0]


def test_a_broken_file_is_reported_and_the_others_are_read(folder: Folder) -> None:
    path = folder({"a.txt": FIRE, "b.txt": FLOOD, "empty.txt": ""})
    (path / "binary.txt").write_bytes(b"\x00\x01\x02" * 99)
    reading = read_event([path, path / "missing.txt"])
    assert [article.source for article in reading.articles] == ["a.txt", "b.txt"]
    assert reading.problems == (
        f"{path}/binary.txt: is not a text file: save the article as plain text (.txt) in UTF-8",
        f"{path}/empty.txt: is empty: put the article's text into it",
        f"{path}/missing.txt: there is no such file: check the name",
    )


def test_a_problem_names_the_file_as_it_was_given(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders may each hold an ``empty.txt``."""
    path = folder({"a.txt": FIRE, "empty.txt": ""})
    monkeypatch.chdir(path.parent)
    (problem,) = read_event([path.name]).problems
    assert problem.startswith(f"{path.name}/empty.txt: is empty")


def test_hidden_files_and_subfolders_are_passed_over_and_other_types_are_named(folder: Folder) -> None:
    path = folder({"a.txt": FIRE, ".hidden.txt": FLOOD, "notes.rtf": "x", "table.csv": "1,2"})
    (path / "more.txt").mkdir()
    reading = read_event([path])
    assert [article.source for article in reading.articles] == ["a.txt"]
    assert [problem.split(":")[0] for problem in reading.problems] == [
        f"{path}/notes.rtf",
        f"{path}/table.csv",
    ]


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    reading = read_event([tmp_path])
    assert reading.articles == ()
    (problem,) = reading.problems
    assert problem.startswith(f"{tmp_path}: has no articles: put .txt or ")


@pytest.mark.parametrize("again", ["a.txt", "./a.txt", "link.txt", "."])
def test_a_file_named_twice_is_read_once_and_said_so(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    path = folder({"a.txt": FIRE})
    if again == "link.txt":
        os.symlink(path / "a.txt", path / "link.txt")
    monkeypatch.chdir(path)
    reading = read_event(["a.txt", again])
    assert len(reading.articles) == 1
    assert [problem.split(": ", 1)[1] for problem in reading.problems] == ["is named twice: it was read once"]


def test_of_two_files_with_one_text_the_first_by_name_is_kept(folder: Folder) -> None:
    path = folder({"b.txt": FIRE, "a.txt": FIRE})
    reading = read_event([path / "b.txt", path / "a.txt"])
    assert [article.source for article in reading.articles] == ["a.txt"]
    assert reading.problems == (f"{path}/b.txt: has the same text as {path}/a.txt: it was left out",)


def test_the_order_in_which_files_are_named_does_not_matter(folder: Folder) -> None:
    path = folder({"a.txt": FIRE, "b.txt": FLOOD, "c.txt": FIRE, "d.txt": ""}, 'title = "T"')
    files = [path / name for name in ("a.txt", "b.txt", "c.txt", "d.txt", "gone.txt")]
    assert read_event(files) == read_event(files[::-1]) == read_event([path, path / "gone.txt"])


def test_the_sample_event_is_named_and_labelled(seeds: Path) -> None:
    reading = read_event([seeds])
    assert reading.title == "Putin–Witkoff talks in Moscow"
    assert reading.problems == ()
    assert [article.id for article in reading.articles] == ["time", "alahed", "vot", "sky", "watson"]
    assert {article.published for article in reading.articles} == {date(2025, 12, day) for day in (2, 3, 4)}


def test_json_and_json_lines_hold_articles_as_any_other_file_does(folder: Folder) -> None:
    one = {"title": "Fire", "text": FIRE, "outlet": "Sky News", "date": "2025-12-02"}
    two = {"title": "Flood", "maintext": FLOOD, "source_domain": "thing.example"}
    path = folder({"a.json": json.dumps([one]), "b.jsonl": json.dumps(two) + "\n"})
    reading = read_event([path])
    assert [(article.title, article.outlet) for article in reading.articles] == [
        ("Fire", "Sky News"),
        ("Flood", "thing.example"),
    ]
    assert reading == read_event([path / "b.jsonl", path / "a.json"])
    assert reading.problems == ()


def test_an_object_without_a_field_is_named_with_its_line_and_what_to_write(folder: Folder) -> None:
    path = folder({"a.jsonl": json.dumps({"title": "Fire"}) + "\n{", "b.txt": FLOOD, "c.json": "[]"})
    reading = read_event([path])
    assert len(reading.articles) == 1
    assert reading.problems[0] == (
        f"{path}/a.jsonl, line 1: has no “text”: give it one, or news-please's “maintext”"
    )
    assert reading.problems[1].startswith(f"{path}/a.jsonl, line 2: is not JSON")
    assert reading.problems[2].startswith(f"{path}/c.json: has no articles: ")


def test_of_a_file_about_something_else_a_few_problems_are_reported(folder: Folder) -> None:
    path = folder({"a.json": json.dumps([{"price": price} for price in range(500)], indent=1)})
    problems = read_event([path]).problems
    assert len(problems) == PROBLEMS_OF_A_FILE + 1
    assert f"{path}/a.json: 495 more of its objects are not articles" in problems


def test_a_label_holds_for_the_articles_of_a_json_file(folder: Folder) -> None:
    toml = '[articles."a.json"]\noutlet = "Other"'
    path = folder({"a.json": json.dumps({"title": "Fire", "text": FIRE, "outlet": "Sky"})}, toml)
    (article,) = read_event([path]).articles
    assert (article.outlet, article.title) == ("Other", "Fire")


def test_objects_on_one_line_are_kept_apart(folder: Folder) -> None:
    records = [{"title": "Fire", "text": FIRE}, {"title": "Flood", "text": FLOOD}, {"title": "None"}]
    reading = read_event([folder({"a.json": json.dumps(records)})])
    assert [one.source for one in reading.articles] == ["a.json, line 1", "a.json, line 1, object 2"]
    assert "a.json, line 1, object 3: has no “text”" in reading.problems[0]


def test_a_page_of_search_results_is_left_out_with_the_reason(folder: Folder) -> None:
    toml = """
    [articles."b.txt"]
    url = "https://www.example.org/templates/search/index.php?searchinput=road+tunnel+fire"
    """
    found = "... ten people were in the ... or even when the tunnel\n\n... on Monday the police said ..."
    reading = read_event([folder({"a.txt": FIRE, "b.txt": found}, toml=toml)])
    assert [article.source for article in reading.articles] == ["a.txt"]
    (problem,) = reading.problems
    assert "is a search or index page, not an article" in problem


@pytest.mark.parametrize(
    ("address", "search"),
    [
        ("https://www.example.org/search?q=flood&page=2", True),
        ("https://www.example.org/?s=flood", True),
        ("https://www.example.de/suche/?suchbegriff=flut", True),
        ("https://www.example.org/search/2020/01/flood?utm_source=mail", False),
        ("https://www.example.org/news/search-for-missing-climbers?q=", False),
        ("https://www.example.org/story.php?q=12", False),
        ("https://www.example.org/?q=node/12", False),
        ("https://www.example.org/?p=12", False),
        ("https://[broken", False),
        ("https://www.example.org/news/search/2026/12/01/plane-found?searchResultPosition=1", False),
        ("https://www.example.org/sok/artikel/123?searchterm=a", False),
        ("https://www.example.org/2026/12/01/search.html?s=20", False),
        ("https://www.example.org/2026-12-01/search/?q=plane", False),
        ("https://www.example.org/?text=large", False),
        ("https://www.example.org/?key=20261201-12", False),
        ("https://www.example.org/?words=300&id=77", False),
        ("https://www.example.org/?p=12&s=20", False),
        ("https://www.example.org/search?term=5", False),
        ("https://www.example.org/search-results?q=2024", True),
        ("https://www.example.org/Search.aspx?k=fire", True),
        ("https://www.example.org/en/sok/index.html?query=brand", True),
        ("https://www.example.org/search/dispatcher.front?Query=fire", True),
        ("https://www.example.org/?query=%D0%BF%D0%BE%D0%B6%D0%B0%D1%80", True),
    ],
)
def test_an_address_is_a_search_where_words_are_looked_for_on_a_page_of_searches(
    address: str, search: bool
) -> None:
    assert is_search(address) == search
