"""Names: one detail each, spellings apart from short forms, one person under several names."""

from __future__ import annotations

import pytest

from newsdiff.details.names.spellings import spelled_apart, spelling
from newsdiff.model import Comparison
from tests.details.small_events import compared, differing, relation_of, with_mention


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "Kiev"),
        ("Zelensky", "Zelenskyy"),
        ("Volodymyr Zelensky", "Vladimir Zelensky"),
        ("Mazar-e-Sharif", "Mazar-i-Sharif"),
        ("Mohammed Morsi", "Mohamed Morsi"),
        ("Abdel-Fattah el-Sissi", "Abdel Fattah al-Sisi"),
    ],
)
def test_spelled_differently(one: str, other: str) -> None:
    assert spelled_apart(spelling(one), spelling(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Witkoff", "Steve Witkoff"),
        ("Mr Witkoff", "Witkoff's"),
        ("U.S.", "US"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Ukraine", "Ukrainian"),
        ("France", "French"),
        ("Iran", "Iranian"),
        ("Lloyd C. Blankfein", "Lloyd Blankfein"),
        ("Pelé", "Pele"),
        ("Apollo 11", "Apollo 12"),
    ],
)
def test_shorter_adjective_or_otherwise_punctuated_is_no_other_spelling(one: str, other: str) -> None:
    assert not spelled_apart(spelling(one), spelling(other))


def test_a_city_in_two_spellings_is_a_variant_with_both() -> None:
    comparison = compared(
        "Officials in Kyiv rejected the plan that Moscow proposed.",
        "Officials in Kiev rejected the plan that Moscow proposed.",
    )
    assert relation_of(comparison, "Kyiv", "Kiev") == "variant"


def test_the_capitals_of_a_lead_and_the_sign_of_a_share_are_no_other_spellings() -> None:
    comparison = compared(
        "MICHAEL Sheen and Sarah Silverman, who drives a Tesla, have split.",
        "Michael Sheen and Sarah Silverman, who drives a Tesla (TSLA), have split.",
    )
    assert {detail.relation for detail in comparison.details} == {"shared"}


def test_the_un_is_not_kim_jong_un() -> None:
    comparison = compared(
        "Kim Jong Un rejected the resolution of the UN on Monday.",
        "The UN passed the resolution against the tests of Kim Jong Un.",
    )
    assert relation_of(comparison, "Kim Jong Un", "UN") is None
    assert relation_of(comparison, "UN", "UN") == "shared"


def test_a_surname_alone_is_the_same_name() -> None:
    comparison = compared(
        "Special envoy Steve Witkoff met the president in Moscow. Witkoff left at noon.",
        "The president met envoy Steve Witkoff in Moscow.",
    )
    detail = with_mention(comparison, "Steve Witkoff")[0]
    assert detail.relation == "shared"
    assert "Witkoff" in {mention.text for mention in detail.mentions}


def test_each_outlets_own_witness_is_no_clash() -> None:
    comparison = compared(
        "“It was loud,” said Peter Hall, a neighbour of the factory in Leeds that burned on Monday.",
        "“I saw smoke,” said Mary Dunn, a neighbour of the factory in Leeds that burned on Monday.",
    )
    assert differing(comparison) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("NATO", "Nato"), ("Kim Jong-un", "Kim Jong Un"), ("the U.S. Treasury", "the US Treasury")],
)
def test_capitals_dots_and_hyphens_make_a_spelling_of_their_own(one: str, other: str) -> None:
    comparison = compared(
        f"The general met {one} at the summit in Oslo on Monday, and {one} agreed to the plan.",
        f"In Oslo the general met {other} on Monday at the summit; {other} agreed to the plan.",
    )
    name, too = one.removeprefix("the "), other.removeprefix("the ")
    assert relation_of(comparison, name, too) == "variant"


def test_the_capitals_of_a_dateline_are_no_spelling() -> None:
    comparison = compared(
        "HOUSTON — The storm reached Houston on Monday, and schools in Houston were closed.",
        "Schools were closed in Houston on Monday when the storm reached Houston.",
    )
    assert relation_of(comparison, "Houston", "HOUSTON") == "shared"


def test_no_outlet_is_given_a_spelling_that_it_never_printed(seed_comparison: Comparison) -> None:
    read = {article.id: folded(article.text) for article in seed_comparison.articles}
    never_printed = [
        (value.value, article)
        for detail in seed_comparison.details
        if detail.kind in ("name", "place")
        for value in detail.values
        for article in value.reported_by
        if folded(value.value) not in read[article]
    ]
    assert never_printed == []


def folded(text: str) -> str:
    """A text without case and line breaks."""
    return " ".join(text.split()).casefold()


def test_a_surname_alone_stands_under_the_spelling_of_its_own_article_and_spells_nothing_differently() -> (
    None
):
    comparison = compared(
        "The court in Cairo sentenced Mohammed Morsi on Monday. Morsi was calm.",
        "Mohamed Morsi was sentenced by the court in Cairo on Monday. Morsi smiled.",
        "The court in Cairo sentenced Morsi on Monday.",
    )
    detail = with_mention(comparison, "Morsi")[0]
    assert {value.value: value.reported_by for value in detail.values} == {
        "Mohammed Morsi": ("a",),
        "Mohamed Morsi": ("b",),
        "Morsi": ("c",),
    }
    assert detail.because == "one name, spelled “Mohammed Morsi” / “Mohamed Morsi”"


def test_a_full_name_and_a_surname_alone_are_shared_under_two_values() -> None:
    comparison = compared(
        "Special envoy Steve Witkoff met the president in Moscow. Witkoff left at noon.",
        "The president met envoy Witkoff in Moscow.",
    )
    detail = with_mention(comparison, "Steve Witkoff")[0]
    assert detail.relation == "shared"
    assert [(value.value, value.reported_by) for value in detail.values] == [
        ("Steve Witkoff", ("a",)),
        ("Witkoff", ("b",)),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert Crimo Jr", "Robert Crimo"),
        ("Robert E. Crimo III", "Robert Crimo"),
        ("Robert E. Crimo", "Robert Crimo"),
        ("Bob Crimo", "Robert Crimo"),
    ],
)
def test_a_suspect_with_and_without_his_generation_initial_or_short_first_name_is_one_person(
    one: str, other: str
) -> None:
    comparison = compared(
        f"Police arrested {one} in Highland Park on Monday.",
        f"The police in Highland Park arrested {other} on Monday.",
    )
    assert relation_of(comparison, one, other) in ("shared", "variant")
    assert not [one for one in comparison.details if one.kind == "name" and one.relation == "only"]


def test_father_and_son_are_two_people_where_an_article_names_both() -> None:
    comparison = compared(
        "Robert Crimo Sr gave an interview after the arrest of Robert Crimo Jr on Monday.",
        "Police arrested Robert Crimo Jr in Highland Park on Monday.",
    )
    assert relation_of(comparison, "Robert Crimo Sr", "Robert Crimo Jr") is None
    assert relation_of(comparison, "Robert Crimo Jr", "Robert Crimo Jr") == "shared"


def test_a_name_that_may_be_one_of_two_people_is_given_to_neither() -> None:
    comparison = compared(
        "Robert Crimo Sr spoke to Robert Crimo Jr before the parade in Highland Park.",
        "Police arrested Robert Crimo in Highland Park on Monday.",
    )
    assert relation_of(comparison, "Robert Crimo", "Robert Crimo Jr") is None
    assert relation_of(comparison, "Robert Crimo", "Robert Crimo Sr") is None
