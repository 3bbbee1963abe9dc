"""The words that a second opinion quotes are lit in the panes where the reader looks at their place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.model import Comparison, Opinion, QuotedWords, Statement, StatementSentence
from tests.widgets.hand_made import GridApp, three_outlets
from tests.widgets.view_app import ViewApp
from widgets.own_order.own_order_view import OwnOrderView
from widgets.reading.lit import lit_at
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState, View

EVENT = three_outlets()
ALONE = {"without", "a", "breakthrough"}


def opinion(**quoted: str) -> Opinion:
    """An opinion that quotes these words, by article."""
    places = []
    for name, words in quoted.items():
        start = EVENT.article(name).text.index(words)
        places.append(QuotedWords(name, start, start + len(words)))
    return Opinion("Rules", "differs", "when it leaked", tuple(places))


def asked(on_detail: Opinion | None = None, on_statement: Opinion | None = None) -> Comparison:
    """The event with an opinion on its first detail, or on the statement of the two endings of the talks."""
    sentences = tuple(
        StatementSentence(name, f"{name}.s{number}", ()) for name, number in (("time", 2), ("sky", 2))
    )
    statement = Statement("s1", 1, sentences, ("time", "sky"), 2, (), 0.9, "much", opinion=on_statement)
    first, *others = EVENT.details
    return replace(
        EVENT, statements=(statement,), details=(replace(first, opinion=on_detail), *others)
    )  # fmt: skip


LEAK = opinion(time="before the talks", sky="ahead of the talks")
ENDING = opinion(time="without a breakthrough", sky="talks ended without")


def lit_words(app: GridApp | ViewApp[OwnOrderView]) -> set[str]:
    """The words on the screen in the style of quoted ones."""
    view = app.grid if isinstance(app, GridApp) else app.view
    wanted = view.get_component_styles("aligned-grid--quoted").color.rich_color
    return {
        word
        for y in range(view.size.height)
        for segment in view.render_line(y)
        if segment.style is not None and segment.style.color == wanted and segment.style.underline
        for word in segment.text.split()
    }


async def test_quotations_on_the_lit_detail_are_lit_in_every_pane_until_the_reader_moves_on() -> None:
    app = GridApp(asked(on_detail=LEAK))
    async with app.run_test(size=(160, 40)) as pilot:
        assert lit_words(app) == set()
        await pilot.press("]")
        assert lit_words(app) == {"before", "ahead", "of", "the", "talks"}
        await pilot.press("j")
        assert lit_words(app) == set()


async def test_quotations_on_a_statement_are_lit_where_the_cursor_stands_in_one_of_its_paragraphs() -> None:
    app = GridApp(asked(on_statement=ENDING))
    both = ALONE | {"talks", "ended"}
    async with app.run_test(size=(160, 40)) as pilot:
        assert lit_words(app) == set()
        await pilot.press("j")
        assert lit_words(app) == both
        await pilot.press("l")
        assert lit_words(app) == both
        await pilot.press("j")
        assert lit_words(app) == set()


@pytest.mark.parametrize(("view", "words"), [("own", ALONE | {"talks", "ended"}), ("single", ALONE)])
async def test_in_their_own_order_they_are_lit_too(view: View, words: set[str]) -> None:
    app = ViewApp(OwnOrderView(), asked(on_statement=ENDING), ReadingState(view=view, pane="time"))
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        assert lit_words(app) == set()
        app.view.action_row(1)
        await pilot.pause()
        assert lit_words(app) == words


def test_words_over_the_end_of_a_paragraph_are_lit_in_both_and_of_a_name_that_is_not_at_odds_none() -> None:
    text = EVENT.article("time").text
    start, end = text.index("breakthrough"), text.index("was alarmed")
    over = Opinion("Rules", "differs", "what", (QuotedWords("time", start, end),))
    shown = asked(on_statement=over)
    state = settle(ReadingState(row=1, pane="time"), shown)
    parts = [text[one.start : one.end] for one in lit_at(state, shown).quoted]
    assert parts == ["breakthrough.", "Europe "]
    assert lit_at(state, asked(on_statement=Opinion("Rules", "same", "", ()))).quoted == ()
