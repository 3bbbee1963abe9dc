"""The library as commands use it: opened where ``--data-dir`` says, its errors as one line on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.library.searching import FORGIVING_UP_TO, plain_letters
from newsdiff.sanitize import one_line

MOST_NEAR = 50
"""Events among which one with that part of a title is looked for."""
MOST_LISTED = 3

if TYPE_CHECKING:
    from newsdiff.library import Library, StoredEvent
    from newsdiff.settings.model import Settings


def data_dir_of(context: click.Context) -> Path | None:
    """What ``--data-dir`` says."""
    found = context.find_root().ensure_object(dict).get("data_dir")
    return found if isinstance(found, Path) else None


def settings_of(context: click.Context) -> Settings:
    """What the file of settings says; each thing that is wrong in it is a line on stderr."""
    from newsdiff.settings import read_settings

    settings = read_settings(context.find_root().params.get("config"))
    for wrong in settings.problems:
        click.echo(f"newsdiff: {one_line(settings.describe(wrong))}", err=True)
    return settings


@contextmanager
def library_of(context: click.Context, *, begin: bool = False) -> Iterator[Library]:
    """The library; its errors end the command with exit code 1. A missing library is created only with
    `begin`."""
    from newsdiff.library import library_file, open_library

    file = library_file(data_dir_of(context))
    if not begin and not there_is_a_library(context):
        raise click.ClickException(
            f"{file}: there is no library yet; start newsdiff once or choose --data-dir"
        )
    with in_click_words(), open_library(data_dir_of(context)) as library:
        if library.remark:
            click.echo(f"newsdiff: {one_line(library.remark)}", err=True)
        yield library


def there_is_a_library(context: click.Context) -> bool:
    """Whether there is one to open: a file, or a database that was named."""
    from newsdiff.library import chosen_address, library_file

    with in_click_words():
        return chosen_address() is not None or library_file(data_dir_of(context)).exists()


@contextmanager
def in_click_words() -> Iterator[None]:
    """Errors of the library, or too few articles to compare, as errors of the command."""
    from newsdiff.library.errors import LibraryError

    try:
        yield
    except (LibraryError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror or error}") from error


def event_named(library: Library, event: str) -> StoredEvent:
    """The event whose id begins so (at least four characters), that has this title, or alone has this in it.

    Raises click.ClickException when there is none, or more than one; it names those that are near.
    """
    found = library.events.named(event)
    near: tuple[StoredEvent, ...] = ()
    if not found:
        near = _near(library, event)
        wanted = plain_letters(event)
        found = tuple(one for one in near if wanted in plain_letters(one.title or ""))
    if len(found) == 1:
        return found[0]
    if found:
        raise click.ClickException(f"{event!r} may be {_listed(found)}: give more of the title, or the id")
    advice = f"near are {_listed(near)}" if near else "see newsdiff list"
    raise click.ClickException(f"the library has no event {event!r}: {advice}")


def _near(library: Library, words: str) -> tuple[StoredEvent, ...]:
    """Events with all the words; in a small library without any, those that nearly match."""
    found = library.events.page(words, limit=MOST_NEAR)
    return found or (library.events.search(words) if library.events.count() <= FORGIVING_UP_TO else ())


def _listed(events: tuple[StoredEvent, ...]) -> str:
    named = [f"{one.id} “{one.title or 'untitled'}”" for one in events[:MOST_LISTED]]
    return ", ".join(named) + (", …" if len(events) > MOST_LISTED else "")
