"""A new article is compared with a bounded number of others, whatever the library holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.events.fingerprint import ArticleFingerprint
from newsdiff.library.sqlite import open_file
from newsdiff.library.sqlite.store import SqliteStore
from newsdiff.library.tables.grouping.candidates import MOST_CANDIDATES, WINDOW_DAYS, candidates
from newsdiff.library.tables.library import Library
from newsdiff.library.tables.texts import fingerprints
from newsdiff.library.tables.texts.fingerprints import Vocabulary, count
from tests.library.library_accounts import article

DAY = date(2026, 3, 1)
RARE = {"harbour": 0.3, "ferry": 0.3, "lighthouse": 0.3}


def keep(library: Library, name: str, words: str, day: date | None = DAY) -> str:
    """An article in an event of its own; says the event."""
    read = replace(article(name, f"{words} was told at {name} today."), published=day)
    return library.events.place([read], event=name)[0].event


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_file(tmp_path / "library.db") as opened:
        yield opened


def asked(tmp_path: Path, words: dict[str, float] = RARE, day: date | None = DAY) -> list[str]:
    """Events of the candidates for an article that tells these words."""
    store = SqliteStore(tmp_path / "library.db")
    try:
        return [event for _, event in candidates(store, words, day)]
    finally:
        store.close()


def test_most_significant_first_and_never_more_than_so_many(library: Library, tmp_path: Path) -> None:
    for number in range(3 * MOST_CANDIDATES):
        keep(library, f"some{number}", "The ferry in the harbour")
    best = keep(library, "best", "The ferry and the lighthouse in the harbour")
    found = asked(tmp_path)
    assert len(found) == MOST_CANDIDATES
    assert found[0] == best


def test_one_rare_word_in_common_is_not_enough_unless_it_says_much(library: Library, tmp_path: Path) -> None:
    event = keep(library, "one", "The ferry")
    assert asked(tmp_path, {"ferry": 0.2, "harbour": 0.2}) == []
    assert asked(tmp_path, {"ferry": 0.5, "harbour": 0.2}) == [event]


def test_what_is_of_another_time_or_closed_is_no_candidate(library: Library, tmp_path: Path) -> None:
    words = "The ferry in the harbour"
    undated = keep(library, "undated", words, None)
    near = keep(library, "near", words, DAY - timedelta(days=WINDOW_DAYS))
    keep(library, "far", words, DAY - timedelta(days=WINDOW_DAYS + 1))
    library.events.pin(keep(library, "pinned", words))
    library.events.delete(keep(library, "deleted", words))
    removed = keep(library, "removed", words)
    store = SqliteStore(tmp_path / "library.db")
    with store.writing():  # as when an article goes to another event
        store.run("UPDATE articles SET removed = ? WHERE event = ?", (DAY.isoformat(), removed))
    store.close()
    assert set(asked(tmp_path)) == {undated, near}


def test_an_article_without_a_day_is_compared_with_any(library: Library, tmp_path: Path) -> None:
    old = keep(library, "old", "The ferry in the harbour", date(1999, 1, 1))
    assert asked(tmp_path, day=None) == [old]


words_of_any_script = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(
    terms=st.dictionaries(words_of_any_script, st.integers(1, 65_535), max_size=30),
    day=st.none() | st.dates(),
    shingles=st.frozensets(st.integers(0, 2**48 - 1), max_size=48),
)
def test_a_portrait_is_read_as_it_was_kept(
    terms: dict[str, int], day: date | None, shingles: frozenset[int]
) -> None:
    names, core, headline = (frozenset(list(terms)[::step]) for step in (2, 4, 3))
    fingerprint = ArticleFingerprint(terms, names, core, headline, day, shingles)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with open_file(path) as library:
            keep(library, "any", "The ferry in the harbour")
        store = SqliteStore(path)
        with store.writing():
            store.run("DELETE FROM portraits")
            fingerprints.keep(store, {1: fingerprint})
        vocabulary = Vocabulary(store)
        assert fingerprints.read(store, [1], vocabulary) == {1: fingerprint}
        assert set(vocabulary.terms.values()) == set(vocabulary.holding) == set(terms)
        assert fingerprints.shingles_of(store, [1]) == {1: shingles}
        store.close()


def test_a_term_counts_once_for_every_article_that_holds_it(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "library.db")
    with store.writing():
        first = count(store, {"ferry": 1, "łódź": 1})
        second = count(store, {"łódź": 2, "2026": 1})
    vocabulary = Vocabulary(store)
    vocabulary.learn({*first.values(), *second.values()})
    assert first["łódź"] == second["łódź"]
    assert vocabulary.holding == {"ferry": 1, "łódź": 3, "2026": 1}
    store.close()
