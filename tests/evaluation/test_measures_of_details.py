"""Details against what a careful reader marked: differences, attribution, shared values, quotations."""

from __future__ import annotations

import pytest

from tests.evaluation.hand_marked import Event


@pytest.fixture
def event() -> Event:
    return Event(
        a=["At least 84 people died.", "The boy is 5.", "“We will not leave,” she said.", "It cost $3m."],
        b=["The dead number 84.", "The child is aged 6.", "“We will not leave”, he heard.", "3 were held."],
        c=["Nearly 80 people died.", "A girl is unhurt.", "Nobody left.", "The price: 3 million dollars."],
    )


def test_a_differs_is_right_when_it_holds_one_marked_divergence_in_two_articles(event: Event) -> None:
    event.mark_conflict("age", five=["a: 5"], six=["b: 6"])
    event.mark_variant("number", exact=["a: 84", "b: 84"], rounded=["c: 80"])
    event.detail("differs", ["a: 5"], ["b: 6"], kind="age")
    event.detail("differs", ["a: 84"], ["c: 80"])
    event.detail("differs", ["a: 84"], ["b: 3"])
    event.detail("shared", ["a: 84", "b: 84"])
    tally = event.tally("differs, precision")
    assert (tally.part, tally.of) == (2, 3)
    assert tally.remarks == ("differs that no marked divergence supports: d3 people: 84 | 3",)
    assert event.measured("differs shown") == (3, None)


def test_two_mentions_of_one_article_do_not_bear_a_differs_out(event: Event) -> None:
    event.mark_conflict("number", exact=["a: 84", "a: 5"], other=["b: 84"])
    event.detail("differs", ["a: 84"], ["a: 5"])
    assert event.measured("differs, precision") == (0, 1)


def test_conflicts_are_found_by_a_differs_only_and_strong_ones_are_counted_again(event: Event) -> None:
    event.mark_conflict("age", "strong", five=["a: 5"], six=["b: 6"])
    event.mark_conflict("claim", "strong", stay=["a: not leave"], go=["c: Nobody left"])
    event.mark_conflict("number", "weak", high=["b: 84"], low=["c: 80"])
    event.detail("differs", ["a: 5"], ["b: 6"], kind="age")
    event.detail("shared", ["b: 84"], ["c: 80"])
    assert event.measured("typed conflicts found") == (1, 2)
    assert event.measured("strong conflicts found") == (1, 2)
    assert event.measured("claim conflicts found") == (0, 1)
    assert event.tally("typed conflicts found").remarks == ("typed conflict missed: d3",)


@pytest.mark.parametrize("kind", ["number", "money", "percent", "duration", "age", "date", "time", "name"])
def test_each_kind_that_a_mention_can_hold_is_a_typed_conflict(event: Event, kind: str) -> None:
    event.mark_conflict(kind, one=["a: 5"], other=["b: 6"])
    assert event.measured("typed conflicts found") == (0, 1)


def test_a_divergence_inside_one_article_is_no_conflict_between_outlets(event: Event) -> None:
    event.mark_conflict("age", five=["a: 5"], other=["a: 84"])
    assert event.measured("typed conflicts found") == (0, 0)


def test_a_variant_is_found_as_one_or_under_two_values_of_a_shared_detail(event: Event) -> None:
    event.mark_variant("number", exact=["a: 84"], rounded=["c: 80"])
    event.detail("shared", ["a: 84", "c: 80"])
    assert event.measured("variants found") == (0, 1)
    event.detail("shared", ["a: 84"], ["c: 80"])
    assert event.measured("variants found") == (1, 1)


def test_a_trap_is_flagged_only_where_a_differs_sets_its_two_sides_apart(event: Event) -> None:
    event.mark_trap("a: 84", "b: 3")
    event.detail("differs", ["a: 84", "b: 3"], ["c: 80"])
    event.detail("shared", ["a: 84"], ["b: 3"])
    assert event.measured("hard negatives flagged") == (0, 1)
    event.detail("differs", ["a: 84"], ["b: 3"])
    assert event.tally("hard negatives flagged").remarks == ("hard negative flagged: h1",)


def test_an_outlet_with_a_mention_or_named_as_reporting_is_not_left_out(event: Event) -> None:
    event.mark_shared("a: 84", "b: 84", "c: 80")
    event.detail("shared", ["a: 84"], also_reported_by="b", not_found_in="c")
    assert event.measured("reporting outlets left out of a figure") == (1, 3)
    assert event.measured("reporting outlets said not to have it") == (1, 3)
    (remark,) = event.tally("reporting outlets said not to have it").remarks
    assert remark == "reporting outlet said not to have it: c of s1 in d1 people: 84"


def test_every_detail_that_has_a_marked_figure_is_a_chance_of_its_own(event: Event) -> None:
    event.mark_conflict("age", five=["a: 5"], six=["b: 6"])
    event.detail("only", ["a: 5"], kind="age")
    event.detail("only", ["b: 6"], kind="age")
    assert event.measured("reporting outlets left out of a figure") == (2, 4)


def test_names_and_claims_are_no_chance_to_name_who_reports_a_figure(event: Event) -> None:
    event.mark_shared("a: boy", "b: child", kind="name")
    event.detail("only", ["a: boy"], kind="name")
    assert event.measured("reporting outlets left out of a figure") == (0, 0)


def test_a_value_mixes_figures_when_the_digits_of_its_outlets_differ(event: Event) -> None:
    event.detail("shared", ["a: At least 84", "b: 84"])
    event.detail("shared", ["a: At least 84", "c: Nearly 80"])
    event.detail("shared", ["a: boy", "b: 6"], kind="age")  # no digits to compare
    event.detail("only", ["a: 84", "a: 5"])  # one article
    event.detail("shared", ["a: $3", "c: 80"], kind="duration")  # hours and days may be equal
    assert event.measured("values that mix unequal figures") == (1, 3)


def test_a_shared_value_is_found_when_one_detail_has_it_in_two_articles(event: Event) -> None:
    event.mark_shared("a: 84", "b: 84")
    event.mark_shared("a: died", "c: died", kind="date")
    event.detail("only", ["a: 84", "b: 84"])
    assert event.measured("shared figures found") == (0, 1)
    event.detail("variant", ["a: 84"], ["b: 84"])
    event.detail("shared", ["a: died", "c: died"], kind="date")
    assert event.measured("shared figures found") == (1, 1)
    assert event.measured("shared dates found") == (1, 1)


def test_a_quotation_is_found_when_seven_tenths_of_the_shorter_one_are_shared(event: Event) -> None:
    event.mark_quotes("a: “We will not leave,”", "b: “We will not leave”")
    event.quote("a: “We will not leave")
    event.quote("b: leave”, he heard.")
    assert event.measured("quotations found, F1, mean") == (0.5, 1)


def test_where_only_common_quotations_are_marked_their_extraction_is_not_measured(event: Event) -> None:
    event.mark_quotes("a: “We will not leave,”", "b: “We will not leave”")
    event.quotes_complete = False
    assert event.tally("quotations found, F1, mean").figure is None
    assert event.tally("quotation pairs, F1, mean").figure == 0


def test_versions_of_one_utterance_count_when_one_detail_holds_them(event: Event) -> None:
    event.mark_quotes("a: “We will not leave,”", "b: “We will not leave”")
    event.mark_quotes("a: 84", "c: 80")
    event.detail("shared", ["a: “We will not leave,”", "b: “We will not leave”"], kind="quote")
    assert event.measured("quotation pairs, F1, mean") == (pytest.approx(2 / 3), 1)
