"""A bar with counts while articles come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.incoming.ingest import Summary


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Callable[[Summary], bool]]:
    """A progress bar on a terminal's stderr, nothing elsewhere; yields the function that shows the counts. It
    never cancels; ctrl-c does."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn("adding"), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(),
        console=console, transient=True, disable=not (shown and console.is_terminal),
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=None)

        def show(summary: Summary) -> bool:
            bar.update(task, description=summary.as_text(), completed=len(summary.outcomes))
            return True

        yield show
