"""Whatever a text holds comes back as it was: nothing is cut, replaced or run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.library import Library, ReadingPosition, StoredEvent, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.model import Article, Block, numbered
from tests.library.library_accounts import Account, as_read

HOSTILE = [
    "a\0b\0\0c",
    "half a pair \ud83d of an emoji, and \udcff from a file name",
    "\x1b[2J\x1b]0;title\x07 bell \x7f \x9b31m",
    "\u202eright to left\u2066 שלום مرحبا \u2069\u200f",
    "👩‍👩‍👧‍👦 e\u0301\u0301\u0301 \U000e0041 \ufeff",
    "'); DROP TABLE notes; --",
    "[bold]markup[/] <script>alert(1)</script> =cmd()",
    "line\r\nline\u2028line\x85line",
]


def written(text: str, name: str = "x") -> Article:
    """An article that has the text in every field."""
    blocks = numbered(name, [Block("", "paragraph", 0, len(text)), Block("", "noise", 0, 1, text)])
    return Article(
        name, text, text, blocks, title=text, outlet=text, country=text, language=text or "en", byline=text,
        url=text, remarks=(text, text),
    )  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("hostile")) as library:
        yield library


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_from_every_field(folder: Path, text: str) -> None:
    with open_library(folder) as library:
        event = library.events.add(Account(text, (written(text), written("Something else.", "y"))))
        note = library.notes.add(
            event.id, text, [target_on(written(text), 0, len(text), reference=text)], tags=[text]
        )
        library.events.rename_outlet(event.id, "y", text)
        library.saved.add(event.id, text, View(place=ReadingPosition(detail=text), options={text: text}))
        library.reading.link(event.id, "x.p1", "y.p1")
    with open_library(folder) as library:
        assert as_read(library, event.id)[0] == written(text)
        assert library.events.get(event.id).title == text
        assert library.events.articles(event.id)[1].outlet == text
        found = library.notes.get(note.id)
        assert (found.body, found.tags, found.targets[0].exact) == (text, (text.strip(),), text)
        assert found.targets[0].reference == text
        (saved,) = library.saved.of(event.id)
        assert (saved.view.options, saved.view.place.detail) == ({text: text}, text)
        assert saved.name == " ".join(text.split())
        assert [one.id for one in library.events.search("something")] == [event.id]
        assert [(one.id, one.body) for one in library.notes.all()] == [(note.id, text)]


def test_an_article_may_be_called_anything(library: Library) -> None:
    name = "name\udcff\0"
    event = library.events.add(Account(None, (written("One text here.", name), written("Other text.", "y"))))
    library.reading.link(event.id, f"{name}.p1", "y.p1")
    library.reading.mark_read(event.id, [f"{name}.p1"])
    library.events.set_role(event.id, name, f"{name}.b1", "paragraph")
    library.events.rename_outlet(event.id, name, "X")
    note = library.notes.add(event.id, "n", [target_on(library.events.articles(event.id)[0], 0, 3)])
    assert note.targets[0].article == name
    assert library.reading.links(event.id)[0].a == f"{name}.p1"
    assert library.reading.read(event.id) == {f"{name}.p1"}
    changed = written("One text, here and there.", name)
    again = Article(name, "One text here.", changed.text, changed.blocks, url="One text here.")
    assert library.events.add_articles(event.id, [again]).replaced == (name,)


def test_ten_megabytes_on_one_line_are_kept_and_notes_on_them_move(library: Library) -> None:
    words = "The talks in the capital went on for hours without a word to the press. "
    text = words * (10_000_000 // len(words)) + "Then the minister said that nothing had been agreed at all."
    event = library.events.add(Account("Big", (written("Small text.", "y"), _plain(text))))
    start = text.index("the minister")
    note = library.notes.add(event.id, "n", [target_on(_plain(text), start, len(text))])
    assert library.events.articles(event.id)[0].text == text
    added = library.events.add_articles(event.id, [_plain("New. " + text)])
    assert added.replaced == ("big",)
    assert library.notes.get(note.id).targets[0].span == (start + 5, len(text) + 5)


def _plain(text: str) -> Article:
    return Article("big", "big.txt", text, numbered("big", [Block("", "paragraph", 0, len(text))]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), min_size=1, max_size=60), body=st.text(max_size=60))
def test_any_text_makes_the_round(shared: Library, text: str, body: str) -> None:
    event: StoredEvent = shared.events.add(Account(None, (written(text),)))
    note = shared.notes.add(event.id, body, [target_on(written(text), 0, len(text))])
    assert as_read(shared, event.id) == (written(text),)
    assert shared.notes.get(note.id).body == body
