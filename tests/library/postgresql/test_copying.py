"""A library moves to a server and back as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from newsdiff.environment import LIBRARY
from newsdiff.library import LibraryError, StoredEvent, View, ensure_sample, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.copying import copy_library
from newsdiff.library.maintenance import check_file
from newsdiff.library.records import VerdictTarget
from tests.library.library_accounts import article, two


@pytest.fixture
def server(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty library on a server, which is not chosen for what the test opens."""
    monkeypatch.delenv(LIBRARY)
    return postgresql


def filled(folder: Path) -> StoredEvent:
    """A library with the sample and something of everything."""
    with open_library(folder) as library:
        ensure_sample(library)
        (event,) = library.events.all()
        texts = library.events.articles(event.id)
        target = target_on(texts[0], 30, 90)
        note = library.notes.add(event.id, "look\0 here \ud800", [target], tags=["desk"])
        library.notes.edit(note, state="question")
        library.verdicts.add(event.id, "confirmed", [VerdictTarget(target)], label="who")
        first, second = texts[0].paragraphs[0].id, texts[1].paragraphs[1].id
        library.reading.link(event.id, first, second)
        library.reading.mark_read(event.id, [first])
        library.saved.add(event.id, "Before lunch", View(base=texts[1].id, level="all"))
        library.events.rename_outlet(event.id, texts[2].id, "Our name")
        library.events.split(event.id, [texts[3].id], title="Apart")
        library.feeds.add("https://north.example/feed", title="North")
        library.feeds.take("https://north.example/feed", "one")
        library.translations.keep({"Guten Tag": "Good day"}, "command")
        url = "https://port.example/one"
        for text in ("Ships left the harbour at noon.", "Ships left the harbour at noon, and came back."):
            library.events.place([article("port", text, url=url)], event="Ships")
        return library.events.get(event.id)


def said_of(folder: Path) -> tuple[object, ...]:
    """What a library says of all that it holds, through its own protocol and its exports."""
    with open_library(folder) as library:
        events = library.events.all()
        saved = library.saved.all()
        parts = [
            (
                event,
                library.events.articles(event.id),
                library.events.why(event.id),
                library.notes.of(event.id),
                library.verdicts.of(event.id),
                library.reading.links(event.id),
                library.reading.read(event.id),
            )
            for event in events
        ]
        versions = [
            library.events.versions(event.id, source.id)
            for event in events
            for source in library.events.sources(event.id)
        ]
        searched = [library.events.page(words) for words in ("moscow", "harbour", "ship", "putin witkof")]
        feeds = library.feeds.all()
        transfer = replace(library.transfer(saved[0].id))
    options = ["--data-dir", str(folder)]
    exports = [
        CliRunner().invoke(cli, [*options, "export", "Before lunch", "--format", form]).output
        for form in ("markdown", "json", "csv", "html")
    ]
    return events, saved, parts, versions, searched, feeds, transfer, exports


def test_the_sample_goes_to_a_server_and_comes_back_with_the_same_bytes(server: str, tmp_path: Path) -> None:
    here, back = tmp_path / "here", tmp_path / "back"
    filled(here)
    back.mkdir()
    assert copy_library(str(here), server).added["notes"] == 1
    assert copy_library(str(here), server).added == {}
    assert copy_library(server, str(back)).added["articles"] == 8
    assert copy_library(server, str(back)).added == {}
    assert said_of(back) == said_of(here)
    assert check_file(back / "library.db").is_sound
    run = CliRunner().invoke(cli, ["--library", server, "library", "check"])
    assert "sound (3 events, 8 articles" in run.output, run.output


def test_on_the_server_the_copy_can_be_read_and_written(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = filled(tmp_path / "here")
    copy_library(str(tmp_path / "here"), server)
    monkeypatch.setenv(LIBRARY, server)
    with open_library(tmp_path) as library:
        assert [one.id for one in library.events.page("harbour came back")]
        placed = library.events.place([article("west", "A wholly new text that came in later.")])
        assert placed[0].state == "added"
        paragraph = library.events.articles(event.id)[1].paragraphs[0].id
        library.reading.mark_read(event.id, [paragraph])
        assert paragraph in library.reading.read(event.id)


def test_a_copy_that_was_interrupted_goes_on_where_it_stopped(server: str, tmp_path: Path) -> None:
    filled(tmp_path / "here")
    seen: list[str] = []

    def stop_at(table: str, _rows: int) -> None:
        seen.append(table)
        if table == "notes" and seen.count("notes") == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_library(str(tmp_path / "here"), server, stop_at)
    before = list(seen)
    assert copy_library(str(tmp_path / "here"), server, stop_at).rows > 100
    assert "texts" in before
    assert "texts" not in seen[len(before) :]
    assert copy_library(str(tmp_path / "here"), server).added == {}


def test_what_was_written_to_a_copy_or_stands_there_already_is_never_overwritten(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = filled(tmp_path / "here")
    copy_library(str(tmp_path / "here"), server)
    with open_library(tmp_path / "here") as library:
        library.notes.add(event.id, "one more here")
    assert copy_library(str(tmp_path / "here"), server).rows > 100
    monkeypatch.setenv(LIBRARY, server)
    with open_library(tmp_path) as library:
        library.notes.add(event.id, "written there")
    monkeypatch.delenv(LIBRARY)
    with open_library(tmp_path / "here") as library:
        library.notes.add(event.id, "and one more here")
    with pytest.raises(LibraryError, match="was changed since"):
        copy_library(str(tmp_path / "here"), server)
    with open_library(tmp_path / "other") as library:
        library.events.add(two())
    with pytest.raises(LibraryError, match="a copy of another library"):
        copy_library(str(tmp_path / "other"), server)
    with pytest.raises(LibraryError, match="is not empty"):
        copy_library(server, str(tmp_path / "other"))
    with psycopg.connect(server) as connection:
        assert connection.execute("SELECT count(*) FROM newsdiff.notes").fetchone() == (3,)
