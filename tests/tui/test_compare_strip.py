"""The compare strip in the reader: one key a place, the reason, and the way into the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from newsdiff import pipeline
from newsdiff.library import Library
from newsdiff.model import Article, Comparison
from newsdiff.readers import read_event
from tests.compared_once import compared_once
from tests.opinion.local_programs import command, script
from tests.tui.driving import (
    SEEDS,
    ReaderApp,
    compared,
    messages,
    press,
    reader,
    sample,
    screen_text,
    settled,
)
from tests.tui.test_second_opinions import asked, naming
from tui.app import NewsdiffApp
from tui.dialogs.note import NoteDialog
from tui.reader.moving.strip import NO_MORE
from widgets.reading.reading_state import panes
from widgets.strip.places import dissenting, versions_of


def shown_in(app: NewsdiffApp) -> str:
    """The key of the place that the strip shows."""
    place = reader(app).strip.place
    assert place is not None
    return place.key


async def test_home_leads_back_to_the_first_place(library: Library) -> None:
    async with sample(library) as (pilot, app):
        await press(pilot, "]", "]", "]", "home")
        assert "worth a look 1 of" in str(reader(app).strip.border_title)


async def test_twenty_places_take_twenty_key_presses_from_any_view(library: Library) -> None:
    async with sample(library) as (pilot, app):
        titles = []
        for number in range(1, 21):
            await press(pilot, "]")
            titles.append(str(reader(app).strip.border_title))
            shown = screen_text(app)
            marked = sum(one.relation == "differs" for one in compared(app).details)
            assert (
                f"worth a look {number} of {marked}" in shown
                or "reported by several " in shown
                or "perhaps one matter " in shown
            )
            if number == 5:
                await press(pilot, "v")
        assert len(set(titles)) == 20
        await press(pilot, "[")
        assert str(reader(app).strip.border_title) == titles[-2]


async def test_brief_and_strip_give_every_difference_the_same_number(library: Library) -> None:
    async with sample(library, view="brief") as (pilot, app):
        screen = reader(app)
        in_brief, in_strip = {}, {}
        for _ in range(3):
            await press(pilot, "j")
            in_brief[screen.brief.detail] = screen.status.where.split(" · ")[0]
        await press(pilot, "home", "]")
        for _ in range(3):
            await press(pilot, "]")
            place = screen.strip.place
            assert place is not None
            assert place.detail is not None
            in_strip[place.detail.id] = str(screen.strip.border_title).split(" · ")[0]
        assert in_brief == in_strip
        assert all("worth a look " in number for number in in_strip.values())


async def test_the_strip_begins_at_the_line_under_the_cursor_of_the_brief(library: Library) -> None:
    async with sample(library, view="brief") as (pilot, app):
        screen = reader(app)
        await press(pilot, "j", "j", "]")
        assert shown_in(app) == screen.brief.detail
        assert screen.status.where.startswith("place 3 of ")
        await press(pilot, "]", "escape", "]")
        assert screen.status.where.startswith("place 5 of ")
        assert screen.status.message.startswith("Continued from place 4 of ")
        await press(pilot, "escape", "k", "[")
        assert screen.status.where.startswith("place 1 of ")
        assert screen.status.message == ""
        await press(pilot, "escape", "home", "[")
        assert screen.status.message == NO_MORE


async def test_from_what_most_report_the_strip_begins_at_a_place_with_that_sentence(library: Library) -> None:
    async with sample(library, view="brief") as (pilot, app):
        screen = reader(app)
        differing = {one.id for one in compared(app).details if one.relation == "differs"} | {None}
        for _ in range(12):
            if screen.brief.detail in differing:
                await press(pilot, "j")
        passage = screen.brief.place()
        assert passage is not None
        assert screen.brief.detail not in differing
        await press(pilot, "]")
        assert screen.strip.place is not None
        sentences = compared(app).annotation(passage.article).sentences
        (under_cursor,) = (one.id for one in sentences if one.start == passage.sentence[0])
        assert under_cursor in screen.strip.place.sentences


async def test_enter_says_why_and_again_puts_the_versions_level_in_the_text(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await press(pilot, "]", "]")
        place = screen.strip.place
        assert place is not None
        assert "why  " not in screen.strip.plain_text
        await press(pilot, "enter")
        assert "why  " in screen.strip.plain_text
        await press(pilot, "enter")
        assert not screen.strip.display
        layout = screen.grid._layout_now
        assert layout is not None
        number = layout.cursor(screen.state)
        assert number is not None
        level = layout.beside(screen.state.pane, number)
        assert len(level) == sum(pane in place.reported_by for pane in layout.in_view) > 1
        await press(pilot, "escape")
        assert not screen.state.together


async def test_the_strip_loses_no_letter_at_eighty_columns(library: Library) -> None:
    async with sample(library, (80, 24)) as (pilot, app):
        for keys in (("]",), ("enter",), ("]", "x"), ("enter",)):
            await press(pilot, *keys)
            strip = reader(app).strip
            first = round(strip.scroll_y)
            drawn = [strip.render_line(line - first).text for line in range(strip.virtual_size.height)]
            assert letters("".join(drawn)) == letters("".join(item.text for item in strip._items))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_strip_keeps_its_height_from_place_to_place_and_says_how_it_is_closed(
    library: Library, size: tuple[int, int]
) -> None:
    async with sample(library, size) as (pilot, app):
        strip = reader(app).strip
        heights = set()
        for keys in ("]", "enter", "C", "]", "x", "d", "]", "]", "]", "[", "["):
            await press(pilot, keys)
            heights.add((strip.region.y, strip.region.height))
            assert "esc close" in screen_text(app)
        assert len(heights) == 1


async def test_from_a_brief_that_opened_first_the_text_shows_those_that_disagree_beside_each_other(
    library: Library,
) -> None:
    async with sample(library, (80, 24), view="brief") as (pilot, app):
        screen = reader(app)
        await press(pilot, "]", "]")
        place = screen.strip.place
        assert place is not None
        wanted = dissenting(compared(app), place)
        await press(pilot, "enter", "enter")
        shown = panes(screen.state, compared(app))
        in_view = {shown[slot.pane] for slot in screen.grid.slots}
        assert len(in_view) == len(wanted) == 2
        assert in_view == set(wanted)


def letters(text: str) -> str:
    """What is written, without blanks and the sign of the chosen version."""
    return "".join(text.replace("▸", "").split())


async def test_the_strip_shows_the_sentences_around_and_closes(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await press(pilot, "]")
        before = screen.strip.plain_text
        await press(pilot, "x")
        assert len(screen.strip.plain_text) > len(before)
        await press(pilot, "escape")
        assert not screen.strip.display
        await press(pilot, "[")
        assert NO_MORE in messages(app)
        assert screen.strip.display


async def test_behind_the_last_place_a_closed_strip_shows_the_last_and_begins_anew_at_another_level(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await press(pilot, "]")
        await press(pilot, *["]"] * screen.strip.places, "escape", "]")
        assert screen.strip.display
        assert screen.status.where == f"place {screen.strip.places} of {screen.strip.places}"
        assert screen.status.message == NO_MORE
        await press(pilot, "home")
        assert screen.status.where.startswith("place 1 of ")
        await press(pilot, "escape")
        await press(pilot, "]", "escape", "L")
        await settled(pilot)
        await press(pilot, "]")
        assert screen.status.where.startswith("place 1 of ")


async def test_a_difference_is_asked_about_with_its_statement(library: Library, tmp_path: Path) -> None:
    app = ReaderApp(library, library.events.add(read_event([SEEDS])).id)
    app.settings = naming(tmp_path, command(script(tmp_path, "good")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "]")
        place = reader(app).strip.place
        assert place is not None
        assert place.detail is not None
        assert place.statement is not None
        await press(pilot, "Q")
        assert asked(tmp_path, "good") == 1


async def test_of_two_differences_in_one_statement_the_one_that_was_dismissed_is_confirmed(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        strip = reader(app).strip
        await press(pilot, "]")
        keys = [one.key for one in strip._places]
        first = next(
            one
            for one, other in combinations(strip._places, 2)
            if one.statement is other.statement is not None
        )
        await press(pilot, *"]" * keys.index(first.key))
        await press(pilot, "d")
        assert "dismissed by the reader" in str(strip.border_subtitle)
        await press(pilot, "C")
        assert [one.key for one in strip._places] == keys
        judged = [one.label for one in compared(app).details if one.judgement == "confirmed"]
        assert first.detail is not None
        assert judged == [first.detail.label]


async def test_a_statement_in_which_nothing_is_marked_is_dismissed_and_confirmed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_marks(articles: Iterable[Article], **options: object) -> Comparison:
        made = compared_once(articles, **options)
        statements = tuple(replace(one, details=()) for one in made.statements)
        return replace(made, details=(), statements=statements)

    monkeypatch.setattr(pipeline, "compare", without_marks)
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await press(pilot, "]")
        before = screen.strip.place
        assert before is not None
        await press(pilot, "r")
        assert "C says that the outlets differ" in messages(app)
        await press(pilot, "d")
        assert screen.strip.place is not None
        assert screen.strip.place.statement == before.statement
        assert "dismissed by the reader" in str(screen.strip.border_subtitle)
        await press(pilot, "d")
        assert screen.strip.place == before
        await press(pilot, "C")
        assert screen.strip.place.detail is not None
        assert screen.strip.place.detail.judgement == "confirmed"
        assert [one.kind for one in library.verdicts.of(screen.opened.stored())] == ["confirmed"]
        await press(pilot, "u")
        assert screen.strip.place == before


async def test_a_dismissed_place_goes_to_the_end_of_the_walk_and_back_where_it_was_when_it_is_undone(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        strip = reader(app).strip
        await press(pilot, "]", "]")
        first, second, *others = [one.key for one in strip._places]
        await press(pilot, "d")
        assert [one.key for one in strip._places] == [first, second, *others]
        assert shown_in(app) == second
        assert "dismissed 1 of 1" in str(strip.border_title)
        await press(pilot, "[", "d")
        assert shown_in(app) == first
        await press(pilot, "]")
        assert [one.key for one in strip._places] == [*others, first, second]
        assert shown_in(app) == others[0]
        assert "worth a look 1 of" in str(strip.border_title)
        await press(pilot, "u", "u")
        assert [one.key for one in strip._places] == [first, second, *others]
        assert shown_in(app) == others[0]


async def test_home_leads_past_a_dismissed_place_and_what_was_dismissed_before_comes_last(
    library: Library,
) -> None:
    event = library.events.add(read_event([SEEDS])).id
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "]")
        first, second, *others = [one.key for one in reader(app).strip._places]
        await press(pilot, "d")
        await press(pilot, "home")
        assert shown_in(app) == second
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "]", "]")
        assert [one.key for one in reader(app).strip._places] == [second, *others, first]
        await press(pilot, *"]" * len(others))
        assert shown_in(app) == first
        await press(pilot, "d")
        assert [one.key for one in reader(app).strip._places] == [first, second, *others]


async def test_the_line_below_the_text_says_which_place_is_shown_and_where_the_strip_goes_on(
    library: Library,
) -> None:
    async with sample(library, (80, 24)) as (pilot, app):
        screen = reader(app)
        before = screen.status.where
        await press(pilot, "]", "]")
        places = screen.strip.places
        assert screen.status.where == f"place 2 of {places}"
        await press(pilot, "d")
        assert screen.status.message.startswith("Dismissed “")
        assert screen.status.where == f"place 2 of {places} · 1 dismissed"
        await press(pilot, "]", "]")
        assert screen.status.message == ""
        assert screen.status.where == f"place 3 of {places} · 1 dismissed"
        await press(pilot, "escape")
        assert "place" not in screen.status.where
        assert screen.status.where.split("·")[1] == before.split("·")[1]
        await press(pilot, "]")
        assert screen.status.where == f"place 4 of {places} · 1 dismissed"
        assert f"Continued from place 3 of {places}" in screen_text(app).splitlines()[-2]
        await press(pilot, "home")
        assert screen.status.message == ""
        assert screen.status.where == f"place 1 of {places} · 1 dismissed"


async def test_a_dismissed_place_is_called_dismissed_in_its_title_and_keeps_the_order_of_its_versions(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        strip = reader(app).strip
        await press(pilot, "]")
        assert strip.place is not None
        shown = [one.article for one in versions_of(compared(app), strip.place)]
        label = strip.place.detail.label if strip.place.detail else ""
        await press(pilot, "d")
        assert strip.place is not None
        assert str(strip.border_title).startswith(f"dismissed 1 of 1 · × {label[:10]}")
        assert str(strip.border_subtitle).startswith("× dismissed by the reader")
        assert [one.article for one in versions_of(compared(app), strip.place)] == shown


async def test_what_is_pinned_noted_or_chosen_as_base_is_the_version_that_the_strip_shows(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await press(pilot, "L")
        await press(pilot, "G", "]")
        places = screen.strip._places
        figure = next(
            at for at, one in enumerate(places) if one.difference and one.difference.kind != "claim"
        )
        alone = next(at for at, one in enumerate(places) if one.difference is None)
        await press(pilot, *"]" * figure, "j", "&")
        (pin,) = screen._pins.pinned
        detail, target = places[figure].detail, screen.strip.target
        assert detail is not None
        assert target is not None
        assert pin.article == target.article
        assert pin.exact in {one.text for one in detail.mentions if one.article == pin.article}
        await press(pilot, *"]" * (alone - figure), "j", "&", "a")
        (_, pin) = screen._pins.pinned
        version = versions_of(compared(app), places[alone])[1]
        assert (pin.article, pin.start, pin.end) == (version.article, version.start, version.end)
        assert isinstance(app.screen, NoteDialog)
        await press(pilot, "escape", "b")
        assert compared(app).base == version.article


async def test_what_was_selected_below_the_strip_is_not_what_its_keys_are_about(library: Library) -> None:
    async with sample(library) as (pilot, app):
        screen = reader(app)
        await pilot.mouse_down(screen.grid, offset=(10, 4))
        await pilot.hover(screen.grid, offset=(30, 4))
        await pilot.mouse_up(screen.grid, offset=(30, 4))
        await settled(pilot)
        assert screen.text.selected_spans()
        await press(pilot, "]", "&")
        (pin,) = screen._pins.pinned
        assert screen.strip.place is not None
        version = versions_of(compared(app), screen.strip.place)[0]
        assert (pin.article, pin.start, pin.end) == (version.article, version.start, version.end)


async def test_after_a_search_the_strip_shows_the_place_that_holds_the_words_found_or_goes_on(
    library: Library,
) -> None:
    async with sample(library) as (pilot, app):
        screen, comparison = reader(app), compared(app)
        strip = screen.strip
        await press(pilot, "]", "]", "]", "escape")
        texts = " ".join(one.text for one in comparison.articles).lower()
        words = {word for word in re.findall("[a-z]{7,}", texts) if texts.count(word) == 1}
        late, nowhere = "", ""
        for item in comparison.annotated:
            for one in item.sentences:
                rare = words & set(re.findall("[a-z]+", item.article.text[one.start : one.end].lower()))
                in_body = any(block.start <= one.start < block.end for block in item.article.paragraphs)
                key = strip.key_of(None, {one.id})
                if rare and in_body and key is None:
                    nowhere = min(rare)
                elif rare and in_body and [place.key for place in strip._places].index(key or "") > 9:
                    late, there = min(rare), key
        assert late
        assert nowhere
        await press(pilot, "/", *nowhere, "enter", "]")
        assert screen.status.where.startswith("place 4 of ")
        assert screen.status.message.startswith("Continued from place 3 of ")
        await press(pilot, "escape", "/", *late, "enter", "]")
        assert shown_in(app) == there
        assert screen.status.message == ""
        await press(pilot, "escape", "]")
        keys = [place.key for place in strip._places]
        assert shown_in(app) == keys[keys.index(there) + 1]
