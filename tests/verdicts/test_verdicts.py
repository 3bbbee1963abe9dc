"""The reader's verdicts win over the engine, find their detail again, and change no word of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.brief.build import brief_of
from newsdiff.brief.worth_a_look import versions_of
from newsdiff.model import Comparison, Detail
from newsdiff.reports import ReportFormat, render
from newsdiff.verdicts.apply import LONGEST_NAME, apply_verdicts, kind_at
from newsdiff.verdicts.matching import is_about
from newsdiff.verdicts.model import Place, Verdict
from tests.details.small_events import compared
from tests.reports.hand_made import fire
from tests.verdicts.given import verdict_on

TEXTS = (
    "A bus carrying 48 passengers plunged into a ravine near Cusco on Monday, killing 12 people.",
    "A bus with 48 passengers fell into a ravine near Cusco on Monday, and 15 people were killed.",
)


def differing(comparison: Comparison) -> Detail:
    return next(one for one in comparison.details if one.relation == "differs")


def place(comparison: Comparison, article: str, words: str, group: int) -> Place:
    at = comparison.article(article).text.index(words)
    return Place(article, at, at + len(words), group)


def test_without_verdicts_the_comparison_is_the_same() -> None:
    assert apply_verdicts(fire(), ()) == fire()


def test_a_confirmed_difference_says_so() -> None:
    judged = apply_verdicts(fire(), [verdict_on("confirmed", differing(fire()))])
    assert differing(judged).judgement == "confirmed"
    brief = brief_of(judged)
    assert (brief.worth_a_look[0].sign, brief.confirmed, brief.not_judged) == ("✓", 1, 0)


def test_a_confirmed_difference_stays_when_the_engine_no_longer_sees_it() -> None:
    verdict = verdict_on("confirmed", differing(fire()), "people killed")
    blind = replace(fire(), details=())
    found = differing(apply_verdicts(blind, [verdict]))
    assert [value.value for value in found.values] == ["Twelve", "fourteen"]
    assert (found.judgement, found.label) == ("confirmed", "people killed")


def test_a_dismissed_difference_leaves_the_details_and_is_kept_apart() -> None:
    judged = apply_verdicts(fire(), [verdict_on("dismissed", differing(fire()))])
    assert [one.relation for one in judged.details] == ["only"]
    assert [one.judgement for one in judged.dismissed] == ["dismissed"]
    assert all("d1" not in one.details for one in judged.statements)
    assert brief_of(judged).worth_a_look == ()


def test_where_all_differences_were_dismissed_brief_and_memo_say_so() -> None:
    judged = apply_verdicts(fire(), [verdict_on("dismissed", differing(fire()))])
    said = "All 1 dismissed: no other differences found at level normal."
    assert brief_of(judged).none_to_judge(judged.level) == said
    assert (
        brief_of(replace(judged, dismissed=())).none_to_judge("all") == "No differences found at level all."
    )
    full: tuple[ReportFormat, ...] = ("markdown", "html")
    for form in full:
        assert "All 1 found were dismissed." in render(judged, form)
    forms: tuple[ReportFormat, ...] = ("memo", "memo-html")
    for form in forms:
        assert said in render(judged, form)
        assert "No differences found" not in render(judged, form)


def test_a_later_confirmation_brings_a_dismissed_difference_back() -> None:
    detail = differing(fire())
    judged = apply_verdicts(fire(), [verdict_on("dismissed", detail), verdict_on("confirmed", detail)])
    assert differing(judged).judgement == "confirmed"
    assert judged.dismissed == ()


def test_a_verdict_finds_its_detail_after_the_ids_changed() -> None:
    verdict = verdict_on("dismissed", differing(fire()))
    renamed = replace(fire(), details=tuple(replace(one, id=f"x{one.id}") for one in fire().details))
    assert [one.id for one in apply_verdicts(renamed, [verdict]).dismissed] == ["xd1"]


def test_words_without_a_detail_are_confirmed_or_dismissed_as_they_stand() -> None:
    blind = replace(fire(), details=())
    verdicts = [verdict_on(kind, differing(fire())) for kind in ("dismissed", "confirmed")]
    dismissed = apply_verdicts(blind, verdicts[:1])
    assert (dismissed.details, [one.judgement for one in dismissed.dismissed]) == ((), ["dismissed"])
    confirmed = apply_verdicts(blind, verdicts)
    assert ([one.judgement for one in confirmed.details], confirmed.dismissed) == (["confirmed"], ())


def test_a_verdict_on_words_of_no_compared_text_changes_nothing() -> None:
    gone = Verdict("dismissed", (Place("nobody", 0, 5), Place("north", 90_000, 90_010)))
    assert apply_verdicts(fire(), [gone]) == fire()


def test_a_label_of_the_reader_takes_the_place_of_the_engines() -> None:
    judged = apply_verdicts(fire(), [verdict_on("labelled", differing(fire()), "the toll")])
    assert (differing(judged).label, differing(judged).named_by_reader) == ("the toll", True)


def test_an_added_difference_has_the_words_that_were_pinned() -> None:
    comparison = fire()
    pins = (place(comparison, "north", "old", 0), place(comparison, "south", "on Monday", 1))
    added = Verdict("added", pins, "the hotel", kind_at(comparison, pins))
    found = next(one for one in apply_verdicts(comparison, [added]).details if one.judgement == "added")
    assert (found.relation, found.kind, found.label) == ("differs", "claim", "the hotel")
    assert [(value.value, value.reported_by) for value in found.values] == [
        ("old", ("north",)),
        ("on Monday", ("south",)),
    ]
    assert found.not_found_in == ()
    assert found.not_compared == ("west",)


CHAIRS = (
    "the old chairs were sold",
    "the new chairs were sold",
    "the old chairs were burnt",
    "all chairs were sold",
)


def with_chairs(versions: Sequence[str]) -> tuple[Comparison, Detail]:
    """A difference that the reader pinned in as many articles as there are versions."""
    comparison = compared(*(f"At noon {version} in Norvik." for version in versions))
    pins = tuple(
        place(comparison, one.id, version, group)
        for group, (one, version) in enumerate(zip(comparison.articles, versions, strict=True))
    )
    judged = apply_verdicts(comparison, [Verdict("added", pins)])
    return judged, next(one for one in judged.details if one.judgement == "added")


def test_an_added_difference_of_several_versions_lights_what_is_not_in_the_first() -> None:
    judged, detail = with_chairs(CHAIRS)
    lit = []
    for version in versions_of(judged, detail):
        (shown,) = version.passages
        lit.append([judged.article(shown.article).text[slice(*span)] for span in shown.lit])
    assert lit == [["old"], ["new"], ["burnt"], ["all"]]


def test_an_added_difference_of_many_versions_is_named_by_three_and_how_many_more_there_are() -> None:
    assert with_chairs(CHAIRS[:3])[1].label.count(" / ") == 2
    _, detail = with_chairs([f"{number} of the old chairs were sold" for number in range(21, 29)])
    assert detail.label.endswith(" and 5 more")
    assert [part.split()[0] for part in detail.label.split(" / ")] == ["21", "22", "23"]
    assert len(detail.label) <= LONGEST_NAME


def test_joined_figures_that_exclude_each_other_differ() -> None:
    comparison = compared(*TEXTS)
    one, other = (
        next(d for d in comparison.details if any(m.text.startswith(figure) for m in d.mentions))
        for figure in ("12", "15")
    )
    if one.id != other.id:
        places = tuple(
            Place(mention.article, mention.start, mention.end, group)
            for group, detail in enumerate((one, other))
            for mention in detail.mentions
        )
        comparison = apply_verdicts(comparison, [Verdict("joined", places)])
    found = next(d for d in comparison.details if any(m.text.startswith("12") for m in d.mentions))
    assert found.relation == "differs"
    assert {mention.text.split()[0] for mention in found.mentions} == {"12", "15"}


def test_a_split_takes_a_value_out_of_its_detail() -> None:
    comparison = fire()
    detail = differing(comparison)
    north, south = detail.mentions
    split = Verdict(
        "split",
        (Place("south", south.start, south.end, 0), Place("north", north.start, north.end, 1)),
        detail_kind=detail.kind,
    )
    judged = apply_verdicts(comparison, [split])
    parts = [one for one in judged.details if one.judgement == "split"]
    assert [(one.relation, one.reported_by) for one in parts] == [("only", ("north",)), ("only", ("south",))]
    assert len({one.id for one in judged.details}) == len(judged.details)


def test_an_added_difference_in_the_same_words_has_a_version_for_each_outlet() -> None:
    comparison = compared(*TEXTS, "Officials in Cusco said on Tuesday that the bus was new.")
    places = tuple(place(comparison, article, "Cusco", 0) for article in "abc")
    (found,) = [
        one
        for one in apply_verdicts(comparison, [Verdict("added", places, "where")]).details
        if one.judgement == "added"
    ]
    assert [(one.value, one.reported_by) for one in found.values] == [("Cusco", (name,)) for name in "abc"]
    assert found.relation == "differs"
    line = brief_of(apply_verdicts(comparison, [Verdict("added", places[:2], "where")])).worth_a_look[0]
    assert [[one.article for one in version.passages] for version in line.versions] == [["a"], ["b"]]


def test_every_verdict_leaves_every_mention_verbatim() -> None:
    comparison = compared(*TEXTS)
    for detail in comparison.details:
        for kind in ("confirmed", "dismissed", "labelled"):
            judged = apply_verdicts(comparison, [verdict_on(kind, detail, "x")])
            for found in (*judged.details, *judged.dismissed):
                for mention in found.mentions:
                    text = judged.article(mention.article).text
                    assert text[mention.start : mention.end] == mention.text


def test_a_verdict_on_a_claim_is_not_about_a_figure_in_the_same_sentences() -> None:
    toll = differing(fire())
    sentences = {one.id: one for item in fire().annotated for one in item.sentences}
    values = tuple(
        replace(
            value,
            mentions=tuple(
                replace(one, start=sentences[one.sentence].start, end=sentences[one.sentence].end)
                for one in value.mentions
            ),
        )
        for value in toll.values
    )
    claim = replace(toll, id="claim", kind="claim", values=values)
    for judged, other in ((claim, toll), (toll, claim)):
        verdict = verdict_on("confirmed", judged)
        assert is_about(verdict, judged, [other])
        assert not is_about(verdict, other, [judged])
        assert not is_about(verdict, other, [])


def test_an_outlet_that_prints_the_same_sentence_as_an_added_difference_reports_it() -> None:
    """One that only has the same few words in another sentence is not compared."""
    comparison = compared(
        *TEXTS, TEXTS[0] + " Police came.", "It was near Cusco on Monday, killing 12 people."
    )
    places = (place(comparison, "a", "12 people", 0), place(comparison, "b", "15 people", 1))
    detail = apply_verdicts(comparison, [Verdict("added", places, "toll")]).details[-1]
    assert [(one.value, one.reported_by) for one in detail.values] == [
        ("12 people", ("a", "c")),
        ("15 people", ("b",)),
    ]
    assert (detail.reported_by, detail.not_compared) == (("a", "b", "c"), ("d",))


def test_of_an_added_difference_many_words_in_a_row_are_found_within_longer_sentences() -> None:
    longer = "Officials said: " + TEXTS[0]
    comparison = compared(*TEXTS, longer)
    words = (
        "A bus carrying 48 passengers plunged into a ravine",
        "A bus with 48 passengers fell into a ravine",
    )
    places = tuple(
        place(comparison, name, one, at) for at, (name, one) in enumerate(zip("ab", words, strict=True))
    )
    detail = apply_verdicts(comparison, [Verdict("added", places)]).details[-1]
    assert [one.reported_by for one in detail.values] == [("a", "c"), ("b",)]
    (found,) = (one for one in detail.mentions if one.article == "c")
    assert comparison.article("c").text[found.start : found.end] == words[0]
