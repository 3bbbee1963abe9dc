"""Every text that an article has had stays, any two can be put side by side, and what changed is verbatim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.history.build import History, history_of, steps_of
from newsdiff.history.model import Piece
from newsdiff.history.pieces import changed_words, changes_between, pieces_of
from newsdiff.history.wording import as_json, in_words
from newsdiff.language.corrections import corrections_in
from newsdiff.library import Library, Session, View, open_library
from tests.details.small_events import article
from tests.history.made_up import FIRST, SECOND, THIRD, changed_twice, changing


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def history(library: Library) -> History:
    return history_of(library, changed_twice(library), "north")


def test_every_version_is_kept_with_the_times_between_which_it_was_seen(history: History) -> None:
    assert [version.article.text for version in history.versions] == [FIRST, SECOND, THIRD]
    assert [version.number for version in history.versions] == [1, 2, 3]
    for version in history.versions:
        assert version.first_seen <= version.last_seen
    first, second, _ = history.versions
    assert first.last_seen > first.first_seen
    assert second.first_seen >= first.last_seen


def test_a_text_that_comes_back_is_a_version_of_its_own(library: Library) -> None:
    event = changed_twice(library)
    library.events.place([changing(FIRST)], event="Cusco")
    found = history_of(library, event, "north")
    assert [version.article.text for version in found.versions] == [FIRST, SECOND, THIRD, FIRST]


def test_what_was_reworded_moved_went_and_came(history: History) -> None:
    step = history.step(1, 2, effects_too=False)
    kinds = {(change.newer or change.older).text[:12]: change.kind for change in step.changes}  # type: ignore[union-attr]
    assert kinds["Bus falls in"] == "same"
    assert kinds["A bus carryi"] == "reworded"
    assert kinds["Mayor Luis Q"] == "went"
    assert kinds["Two children"] == "came"
    assert {kinds["The driver l"], kinds["A rescue hel"]} == {"same", "moved"}
    reworded = next(change for change in step.changes if change.kind == "reworded")
    assert reworded.older is not None
    assert reworded.newer is not None
    assert [reworded.older.text[slice(*span)] for span in reworded.went] == ["5"]
    assert [reworded.newer.text[slice(*span)] for span in reworded.came] == ["7"]


def test_any_two_versions_can_be_compared_and_one_that_is_not_there_is_named(history: History) -> None:
    assert history.step(1, 3, effects_too=False).count("came") == 2
    assert history.step(3, 1, effects_too=False).count("went") == 2
    with pytest.raises(ValueError, match="no version 9: choose one of 1 to 3"):
        history.step(1, 9)


def test_a_difference_to_another_outlet_that_ended_with_a_change_is_said(history: History) -> None:
    step = history.step(1, 2)
    toll = [one for one in step.differences if one.effect == "vanished" and "5" in " ".join(one.before)]
    assert toll, step.differences
    assert toll[0].agrees_with == ("south",)
    assert any("5" in line and "agrees with south since" in line for line in in_words(history, [step]))


def test_nothing_is_said_of_others_where_only_the_order_changed(library: Library) -> None:
    lines = FIRST.split("\n")
    changed_twice(library)
    library.events.place([changing("\n".join([lines[0], lines[2], lines[1], lines[3]]))], event="Cusco")
    library.events.place([changing(FIRST)], event="Cusco")
    ((event),) = library.events.named("Cusco")
    found = history_of(library, event.id, "north")
    assert found.step(4, 5).differences == ()


def test_an_event_with_one_article_has_a_history_without_differences(library: Library) -> None:
    library.events.place([changing(FIRST)], event="Alone")
    library.events.place([changing(SECOND)], event="Alone")
    ((event),) = library.events.named("Alone")
    (step,) = steps_of(history_of(library, event.id, "north"))
    assert step.differences == ()
    assert step.count("reworded") == 1


def test_a_correction_that_the_outlet_states_is_found_verbatim(history: History) -> None:
    (found,) = history.newest.corrections
    assert found.kind == "amended"
    assert history.newest.article.text[found.start : found.end] == found.text == THIRD.split("\n")[-1]
    assert history.versions[0].corrections == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: an earlier text misspelled her name.", "corrected"),
        ("CORRECTION (4 March): five people died.", "corrected"),
        ("An earlier version of this story said seven people died.", "corrected"),
        ("This report originally said that the bridge was closed.", "corrected"),
        ("This story has been updated to correct the day.", "corrected"),
        ("This page was last updated at 14:02.", "updated"),
        ("Editor’s note: the quotation was shortened.", "editor's note"),
        ("Korrektur: In einer früheren Version dieses Artikels stand ein anderer Name.", "corrected"),
        ("Dieser Artikel wurde nachträglich korrigiert.", "amended"),
        ("Cet article a été modifié le 3 mai.", "amended"),
        ("Una versión anterior de este artículo decía que hubo siete muertos.", "corrected"),
        ("The UN report was amended last year.", None),
        ("The story was changed for the film.", None),
        ("Correction officers went on strike.", None),
        ("She was held at the House of Correction in Boston.", None),
        ("He said an earlier version of the bill had been better.", None),
        ("Parliament corrected the law.", None),
    ],
)
def test_a_stated_correction_is_apart_from_news_of_corrections(line: str, kind: str | None) -> None:
    found = corrections_in(article("a", f"Rain fell on Monday.\n{line}"))
    assert [one.kind for one in found] == ([kind] if kind else [])


def test_the_json_holds_all_texts_and_every_change(history: History) -> None:
    plain = json.loads(as_json(history, steps_of(history)))
    assert plain["format"] == "newsdiff-history/1"
    assert [one["text"] for one in plain["versions"]] == [FIRST, SECOND, THIRD]
    assert [(one["older"], one["newer"]) for one in plain["steps"]] == [(1, 2), (2, 3)]
    assert plain["steps"][1]["changes"][0]["kind"] == "came"


def test_hostile_words_reach_the_terminal_as_text(library: Library) -> None:
    evil = FIRST.replace("Mayor", "\x1b]0;x\x07Mayor\u202e")
    library.events.place([changing(FIRST)], event="Evil")
    library.events.place([replace(changing(evil), title="\x1b[2J")], event="Evil")
    ((event),) = library.events.named("Evil")
    found = history_of(library, event.id, "north")
    printed = "\n".join(in_words(found, steps_of(found)))
    assert not any(char in printed for char in "\x1b\x07\u202e")


WORDS = st.lists(
    st.sampled_from("a bus fell near Cusco on Monday , killing 5 7 people .".split()), max_size=12
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=8)


@given(TEXTS, TEXTS)
def test_every_piece_of_both_versions_stands_in_exactly_one_change(
    older: list[str], newer: list[str]
) -> None:
    left = [Piece(text, at) for at, text in enumerate(older)]
    right = [Piece(text, at) for at, text in enumerate(newer)]
    changes = changes_between(left, right)
    assert sorted(one.older.start for one in changes if one.older) == list(range(len(left)))
    assert [one.newer.start for one in changes if one.newer] == list(range(len(right)))


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_without_what_went_and_came_two_texts_have_the_same_words(older: str, newer: str) -> None:
    went, came = changed_words(older, newer)

    def without(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
        kept, at = [], 0
        for start, end in spans:
            kept.append(text[at:start])
            at = end
        return "".join([*kept, text[at:]]).split()

    assert without(older, went) == without(newer, came)


def test_the_pieces_of_an_article_are_its_headline_and_sentences() -> None:
    texts = [piece.text for piece in pieces_of(changing(FIRST))]
    assert texts[0] == "Bus falls into ravine near Cusco"
    assert texts[1:] == FIRST.split("\n")


def test_what_changed_since_it_was_read_is_known_for_each_article(library: Library) -> None:
    event = changed_twice(library)
    assert library.reading.changed_since(event) == frozenset()  # never read
    library.reading.leave(Session(event, View()))
    assert library.reading.changed_since(event) == frozenset()
    library.events.place([changing(FIRST)], event="Cusco")
    assert library.reading.changed_since(event) == {"north"}
    library.reading.leave(Session(event, View()))
    assert library.reading.changed_since(event) == frozenset()
