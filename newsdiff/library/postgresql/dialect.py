"""What PostgreSQL says in its own way: lists, patterns, and its full-text index."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsdiff.library.tables.store import Dialect

_AMONG: Final = "= ANY (ARRAY(SELECT CAST(one AS {}) FROM json_array_elements_text(CAST(? AS json)) AS one))"
DIALECT: Final = Dialect(
    numbers=_AMONG.format("bigint"),
    words=_AMONG.format("text"),
    like="ILIKE",
    differences="CAST(CAST(overview AS json) ->> 'differences' AS bigint)",
    now="CAST(extract(epoch FROM clock_timestamp()) AS double precision)",
    unlocked=" FOR UPDATE SKIP LOCKED",
    matching="""SELECT number FROM searched WHERE words @@ to_tsquery('newsdiff.folded', ?)
        ORDER BY number DESC LIMIT ?""",
)
HOLDING: Final = """SELECT asked.phrase, found.number
    FROM json_array_elements_text(CAST(? AS json)) WITH ORDINALITY AS asked (phrase, place)
    CROSS JOIN LATERAL (SELECT number FROM searched
        WHERE words @@ to_tsquery('newsdiff.folded', asked.phrase) ORDER BY number DESC LIMIT ?) AS found
    ORDER BY place, number DESC"""
"""The newest articles with each of some phrases. Made for rare words: the plan is the same for all."""
_OTHER: Final = re.compile(r"[^A-Za-z0-9]+")


@cache
def worded(sql: str) -> str:
    """A statement with question marks for values as psycopg wants it."""
    return sql.replace("%", "%%").replace("?", "%s")


def is_planned_anew(sql: str) -> bool:
    """Whether the best way to an answer depends on the values: a rare word, or one that stands everywhere."""
    return sql != HOLDING and "@@" in sql


def words_of(typed: str) -> str | None:
    """What a person typed as a query of words; None when no word is in it."""
    from newsdiff.events.search_words import typed_words

    words, is_unfinished = typed_words(typed)
    return " & ".join(words) + (":*" if is_unfinished else "") or None


def phrase(words: str) -> str:
    """Words that stand one after the other."""
    return " <-> ".join(tokens(words).split())


def tokens(text: str) -> str:
    """The words of a text in plain letters, with nothing between them that could make two of one word."""
    return _OTHER.sub(" ", text)
