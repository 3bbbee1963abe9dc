"""Small events made by hand: what a comparison holds and what a careful reader marked, both in plain words.

Places are written ``"a: words"``: the first time these words stand in article a. Paragraphs are ``"a1"``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsdiff.evaluation.gold import Gold
from newsdiff.evaluation.measures import Tally, measure
from newsdiff.model import (
    Annotated,
    Article,
    Block,
    Comparison,
    Detail,
    DetailValue,
    Kind,
    Link,
    LinkKind,
    Mention,
    Quote,
    Relation,
    Row,
    Sentence,
    Statement,
    StatementSentence,
    numbered,
)


class Event:
    """Articles of one sentence a paragraph; what is found and what is marked is added to it."""

    def __init__(self, **texts: Sequence[str]) -> None:
        self.articles = [_article(name, paragraphs) for name, paragraphs in texts.items()]
        self.links: list[Link] = []
        self.rows: list[Row] = []
        self.alone_in_one: set[str] = set()
        self.statements: list[Statement] = []
        self.details: list[Detail] = []
        self.quotes: dict[str, list[Quote]] = {}
        self.marked: dict[str, list[Any]] = {
            name: []
            for name in ("pairs", "near", "noise", "shared", "divergences", "traps", "quotes", "clusters")
        }
        self.quotes_complete = True

    # -- what newsdiff found ----------------------------------------------------

    def link(self, a: str, b: str, kind: LinkKind = "same") -> None:
        self.links.append(Link(_block(a), _block(b), kind, 0.8, "engine", ("words",)))

    def alone(self, *paragraphs: str) -> None:
        self.alone_in_one.update(map(_block, paragraphs))

    def row(self, *paragraphs: str) -> None:
        names = tuple(paragraph[0] for paragraph in paragraphs)
        self.rows.append(Row(f"r{len(self.rows) + 1}", tuple(map(_block, paragraphs)), names))

    def statement(self, rank: int, *sentences: str) -> None:
        versions = tuple(StatementSentence(one[0], f"{one[0]}.s{one[1:]}", ()) for one in sentences)
        names = tuple(dict.fromkeys(one[0] for one in sentences))
        self.statements.append(
            Statement(f"t{len(self.statements) + 1}", rank, versions, names, len(names), (), 0.8, "words")
        )

    def detail(
        self,
        relation: Relation,
        *values: Sequence[str],
        kind: Kind = "number",
        also_reported_by: str = "",
        not_found_in: str = "",
    ) -> None:
        """Each value is its mentions; the outlets are named by their letters."""
        entries = tuple(
            DetailValue(" / ".join(value), tuple(self._mention(one, kind) for one in value))
            for value in values
        )
        reported = dict.fromkeys([*(one.article for v in entries for one in v.mentions), *also_reported_by])
        number = len(self.details) + 1
        self.details.append(
            Detail(
                f"d{number}", kind, relation, "people", entries, tuple(reported), 0.7, "words",
                not_found_in=tuple(not_found_in),
            )
        )  # fmt: skip

    def quote(self, place: str) -> None:
        article, start, end = self.at(place)
        found = self.quotes.setdefault(article, [])
        found.append(Quote(f"{article}.q{len(found) + 1}", start, end, None))

    # -- what the reader marked -------------------------------------------------

    def mark_pair(self, a: str, b: str, *, optional: bool = False) -> None:
        self.marked["pairs"].append({"a": a, "b": b, "optional": optional})

    def mark_near_miss(self, a: str, b: str) -> None:
        self.marked["near"].append((a, b))

    def mark_noise(self, paragraph: str) -> None:
        """The paragraph is no body."""
        self.marked["noise"].append(paragraph)

    def mark_shared(self, *mentions: str, kind: str = "number") -> None:
        self.marked["shared"].append(self._marked("s", "shared", kind, dict.fromkeys(mentions)))

    def mark_conflict(self, kind: str = "number", strength: str = "weak", **values: Sequence[str]) -> None:
        self._mark_divergence("conflict", kind, values, strength=strength)

    def mark_variant(self, kind: str = "number", **values: Sequence[str]) -> None:
        self._mark_divergence("variant", kind, values)

    def mark_trap(self, *mentions: str, kind: str = "number") -> None:
        self.marked["traps"].append(self._marked("h", "traps", kind, dict.fromkeys(mentions)))

    def mark_quotes(self, *places: str) -> None:
        """Quotations of one utterance."""
        first = len(self.marked["quotes"]) + 1
        for number, place in enumerate(places, start=first):
            self.marked["quotes"].append({"id": f"q{number}", **self._span(place)})
        self.marked["clusters"].append({"quotes": [f"q{first + n}" for n in range(len(places))]})

    # -- the outcome ------------------------------------------------------------

    @property
    def comparison(self) -> Comparison:
        annotated = tuple(
            Annotated(
                article,
                tuple(
                    Sentence(f"{article.id}.s{number}", block.id, block.start, block.end)
                    for number, block in enumerate(article.paragraphs, start=1)
                ),
                (),
                tuple(self.quotes.get(article.id, ())),
            )
            for article in self.articles
        )
        return Comparison(
            "event", self.articles[0].id, annotated, tuple(self.links), tuple(self.rows),
            tuple(self.details), statements=tuple(self.statements), alone=frozenset(self.alone_in_one),
        )  # fmt: skip

    @property
    def gold(self) -> Gold:
        return Gold.model_validate(self.gold_data)

    @property
    def gold_data(self) -> dict[str, Any]:
        """The gold as its file holds it."""
        alignment = {"pairs": self.marked["pairs"], "near_misses": self.marked["near"]}
        return {
            "articles": [self._marked_article(article) for article in self.articles],
            "alignment": [alignment],
            "shared": self.marked["shared"],
            "divergences": self.marked["divergences"],
            "hard_negatives": self.marked["traps"],
            "quotes": self.marked["quotes"],
            "quote_clusters": self.marked["clusters"],
            "quotes_complete": self.quotes_complete,
        }

    def measured(self, label: str) -> tuple[float, float | None]:
        """So many of so many."""
        tally = self.tally(label)
        return tally.part, tally.of

    def tally(self, label: str) -> Tally:
        return measure(self.comparison, self.gold)[label]

    # -- places -----------------------------------------------------------------

    def at(self, place: str) -> tuple[str, int, int]:
        name, words = place.split(": ", 1)
        text = next(article.text for article in self.articles if article.id == name)
        start = text.index(words)
        return name, start, start + len(words)

    def _span(self, place: str) -> dict[str, Any]:
        article, start, end = self.at(place)
        return {"article": article, "start": start, "end": end}

    def _mention(self, place: str, kind: Kind) -> Mention:
        name, start, end = self.at(place)
        article = next(article for article in self.articles if article.id == name)
        number = next(n for n, block in enumerate(article.paragraphs, 1) if block.start <= start < block.end)
        return Mention(name, kind, start, end, article.text[start:end], f"{name}.s{number}")

    def _marked(
        self, letter: str, where: str, kind: str, mentions: Mapping[str, str | None]
    ) -> dict[str, Any]:
        spans = [self._span(place) | {"value": value} for place, value in mentions.items()]
        return {"id": f"{letter}{len(self.marked[where]) + 1}", "kind": kind, "mentions": spans}

    def _mark_divergence(
        self, severity: str, kind: str, values: Mapping[str, Sequence[str]], **more: str
    ) -> None:
        mentions = {place: value for value, places in values.items() for place in places}
        made = self._marked("d", "divergences", kind, mentions)
        self.marked["divergences"].append(made | {"severity": severity} | more)

    def _marked_article(self, article: Article) -> dict[str, Any]:
        parts: dict[str, list[dict[str, Any]]] = {"paragraphs": [], "noise": []}
        for number, block in enumerate(article.paragraphs, start=1):
            name = f"{article.id}{number}"
            span = {"start": block.start, "end": block.end}
            if name in self.marked["noise"]:
                parts["noise"].append(span)
            else:
                parts["paragraphs"].append(span | {"id": name})
        return {"id": article.id, **parts}


def _block(name: str) -> str:
    return f"{name[0]}.p{name[1:]}"


def _article(name: str, paragraphs: Sequence[str]) -> Article:
    text, blocks = "", []
    for words in paragraphs:
        blocks.append(Block("", "paragraph", len(text), len(text) + len(words)))
        text += words + "\n\n"
    return Article(name, f"{name}.txt", text, numbered(name, blocks), outlet=name.upper())
