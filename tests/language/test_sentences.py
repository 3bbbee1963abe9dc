"""Where English news sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import split_sentences
from newsdiff.language.sentences import other_sentence_spans, sentence_spans
from newsdiff.model import Article, Block, numbered


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["He met U.S. Secretary of State Marco Rubio.", "Mr. Witkoff left."],
        ["J. K. Rowling said so.", "Gen. Smith did not."],
        ["It began at 5 p.m.", "Reporters were there."],
        ["It ended at 9 p.m. Monday.", "Nobody spoke."],
        ["It closed at 4 p.m. ET.", "Shares fell."],
        ["Yahoo! Inc. is a firm.", "It pays!"],
        ["He lives in the U.S.", "The end."],
        ["On Dec. 2, it cost 3.5 million.", "No. 10 said no."],
        ["He said no.", "Then he left."],
        ["Google Inc. said so.", "It was Apple Inc.", "The shares rose."],
        ["(He left.)", "Then she came."],
        ["“Why?” Smith asked.", "“No way!”", "He left."],
        ['"Is it over?" he asked.', "Nobody knew."],
        ["“We won.”", "“They lost.”"],
        ["And so... he left.", "Wait...", "What?"],
        ["They said […] it was over.", "It was."],
        ["1. One thing.", "2. Two things."],
        ["It was Plan B.", "The plan failed."],
        ["Was it him?!", "It was."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_quotation_mark_glued_to_a_word_ends_nothing() -> None:
    text = 'The talks were"productive" he said.'
    assert sentences(text) == [text]


def test_a_quotation_glued_to_a_full_stop_begins_a_sentence() -> None:
    assert sentences('He left."We won," he said.') == ["He left.", '"We won," he said.']


def test_a_quotation_closed_after_its_full_stop_ends_with_its_mark() -> None:
    assert sentences('"We won."They lost that day.') == ['"We won."', "They lost that day."]


def test_a_missing_blank_after_a_full_stop_does_not_join_sentences() -> None:
    assert sentences("It ended the talks.The Kremlin said no.") == [
        "It ended the talks.",
        "The Kremlin said no.",
    ]


def test_addresses_and_figures_keep_their_dots() -> None:
    text = "Visit bbc.co.uk for 3.5 per cent more."
    assert sentences(text) == [text]


def test_each_line_of_a_list_is_a_sentence() -> None:
    assert sentences("Points:\n1. First\n2. Second\n- third") == [
        "Points:",
        "1. First",
        "2. Second",
        "- third",
    ]


def test_a_line_break_inside_a_sentence_does_not_end_it() -> None:
    assert sentences("The talks went on\nfor five hours. Then\nthey ended.") == [
        "The talks went on\nfor five hours.",
        "Then\nthey ended.",
    ]


def test_a_dash_between_two_quotations_ends_nothing() -> None:
    text = "“We came.” – “We saw.”"
    assert sentences(text) == [text]


def test_sentences_of_an_article_are_numbered_and_belong_to_their_paragraphs() -> None:
    text = "Title\n\nOne. Two.\n\nThree."
    blocks = (Block("", "title", 0, 5), Block("", "paragraph", 7, 16), Block("", "paragraph", 18, 24))
    article = Article("sky", "sky.txt", text, numbered("sky", blocks))
    found = split_sentences(article)
    assert [(s.id, s.paragraph, text[s.start : s.end]) for s in found] == [
        ("sky.s1", "sky.p1", "One."),
        ("sky.s2", "sky.p1", "Two."),
        ("sky.s3", "sky.p2", "Three."),
    ]


_PROSE = st.text(alphabet=st.sampled_from('aAbZé. !?…"”“’)(]\n\t1U.S•-–') | st.characters(), max_size=200)


@given(_PROSE)
def test_sentences_cover_all_text_that_is_not_blank_and_never_overlap(text: str) -> None:
    covered = 0
    for start, end in sentence_spans(text):
        assert covered <= start < end <= len(text)
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        covered = end
    assert not text[covered:].strip()


@pytest.mark.parametrize("unit", [".", ' "', "a.", "\n", " \n", '."', "A. ", "1. ", "…”", "Und so. "])
def test_a_long_hostile_line_is_split_in_one_pass(unit: str) -> None:
    text = "a" + unit * 100_000 + "b"
    for spans in (sentence_spans(text), other_sentence_spans(text, 0, len(text))):
        assert sum(end - start for start, end in spans) <= len(text)


def test_what_is_too_long_for_a_sentence_is_cut_at_blanks_and_nothing_is_lost() -> None:
    text = "twelve " * 2_000
    spans = list(sentence_spans(text))
    assert len(spans) > 1
    assert all(not text[start].isspace() and end - start <= 3_000 for start, end in spans)
    assert " ".join(text[start:end] for start, end in spans) == text.strip()
