"""The card names every value, outlet, verbatim sentence and reason, and leads to each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from newsdiff.model import Comparison, Detail
from tests.widgets.hand_made import comparison, three_outlets
from widgets.card.detail_card import DetailCard
from widgets.card.detail_text import card_items, card_plain_text, card_title, sentence_around
from widgets.card.word_diff import changed_spans, in_all, most_like_the_others
from widgets.reading.messages import PlaceRequested


class CardApp(App[None]):
    def __init__(self, event: Comparison, detail: Detail) -> None:
        super().__init__()
        self.event, self.detail = event, detail
        self.asked: list[PlaceRequested] = []

    def compose(self) -> ComposeResult:
        yield DetailCard()

    def on_mount(self) -> None:
        card = self.query_one(DetailCard)
        card.show(self.event, self.detail)
        card.focus()

    def on_place_requested(self, message: PlaceRequested) -> None:
        self.asked.append(message)


def shown(card: DetailCard) -> str:
    return "\n".join(card.render_line(y).text.rstrip() for y in range(card.size.height))


def quotations() -> Comparison:
    first, second = "“we are ready right away.”", "“We're ready right now.”"
    return comparison(
        {"a": [f"He said {first}"], "b": [second], "c": ["Nothing said."]},
        details=[("variant", "quote", {first: [f"a: {first}"], second: [f"b: {second}"]})],
    )


def test_the_title_has_sign_word_and_label() -> None:
    assert card_title(three_outlets().details[0]) == "≠ differs · detail 1"
    assert card_title(three_outlets().details[1]) == "≈ spelled differently · detail 2"


def test_without_a_reason_no_line_says_why() -> None:
    event = three_outlets()
    silent = replace(event.details[0], because="")
    items = [item.text for item in card_items(event, silent)]
    assert items[2] == "sure    sure, 0.70 of 1"
    assert "why" not in " ".join(items).casefold().split()
    assert "Why" not in card_plain_text(event, silent)


def test_every_value_stands_with_its_outlets_before_the_sentences_of_every_value() -> None:
    event = three_outlets()
    items = [item.text for item in card_items(event, event.details[0])]
    assert items[0] == "28  Time, Vot  2 outlets"
    assert items[1] == "19  Sky"
    assert items[2] == "why     they say so (sure, 0.70 of 1)"
    sentences = "\n".join(items[4:])
    assert "Time  The 28-point plan was leaked" in sentences
    assert "Sky  A 19-point plan" in sentences
    assert "not found" not in "\n".join(items)


def test_where_it_was_not_found_is_said_only_of_a_text_that_holds_nothing_near_it() -> None:
    event = three_outlets()
    detail = event.details[2]
    items = [item.text for item in card_items(event, detail)]
    assert items[1] == "not compared: Time, Vot"
    searched = replace(detail, not_found_in=("time",), not_compared=("vot",))
    assert [item.text for item in card_items(event, searched)][1:3] == [
        "not found in Time",
        "not compared: Vot",
    ]
    assert "\nNot found in Time\nNot compared: Vot\n" in card_plain_text(event, searched)


def test_a_later_value_of_later_articles_is_shown_as_an_update() -> None:
    event = three_outlets()
    items = [item.text for item in card_items(event, replace(event.details[0], update="5 → 7"))]
    assert "update  5 → 7, later articles give the later value" in items


def test_the_mention_is_marked_inside_its_sentence() -> None:
    event = three_outlets()
    mention = event.details[0].mentions[0]
    text, start, end = sentence_around(event, mention)
    assert text[start:end] == mention.text == "28-point"


def test_words_of_what_was_put_aside_stand_in_their_caption() -> None:
    event = three_outlets()
    first = event.details[0].mentions[0]
    article = event.article(first.article)
    (block,) = (one for one in article.blocks if one.start <= first.start < one.end)
    assert sentence_around(event, replace(first, sentence=block.id))[0] == article.slice(block)


def test_a_long_sentence_is_elided_around_the_mention() -> None:
    event = comparison(
        {"a": ["word " * 200 + "28-point" + " more" * 200], "b": ["19-point"]},
        details=[("differs", "number", {"28": ["a: 28-point"], "19": ["b: 19-point"]})],
    )
    text, start, end = sentence_around(event, event.details[0].mentions[0])
    assert text[start:end] == "28-point"
    assert text.startswith("…word")
    assert text.endswith("more…")
    assert len(text) < 400


def test_versions_of_a_quotation_are_stacked_with_the_other_words_marked() -> None:
    event = quotations()
    first, second = card_items(event, event.details[0])[:2]
    assert [text for text, style in first.runs if style == "changed"] == ["we are", "away"]
    assert [text for text, style in second.runs if style == "changed"] == ["We're", "now"]
    assert [item.text.split("  ")[0] for item in (first, second)] == ["A", "B"]


def test_versions_are_compared_with_the_one_that_is_most_like_the_others() -> None:
    versions = ["we're ready", "we're ready right now", "now", "we're ready right away"]
    assert most_like_the_others(versions) == 1
    assert in_all([[(0, 5), (9, 12)], [(3, 10)]]) == [(3, 5), (9, 10)]
    assert in_all([]) == []


def test_word_differences_ignore_case_and_marks() -> None:
    assert changed_spans("We are READY, right now", "we are ready – right now!") == ([], [])
    assert changed_spans("some progress", "no real progress") == ([(0, 4)], [(0, 7)])


async def test_the_card_leads_to_the_chosen_mention() -> None:
    event = three_outlets()
    app = CardApp(event, event.details[0])
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*["down"] * 4, "enter")
        assert [(m.article, m.offset, m.detail) for m in app.asked] == [
            ("sky", event.article("sky").text.index("19-point"), "d1")
        ]


async def test_a_click_on_a_sentence_goes_there() -> None:
    event = three_outlets()
    app = CardApp(event, event.details[0])
    async with app.run_test(size=(100, 30)) as pilot:
        card = app.query_one(DetailCard)
        line = next(y for y, text in enumerate(shown(card).split("\n")) if "19-point" in text)
        await pilot.click(DetailCard, offset=(10, line + 1))
        await pilot.pause()
        assert [message.article for message in app.asked] == ["sky"]


async def test_a_long_card_scrolls_and_reaches_its_end_with_the_keys() -> None:
    event = comparison(
        {name: ["A sentence with the 5 dead and many other words besides. " * 2] for name in "abcdefgh"},
        details=[("shared", "number", {"5": [f"{name}: 5 dead" for name in "abcdefgh"]})],
    )
    app = CardApp(event, event.details[0])
    async with app.run_test(size=(40, 16)) as pilot:
        card = app.query_one(DetailCard)
        assert "H  A sentence" not in shown(card)
        await pilot.press(*["down"] * 9)
        await pilot.pause()
        assert "H  A sentence" in shown(card)


async def test_text_of_articles_is_never_markup_in_the_card() -> None:
    event = comparison(
        {"a": ["[red]x[/red] [Reuters] \x1b[2J 5 dead"], "b": ["5 dead"]},
        details=[("shared", "number", {"[/x] 5": ["a: 5 dead", "b: 5 dead"]})],
    )
    app = CardApp(event, event.details[0])
    async with app.run_test(size=(100, 30)):
        text = shown(app.query_one(DetailCard))
        assert "[red]x[/red] [Reuters] ␛[2J 5 dead" in text
        assert "[/x] 5" in text


def test_a_quotation_that_is_copied_has_one_pair_of_marks() -> None:
    event = quotations()
    card = DetailCard()
    card.show(event, event.details[0])
    text = card.plain_text
    assert "- “we are ready right away.” (A, " in text


def test_the_plain_text_cites_every_mention() -> None:
    event = three_outlets()
    card = DetailCard()
    card.show(event, event.details[0])
    text = card.plain_text
    assert "≠ differs · detail 1" in text
    assert "“A 19-point plan was leaked in Kiev ahead of the talks.”" in text
    assert "(Sky, “Sky headline”, 2 December 2025)" in text
    assert text.endswith("Why: they say so")


@pytest.mark.parametrize("size", [(80, 24), (81, 12), (60, 10), (34, 8)])
async def test_no_letter_of_a_card_is_lost_where_it_scrolls(size: tuple[int, int]) -> None:
    long = " ".join(f"word{number}-{'x' * (number % 17)}" for number in range(150))
    event = comparison(
        {"a": [f"He met 28 people and {long}."], "b": [f"He met 19 people and {long}."]},
        details=[("differs", "number", {"28": ["a: 28"], "19": ["b: 19"]})],
    )
    app = CardApp(event, event.details[0])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        card = app.query_one(DetailCard)
        seen = ""
        for line in range(card.virtual_size.height):
            card.scroll_to(y=line, animate=False, force=True)
            seen += card.render_line(line - card.scroll_offset.y).text.strip().removeprefix("▸")
        wanted = "".join(item.text for item in card_items(event, event.details[0]))
        assert "".join(seen.split()) == "".join(wanted.split())
