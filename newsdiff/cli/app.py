"""Starting the app: the one place where the command line meets the screen, and imports Textual."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def start(*, data_dir: Path | None, theme: str | None, paths: Sequence[Path] = ()) -> int:
    """Run the app on the library, or straight in the reader on `paths`; returns the exit code."""
    from tui.app import run

    return run(data_dir=data_dir, theme=theme, paths=paths)
