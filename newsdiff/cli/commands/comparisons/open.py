"""``newsdiff open PATH...``: straight to the reader on any files or a folder."""

from __future__ import annotations

from pathlib import Path

import click

from newsdiff.cli.articles import paths_argument, read_paths


@click.command("open")
@paths_argument
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Open files or a folder of articles straight in the reader.

    They may be text, Markdown, HTML, MHTML, JSON or JSON Lines. A folder may hold an event.toml that names
    the event and its outlets.
    """
    read_paths(paths)  # so that errors are printed before the screen is taken over
    from tui.app import run

    options = context.ensure_object(dict)
    context.exit(
        run(
            data_dir=options.get("data_dir"),
            theme=options.get("theme"),
            config=options.get("config"),
            paths=paths,
        )
    )
