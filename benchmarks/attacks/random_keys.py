"""Random keys over the whole application.

    python -m benchmarks.attacks.random_keys [--keys 20000] [--luck 5]

The real application runs on a headless terminal, on a library of the sample and made-up events. Every key of
its table is pressed, wherever it works or not, with letters, clicks and other sizes in between; a terminal
that is left is opened again. Printed is how often each screen and dialog had the keys; the exit code is 1
when the application broke, after the last keys before it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import tempfile
from collections import Counter, deque
from pathlib import Path

from benchmarks.accuracy.look_alike_events.genres import reports_by_kind
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.ingest import ingest
from newsdiff.library import ensure_sample, open_library
from tests.tui.driving import settled
from tui.app import NewsdiffApp
from tui.keys.keymap import KEYS

NAMES = sorted({name for key in KEYS for name in key.keys.split(",")})
WORDS = ["a", "x", "é", "新", "7", "*", "backspace", "delete", "home", "end", "ctrl+u", "tab", "shift+tab"]
OUT = ["escape", "escape", "enter", "enter"]
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50), (20, 6)]
SESSION = 400
"""Keys until the application is opened anew."""


async def session(folder: Path, luck: random.Random, most: int, seen: Counter[str], last: deque[str]) -> int:
    """Press up to `most` keys; returns how many. Fewer when one of them closed the application."""
    with open_library(folder) as library:
        app = NewsdiffApp(library)
        app.open_url = lambda *_, **__: None  # type: ignore[method-assign]
        async with app.run_test(size=luck.choice(SIZES), notifications=True) as pilot:
            await settled(pilot)
            for number in range(1, most + 1):
                seen[type(app.screen).__name__] += 1
                await step(app, pilot, luck, last)
                if not app.is_running or app._exit:
                    return number
            return most


async def step(app: NewsdiffApp, pilot, luck: random.Random, last: deque[str]) -> None:  # type: ignore[no-untyped-def]
    """One key, click or size."""
    chance = luck.random()
    if chance < 0.02:
        size = luck.choice(SIZES)
        last.append(f"size {size}")
        await pilot.resize_terminal(*size)
    elif chance < 0.06:
        at = luck.randrange(app.size.width), luck.randrange(app.size.height)
        last.append(f"click {at}")
        await pilot.click(offset=at)
    else:
        name = luck.choice(NAMES if chance < 0.7 else WORDS if chance < 0.9 else OUT)
        if name in ("q", "ctrl+q") and luck.random() < 0.9:
            return  # else half of the sessions end before they have begun
        last.append(name)
        await pilot.press(name)
    await settled(pilot)


def main() -> int:
    """Print where the keys went."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keys", type=int, default=20_000)
    parser.add_argument("--luck", type=int, default=5)
    options = parser.parse_args()
    luck, seen, pressed, sessions = random.Random(options.luck), Counter[str](), 0, 0
    last: deque[str] = deque(maxlen=40)
    with tempfile.TemporaryDirectory(prefix="newsdiff-keys-") as name, contextlib.chdir(name):
        for variable in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"):
            os.environ[variable] = name
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        data = Path(name) / "data"
        with open_library(data) as library:
            ensure_sample(library)
            ingest([Arrival(one.source, one) for one, _ in reports_by_kind(12, options.luck)], library)
            for number in (1, 2):
                library.feeds.add(f"http://127.0.0.1:9/{number}")  # refused before anything is connected
        while pressed < options.keys:
            sessions += 1
            try:
                most = min(SESSION, options.keys - pressed)
                pressed += asyncio.run(session(data, luck, most, seen, last))
            except Exception:
                print(f"broke after {pressed:,} keys; the last: {' '.join(last)}", flush=True)
                raise
            if sessions % 2 == 0:
                print(f"{pressed:,} keys in {sessions} sessions", flush=True)
    for screen, count in seen.most_common():
        print(f"{count:6,} {screen}")
    print(f"{pressed:,} keys in {sessions} sessions, nothing broke")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
