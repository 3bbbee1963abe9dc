"""A verdict that was given at one level lands on no other mark at another level, and is not lost there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest

from newsdiff import read_event
from newsdiff.brief.build import brief_of
from newsdiff.model import Comparison, Detail, Level, Mention
from newsdiff.reports import render
from newsdiff.verdicts.apply import apply_verdicts
from newsdiff.verdicts.model import Place, Verdict, VerdictKind
from tests.compared_once import compared_once
from tests.details.small_events import compared, with_mention
from tests.exchange.desk import SEEDS
from tests.verdicts.given import verdict_on

FERRY = (
    "The ferry Aurora sank off Norvik on Monday after its engine failed, killing 12 people.\n"
    "Captain Luis Quispe said the crew had checked the engine before the voyage.",
    "The ferry Aurora sank near Norvik on Monday after it hit a rock, and 15 people were killed.\n"
    "Captain Luis Quispe said the crew had not checked the engine before the voyage.",
)
LEVELS: tuple[Level, ...] = ("strict", "normal", "all")
DIFFERENCE: tuple[VerdictKind, ...] = ("confirmed", "dismissed")
AtLevels = Mapping[Level, Comparison]


def sample() -> AtLevels:
    articles = read_event([SEEDS]).articles
    return {level: compared_once(articles, level=level) for level in LEVELS}


def ferry() -> AtLevels:
    return {level: compared(*FERRY, level=level) for level in LEVELS}


def words(mentions: tuple[Mention, ...]) -> set[tuple[str, int, int]]:
    return {(one.article, one.start, one.end) for one in mentions}


def judged_on(comparison: Comparison, verdict: Verdict) -> list[Detail]:
    """What is another detail, or says something else, with the verdict than without it."""
    judged = apply_verdicts(comparison, [verdict])
    before = set(map(id, comparison.details))
    others = (one for one in (*judged.details, *judged.dismissed) if id(one) not in before)
    return [one for one in others if one not in comparison.details]


@pytest.mark.parametrize("event", [sample, ferry])
@pytest.mark.parametrize("kind", ["confirmed", "dismissed", "labelled"])
def test_no_verdict_lands_on_a_detail_of_another_kind_or_with_other_words(
    event: Callable[[], AtLevels], kind: VerdictKind
) -> None:
    at = event()
    for given_at in LEVELS:
        for level in LEVELS:
            for detail in at[given_at].details:
                for hit in judged_on(at[level], verdict_on(kind, detail, "a name")):
                    assert hit.kind == detail.kind
                    assert (len(hit.values) > 1) == (len(detail.values) > 1)
                    said = [value for value in detail.values if words(value.mentions) & words(hit.mentions)]
                    assert len(said) >= min(2, len(detail.values))


@pytest.mark.parametrize("event", [sample, ferry])
def test_a_difference_that_was_confirmed_or_dismissed_at_all_is_kept_at_normal(
    event: Callable[[], AtLevels],
) -> None:
    at = event()
    gone = 0
    for detail in at["all"].details:
        if detail.relation != "differs":
            continue
        for kind in DIFFERENCE:
            judged = apply_verdicts(at["normal"], [verdict_on(kind, detail)])
            kept = {"confirmed": judged.details, "dismissed": judged.dismissed}[kind]
            (hit,) = [one for one in kept if one.judgement == kind]
            if hit.id not in {one.id for one in at["normal"].details}:
                gone += 1
                assert words(hit.mentions) == words(detail.mentions)
                assert [one for one in judged.details if one is not hit] == list(at["normal"].details)
    assert gone


@pytest.mark.parametrize("event", [sample, ferry])
def test_two_marks_that_were_joined_at_all_join_no_others_at_normal(event: Callable[[], AtLevels]) -> None:
    at = event()
    for one, other in pairwise(at["all"].details):
        places = tuple(
            Place(mention.article, mention.start, mention.end, group)
            for group, detail in enumerate((one, other))
            for mention in detail.mentions
        )
        for hit in judged_on(at["normal"], Verdict("joined", places, "", one.kind)):
            assert words(one.mentions) & words(hit.mentions)
            assert words(other.mentions) & words(hit.mentions)


def test_a_claim_confirmed_at_all_is_the_readers_own_at_normal_and_the_name_in_it_is_not_judged() -> None:
    at = ferry()
    claim = next(one for one in at["all"].details if one.kind == "claim")
    judged = apply_verdicts(at["normal"], [verdict_on("confirmed", claim)])
    (name,) = with_mention(judged, "Luis Quispe", "name")
    assert (name.relation, name.judgement) == ("shared", None)
    brief = brief_of(judged)
    assert (brief.confirmed, brief.not_judged) == (1, brief_of(at["normal"]).not_judged)
    _, said = render(judged, "memo").split("Differences confirmed by the reader (1)")
    assert "had checked the engine" in said
    assert "had not checked the engine" in said
