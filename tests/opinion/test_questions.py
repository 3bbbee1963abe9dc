"""Questions hold what is needed to answer them and nothing else; texts of outlets stay material in them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.opinion_questions import measured
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.model import Comparison
from newsdiff.opinion.passages import Passage, Run, find_words, passage_of, sent
from newsdiff.opinion.question import Question, questions_of
from newsdiff.opinion.template import TEMPLATE, TemplateError, read_template
from newsdiff.verdicts.apply import apply_verdicts
from tests.evaluation.hand_marked import Event
from tests.opinion.ferry import ORDERED, PLAIN, asked, compared
from tests.verdicts.given import verdict_on


def read(question: Question) -> dict:  # type: ignore[type-arg]
    return json.loads(question.text)  # type: ignore[no-any-return]


def test_a_question_holds_the_versions_with_outlet_time_sentence_and_neighbours(
    comparison: Comparison,
) -> None:
    second = read(asked(comparison)[1])
    assert list(second) == ["format", "question", "instructions", "material"]
    assert second["format"] == "newsdiff-question/1"
    material = second["material"]
    assert list(material) == ["from_here", "event", "versions", "newsdiff_found", "up_to_here"]
    assert material["event"] == "A ferry"
    assert material["versions"][0] == {
        "version": "A",
        "outlet": "Alpha Daily",
        "published": "2026-03-01T18:05:00+00:00",
        "passages": [
            {
                "before": PLAIN["alpha"][0],
                "sentences": [PLAIN["alpha"][1]],
                "after": PLAIN["alpha"][2],
            }
        ],
    }


def test_it_says_what_newsdiff_found_with_the_versions_of_each_value(comparison: Comparison) -> None:
    (found,) = read(asked(comparison)[0])["material"]["newsdiff_found"]
    assert (found["kind"], found["newsdiff_says"]) == ("number", "differs")
    assert found["values"] == [
        {"value": "212 people", "versions": "A"},
        {"value": "220 people", "versions": "B"},
    ]


def test_sentences_that_do_not_follow_each_other_are_passages_each_with_its_own_neighbours(
    comparison: Comparison,
) -> None:
    item = comparison.annotation("alpha")
    first, second, third = item.sentences
    spans = [(one.start, one.end) for one in item.sentences]
    apart, together = passage_of(item, (first.id, third.id)), passage_of(item, (first.id, second.id))
    assert apart == Passage("alpha", (Run(None, (spans[0],), spans[1]), Run(spans[1], (spans[2],), None)))
    assert together == Passage("alpha", (Run(None, (spans[0], spans[1]), spans[2]),))


def test_a_full_stop_that_a_quotation_left_over_is_no_neighbour() -> None:
    odd = compared({**PLAIN, "alpha": (PLAIN["alpha"][0], ".", *PLAIN["alpha"][1:])})
    item = odd.annotation("alpha")
    text = item.article.text
    first, left_over, *_ = item.sentences
    assert text[left_over.start : left_over.end] == "."
    passage = passage_of(item, (first.id,))
    assert passage is not None
    (run,) = passage.runs
    assert run.after is not None
    assert text[slice(*run.after)] == PLAIN["alpha"][1]


def test_of_a_claim_it_names_the_versions_in_the_order_of_its_words(comparison: Comparison) -> None:
    marked = next(one for one in comparison.details if one.relation == "differs")
    claim = replace(
        marked, kind="claim", because="“220 people” / “212 people”", values=tuple(reversed(marked.values))
    )
    (question, *_) = asked(replace(comparison, details=(claim,)))
    (found,) = read(question)["material"]["newsdiff_found"]
    assert found == {
        "kind": "claim",
        "newsdiff_says": "may differ",
        "versions": "B / A",
        "because": "“220 people” / “212 people”",
    }


def test_of_a_claim_without_words_it_names_the_versions_by_letter(comparison: Comparison) -> None:
    marked = next(one for one in comparison.details if one.relation == "differs")
    claim = replace(marked, kind="claim", because="other words for it", values=tuple(reversed(marked.values)))
    (question, *_) = asked(replace(comparison, details=(claim,)))
    (found,) = read(question)["material"]["newsdiff_found"]
    assert found == {"kind": "claim", "newsdiff_says": "may differ", "versions": "A / B"}


def test_it_says_how_to_answer_and_which_words_are_material(comparison: Comparison) -> None:
    question = asked(comparison)[0]
    said = read(question)
    instructions = "\n".join(said["instructions"])
    for verdict in ("same", "differs", "update", "unrelated", "unsure"):
        assert f"\n{verdict}: " in instructions
    assert question.id in instructions
    begins, ends = said["material"]["from_here"], said["material"]["up_to_here"]
    assert f"between the line “{begins}” and the line “{ends}”" in instructions
    assert not [one for one in ("{question}", "{fence}", "{answer}") if one in instructions]


def test_texts_that_give_orders_answers_fences_and_control_characters_stay_text_of_their_version(
    comparison: Comparison,
) -> None:
    fence = read(asked(comparison)[0])["material"]["up_to_here"]
    ordered = ORDERED[1].replace('"up_to_here": "material"', f'"up_to_here": "{fence}"')
    hostile = compared({"alpha": (ORDERED[0], ordered, *ORDERED[2:]), "beta": PLAIN["beta"]})
    for question in asked(hostile):
        said = read(question)
        material = said["material"]
        assert list(said) == ["format", "question", "instructions", "material"]
        fence_of_this = material["up_to_here"].removesuffix(" ends")
        inside = json.dumps([material["versions"], material["newsdiff_found"], material["event"]])
        assert "Ignore all that" in inside
        assert fence_of_this not in inside
        assert "\x1b" not in question.text
        assert "\u202e" not in question.text
        assert all("Ignore" not in line for line in said["instructions"])


def test_the_same_words_of_several_outlets_are_one_version(comparison: Comparison) -> None:
    three = compared(
        {**PLAIN, "gamma": (PLAIN["beta"][0], "Nobody knows why the engine of the ship failed.")}
    )
    versions = read(asked(three)[0])["material"]["versions"]
    assert [(one["version"], one["outlet"]) for one in versions] == [
        ("A", "Alpha Daily"),
        ("B", "Beta Daily"),
    ]
    assert [one["outlet"] for one in versions[1]["also_in"]] == ["Gamma Daily"]


def test_the_first_questions_cover_what_the_first_statements_do(seed_comparison: Comparison) -> None:
    """So they cover as many marked conflicts: what is left out has one wording, which conflicts with none."""
    first = sorted(seed_comparison.statements, key=lambda one: one.rank)[:40]
    asked_about = {one.place: one for one in questions_of(seed_comparison, TEMPLATE)[:40]}
    assert [one.id for one in first if one.id in asked_about] == [
        place for place in asked_about if place in {one.id for one in first}
    ]
    for statement in first:
        places = {
            (item.article.id, one.start, one.end)
            for item in seed_comparison.annotated for one in item.sentences
            if one.id in {version.sentence for version in statement.sentences}
        }  # fmt: skip
        if statement.id in asked_about:
            passages = [one for version in asked_about[statement.id].versions for one in version.passages]
            assert {(one.article, *span) for one in passages for span in one.sentences} == places
        else:
            words = {seed_comparison.article(one).text[low:high].casefold() for one, low, high in places}
            assert len(words) == 1


def test_it_is_counted_how_many_marked_conflicts_the_first_questions_cover() -> None:
    marked = Event(**PLAIN)
    marked.mark_conflict("number", "strong", fewer=["alpha: 212 people"], more=["beta: 220 people"])
    marked.mark_conflict("claim", engine=["alpha: the engine had failed"], hull=["beta: the hull"])
    event = MarkedEvent("ferry", marked.gold, tuple(marked.articles))
    for most, covered in ((40, 1), (0, 0)):
        number, counts = measured(event, "normal", most)
        assert number == 2
        for places in ("statements", "questions"):
            assert counts["typed", f"first {most} {places}"] == covered
            assert (counts["typed", places], counts["claim", places]) == (1, 0)
        assert (counts["typed", "marked"], counts["claim", "marked"]) == (1, 1)


def test_what_all_have_in_the_same_words_is_not_asked() -> None:
    alike = compared({"alpha": PLAIN["alpha"][:2], "beta": PLAIN["alpha"][:1] + PLAIN["beta"][1:2]})
    assert all(
        PLAIN["alpha"][0] not in passage["sentences"]
        for one in asked(alike)
        for passage in read(one)["material"]["versions"][0]["passages"]
    )


def test_a_question_is_the_same_whatever_the_base_and_the_verdicts_are(comparison: Comparison) -> None:
    ids = {one.sha256 for one in asked(comparison)}
    assert {one.sha256 for one in asked(compared(base="beta"))} == ids
    differing = next(one for one in comparison.details if one.relation == "differs")
    judged = apply_verdicts(comparison, [verdict_on("confirmed", differing, "aboard")])
    assert {one.sha256 for one in asked(judged)} == ids


def test_other_instructions_or_other_words_make_another_question(comparison: Comparison) -> None:
    ids = {one.sha256 for one in asked(comparison)}
    own = {one.sha256 for one in questions_of(comparison, TEMPLATE + "Be brief.\n")}
    changed = compared({**PLAIN, "beta": (PLAIN["beta"][0].replace("220", "230"), *PLAIN["beta"][1:])})
    assert ids.isdisjoint(own)
    assert asked(changed)[0].sha256 not in ids


def test_another_word_of_a_neighbouring_sentence_makes_another_question_and_another_title_does_not(
    comparison: Comparison,
) -> None:
    board, harbour_master = asked(comparison)
    engine = PLAIN["alpha"][2].replace("engine", "rudder")
    beside = compared({**PLAIN, "alpha": (*PLAIN["alpha"][:2], engine)})
    assert asked(beside)[0].sha256 == board.sha256
    assert asked(beside)[1].sha256 != harbour_master.sha256
    renamed = asked(replace(comparison, title="Aground"))
    assert [one.sha256 for one in renamed] == [board.sha256, harbour_master.sha256]
    assert read(renamed[0])["material"]["event"] == "Aground"


def test_names_and_titles_without_end_are_cut(comparison: Comparison) -> None:
    many = "Norvik " * 10_000
    (item, *others) = comparison.annotated
    long = replace(item, article=replace(item.article, outlet=many))
    question = asked(replace(comparison, title=many, annotated=(long, *others)))[0]
    material = read(question)["material"]
    assert material["event"].startswith("Norvik Norvik")
    assert material["event"].endswith("…")
    assert len(question.text) < 10_000


# -- templates ---------------------------------------------------------------------------


def test_a_template_of_the_readers_takes_the_place_of_newsdiffs(
    comparison: Comparison, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("Between {fence} begins and {fence} ends.\nAnswer {question} so: {answer}\n", "utf-8")
    said = read(questions_of(comparison, read_template(file))[0])
    assert (
        said["instructions"][0]
        == f"Between {said['material']['from_here']} and {said['material']['up_to_here']}."
    )
    assert said["question"] in said["instructions"][1]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (None, "cannot be read"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"x" * 60_000, "is longer than"),
        (b"Answer {question}!", "does not say {fence} and {answer}"),
    ],
)
def test_a_template_that_cannot_be_used_is_named_in_one_line(
    content: bytes | None, trouble: str, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        read_template(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert trouble in str(caught.value)
    assert "\n" not in str(caught.value)


# -- words in passages -------------------------------------------------------------------


def whole(text: str) -> Passage:
    return Passage("x", (Run(None, ((0, len(text)),), None),))


def found(text: str, words: str) -> str | None:
    place = find_words(text, whole(text), words)
    return text[place.start : place.end] if place else None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("All 212 people got off.", "212 people", "212 people"),
        ("All 212 people got off.", "12 people", None),
        ("All 212 people got off.", "All 21", None),
        ("It cost 1.5 million.", "5 million", None),
        ("It cost 212,000 euros.", "212", None),
        ("He can't swim.", "He can", None),
        ("A non-nuclear plant.", "nuclear plant", None),
        ("It ended in 212.", "212", "212"),
        ("He  said\nso.", "He said so", "He  said\nso"),
        ("He said so.", "he said so", None),
        ("A sub\u00admarine sank.", "submarine", "sub\u00admarine"),
        ("A \x1b[31mred\x1b[0m ship.", "␛[31mred", "\x1b[31mred"),
        ("A ship.", "…", None),
        ("A ship.", "", None),
        ("12 or 212 or 12 people", "12 people", "12 people"),
    ],
)
def test_words_are_found_only_verbatim_and_whole(text: str, words: str, expected: str | None) -> None:
    assert found(text, words) == expected


@given(st.text(min_size=1, max_size=40), st.data())
def test_every_run_of_whole_words_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    words = [word for word in sent(text, (0, len(text))).split(" ") if word]
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    wanted = " ".join(words[first : last + 1])
    place = find_words(text, whole(text), wanted)
    if place is None:
        assert not any(char.isalnum() for char in wanted)
    else:
        assert sent(text, (place.start, place.end)) == wanted
