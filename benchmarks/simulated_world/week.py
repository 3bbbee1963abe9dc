"""A simulated week: 150 sites of 50 countries, 500 articles a day, asked once an hour; ground truth known.

    .venv/bin/python benchmarks/simulated_world/week.py [--days 7] [--seed 1] [--keep FOLDER] [--keys]

Prints how many articles came under the right country, how well they were put together (B-cubed), whether the
blind spots are exactly those of the ground truth, whether every version that a feed shows was kept, what it
cost, and with --keys what a key of the world screen costs. Exit code 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.grouping import b_cubed
from benchmarks.simulated_world.playing import Playing, playing
from benchmarks.simulated_world.server import is_announced
from benchmarks.simulated_world.sites import ALIVE_IN, LOST
from benchmarks.simulated_world.stories import ARTICLES_A_DAY, DAYS, SimulatedArticle
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.limits import Limits
from newsdiff.incoming.subscriptions import keep_feeds, starter_feeds
from newsdiff.incoming.updating import update_feeds
from newsdiff.incoming.web import Access
from newsdiff.library import Library, open_library
from newsdiff.world.blind_spots import (
    DAYS_AROUND,
    LEAST_ARTICLES,
    LEAST_AT_HOME,
    LEAST_COUNTRIES,
    LEAST_OUTLETS,
    BlindSpots,
    blind_spots,
)
from newsdiff.world.home import Home

SILENCE = 4.0
"""Seconds after which a site counts as too slow here; slow ones take twice as long."""
BARS = {
    "B-cubed F1": 0.95,
    "ms of CPU an article": 20.0,
    "MB": 200.0,
    "s of CPU a day": 60.0,
    "ms a key": 20.0,
}


class Week:
    """One run."""

    def __init__(self, played: Playing, library: Library, days: int) -> None:
        self.played, self.library, self.days = played, library, days
        self.missed: list[str] = []
        self._articles = {self.address(one): one for one in played.world.articles}

    def address(self, article: SimulatedArticle) -> str:
        """Where an article stands."""
        return f"http://{article.site.host}:{self.played.port}{article.path}"

    def live(self) -> None:
        """Subscribe to the feeds of all countries, and ask them once an hour."""
        codes = sorted({site.country for site in self.played.world.sites})
        listed = [
            feed for code in codes for feed in starter_feeds(code).feeds if feed.url.startswith("http://127.")
        ]
        print("feeds:", keep_feeds(self.library, listed, allow_private=True).as_text())
        access = self.access()
        for day in range(self.days):
            began, asked, failed, added, newer = time.process_time(), 0, 0, 0, 0
            for hour in range(day * 24 + 1, day * 24 + 25):
                self.played.set_hour(hour)
                now = self.played.world.at(hour)
                update = update_feeds(self.library, access, clock=lambda now=now: now)
                asked += update.asked
                failed += update.failed
                added += update.summary.count("added")
                newer += update.summary.count("newer version")
                access = self.access()
                if update.summary.trouble:
                    raise SystemExit(update.summary.trouble)
            spent = time.process_time() - began
            asking = self._cost_of_asking(now) * asked
            each = 1000 * (spent - asking) / max(added + newer, 1)
            print(
                f"day {day + 1}: {asked:,} feeds asked, {failed} did not answer, {added} added, {newer} newer"
                f" versions, {spent:.1f} s of CPU: {asking:.1f} s for asking, {each:.1f} ms an article"
            )
            self.bar("s of CPU a day", spent, at_most=True)
            self.bar("ms of CPU an article", each, at_most=True)

    @staticmethod
    def access() -> Access:
        """As a new run of ``newsdiff update`` has it."""
        return Access(Fetcher(Limits(silence=SILENCE, seconds=SILENCE)), allow_private=True)

    def _cost_of_asking(self, now: datetime) -> float:
        """Seconds of CPU for a feed that has nothing new, with the robots.txt of its site."""
        began = time.process_time()
        asked = update_feeds(self.library, self.access(), clock=lambda: now).asked
        return (time.process_time() - began) / max(asked, 1)

    def bar(self, name: str, value: float, *, at_most: bool) -> None:
        """Remember a bar that is missed."""
        if value > BARS[name] if at_most else value < BARS[name]:
            self.missed.append(f"{name}: {value:.3f}")

    def must(self, holds: bool, what: str) -> None:
        """Print whether something holds, and remember it where it does not."""
        print(f"{'yes' if holds else 'NO '}  {what}")
        if not holds:
            self.missed.append(what)

    # -- what came of it ---------------------------------------------------------

    def judge(self) -> None:
        """Compare the library with the ground truth."""
        placed = self._placed()
        there = [one for one in self.played.world.articles if one.site.state == "alive"]
        missing = [one for one in there if self.address(one) not in placed]
        self.must(not missing, f"{len(there) - len(missing):,} of {len(there):,} articles came in")
        pairs = [(str(one.story), placed[self.address(one)]) for one in there if self.address(one) in placed]
        precision, recall, f1 = b_cubed(pairs)
        print(f"     events: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
        self.bar("B-cubed F1", f1, at_most=False)
        self._countries()
        self._blind_spots(placed, there)
        self._versions(there)

    def _placed(self) -> dict[str, str]:
        """Address of every article -> its event."""
        return {
            source.url or "": event.id
            for event in self.library.events.all()
            for source in self.library.events.sources(event.id)
        }

    def _countries(self) -> None:
        right = wrong = 0
        for event in self.library.events.all():
            for source in self.library.events.sources(event.id):
                article = self._articles.get(source.url or "")
                if article is not None:
                    fits = (source.country, source.outlet) == (article.site.country, article.site.name)
                    right, wrong = right + fits, wrong + (not fits)
        self.must(
            not wrong, f"{right:,} of {right + wrong:,} articles stand under their outlet and its country"
        )

    def _blind_spots(self, placed: dict[str, str], there: Sequence[SimulatedArticle]) -> None:
        since = self.played.world.start.date()
        reports = self.library.world.reports()
        of_story: dict[str, set[int]] = defaultdict(set)
        for one in there:
            if self.address(one) in placed:
                of_story[placed[self.address(one)]].add(one.story)
        for code in (*ALIVE_IN, LOST):
            home = Home(frozenset({code}))
            found = blind_spots(reports, home, self.library.world.first_printed, since=since)
            self._compare(code, found, of_story, there)

    def _compare(
        self, code: str, found: BlindSpots, of_story: dict[str, set[int]], there: Sequence[SimulatedArticle]
    ) -> None:
        """The stories that are blind spots by what was written, and those that were found."""
        said = {story for one in found.not_at_home for story in of_story[one.event]}
        said_at_home = {story for one in found.only_at_home for story in of_story[one.event]}
        if code == LOST:
            self.must(
                not said | said_at_home, f"{code}: nothing is said of a home of one outlet that answers"
            )
            return
        missed, only, too_little = set[int](), set[int](), set[int]()
        printed_first = _printed_first(there)
        for story in {one.story for one in there}:
            own = [one for one in printed_first if one.story == story]
            every = [one for one in there if one.story == story]
            abroad = {one.site.country for one in own if one.site.country != code}
            at_home = {one.site.name for one in own if one.site.country == code}
            if not any(one.site.country == code for one in every) and len(abroad) >= LEAST_COUNTRIES:
                home = [one for one in there if one.site.country == code]
                (missed if self._may_be_judged(every, home) else too_little).add(story)
            if all(one.site.country == code for one in every) and len(at_home) >= LEAST_AT_HOME:
                only.add(story)
        print(
            f"     {code}: of {len(too_little)} more, too little was written at home on their days to judge"
        )
        self._same(f"{code}: blind spots", said, missed)
        self._same(f"{code}: reported at home only", said_at_home, only)

    def _may_be_judged(self, story: Sequence[SimulatedArticle], home: Sequence[SimulatedArticle]) -> bool:
        """Whether enough was written at home on the days of a story."""
        days = [self.played.world.at(one.hour).date() for one in story]
        around = timedelta(days=DAYS_AROUND)
        near = [
            one.site.name
            for one in home
            if min(days) - around <= self.played.world.at(one.hour).date() <= max(days) + around
        ]
        return len(set(near)) >= LEAST_OUTLETS and len(near) >= LEAST_ARTICLES

    def _same(self, what: str, found: set[int], right: set[int]) -> None:
        more, left = sorted(found - right), sorted(right - found)
        self.must(
            found == right,
            f"{what}: {len(found)} found, {len(right)} there are; too many {more}, left out {left}",
        )

    def _versions(self, there: Sequence[SimulatedArticle]) -> None:
        kept: dict[str, int] = {}
        for event in self.library.events.all():
            for source in self.library.events.sources(event.id):
                kept[source.url or ""] = len(self.library.events.versions(event.id, source.id))
        last = self.days * 24
        changed = [one for one in there if len(one.versions) > 1 and one.versions[-1].hour <= last]
        announced = [one for one in changed if is_announced(one, one.versions[-1])]
        whole = [one for one in announced if kept.get(self.address(one)) == len(one.versions)]
        self.must(len(whole) == len(announced),
                  f"{len(whole)} of {len(announced)} articles whose feed shows the change have every version;"
                  f" {len(changed) - len(announced)} more changed in silence")  # fmt: skip


def _printed_first(there: Sequence[SimulatedArticle]) -> list[SimulatedArticle]:
    """The articles that repeat none that came in: the first text of a site that never answers is seen by
    nobody, and the first that repeats it counts as its own."""
    found: dict[str, SimulatedArticle] = {}
    for one in there:
        found.setdefault(one.copy_of or one.path, one)
    return list(found.values())


async def keys(library: Library) -> list[tuple[str, float]]:
    """CPU of a key of the world screen, in milliseconds: the median, as other programs may disturb."""
    from tui.app import NewsdiffApp
    from tui.world.screen import WorldScreen

    gc.freeze()  # as the application does when it starts
    app = NewsdiffApp(library)
    measured = []
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(WorldScreen(library))
        while not isinstance(app.screen, WorldScreen) or not app.screen.news.reports:
            await pilot.pause(0.05)
        await pilot.pause()
        for name, pressed in (
            ("list, down", ["j"] * 20), ("map, all ways", ["m", *"lljjhhkk" * 3]), ("days", [">", "<"] * 5),
        ):  # fmt: skip
            cost = []
            for key in pressed:
                began = time.process_time()
                await pilot.press(key)
                cost.append(1000 * (time.process_time() - began))
            measured.append((name, statistics.median(cost)))
    return measured


def main() -> int:
    """Run a week and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--a-day", type=int, default=ARTICLES_A_DAY)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="keep the library in this folder")
    parser.add_argument("--keys", action="store_true", help="measure keys of the world screen, too")
    wanted = parser.parse_args()
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    start = midnight - timedelta(days=wanted.days)
    with (
        nullcontext(str(wanted.keep)) if wanted.keep else tempfile.TemporaryDirectory() as folder,
        playing(wanted.seed, start, days=wanted.days, a_day=wanted.a_day) as played,
    ):
        os.environ["NEWSDIFF_CONFIG"] = str(Path(folder) / "settings" / "config.toml")
        played.write_outlets(Path(folder) / "settings")
        with open_library(Path(folder) / "data") as library:
            library.keep_fact("sample", "gone")
            week = Week(played, library, wanted.days)
            week.live()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"     memory: {peak:.0f} MB at most")
            week.bar("MB", peak, at_most=True)
            week.judge()
            if wanted.keys:
                for name, cost in asyncio.run(keys(library)):
                    print(f"     {name}: {cost:.1f} ms a key")
                    week.bar("ms a key", cost, at_most=True)
    for missed in week.missed:
        print("missed:", missed)
    return 1 if week.missed else 0


if __name__ == "__main__":
    sys.exit(main())
