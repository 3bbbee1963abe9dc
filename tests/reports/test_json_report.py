"""The JSON report keeps its promises: the format, the same bytes, offsets that slice back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from itertools import permutations
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff import compare, read_article, read_event
from newsdiff.model import Article, Comparison, numbered
from newsdiff.model import Block as ModelBlock
from newsdiff.reports import render
from newsdiff.reports.as_json import indented
from newsdiff.reports.format import NotePart, TargetPart
from tests.reports.comparison_format import json_schema

SCHEMA_FILE = Path(__file__).parents[2] / "newsdiff" / "reports" / "comparison.schema.json"


def test_the_schema_in_the_project_is_the_one_made_from_the_models() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema(), (
        "run: python -m tests.reports.comparison_format > newsdiff/reports/comparison.schema.json"
    )


def test_the_sample_report_is_valid_against_the_schema(seed_comparison: Comparison) -> None:
    report = json.loads(render(seed_comparison, "json"))
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(report)
    assert report["format"] == "newsdiff-comparison/2"
    assert "notes" not in report


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=12,
)


@given(JSON_VALUES)
def test_any_value_is_written_as_the_standard_library_indents_it(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_a_clock_time_stands_beside_the_day_and_only_where_it_is_known(seeds: Path) -> None:
    first, second, third = read_event([seeds]).articles[:3]
    day = date(2025, 12, 3)
    zoned = datetime.fromisoformat("2025-12-03T05:19:00+01:00")
    articles = [
        replace(first, published=day, published_at=zoned),
        replace(second, published=day, published_at=zoned.replace(tzinfo=None)),
        replace(third, published=day),
    ]
    report = json.loads(render(compare(articles), "json"))
    assert [one["published"] for one in report["articles"]] == ["2025-12-03"] * 3
    assert {one["id"]: one["published_at"] for one in report["articles"]} == {
        first.id: "2025-12-03T05:19:00+01:00",
        second.id: "2025-12-03T05:19:00",
        third.id: None,
    }


def test_a_saved_comparison_carries_its_notes(seed_comparison: Comparison) -> None:
    article = seed_comparison.articles[0]
    target = TargetPart(
        article=article.id, start=0, end=5, exact=article.text[:5], prefix="", suffix=article.text[5:37]
    )
    note = NotePart(
        id="n1", created="2025-12-05T10:00:00Z", body="check", tags=("todo",), state="open", targets=(target,)
    )
    report = json.loads(render(seed_comparison, "json", [note]))
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(report)
    assert report["notes"][0]["targets"][0]["exact"] == article.text[:5]


def test_the_same_articles_give_the_same_bytes_in_whatever_order_they_are_named(seeds: Path) -> None:
    files = sorted(seeds.glob("*.txt"))[:3]
    reports = {
        render(compare([read_article(file) for file in order], base=None), "json")
        for order in permutations(files)
    }
    assert len(reports) == 1


def test_another_base_changes_the_order_of_the_rows_but_not_the_links(seeds: Path) -> None:
    articles = read_event([seeds]).articles
    links = []
    for base in (articles[0].id, articles[1].id):
        report = json.loads(render(compare(articles, base=base), "json"))
        assert report["base"] == report["articles"][0]["id"] == base
        assert report["rows"][0]["paragraphs"][0].startswith(f"{base}.")
        links.append({(frozenset((link["a"], link["b"])), link["score"]) for link in report["links"]})
    assert links[0] == links[1]


def test_every_offset_slices_back_to_the_text_it_names(seed_comparison: Comparison) -> None:
    report = json.loads(render(seed_comparison, "json"))
    text = {article["id"]: article["text"] for article in report["articles"]}
    mentions = [m for d in report["details"] for value in d["values"] for m in value["mentions"]]
    assert mentions
    for mention in mentions:
        assert text[mention["article"]][mention["start"] : mention["end"]] == mention["text"]


def test_blocks_cover_all_text_that_is_not_blank_and_do_not_overlap(seed_comparison: Comparison) -> None:
    for article in json.loads(render(seed_comparison, "json"))["articles"]:
        covered = 0
        for block in article["blocks"]:
            assert not article["text"][covered : block["start"]].strip()
            covered = block["end"]
        assert not article["text"][covered:].strip()


def test_rows_hold_every_body_paragraph_once_and_details_name_every_outlet_once(
    seed_comparison: Comparison,
) -> None:
    report = json.loads(render(seed_comparison, "json"))
    body = [
        block["id"]
        for article in report["articles"]
        for block in article["blocks"]
        if block["role"] == "paragraph"
    ]
    in_rows = [paragraph for row in report["rows"] for paragraph in row["paragraphs"]]
    assert sorted(in_rows) == sorted(body)
    everybody = {article["id"] for article in report["articles"]}
    for row in report["rows"]:
        assert row["reported_by"]
        assert set(row["reported_by"]) <= everybody
    for detail in report["details"]:
        known = [*detail["reported_by"], *detail["not_found_in"], *detail["not_compared"]]
        assert sorted(known) == sorted(everybody)


def test_no_absolute_path_and_no_clock_is_in_the_report(seeds: Path) -> None:
    report = render(compare(read_event([seeds.resolve()]).articles), "json")
    assert str(seeds.resolve()) not in report


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=2, max_size=3))
def test_any_text_at_all_gives_a_report_that_is_utf_8_and_valid(texts: list[str]) -> None:
    articles = [
        Article(f"a{number}", f"a{number}.txt", text, numbered(f"a{number}", whole(text)))
        for number, text in enumerate(texts)
    ]
    raw = render(compare(articles), "json").encode("utf-8")
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(json.loads(raw))


def whole(text: str) -> list[ModelBlock]:
    """The whole text as one paragraph."""
    stripped = text.strip()
    start = len(text) - len(text.lstrip())
    return [ModelBlock("", "paragraph", start, start + len(stripped))] if stripped else []
