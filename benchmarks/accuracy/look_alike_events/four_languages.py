"""Ten made-up events, each reported once in English, German, French and Spanish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from newsdiff.model import Article, Block, numbered


def in_four_languages() -> list[tuple[Article, str]]:
    """Articles with the name of their event."""
    found: list[tuple[Article, str]] = []
    event, day, tag, lines = "", date.min, "", list[str]()

    def add() -> None:
        if not lines:
            return
        title, text = lines
        name = f"{event}-{tag}"
        blocks = numbered(name, [Block("", "paragraph", 0, len(text))])
        article = Article(
            name, f"{name}.txt", text, blocks, title=title, outlet=name, language=tag, published=day
        )
        found.append((article, event))
        lines.clear()

    for line in Path(__file__).with_name("four_languages.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            add()
            day, event = date.fromisoformat(line[3:13]), line[14:]
        elif line.startswith("-- "):
            add()
            tag = line[3:]
        elif line and not line.startswith("#"):
            lines.append(line)
    add()
    return found
