"""The memo for the desk: what an editor reads first, with sources and times."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Literal

import pytest
from markdown_it import MarkdownIt

from newsdiff import compare
from newsdiff.model import Comparison, Opinion
from newsdiff.reports import render
from newsdiff.reports.memo.content import MOST_COLUMNS, columns
from newsdiff.reports.memo.second_opinion import OpinionLine, opinion_chapter
from newsdiff.verdicts.apply import apply_verdicts
from tests.details.small_events import article
from tests.reports.hand_made import fire
from tests.reports.test_html_report import Page
from tests.verdicts.given import verdict_on
from widgets.reading.reading_state import ReadingState, panes

Form = Literal["memo", "memo-html"]
FORMS: tuple[Form, ...] = ("memo", "memo-html")


def before_appendix(text: str) -> str:
    return re.split(r"# Appendix|<h2>Appendix", text)[0]


@pytest.fixture(scope="module")
def flood() -> Comparison:
    """Three outlets on one toll that rises."""
    tolls = ((5, 6), (5, 7), (7, 8))
    return compare(
        [
            article(name, f"The flood in Arden killed {toll} people, officials said.", date(2024, 5, day))
            for name, (toll, day) in zip("abc", tolls, strict=True)
        ],
        base="a",
        level="all",
        title="Flood in Arden",
    )


@pytest.mark.parametrize("form", FORMS)
def test_it_names_the_event_its_sources_and_their_times(flood: Comparison, form: Form) -> None:
    text = render(flood, form)
    assert "Flood in Arden" in text
    assert "3 outlets, " in text
    for words in ("6 May 2024", "7 May 2024", "8 May 2024"):
        assert words in text


@pytest.mark.parametrize("form", [*FORMS, "markdown"])
def test_sources_have_the_numbers_of_the_panes(
    seed_comparison: Comparison, form: Literal["memo", "memo-html", "markdown"]
) -> None:
    order = (seed_comparison.articles[-1].id, seed_comparison.articles[1].id)
    for comparison, state in (
        (seed_comparison, ReadingState()),
        (replace(seed_comparison, order=order), ReadingState(order=order)),
    ):
        shown = render(comparison, form)
        for number, pane in enumerate(panes(state, seed_comparison), 1):
            assert f"{seed_comparison.article(pane).label} [{number}]" in shown


@pytest.mark.parametrize("form", FORMS)
def test_confirmed_differences_stand_apart_from_those_not_yet_judged(form: Form) -> None:
    comparison = fire()
    judged = apply_verdicts(comparison, [verdict_on("confirmed", comparison.details[0])])
    assert "Differences confirmed by the reader (1)" in render(judged, form)
    assert "Differences not yet judged (0)" in render(judged, form)
    assert "confirmed by the reader (" not in render(comparison, form)
    assert "Differences not yet judged (1)" in render(comparison, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_dismissed_difference_is_only_in_the_appendix(form: Form) -> None:
    comparison = fire()
    text = render(apply_verdicts(comparison, [verdict_on("dismissed", comparison.details[0])]), form)
    assert "people killed" not in before_appendix(text)
    assert "Dismissed by the reader" in text


@pytest.mark.parametrize("form", FORMS)
def test_every_quoted_sentence_is_verbatim(seed_comparison: Comparison, form: Form) -> None:
    text = render(seed_comparison, form)
    shown = Page(text).text if form == "memo-html" else MarkdownIt().render(text)
    shown = " ".join(re.sub(r"<[^>]+>", "", shown).split())
    body = " ".join(" ".join(item.article.text.split()) for item in seed_comparison.annotated)
    for words in re.findall(r"“([^“”…]{40,})”", before_appendix(text) if form == "memo" else ""):
        assert words.replace("\\", "") in body
    assert len(shown) > 2_000


def test_the_pages_before_the_appendix_are_one_or_two(seed_comparison: Comparison) -> None:
    assert len(before_appendix(render(seed_comparison, "memo")).split()) < 1_400


@pytest.mark.parametrize("form", FORMS)
def test_the_texts_stand_in_the_appendix(form: Form) -> None:
    text = render(fire(), form)
    assert "Nobody wrote of it here." not in before_appendix(text).replace("Only in one", "")[:600]
    assert "Nobody wrote of it here." in text


@pytest.mark.parametrize("form", FORMS)
def test_the_same_comparison_gives_the_same_memo(form: Form) -> None:
    assert render(fire(), form) == render(fire(), form)


def test_of_a_claim_without_a_name_that_a_second_opinion_finds_alike_the_memo_prints_the_words() -> None:
    comparison = fire()
    toll = comparison.details[0]
    claim = replace(toll, kind="claim", label="rare words", opinion=Opinion("Rules", "same", "", ()))
    (line,) = groups_of(replace(comparison, details=(claim,)))
    assert (line.asked, line.words) == ("", "Rules says: same")
    assert line.quotations == (("north", "Twelve"), ("south", "fourteen"))
    named = replace(toll, opinion=Opinion("Rules", "same", "", ()))
    (line,) = groups_of(replace(comparison, details=(named,)))
    assert (line.asked, line.quotations) == ("people killed", ())


def groups_of(comparison: Comparison) -> tuple[OpinionLine, ...]:
    """The lines of the one group of second opinions."""
    chapter = opinion_chapter(comparison)
    assert chapter is not None
    (group,) = chapter.groups
    assert group.heading == "only newsdiff says that they differ"
    return group.lines


def test_the_page_has_no_script_and_allows_one_style_sheet(flood: Comparison) -> None:
    html = render(flood, "memo-html")
    assert "<script" not in html
    assert "style=" not in html
    (style,) = re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html
    assert "prefers-color-scheme: dark" in style
    assert "@page" in style


def test_a_value_over_time_is_drawn_with_a_name(flood: Comparison) -> None:
    html = render(flood, "memo-html")
    (svg,) = re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL)
    assert svg.count("<circle") == 3
    assert 'role="img"' in svg
    assert 'aria-label="When which value was published' in svg


def test_every_table_has_headers_and_every_region_a_name(seed_comparison: Comparison) -> None:
    html = render(seed_comparison, "memo-html")
    assert html.count("<table") == html.count("<thead>") > 2
    assert html.count('class="wide"') == html.count('role="region" aria-label="')
    headings = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_a_hostile_title_does_no_harm() -> None:
    text = render(replace(fire(), title="<script>alert(1)</script>\x1b[31m"), "memo-html")
    assert "<script" not in text
    assert "\x1b" not in text


def test_no_part_of_the_matrix_has_more_than_nine_outlets() -> None:
    for count in range(1, 40):
        parts = columns(count)
        assert [at for part in parts for at in part] == list(range(count))
        assert max(len(part) for part in parts) <= MOST_COLUMNS


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_full_reports_begin_with_the_brief(form: Literal["markdown", "html"]) -> None:
    text = render(fire(), form)
    assert text.index("Differences not yet judged") < text.index(
        "Sources</h2>" if form == "html" else "## Sources"
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_version_that_another_speaker_is_said_to_speak_names_that_one(form: Form) -> None:
    words = "“The old bridge will be rebuilt before the winter comes to Arden,”"
    comparison = compare(
        [
            article("a", f"{words} Mayor Jane Miller said on Monday."),
            article("b", f"{words} a spokeswoman said on Monday."),
        ]
    )
    shown = render(comparison, form).partition("Quotations in their versions")[2].partition("Appendix")[0]
    assert "Jane Miller" in shown
    assert shown.count(": a spokeswoman") == 1
