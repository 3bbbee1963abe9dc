"""Packing a saved comparison for another library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.library.errors import LibraryError
from newsdiff.library.records import Note, SavedComparison, StoredVerdict
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Row, Store
from newsdiff.library.tables.texts import articles
from newsdiff.library.transfer import (
    ParagraphAnchor,
    RoleChange,
    Transfer,
    TransferLink,
    TransferSaved,
    TransferText,
)

_ANCHOR = 'SELECT article, sha256, start, "end" FROM anchors WHERE number = ?'


def pack(
    store: Store, saved: SavedComparison, notes: Sequence[Note], verdicts: Sequence[StoredVerdict]
) -> Transfer:
    """The saved comparison with every text of its articles, and of those that notes and verdicts are on."""
    if len(saved.texts) < 2:
        raise LibraryError(f"“{saved.name}” holds fewer than two articles: there is nothing to export")
    with store.reading():
        names = {*saved.texts, *(target.article for note in notes for target in note.targets)}
        names |= {one.target.article for verdict in verdicts for one in verdict.targets}
        texts = [one for name in sorted(names) for one in _texts(store, saved.event, name)]
        event = store.row("SELECT title, created FROM events WHERE id = ?", (saved.event,)) or (None, "")
        return Transfer(
            event=saved.event,
            title=codec.decode_text_or_none(event[0]),
            created=codec.moment(event[1]),
            texts=tuple(texts),
            saved=_saved(store, saved),
            notes=tuple(notes),
            verdicts=tuple(verdicts),
        )


def _texts(store: Store, event: str, name: str) -> list[TransferText]:
    found = []
    for stored, article in reversed(articles.versions(store, event, name)):
        key = (event, codec.encode_text(name), stored.sha256)
        roles = store.rows(
            """SELECT start, "end", role, reason FROM roles WHERE event = ? AND article = ? AND sha256 = ?
            ORDER BY start, "end" """,
            key,
        )
        changes = tuple(
            RoleChange(start, end, role, codec.decode_text(why)) for start, end, role, why in roles
        )
        renamed = stored.outlet if stored.renamed else None
        found.append(TransferText(article, stored.retrieved, renamed, changes))
    return found


def _saved(store: Store, saved: SavedComparison) -> TransferSaved:
    row = store.row("SELECT view, paragraph FROM saved WHERE id = ?", (saved.id,)) or ("{}", None)
    view = codec.view(row[0], None)
    names = saved.texts.keys()
    links = store.rows("SELECT a, b, linked FROM saved_links WHERE saved = ?", (saved.id,))
    packed = [TransferLink(_anchor(store, a), _anchor(store, b), bool(linked)) for a, b, linked in links]
    return TransferSaved(
        id=saved.id,
        name=saved.name,
        created=saved.created,
        updated=saved.updated,
        version=saved.version,
        texts=dict(sorted(saved.texts.items())),
        view=replace(view, sources=tuple(one for one in view.sources if one in saved.texts)),
        paragraph=None if row[1] is None else _anchor(store, row[1]),
        links=tuple(sorted((one for one in packed if {one.a.article, one.b.article} <= names), key=str)),
    )


def _anchor(store: Store, number: int) -> ParagraphAnchor:
    row: Row = store.row(_ANCHOR, (number,)) or ("", "", 0, 0)
    return ParagraphAnchor(codec.decode_text(row[0]), *row[1:])
