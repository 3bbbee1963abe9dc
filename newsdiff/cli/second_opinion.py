"""The program that is asked for a second opinion, as commands use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import library_of, settings_of, there_is_a_library
from newsdiff.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from newsdiff.library import Library
    from newsdiff.library.opinions_at_hand import OpinionsAtHand
    from newsdiff.library.second_opinions import AskedAll, SecondOpinions
    from newsdiff.model import Comparison
    from newsdiff.opinion.asking import Tally
    from newsdiff.opinion.question import Question
    from newsdiff.settings.model import SecondOpinion


def needed_setting(context: click.Context) -> SecondOpinion:
    """The program of the settings; raises click.ClickException where none is named."""
    setting = settings_of(context).second_opinion
    if setting is None:
        from newsdiff.settings.library import config_file

        file = config_file(context.find_root().params.get("config"))
        raise click.ClickException(
            f"{file}: names no program to ask: set “command” under [second_opinion]"
            " (newsdiff config show explains it, newsdiff opinion --questions FILE needs none)"
        )
    return setting


@contextmanager
def asking(context: click.Context, setting: SecondOpinion) -> Iterator[SecondOpinions]:
    """Whom to ask. Answers are kept in the library if there is one; none is begun for them."""
    from newsdiff.library.second_opinions import second_opinions
    from newsdiff.opinion.template import TemplateError

    with library_of(context) if there_is_a_library(context) else nullcontext() as library:
        try:
            yield second_opinions(setting, library.opinions if library else None)
        except TemplateError as error:
            raise click.ClickException(str(error)) from error


def at_hand(context: click.Context, library: Library) -> OpinionsAtHand | None:
    """The opinions that the library holds; None where it holds none."""
    if library.opinions.is_empty:
        return None
    from newsdiff.library.second_opinions import opinions_at_hand
    from newsdiff.opinion.template import TemplateError

    try:
        return opinions_at_hand(settings_of(context).second_opinion, library.opinions)
    except TemplateError as error:
        raise click.ClickException(str(error)) from error


def ask(opinions: SecondOpinions, comparison: Comparison, questions: Collection[Question]) -> AskedAll:
    """Ask, with a bar on a terminal; what came of it is a line on stderr, also where ctrl-c stops it. Raises
    click.ClickException."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from newsdiff.reader_program import ProgramError

    console, name = Console(stderr=True), one_line(opinions.asked.name)
    columns = TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()
    latest: list[Tally] = []
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(f"asking {name}", total=len(questions))

        def show(tally: Tally) -> None:
            latest[:] = [tally]
            bar.update(task, completed=tally.kept + tally.accepted + len(tally.rejected))

        try:
            asked = opinions.ask(comparison, questions, show=show)
        except ProgramError as error:
            so_far = f" (until then: {latest[0].as_text()})" if latest else ""
            raise click.ClickException(f"{error}{so_far}") from error
        except KeyboardInterrupt:
            bar.stop()
            so_far = latest[0].as_text() if latest else "nothing was answered"
            click.echo(f"newsdiff: {name}: stopped: {so_far}", err=True)
            raise
    click.echo(f"newsdiff: {name}: {asked.tally.as_text()}", err=True)
    return asked
