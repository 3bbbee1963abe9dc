"""The places worth a look: their order, their versions, and what the strip says of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsdiff.brief.build import brief_of
from newsdiff.model import Comparison, Statement, StatementSentence, WordRun
from newsdiff.verdicts.apply import apply_verdicts
from newsdiff.verdicts.model import Place, Verdict
from tests.details.small_events import compared
from tests.widgets.hand_made import comparison, three_outlets
from widgets.reading.comparison_index import index_of
from widgets.strip.places import dissenting, versions_of
from widgets.strip.ranking import in_order_of, places_worth_a_look
from widgets.strip.strip_text import strip_foot, strip_items, strip_relation, strip_title


def with_statements() -> Comparison:
    """The three outlets with two statements: what all report at the end, and before it the plan."""
    event = three_outlets()
    plan = statement(event, "s1", 2, ("time.s1", "sky.s1", "vot.s1"), details=("d1", "d2"))
    envoys = statement(event, "s2", 1, ("time.s4", "sky.s4", "vot.s2"), details=("d4",))
    return replace(event, statements=(envoys, plan))


def statement(
    event: Comparison, name: str, rank: int, sentences: tuple[str, ...], details: tuple[str, ...]
) -> Statement:
    versions = []
    for identity in sentences:
        article = identity.split(".")[0]
        sentence = next(one for one in event.annotation(article).sentences if one.id == identity)
        middle = event.article(article).text.index(" ", sentence.start + 4)
        words = (
            WordRun(sentence.start, middle, "replaced"),
            WordRun(middle + 1, sentence.end, "shared"),
        )
        versions.append(StatementSentence(article, identity, words))
    reported_by = tuple(one.split(".")[0] for one in sentences)
    return Statement(
        name, rank, tuple(versions), reported_by, 3, details, 0.9, "much in common", is_sure=True
    )


EVENT = with_statements()


def test_statements_that_bring_a_difference_come_first_then_the_others_by_rank() -> None:
    assert [place.key for place in places_worth_a_look(EVENT)] == ["d1", "s2"]


def test_the_differences_stand_in_the_order_of_the_brief_whatever_rank_their_statements_have() -> None:
    event = with_statements()
    plan, *others = event.details
    day = replace(others[2], relation="differs", kind="date")
    name = replace(plan, kind="name")
    differing = replace(event, details=(name, others[0], others[1], day, *others[3:]))
    listed = [line.detail for line in brief_of(differing).worth_a_look]
    assert listed == ["d4", "d1"]
    for ranked in (differing.statements, tuple(reversed(differing.statements))):
        places = places_worth_a_look(replace(differing, statements=ranked))
        assert [place.key for place in places if place.kind == "worth a look"] == listed


def test_a_difference_that_stands_in_no_statement_is_a_place_of_its_own() -> None:
    (place,) = places_worth_a_look(three_outlets())
    assert (place.key, place.statement) == ("d1", None)
    assert [version.article for version in versions_of(three_outlets(), place)] == ["sky", "time", "vot"]


def test_a_dismissed_difference_that_stands_in_no_statement_keeps_its_place_without_marks() -> None:
    event = three_outlets()
    gone, *others = event.details
    judged = replace(event, details=tuple(others), dismissed=(replace(gone, judgement="dismissed"),))
    (place,) = places_worth_a_look(judged)
    assert (place.key, place.detail, place.kind) == ("d1", None, "dismissed")
    assert {version.article for version in versions_of(judged, place)} == {"sky", "time", "vot"}
    assert not any(version.values for version in versions_of(judged, place))
    assert strip_relation(place).endswith("dismissed by the reader")
    assert "they say so" in "\n".join(item.text for item in strip_items(judged, place, why=True))


def ages() -> Comparison:
    """Two outlets that give one age in each of three paragraphs, and differ on it in the first alone."""
    text = ["Anna Berg, 41, sailed.", "Friends called Berg (41) careful.", "Berg, at 41, was on leave."]
    values = {"41": [f"{name}: {words}" for name in ("time", "sky") for words in ("41", "(41)", "at 41")]}
    shared = ("shared", "age", values)
    differs = ("differs", "age", {"41": ["time: 41"], "(41)": ["sky: (41)"]})
    event = comparison({"time": text, "sky": text[::-1]}, details=[shared, differs])
    pairs = [(f"time.s{number}", f"sky.s{4 - number}") for number in (1, 2, 3)]
    found = [
        statement(event, f"s{rank}", rank, pair, details=("d1", "d2")) for rank, pair in enumerate(pairs)
    ]
    sure = tuple(replace(one, confidence=0.9) for one in event.details)
    return replace(event, details=sure, statements=tuple(found))


def test_what_several_report_is_shown_in_its_own_sentences_wherever_else_its_figure_stands() -> None:
    event = ages()
    found = [place for place in places_worth_a_look(event) if place.kind == "reported by several"]
    assert [place.key for place in found] == ["s1", "s2"]
    for place in found:
        assert place.statement is not None
        shown = {(one.article, one.start) for one in versions_of(event, place)}
        assert len(shown) == 1
        assert strip_relation(place) == "= shared"


def test_what_several_report_is_no_place_again_where_one_place_before_shows_all_its_sentences() -> None:
    event = ages()
    one, *others = event.statements
    again = replace(one, id="s8", rank=8)
    across = replace(one, id="s9", rank=9, sentences=(one.sentences[0], others[1].sentences[1]))
    places = places_worth_a_look(replace(event, statements=(*event.statements, again, across)))
    assert [place.key for place in places] == ["d2", "s1", "s2", "s9"]


def test_dismissing_what_never_differed_takes_no_other_statement_out_of_the_walk() -> None:
    event = with_statements()
    one = statement(event, "s2", 1, ("time.s4", "sky.s4"), details=("d4",))
    other = statement(event, "s3", 3, ("sky.s4", "vot.s2"), details=("d4",))
    gone = index_of(event).details["d4"]
    assert gone.relation != "differs"
    judged = replace(
        event,
        statements=(one, event.statements[1], other),
        details=tuple(detail for detail in event.details if detail is not gone),
        dismissed=(replace(gone, judgement="dismissed"),),
    )
    assert [place.key for place in places_worth_a_look(judged)] == ["d1", "s3", "d4"]


def test_no_sentence_stands_under_a_value_that_it_does_not_give() -> None:
    event = ages()
    of_both, of_one = event.statements[1:]
    elsewhere = next(one for one in event.statements[0].sentences if one.article == "sky")
    lacking = replace(of_one, sentences=(of_one.sentences[0], replace(elsewhere, sentence="sky.s9")))
    found = places_worth_a_look(replace(event, details=event.details[:1], statements=(of_both, lacking)))
    assert [place.detail and place.detail.id for place in found] == ["d1", None]


def test_sentences_that_may_report_two_matters_are_not_said_to_be_reported_by_several() -> None:
    event = replace(ages(), details=())
    sure, unsure = (replace(one, details=()) for one in event.statements[:2])
    places = places_worth_a_look(replace(event, statements=(sure, replace(unsure, is_sure=False))))
    assert [place.kind for place in places] == ["reported by several", "perhaps one matter"]
    assert strip_relation(places[1]) == "perhaps one matter in 2 articles"


def test_a_verdict_on_a_statement_and_taking_it_back_move_no_place() -> None:
    unmarked = replace(
        EVENT, details=(), statements=tuple(replace(one, details=()) for one in EVENT.statements)
    )
    before = places_worth_a_look(unmarked)
    assert [place.key for place in before] == ["s2", "s1"]
    judged = replace(EVENT.details[3], id="r1", relation="differs", judgement="confirmed")
    envoys, plan = unmarked.statements
    marked = replace(unmarked, details=(judged,), statements=(replace(envoys, details=("r1",)), plan))
    given = in_order_of(before, places_worth_a_look(marked))
    assert [place.key for place in given] == ["r1", "s1"]
    taken_back = in_order_of(given, places_worth_a_look(unmarked))
    assert [place.key for place in taken_back] == ["s2", "s1"]


def test_the_versions_that_disagree_stand_first_whatever_panes_they_are_in() -> None:
    place = places_worth_a_look(EVENT)[0]
    assert [version.article for version in versions_of(EVENT, place)] == ["sky", "time", "vot"]
    assert dissenting(EVENT, place) == ("sky", "time")


def test_the_very_same_words_are_one_version_with_all_its_outlets() -> None:
    place = places_worth_a_look(EVENT)[1]
    (version,) = versions_of(EVENT, place)
    assert (version.article, set(version.same_as)) == ("time", {"sky", "vot"})


def test_shared_words_are_dim_replaced_ones_bright_and_values_in_brackets() -> None:
    first = strip_items(EVENT, places_worth_a_look(EVENT)[0])[0]
    assert "A [19-point] plan" in first.text
    styles = dict(first.runs)
    assert styles["[19-point]"] == "value"
    assert "faint" in styles.values()
    assert "replaced" in styles.values()


def test_the_sentences_around_and_the_reason_stand_there_on_request() -> None:
    place = places_worth_a_look(EVENT)[0]
    plain = "\n".join(item.text for item in strip_items(EVENT, place))
    full = "\n".join(item.text for item in strip_items(EVENT, place, around=True, why=True))
    assert "The talks ended without a breakthrough." not in plain
    assert "The talks ended without a breakthrough." in full
    assert "they say so" in full


def test_the_title_counts_the_places_and_names_the_detail() -> None:
    place = places_worth_a_look(EVENT)[0]
    assert strip_title(place, 1, 2) == "worth a look 1 of 2 · detail 1"
    assert strip_relation(place) == "≠ differs"


def test_the_foot_keeps_the_keys_that_matter_most_in_whatever_room_there_is() -> None:
    place = places_worth_a_look(EVENT)[0]
    judged = replace(place, detail=replace(EVENT.details[0], judgement="confirmed"))
    for width in range(20, 120):
        foot = strip_foot(judged, width, why=False, around=True)
        assert len(foot) <= width
        assert foot.endswith("esc close")
    assert strip_foot(place, 80, why=False, around=False).startswith("≠ differs · ] next  [ back  ⏎ why")


def test_both_sides_of_a_difference_are_shown_where_its_statement_holds_one_only() -> None:
    event = three_outlets()
    alone = statement(event, "s1", 1, ("time.s1", "vot.s1"), details=("d1",))
    place = places_worth_a_look(replace(event, statements=(alone,)))[0]
    shown = [version.article for version in versions_of(event, place)]
    assert shown == ["sky", "time", "vot"]


def test_versions_in_the_same_words_on_other_days_have_each_its_day() -> None:
    event = three_outlets()
    first, second, *others = event.annotated
    later = replace(second, article=replace(second.article, published=date(2025, 12, 27)))
    apart = replace(EVENT, annotated=(first, later, *others))
    head = strip_items(apart, places_worth_a_look(apart)[1])[0].text
    assert "2 Dec" in head
    assert "27 Dec" in head


def test_an_outlet_whose_sentence_is_shown_is_not_called_not_compared() -> None:
    place = places_worth_a_look(EVENT)[0]
    assert place.detail is not None
    unsure = replace(place, detail=replace(place.detail, not_compared=("vot",)))
    assert "not compared" not in "\n".join(item.text for item in strip_items(EVENT, unsure, why=True))


def test_a_difference_of_the_readers_own_lights_in_strip_and_panes_what_its_versions_do_not_share() -> None:
    texts = [f"At noon the {which} chairs were sold in Norvik." for which in ("old", "new", "red")]
    comparison = compared(*texts)
    pins = tuple(
        Place(one.id, 0, len(text), group)
        for group, (one, text) in enumerate(zip(comparison.articles, texts, strict=True))
    )
    judged = apply_verdicts(comparison, [Verdict("added", pins)])
    added = next(one for one in judged.details if one.judgement == "added")
    place = next(one for one in places_worth_a_look(judged) if one.key == added.id)
    strip = {one.article: one.values for one in versions_of(judged, place)}
    panes = {mark.article: mark.clash for mark in index_of(judged).marks_of_detail[added.id]}
    for article, text in zip(judged.articles, texts, strict=True):
        assert [text[slice(*span)] for span in strip[article.id]] == [text[12:15]]
        assert panes[article.id] == strip[article.id]
