"""A file's bytes, or one line that says why there are none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from newsdiff.readers.errors import UnreadableArticleError

MOST_BYTES = 20_000_000
"""Largest file that is read. The longest newspaper article is under 200 kB; a dump of a whole site is not
one article, and reading it would only waste the reader's time."""

MOST_LINE_BREAKS = 500_000
"""Most line breaks of a text that is read: a file with more is a table or a log, and one block for each line
would take too long."""


def read_bytes(path: Path, source: str) -> bytes:
    """The content of a regular file. Raises UnreadableArticleError with the remedy."""
    try:
        size = _size(path, source)
        if size > MOST_BYTES:
            raise too_large_error(source, size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableArticleError(source, "there is no such file", "check the name") from None
    except PermissionError:
        raise UnreadableArticleError(
            source, "is not readable", "give yourself read permission (chmod u+r)"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticleError(
            source, f"cannot be read ({reason})", "check the name and the disk"
        ) from None
    if len(data) > MOST_BYTES:
        raise too_large_error(source, len(data))
    return data


def _size(path: Path, source: str) -> int:
    """Bytes of a regular file; a pipe or a device could block for ever and is refused."""
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableArticleError(source, "is a folder, not an article", "name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableArticleError(source, "is not a regular file", "save the article to a .txt file first")
    return status.st_size


def too_large_error(source: str, size: int) -> UnreadableArticleError:
    """The error for so many bytes."""
    return UnreadableArticleError(
        source,
        f"has {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB of the longest article read",
        "cut it down to the one article",
    )


def check_lines(text: str, source: str) -> None:
    """Refuse a text with too many lines for an article. Raises UnreadableArticleError."""
    breaks = text.count("\n") + text.count("\r")
    if breaks > MOST_LINE_BREAKS:
        raise UnreadableArticleError(
            source, f"has {breaks:,} lines; it is not an article", "cut it down to one article"
        )
