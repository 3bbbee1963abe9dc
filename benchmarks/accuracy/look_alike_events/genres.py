"""Look-alike events of ten kinds, each outlet in wordings of its own; names come out of small pools.

Two events of one kind share all that is usual of the kind, often a city or a surname, and sometimes the
week: what tells them apart is that city, people, figures and day do not all fit.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from newsdiff.model import Article, Block, numbered

CITIES = """
    Aldermoor Bakhtiar Caldwick Dunmere Eskdale Farhaven Grimstad Halvorn Ikerra Jastrow Kolmar Lindau
    Marsala Norvik Ostrava Palmira Quillota Rovinj Salamis Tarnow Ulmen Varese Wexham Xalapa Yarrow Zamora
    Ardmore Belgrano Corvera Dravik Elmshorn Fontane Gorlice Hvalba Imperia Jelgava Kirkwall Lugano Mostar
    Nyborg Ohrid Pinsk Rastatt Sopron Trogir Usti Viborg Wismar Ystad Zadar Soledad Brankovo Mirabel Torvald
    Kestrel
""".split()
FIRST = """
    Anna Boris Carla David Elena Frank Greta Hugo Irene Jonas Karin Luis Marta Nils Olga Pavel Rosa Sven
""".split()
LAST = """
    Adamik Berger Castillo Dahl Eriksen Ferrari Gruber Horvat Ivanov Jansen Kowal Larsen Moretti Novak Olsen
    Petrov Quist Romero Santos Toth Ullman Vargas Weber Yilmaz Zeman Albrecht Brandt Cermak Duarte Fischer
""".split()
PEOPLE = ("person", "official", "witness")
FIRST_DAY = date(2026, 1, 5)


def kinds() -> tuple[str, ...]:
    """The kinds of events that there are wordings for."""
    return tuple(_facts())


def reports_by_kind(
    events: int, seed: int, chosen: Sequence[str] | None = None, days: int = 21
) -> list[tuple[Article, str]]:
    """Articles with the name of their event: one to seven outlets each, within `days` days."""
    choose = random.Random(seed)
    labelled = []
    for number in range(events):
        kind = choose.choice(chosen or kinds())
        day = FIRST_DAY + timedelta(days=choose.randrange(days))
        known = _particulars(choose, day)
        for outlet in range(choose.choice((1, 2, 3, 4, 5, 7))):
            labelled.append((_article(choose, kind, known, day, f"e{number}o{outlet}"), f"{kind} {number}"))
    return labelled


def happenings_in_one_town(
    towns: int, seed: int, chosen: Sequence[str] | None = None, days: int = 21
) -> list[tuple[Article, str]]:
    """Articles with the name of their event: two or three events of different kinds in each town, begun
    within six days, one to four outlets each. No other article names the town; half of the articles name
    nothing else at the top."""
    choose = random.Random(seed)
    labelled = []
    for number in range(towns):
        one, other = choose.sample(CITIES, 2)
        town = one[:3] + other[2:]
        first = FIRST_DAY + timedelta(days=choose.randrange(days))
        for kind in choose.sample(chosen or kinds(), choose.choice((2, 3))):
            day = first + timedelta(days=choose.randrange(6))
            known = _particulars(choose, day) | {"city": town}
            for outlet in range(choose.choice((1, 2, 3, 4))):
                name = f"t{number}{kind}o{outlet}"
                made = _article(choose, kind, known, day, name, names_last=choose.random() < 0.5)
                labelled.append((made, f"{kind} in {town}"))
    return labelled


def _particulars(choose: random.Random, day: date) -> dict[str, str]:
    city, town = choose.sample(CITIES, 2)
    people = {who: f"{choose.choice(FIRST)} {choose.choice(LAST)}" for who in PEOPLE}
    small = {key: str(choose.randint(2, 9)) for key in "ab"}
    large = {key: str(choose.randint(11, 95)) for key in "kl"}
    return {"city": city, "town": town, "weekday": f"{day:%A}"} | people | small | large


def _article(
    choose: random.Random,
    kind: str,
    known: Mapping[str, str],
    day: date,
    name: str,
    *,
    names_last: bool = False,
) -> Article:
    """One outlet's article: the lead, then most of the other facts in an order of its own."""
    lead, headlines, *rest = _facts()[kind]
    chosen = [lead, *choose.sample(rest, choose.randint(3, len(rest)))]
    if names_last:
        chosen.sort(key=lambda wordings: wordings is not lead and any("{" in one for one in wordings))
    paragraphs = [choose.choice(wordings).format_map(known) for wordings in chosen]
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("", "paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 1
    title = choose.choice(headlines).format_map(known)
    published = day + timedelta(days=choose.choice((0, 0, 0, 1, 2)))
    return Article(
        name, f"{name}.txt", text, numbered(name, blocks), title=title, outlet=name, published=published
    )


@cache
def _facts() -> dict[str, list[list[str]]]:
    """Kind -> its facts, each with its wordings."""
    found: dict[str, list[list[str]]] = {}
    for line in Path(__file__).with_name("genres.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            facts = found.setdefault(line[3:], [[]])
        elif not line.strip():
            facts.append([])
        elif not line.startswith("#"):
            facts[-1].append(line)
    return found
