"""Look-alike events of four kinds, told by every outlet in the very same stock sentences.

Only places, people, figures and days differ.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from newsdiff.model import Article, Block, numbered

SENTENCES = {
    "quake": (
        "A magnitude {n}.{m} earthquake struck near {place} early on {day}, the geological survey said.",
        "At least {k} people were killed and {j} injured in {place}, said {who} of civil protection.",
        "Rescuers searched through the rubble of collapsed buildings in {place} and {other} for survivors.",
        "The tremor was felt as far away as {other}, where residents ran into the streets in panic.",
        "Aftershocks continued to shake {place} and schools will stay closed, the governor {who} said.",
        "The region lies on a fault line and suffers earthquakes often.",
    ),
    "match": (
        "{place} beat {other} {n}-{m} on {day} in the league with two late goals by {who}.",
        "{who} scored in minute {k} in front of {j} thousand spectators in {place}.",
        "The coach of {other} blamed the referee and the injured goalkeeper for the defeat.",
        "{place} now leads the table by {m} points, {other} fall to the relegation places.",
        "The supporters of {place} sang the name of {who} long after the final whistle.",
        "The next match is played at the weekend.",
    ),
    "storm": (
        "A storm with winds of {k} kilometres an hour hit {place} on {day} and tore roofs off houses.",
        "Some {j} thousand households in {place} and {other} were without power, the grid operator said.",
        "Floods closed the motorway between {place} and {other}, and {n} people were reported missing.",
        "The mayor of {place}, {who}, asked residents to stay indoors.",
        "The weather service warned of more heavy rain in {other} until the evening.",
        "Meteorologists say that such storms become more frequent.",
    ),
    "trial": (
        "A court in {place} sentenced {who} to {k} years in prison for fraud on {day}.",
        "Prosecutors said that {who} had taken {j} million from a fund in {other}.",
        "The lawyer of {who} said that they would appeal against the verdict.",
        "The judge in {place} spoke of a betrayal of trust that had lasted {n} years.",
        "Investors from {other} who lost their savings wept in the court room.",
        "The case is one of the largest of its kind.",
    ),
}


def in_stock_sentences(events: int, seed: int = 0) -> list[tuple[Article, str]]:
    """Articles with the name of their event: two to six outlets each, over sixty days."""
    choose = random.Random(seed)

    def name() -> str:
        return "".join(choose.choice("bdfgklmnprstvz") + choose.choice("aeiou") for _ in range(3)).title()

    places = [name() for _ in range(max(6, events // 2))]
    labelled = []
    for number in range(events):
        kind = choose.choice(sorted(SENTENCES))
        day = date(2026, 1, 1) + timedelta(days=choose.randrange(60))
        place, other = choose.sample(places, 2)
        facts = {"place": place, "other": other, "who": f"{name()} {name()}", "day": f"{day:%A}"}
        figures = {key: choose.randint(2, 9) for key in "nm"} | {key: choose.randint(11, 90) for key in "kj"}
        for outlet in range(choose.randint(2, 6)):
            sentences = choose.sample(SENTENCES[kind], choose.randint(4, 6))
            text = "\n".join(sentence.format(**facts, **figures) for sentence in sentences)
            ends = [place for place, sign in enumerate(text + "\n") if sign == "\n"]
            starts = [0, *(end + 1 for end in ends[:-1])]
            short = f"e{number}o{outlet}"
            blocks = [Block("", "paragraph", a, b) for a, b in zip(starts, ends, strict=True)]
            title = sentences[0].format(**facts, **figures).split(",")[0][:80]
            article = Article(
                short, f"{short}.txt", text, numbered(short, blocks), title=title, outlet=short,
                published=day + timedelta(days=choose.randint(0, 1)),
            )  # fmt: skip
            labelled.append((article, str(number)))
    return labelled
