"""The memo for the desk: what an editor reads first, with sources and times."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise
from typing import Literal

import pytest
from markdown_it import MarkdownIt

from newsdiff import compare
from newsdiff.brief.build import brief_of
from newsdiff.brief.excerpt import cut_words
from newsdiff.brief.model import Alone, Passage
from newsdiff.model import Article, Comparison, Opinion
from newsdiff.reports import render
from newsdiff.reports.memo.content import MOST_COLUMNS, columns, memo_of
from newsdiff.reports.memo.limits import words_in
from newsdiff.reports.memo.lines import speaker_of
from newsdiff.reports.memo.second_opinion import OpinionLine, opinion_chapter
from newsdiff.verdicts.apply import apply_verdicts
from newsdiff.verdicts.model import Place, Verdict
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


@pytest.fixture(scope="module")
def many() -> Comparison:
    """Fourteen outlets."""
    return outlets(14)


def outlets(count: int) -> Comparison:
    """Outlets with long names that agree on some things, differ on others, and have much alone."""
    places = (
        "harbour market station bridge school chapel library theatre stadium museum prison airport".split()
    )
    return compare(
        [
            article(
                f"The {name.title()} Evening Post",
                "\n".join(
                    f"At the old {place} in Arden {20 + at + 3 * (number % 3)} people waited on Monday for"
                    " the buses that the town had promised them after the flood, the fire service said."
                    for at, place in enumerate(places)
                )
                + f"\nNobody at the {name} saw how {name} gardens were ruined by {name} mud that came by."
                + "\nThis article was amended to correct the number of those who waited for buses that day."
                + f"\n“We have never seen so much water in all of {name},” Jane Miller said.",
                date(2024, 5, 6 + number % 3),
            )
            for number, name in enumerate(
                [*places, "garden", "tower", *(f"tower{one}" for one in range(count))][:count]
            )
        ],
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


def words_before_appendix(comparison: Comparison, form: Form) -> int:
    text = re.sub(r"<(style|svg).*?</\1>", "", before_appendix(render(comparison, form)), flags=re.DOTALL)
    return words_in(unescape(re.sub(r"<[^>]+>", " ", text)))


@pytest.mark.parametrize("form", FORMS)
def test_the_pages_before_the_appendix_have_900_words_at_most(
    seed_comparison: Comparison, many: Comparison, form: Form
) -> None:
    assert words_before_appendix(seed_comparison, form) <= 900
    assert 600 < words_before_appendix(many, form) <= 900


def test_every_source_above_seventeen_adds_no_more_than_its_line_and_its_numbers() -> None:
    comparison = outlets(22)
    for form in FORMS:
        assert words_before_appendix(comparison, form) <= 900 + (22 - 17) * 12
        assert ("headline" in before_appendix(render(comparison, form))) is False
    passage = Passage("a", 0, 1, (0, 1))
    alone = tuple(Alone(one.id, (passage, passage)) for one in comparison.articles)
    memo = memo_of(comparison)
    counted = replace(memo, brief=replace(memo.brief, only_in_one=alone)).passages_alone(str)
    assert counted == "Passages: 44 in 22 articles."
    fewer = replace(memo, brief=replace(memo.brief, only_in_one=alone[:1])).passages_alone(str)
    assert fewer.endswith(" 2. No passage of the other articles is certain to be in one outlet only.")


@pytest.mark.parametrize("form", FORMS)
def test_what_has_no_room_stands_in_the_appendix_and_is_counted(many: Comparison, form: Form) -> None:
    main, appendix = re.split(r"# Appendix|<h2>Appendix", render(many, form))
    differences = re.split(r"Differences not yet judged \(\d+\)", main)[1]
    left = re.search(r"[aA]nd (\d+) more below", differences)
    assert left is not None
    shown = sum(line.sign != "✓" for line in brief_of(many).worth_a_look) - int(left[1])
    assert 1 < shown < 14
    assert appendix.partition("More that several report")[0].count("people waited") >= int(left[1])


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_a_full_report_counts_as_below_stands_below(
    many: Comparison, form: Literal["markdown", "html"]
) -> None:
    start = r"<h2>(?!<)" if form == "html" else r"\n##+ "
    chapters = re.split(start, render(many, form))
    counting = {re.split(r"[(\n<]", one)[0].strip() for one in chapters if "more below" in one.lower()}
    assert counting == {"Differences not yet judged"}
    shown = unescape(re.sub(r"<[^>]+>", "", " ".join(chapters))).replace("\\", "")
    last = shown.rpartition("more below")[2]
    assert all(line.label in last for line in brief_of(many).worth_a_look)
    corrections = next(one for one in chapters if one.startswith("Corrections that outlets state (14)"))
    assert corrections.count("This article was amended") == 14


@pytest.mark.parametrize("form", FORMS)
def test_differences_that_the_reader_confirmed_are_never_cut_or_left_out(
    many: Comparison, form: Form
) -> None:
    given = [verdict_on("confirmed", one) for one in many.details if one.relation == "differs"]
    assert len(given) > 20
    text = before_appendix(render(apply_verdicts(many, given), form))
    assert f"confirmed by the reader ({len(given)})" in text
    confirmed = text.partition("confirmed by the reader (")[2].partition("Differences not yet")[0]
    assert "…" not in re.sub(r"<svg.*?</svg>", "", confirmed, flags=re.DOTALL)
    assert all(one.label in text for one in many.details if one.relation == "differs")


@pytest.mark.parametrize("form", FORMS)
def test_a_difference_of_the_readers_own_shows_the_words_that_clash(form: Form) -> None:
    start = "Over many hours of a long and cold night, while the snow fell on the roofs of the old town, "
    middle = "the crews of four stations and their neighbours from across the wide river fought "
    ends = ("a fire that the mayor called small.", "a fire that the mayor called terrible.")
    comparison = compare([article(name, start + middle + end) for name, end in zip("ab", ends, strict=True)])
    places = tuple(Place(one.id, 0, len(one.text), at) for at, one in enumerate(comparison.articles))
    judged = apply_verdicts(comparison, [Verdict("added", places, "", "claim")])
    found = next(one for one in judged.details if one.judgement == "added")
    assert "small" in found.label
    assert "terrible" in found.label
    text = before_appendix(render(judged, form)).partition("confirmed by the reader (")[2]
    assert re.search(r"called (<b>)?small", text)
    assert re.search(r"called (<b>)?terrible", text)
    (line,) = [one for one in brief_of(judged).worth_a_look if one.detail == found.id]
    firsts = [version.passages[0] for version in line.versions]
    shown = {one.article: cut_words(judged.article(one.article).text, one, 60) for one in firsts}
    assert "small" in shown["a"]
    assert "terrible" in shown["b"]


@pytest.mark.parametrize("form", FORMS)
def test_words_of_a_difference_of_the_readers_own_stand_before_their_sentences(form: Form) -> None:
    texts = ("The mayor called the fire small. It burned.", "It burned. A terrible fire, said the mayor.")
    comparison = compare([article(name, text) for name, text in zip("ab", texts, strict=True)])
    places = tuple(
        Place(one.id, one.text.index(words), one.text.index(words) + len(words), at)
        for at, (one, words) in enumerate(zip(comparison.articles, ("small", "terrible"), strict=True))
    )
    judged = apply_verdicts(comparison, [Verdict("added", places, "how bad", "claim")])
    text = before_appendix(render(judged, form)).partition("confirmed by the reader (")[2]
    plain = re.sub(r"</?[bq]\b[^>]*>|[*“”]", "", text)
    assert "small: The mayor called the fire small. – " in plain
    assert "terrible: A terrible fire, said the mayor. – " in plain


@pytest.mark.parametrize("form", FORMS)
def test_a_correction_that_an_outlet_states_is_said_also_when_it_was_put_aside(form: Form) -> None:
    note = "Correction: An earlier version of this article gave a wrong toll."
    body = "The flood in Arden killed 5 people, officials said."
    one = article("a", f"{body}\n{note}")
    aside = replace(one.blocks[1], role="noise", reason="put aside by the reader")
    comparison = compare([replace(one, blocks=(one.blocks[0], aside)), article("b", body)])
    text = before_appendix(render(comparison, form))
    assert "Corrections that outlets state (1)" in text
    assert note in text


@pytest.mark.parametrize(
    "note",
    [
        "This report was updated at 9:55 p.m. on Monday with more details.",
        "Dieser Artikel wurde am 3. Mai 2024 aktualisiert.",
        "Editor's note: This story gives away how the film ends.",
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_an_update_and_a_note_of_the_editors_are_no_corrections(form: Form, note: str) -> None:
    body = "The flood in Arden killed 5 people, officials said."
    comparison = compare([article("a", f"{body}\n{note}"), article("b", body)])
    assert "Corrections that outlets state" not in render(comparison, form)


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_stands_under_only_in_one_the_memo_says_why(form: Form) -> None:
    one, other = article("a", "The flood in Arden killed 5."), article("b", "The flood in Arden killed 5.")
    text = before_appendix(render(compare([one, other]), form))
    assert "No passage is certain to be in one outlet only." in text
    hostile = replace(other, outlet="<b>*B*</b>", translated_by="a program")
    text = before_appendix(render(compare([one, hostile]), form))
    assert "certain to be in one outlet only" not in text
    assert "Not listed, as not all words can be compared: " in text
    assert "[2] is translated." in text
    assert "<b>*B*" not in text


def with_caption(name: str, photos: str) -> Article:
    """An article with the caption of a picture, and who took it."""
    made = article(name, f"Rihanna mourned her cousin.\nShe posted {photos} photos of him.\nDimitrios/Getty")
    text, caption, credit = made.blocks
    aside = (
        replace(caption, role="caption", reason="caption"),
        replace(credit, role="caption", reason="credit"),
    )
    return replace(made, blocks=(text, *aside))


@pytest.mark.parametrize("form", FORMS)
def test_captions_that_are_not_compared_are_counted_beside_their_source(form: Form) -> None:
    captioned = compare([with_caption("a", "three"), article("b", "Rihanna mourned her cousin.")])
    text = before_appendix(render(captioned, form))
    assert text.count("caption") == text.count("a (1 caption not compared)") == 1
    assert "caption" not in before_appendix(render(fire(), form))


@pytest.mark.parametrize("form", FORMS)
def test_a_difference_of_the_readers_own_on_captions_stands_in_the_memo(form: Form) -> None:
    comparison = compare([with_caption("a", "three"), with_caption("b", "four")])
    caption = {one.id: one.text.index("She") for one in comparison.articles}
    places = (
        Place("a", caption["a"] + 11, caption["a"] + 16, 0),
        Place("b", caption["b"] + 11, caption["b"] + 15, 1),
    )
    added = apply_verdicts(comparison, [Verdict("added", places, "photos posted")])
    text = before_appendix(render(added, form))
    for words in (
        "photos posted",
        "three",
        "four",
        "She posted three photos of him.",
        "She posted four photos of him.",
    ):
        assert words in text


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


@pytest.mark.parametrize("form", [*FORMS, "markdown"])
def test_a_version_without_a_speaker_does_not_stand_under_the_speaker_of_another_outlet(
    form: Literal["memo", "memo-html", "markdown"],
) -> None:
    words = "“The old bridge will be rebuilt before the winter comes to Arden”"
    comparison = compare(
        [
            article("a", f"{words}, Mayor Jane Miller said on Monday."),
            article("b", f"{words} is written on the walls of the town since Monday."),
        ]
    )
    shown = unescape(re.sub(r"<[^>]+>", "", render(comparison, form))).replace("\\", "")
    assert re.search(r"– b \[\d\]: no speaker found", shown)
    assert not re.search(r"– a \[\d\]: ", shown)


@pytest.mark.parametrize("form", FORMS)
def test_words_that_nobody_is_found_to_say_are_not_printed_as_their_own_speaker(form: Form) -> None:
    words = "“Rebuild the old bridge: the winter comes to Arden and to all its neighbours”"
    comparison = compare([article(name, f"{words} is written on the walls of the town.") for name in "ab"])
    (quotation,) = [one for one in comparison.details if one.kind == "quote"]
    assert speaker_of(quotation) == "no speaker found"
    shown = render(comparison, form).partition("Quotations in their versions")[2].partition("Appendix")[0]
    assert shown.count("no speaker found") == 1
    assert shown.count("Rebuild the old bridge") == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("marks", ["“”", "«»", '""'])
def test_a_quotation_that_is_cut_keeps_both_marks(form: Form, marks: str) -> None:
    words = (
        "{}We deeply regret the loss of these many lives in the valley last night and we will help all of the"
        " families who have lost their homes, their cars and their savings in the terrible flood of May{}"
    ).format(*marks)
    comparison = compare(
        [
            article("a", f"{words}, Mayor Jane Miller said."),
            article("b", f"{words.replace('deeply', 'profoundly')}, Mayor Jane Miller said."),
            article("c", f"{words.replace('terrible flood', 'awful flood')}, Mayor Jane Miller said."),
        ]
    )
    text = before_appendix(render(comparison, form)).partition("Quotations in their versions")[2]
    shown = unescape(re.sub(r"<[^>]+>", "", text.replace("<li>", "\n"))).replace("\\", "")
    cut = re.findall(r"(\S*)We .*…(\S?) –|(\S*)….* May(\S) –", shown)
    assert len(cut) == 3
    assert {"".join(one) for one in cut} == {marks}
