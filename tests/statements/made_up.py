"""Small events for tests of statements: each article is a list of paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from newsdiff.statements.judged_pairs import JudgedPairs, judge_pairs
from newsdiff.statements.sentence_texts import SentenceText, read_sentences
from newsdiff.weights import shipped
from tests.alignment.made_up import annotated

FIRE: dict[str, list[str]] = {
    "herald": [
        "A fire in a paper mill near Norvik killed six workers on Monday night, police said. The owner of "
        "the mill, Nordline, said that its sprinklers had been tested in May.",
        "“Nobody told us to leave the building,” said Anna Berg, a machinist.",
        "The town council will meet on Friday to talk about the school roof.",
    ],
    "courier": [
        "Six workers died when fire swept through a paper mill outside Norvik late on Monday.",
        "Nordline, which owns the mill, said the sprinklers were tested in May.",
        "Machinist Anna Berg said: “Nobody told us to leave the building.”",
    ],
    "post": [
        "Police in Norvik said the blaze at the paper mill on Monday night killed six workers.",
        "Football: Aldersund won at home for the first time this season.",
    ],
}
"""Three short reports on one fire, written for these tests."""

WORDS = (
    "fire mill paper Norvik police six workers killed Berg “sprinklers” said tested 240 £5m Monday".split()
)
PARAGRAPHS = st.lists(st.sampled_from([*WORDS, "said."]), max_size=14).map(" ".join)
EVENTS = st.dictionaries(st.sampled_from("abcd"), st.lists(PARAGRAPHS, max_size=4), min_size=1)
"""Any event whatever of few words, so that much is alike."""


def sentences_of(event: Mapping[str, Sequence[str]]) -> list[SentenceText]:
    """The sentences of an event."""
    return read_sentences(annotated(event))


def judged(event: Mapping[str, Sequence[str]]) -> JudgedPairs:
    """The judged pairs of an event, with the shipped weights."""
    return judge_pairs(annotated(event), shipped())
