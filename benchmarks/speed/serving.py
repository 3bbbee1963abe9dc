"""What ``newsdiff serve`` costs and how soon it stops: ``python benchmarks/speed/serving.py``.

Opens as many windows as it serves at once and some more, and prints processes and memory; then stops it
with all of them open, once by a signal and once by SIGKILL, and prints how long everything took to end.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import aiohttp

from tests.serving.running import Served, Visitor, connect, serving

WINDOWS = 12


async def measure(folder: Path, ending: signal.Signals) -> None:
    with serving(folder) as served:
        async with aiohttp.ClientSession() as session:
            tried = await asyncio.gather(
                *(opened(session, served) for _ in range(WINDOWS)), return_exceptions=True
            )
            refused = sum(isinstance(one, aiohttp.WSServerHandshakeError) for one in tried)
            children = served.children()
            megabytes = sum(map(resident, [served.process.pid, *children])) / 1e6
            print(
                f"{WINDOWS} asked for: {WINDOWS - refused} opened, {refused} refused; "
                f"{len(children) + 1} processes, {megabytes:.0f} MB"
            )
            begun = time.monotonic()
            served.process.send_signal(ending)
            served.process.wait()
            stopped = time.monotonic() - begun
            while any(map(resident, children)):
                await asyncio.sleep(0.01)
            print(
                f"{ending.name}: stopped after {stopped:.2f} s, "
                f"all gone after {time.monotonic() - begun:.2f} s"
            )


async def opened(session: aiohttp.ClientSession, served: Served) -> Visitor:
    """A window that shows the library."""
    visitor = await connect(session, served)
    await visitor.wait_for("library")
    return visitor


def resident(process: int) -> int:
    """Bytes of memory of a process; 0 when it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(found[0]) * 1024 if found else 0


if __name__ == "__main__":
    for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(measure(Path(folder), ending))
