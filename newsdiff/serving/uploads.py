"""Files that a visitor uploads: kept in a folder of the server's own while the visitor is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from aiohttp import BodyPartReader

MOST_BYTES: Final = 50_000_000
"""Of all the files of one upload."""
MOST_FILES: Final = 500
_CHUNK: Final = 64 * 1024
_LONGEST_NAME: Final = 100


class UploadRefusedError(Exception):
    """Too much, too many, or not a file."""


class Upload:
    """The files of one upload. What was written of a refused one is removed with the folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` exists and holds nothing else."""
        self._folder = folder
        self._bytes = 0
        self.files: list[Path] = []

    async def take(self, part: BodyPartReader) -> None:
        """Keep one file. Raises UploadRefusedError."""
        if part.filename is None:
            raise UploadRefusedError("this is not a file")
        if len(self.files) >= MOST_FILES:
            raise UploadRefusedError(f"more than {MOST_FILES} files at once; upload them in several turns")
        folder = self._folder / str(len(self.files))  # two files may have one name
        folder.mkdir()
        file = folder / plain_name(part.filename)
        with file.open("xb") as out:
            while chunk := await part.read_chunk(_CHUNK):
                self._bytes += len(chunk)
                if self._bytes > MOST_BYTES:
                    raise UploadRefusedError(
                        f"more than {MOST_BYTES / 1e6:g} MB at once; upload fewer files in one turn"
                    )
                out.write(chunk)
        self.files.append(file)


def plain_name(name: str) -> str:
    """The file name that a browser gave, as a name without any folder: letters, digits, dots and dashes."""
    last = re.split(r"[/\\]", name)[-1]
    name = re.sub(r"[^\w.-]+", "_", last).lstrip(".")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return name[:_LONGEST_NAME] or "file"
    return f"{stem[:_LONGEST_NAME] or 'file'}.{ending[:10]}"
