"""Several people and programs on one library: whose a note is, what is unseen, which feed is whose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.environment import CONFIG
from newsdiff.library import Library, StoredEvent, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.records import VerdictTarget

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=1)


@pytest.fixture
def person(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Open the library as somebody."""

    @contextmanager
    def opened(name: str) -> Iterator[Library]:
        config = tmp_path / f"{name}.toml"
        config.write_text(f'name = "{name}"\n')
        monkeypatch.setenv(CONFIG, str(config))
        with open_library(folder) as library:
            yield library

    return opened


def test_what_is_written_carries_its_author(person, event: StoredEvent) -> None:  # type: ignore[no-untyped-def]
    with person("Ann") as ann, person("Ben") as ben:
        article = ann.events.articles(event.id)[0]
        target = target_on(article, 5, 40)
        note = ann.notes.add(event.id, "first", [target])
        verdict = ben.verdicts.add(event.id, "confirmed", [VerdictTarget(target)])
        saved = ben.saved.add(event.id, "Desk", View())
        assert (ann.me, ben.me) == ("Ann", "Ben")
        assert (note.author, verdict.author, saved.author) == ("Ann", "Ben", "Ben")
        assert [one.author for one in ann.verdicts.of(event.id)] == ["Ben"]
        assert ben.saved.get(saved.id).author == "Ben"
        ours = ann.notes.edit(note, body="by Ann")
        theirs = ben.notes.edit(note, body="by Ben")
        assert ours.other is None
        assert theirs.other is not None
        kept = {(one.body, one.author, one.conflict_of) for one in ann.notes.of(event.id)}
        assert kept == {("by Ann", "Ann", None), ("by Ben", "Ben", note.id)}


@pytest.mark.stores("postgresql")
def test_notes_of_others_are_unseen_until_they_are_seen(person, event: StoredEvent) -> None:  # type: ignore[no-untyped-def]
    with person("Ann") as ann, person("Ben") as ben:
        note = ann.notes.add(event.id, "look here")
        assert ann.events.get(event.id).unseen == 0
        assert ben.events.get(event.id).unseen == 1
        assert ben.notes.unseen(event.id) == {note.id}
        ben.notes.see(event.id)
        assert ben.events.get(event.id).unseen == 0
        ann.notes.edit(note, body="look again")
        assert ben.events.get(event.id).unseen == 1


@pytest.mark.stores("postgresql")
def test_read_marks_and_places_are_each_readers_own(person, event: StoredEvent) -> None:  # type: ignore[no-untyped-def]
    with person("Ann") as ann, person("Ben") as ben:
        paragraph = ann.events.articles(event.id)[0].paragraphs[0].id
        ann.reading.mark_read(event.id, [paragraph])
        ben.reading.mark_read(event.id, [paragraph])
        ben.reading.mark_read(event.id, [paragraph], read=False)
        assert ann.reading.read(event.id) == {paragraph}
        assert ben.reading.read(event.id) == frozenset()


@pytest.mark.stores("sqlite")
def test_a_file_has_one_reader_whatever_the_name(person, event: StoredEvent) -> None:  # type: ignore[no-untyped-def]
    with person("Ann") as library:
        paragraph = library.events.articles(event.id)[0].paragraphs[0].id
        library.reading.mark_read(event.id, [paragraph])
    with person("Ann the second") as library:
        assert library.reading.read(event.id) == {paragraph}


def test_a_feed_is_claimed_by_one_program_until_its_time_is_over(library: Library) -> None:
    url = "https://north.example/feed"
    library.feeds.add(url)
    claim = library.feeds.claim
    assert claim(url, "left", 600, unless_asked_since=NOW) is not None
    assert claim(url, "right", 600, unless_asked_since=NOW) is None
    library.feeds.let_go("left")
    assert claim(url, "right", -1, unless_asked_since=NOW) is not None  # killed: its time is over at once
    feed = claim(url, "left", 600, unless_asked_since=NOW)
    assert feed is not None
    library.feeds.keep(feed.__class__(url, "", False, feed.added, asked=NOW))
    assert claim(url, "right", 600, unless_asked_since=LONG_AGO) is None
    assert claim(url, "right", 600, unless_asked_since=NOW) is not None
    assert claim("https://none.example/", "right", 600, unless_asked_since=NOW) is None


def test_a_host_is_waited_for_whichever_program_asked_it(library: Library) -> None:
    assert library.feeds.turn("north.example", 100) == 0
    assert 90 < library.feeds.turn("north.example", 100) <= 100
    assert 190 < library.feeds.turn("north.example", 100) <= 200
    assert library.feeds.turn("south.example", 100) == 0
