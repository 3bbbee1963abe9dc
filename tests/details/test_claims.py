"""Claims that exclude each other: few, and only where the words show it."""

from __future__ import annotations

from tests.details.small_events import differing, relation_of, told, with_mention


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


def test_one_outlets_car_is_the_others_truck_in_one_detail_however_often_they_say_so() -> None:
    comparison = told(
        "A suicide bomber rammed a truck into the German consulate on Thursday, police said.\n"
        "There was massive damage to the consulate after the truck smashed into a wall, NATO said.",
        "A suicide bomber rammed a car packed with explosives into the German consulate on Thursday.\n"
        "NATO said the consulate suffered massive damage after the car rammed into the wall.",
    )
    assert differing(comparison) == [{"truck", "car"}]
    assert len(with_mention(comparison, "truck", "claim")) == 1


def test_the_same_person_cannot_be_both_acquitted_and_convicted() -> None:
    comparison = told(
        "A court in Manila jailed the former senator for taking bribes on Tuesday.\n"
        "His wife, Corazon, was acquitted.",
        "A court in Manila jailed the former senator on Tuesday for accepting bribes.\n"
        "His wife, Corazon, was convicted as an accomplice and received a suspended sentence.",
    )
    assert {"acquitted", "convicted"} in differing(comparison)
