"""Answers that programs of the reader's own gave, by question and program, and opinions that came with
bundles, by the versions they are about and the name of who gave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Row, Store
from newsdiff.opinion.handed_on import HandedOn

AT_ONCE = 500
"""Questions in one query: some builds of SQLite take 999 values."""


class Opinions:
    """Answers of programs of the reader's own, each given once to one question, and opinions that came with
    bundles."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def is_empty(self) -> bool:
        """Whether no answer is kept."""
        return self._store.row("SELECT 1 FROM opinions LIMIT 1") is None

    def known(self, questions: Iterable[str], asked: str) -> dict[str, str]:
        """Of these questions (SHA-256) those that this program has answered -> its answer."""
        key = codec.encode_text(asked)
        return {
            question: codec.decode_text(answer) for question, by, answer in self._rows(questions) if by == key
        }

    def keep(self, question: str, asked: str, answer: str) -> None:
        """Keep what a program answered."""
        made = codec.now().isoformat()
        with self._store.writing():
            self._store.run(
                """INSERT INTO opinions (question, asked, answer, made) VALUES (?, ?, ?, ?)
                ON CONFLICT (question, asked) DO UPDATE SET answer = excluded.answer, made = excluded.made""",
                (question, codec.encode_text(asked), codec.encode_text(answer), made),
            )

    def given(self, passages: Iterable[str]) -> dict[str, HandedOn]:
        """Of these versions (SHA-256) those on which another gave an opinion -> the last one."""
        return {
            about: HandedOn(about, codec.decode_text(by), codec.decode_text(answer))
            for about, by, answer in self._rows(passages)
        }

    def keep_given(self, given: HandedOn) -> bool:
        """Keep what another gave; says whether it was not here yet."""
        with self._store.writing():
            row = self._store.row(
                "SELECT answer FROM opinions WHERE question = ? AND asked = ?",
                (given.passages, codec.encode_text(given.by)),
            )
            if row is not None and codec.decode_text(row[0]) == given.answer:
                return False
            self.keep(given.passages, given.by, given.answer)
            return True

    def _rows(self, questions: Iterable[str]) -> Iterator[Row]:
        """Question, who answered and the answer, the earliest first."""
        with self._store.reading():
            distinct = tuple(dict.fromkeys(questions))
            for at in range(0, len(distinct), AT_ONCE):
                some = distinct[at : at + AT_ONCE]
                marks = ", ".join("?" * len(some))
                yield from self._store.rows(
                    f"""SELECT question, asked, answer FROM opinions WHERE question IN ({marks})
                    ORDER BY made, asked""",
                    some,
                )
