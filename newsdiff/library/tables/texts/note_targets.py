"""The spans of notes and verdicts: kept with their selectors, and put on the text that is current now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.records import NoteTarget, Reattachment
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Row, Store

if TYPE_CHECKING:
    from newsdiff.model import Article

Owner: TypeAlias = Literal["note", "verdict"]
"""What a span belongs to: the table is ``note_targets`` or ``verdict_targets``, the column the word."""
_COLUMNS = """position, article, sha256, start, "end", exact, prefix, suffix, kind,
    reference, retrieved, how, now_sha256, now_start, now_end, similarity"""
TARGET = f"SELECT note, {_COLUMNS} FROM note_targets"
VERDICT_TARGET = f"SELECT verdict, {_COLUMNS}, part FROM verdict_targets"


def target(row: Row) -> NoteTarget:
    """A row of `TARGET` or `VERDICT_TARGET`."""
    _, _, article, sha256, start, end, exact, prefix, suffix, kind, reference, retrieved, *now = row[:17]
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


def keep_target(
    store: Store,
    event: str,
    owner: str,
    position: int,
    target: NoteTarget,
    *,
    of: Owner = "note",
    part: int | None = None,
) -> None:
    """Write a target, inside `writing`; on an older text it is placed on the current one at once."""
    retrieved = store.row(
        "SELECT retrieved FROM articles WHERE event = ? AND id = ? AND sha256 = ? ORDER BY version DESC",
        (event, codec.encode_text(target.article), target.sha256),
    )
    if retrieved is None:
        raise NotInLibraryError(f"the event has no article {target.article!r} with the text this {of} is on")
    reattachment = target.reattachment or Reattachment("as written", target.sha256, target.start, target.end)
    owned: dict[str, codec.Column] = {of: owner} if part is None else {of: owner, "part": part}
    store.insert(
        f"{of}_targets",
        **owned,
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
        _place(store, owner, position, target, now[0], codec.decode_text(now[1]), of)


def reattach_notes(store: Store, event: str, article: Article) -> list[str]:
    """Look for the words of every note and verdict on this article in its new text; says which notes lost
    theirs. A verdict whose words are lost is no longer applied."""
    lost = dict[str, None]()
    owners: tuple[tuple[Owner, str], ...] = (("note", TARGET), ("verdict", VERDICT_TARGET))
    for of, targets in owners:
        rows = store.rows(
            f"{targets} WHERE {of} IN (SELECT id FROM {of}s WHERE event = ?) AND article = ?",
            (event, codec.encode_text(article.id)),
        )
        for row in rows:
            reattachment = _place(store, row[0], row[1], target(row), article.sha256, article.text, of)
            if of == "note" and reattachment.how == "orphan":
                lost[row[0]] = None
    return [*lost]


def _place(
    store: Store,
    owner: str,
    position: int,
    target: NoteTarget,
    sha256: str,
    text: str,
    of: Owner,
) -> Reattachment:
    if sha256 == target.sha256:
        reattachment = Reattachment("as written", sha256, target.start, target.end)
    else:
        from newsdiff.library.anchors import reattach

        old = store.row("SELECT text FROM texts WHERE sha256 = ?", (target.sha256,))
        reattachment = reattach(
            target, text, sha256=sha256, old_text=codec.decode_text(old[0]) if old else None
        )
    set_reattachment(store, owner, position, reattachment, of)
    return reattachment


def set_reattachment(
    store: Store, owner: str, position: int, reattachment: Reattachment, of: Owner = "note"
) -> None:
    """Write where a target is now, inside `writing`."""
    store.run(
        f"""UPDATE {of}_targets SET how = ?, now_sha256 = ?, now_start = ?, now_end = ?, similarity = ?
        WHERE {of} = ? AND position = ?""",
        (
            reattachment.how,
            reattachment.sha256,
            reattachment.start,
            reattachment.end,
            reattachment.similarity,
            owner,
            position,
        ),
    )
