"""Why two paragraphs are linked, in words of the texts."""

from __future__ import annotations

from newsdiff.alignment.reasons import Explainer, Reason, verbatim_run
from newsdiff.language.tokens import tokens
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.weights import shipped
from tests.alignment.made_up import annotated


def reason(one: str, other: str) -> Reason:
    items = annotated({"a": [one], "b": [other]})
    return Explainer(items, judge_pairs(items, shipped())).explain(0, 1)


def test_neighbouring_words_that_both_have_are_one_reason() -> None:
    words = reason(
        "The harbour master Moira Sinclair closed the west pier after the storm.",
        "Nobody may enter, because Moira Sinclair closed the west pier.",
    ).words
    assert any("closed the west pier" in one or "west pier" in one for one in words)
    assert len(words) <= 4


def test_a_quotation_of_both_comes_first_and_is_said_to_be_one() -> None:
    found = reason(
        "“It felt like an earthquake, everybody fell over,” said passenger Ewan Baird.",
        "Ewan Baird, who was on board, said: “It felt like an earthquake. Everybody fell over.”",
    )
    assert found.quotation
    assert found.words[0].startswith("“It felt like an earthquake")


def test_a_quoted_word_or_two_is_no_quotation_of_both() -> None:
    assert not reason("He called it “a mess” and left Oban.", "She called it “a mess” in Oban.").quotation


def test_words_that_only_one_of_them_has_are_no_reason() -> None:
    words = reason("The ferry Argo sank off Crete.", "The Argo burned near Crete for days.").words
    assert words
    assert not {"ferry", "sank", "burned", "days"} & {word for one in words for word in one.split()}


def test_runs_stop_where_the_other_text_goes_on_with_other_words() -> None:
    text = "red west pier gate"
    shared = tokens(text, 0, len(text))
    found = [verbatim_run(text, shared, token, "the west pier and a red gate") for token in shared]
    assert found == ["", "west pier", "west pier", ""]
