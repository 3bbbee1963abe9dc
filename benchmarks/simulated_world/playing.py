"""A running server of a simulated world, and the table of outlets that goes with it."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks.simulated_world.sites import Site, sites
from benchmarks.simulated_world.stories import ARTICLES_A_DAY, DAYS, World, world

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Playing:
    """A world that is being played."""

    world: World
    port: int

    def set_hour(self, hour: float) -> None:
        """What the sites show is that of this hour."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/hour/{hour}", timeout=20) as answer:
            answer.read()

    def feed(self, site: Site) -> str:
        """The address of a site's feed."""
        return f"http://{site.host}:{self.port}/feed"

    def write_outlets(self, folder: Path) -> None:
        """Write the ``outlets.tsv`` of a reader of this world."""
        rows = ["domain\toutlet\tcountry\tlanguage\tregion\tfeed"]
        rows += [
            f"{site.key}\t{site.name}\t{site.country}\ten\t\t{self.feed(site)}" for site in self.world.sites
        ]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "outlets.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


@contextmanager
def playing(
    seed: int, start: datetime, *, days: int = DAYS, a_day: int = ARTICLES_A_DAY
) -> Iterator[Playing]:
    """A server in a process of its own, so that its work is not measured."""
    arguments = [str(seed), start.isoformat(), "--days", str(days), "--a-day", str(a_day)]
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.simulated_world.server", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield Playing(world(seed, sites(seed), start, days=days, a_day=a_day), port)
    finally:
        process.terminate()
        process.wait()
