"""Answers are kept in a file and played back without the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdiff.model import Comparison
from newsdiff.opinion.asking import AskedProgram, ask_all
from newsdiff.opinion.question import Question
from newsdiff.opinion.records import Recorded, RecordError, read_record
from tests.opinion.ferry import asked
from tests.opinion.local_programs import program, runs, script


@pytest.mark.parametrize(("kind", "asked"), [("rules-or-prose", 2), ("silent", 1)])
def test_what_was_recorded_gives_the_same_opinions_and_the_same_rejections(
    kind: str, asked: int, comparison: Comparison, questions: tuple[Question, ...], tmp_path: Path
) -> None:
    file = script(tmp_path, kind)
    recorded = Recorded(AskedProgram(program(file)))
    before = ask_all(recorded, questions[:asked], comparison.articles)
    assert before[-1].rejected is not None
    record = tmp_path / "record.jsonl"
    record.write_bytes(recorded.as_lines())
    replayed = read_record(record)
    after = ask_all(replayed, questions[:asked], comparison.articles)
    assert [(one.opinion, one.rejected) for one in after] == [(one.opinion, one.rejected) for one in before]
    assert (replayed.name, runs(file)) == ("Rules", asked)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_answers_made_elsewhere_are_played_back_in_whatever_order_they_stand(
    encoding: str, comparison: Comparison, tmp_path: Path
) -> None:
    file = tmp_path / "llama3.jsonl"
    answers = [
        {"question": one.id, "says": "same", "comment": "thought of elsewhere"} for one in asked(comparison)
    ]
    file.write_text("\n".join(json.dumps(one) for one in reversed(answers)), encoding)
    found = ask_all(read_record(file), asked(comparison), comparison.articles)
    assert [one.opinion.by for one in found if one.opinion is not None] == ["llama3", "llama3"]


def test_a_question_without_an_answer_in_the_file_has_none(comparison: Comparison, tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.write_text("", "utf-8")
    found = ask_all(read_record(file), asked(comparison), comparison.articles)
    assert [one.rejected for one in found] == ["no answer", "no answer"]


@pytest.mark.parametrize(
    "line",
    [
        "They differ.",
        '{"question": "1", "says": "same", "x": "\\ud800"}',
        '{"question": "1", "says": "same", "x": ' + "[" * 9_000 + "]" * 9_000 + "}",
        "{}",
        '{"question": "1"}',
        '{"question": "1", "reason": "x"}',
        "[1]",
        "\x00",
    ],
)
def test_a_line_that_is_no_answer_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text('{"question": "1", "printed": "x"}\n' + line + "\n", "utf-8")
    with pytest.raises(RecordError, match=r"mixed\.jsonl, line 2: is not an answer"):
        read_record(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"none\.jsonl: cannot be read"):
        read_record(tmp_path / "none.jsonl")
