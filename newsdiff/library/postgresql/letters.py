"""Texts that PostgreSQL cannot hold as they are (with a NUL, with lone surrogates), and the way back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Final

from psycopg.abc import Buffer
from psycopg.adapt import Loader

_MARK: Final = "\x1a"
"""Begins a text that is kept as Base64 of its UTF-8: SUBSTITUTE, which stands for what cannot be shown."""


def kept(text: str | bytes) -> str:
    """A text as a column holds it; `bytes` are UTF-8 with lone surrogates, as `tables.codec` makes them."""
    if isinstance(text, bytes):
        return _MARK + b64encode(text).decode("ascii")
    if "\0" in text or text.startswith(_MARK):
        return _MARK + b64encode(text.encode("utf-8")).decode("ascii")
    return text


class TextLoader(Loader):
    """The text in a column."""

    def load(self, data: Buffer) -> str:
        """As it was before `kept`."""
        text = str(data, "utf-8")
        if not text.startswith(_MARK):
            return text
        return b64decode(text[1:]).decode("utf-8", "surrogatepass")
