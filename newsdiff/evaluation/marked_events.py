"""Marked events: the articles of an event beside what careful readers marked in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from newsdiff.evaluation.gold import Gold, GoldError, gold_in
from newsdiff.model import Article
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers import read_event

GOLD_FILE: Final = "gold.json"


@dataclass(frozen=True)
class MarkedEvent:
    """An event with its gold."""

    name: str
    """The folder's name where the gold lies in ``gold.json``, else the file's. No two events share one."""
    gold: Gold
    articles: tuple[Article, ...]
    """As the readers read them. An article's id in the gold is the stem of its file."""


def read_events(paths: Iterable[Path]) -> list[MarkedEvent]:
    """The marked events in `paths`, by name: gold files, their folders, and folders of such folders.

    A file that is named twice is read once. Raises GoldError.
    """
    files = {os.path.realpath(file): file for path in paths for file in _gold_files(path)}
    events: dict[str, MarkedEvent] = {}
    for file in sorted(files.values(), key=lambda file: (_name_of(file), str(file))):
        event = _read(file)
        if event.name in events:
            raise GoldError(f"{file}: another event is called {event.name} as well; rename one of the two")
        events[event.name] = event
    return list(events.values())


def _gold_files(path: Path) -> list[Path]:
    """The gold file that `path` is or holds, else those of its sub-folders."""
    if not path.is_dir():
        return [path]
    here = path / GOLD_FILE
    found = [here] if here.is_file() else sorted(path.glob(f"*/{GOLD_FILE}"))
    if not found:
        raise GoldError(
            f"{path}: holds no {GOLD_FILE}; name a gold file, its folder or a folder of such folders"
        )
    return found


def _name_of(file: Path) -> str:
    return file.resolve().parent.name if file.name == GOLD_FILE else file.stem


def _read(file: Path) -> MarkedEvent:
    """Only the texts that the gold speaks of are read, so what else lies in the folder is no article."""
    gold, name = gold_in(file), _name_of(file)
    reading = read_event([_text_of(article.id, file, name) for article in gold.articles])
    if len(reading.articles) < 2:
        trouble = f": {reading.problems[0]}" if reading.problems else ""
        raise GoldError(f"{file}: fewer than two of its articles can be read{trouble}")
    return MarkedEvent(name, gold, reading.articles)


def _text_of(article_id: str, gold_file: Path, name: str) -> Path:
    for folder in _folders(gold_file, name):
        text = folder / f"{article_id}.txt"
        if text.is_file():
            return text
    raise GoldError(
        f"{gold_file}: the text {article_id}.txt is neither beside it nor in a folder {name}/ above"
    )


def _folders(gold_file: Path, name: str) -> Iterator[Path]:
    """Where texts are looked for: beside the gold, then in a folder of the event's name above it."""
    yield gold_file.parent
    for above in gold_file.resolve().parents:
        yield above / name
