"""Small comparisons made by hand: the widgets are tested against what is known, not against the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message

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
    Role,
    Row,
    Sentence,
    numbered,
)
from widgets.outline_bar import OutlineBar
from widgets.panes.aligned_grid import AlignedGrid
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState


def article(name: str, paragraphs: Sequence[str | tuple[Role, str]]) -> Article:
    """An article; a pair is a block put aside, with its role as its reason."""
    text, blocks = "", []
    for item in paragraphs:
        role, words = ("paragraph", item) if isinstance(item, str) else item
        blocks.append(Block("", role, len(text), len(text) + len(words), "" if role == "paragraph" else role))
        text += words + "\n\n"
    return Article(
        name, f"{name}.txt", text, numbered(name, blocks), f"{name.title()} headline", name.title(),
        published=date(2025, 12, 2),
    )  # fmt: skip


def comparison(
    texts: Mapping[str, Sequence[str | tuple[Role, str]]],
    rows: Sequence[str] | None = None,
    details: Sequence[tuple[Relation, Kind, Mapping[str, Sequence[str]]]] = (),
    links: Sequence[tuple[str, str]] = (),
) -> Comparison:
    """Rows are named ``"a1 b2"`` (paragraph 1 of a, paragraph 2 of b); without them number by number.

    A detail maps every value to its mentions, each ``"a: words"``; the words are searched in the article.
    """
    articles = [article(name, paragraphs) for name, paragraphs in texts.items()]
    if rows is None:
        most = max(len(item.paragraphs) for item in articles)
        rows = [
            " ".join(f"{item.id}{n}" for item in articles if n <= len(item.paragraphs))
            for n in range(1, most + 1)
        ]
    annotated = tuple(
        Annotated(
            item,
            tuple(
                Sentence(f"{item.id}.s{number}", block.id, block.start, block.end)
                for number, block in enumerate(item.paragraphs, start=1)
            ),
            (),
        )
        for item in articles
    )
    return Comparison(
        "event",
        articles[0].id,
        annotated,
        tuple(Link(_paragraph(a), _paragraph(b), "same", 0.8, "engine", ("words",)) for a, b in links),
        tuple(_row(number, names, tuple(texts)) for number, names in enumerate(rows, start=1)),
        tuple(_detail(number, annotated, *detail) for number, detail in enumerate(details, start=1)),
    )


def _paragraph(name: str) -> str:
    return f"{name.rstrip('0123456789')}.p{name[len(name.rstrip('0123456789')) :]}"


def _row(number: int, names: str, articles: tuple[str, ...]) -> Row:
    paragraphs = tuple(map(_paragraph, names.split()))
    reporting = {paragraph.split(".")[0] for paragraph in paragraphs}
    return Row(f"r{number}", paragraphs, tuple(a for a in articles if a in reporting))


def _detail(
    number: int,
    annotated: tuple[Annotated, ...],
    relation: Relation,
    kind: Kind,
    values: Mapping[str, Sequence[str]],
) -> Detail:
    by_id = {item.article.id: item for item in annotated}
    made = []
    for value, mentions in values.items():
        found = []
        for mention in mentions:
            name, words = mention.split(": ", 1)
            item = by_id[name]
            start = item.article.text.index(words)
            sentence = next(s.id for s in item.sentences if s.start <= start < s.end)
            found.append(Mention(name, kind, start, start + len(words), words, sentence))
        made.append(DetailValue(value, tuple(found)))
    reporting = tuple(dict.fromkeys(m.article for value in made for m in value.mentions))
    rest = tuple(name for name in by_id if name not in reporting)
    return Detail(
        f"d{number}", kind, relation, f"detail {number}", tuple(made), reporting, 0.7, "they say so",
        not_compared=rest,
    )  # fmt: skip


def three_outlets() -> Comparison:
    """Three outlets, five rows: a difference, a variant, an only-here, an empty pane with a crossing."""
    return comparison(
        {
            "time": [
                "The 28-point plan was leaked in Kyiv before the talks began in Moscow.",
                "The talks ended without a breakthrough.",
                "Europe was alarmed by the leak.",
                "The envoys left on Tuesday.",
            ],
            "sky": [
                ("noise", "Read more: our live page"),
                "A 19-point plan was leaked in Kiev ahead of the talks.",
                "The talks ended without a breakthrough.",
                "Ireland announced €100m in aid.",
                ("caption", "The leaders at the table"),
                "The envoys left on Tuesday.",
            ],
            "vot": ["The plan has 28 points.", "The envoys left on Tuesday.", "Europe was alarmed."],
        },
        rows=["time1 sky1 vot1", "time2 sky2", "time3", "sky3", "time4 sky4 vot2", "vot3"],
        details=[
            ("differs", "number", {"28": ["time: 28-point", "vot: 28 points"], "19": ["sky: 19-point"]}),
            ("variant", "place", {"Kyiv": ["time: Kyiv"], "Kiev": ["sky: Kiev"]}),
            ("only", "money", {"€100m": ["sky: €100m"]}),
            ("shared", "date", {"Tuesday": ["time: Tuesday", "sky: Tuesday", "vot: Tuesday"]}),
            ("shared", "name", {"breakthrough": ["time: breakthrough", "sky: breakthrough"]}),
        ],
        links=[("time1", "sky1"), ("time3", "vot3"), ("time4", "sky4"), ("time4", "vot2"), ("time2", "sky2")],
    )


KEYS = {
    "j": "row(1)", "k": "row(-1)", "g": "row(-1000000)", "G": "row(1000000)", "space": "page(1)",
    "b": "page(-1)", "h": "pane(-1)", "l": "pane(1)", "]": "next_detail('differs', 1)",
    "[": "next_detail('differs', -1)", "}": "next_detail('only', 1)", "{": "next_detail('only', -1)",
    "w": "next_mark(1)", "W": "next_mark(-1)", "n": "next_hit(1)", "N": "next_hit(-1)",
    ")": "next_note(1)", "(": "next_note(-1)", ".": "next_unread", "ctrl+o": "back(-1)",
    "ctrl+f": "back(1)", "c": "crossing", "enter": "detail", "z": "fold", "1": "to_pane(1)",
    "3": "to_pane(3)", "e": "scroll(1)", "y": "scroll(-1)",
}  # fmt: skip


class BoundGrid(AlignedGrid):
    """The grid with keys, which in the application the screen has."""

    BINDINGS: list[BindingType] = [Binding(key, action) for key, action in KEYS.items()]  # noqa: RUF012


class GridApp(App[None]):
    """A grid and its outline on a screen of their own."""

    CSS = "BoundGrid { width: 1fr; height: 1fr; }"

    def __init__(self, shown: Comparison, state: ReadingState | None = None) -> None:
        super().__init__()
        self.shown, self.start = shown, state
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        grid, outline = BoundGrid(), OutlineBar()
        state = settle(self.start or ReadingState(), self.shown)
        for widget in (grid, outline):
            widget.set_reactive(type(widget).comparison, self.shown)
            widget.set_reactive(type(widget).state, state)
        with Horizontal():
            yield grid
            yield outline

    def on_mount(self) -> None:
        self.grid.focus()

    @property
    def grid(self) -> BoundGrid:
        return self.query_one(BoundGrid)

    def hear(self, message: Message) -> None:
        """Collects what the widgets post, for `run_test(message_hook=...)`, called on every level."""
        if type(message).__module__ == "widgets.reading.messages" and not any(
            m is message for m in self.heard
        ):
            self.heard.append(message)

    def said(self, kind: type[Any]) -> list[Any]:
        return [message for message in self.heard if isinstance(message, kind)]


def lines_of(grid: AlignedGrid) -> list[str]:
    """The lines of the grid as plain text."""
    return [grid.render_line(y).text for y in range(grid.size.height)]
