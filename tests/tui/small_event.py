"""A small event with a comparison made by hand: what the screens show does not depend on the engine."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from newsdiff.model import (
    Annotated,
    Article,
    Block,
    Comparison,
    Detail,
    DetailValue,
    Kind,
    Link,
    Mention,
    Relation,
    Row,
    Sentence,
    numbered,
)
from newsdiff.readers import EventReading
from tui.open_event import OpenedEvent

TEXTS = {
    "alpha": (
        "Ferry runs aground off Norvik",
        "A ferry with 212 people on board ran aground off Norvik on Sunday evening.",
        "Nine passengers were taken to hospital, the harbour master Anna Berg said.",
        "The ship is operated by Nordline and was built in 1998.",
        "“We did everything right,” the captain told reporters.",
    ),
    "beta": (
        "Nine hurt as ferry hits rocks",
        "The ferry, carrying 220 people, hit rocks near Norvik late on Sunday.",
        "Nine people were injured, according to harbour master Anna Bergh.",
        "Divers will inspect the hull on Tuesday.",
    ),
    "gamma": (
        "Passengers safe after Norvik grounding",
        "All passengers are safe after a ferry with 212 people ran aground off Norvik.",
        "Nordline said the ship would be towed to Aldersund.",
        "Subscribe to our newsletter",
    ),
}
OUTLETS = {"alpha": "Alpha Daily", "beta": "Beta News", "gamma": "Gamma Post"}
TITLE = "Ferry aground off Norvik"


def longer(article: Article, words: str) -> Article:
    """The same article with a paragraph more, many times over: a newer text of it."""
    text = article.text + "".join(f"\n{words} {number}" for number in range(40))
    blocks, at = list(article.blocks), len(article.text) + 1
    for number in range(40):
        size = len(f"{words} {number}")
        blocks.append(Block("", "paragraph", at, at + size))
        at += size + 1
    return replace(article, text=text, blocks=numbered(article.id, blocks))


def article(name: str) -> Article:
    """One of the three articles; the first line is its title, the newsletter line is noise."""
    lines = TEXTS[name]
    blocks, at = [], 0
    for number, line in enumerate(lines):
        noise = line.startswith("Subscribe")
        role = "title" if number == 0 else "noise" if noise else "paragraph"
        blocks.append(Block("", role, at, at + len(line), "newsletter" if noise else ""))
        at += len(line) + 1
    return Article(
        name, f"{name}.txt", "\n".join(lines), numbered(name, blocks), title=lines[0], outlet=OUTLETS[name],
        published=date(2026, 3, 1 if name == "alpha" else 2), url=f"https://{name}.example/ferry",
    )  # fmt: skip


ARTICLES = tuple(article(name) for name in TEXTS)


def reading() -> EventReading:
    """The articles as they come from files."""
    return EventReading(TITLE, ARTICLES)


def mention(name: str, kind: Kind, words: str) -> Mention:
    """The first place in an article's body where the words stand."""
    text = next(one for one in ARTICLES if one.id == name)
    start = text.text.index(words, len(text.title or ""))
    block = next(block for block in text.paragraphs if block.start <= start < block.end)
    return Mention(name, kind, start, start + len(words), words, block.id.replace(".p", ".s"))


def detail(
    number: int, kind: Kind, relation: Relation, label: str, values: dict[str, list[tuple[str, str]]]
) -> Detail:
    """A detail with its values: value -> (article, words)."""
    made = tuple(
        DetailValue(value, tuple(mention(name, kind, words) for name, words in mentions))
        for value, mentions in values.items()
    )
    reported_by = tuple(sorted({mention.article for value in made for mention in value.mentions}))
    rest = tuple(name for name in TEXTS if name not in reported_by)
    because = "because the test says so"
    return Detail(f"d{number}", kind, relation, label, made, reported_by, 0.8, because, not_compared=rest)


def details() -> tuple[Detail, ...]:
    """One of each relation, and a second difference."""
    return (
        detail(1, "number", "differs", "people on board", {
            "212": [("alpha", "212"), ("gamma", "212")], "220": [("beta", "220")],
        }),
        detail(2, "name", "variant", "harbour master", {
            "Anna Berg": [("alpha", "Anna Berg")], "Anna Bergh": [("beta", "Anna Bergh")],
        }),
        detail(3, "place", "shared", "Norvik", {
            "Norvik": [("alpha", "Norvik"), ("beta", "Norvik"), ("gamma", "Norvik")],
        }),
        detail(4, "number", "only", "year of building", {"1998": [("alpha", "1998")]}),
        detail(5, "claim", "differs", "who was hurt", {
            "hurt": [("beta", "Nine people were injured")], "safe": [("gamma", "All passengers are safe")],
        }),
    )  # fmt: skip


def row(number: int, *paragraphs: str) -> Row:
    """A row reported by the articles of its paragraphs."""
    reporting = tuple(name for name in TEXTS if any(one.startswith(f"{name}.") for one in paragraphs))
    return Row(f"r{number}", paragraphs, reporting)


def comparison() -> Comparison:
    """The comparison, with one crossing link and one row that one outlet has alone."""
    annotated = tuple(
        Annotated(
            one,
            tuple(
                Sentence(block.id.replace(".p", ".s"), block.id, block.start, block.end)
                for block in one.paragraphs
            ),
            (),
        )
        for one in ARTICLES
    )
    links = (
        Link("alpha.p1", "beta.p1", "same", 0.9, "engine", ("Norvik",)),
        Link("alpha.p1", "gamma.p1", "same", 0.9, "engine", ("212 people",)),
        Link("alpha.p2", "beta.p2", "same", 0.8, "engine", ("harbour master",)),
        Link("alpha.p3", "gamma.p2", "partial", 0.6, "engine", ("Nordline",)),
        Link("beta.p2", "gamma.p1", "partial", 0.5, "engine", ("passengers",)),
    )
    rows = (
        row(1, "alpha.p1", "beta.p1", "gamma.p1"),
        row(2, "alpha.p2", "beta.p2"),
        row(3, "alpha.p3", "gamma.p2"),
        row(4, "alpha.p4"),
        row(5, "beta.p3"),
    )
    return Comparison(TITLE, "alpha", annotated, links, rows, details())


@dataclass
class FixedEvent(OpenedEvent):
    """An opened event whose comparison is the one made by hand; counts how often it was asked for."""

    asked: list[str | None] = field(default_factory=list)

    def compare(self) -> Comparison:
        """The same answer to everything."""
        self.asked.append(self.choice.base)
        return comparison()
