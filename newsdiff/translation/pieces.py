"""An article's text in pieces that are translated: its headline, paragraphs, headings and captions.

Each piece has one translation, so paragraphs stay paragraphs: the translated article has the same blocks,
under the same ids. What was put aside as noise is left as it is.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.environment import LANGUAGE
from newsdiff.model import UNKNOWN_LANGUAGE, Article, Block
from newsdiff.reader_program import Program, run_program, text_of
from newsdiff.readers.metadata.language import language_of

GROWTH: Final = 8
SLACK: Final = 64_000
"""A translation may have this many times the bytes of the text and so many more; beyond, it is stopped."""

_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def pieces_of(article: Article) -> tuple[str, ...]:
    """What is to be translated of an article, each text once, on one line."""
    texts = [_piece(article.slice(block)) for block in article.blocks if block.role != "noise"]
    return tuple(dict.fromkeys(piece for piece in (*texts, _piece(article.title or "")) if _has_words(piece)))


def translate_pieces(
    program: Program, pieces: Sequence[str], language: str, stopped: Callable[[], bool] = lambda: False
) -> dict[str, str]:
    """Piece -> its translation.

    All go through the program at once, with blank lines between them. Where another number of paragraphs
    comes back, each goes through it alone. Raises ProgramError; ProgramStoppedError when `stopped`
    says so.
    """
    until = time.monotonic() + program.seconds
    at_once = _run(program, "\n\n".join(pieces) + "\n", language, until=until, stopped=stopped)
    answers = [_piece(one) for one in _BLANK_LINES.split(at_once)]
    if len(answers) != len(pieces):
        answers = [
            _piece(_run(program, piece + "\n", language, until=until, stopped=stopped)) for piece in pieces
        ]
    return dict(zip(pieces, answers, strict=True))


def translated(article: Article, translations: Mapping[str, str], name: str) -> Article:
    """The article as translated, with the one in its outlet's words as its `original`.

    Raises KeyError where a piece has no translation.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    position = length = 0
    for block in article.blocks:
        between = article.text[position : block.start]
        piece = _piece(article.slice(block))
        plain = block.role == "noise" or not _has_words(piece)
        words = article.slice(block) if plain else translations[piece]
        start = length + len(between)
        blocks.append(replace(block, start=start, end=start + len(words)))
        parts += (between, words)
        position, length = block.end, start + len(words)
    title = _piece(article.title or "")
    return replace(
        article,
        text="".join(parts) + article.text[position:],
        blocks=tuple(blocks),
        title=translations[title] if _has_words(title) else article.title,
        language=_language_of([translations[piece] for piece in pieces_of(article)]),
        translated_by=name,
        original=article,
    )


def _language_of(words: Sequence[str]) -> str:
    """English, unless the program plainly wrote something else: then no words of it are compared."""
    language = language_of("\n".join(words))
    return "en" if language.startswith(UNKNOWN_LANGUAGE) else language


def _piece(text: str) -> str:
    return " ".join(text.split())


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in text)


def translator(arguments: tuple[str, ...], name: str, seconds: float) -> Program:
    """The translate command, known as `name` ("translated by …"), with so many seconds for an article."""
    return Program(arguments, name, seconds, "translate", "an article")


def _run(program: Program, text: str, language: str, *, until: float, stopped: Callable[[], bool]) -> str:
    """What the program writes for the text. `until` is on the clock of `time.monotonic`.

    Escape sequences and control characters are taken out. Raises ProgramError where the program is not
    there, fails, is late, prints nothing, too much, or no UTF-8; ProgramStoppedError when `stopped` says so.
    """
    data = text.encode("utf-8", "replace")
    printed = run_program(
        program,
        data,
        most=GROWTH * len(data) + SLACK,
        until=until,
        stopped=stopped,
        arguments=[one.replace("{language}", language) for one in program.arguments],
        environment={LANGUAGE: language},
    )
    return text_of(program, printed)
