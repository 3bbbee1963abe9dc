"""Placing what comes in, and stopping in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.ingest import BATCH, ingest
from newsdiff.library import Library
from tests.library.library_accounts import article


def arrivals(number: int) -> Iterator[Arrival]:
    for one in range(number):
        yield Arrival(
            f"{one}.txt", article(f"a{one}", f"Report {one} on the bridge that was closed in Lindau.")
        )


def interrupted(number: int) -> Iterator[Arrival]:
    yield from arrivals(number)
    raise KeyboardInterrupt


def test_everything_is_placed_and_a_problem_is_reported_in_its_place(library: Library) -> None:
    summary = ingest([*arrivals(1), Arrival("b.pdf", problem="is a PDF"), *arrivals(1)], library)
    assert [(one.source, one.state) for one in summary.outcomes] == [
        ("0.txt", "added"),
        ("b.pdf", "skipped"),
        ("0.txt", "unchanged"),
    ]
    assert not summary.cancelled


def test_what_had_come_before_an_interruption_is_placed(library: Library) -> None:
    summary = ingest(interrupted(BATCH + 3), library)
    assert (summary.count("added"), summary.cancelled) == (BATCH + 3, True)
    assert sum(len(library.events.sources(event.id)) for event in library.events.all()) == BATCH + 3


def test_whoever_watches_can_stop_it(library: Library) -> None:
    summary = ingest(arrivals(BATCH * 3), library, progress=lambda so_far: so_far.count("added") < BATCH)
    assert (summary.count("added"), summary.cancelled) == (BATCH, True)
