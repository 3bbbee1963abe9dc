"""What holds for every event whatever, on made-up reports and on any text at all."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdiff import compare
from newsdiff.model import Comparison
from tests.details.small_events import article

COUNTS = st.sampled_from(
    ["two", "12", "at least 12", "more than 100", "120", "about 50", "dozens of", "1,000"]
)
PLACES = st.sampled_from(["Kyiv", "Kiev", "Lima", "Mazar-e-Sharif", "Mazar-i-Sharif"])
DAYS = st.sampled_from(["Monday", "Tuesday", "May 3", "last week", "2019", "at 9 p.m."])
PEOPLE = st.sampled_from(["Anna Reyes", "Anne Reyes", "Paul Brandt", "Mr Brandt"])
SENTENCES = st.one_of(
    st.builds("A blast in {1} on {2} killed {0} people, officials said.".format, COUNTS, PLACES, DAYS),
    st.builds("Officials said {0} people were injured in {1}.".format, COUNTS, PLACES),
    st.builds("“It was loud and {1} shook,” said {0}.".format, PEOPLE, PLACES),
    st.builds("No one was injured in {0} on {1}, {2} said.".format, PLACES, DAYS, PEOPLE),
    st.builds(
        "{0}, 42, lost ${1} million, or 15.5 percent, in {2}.".format, PEOPLE, st.integers(1, 9), PLACES
    ),
)
REPORTS = st.lists(SENTENCES, min_size=1, max_size=6).map("\n".join)
EVENTS = st.lists(REPORTS, min_size=2, max_size=4)
COMPARED = ("name", "place", "quote")
ANYTHING = st.lists(st.text(max_size=120), min_size=2, max_size=3)


def comparison_of(texts: list[str]) -> Comparison:
    return compare([article(f"outlet{index}", text) for index, text in enumerate(texts)], base="outlet0")


def check_spans(comparison: Comparison) -> None:
    """Every mention slices back; `reported_by` are the articles of the mentions, in article order, and for a
    claim also those that report the matter; each outlet stands in exactly one of the three."""
    order = [one.id for one in comparison.articles]
    for detail in comparison.details:
        for mention in detail.mentions:
            assert comparison.article(mention.article).text[mention.start : mention.end] == mention.text
        reporting = {mention.article for mention in detail.mentions}
        if detail.kind == "claim":
            assert reporting <= set(detail.reported_by)
        else:
            assert set(detail.reported_by) == reporting
        assert detail.reported_by == tuple(one for one in order if one in detail.reported_by)
        assert (detail.relation == "only") == (len(reporting) == 1)
        if detail.relation == "only":
            assert not detail.not_compared
        assert sorted(detail.reported_by + detail.not_found_in + detail.not_compared) == sorted(order)
        assert 0 <= detail.confidence <= 1
        assert detail.because
        assert detail.label


def check_places(comparison: Comparison) -> None:
    """A name or quotation of several outlets belongs to one detail, and of one outlet to one at most."""
    placed = [
        (mention.article, mention.kind, mention.start, mention.end)
        for detail in comparison.details
        for mention in detail.mentions
        if mention.kind in COMPARED
    ]
    found = {
        (mention.article, mention.kind, mention.start, mention.end): mention
        for item in comparison.annotated
        for mention in item.mentions
        if mention.kind in COMPARED
    }
    assert len(placed) == len(set(placed))
    assert set(placed) <= found.keys()
    named = {(mention.article, mention.text) for mention in found.values()}
    for place, mention in found.items():
        if any(text == mention.text and article != mention.article for article, text in named):
            assert place in placed


@given(ANYTHING)
def test_any_text_at_all_gives_details_that_keep_the_laws(texts: list[str]) -> None:
    check_spans(comparison_of(texts))


@example(
    [
        "A blast in Kyiv on Monday killed two people, officials said.\n"
        "A blast in Lima on Tuesday killed two people, officials said.",
        "A blast in Kyiv on Tuesday killed two people, officials said.\n"
        "A blast in Lima on Monday killed two people, officials said.",
        "A blast in Kiev on Monday killed two people, officials said.",
    ]
)
@given(EVENTS)
def test_made_up_reports_give_details_that_keep_the_laws(texts: list[str]) -> None:
    comparison = comparison_of(texts)
    check_spans(comparison)
    check_places(comparison)


@settings(max_examples=40, deadline=None)
@given(REPORTS)
@example(
    "A blast in Kyiv on Monday killed two people, officials said.\n"
    "Officials said two people were injured in Kiev.\n"
    "“It was loud and Kyiv shook,” said Paul Brandt.\n"
    "A blast in Lima on Monday killed two people, officials said.\n"
    "No one was injured in Kiev on Monday, Mr Brandt said."
)
@example(
    "A blast in Kyiv on Monday killed two people, officials said.\n"
    "A blast in Kyiv on Monday killed 12 people, officials said."
)
def test_an_article_differs_in_nothing_from_itself(text: str) -> None:
    """What it counts twice, "more than 100" and "120", stands as two values that both outlets give."""
    for detail in comparison_of([text, text]).details:
        assert detail.relation in ("shared", "variant")
        assert all(len(value.reported_by) == 2 for value in detail.values)


@settings(max_examples=30, deadline=None)
@given(EVENTS)
def test_the_same_event_gives_the_same_details(texts: list[str]) -> None:
    assert comparison_of(texts).details == comparison_of(texts).details


BLAST = (
    "A blast in Kyiv on Monday killed at least 12 people and injured 40, officials said.\n"
    "“It was loud,” said Anna Reyes, 42, who lost $3 million.\n"
    "Paul Brandt said that 15.5 percent of the houses burned."
)


@cache
def copies(count: int) -> Comparison:
    """One report, printed by so many outlets; compared once for all tests."""
    return compare([article(f"outlet{index:03}", BLAST) for index in range(count)], base="outlet000")


def described(comparison: Comparison) -> list[tuple[str, str, list[str]]]:
    """Each detail without the outlets that report it."""
    return [(one.relation, one.label, [value.value for value in one.values]) for one in comparison.details]


def test_fifty_copies_of_one_report_give_the_details_of_two_and_every_outlet_reports_them() -> None:
    many = copies(50)
    assert described(many) == described(copies(2))
    assert all(len(detail.reported_by) == 50 for detail in many.details)
    assert all(detail.independent_texts == 1 for detail in many.details)


def test_two_hundred_copies_of_one_report_are_the_statements_of_one() -> None:
    many = copies(200)
    assert [len(statement.reported_by) for statement in many.statements] == [200] * 3
    assert {statement.independent_texts for statement in many.statements} == {1}


def test_two_hundred_copies_of_one_report_give_the_details_of_two() -> None:
    assert described(copies(200)) == described(copies(2))


def test_the_killed_and_the_injured_of_one_sentence_are_two_questions() -> None:
    assert {detail.relation for detail in copies(2).details} == {"shared"}


def test_details_come_in_the_order_of_the_base() -> None:
    comparison = comparison_of(
        [
            "Paul Brandt left Lima on Tuesday with $3 million.\nTwo people were injured in Kyiv.",
            "Two people were injured in Kyiv.\nPaul Brandt left Lima on Tuesday with $3 million.",
        ]
    )
    starts = [
        min((mention.start for mention in detail.mentions if mention.article == "outlet0"), default=10**6)
        for detail in comparison.details
    ]
    assert starts == sorted(starts)
    assert [detail.id for detail in comparison.details] == [f"d{n}" for n in range(1, len(starts) + 1)]
