"""A bar with counts while articles come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.incoming.ingest import Summary


class Bar:
    """A bar with counts on a terminal's stderr; nothing anywhere else."""

    def __init__(self, *, shown: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("adding"), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(),
            console=console, transient=True, disable=not (shown and console.is_terminal),
        )  # fmt: skip
        self._task = self._progress.add_task("", total=None)

    def __enter__(self) -> Bar:
        """Show it."""
        self._progress.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Take it away."""
        self._progress.stop()

    def show(self, summary: Summary) -> bool:
        """Show the counts; never cancels, ctrl-c does."""
        self._progress.update(self._task, description=summary.as_text(), completed=len(summary.outcomes))
        return True
