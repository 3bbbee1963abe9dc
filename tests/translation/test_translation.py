"""Articles translated by a program that really runs, and everything that can go wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.language.names import how_aligned
from newsdiff.library import Library, open_library
from newsdiff.library.translating import Translating, wants_translation
from newsdiff.model import Article, Block, numbered
from newsdiff.reader_program import ProgramError, ProgramStoppedError
from newsdiff.translation.pieces import pieces_of, translate_pieces, translated, translator
from tests.translation.local_translator import WORDS, program, runs, script

GERMAN = tuple(WORDS)


def article(*paragraphs: str) -> Article:
    """A headline, an advert that is noise, then the paragraphs."""
    lines = [GERMAN[0], "Jetzt abonnieren", *paragraphs]
    blocks, at = [], 0
    for number, line in enumerate(lines):
        role = ("title", "noise")[number] if number < 2 else "paragraph"
        blocks.append(Block("", role, at, at + len(line)))  # type: ignore[arg-type]
        at += len(line) + 2
    return Article("de", "de.txt", "\n\n".join(lines), numbered("de", blocks), title=GERMAN[0], language="de")


DE = article(*GERMAN[1:])


def test_a_translated_article_has_the_same_blocks_and_its_original(tmp_path: Path) -> None:
    found = Translating(program(script(tmp_path, "good")), None).translate(DE)
    assert [block.id for block in found.blocks] == [block.id for block in DE.blocks]
    assert [found.slice(block) for block in found.paragraphs] == [WORDS[one] for one in GERMAN[1:]]
    assert (found.title, found.language, found.translated_by) == (WORDS[GERMAN[0]], "en", "Dictionary")
    assert found.original is DE
    assert found.slice(found.blocks[1]) == "Jetzt abonnieren"


def test_the_program_gets_the_language_and_runs_once_for_an_article(tmp_path: Path) -> None:
    file = script(tmp_path, "good")
    Translating(program(file), None).translate(DE)
    assert runs(file) == ["de"]


@pytest.mark.parametrize("language", ["x'; touch pwned; '", "--help", "../de", "", "de\0"])
def test_the_program_gets_no_language_that_is_none(tmp_path: Path, language: str) -> None:
    file = script(tmp_path, "good")
    Translating(program(file), None).translate(replace(DE, language=language))
    assert runs(file) == ["und"]


def test_a_translation_is_made_once_and_then_read_from_the_library(tmp_path: Path) -> None:
    file = script(tmp_path, "good")
    with open_library(tmp_path / "data") as library:
        first = Translating(program(file), library.translations).translate(DE)
    with open_library(tmp_path / "data") as library:
        again = Translating(program(file), library.translations)
        assert again.known(DE) == again.translate(DE) == first
    assert runs(file) == ["de"]


def test_of_a_longer_text_only_the_new_paragraph_is_translated(tmp_path: Path) -> None:
    file = script(tmp_path, "good")
    with open_library(tmp_path / "data") as library:
        translating = Translating(program(file), library.translations)
        translating.translate(article(*GERMAN[1:3]))
        assert translating.known(DE) is None
        assert library.translations.known(pieces_of(DE), translating.program.key).keys() == set(GERMAN[:3])
        assert translating.translate(DE).original == DE


def test_another_command_translates_anew(tmp_path: Path) -> None:
    with open_library(tmp_path / "data") as library:
        Translating(program(script(tmp_path, "good")), library.translations).translate(DE)
        assert Translating(program(script(tmp_path, "joins")), library.translations).known(DE) is None


def test_paragraphs_that_come_back_joined_are_translated_one_by_one(tmp_path: Path) -> None:
    file = script(tmp_path, "joins")
    found = translate_pieces(program(file), pieces_of(DE), "de")
    assert found == WORDS
    assert len(runs(file)) == 1 + len(WORDS)


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [
        ("fails", "Dictionary failed with exit code 1 (no such language pair)"),
        ("silent", "Dictionary printed nothing"),
        ("endless", "Dictionary printed more than"),
        ("no-utf8", "Dictionary did not print UTF-8 text"),
    ],
)
def test_a_program_that_fails_is_reported_in_one_line_with_what_to_do(
    kind: str, beginning: str, tmp_path: Path
) -> None:
    with pytest.raises(ProgramError) as caught:
        translate_pieces(program(script(tmp_path, kind)), pieces_of(DE), "de")
    message = str(caught.value)
    assert message.startswith(beginning)
    assert "correct “translate” in the configuration" in message
    assert "\n" not in message


@pytest.mark.parametrize("kind", ["slow", "sleeps-after"])
def test_a_program_that_is_late_is_ended(kind: str, tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="took longer than 1 seconds"):
        translate_pieces(program(script(tmp_path, kind), seconds=1), pieces_of(DE), "de")


def test_a_program_that_is_not_there_is_reported() -> None:
    nobody = translator(("/no/such/translator",), "translator", 5)
    with pytest.raises(ProgramError, match=r"translator cannot be started \(No such file"):
        translate_pieces(nobody, pieces_of(DE), "de")


def test_the_reader_need_not_wait_for_it(tmp_path: Path) -> None:
    slow = program(script(tmp_path, "slow"), seconds=50)
    with pytest.raises(ProgramStoppedError):
        translate_pieces(slow, pieces_of(DE), "de", stopped=lambda: True)


def test_escapes_and_control_characters_do_not_come_through(tmp_path: Path) -> None:
    found = translate_pieces(program(script(tmp_path, "escapes")), pieces_of(DE), "de")
    assert found == WORDS


def test_what_fails_leaves_the_article_as_it_is_and_the_others_are_translated(tmp_path: Path) -> None:
    translating = Translating(program(script(tmp_path, "good")), None)
    unknown = article("Ein Satz, den das Wörterbuch nicht kennt und der auf Deutsch bleibt.")
    english = Article("en", "en.txt", "It stays.", numbered("en", [Block("", "paragraph", 0, 9)]))
    found, problems = translating.in_english([english, unknown, DE])
    assert found[0] is english
    assert found[1] is unknown
    assert found[2].translated_by == "Dictionary"
    (problem,) = problems
    assert problem.startswith("de.txt is not translated: Dictionary failed with exit code 1 (KeyError")


def test_what_is_not_english_after_all_is_compared_like_any_other_language(tmp_path: Path) -> None:
    found = Translating(program(script(tmp_path, "echo")), None).translate(DE)
    assert (found.language, found.translated_by, found.original) == ("de", "Dictionary", DE)
    assert how_aligned(found).startswith(
        "translated by Dictionary from German, but not into English: aligned"
    )
    assert not wants_translation(found)


def test_nothing_of_a_failure_is_kept(tmp_path: Path, library: Library) -> None:
    failing = Translating(program(script(tmp_path, "fails")), library.translations)
    with pytest.raises(ProgramError):
        failing.translate(DE)
    assert library.translations.known(pieces_of(DE), failing.program.key) == {}


def test_an_article_without_a_translation_of_every_piece_is_not_half_translated() -> None:
    with pytest.raises(KeyError):
        translated(DE, {GERMAN[0]: "Ferry"}, "nobody")


@pytest.fixture
def library(tmp_path: Path):  # type: ignore[no-untyped-def]
    with open_library(tmp_path / "data") as opened:
        yield opened
