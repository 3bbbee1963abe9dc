"""Passwords in addresses: newsdiff uses, stores and shows none."""

from __future__ import annotations

from typing import Final

from newsdiff.patterns import lazy_pattern

LEFT_OUT: Final = "the name and password in its address were left out"
_BEFORE_HOST: Final = lazy_pattern(r"(?i)\b(?P<scheme>[a-z][a-z0-9+.-]{0,30}:[/\\]{2})[^\s/?#\\]*@")
"""The host ends at the first of ``/ ? # \\``; all before the last ``@`` in it is a name and password."""


def without_password(text: str) -> str:
    """The text, with the name and password left out of every address in it."""
    return _BEFORE_HOST.sub(r"\g<scheme>", text) if "@" in text else text


def holds_password(text: str) -> bool:
    """Whether an address in the text holds a name or password."""
    return "@" in text and _BEFORE_HOST.search(text) is not None
