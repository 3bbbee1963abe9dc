"""The outlets that stand beside the values of a line of the brief."""

from __future__ import annotations

from widgets.brief.lines import with_values

VALUES = ["four years", "nearly four years"]
NAMES = [["CNN", "USA Today"], ["Daily Mail", "The Sun", "Sky News"]]


def test_with_room_every_outlet_stands_behind_its_value() -> None:
    assert with_values(VALUES, NAMES, 90) == [
        "four years CNN", "USA Today", "nearly four years Daily Mail", "The Sun", "Sky News",
    ]  # fmt: skip


def test_without_room_the_number_of_further_outlets_stands_behind_each_value() -> None:
    assert with_values(VALUES, NAMES, 40) == ["four years CNN +1", "nearly four years Daily Mail +2"]
