"""What a card is made of: paragraphs of styled runs, some of which lead to a place in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Run = tuple[str, str]
"""A text and the name of its style."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place in an article that a line of the card leads to."""

    article: str
    offset: int


@dataclass(frozen=True, slots=True)
class CardItem:
    """A paragraph of the card; its second line and the following are indented by `indent` cells."""

    runs: tuple[Run, ...]
    indent: int = 0
    target: Target | None = None

    @property
    def text(self) -> str:
        """The words without styles."""
        return "".join(text for text, _ in self.runs)


BLANK: Final = CardItem(())
