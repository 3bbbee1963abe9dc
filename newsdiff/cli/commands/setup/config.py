"""``newsdiff config``: where the settings are, what they are, and what is wrong with them."""

from __future__ import annotations

import click

from newsdiff.sanitize import one_line
from newsdiff.settings import read_settings
from newsdiff.settings.library import config_file


@click.group(
    "config",
    epilog="""\b
Examples:
  newsdiff config path                        the file; it need not exist
  newsdiff config show                        every setting and key, with what it does
  newsdiff config show > my.toml              a file to start from
  newsdiff --config my.toml config check      what is wrong in it
""",
)
def command() -> None:
    """Show the settings and keys, and where they are set.

    All keys can be changed in the file, e.g. `next-difference = "x"` under `[keys.reader]`.
    """


@command.command()
@click.pass_context
def path(context: click.Context) -> None:
    """Print where the file of settings is looked for."""
    click.echo(str(config_file(context.find_root().params.get("config"))))


@command.command()
@click.pass_context
def show(context: click.Context) -> None:
    """Print every setting and key as a file that can be edited."""
    from tui.settings_shown import all_problems, as_toml

    settings = read_settings(context.find_root().params.get("config"))
    for problem in all_problems(settings):
        click.echo(f"newsdiff: {one_line(problem)}", err=True)
    click.echo(as_toml(settings), nl=False)


@command.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Name everything in the file that cannot be followed; exit code 1 when there is something."""
    from tui.settings_shown import all_problems

    settings = read_settings(context.find_root().params.get("config"))
    problems = all_problems(settings)
    for problem in problems:
        click.echo(f"newsdiff: {one_line(problem)}", err=True)
    if problems:
        context.exit(1)
    click.echo(f"{settings.file}: nothing is wrong" if settings.file.exists() else "no file: all defaults")
