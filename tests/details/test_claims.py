"""Claims that exclude each other: few, and only where the words show it."""

from __future__ import annotations

from tests.details.small_events import differing, relation_of, told


def test_opposite_verbs_in_sentences_that_otherwise_tell_the_same_differ() -> None:
    comparison = told(
        "The minister rejected the plan for the Elbe bridge on Monday, officials in Berlin said.",
        "The minister accepted the plan for the Elbe bridge on Monday, officials in Berlin said.",
    )
    assert relation_of(comparison, "rejected", "accepted") == "differs"


def test_nobody_hurt_differs_from_two_hurt() -> None:
    comparison = told(
        "No one was injured when the barge off Terrigal beach caught fire on Sunday, the organiser said.",
        "Two people were injured when a barge off Terrigal beach caught fire on Sunday, police said.",
    )
    assert relation_of(comparison, "No one was injured", "Two people") == "differs"


def test_nobody_else_hurt_does_not() -> None:
    comparison = told(
        "No one else was injured when the barge off Terrigal beach caught fire on Sunday.",
        "Two people were injured when a barge off Terrigal beach caught fire on Sunday, police said.",
    )
    assert differing(comparison) == []


def test_opposites_inside_names_say_nothing() -> None:
    comparison = told(
        "South Korean officials inspected the tanker in the port of Yeosu in November.",
        "North Korean officials inspected the tanker in the port of Yeosu in November.",
    )
    assert {"South", "North"} not in differing(comparison)
