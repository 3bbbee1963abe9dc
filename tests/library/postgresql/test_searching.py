"""A search on a server asks the newest articles first, and finds what a look at all of them would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg
import pytest

from newsdiff.library.postgresql import dialect, store
from newsdiff.library.postgresql.store import PostgresqlStore
from newsdiff.library.tables.migrations import steps

STEP = 4
ARTICLES = 70


@pytest.fixture
def opened(postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostgresqlStore]:
    """An index of articles without anything else: every one holds "harbour", every seventh "ferry"."""
    monkeypatch.setattr(dialect, "STEP", STEP)
    monkeypatch.setattr(store, "STEP", STEP)
    there = PostgresqlStore(postgresql, tmp_path)
    words = [
        f"harbour {'bridge' if n % 7 else 'ferry'} {'old' if n < 3 else ''}" for n in range(ARTICLES + 1)
    ]
    with there.writing():
        there.run("SET LOCAL session_replication_role = replica")
        there.make_searchable([(number, "", words[number]) for number in range(1, ARTICLES + 1)])
    yield there
    there.close()


@pytest.mark.parametrize("most", [1, 3, 9, 1_000])
@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("harbour", range(ARTICLES, 0, -1)),
        ("ferri:*", range(ARTICLES, 0, -7)),
        ("harbour <-> ferry", range(ARTICLES, 0, -7)),
        ("old", (2, 1)),
        ("nowhere", ()),
    ],
)
def test_the_newest_are_found_however_many_there_are(
    opened: PostgresqlStore, words: str, numbers: Sequence[int], most: int
) -> None:
    newest = list(numbers)[:most]
    assert opened.matching(words, most) == newest
    assert opened.holding([words, "nowhere"], most) == [(words, number) for number in newest]


@pytest.mark.parametrize("typed", ["#17", "#", "17 #17"])
def test_the_mark_of_a_step_is_no_word_that_a_person_can_look_for(
    opened: PostgresqlStore, typed: str
) -> None:
    words = opened.words_of(typed)
    assert words is None or opened.matching(words, 10) == []


def test_articles_of_an_older_schema_have_the_mark_of_their_step_after_the_migration(postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("SET search_path = newsdiff, public")
        connection.execute("SET session_replication_role = replica")
        connection.execute("DROP INDEX events_by_differences")
        connection.execute(
            """INSERT INTO searched SELECT number, to_tsvector('newsdiff.folded', 'harbour')
            FROM generate_series(4090, 4100) AS number"""
        )
        connection.execute(steps("postgresql")[16])
        found = connection.execute(
            "SELECT number FROM searched WHERE words @@ CAST('''#1''' AS tsquery) ORDER BY 1"
        ).fetchall()
    assert found == [(number,) for number in range(4096, 4101)]
