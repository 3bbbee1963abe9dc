"""Takes: articles that put the same first, labelled by words of their own headlines, or none at all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import compare
from newsdiff.model import Comparison
from newsdiff.reports import render
from newsdiff.takes.average_link import standing_out, tree_of
from newsdiff.takes.build import takes_of, units_of
from newsdiff.takes.label import Headline, label_of, own_words
from newsdiff.takes.wording import explained, left_out
from tests.reports.comparison_format import json_schema
from tests.takes.made_up import ALONE, BLAME, DAY, RESCUE, bridge, bridge_compared, made
from widgets.brief.takes import explanation


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return bridge_compared()


def test_articles_that_put_the_same_first_are_one_take(compared: Comparison) -> None:
    first, second = takes_of(compared).takes
    assert set(first.articles) == set(RESCUE)
    assert set(second.articles) == set(BLAME)
    assert first.outside > first.within


def test_a_label_stands_verbatim_in_a_headline_of_its_take_and_its_words_in_no_other(
    compared: Comparison,
) -> None:
    takes = takes_of(compared)
    for take in takes.takes:
        assert take.labelled_by in take.articles
        assert take.label in (compared.article(take.labelled_by).title or "")
        outside = [one.title or "" for one in compared.articles if one.id not in take.articles]
        for word in take.words:
            assert not any(written in title for _, written in word.words for title in outside)


def test_an_article_that_puts_something_else_first_is_in_no_take_and_said_to_be(compared: Comparison) -> None:
    takes = takes_of(compared)
    (other,) = takes.others
    assert other.article == next(iter(ALONE))
    assert "harbour" in left_out(compared, takes, other)


def test_everything_that_explains_a_take_is_verbatim(compared: Comparison) -> None:
    for take in takes_of(compared).takes:
        for line in explained(compared, take):
            if line.passage is not None:
                article, start, end = line.passage
                assert line.words == " ".join(compared.article(article).text[start:end].split())
        for lead in take.leads:
            assert {article for article, _, _ in lead.passages} <= set(take.articles)
            assert not set(lead.outside) & set(take.articles)


def test_a_sentence_that_brings_its_own_quotation_marks_gets_no_others(compared: Comparison) -> None:
    first, _ = takes_of(compared).takes
    rows = [row for _, some in explanation(compared, first, 4, 120) for row in some]
    lines = ["".join(text for text, _ in row) for row in rows]
    assert any(" “We have not given up,” fire chief Ida Holm said" in line for line in lines)
    assert any(" “Rescuers pulled two men from the water alive" in line for line in lines)
    assert not any("““" in line for line in lines)


def test_a_note_of_correction_is_not_what_an_article_puts_first() -> None:
    note = "This article was amended to say that five workers, not two men, are missing in the cold river."
    texts = bridge()
    first = made(texts[0].id, texts[0].title, f"{note}\n{texts[0].text}", texts[0].country)
    plain, noted = (takes_of(compare([one, *texts[1:]], title="Norvik bridge")) for one in (texts[0], first))
    assert [set(take.articles) for take in noted.takes] == [set(take.articles) for take in plain.takes]
    for take in noted.takes:
        for lead in take.leads:
            assert not any(article == first.id and start < len(note) for article, start, _ in lead.passages)


def test_whom_only_one_take_quotes_is_named(compared: Comparison) -> None:
    first, second = takes_of(compared).takes
    assert any(speaker.endswith("Ida Holm") for speaker in first.speakers)
    assert any(speaker.endswith("Dahl") for speaker in second.speakers)


def test_the_base_changes_no_take() -> None:
    found = [
        [(take.label, set(take.articles)) for take in takes_of(bridge_compared(base)).takes]
        for base in ("north", "coast", "harbour")
    ]
    assert found[0] == found[1] == found[2]


def test_copies_of_one_text_are_never_two_takes() -> None:
    """Two wire texts, each printed by three outlets under headlines of their own."""
    wires = [RESCUE["north"][1], BLAME["west"][1]]
    titles = [
        "Divers search river",
        "Divers in Norvik",
        "Divers find two",
        "Dahl warned",
        "Dahl knew",
        "Dahl denies",
    ]
    articles = [made(f"o{number}", title, wires[number // 3], None) for number, title in enumerate(titles)]
    takes = takes_of(compare(articles))
    assert takes.takes == ()
    assert "independent texts" in takes.because


def test_a_wire_text_that_was_cut_or_added_to_is_still_that_text() -> None:
    whole = RESCUE["north"][1]
    cut = whole.split("\n")[0]
    added = f"{whole}\nA reporter of ours counted nine boats on the river on Wednesday afternoon."
    articles = [made("a", "A", whole, None), made("b", "B", cut, None), made("c", "C", added, None)]
    assert units_of(articles) == (("a", "b", "c"),)


def test_three_articles_have_no_takes_and_neither_has_an_event_of_one_mind() -> None:
    assert takes_of(compare(bridge()[:3])).takes == ()
    alike = [
        made(f"o{number}", f"Norvik bridge falls, {word}", text, None)
        for number, (word, (_, text, _)) in enumerate(zip("abc", RESCUE.values(), strict=True))
    ]
    alike.append(
        made("o4", "Norvik bridge falls", "A bridge in Norvik fell into the river, five are missing.", None)
    )
    assert takes_of(compare(alike)).takes == ()


def test_an_article_without_a_headline_or_in_another_language_is_not_compared() -> None:
    articles = bridge()
    articles += [made("bare", None, RESCUE["east"][1], None)]
    articles += [
        replace(made("sur", "Un pont est tombé", "Un pont est tombé à Norvik mercredi.", "FR"), language="fr")
    ]
    takes = takes_of(compare(articles))
    assert {other.article for other in takes.others if other.why == "not compared"} == {"bare", "sur"}
    assert not {"bare", "sur"} & {article for take in takes.takes for article in take.articles}


def test_the_most_common_take_is_that_of_the_last_day_and_says_countries() -> None:
    takes = takes_of(bridge_compared())
    assert takes.most_common == "t1"
    assert takes.takes[0].countries == (("NO", 2), ("SE", 1))
    later = [
        replace(article, published=DAY + timedelta(days=1)) if article.id in BLAME else article
        for article in bridge()
    ]
    now = takes_of(compare(later))
    common = next(take for take in now.takes if take.id == now.most_common)
    assert set(common.articles) == set(BLAME)
    one_late = [
        replace(article, published=DAY + timedelta(days=article.id == "west")) for article in bridge()
    ]
    assert takes_of(compare(one_late)).most_common is None


def test_the_report_holds_the_takes_and_is_valid(compared: Comparison) -> None:
    report = json.loads(render(compared, "json"))
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(report)
    assert [group["label"] for group in report["takes"]["groups"]] == [
        take.label for take in takes_of(compared).takes
    ]
    assert report["takes"]["groups"][0]["label"] in render(compared, "memo").replace("\\", "")


def test_a_headline_reaches_the_memo_as_text_only() -> None:
    articles = [
        replace(one, title=f"<script>x</script> {one.title}") if one.id in RESCUE else one for one in bridge()
    ]
    page = render(compare(articles), "memo-html")
    assert "<script>" not in page


@given(st.lists(st.lists(st.floats(0, 1), min_size=7, max_size=7), min_size=7, max_size=7), st.floats(0, 0.5))
def test_branches_that_stand_out_never_overlap_and_are_never_all(
    numbers: list[list[float]], least: float
) -> None:
    square = [[0.0 if a == b else numbers[min(a, b)][max(a, b)] for b in range(7)] for a in range(7)]
    tree = tree_of(square)
    found = standing_out(tree, least, lambda members: len(members) > 1)
    members = [one for branch in found for one in branch]
    assert tree.members == tuple(range(7))
    assert len(members) == len(set(members))
    assert all(len(branch) < 7 for branch in found)


def test_a_label_does_not_begin_with_the_second_of_two_things_that_are_named_together() -> None:
    headlines = [
        Headline("a", "Ex-Facebook and Google employees launch campaign", 0),
        Headline("b", "Google employees and others launch a campaign", 1),
        Headline("c", "Social media harm children", 2),
    ]
    own = own_words(headlines, [0, 1], frozenset({"googl"}))
    label = label_of(headlines, [0, 1], own)
    assert label is not None
    assert (label.article, label.words) != ("a", "Google employees launch campaign")
    alone = label_of(headlines[:1] + headlines[2:], [0], dict.fromkeys(("googl", "employe"), 1))
    assert alone is not None
    assert not alone.words.startswith("Google")
