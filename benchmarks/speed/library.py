"""What a library costs as it grows, in each of its stores.

``python benchmarks/speed/library.py --store sqlite --store postgresql --growth 1000 10000 100000``

Made-up articles (see grouping.py) are placed, up to five thousand of them; a larger library is filled with
further editions of those (see editions.py). At each size are timed: adding one alone, adding in batches, a
search (the slowest of ten), a page (the slowest order and place), opening an event with all its articles.
CPU is that of the client and of the server together; in brackets the time by the clock. PostgreSQL is a
server of its own with the settings it comes with, so every change is on the disk, as in SQLite.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT))

from benchmarks.accuracy.grouping import ALONE, STEP, MadeUp  # noqa: E402
from benchmarks.speed.editions import write_editions  # noqa: E402
from newsdiff.environment import LIBRARY  # noqa: E402
from newsdiff.library import Library, open_library  # noqa: E402
from newsdiff.library.records import SortOrder  # noqa: E402
from tests.postgresql_server import Server  # noqa: E402

PLACED = 5_000
"""Articles that are placed; the others of a large library are further editions of them."""
TICKS = os.sysconf("SC_CLK_TCK")
HEAD = (
    "articles  add alone    longest  in batches  search, slowest  page, slowest  open event  client MB"
    "  server MB  on disk MB"
)


class Clock:
    """CPU seconds of this process and of a server."""

    def __init__(self, server: Server | None) -> None:
        self._server = server

    def timed(self, run: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds of the processor and of the clock."""
        cpu, clock = self._cpu(), time.perf_counter()
        run()
        return 1000 * (self._cpu() - cpu), 1000 * (time.perf_counter() - clock)

    def _cpu(self) -> float:
        return time.process_time() + (server_cpu(self._server) if self._server else 0.0)


def server_cpu(server: Server) -> float:
    """Seconds of all processes of a server, those that have ended included; in steps of 10 ms."""
    ticks = 0
    for number, pid in enumerate(server.pids):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15] if number == 0 else fields[11:13]))
    return ticks / TICKS


def server_memory(server: Server | None) -> float:
    """Megabytes of all processes of a server; what they share counts once."""
    total = 0
    for pid in server.pids if server else []:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def growth(library: Library, sizes: Sequence[int], clock: Clock, server: Server | None, disk: Path) -> None:
    """Fill it to each of the sizes and print what everything costs there."""
    made, kept = MadeUp(), 0
    print(HEAD, flush=True)
    for size in sizes:
        kept = _filled(library, made, kept, size)
        if server:
            server.vacuum()
        batch = made.articles(min(STEP, size - 2 * ALONE))
        filling = clock.timed(lambda some=batch: library.events.place(some))[0]
        kept += len(batch)
        some = made.articles(ALONE)
        together = clock.timed(lambda some=some: [library.events.place([one]) for one in some])
        alone = [clock.timed(lambda one=one: library.events.place([one])) for one in made.articles(ALONE)]
        kept += 2 * ALONE
        queries = [clock.timed(lambda words=words: library.events.page(words)) for words in made.queries()]
        pages = []
        for order in get_args(SortOrder):
            pages.append(clock.timed(lambda order=order: library.events.page(order=order, limit=100)))
            far = library.events.page(order=order, offset=kept // 10, limit=1)
            after = far[0].id if far else None
            pages.append(
                clock.timed(lambda order=order, after=after: library.events.page(
                    order=order, after=after, limit=100))
            )  # fmt: skip
        event = library.events.page(limit=1)[0].id
        opened = clock.timed(lambda event=event: (library.events.get(event), library.events.articles(event)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{kept:8}  {together[0] / ALONE:5.1f} ({together[1] / ALONE:4.1f})"
            f"  {max(one[1] for one in alone):7.1f}"
            f"  {filling / len(batch):10.1f}"
            f"  {_slowest(queries):>15}  {_slowest(pages):>13}  {_both(opened):>10}"
            f"  {peak:9.0f}  {server_memory(server):9.0f}  {_size_of(disk):10.0f}",
            flush=True,
        )


def _filled(library: Library, made: MadeUp, kept: int, size: int) -> int:
    """Fill it up to a size but for what is measured; says how many it has then."""
    placed = PLACED if size > PLACED else size - STEP - 2 * ALONE
    while kept < placed:
        batch = made.articles(min(STEP, placed - kept))
        library.events.place(batch)
        kept += len(batch)
    if size > PLACED:
        store = library._store  # type: ignore[attr-defined]
        ((highest,),) = store.rows("SELECT max(number) FROM articles")
        first, count = -(-highest // PLACED), -(-(size - kept) // PLACED)
        write_editions(store, PLACED, range(first, first + count), PLACED // 100)
        kept += PLACED * count
        made.go_on_from(PLACED * (first + count))
    return kept


def _both(time_: tuple[float, float]) -> str:
    return f"{time_[0]:.0f} ({time_[1]:.1f})"


def _slowest(times: Sequence[tuple[float, float]]) -> str:
    cpu, clock = (max(column) for column in zip(*times, strict=True))
    mean = statistics.fmean(one[1] for one in times)
    return f"{cpu:.0f} ({clock:.1f}, mean {mean:.1f})"


def _size_of(folder: Path) -> float:
    """Megabytes in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def run(store: str, sizes: Sequence[int]) -> None:
    """Measure one store, in this process."""
    print(f"{store}: CPU ms of client and server; in brackets by the clock", flush=True)
    with tempfile.TemporaryDirectory(prefix="newsdiff-growth-") as data:
        if store == "sqlite":
            with open_library(Path(data)) as library:
                growth(library, sizes, Clock(None), None, Path(data))
            return
        server = Server(settings=())
        os.environ[LIBRARY] = server.address()
        try:
            with open_library(Path(data)) as library:
                growth(library, sizes, Clock(server), server, server.folder)
        finally:
            server.remove()


def main() -> None:
    """Measure each store in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--store", action="append", choices=("sqlite", "postgresql"))
    parser.add_argument("--growth", type=int, nargs="+", metavar="ARTICLES", default=[1_000, 10_000, 100_000])
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    stores = chosen.store or ["sqlite", "postgresql"]
    if chosen.here:
        run(stores[0], chosen.growth)
        return
    for store in stores:
        sizes = map(str, chosen.growth)
        subprocess.run([sys.executable, __file__, "--here", "--store", store, "--growth", *sizes], check=True)


if __name__ == "__main__":
    main()
