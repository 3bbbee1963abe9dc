"""``newsdiff export SAVED``: a saved comparison with its notes, in every form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import library_of
from newsdiff.cli.output import hand_out
from newsdiff.cli.second_opinion import at_hand

if TYPE_CHECKING:
    from newsdiff.exchange.exports import ExportFormat

_FORMATS = (
    "memo", "memo-html", "markdown", "html", "json", "csv", "csv-excel", "csv-notes", "csv-notes-excel",
    "annotations", "bundle",
)  # fmt: skip


@click.command(
    "export",
    epilog="""\b
Examples:
  newsdiff export "Talks in Moscow" -o memo.md
  newsdiff export "Talks in Moscow" --format html -o talks.html
  newsdiff export "Talks in Moscow" --format csv-notes > notes.csv
  newsdiff export "Talks in Moscow" --format bundle -o talks.zip
""",
)
@click.argument("saved", metavar="SAVED")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="memo", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.pass_context
def command(context: click.Context, saved: str, form: ExportFormat, output: Path | None) -> None:
    """Write a saved comparison with its notes, on the very texts it was saved with; nobody is asked anything.

    SAVED is its name or the start of its id. A bundle is one zip file with texts, links, notes, verdicts and
    second opinions that "newsdiff import" brings back on another machine.
    """
    with library_of(context) as library:
        from newsdiff.exchange.exports import export

        content = export(library, library.saved.find(saved), form, at_hand(context, library))
    hand_out(content, output)
