"""Gold files and the texts they speak of are read as events; what is wrong with them is one clear error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsdiff.evaluation.gold import GoldError
from newsdiff.evaluation.marked_events import read_events
from newsdiff.readers import read_event
from tests.evaluation.hand_marked import Event


def fire() -> Event:
    event = Event(
        a=["Twelve people died in the fire.", "The mayor spoke at noon in front of the hall."],
        b=["At least 12 were killed by flames.", "She blamed the weather and the state of the roof."],
    )
    event.mark_pair("a1", "b1")
    event.mark_conflict("time", "strong", noon=["a: noon"], none=["b: weather"])
    return event


def written(folder: Path, event: Event | None = None, **changed: Any) -> Path:
    """The folder with the texts and the gold of an event."""
    event = event or fire()
    folder.mkdir(parents=True)
    for article in event.articles:
        (folder / article.source).write_text(article.text)
    (folder / "gold.json").write_text(json.dumps(event.gold_data | changed))
    return folder


def test_a_gold_file_its_folder_and_a_folder_of_such_folders_are_read_alike(tmp_path: Path) -> None:
    folder = written(tmp_path / "events" / "fire")
    for path in (folder, folder / "gold.json", tmp_path / "events"):
        (event,) = read_events([path])
        assert event.name == "fire"
        assert [article.source for article in event.articles] == ["a.txt", "b.txt"]
        assert event.gold.divergences[0].strength == "strong"
        assert [mention.value for mention in event.gold.divergences[0].mentions] == ["noon", "none"]


def test_the_gold_beside_the_texts_is_no_article(tmp_path: Path) -> None:
    folder = written(tmp_path / "fire")
    assert [article.source for article in read_event([folder]).articles] == ["a.txt", "b.txt"]


def test_the_texts_may_lie_in_a_folder_of_the_events_name_above_the_gold(tmp_path: Path) -> None:
    written(tmp_path / "fire")
    (tmp_path / "gold").mkdir()
    (tmp_path / "fire" / "gold.json").rename(tmp_path / "gold" / "fire.json")
    (event,) = read_events([tmp_path / "gold" / "fire.json"])
    assert event.name == "fire"
    assert len(event.articles) == 2


def test_events_come_by_name_however_they_are_named_and_each_once(tmp_path: Path) -> None:
    for name in ("fire", "flood", "vote"):
        written(tmp_path / name)
    paths = [tmp_path / "vote", tmp_path, tmp_path / "fire" / "gold.json"]
    assert [event.name for event in read_events(paths)] == ["fire", "flood", "vote"]


def test_two_events_of_one_name_are_refused(tmp_path: Path) -> None:
    paths = [written(tmp_path / "old" / "fire"), written(tmp_path / "new" / "fire")]
    with pytest.raises(GoldError, match="another event is called fire"):
        read_events(paths)


def test_a_folder_without_gold_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"holds no gold\.json; name a gold file"):
        read_events([tmp_path])


def test_a_mark_in_an_article_that_is_not_there_is_named(tmp_path: Path) -> None:
    mention = {"article": "z", "start": 0, "end": 3}
    folder = written(tmp_path / "fire", shared=[{"id": "s1", "kind": "number", "mentions": [mention]}])
    with pytest.raises(GoldError, match=r"gold\.json: not a gold file .*s1 is marked in z"):
        read_events([folder])


def test_a_pair_of_a_paragraph_that_is_not_there_is_named(tmp_path: Path) -> None:
    pair = {"a": "a1", "b": "b7"}
    folder = written(tmp_path / "fire", alignment=[{"pairs": [pair]}])
    with pytest.raises(GoldError, match="b7, which is not one of their paragraphs"):
        read_events([folder])


def test_a_span_that_runs_backwards_is_named(tmp_path: Path) -> None:
    article = {"id": "a", "paragraphs": [{"id": "a1", "start": 9, "end": 3}], "noise": []}
    folder = written(tmp_path / "fire", articles=[article])
    with pytest.raises(GoldError, match="runs from 9 to 3"):
        read_events([folder])


def test_a_text_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path / "fire")
    (folder / "b.txt").unlink()
    with pytest.raises(GoldError, match=r"the text b\.txt is neither beside it"):
        read_events([folder])


def test_an_event_of_one_readable_article_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path / "fire")
    (folder / "b.txt").write_bytes(b"")
    with pytest.raises(GoldError, match="fewer than two of its articles can be read"):
        read_events([folder])
