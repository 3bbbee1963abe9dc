"""Dataclasses that are made quickly are like those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any

import pytest

from newsdiff.quick_dataclass import dataclass


class Words:
    """Fields of many kinds."""

    text: str
    count: int = 3
    parts: tuple[Words, ...] = ()
    seen: list[int] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)

    @property
    def doubled(self) -> str:
        """Text that needs the object."""
        return self.text * 2


class One:
    """A single field."""

    value: float


@dataclass(frozen=True, slots=True)
class Slotted(Words):
    """Quick, with slots."""

    text: str
    count: int = 3
    parts: tuple[Words, ...] = ()
    seen: list[int] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True)
class Open:
    """Quick, with room for what is worked out later."""

    text: str
    count: int = 3

    @cached_property
    def letters(self) -> int:
        """How many letters there are."""
        return len(self.text)


def both(cls: type, **options: bool) -> list[Any]:
    """A class made by the standard library and quickly."""
    plain = {key: value for key, value in vars(cls).items() if key not in ("__dict__", "__weakref__")}
    return [
        make(frozen=True, **options)(type(cls.__name__, (), copy.copy(plain)))  # type: ignore[call-overload]
        for make in (dataclasses.dataclass, dataclass)
    ]


@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("cls", [Words, One])
def test_it_is_made_shown_and_compared_as_the_standard_one(cls: type, slots: bool) -> None:
    standard, quick = both(cls, slots=slots)
    for arguments in (["a"], ["a", 4], ["b", 4, (), [1], "note"]):
        if cls is One:
            arguments = arguments[:1]
        one, other = standard(*arguments), quick(*arguments)
        assert repr(one) == repr(other)
        assert dataclasses.asdict(one) == dataclasses.asdict(other)
        assert [other == quick(*a) for a in (["a"], ["b"], arguments)] == [
            one == standard(*a) for a in (["a"], ["b"], arguments)
        ]
        assert one != other
    assert [repr(one) for one in dataclasses.fields(standard)] == [
        repr(one) for one in dataclasses.fields(quick)
    ]
    assert list(inspect.signature(standard).parameters) == list(inspect.signature(quick).parameters)
    assert standard.__match_args__ == quick.__match_args__
    assert repr(standard.__dataclass_params__) == repr(quick.__dataclass_params__)


@pytest.mark.parametrize("slots", [False, True])
def test_its_hash_is_that_of_the_standard_one(slots: bool) -> None:
    standard, quick = both(One, slots=slots)
    assert hash(standard(0.5)) == hash(quick(0.5)) == hash((0.5,))
    assert hash(Open("a")) == hash(("a", 3))


def test_nothing_of_it_can_be_changed() -> None:
    for one in (Slotted("a"), Open("a")):
        with pytest.raises(FrozenInstanceError):
            one.count = 4  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del one.text
        assert one.count == 3


def test_every_object_gets_a_default_of_its_own() -> None:
    one = Slotted("a")
    one.seen.append(1)
    assert Slotted("a").seen == []


def test_copies_and_pickles_are_equal() -> None:
    for one in (Slotted("a", 5, seen=[1], note="kept"), Open("a", 2)):
        for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)), replace(one)):
            assert other == one
            assert other is not one
    assert replace(Slotted("a", note="kept"), count=7).note == "kept"
    assert pickle.loads(pickle.dumps(Slotted("a", note="kept"))).note == "kept"


def test_what_is_worked_out_later_is_remembered() -> None:
    one = Open("abc")
    assert one.letters == one.letters == vars(one)["letters"] == 3
