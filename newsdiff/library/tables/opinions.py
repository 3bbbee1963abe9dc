"""Answers that programs of the reader's own gave, by question and program."""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store


class KeptOpinions:
    """`protocol.Opinions` over the tables."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def known(self, questions: Iterable[str], asked: str) -> dict[str, str]:
        """Of these questions those that this program has answered -> its answer."""
        found = {}
        with self._store.reading():
            for question in questions:
                row = self._store.row(
                    "SELECT answer FROM opinions WHERE question = ? AND asked = ?",
                    (question, codec.encode_text(asked)),
                )
                if row is not None:
                    found[question] = codec.decode_text(row[0])
        return found

    def keep(self, question: str, asked: str, answer: str) -> None:
        """Keep what a program answered."""
        made = codec.now().isoformat()
        with self._store.writing():
            self._store.run(
                """INSERT INTO opinions (question, asked, answer, made) VALUES (?, ?, ?, ?)
                ON CONFLICT (question, asked) DO UPDATE SET answer = excluded.answer, made = excluded.made""",
                (question, codec.encode_text(asked), codec.encode_text(answer), made),
            )
