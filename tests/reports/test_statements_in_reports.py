"""Statements and what is known of every outlet stand in every report, and nothing stands there of an outlet
that its text does not bear out."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsdiff.model import Comparison, WordRun, WordStatus
from newsdiff.reports import FORMATS, ReportFormat, render
from newsdiff.reports.statement_text import MOST_SHOWN, versions
from tests.reports.comparison_format import json_schema
from tests.reports.hand_made import fire
from tests.reports.test_html_report import Page


def test_a_statement_has_every_version_with_its_words_and_where_they_stand_in_the_others() -> None:
    report = json.loads(render(fire(), "json"))
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(report)
    (found,) = report["statements"]
    assert (found["rank"], found["reported_by"], found["details"]) == (1, ["north", "south"], ["d1"])
    text = {article["id"]: article["text"] for article in report["articles"]}
    words = [
        (text[version["article"]][run["start"] : run["end"]], run["status"], run["by"])
        for version in found["sentences"]
        for run in version["words"]
    ]
    start = text["south"].index("fourteen")
    assert words[0] == ("Twelve", "replaced", [f"south.s1:{start}-{start + len('fourteen')}"])
    assert ("old", "own", []) in words
    assert [status for _, status, _ in words].count("shared") == 4


def test_words_by_which_others_stand_slice_back_to_the_text() -> None:
    report = json.loads(render(fire(), "json"))
    text = {article["id"]: article["text"] for article in report["articles"]}
    sentences = {one["id"]: one for article in report["articles"] for one in article["sentences"]}
    for version in report["statements"][0]["sentences"]:
        for run in version["words"]:
            for place in run["by"]:
                name, start, end = re.fullmatch(r"(.+):(\d+)-(\d+)", place).groups()  # type: ignore[union-attr]
                assert sentences[name]["start"] <= int(start) < int(end) <= sentences[name]["end"]
                if run["status"] == "shared":
                    words = text[version["article"]][run["start"] : run["end"]]
                    assert text[name.partition(".")[0]][int(start) : int(end)] == words


def test_every_outlet_stands_once_in_what_is_known_of_a_detail() -> None:
    report = json.loads(render(fire(), "json"))
    for detail in report["details"]:
        everybody = detail["reported_by"] + detail["not_found_in"] + detail["not_compared"]
        assert sorted(everybody) == ["north", "south", "west"]
        assert [value["reported_by"] for value in detail["values"]] == [
            list(dict.fromkeys(one["article"] for one in value["mentions"])) for value in detail["values"]
        ]
        assert detail["verdict"] is None
    assert report["details"][0]["update"] == "12 → 14"


def test_the_retired_words_are_in_no_report() -> None:
    for form in FORMATS:
        assert not re.search(r"\b(told|tells?|silent)\b", render(fire(), form)), form


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_where_a_detail_was_not_found_or_not_compared_is_said(form: ReportFormat) -> None:
    report = render(fire(), form)
    assert "not found in West" in report
    assert "12 → 14, later articles give the later value" in report
    assert "reported by North, South" in report


def test_a_related_link_is_in_the_json_and_makes_no_row_and_no_count() -> None:
    comparison = fire()
    assert "related" in [link["kind"] for link in json.loads(render(comparison, "json"))["links"]]
    text = render(comparison, "markdown")
    assert "### North (1 paragraph, 1 detail)" in text
    assert "4 rows: 0 reported by all, 3 without a match in another outlet" in text


def test_markdown_has_the_versions_with_their_own_words_in_bold() -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(fire(), "markdown"))
    look = html[html.index("<h2>Worth a look (1)") : html.index("<h2>Where they differ")]
    assert re.findall("<strong>(.*?)</strong>", look) == ["Twelve", "old", "fourteen", "on Monday"]
    assert "North [1]: <strong>Twelve</strong> people died in the *<strong>old</strong>* hotel fire." in look
    assert "≠ people killed" in look


def test_html_has_the_versions_with_their_own_words_set_off() -> None:
    html = render(fire(), "html")
    assert 'In the hotel fire &lt;<b class="replaced">fourteen</b>&gt; people died ' in html
    assert '<b class="own">on Monday</b>' in html
    assert '<a href="#look">' in html
    assert "In the hotel fire <fourteen> people died on Monday." in Page(html).text


def test_csv_has_the_rank_of_the_statement_and_what_is_known_of_the_rest() -> None:
    first, _, last = csv.DictReader(io.StringIO(render(fire(), "csv"), newline=""))
    assert (first["statement"], first["not_found_in"], first["update"]) == ("1", "West", "12 → 14")
    assert (last["statement"], last["not_compared"]) == ("", "South, West")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_of_many_statements_the_first_are_shown_and_the_rest_counted(form: ReportFormat) -> None:
    report = render(fire(MOST_SHOWN + 7), form)
    assert "And 7 more statements" in report
    assert f"{MOST_SHOWN} · North, South" in report
    assert f"{MOST_SHOWN + 1} · North, South" not in report


def test_a_comparison_without_statements_has_no_chapter_of_them() -> None:
    for form in ("markdown", "html"):
        assert "Worth a look" not in render(fire(0), form)


@given(st.sets(st.integers(0, 43), max_size=8))
def test_the_pieces_of_a_version_cover_its_sentence_whatever_runs_it_has(cuts: set[int]) -> None:
    comparison = with_runs(fire(), sorted(cuts))
    item = comparison.annotation("north")
    ((_, pieces), _) = versions(comparison, comparison.statements[0])
    assert pieces[0].start == item.sentences[0].start
    assert pieces[-1].end == item.sentences[0].end
    assert all(one.end == other.start for one, other in pairwise(pieces))


def with_runs(comparison: Comparison, cuts: list[int]) -> Comparison:
    """The comparison with other runs of words in its first version."""
    statuses = get_args(WordStatus)
    runs = tuple(
        WordRun(start, end, statuses[number % 3])
        for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False))
    )
    (found,) = comparison.statements
    first = replace(found.sentences[0], words=runs)
    return replace(comparison, statements=(replace(found, sentences=(first, *found.sentences[1:])),))
