"""Translations that were made, by paragraph and command."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store


class Translations:
    """Translations of paragraphs, each made once by one command."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def known(self, pieces: Iterable[str], command: str) -> dict[str, str]:
        """Of these paragraphs those that the command has translated, with what it made of them."""
        found = {}
        with self._store.reading():
            for piece in pieces:
                row = self._store.row(
                    "SELECT translation FROM translations WHERE sha256 = ? AND command = ?",
                    (_hash(piece), codec.encode_text(command)),
                )
                if row is not None:
                    found[piece] = codec.decode_text(row[0])
        return found

    def keep(self, translations: Mapping[str, str], command: str) -> None:
        """Keep what a command made of paragraphs."""
        made = codec.now().isoformat()
        with self._store.noting():
            self._store.run_many(
                """INSERT INTO translations (sha256, command, translation, made) VALUES (?, ?, ?, ?)
                ON CONFLICT (sha256, command) DO UPDATE
                SET translation = excluded.translation, made = excluded.made""",
                [
                    (_hash(piece), codec.encode_text(command), codec.encode_text(words), made)
                    for piece, words in translations.items()
                ],
            )


def _hash(piece: str) -> str:
    return hashlib.sha256(piece.encode("utf-8", "surrogatepass")).hexdigest()
