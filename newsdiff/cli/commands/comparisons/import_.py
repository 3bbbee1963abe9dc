"""``newsdiff import BUNDLE``: a saved comparison from another machine."""

from __future__ import annotations

from pathlib import Path

import click

from newsdiff.cli.library_access import library_of
from newsdiff.counting import number_of
from newsdiff.sanitize import one_line


@click.command(
    "import",
    epilog="""\b
Example:
  newsdiff import talks.zip
""",
)
@click.argument("bundles", nargs=-1, required=True, metavar="BUNDLE...", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, bundles: tuple[Path, ...]) -> None:
    """Bring in what "newsdiff export --format bundle" wrote, merged with what is here.

    Importing twice adds nothing. A note that was changed on both machines is kept twice. A file that is not
    a sound bundle is refused, and nothing is changed.
    """
    from newsdiff.exchange.unpacking import UnreadableBundleError, read_bundle

    try:
        transfers = [read_bundle(bundle) for bundle in bundles]
    except UnreadableBundleError as error:
        raise click.ClickException(str(error)) from error
    for transfer in transfers:
        with library_of(context, begin=True) as library:
            merged = library.merge(transfer)
        parts = [
            number_of(merged.texts, "article text") if merged.texts else "",
            number_of(merged.notes, "note") if merged.notes else "",
            number_of(merged.verdicts, "verdict") if merged.verdicts else "",
            number_of(merged.opinions, "second opinion") if merged.opinions else "",
            "the saved comparison" if merged.saved else "",
        ]
        added = ", ".join(part for part in parts if part) or "nothing new"
        click.echo(one_line(f"“{merged.name}”: {added}"))
        if merged.conflicts:
            click.echo(f"{number_of(merged.conflicts, 'note')} changed on both sides: both versions are kept")
