"""What stands above a pane, in as many columns as there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from newsdiff import compare
from newsdiff.model import Article, Comparison, ManualLink
from newsdiff.readers.files.article import article_of
from widgets.panes.grid_header import also_in, title_line

TEXT = b"Twelve people saw the ferry sink off Norvik on Monday, the police said.\n\nNobody was hurt."
PAYWALL = ("behind a paywall: only the first 2 paragraphs can be read",)


def compared(**changes: object) -> tuple[Comparison, Article]:
    first = replace(
        article_of(TEXT, "one.txt", ".txt"), outlet="Harbour & Trade", published=date(2026, 3, 15)
    )
    second = replace(article_of(TEXT + b" So it was.", "two.txt", ".txt"), **changes)  # type: ignore[arg-type]
    comparison = compare([first, second.with_id("two")], base=first.id)
    return comparison, comparison.article("two")


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-03-15T06:00:00+01:00", "15 Mar 06:00 UTC+01:00"),
        ("2026-03-15T06:00:00+00:00", "15 Mar 06:00 UTC"),
        ("2026-03-15T06:00:00", "15 Mar 06:00 (zone unknown)"),
    ],
)
def test_the_clock_time_stands_beside_the_day_where_there_is_room(moment: str, shown: str) -> None:
    at = datetime.fromisoformat(moment)
    comparison, article = compared(outlet="Sun", published=at.date(), published_at=at)
    assert f"· {shown} ·" in title_line(comparison, article, 2, 60)[1]
    assert title_line(comparison, article, 2, 36)[1].startswith(" · 15 Mar · ")


def test_an_article_that_is_not_whole_says_so_and_at_least_has_a_sign() -> None:
    comparison, article = compared(outlet="Harbour & Trade", remarks=PAYWALL)
    assert title_line(comparison, article, 2, 60)[1].endswith(" · ! behind a paywall")
    assert title_line(comparison, article, 2, 30)[1] == " · !"


def test_the_name_of_the_base_is_whole_as_long_as_there_is_room_for_it() -> None:
    comparison, _ = compared(outlet="Sun")
    base = comparison.article(comparison.base)
    assert title_line(comparison, base, 1, 24)[0] == "1 Harbour & Trade (base)"
    assert title_line(comparison, base, 1, 20)[0] == "1 Harbour & Trade"


@pytest.mark.parametrize(("room", "shown"), [(20, " also in 4 6 →"), (13, " 4 6 →"), (3, " →"), (0, " →")])
def test_the_panes_out_of_view_are_named_in_the_room_beside_the_outlet(room: int, shown: str) -> None:
    assert also_in([4, 6], room) == shown
    assert also_in([], room) == ""


def test_how_a_file_was_decoded_is_no_warning() -> None:
    comparison, article = compared(outlet="Sun", remarks=("decoded as windows-1252",))
    assert "!" not in title_line(comparison, article, 2, 60)[1]


def test_a_text_that_changed_since_it_was_read_is_named_where_there_is_room() -> None:
    comparison, article = compared(outlet="Sun")
    assert "changed since you read it" in title_line(comparison, article, 2, 90, changed=True)[1]
    assert "changed" not in title_line(comparison, article, 2, 90)[1]


def test_days_of_several_years_are_shown_with_their_years() -> None:
    one_year, article = compared(published=date(2026, 1, 2))
    assert title_line(one_year, article, 2, 60)[1].startswith(" · 2 Jan · ")
    two_years, article = compared(published=date(2025, 12, 30))
    assert title_line(two_years, article, 2, 60)[1].startswith(" · 30 Dec 2025 · ")


def test_a_title_counts_the_paragraphs_of_the_base_that_are_linked_and_none_that_only_stand_beside() -> None:
    texts = {
        "one": b"The ferry sank off Norvik on Monday.\n\nBread costs more in the capital since May.",
        "two": b"A judge opened the new library at noon.\n\nRain is expected in the south tonight.",
        "three": b"Twelve cyclists reached the old bridge.\n\nA painter sold her studio to the town.",
    }
    articles = [article_of(text, f"{name}.txt", ".txt").with_id(name) for name, text in texts.items()]
    chain = [ManualLink("one.p1", "two.p1"), ManualLink("two.p1", "three.p1")]
    comparison = compare(articles, base="one", manual_links=chain)
    assert set(comparison.rows[0].paragraphs) == {"one.p1", "two.p1", "three.p1"}
    shares = {article.id: title_line(comparison, article, 2, 80)[1] for article in comparison.articles}
    assert "shares 1 of 2 ¶ with one" in shares["two"]
    assert "shares 0 of 2 ¶ with one" in shares["three"]
