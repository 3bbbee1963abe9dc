"""What goes wrong when something is translated."""

from __future__ import annotations

from newsdiff.sanitize import one_line


class TranslationError(Exception):
    """A text could not be translated; the message is one line that names the program and what to do."""

    def __init__(self, name: str, trouble: str, remedy: str) -> None:
        super().__init__(one_line(f"{name} {trouble}: {remedy}"))


class TranslationStoppedError(Exception):
    """The reader did not wait for it; nothing is wrong."""
