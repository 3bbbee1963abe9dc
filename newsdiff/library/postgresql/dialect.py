"""What PostgreSQL says in its own way: lists, patterns, and its full-text index."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsdiff.library.tables.store import Dialect

DIALECT: Final = Dialect(
    numbers="= ANY (CAST(translate(?, '[]', '{}') AS bigint[]))",
    words="= ANY (ARRAY(SELECT one FROM json_array_elements_text(CAST(? AS json)) AS one))",
    like="ILIKE",
    differences="CAST(CAST(overview AS json) ->> 'differences' AS bigint)",
    now="CAST(extract(epoch FROM clock_timestamp()) AS double precision)",
    unlocked=" FOR UPDATE SKIP LOCKED",
)
# The planner takes reading a whole column of words for cheap, and would go through the articles from the
# newest on: "+ 0" keeps it to the full-text index.
MATCHING_ANY: Final = """SELECT number FROM searched
    WHERE words @@ to_tsquery('newsdiff.folded', ?) ORDER BY number + 0 DESC LIMIT ?"""
"""The newest articles whose words match."""
MATCHING: Final = """SELECT number FROM searched
    WHERE words @@ (to_tsquery('newsdiff.folded', ?) && CAST(? AS tsquery))
    ORDER BY number + 0 DESC LIMIT ?"""
"""The same, of some steps (see `of_steps`)."""
STEP: Final = 4096
"""Articles, by number, that one word of the index stands for: a search asks the newest steps first. Of a word
that many articles hold, the index alone would have to look at all of them. Schema 16 knows it too."""
STEPS_ASKED: Final = (2, 16)
"""How many of the newest steps are asked, before all are."""
MAKE_SEARCHABLE: Final = """INSERT INTO searched (number, words)
    VALUES (?, to_tsvector('newsdiff.folded', ?) || array_to_tsvector(ARRAY[CAST(? AS text)]))"""
HOLDING: Final = """SELECT phrase, string_agg(CAST(number AS text), ' ' ORDER BY number DESC)
    FROM json_array_elements_text(CAST(? AS json)) WITH ORDINALITY AS asked (phrase, place)
    CROSS JOIN LATERAL (SELECT number FROM searched
        WHERE words @@ to_tsquery('newsdiff.folded', asked.phrase) ORDER BY number + 0 DESC LIMIT ?) AS found
    GROUP BY place, phrase ORDER BY place"""
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


def of_steps(newest: int, count: int) -> str:
    """What the index holds for the articles of the last steps up to a number, as a query of words."""
    last = newest // STEP
    return " | ".join(f"'#{step}'" for step in range(last, max(-1, last - count), -1))
