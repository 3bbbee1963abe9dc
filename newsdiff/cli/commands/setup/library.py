"""``newsdiff library …``: maintenance of the library file."""

from __future__ import annotations

from pathlib import Path

import click

from newsdiff.cli.library_access import data_dir_of, in_click_words
from newsdiff.sanitize import one_line


@click.group("library")
def command() -> None:
    """Check the library, set it up, copy it, back it up, restore a backup, or print where it is."""


@command.command("path")
@click.pass_context
def path(context: click.Context) -> None:
    """Print the file that the library is kept in, which need not be there yet, or the address."""
    from newsdiff.library import chosen_address
    from newsdiff.library.folder import library_file
    from newsdiff.settings.library import without_secrets

    with in_click_words():
        address = chosen_address()
    if address is not None:
        click.echo(one_line(without_secrets(address)))
        return
    click.echo(str(library_file(data_dir_of(context)).absolute()))


@command.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, file: Path | None) -> None:
    """Look at every page, reference and text of the library, or of a backup file; changes nothing.

    The exit code is 1 when something is wrong.
    """
    from newsdiff.library.maintenance import check_file, check_library

    with in_click_words():
        found = check_file(file) if file else check_library(data_dir_of(context))
    if found.is_sound:
        counts = ", ".join(f"{number:,} {name}" for name, number in found.counts.items())
        click.echo(one_line(f"{found.place}: sound ({counts})"))
        return
    for problem in found.problems[1:]:
        click.echo(f"newsdiff: {one_line(problem)}", err=True)
    first = found.problems[0]
    problem = first if found.place in first else f"{found.place}: {first}"
    remedy = "" if ";" in first or not found.is_file else "; run “newsdiff library restore” with a backup"
    # What the library says when it cannot be opened begins with the check that has just been made.
    raise click.ClickException((problem + remedy).replace("run “newsdiff library check”, then ", "run "))


@command.command("backup")
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.pass_context
def backup(context: click.Context, target: Path | None) -> None:
    """Copy the library to a file or into a folder (default: this one), also while newsdiff runs."""
    from newsdiff.library.maintenance import back_up

    with in_click_words():
        written = back_up(target or Path.cwd(), data_dir_of(context))
    click.echo(str(written))


@command.command("restore")
@click.argument("file", metavar="BACKUP", type=click.Path(path_type=Path))
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Put a backup in the place of the library; the library as it was is kept beside it."""
    from newsdiff.library.maintenance import restore as put_back

    with in_click_words():
        kept = put_back(file, data_dir_of(context))
    click.echo(one_line(f"restored from {file}"))
    if kept is not None:
        click.echo(one_line(f"the library as it was is kept in {kept}"))


@command.command(
    "setup",
    epilog="""\b
Example:
  newsdiff --library postgresql:///newsdiff library setup --reader ann --editor ben --worker fetching
""",
)
@click.option("--reader", multiple=True, metavar="USER", help="A user of the server who reads.")
@click.option(
    "--editor", multiple=True, metavar="USER", help="One who also writes notes, verdicts, articles."
)
@click.option("--worker", multiple=True, metavar="USER", help="One for the programs that fetch.")
@click.pass_context
def setup(
    context: click.Context, reader: tuple[str, ...], editor: tuple[str, ...], worker: tuple[str, ...]
) -> None:
    """Make the tables and the three roles of a library on PostgreSQL, or bring them up to date.

    Run it as the owner of the database. Users are made with PostgreSQL's own createuser. Nobody gets more
    than the role needs: a reader changes no article, a worker reads no note.
    """
    from newsdiff.library import chosen_address

    with in_click_words():
        address = chosen_address()
        if address is None:
            raise click.UsageError("name a library on PostgreSQL: newsdiff --library ADDRESS library setup")
        from newsdiff.library.postgresql import set_up_address

        place, granted = set_up_address(address, {"reader": reader, "editor": editor, "worker": worker})
    click.echo(one_line(f"{place}: is set up"))
    for user, role in granted:
        click.echo(one_line(f"{user}: {role}"))


@command.command(
    "copy",
    epilog="""\b
Examples:
  newsdiff library copy ~/.local/share/newsdiff postgresql:///newsdiff
  newsdiff library copy service=newsdiff backup-of-today.db
""",
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copy a whole library into an empty one: notes, verdicts, versions and all. FROM and TO are addresses,
    or files or folders.

    A copy that was interrupted goes on where it stopped; one that is made again adds nothing. All rows are
    compared at the end.
    """
    from newsdiff.library.copying import copy_library

    with in_click_words():
        done = copy_library(source, target)
    added = ", ".join(f"{number:,} {table}" for table, number in done.added.items()) or "nothing"
    click.echo(f"added: {added}; the two libraries hold the same {done.rows:,} rows")
