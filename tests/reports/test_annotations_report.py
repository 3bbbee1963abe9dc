"""The W3C annotation collection: valid against the model's rules, and its selectors find the words again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsdiff import compare
from newsdiff.exchange.exports import export
from newsdiff.library import Library, open_library
from newsdiff.model import Article, Comparison
from newsdiff.reports import render
from tests.exchange.desk import filled
from tests.reports.hostile_event import hostile

RULES = json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text("utf-8"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data") as opened:
        yield opened


def checked(text: str) -> dict[str, Any]:
    """The collection, held against the rules of the recommendation."""
    collection: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(RULES).validate(collection)
    items = collection.get("first", {}).get("items", [])
    assert collection["total"] == len(items)
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids))
    return collection


def test_the_notes_of_a_saved_comparison_are_a_valid_collection(library: Library) -> None:
    saved = filled(library, notes=50)
    collection = checked(export(library, saved, "annotations").decode())
    items = collection["first"]["items"]
    assert len(items) == 50
    assert {item["motivation"] for item in items} == {"commenting", "questioning"}
    texts = [article.text for article in library.events.articles(saved.event)]
    for item in items:
        for target in item["target"]:
            quote, position = target["selector"]
            words = quote["prefix"] + quote["exact"] + quote["suffix"]
            start, end = position["start"], position["end"]
            (text,) = {one for one in texts if words in one and one[start:end] == quote["exact"]}
            assert len(quote["prefix"]) == 32 or text.startswith(quote["prefix"] + quote["exact"])
            assert target["state"]["sourceDate"].endswith("Z")


def test_a_note_says_what_it_says_in_bodies_with_a_purpose(library: Library) -> None:
    saved = filled(library, notes=2)
    item = checked(export(library, saved, "annotations").decode())["first"]["items"][1]
    purposes = [(body["purpose"], body["value"]) for body in item["body"]]
    assert ("commenting", "Note 1: *ask* again") in purposes
    assert ("tagging", "todo") in purposes
    assert ("classifying", "resolved") in purposes
    assert sum(purpose == "describing" for purpose, _ in purposes) == len(item["target"]) == 2


def test_no_notes_are_an_empty_collection(seed_comparison: Comparison) -> None:
    assert checked(render(seed_comparison, "annotations", []))["total"] == 0


def test_hostile_text_and_orphans_are_a_valid_collection(event: Callable[..., tuple[Article, ...]]) -> None:
    comparison, notes = hostile(event)
    text = render(comparison, "annotations", notes)
    assert "\x1b" not in text
    assert "\u202e" not in text
    item = checked(text)["first"]["items"][0]
    assert [len(target["selector"]) for target in item["target"]] == [2, 1]


def test_a_note_on_the_event_is_on_all_articles_by_address_or_hash(
    event: Callable[..., tuple[Article, ...]],
) -> None:
    one, two = event(one="Some words on a fire in Lisbon.", two="Other words on a fire in Lisbon.")
    comparison = compare([replace(one, url="https://one.example/fire"), replace(two, url="no address")])
    bare = hostile(event)[1][0].model_copy(update={"targets": (), "orphans": ()})
    targets = checked(render(comparison, "annotations", [bare]))["first"]["items"][0]["target"]
    assert sorted(target["id"].split("/")[0] for target in targets) == ["https:", "ni:"]
