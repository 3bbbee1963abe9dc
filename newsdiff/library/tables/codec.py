"""Conversion between records and columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeAlias

from newsdiff.library.records import Overview, ReadingPosition, View
from newsdiff.passwords import without_password

if TYPE_CHECKING:
    from newsdiff.model import Article, Block, Role

Column: TypeAlias = str | bytes | memoryview | int | float | None
"""Text that UTF-8 cannot hold is `bytes`; what is no text at all is a `memoryview`."""
_SCALAR = (str, int, float)


def encode_text(text: str) -> str | bytes:
    """Text as a column value: itself, or its bytes when SQLite's UTF-8 cannot hold it (lone surrogates)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def encode_text_or_none(text: str | None) -> str | bytes | None:
    """The same for a column that may be empty."""
    return None if text is None else encode_text(text)


def decode_text(value: str | bytes) -> str:
    """The text in a column."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def decode_text_or_none(value: str | bytes | None) -> str | None:
    """The same for a column that may be empty."""
    return None if value is None else decode_text(value)


def address(value: str | bytes | None) -> str | None:
    """An address in a column that may be empty. An earlier version kept passwords: they are left out."""
    return None if value is None else without_password(decode_text(value))


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def moment(value: str) -> datetime:
    """A time column."""
    return datetime.fromisoformat(value)


def moment_or_none(value: str | None) -> datetime | None:
    """The same for a column that may be empty."""
    return None if value is None else moment(value)


def day(value: str | None) -> date | None:
    """A date column."""
    return None if value is None else date.fromisoformat(value)


def to_json(value: object) -> str:
    """JSON in ASCII: escapes keep even lone surrogates."""
    return json.dumps(value, separators=(",", ":"))


def texts(value: str) -> tuple[str, ...]:
    """A JSON list of strings."""
    return tuple(str(item) for item in json.loads(value))


def mapping(value: str) -> dict[str, str]:
    """A JSON object of strings."""
    return {str(key): str(item) for key, item in json.loads(value).items()}


def blocks_to_json(blocks: Sequence[Block]) -> str:
    """Blocks without their ids, which follow from their order."""
    return to_json([[block.role, block.start, block.end, block.reason] for block in blocks])


def blocks(
    article: str, value: str, changed: Mapping[tuple[int, int], tuple[Role, str]]
) -> tuple[Block, ...]:
    """The blocks of an article, with the roles the reader `changed` (by start and end)."""
    from newsdiff.model import Block, numbered

    found = []
    for role, start, end, reason in json.loads(value):
        role, reason = changed.get((start, end), (role, reason))
        found.append(Block("", role, start, end, reason))
    return numbered(article, found)


def words(article: Article) -> int:
    """Words in the body."""
    return sum(len(article.slice(block).split()) for block in article.paragraphs)


def overview_to_json(overview: Overview) -> str:
    """The overview of an event."""
    return to_json(
        {
            "differences": overview.differences,
            "lines": overview.lines,
            "only_here": dict(overview.unmatched),  # the name under which libraries hold it
            "takes": overview.takes,
        }
    )


def overview(value: str) -> Overview | None:
    """The overview in a column; None when it is not one (it can be computed again)."""
    match _loaded(value):
        case {"differences": int(differences), "lines": [*lines], "only_here": {**shares}, **more}:
            takes = more.get("takes")
            return Overview(
                differences,
                tuple(line for line in lines if isinstance(line, str)),
                {str(name): share for name, share in shares.items() if isinstance(share, int | float)},
                tuple(take for take in takes if isinstance(take, str)) if isinstance(takes, list) else (),
            )
    return None


def view_to_json(view: View) -> str:
    """A view without its paragraph, which is kept as an anchor."""
    place = {"row": view.place.row, "pane": view.place.pane, "detail": view.place.detail}
    return to_json(
        {
            "sources": view.sources,
            "base": view.base,
            "level": view.level,
            "place": place,
            "options": dict(view.options),
        }
    )


def view(value: str, paragraph: str | None) -> View:
    """The view in a column. One that cannot be read (a later newsdiff's?) is as if never set."""
    match _loaded(value):
        case {
            "sources": [*sources],
            "base": None | str() as base,
            "level": "strict" | "normal" | "all" as level,
            "place": {
                "row": None | str() as row,
                "pane": None | str() as pane,
                "detail": None | str() as detail,
            },
            "options": {**options},
        }:
            return View(
                tuple(source for source in sources if isinstance(source, str)),
                base,
                level,
                ReadingPosition(row, paragraph, pane, detail),
                {str(name): one for name, one in options.items() if one is None or isinstance(one, _SCALAR)},
            )
    return View(place=ReadingPosition(paragraph=paragraph))


def _loaded(value: str) -> object:
    """What a column of JSON holds. Checked by hand: pydantic costs more time to import than newsdiff has to
    start in."""
    try:
        return json.loads(value)
    except ValueError:
        return None
