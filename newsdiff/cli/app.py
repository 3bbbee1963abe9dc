"""Starting the app: the one place where the command line meets the screen, and imports Textual."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsdiff.settings import Settings


def start(
    *,
    data_dir: Path | None,
    theme: str | None,
    config: Path | None = None,
    paths: Sequence[Path] = (),
    served: bool = False,
) -> int:
    """Run the app on the library, or straight in the reader on `paths`; returns the exit code.

    `served`: for a visitor of ``newsdiff serve``, who may be anybody.
    """
    from tui.app import run

    return run(data_dir=data_dir, theme=theme, config=config, paths=paths, served=served)


def settings_as_toml(settings: Settings) -> str:
    """Every setting and key as a file that can be edited."""
    from tui.settings_shown import as_toml

    return as_toml(settings)


def problems_of(settings: Settings) -> tuple[str, ...]:
    """What cannot be followed in the settings, one line each."""
    from tui.settings_shown import all_problems

    return all_problems(settings)
