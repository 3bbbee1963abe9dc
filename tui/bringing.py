"""Articles on their way into the library, in a thread of their own: what the screen sees of it.

The thread has a connection of its own to the library, so that the screen never waits for a transaction.
Nothing of the network is imported before somebody asks for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsdiff.library import Library, LibraryError, open_library
from newsdiff.sanitize import one_line
from tui.logs import trouble_of

if TYPE_CHECKING:
    from newsdiff.incoming.ingest import State, Summary
    from newsdiff.incoming.web import Access

HEADINGS: Final[dict[State, str]] = {
    "skipped": "Skipped",
    "newer version": "Newer versions",
    "added": "Added",
    "unchanged": "Unchanged",
}
"""In the order in which they are listed: what needs the reader first."""
EVENTS_NAMED: Final = 500
"""Events whose titles are looked up for the summary; further ones are only counted."""

FILES_ARE_UPLOADED: Final = (
    "A visitor reads no files of the server: add files with the button above, or drop them on the page."
)


def refusal_of_sources(sources: tuple[str, ...]) -> str:
    """Why a visitor of ``newsdiff serve`` may not add these; empty when they are all addresses."""
    from newsdiff.fetching.urls import is_web_url

    return "" if all(map(is_web_url, sources)) else FILES_ARE_UPLOADED


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be added, and how."""

    sources: tuple[str, ...]
    """Paths, folders, globs, addresses."""
    event: str | None = None
    """Put these together in the event of this name."""
    outlet: str | None = None
    dry_run: bool = False
    allow_private: bool = False


class Run:
    """One run. `work` does it in the thread; everything else is for the screen to look at, at any time."""

    def __init__(self, title: str, data_dir: Path, work: Callable[[Run, Access], str]) -> None:
        """`work` returns what is to be read at the end; it calls `show` after each batch."""
        self.title = title
        self.data_dir = data_dir
        self.counts = ""
        """How many so far, in words."""
        self.latest = ""
        """The source that was done last."""
        self.done = 0
        self.total: int | None = None
        """Sources in all; None where it cannot be known."""
        self.new_events: frozenset[str] = frozenset()
        """Events that got an article."""
        self.text = ""
        """What became of every source, once it is over."""
        self.trouble = ""
        """Why it broke off; empty when it did not."""
        self.finished = False
        self.stopping = False
        self._access: Access | None = None
        self._work = work

    def go(self) -> None:
        """Do it. Never raises."""
        from newsdiff.fetching.fetcher import Fetcher
        from newsdiff.incoming.web import Access

        try:
            self._access = Access(Fetcher())
            if self.stopping:
                self._access.fetcher.close()
            self.text = self._work(self, self._access)
        except Exception as error:
            what = "articles could not be brought in"
            self.trouble = trouble_of(error, what, LibraryError, OSError, ValueError)
        finally:
            self.finished = True

    def stop(self) -> None:
        """End it soon; what was added stays."""
        self.stopping = True
        if self._access is not None:
            self._access.fetcher.close()

    def show(self, summary: Summary) -> bool:
        """Take over how far it is; False when it is to stop."""
        self.counts, self.done = summary.as_text(), len(summary.outcomes)
        self.trouble = summary.trouble
        if summary.outcomes:
            self.latest = summary.outcomes[-1].source
        self.new_events = frozenset(
            outcome.event
            for outcome in summary.outcomes
            if outcome.event and outcome.state in ("added", "newer version")
        )
        return not self.stopping


def adding(data_dir: Path, wish: Wish) -> Run:
    """A run that adds what `wish` names, as ``newsdiff add`` does."""

    def work(run: Run, access: Access) -> str:
        from dataclasses import replace

        from newsdiff.incoming.ingest import ingest
        from newsdiff.incoming.sources import arrivals_from, leads_to_the_web, places_of

        places = places_of(wish.sources)
        if not any(map(leads_to_the_web, places)):
            run.total = len(places)
        access = replace(access, allow_private=wish.allow_private)
        if wish.dry_run:
            summary = ingest(arrivals_from(places, access), None, outlet=wish.outlet, progress=run.show)
            return arrivals_text(summary, {})
        with open_library(run.data_dir) as library:
            if wish.event is None and wish.outlet is None:
                access = access.remembering(library)
            summary = ingest(
                arrivals_from(places, access),
                library,
                event=wish.event,
                outlet=wish.outlet,
                progress=run.show,
            )
            return arrivals_text(summary, titles_of(library, summary))

    return Run("Adding" if not wish.dry_run else "Dry run", data_dir, work)


def updating(data_dir: Path, *, public_only: bool = False) -> Run:
    """A run that asks the feeds for what is new, as ``newsdiff update`` does: those for which it is too early
    are left alone, and where `public_only` those of the own network, too."""

    def work(run: Run, access: Access) -> str:
        from newsdiff.incoming.updating import update_feeds

        with open_library(run.data_dir) as library:
            update = update_feeds(library, access, public_only=public_only, progress=run.show)
            run.show(update.summary)
            return (
                f"{update.as_text()}\n\n{arrivals_text(update.summary, titles_of(library, update.summary))}"
            )

    return Run("Asking the feeds", data_dir, work)


def titles_of(library: Library, summary: Summary) -> dict[str, str]:
    """Id -> title of the events in which articles were placed."""
    events = dict.fromkeys(outcome.event for outcome in summary.outcomes if outcome.event)
    return {event: library.events.get(event).title or "untitled" for event in list(events)[:EVENTS_NAMED]}


def arrivals_text(summary: Summary, titles: dict[str, str]) -> str:
    """What became of every source, in lines: the skipped with their reasons, the others by event."""
    folder = common_folder([outcome.source for outcome in summary.outcomes])
    lines = [summary.as_text_with_events()]
    if folder:
        lines += ["", f"Files below {one_line(folder)}"]
    for state, heading in HEADINGS.items():
        outcomes = [outcome for outcome in summary.outcomes if outcome.state == state]
        if outcomes:
            lines += ["", f"{heading} ({len(outcomes):,})"]
        by_event: dict[str, list[str]] = {}
        for outcome in outcomes:
            source = one_line(outcome.source.removeprefix(folder))
            if state == "skipped":
                lines.append(f"  {source}: {one_line(outcome.reason)}")
            else:
                line = f"{source} ({one_line(outcome.reason)})" if outcome.reason else source
                by_event.setdefault(titles.get(outcome.event or "", ""), []).append(line)
        for title, sources in by_event.items():
            lines += [f"  {one_line(title)}"] * bool(title)
            lines += [f"    {source}" for source in sources]
    return "\n".join(lines)


def common_folder(sources: Sequence[str]) -> str:
    """The folder that several files lie below, with its last ``/``; empty where they share none."""
    files = [source for source in sources if source.startswith("/")]
    if len(files) < 2:
        return ""
    folder = os.path.commonpath([os.path.dirname(file) for file in files])
    return "" if folder == "/" else f"{folder}/"
