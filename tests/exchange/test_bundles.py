"""Bundles: what goes out comes back, twice changes nothing, and what is no bundle is refused whole."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from newsdiff.exchange import unpacking
from newsdiff.exchange.exports import EXPORT_FORMATS, export
from newsdiff.exchange.unpacking import UnreadableBundleError, read_bundle
from newsdiff.library import Library, SavedComparison, View, open_library, records
from newsdiff.library.anchors import target_on
from newsdiff.library.maintenance import check_library
from newsdiff.library.transfer import Transfer
from newsdiff.reports import format as report_format
from tests.exchange.desk import filled
from tests.exchange.merges import added_nothing
from tests.library.library_accounts import Account, as_read, two

Manifest = dict[str, Any]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "here") as library:
        yield library


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "there") as library:
        yield library


def parcel_of(library: Library, saved: SavedComparison, folder: Path) -> Transfer:
    file = folder / "bundle.zip"
    file.write_bytes(export(library, saved, "bundle"))
    return read_bundle(file)


def test_export_import_export_gives_the_same_bytes_in_every_form(
    here: Library, there: Library, tmp_path: Path
) -> None:
    saved = filled(here, notes=50)
    there.merge(parcel_of(here, saved, tmp_path))
    again = there.saved.find("Talks")
    assert len(json.loads(export(there, again, "json"))["notes"]) == 50
    for form in EXPORT_FORMATS:
        assert export(there, again, form) == export(here, saved, form), form
    assert check_library(tmp_path / "there").is_sound


def test_a_bundle_has_the_same_bytes_every_time_and_no_clock(here: Library) -> None:
    saved = filled(here, notes=3)
    first = export(here, saved, "bundle")
    assert first == export(here, saved, "bundle")
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_importing_twice_and_importing_at_home_add_nothing(
    here: Library, there: Library, tmp_path: Path
) -> None:
    transfer = parcel_of(here, filled(here, notes=5), tmp_path)
    assert (there.merge(transfer).notes, added_nothing(there.merge(transfer))) == (5, True)
    assert added_nothing(here.merge(transfer))
    assert len(there.notes.all()) == len(here.notes.all()) == 5
    assert len(there.events.all()) == len(there.saved.all()) == 1


def test_an_event_with_the_same_texts_is_merged_under_the_names_it_has_here(
    here: Library, there: Library, tmp_path: Path
) -> None:
    saved = filled(here, notes=4)
    read = as_read(here, saved.event)
    own = there.events.add(Account("Mine", tuple(one.with_id(f"my-{one.id}") for one in read)))
    there.notes.add(own.id, "mine")
    merged = there.merge(parcel_of(here, saved, tmp_path))
    assert (merged.event, merged.texts, merged.notes) == (own.id, 0, 4)
    assert {article.id for article in there.events.articles(own.id)} == {f"my-{one.id}" for one in read}
    assert len(there.notes.of(own.id)) == 5
    assert there.saved.find("Talks").view.base == f"my-{saved.view.base}"
    targets = [target.article for note in there.notes.of(own.id) for target in note.targets]
    assert all(name.startswith("my-") for name in targets)


def test_a_note_edited_on_both_sides_is_kept_twice_and_only_twice(
    here: Library, there: Library, tmp_path: Path
) -> None:
    saved = filled(here, notes=1)
    there.merge(parcel_of(here, saved, tmp_path))
    (ours,), (theirs,) = here.notes.all(), there.notes.all()
    here.notes.edit(ours, body="ours")
    there.notes.edit(theirs, body="theirs")
    transfer = parcel_of(here, saved, tmp_path)
    assert there.merge(transfer).conflicts == 1
    assert added_nothing(there.merge(transfer))
    assert {note.body for note in there.notes.all()} == {"ours", "theirs"}


def test_a_note_edited_on_one_side_only_is_brought_up_to_date(
    here: Library, there: Library, tmp_path: Path
) -> None:
    saved = filled(here, notes=1)
    before = parcel_of(here, saved, tmp_path)
    there.merge(before)
    here.notes.edit(here.notes.all()[0], body="newer")
    there.merge(parcel_of(here, saved, tmp_path))
    there.merge(before)
    assert [note.body for note in there.notes.all()] == ["newer"]


def test_older_texts_travel_with_the_notes_on_them(here: Library, there: Library, tmp_path: Path) -> None:
    event = here.events.add(two("The old words of a first text stand here."))
    article = here.events.articles(event.id)[0]
    here.notes.add(event.id, "on the old words", [target_on(article, 4, 13)])
    here.events.add_articles(event.id, [two("Nothing of that is left in what came later.").articles[0]])
    saved = here.saved.add(event.id, "Later", View())
    there.merge(parcel_of(here, saved, tmp_path))
    again = there.saved.find("Later")
    (note,) = there.notes.all()
    assert note.targets[0].is_orphan
    assert len(there.events.versions(again.event, "north")) == 2
    assert export(there, again, "json") == export(here, saved, "json")
    (part,) = json.loads(export(there, again, "json"))["notes"]
    assert (part["targets"], part["orphans"][0]["exact"]) == ([], "old words")


def test_a_newer_text_replaces_the_older_one_and_the_notes_here_follow(
    here: Library, there: Library, tmp_path: Path
) -> None:
    opening = "The old words of a first text stand here, and they stay."
    event = here.events.add(two(opening))
    there.merge(parcel_of(here, here.saved.add(event.id, "First", View()), tmp_path))
    there.notes.add(event.id, "mine", [target_on(there.events.articles(event.id)[0], 4, 13)])
    here.events.add_articles(event.id, [two(f"An opening line came later.\n{opening}").articles[0]])
    merged = there.merge(parcel_of(here, here.saved.add(event.id, "Second", View()), tmp_path))
    assert (merged.event, merged.new_event, merged.texts) == (event.id, False, 1)
    (article, _) = there.events.articles(event.id)
    assert article.text.startswith("An opening line")
    (note,) = there.notes.of(event.id)
    assert note.targets[0].span == (32, 41)
    assert [one.name for one in there.saved.of(event.id)] == ["First", "Second"]


def test_roles_links_and_sources_that_the_reader_chose_travel_too(
    here: Library, there: Library, tmp_path: Path
) -> None:
    saved = filled(here, notes=2)
    first, second, third = here.events.articles(saved.event)[:3]
    here.events.set_role(saved.event, first.id, first.paragraphs[2].id, "noise", "put aside")
    view = View((first.id, second.id), second.id, "all")
    partial = here.saved.add(saved.event, "Two of them", view)
    there.merge(parcel_of(here, partial, tmp_path))
    again = there.saved.find("Two of them")
    assert again.view == here.saved.get(partial.id).view
    assert again.links == here.saved.get(partial.id).links[:1]
    assert there.events.articles(saved.event)[0] == here.events.articles(saved.event)[0]
    assert third.id not in again.texts
    assert export(there, again, "json") == export(here, partial, "json")


# -- hostile files -------------------------------------------------------------------------------


def repacked(content: bytes, change: Callable[[Manifest], object]) -> bytes:
    """The bundle with its manifest changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "bundle.json":
                manifest = json.loads(data)
                change(manifest)
                data = json.dumps(manifest).encode()
            new.writestr(entry, data)
    return out.getvalue()


def with_member(content: bytes, name: str, data: bytes = b"x") -> bytes:
    """The bundle with one more file in it."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def foreign() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    return out.getvalue()


def setting(*path: str | int, to: object) -> Callable[[Manifest], None]:
    def change(manifest: Any) -> None:
        for step in path[:-1]:
            manifest = manifest[step]
        manifest[path[-1]] = to

    return change


CHANGES = {
    "an unknown key": setting("surprise", to=1),
    "a wrong type": setting("notes", to="none"),
    "a number for a body": setting("notes", 0, "body", to=7),
    "markup for an id": setting("notes", 0, "id", to="<script>alert(1)</script>"),
    "markup for a short name": setting("texts", 0, "article", to="../<b>"),
    "a state that is none": setting("notes", 0, "state", to="[bold]"),
    "blocks beyond the text": setting("texts", 0, "blocks", to=[
        {"role": "paragraph", "start": 0, "end": 99_999_999, "reason": ""}
    ]),
    "no blocks": setting("texts", 0, "blocks", to=[]),
    "a span beyond the text": setting("notes", 0, "targets", 0, "end", to=9_999_999),
    "a quotation that is not there": setting("notes", 0, "targets", 0, "exact", to="never said"),
    "a text that is not there": setting("saved", "texts", to={"time": "0" * 64, "sky": "1" * 64}),
    "one text only": setting("saved", "texts", to={}),
    "a time without a zone": setting("created", to="2025-12-05T10:00:00"),
    "a note of the last day": setting("notes", 0, "created", to="9999-12-31T23:59:59-23:59"),
    "a note of the first day": setting("notes", 0, "updated", to="0001-01-01T00:00:00+23:59"),
    "a text of the last day": setting("texts", 0, "retrieved", to="9999-12-31T23:59:59-12:00"),
    "an article of the last day": setting("texts", 0, "published", to="9999-12-31"),
    "an article of the first hour": setting("texts", 0, "published_at", to="0001-01-01T00:00:00+14:00"),
    "a comparison of the last day": setting("saved", "updated", to="9999-12-31T23:59:59-12:00"),
    "a bundle of the first day": setting("created", to="0001-01-01T00:00:00+01:00"),
    "a newer format": setting("format", to="newsdiff-bundle/2"),
    "a huge version": setting("saved", "version", to=10**30),
    "the same note twice": lambda manifest: manifest["notes"].append(manifest["notes"][0]),
}  # fmt: skip


def files(good: bytes) -> dict[str, bytes]:
    made = {name: repacked(good, change) for name, change in CHANGES.items()}
    text = next(name for name in zipfile.ZipFile(io.BytesIO(good)).namelist() if name.startswith("texts/"))
    return made | {
        "a path that leads out": with_member(good, "../../../../tmp/evil.txt"),
        "an absolute path": with_member(good, "/etc/cron.d/evil"),
        "a text of no article": with_member(good, f"texts/{'0' * 64}.txt"),
        "cut in half": good[: len(good) // 2],
        "one byte changed": good[:60] + bytes([good[60] ^ 255]) + good[61:],
        "no zip file": b"PK\x03\x04 but not really",
        "empty": b"",
        "a foreign zip file": foreign(),
        "deeply nested": repacked_raw(good, b"[" * 200_000),
        "not UTF-8": repacked_raw(good, b"\xff\xfe{}"),
        "another text": swapped(good, text),
    }


def repacked_raw(content: bytes, manifest: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, manifest if entry.filename == "bundle.json" else old.read(entry))
    return out.getvalue()


def swapped(content: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, b"Something else." if entry.filename == name else old.read(entry))
    return out.getvalue()


def test_whatever_is_no_sound_bundle_is_refused_in_one_line(here: Library, tmp_path: Path) -> None:
    good = export(here, filled(here, notes=2), "bundle")
    for name, content in files(good).items():
        file = tmp_path / "hostile.zip"
        file.write_bytes(content)
        with pytest.raises(UnreadableBundleError, match=r"hostile\.zip.*nothing was changed") as raised:
            read_bundle(file)
        message = str(raised.value)
        assert "\n" not in message, name
        assert "\x1b" not in message, name


def test_a_bomb_is_refused_without_being_unpacked(
    here: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = export(here, filled(here, notes=1), "bundle")
    for limit in ("LARGEST_MEMBER", "LARGEST_TOTAL"):
        with monkeypatch.context() as patch:
            patch.setattr(unpacking, limit, 100_000)
            file = tmp_path / "bomb.zip"
            file.write_bytes(with_member(good, f"texts/{'a' * 64}.txt", b"\0" * 10_000_000))
            assert file.stat().st_size < 100_000
            with pytest.raises(UnreadableBundleError, match="larger than"):
                read_bundle(file)


def test_a_bomb_that_lies_about_its_size_is_refused_too(here: Library, tmp_path: Path) -> None:
    good = export(here, filled(here, notes=1), "bundle")
    content = with_member(good, f"texts/{'a' * 64}.txt", b"\0" * 40_000_000)
    content = content.replace((40_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    file = tmp_path / "liar.zip"
    file.write_bytes(content)
    with pytest.raises(UnreadableBundleError):
        read_bundle(file)


def test_a_merge_that_fails_half_way_changes_nothing(here: Library, there: Library, tmp_path: Path) -> None:
    transfer = parcel_of(here, filled(here, notes=3), tmp_path)
    notes = (*transfer.notes[:2], replace(transfer.notes[2], targets=(
        replace(transfer.notes[2].targets[0], sha256="0" * 64),
    )))  # fmt: skip
    revision = there.revision()
    with pytest.raises(Exception, match="no article"):
        there.merge(replace(transfer, notes=notes))
    assert (there.events.all(), there.notes.all(), there.saved.all()) == ((), (), ())
    assert there.revision() == revision


def test_reports_and_library_know_the_same_kinds_of_targets_and_states() -> None:
    assert get_args(report_format.TargetKind) == get_args(records.TargetKind)
    assert get_args(report_format.NotePart.model_fields["state"].annotation) == get_args(records.State)
