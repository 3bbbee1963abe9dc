"""Letters that nobody sees: taken out for whatever compares words, and never in the way of offsets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import split_sentences
from newsdiff.language.copied import originals
from newsdiff.language.tokens import tokens
from newsdiff.mentions import find_mentions
from newsdiff.model import Annotated, Article, Block, numbered
from newsdiff.unseen import Seen, holds_unseen, without_unseen

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u202a\u2066\ufe0f"
STORY = (
    "Lena Brodström, chair of the fund, told reporters in Gothenburg on Wednesday that 1,200 people and "
    "thirteen offices would be moved by December 2027. “This is a deadline we cannot miss,” Brodström said. "
    "She is 42 and was paid $12.5 million. Two-thirds of the staff met at 10.30 a.m. on Friday."
)


def read(text: str) -> Annotated:
    blocks = numbered("sky", [Block("", "paragraph", 0, len(text))])
    article = Article("sky", "sky.txt", text, blocks, published=date(2026, 5, 6))
    return find_mentions([article], {"sky": split_sentences(article)})[0]


@st.composite
def with_unseen(draw: st.DrawFn, text: str = STORY) -> str:
    """The text with unseen letters anywhere in it."""
    places = draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=40))
    result = list(text)
    for place in sorted(places, reverse=True):
        result.insert(place, draw(st.sampled_from(UNSEEN)))
    return "".join(result)


@given(with_unseen())
def test_unseen_letters_change_nothing_of_what_is_found(text: str) -> None:
    plain, found = read(STORY), read(text)
    assert [(m.kind, m.value, without_unseen(m.text)) for m in found.mentions] == [
        (m.kind, m.value, m.text) for m in plain.mentions
    ]
    assert [without_unseen(text[s.start : s.end]) for s in found.sentences] == [
        STORY[s.start : s.end] for s in plain.sentences
    ]
    assert [quote.speaker for quote in found.quotes] == [quote.speaker for quote in plain.quotes]


@given(with_unseen())
def test_mentions_point_into_the_text_as_it_is_written(text: str) -> None:
    for mention in read(text).mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text[0] not in UNSEEN
        assert mention.text[-1] not in UNSEEN


@given(with_unseen())
def test_tokens_have_the_stems_of_what_is_seen_and_the_offsets_of_the_source(text: str) -> None:
    found = tokens(text)
    assert [token.stem for token in found] == [token.stem for token in tokens(STORY)]
    assert all(without_unseen(text[t.start : t.end]).strip() for t in found)


@given(st.text(alphabet=st.sampled_from("ab \n" + UNSEEN), max_size=60))
def test_every_seen_letter_is_found_again_in_the_source(text: str) -> None:
    seen = Seen(text)
    assert not holds_unseen(seen.text) or "\n" in text
    for offset, letter in enumerate(seen.text):
        start = seen.source_start(offset)
        assert text[start] == letter
        assert seen.seen(start) == offset
        assert seen.source_end(offset + 1) == start + 1


@pytest.mark.parametrize("broken", ["Fri\u00ad\nday", "Fri\u00ad \n day", "Fri\u00ad\r\nday"])
def test_a_soft_hyphen_at_the_end_of_a_line_joins_the_word(broken: str) -> None:
    assert without_unseen(f"on {broken}") == "on Friday"


def test_a_copy_is_one_with_unseen_letters_too() -> None:
    assert originals([STORY, STORY.replace("e", "e\u00ad")]) == [0, 0]


def test_emoji_and_plain_text_stay() -> None:
    assert without_unseen("a 😀 b – c") == "a 😀 b – c"
    assert not holds_unseen("plain text")
