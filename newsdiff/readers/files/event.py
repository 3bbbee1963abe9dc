"""Files and folders as one event: every readable article, and one line for each problem."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path

from newsdiff.model import Article
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.article import as_given
from newsdiff.readers.files.article_files import SUFFIXES, articles_in, place_in
from newsdiff.readers.files.event_file import FILE_NAME, ArticleEntry, EventFile, read_event_file
from newsdiff.readers.files.formats import REMEDIES

PROBLEMS_OF_A_FILE = 5
"""Most problems that are reported of one file: a JSON file that is about something else has one for every
object."""


@dataclass(frozen=True)
class EventReading:
    """The articles of files and folders, and one line for each problem.

    Neither depends on the order in which the paths were named.
    """

    title: str | None
    articles: tuple[Article, ...]
    problems: tuple[str, ...] = ()


@dataclass
class _Gathering:
    """The files to read, by identity, with the event files of their folders and the problems so far."""

    files: dict[str, Path] = field(default_factory=dict)
    event_files: dict[Path, EventFile] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add_file(self, file: Path) -> None:
        """A file to read, unless it is already there under this or another name."""
        identity = os.path.realpath(file)
        if identity in self.files:
            self.problems.append(f"{as_given(file)}: is named twice: it was read once")
        else:
            self.files[identity] = file
        self.event_file(file.parent)

    def event_file(self, folder: Path) -> EventFile:
        """The event.toml of a folder, read once."""
        if folder not in self.event_files:
            self.event_files[folder] = read_event_file(folder)
            self.problems += self.event_files[folder].problems
        return self.event_files[folder]

    def entry_of(self, file: Path) -> ArticleEntry | None:
        """What the event.toml beside a file says about it."""
        return self.event_file(file.parent).articles.get(file.name)


def read_event(paths: Iterable[Path | str]) -> EventReading:
    """Read files and folders (not their sub-folders) as one event. Never raises for what they hold.

    An event.toml in a folder, or beside a file, names the event and describes the articles. A file named
    twice is read once; of files with the same text the first by name is kept."""
    gathering = _Gathering()
    for path in sorted(map(Path, paths), key=lambda path: (path.name, str(path))):
        if os.path.isdir(path):
            _add_folder(path, gathering)
        else:
            gathering.add_file(path)
    files = sorted(gathering.files.values(), key=lambda file: (file.name, str(file)))
    read = [(place_in(file, article.source), article) for file in files for article in _read(file, gathering)]
    articles = _without_copies(read, gathering.problems)
    return EventReading(_title(gathering.event_files), articles, tuple(sorted(set(gathering.problems))))


def _add_folder(folder: Path, gathering: _Gathering) -> None:
    """All article files of a folder. Hidden files, sub-folders and event.toml are skipped."""
    name = as_given(folder)
    try:
        visible = (entry for entry in folder.iterdir() if not entry.name.startswith("."))
        entries = sorted(entry for entry in visible if entry.name != FILE_NAME and not entry.is_dir())
    except OSError as error:
        gathering.problems.append(
            f"{name}: the folder cannot be read ({error.strerror}): check its permissions"
        )
        return
    files = [entry for entry in entries if entry.suffix.lower() in SUFFIXES]
    for entry in entries:
        if entry.suffix.lower() not in SUFFIXES:
            gathering.problems.append(_passed_over(entry))
    if not files:
        gathering.problems.append(f"{name}: has no articles: put {' or '.join(SUFFIXES)} files into it")
    for file in files:
        gathering.add_file(file)
    there = {entry.name for entry in entries}
    for listed in gathering.event_file(folder).articles:
        if listed not in there:
            gathering.problems.append(
                f"{as_given(folder / listed)}: is listed in {FILE_NAME} and missing:"
                " add the file or remove the entry"
            )


def _passed_over(entry: Path) -> str:
    suffix = entry.suffix.lower()
    remedy = REMEDIES.get(suffix, f"articles end in {' or '.join(SUFFIXES)}")
    return f"{as_given(entry)}: was left out, files of type {suffix or '(none)'} are not read: {remedy}"


def _read(file: Path, gathering: _Gathering) -> list[Article]:
    read = list(articles_in(file, gathering.entry_of(file)))
    problems = [str(one) for one in read if isinstance(one, UnreadableArticleError)]
    gathering.problems += problems[:PROBLEMS_OF_A_FILE]
    left = len(problems) - PROBLEMS_OF_A_FILE
    if left > 0:
        gathering.problems.append(f"{as_given(file)}: {left:,} more of its objects are not articles")
    return [one for one in read if not isinstance(one, UnreadableArticleError)]


def _without_copies(read: Sequence[tuple[str, Article]], problems: list[str]) -> tuple[Article, ...]:
    """Of articles with one text only the first: a text compared with itself would outweigh everything else.
    Two pages of one address may differ in what stands around it."""
    first: dict[str, str] = {}
    kept = []
    for place, article in read:
        page = f"{article.url}\n{article.reading_text}" if article.url else article.sha256
        same = first.get(article.sha256) or first.get(page)
        if same is None:
            first[article.sha256] = first[page] = place
            kept.append(article)
        else:
            problems.append(f"{place}: has the same text as {same}: it was left out")
    return tuple(kept)


def _title(event_files: dict[Path, EventFile]) -> str | None:
    return next(
        (event_files[folder].title for folder in sorted(event_files) if event_files[folder].title), None
    )
