"""What commands that compare have in common: the articles named on the command line, which are read and of
which two must be left, and how sure a difference must be to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from newsdiff.model import Article, Level
from newsdiff.sanitize import one_line

if TYPE_CHECKING:
    from newsdiff.readers import EventReading

paths_argument = click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
"""Files and folders. The reader checks whether they exist: one missing file must not stop the rest."""
level_option = click.option(
    "--level",
    type=click.Choice(get_args(Level)),
    default="normal",
    show_default=True,
    help="How sure newsdiff must be before it shows a difference.",
)


def read_paths(paths: Sequence[Path]) -> EventReading:
    """Read the files and folders; each problem becomes one line on stderr.

    Raises click.ClickException (exit code 1) when fewer than two articles are left.
    """
    from newsdiff.readers import read_event

    reading = read_event(paths)
    for problem in reading.problems:
        click.echo(f"newsdiff: {one_line(problem)}", err=True)
    for article in reading.articles:
        for remark in article.remarks:
            click.echo(f"newsdiff: {one_line(f'{article.source}: {remark}')}", err=True)
    if len(reading.articles) < 2:
        left = "only one article is" if reading.articles else "no article is"
        raise click.ClickException(f"{left} left to compare: name at least two files, or a folder with two")
    return reading


def article_called(name: str, articles: Sequence[Article]) -> str:
    """The id of the article that `name` means: its id, its outlet or its file.

    Raises click.UsageError when there is none, or more than one.
    """
    wanted = name.casefold()
    found = [article.id for article in articles if wanted in _names(article)]
    if len(found) == 1:
        return found[0]
    choice = ", ".join(article.label for article in articles)
    problem = "matches more than one article" if found else "is not one of the articles"
    raise click.UsageError(f"--base {name} {problem}: choose one of {choice}", click.get_current_context())


def _names(article: Article) -> set[str]:
    file = Path(article.source)
    names = (article.id, article.label, article.outlet or "", file.name, file.stem)
    return {name.casefold() for name in names if name}
