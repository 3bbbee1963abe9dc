"""The command line. Each subcommand's module is imported only when it is called."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from pathlib import Path
from typing import NoReturn

import click
from click.core import ParameterSource

from newsdiff import __version__, environment

SUBCOMMANDS = {
    "open": ("comparisons.open", "Read files or a folder side by side."),
    "list": ("stored.list", "List or search the events of the library."),
    "why": ("stored.why", "Explain why articles stand together in an event."),
    "takes": ("stored.takes", "Group the articles of an event by what they put first."),
    "history": ("stored.history", "Show the texts that an article has had, and what changed."),
    "events": ("stored.events", "Correct events: merge, move, split, pin."),
    "add": ("incoming.add", "Add articles to the library: files, folders, pages, feeds."),
    "outlets": ("incoming.outlets", "List news outlets by country."),
    "feeds": ("incoming.feeds", "Manage the feeds that update asks."),
    "update": ("incoming.update", "Add new articles from the feeds."),
    "blindspots": ("stored.blindspots", "Show what other countries report and no outlet at home does."),
    "worker": ("incoming.worker", "Keep asking the feeds until stopped, alone or beside other machines."),
    "report": ("comparisons.report", "Compare files or a folder; print JSON, Markdown, HTML or CSV."),
    "opinion": (
        "comparisons.opinion",
        "Ask a program of your own for a second opinion on what newsdiff finds.",
    ),
    "export": (
        "comparisons.export",
        "Write a saved comparison with its notes: Markdown, HTML, JSON, CSV, W3C, bundle.",
    ),
    "import": ("comparisons.import_", "Import a bundle from another machine."),
    "diff": ("comparisons.diff", "Show what changed between two saved comparisons of one event."),
    "library": ("setup.library", "Check, back up, restore or find the library."),
    "eval": ("comparisons.eval", "Measure the engine against hand-made gold."),
    "serve": ("setup.serve", "Show the same app in a browser on this computer."),
    "config": ("setup.config", "Show the settings and keys, and where they are set."),
    "completion": ("setup.completion", "Print the shell completion script."),
}
"""Name -> the module in `commands` that holds the `command`, and what it does."""


class LazyGroup(click.Group):
    """A group that knows its subcommands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which help shows them."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None if there is none."""
        if cmd_name not in SUBCOMMANDS:
            return None
        module, _ = SUBCOMMANDS[cmd_name]
        command: click.Command = importlib.import_module(f"{__name__}.commands.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command; for a file or folder in its place a hint at those that take one."""
        if args and args[0] not in SUBCOMMANDS and Path(args[0]).exists():
            raise click.UsageError(
                f"{args[0]} is a file or folder, not a command: newsdiff open {args[0]} reads it,"
                f" newsdiff add {args[0]} adds it to the library",
                ctx,
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help text, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, does) for name, (_, does) in SUBCOMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  newsdiff                            the library; at first launch it holds a sample event
  newsdiff open articles/             read a folder of articles side by side
  newsdiff open a.txt b.md c.txt      the same with single files
  newsdiff report articles/ -o r.json everything the screen shows, as JSON
  newsdiff report a.txt b.txt --format markdown
""",
)
@click.version_option(__version__, "--version", prog_name="newsdiff", message="%(prog)s %(version)s")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    envvar=environment.DATA_DIR,
    show_envvar=True,
    help="Where the library is kept, instead of the platform's data folder.",
)
@click.option(
    "--library",
    metavar="ADDRESS",
    envvar=environment.LIBRARY,
    show_envvar=True,
    help="A library on PostgreSQL instead: postgresql://host/database or service=NAME, without a password.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar=environment.CONFIG,
    show_envvar=True,
    help="The file of settings, instead of config.toml in the platform's config folder.",
)
@click.option("--theme", metavar="NAME", help="Start the app in this theme.")
@click.option("--served", is_flag=True, hidden=True, help="Run for a visitor of newsdiff serve.")
@click.pass_context
def cli(
    context: click.Context,
    data_dir: Path | None,
    library: str | None,
    config: Path | None,
    theme: str | None,
    served: bool,
) -> None:
    """Read several outlets' articles on one event side by side.

    newsdiff compares across outlets, not one article over time. It shows what the outlets share, where
    they differ, what they spell differently and what only one of them says, each with the verbatim words.
    Without a command it opens the library.
    """
    if context.get_parameter_source("config") is ParameterSource.ENVIRONMENT:
        config = None  # the settings look there themselves, and one that is not there yet is no trouble
    environment.chosen_config = config
    _choose_library(context, library, config)
    context.obj = {"data_dir": data_dir, "config": config, "theme": theme}
    if context.invoked_subcommand is None:
        from tui.app import run

        context.exit(run(data_dir=data_dir, theme=theme, config=config, served=served))


def _choose_library(context: click.Context, library: str | None, config: Path | None) -> None:
    """Let all that this command opens, and every program that it starts, use the library that was named."""
    wanted = {environment.LIBRARY: library, environment.CONFIG: str(config) if config else None}
    before = {name: os.environ.get(name) for name, value in wanted.items() if value is not None}
    os.environ.update({name: value for name, value in wanted.items() if value is not None})

    @context.call_on_close
    def put_back() -> None:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def main() -> NoReturn:
    """Run the command line; every error is one line on stderr (exit code 2 for usage, 1 for the rest)."""
    atexit.register(gc.freeze)  # when the process ends, nobody need look for what is in a circle
    try:
        result = cli.main(prog_name="newsdiff", standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        complain(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read our output has gone (newsdiff report … | head): nothing is wrong.
        sys.stdout = None
        sys.exit(141)
    except OSError as error:  # a path that no file can have, a disk that is full
        message = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        complain(click.ClickException(message))
        sys.exit(1)


def complain(error: click.ClickException) -> None:
    """The error on stderr, on one line, without terminal escapes."""
    from newsdiff.sanitize import one_line

    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f" (see: {context.command_path} --help)" if context else ""
    click.echo(f"newsdiff: {one_line(error.format_message())}{hint}", err=True)
