"""Writing a file that somebody asked for: whole or not at all, and never over an article."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click


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
        _replace(path, content)
    except OSError as error:
        reason = error.strerror or error
        raise click.ClickException(f"{path}: cannot be written ({reason}); choose another place") from error


def _same_or_inside(path: Path, source: Path) -> bool:
    if source.is_dir():
        from newsdiff.readers.files.article_files import SUFFIXES

        is_read = path.suffix.lower() in (*SUFFIXES, ".toml")
        return is_read and path.resolve().parent == source.resolve()
    return source.exists() and path.samefile(source)


def _replace(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():  # a pipe or /dev/stdout: nothing to replace
        path.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
