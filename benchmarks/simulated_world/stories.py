"""Stories that spread from country to country over a week, with what each outlet writes of them and when."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.simulated_world.sites import Site
from newsdiff.outlets.countries import countries

DAYS: Final = 7
ARTICLES_A_DAY: Final = 500
COPIED: Final = 0.15
"""Share of an event's further articles that repeat the first one's text."""
UPDATED: Final = 0.08
"""Share of articles that get another text some hours later; half of these say that they correct something."""
FOLLOWED: Final = 0.35
"""Share of stories of several countries with a second wave of articles a day or two later."""
_WORDINGS: Final = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text("utf-8"))
_KINDS: Final = _WORDINGS["kind"]
_VOICES: Final[dict[str, list[str]]] = _WORDINGS["voices"]
_PHRASE: Final = re.compile(
    rf"(?<![\w{{])(?:{'|'.join(map(re.escape, sorted(_VOICES, key=len, reverse=True)))})(?![\w}}])"
)
_STARTS = (
    "Ba Bel Bor Cal Dar Del Dro Fen Gal Gor Hal Hes Jar Kal Kel Kor Lam Lin Lor Mar Mel Mor Nal Nor Ost Pel"
    " Qua Ral Rin Sal Ser Sol Tal Tor Ul Val Ver Vol Wen Yar Zel Zor Ash Bri Cru Elm Fro Gri Hul Ivo"
).split()
_MIDDLES = "da ra ne mi to la vi so ke ru ba li no ga be di".split()
_ENDS = "stad wick mere ona ova ik burg holm este anza ovo field ham quay vik dorf ique ador ini usk".split()
_GIVEN = (
    "Ana Boris Carla Deniz Elif Farid Greta Hugo Ines Jonas Kira Lev Mina Noor Omar Petra Rafael Sana Tomas"
    " Uma Viktor Wanda Yusuf Zora Adela Bruno Celia Dario Edith Felix Gita Hanna Igor Julia Karim Lena Marco"
).split()
_BODIES = "Authority Institute Union Council Agency Society Board Company Foundation Commission".split()
_TOPICS = (
    "Harbour Coastal Upland River Central Maritime Civic Inland Eastern Western Polar Textile Grain".split()
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CLOSINGS = (
    "More on this in tomorrow's paper.",
    "Our correspondent is on the way.",
    "This report will be continued.",
    "Readers may write to the desk.",
)


@dataclass(frozen=True, slots=True)
class Version:
    """A text of an article, from an hour on."""

    hour: float
    title: str
    paragraphs: tuple[str, ...]
    correction: str = ""
    """What the outlet says of it; empty for a silent change and for the first text."""


@dataclass(frozen=True, slots=True)
class SimulatedArticle:
    """What one outlet writes of a story."""

    site: Site
    story: int
    path: str
    versions: tuple[Version, ...]
    copy_of: str = ""
    """Path of the article whose text it repeats."""

    @property
    def hour(self) -> float:
        """Hours from the start of the week to its publication."""
        return self.versions[0].hour

    def text_at(self, hour: float) -> Version:
        """The text that stands there at an hour."""
        return next(one for one in reversed(self.versions) if one.hour <= hour)


@dataclass
class World:
    """A week of it."""

    start: datetime
    """Midnight before the first day, with its zone."""
    sites: tuple[Site, ...]
    articles: list[SimulatedArticle] = field(default_factory=list)

    def at(self, hour: float) -> datetime:
        """The time at an hour of the week."""
        return self.start + timedelta(hours=hour)


def world(
    seed: int, sites: Sequence[Site], start: datetime, *, days: int = DAYS, a_day: int = ARTICLES_A_DAY
) -> World:
    """The week of a seed, of some sites; the same for the same arguments."""
    random = Random(f"stories {seed}")
    made = World(start, tuple(sites))
    by_country: dict[str, list[Site]] = {}
    for site in sites:
        by_country.setdefault(site.country, []).append(site)
    number = 0
    while len(made.articles) < days * a_day:
        made.articles += _Story(number, random, by_country, days, seed).articles(made)
        number += 1
    made.articles.sort(key=lambda one: (one.hour, one.path))
    return made


class _Story:
    """One event on its way through the outlets."""

    def __init__(
        self, number: int, random: Random, by_country: dict[str, list[Site]], days: int, seed: int
    ) -> None:
        self._number, self._random, self._sites, self._seed = number, random, by_country, seed
        self._kind: dict[str, Any] = random.choice(_KINDS)
        self._origin = random.choice(sorted(by_country))
        self._begin = random.uniform(0, days * 24 - 2)
        self._end = days * 24 - 0.5

    def articles(self, made: World) -> list[SimulatedArticle]:
        """Its articles of the week."""
        slots = self._slots(made)
        reporters = self._reporters()
        waves = [(self._begin, reporters, False)]
        several = len({site.country for site, _ in reporters}) > 1
        if several and self._random.random() < FOLLOWED:
            later = [one for one in reporters if self._random.random() < 0.5]
            waves.append((self._begin + self._random.uniform(18, 44), later, True))
        found: list[SimulatedArticle] = []
        for begin, some, is_later in waves:
            for site, delay in some:
                hour = begin + delay
                if hour < self._end:
                    found.append(self._article(site, hour, slots, found, is_later, len(found)))
        return found

    def _reporters(self) -> list[tuple[Site, float]]:
        """Sites that report it, with their delay in hours; the country of origin first."""
        random, regions = self._random, countries()
        how_far = random.random()
        reach = [self._origin]
        others = [code for code in sorted(self._sites) if code != self._origin]
        if how_far > 0.5:
            near = [code for code in others if regions[code].region == regions[self._origin].region]
            reach += random.sample(near, min(len(near), random.randint(1, 4)))
        if how_far > 0.8:
            far = [code for code in others if code not in reach]
            reach += random.sample(far, random.randint(2, 16))
        found = []
        for place, code in enumerate(reach):
            delay = 0.0 if place == 0 else random.expovariate(1 / 4)
            sites = [site for site in self._sites[code] if random.random() < (0.75 if place == 0 else 0.45)]
            sites = sites or [random.choice(self._sites[code])]
            found += [(site, delay + random.expovariate(1 / 2)) for site in sites]
        return sorted(found, key=lambda one: one[1])

    def _slots(self, made: World) -> dict[str, str]:
        random = self._random
        numbers = {"n": random.randint(3, 96), "m": random.randint(11, 99), "k": random.randint(4, 80)}
        names = {name: self._place() for name in ("town", "region", "river", "vessel")}
        people = {
            name: f"{random.choice(_GIVEN)} {self._place()}" for name in ("mayor", "expert", "official")
        }
        land = countries()[self._origin].name
        return {
            **names,
            **people,
            **{name: str(value) for name, value in numbers.items()},
            "mag": f"{random.uniform(4.6, 7.4):.1f}",
            "land": land,
            "body": f"{self._place()} {random.choice(_TOPICS)} {random.choice(_BODIES)}",
            "weekday": _WEEKDAYS[made.at(self._begin).weekday()],
            "later_n": str(numbers["n"] + random.randint(2, 9)),
            "wrong_n": str(numbers["n"] + random.randint(10, 30)),
        }

    def _place(self) -> str:
        random = self._random
        return (
            random.choice(_STARTS)
            + "".join(random.choices(_MIDDLES, k=random.randint(0, 1)))
            + random.choice(_ENDS)
        )

    def _article(
        self,
        site: Site,
        hour: float,
        slots: dict[str, str],
        earlier: list[SimulatedArticle],
        is_later: bool,
        number: int,
    ) -> SimulatedArticle:
        random = self._random
        path = f"/{self._number}-{number}.html"
        originals = [
            one for one in earlier if not one.copy_of and len(one.versions) == 1 and one.site is not site
        ]
        if originals and not is_later and random.random() < COPIED:
            first = originals[0]
            text = replace(first.versions[0], hour=hour)
            return SimulatedArticle(site, self._number, path, (text,), first.path)
        title = random.choice(self._kind["headlines"]).format(**slots)
        facts = [random.choice(wordings) for wordings in self._kind["facts"]]
        rest = facts[1:]
        random.shuffle(rest)
        kept = [facts[0], *rest[: random.randint(3, len(rest))]]
        if is_later:
            kept.insert(0, self._kind["later"])
            title = self._kind["later"].format(**slots).split(",")[0].rstrip(".")[:110]
        voice = Random(f"voice {self._seed} {path}")
        kept = [*(in_its_voice(one, voice) for one in kept), random.choice(_CLOSINGS)]
        versions = [Version(hour, title, tuple(one.format(**slots) for one in kept))]
        if random.random() < UPDATED and hour + 2 < self._end:
            versions = self._updated(versions[0], kept, slots)
        return SimulatedArticle(site, self._number, path, tuple(versions))

    def _updated(self, text: Version, kept: Sequence[str], slots: dict[str, str]) -> list[Version]:
        """A text with another number at first and a correction, or a text that grows in silence."""
        random = self._random
        later = min(text.hour + random.uniform(1.2, 30), self._end)
        if random.random() < 0.5:
            wrong = {**slots, "n": slots["wrong_n"]}
            first = tuple(one.format(**wrong) for one in kept)
            correction = self._kind["corrected"].format(**slots)
            whole = replace(
                text, hour=later, paragraphs=(*text.paragraphs, correction), correction=correction
            )
            return [replace(text, paragraphs=first), whole]
        added = "Later in the day {official} travelled to {town} and met families from {region}.".format(
            **slots
        )
        return [
            text,
            replace(text, hour=later, paragraphs=(*text.paragraphs[:-1], added, text.paragraphs[-1])),
        ]


def in_its_voice(wording: str, voice: Random) -> str:
    """A wording with some of its phrases as one outlet puts them: independent texts share no sentence."""
    return _PHRASE.sub(lambda match: voice.choice(_VOICES[match[0]]), wording)


def story_sizes(made: World) -> Counter[int]:
    """How many stories have how many articles."""
    return Counter(Counter(one.story for one in made.articles).values())
