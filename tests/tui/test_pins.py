"""A pin is the selection, the mark or one sentence, and the screen says which words it holds."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.library import Library
from tests.tui.driving import press, reader, sample, screen_text
from tui.reader.screen import ReaderScreen
from widgets.reading.reading_moves import place_in


def on_long_paragraph(screen: ReaderScreen) -> list[str]:
    """The cursor on a paragraph of several sentences; these, verbatim."""
    assert screen.comparison is not None
    item = screen.comparison.annotation(screen.state.pane)
    block = next(one for one in item.article.paragraphs if len(item.sentences_of[one.id]) > 2)
    row, at = place_in(screen.comparison, block)
    screen.show_state(replace(screen.state, row=row, at=at, detail=None))
    return [item.article.text[one.start : one.end] for one in item.sentences_of[block.id]]


async def test_a_pin_is_one_sentence_and_each_press_goes_on_to_the_next(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        sentences = on_long_paragraph(screen)
        for sentence in sentences:
            await press(pilot, "&")
            (pinned,) = screen._pins.pinned
            assert pinned.exact == sentence
            (mark,) = [one for one in screen.state.notes if not one.id]
            assert (mark.start, mark.end) == (pinned.start, pinned.end)
            assert " ".join(sentence.split()[:5]) in screen_text(app).splitlines()[-3]
        await press(pilot, "&")
        assert screen._pins.pinned == ()


async def test_the_sentence_of_a_search_hit_is_pinned_first(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        second = on_long_paragraph(screen)[1]
        words = " ".join(second.split()[-4:])
        await press(pilot, "/", *words, "enter", "&")
        assert [one.exact for one in screen._pins.pinned] == [second]


async def test_what_is_selected_is_pinned_as_it_is(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        sentences = on_long_paragraph(screen)
        await press(pilot, "quotation_mark", *["shift+right"] * 5, "enter")
        assert screen._pins.pinned[0].exact == sentences[0][:5].strip()


async def test_sentences_of_one_paragraph_are_pinned_beside_each_other_where_the_cursor_went_on(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        first, second, third, *_ = on_long_paragraph(screen)
        await press(pilot, "&")
        to_words(screen, second)
        await press(pilot, "&")
        assert [one.exact for one in screen._pins.pinned] == [first, second]
        await press(pilot, "&")
        assert [one.exact for one in screen._pins.pinned] == [first, third]
        assert "Pinned instead of the sentence before" in screen_text(app)
        to_words(screen, first)
        await press(pilot, "&")
        assert [one.exact for one in screen._pins.pinned] == [third]
        assert "Unpinned: " in screen_text(app)


async def test_only_what_a_line_of_the_brief_shows_is_pinned_or_noted(library: Library) -> None:
    async with sample(library, view="brief") as (pilot, app):
        screen = reader(app)
        for section in ("alone", "sharing"):
            while screen.brief._item is not None and screen.brief._item.key != section:
                await press(pilot, "j")
            await press(pilot, "&")
            assert screen._pins.pinned == ()
            assert "There is no text under the cursor to pin." in screen_text(app)
            for key, act in (("a", "write a note on"), ("*", "write a note on"), ("y", "copy")):
                await press(pilot, key)
                assert app.screen is screen
                assert f"There is no text under the cursor to {act}." in screen_text(app)


async def test_the_line_of_the_brief_is_pinned_wherever_the_text_was_left(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await press(pilot, "G", "B")
        passage = screen.brief.place()
        assert passage is not None
        assert screen.state.at != passage.start
        await press(pilot, "&")
        (pinned,) = screen._pins.pinned
        assert (pinned.article, pinned.start, pinned.end) == (passage.article, passage.start, passage.end)


def to_words(screen: ReaderScreen, words: str) -> None:
    """The cursor on words of the focused article."""
    assert screen.comparison is not None
    at = screen.comparison.article(screen.state.pane).text.index(words)
    screen.show_state(replace(screen.state, at=at, detail=None))


async def test_what_was_pinned_otherwise_stays_when_the_key_goes_on(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        first, second, third, *_ = on_long_paragraph(screen)
        await press(pilot, "quotation_mark", *["shift+right"] * len(first), "enter")
        assert [one.exact for one in screen._pins.pinned] == [first]
        to_words(screen, second)
        await press(pilot, "&", "&")
        assert [one.exact for one in screen._pins.pinned] == [first, third]


async def test_pins_that_escape_lets_go_are_counted(library: Library) -> None:
    async with sample(library) as (pilot, app):
        on_long_paragraph(reader(app))
        await press(pilot, "&", "escape")
        assert reader(app)._pins.pinned == ()
        assert "1 place unpinned." in screen_text(app)
