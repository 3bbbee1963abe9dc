"""The spans of notes: kept with their selectors, and put on the text that is current now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.records import NoteTarget, Reattachment
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Row, Store

if TYPE_CHECKING:
    from newsdiff.model import Article

TARGET = """SELECT note, position, article, sha256, start, end, exact, prefix, suffix, kind,
    reference, retrieved, how, now_sha256, now_start, now_end, similarity FROM note_targets"""


def target(row: Row) -> NoteTarget:
    """A row of `TARGET`."""
    _, _, article, sha256, start, end, exact, prefix, suffix, kind, reference, retrieved, *now = row
    return NoteTarget(
        article=codec.decode_text(article),
        sha256=sha256,
        start=start,
        end=end,
        exact=codec.decode_text(exact),
        prefix=codec.decode_text(prefix),
        suffix=codec.decode_text(suffix),
        kind=kind,
        reference=codec.decode_text(reference),
        retrieved=codec.moment(retrieved) if retrieved else None,
        reattachment=None if now[0] == "as written" else Reattachment(*now),
    )


def keep_target(store: Store, event: str, note: str, position: int, target: NoteTarget) -> None:
    """Write a target, inside `writing`; on an older text it is placed on the current one at once."""
    retrieved = store.row(
        "SELECT retrieved FROM articles WHERE event = ? AND id = ? AND sha256 = ? ORDER BY version DESC",
        (event, codec.encode_text(target.article), target.sha256),
    )
    if retrieved is None:
        raise NotInLibraryError(f"the event has no article {target.article!r} with the text this note is on")
    reattachment = target.reattachment or Reattachment("as written", target.sha256, target.start, target.end)
    store.insert(
        "note_targets",
        note=note,
        position=position,
        article=codec.encode_text(target.article),
        sha256=target.sha256,
        start=target.start,
        end=target.end,
        exact=codec.encode_text(target.exact),
        prefix=codec.encode_text(target.prefix),
        suffix=codec.encode_text(target.suffix),
        kind=target.kind,
        reference=codec.encode_text(target.reference),
        retrieved=retrieved[0],
        how=reattachment.how,
        now_sha256=reattachment.sha256,
        now_start=reattachment.start,
        now_end=reattachment.end,
        similarity=reattachment.similarity,
    )
    now = store.row(
        """SELECT sha256, text FROM articles JOIN texts USING (sha256)
        WHERE event = ? AND id = ? AND current = 1""",
        (event, codec.encode_text(target.article)),
    )
    if now and now[0] != reattachment.sha256:
        _place(store, note, position, target, now[0], codec.decode_text(now[1]))


def reattach_notes(store: Store, event: str, article: Article) -> list[str]:
    """Look for the words of every note on this article in its new text; says which notes lost theirs."""
    rows = store.rows(
        f"{TARGET} JOIN notes ON notes.id = note WHERE event = ? AND article = ?",
        (event, codec.encode_text(article.id)),
    )
    lost = []
    for row in rows:
        reattachment = _place(store, row[0], row[1], target(row), article.sha256, article.text)
        if reattachment.how == "orphan" and row[0] not in lost:
            lost.append(row[0])
    return lost


def _place(
    store: Store, note: str, position: int, target: NoteTarget, sha256: str, text: str
) -> Reattachment:
    if sha256 == target.sha256:
        reattachment = Reattachment("as written", sha256, target.start, target.end)
    else:
        from newsdiff.library.anchors import reattach

        old = store.row("SELECT text FROM texts WHERE sha256 = ?", (target.sha256,))
        reattachment = reattach(
            target, text, sha256=sha256, old_text=codec.decode_text(old[0]) if old else None
        )
    set_reattachment(store, note, position, reattachment)
    return reattachment


def set_reattachment(store: Store, note: str, position: int, reattachment: Reattachment) -> None:
    """Write where a target is now, inside `writing`."""
    store.run(
        """UPDATE note_targets SET how = ?, now_sha256 = ?, now_start = ?, now_end = ?, similarity = ?
        WHERE note = ? AND position = ?""",
        (
            reattachment.how,
            reattachment.sha256,
            reattachment.start,
            reattachment.end,
            reattachment.similarity,
            note,
            position,
        ),
    )
