"""An *only here* beside which a linked paragraph gives something of its kind says that nothing is decided."""

from __future__ import annotations

from newsdiff.model import Detail
from tests.details.small_events import told, with_mention

FINE = "The court in Cairo ordered Mohammed Morsi on Saturday to pay {} to the judges of the court."
UNSURE = 0.45


def only(one: str, other: str, mention: str) -> Detail:
    """The detail of a mention of the first text, which the first outlet alone tells."""
    found = with_mention(told(one, other), mention)[0]
    assert (found.relation, found.reported_by) == ("only", ("a",))
    return found


def test_a_count_of_the_like_in_a_linked_paragraph_makes_an_only_here_unsure() -> None:
    detail = only(
        "The court in Cairo ordered 22 other defendants to pay the judges of the syndicate on Saturday.",
        "On Saturday the court in Cairo ordered 23 of the defendants to pay the syndicate of the judges.",
        "22 other defendants",
    )
    assert detail.confidence <= UNSURE
    assert detail.because == (
        "told by one outlet only; b gives “23 of the defendants” in a paragraph that reports the same: "
        "newsdiff does not decide whether it is the same thing"
    )


def test_pounds_of_an_untold_country_are_held_against_those_of_a_told_one() -> None:
    detail = only(
        FINE.format("two million pounds"), FINE.format("1 million Egyptian pounds"), "two million pounds"
    )
    assert "b gives “1 million Egyptian pounds”" in detail.because


def test_money_of_another_currency_and_things_of_another_kind_decide_nothing() -> None:
    detail = only(FINE.format("$56,270"), FINE.format("1 million Egyptian pounds"), "$56,270")
    assert (detail.confidence, detail.because) == (0.9, "told by one outlet only")


def test_what_the_paragraph_itself_tells_too_is_not_held_against_it() -> None:
    detail = only(
        "The court in Cairo sentenced 25 defendants and freed 12 other defendants on Saturday, judges said.",
        "On Saturday the court in Cairo sentenced 25 defendants, the judges said.",
        "12 other defendants",
    )
    assert detail.because == "told by one outlet only"
