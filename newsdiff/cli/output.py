"""Write output files: completely or not at all, and never over an article."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newsdiff.atomic_write import atomic_write


def hand_out(content: bytes, output: Path | None, *, inputs: Sequence[Path] = ()) -> None:
    """Write to the file that was asked for with ``-o``, else to stdout, byte for byte."""
    if output is not None:
        write_file(output, content, inputs=inputs)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write_file(path: Path, content: bytes, *, inputs: Sequence[Path] = ()) -> None:
    """Write `content` to `path`, replacing what was there only when all of it is on disk.

    Raises click.UsageError when `path` is one of the articles and click.ClickException when it cannot
    be written.
    """
    if path.exists() and any(_same_or_inside(path, one) for one in inputs):
        raise click.UsageError(f"{path} is one of the articles: choose another file for -o")
    try:
        atomic_write(path, content)
    except OSError as error:
        reason = error.strerror or error
        raise click.ClickException(f"{path}: cannot be written ({reason}); choose another place") from error


def _same_or_inside(path: Path, source: Path) -> bool:
    if source.is_dir():
        from newsdiff.readers.files.article_files import SUFFIXES

        is_read = path.suffix.lower() in (*SUFFIXES, ".toml")
        return is_read and path.resolve().parent == source.resolve()
    return source.exists() and path.samefile(source)
