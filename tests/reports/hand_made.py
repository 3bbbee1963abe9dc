"""A small comparison with statements and details made by hand: reports are tested against what is known."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import (
    Annotated,
    Article,
    Block,
    Comparison,
    Detail,
    DetailValue,
    Link,
    Mention,
    Row,
    Sentence,
    Statement,
    StatementSentence,
    WordRun,
    WordSpan,
    WordStatus,
    numbered,
)

TEXTS = {
    "north": ("Twelve people died in the *old* hotel fire.", "Rain fell."),
    "south": ("In the hotel fire <fourteen> people died on Monday.", "The sun shone."),
    "west": ("Nobody wrote of it here.",),
}
OUTLETS = {"north": "North", "south": "South", "west": "West"}


def article(name: str, outlet: str, paragraphs: Sequence[str]) -> Annotated:
    """An article whose paragraphs are one sentence each."""
    text, blocks = "", []
    for words in paragraphs:
        blocks.append(Block("", "paragraph", len(text), len(text) + len(words), ""))
        text += f"{words}\n\n"
    found = Article(name, f"{name}.txt", text, numbered(name, blocks), outlet=outlet)
    sentences = tuple(
        Sentence(f"{name}.s{number}", block.id, block.start, block.end)
        for number, block in enumerate(found.paragraphs, 1)
    )
    return Annotated(found, sentences, ())


def fire(statements: int = 1) -> Comparison:
    """Two outlets report one fire with two tolls, a third reports something else.

    The one statement stands as often as is asked for, each time with a rank of its own.
    """
    annotated = tuple(article(name, OUTLETS[name], paragraphs) for name, paragraphs in TEXTS.items())
    north, south = mention(annotated[0], "Twelve"), mention(annotated[1], "fourteen")
    toll = Detail(
        "d1", "number", "differs", "people killed",
        (DetailValue("12", (north,), 1), DetailValue("14", (south,), 1)),
        ("north", "south"), 0.7, "both count people", not_found_in=("west",), update="12 → 14",
        independent_texts=2,
    )  # fmt: skip
    rain = Detail(
        "d2", "claim", "only", "rain", (DetailValue("Rain", (mention(annotated[0], "Rain"),), 1),),
        ("north",), 0.6, "one outlet", not_compared=("south", "west"),
    )  # fmt: skip
    rows = (
        Row("r1", ("north.p1", "south.p1"), ("north", "south")),
        Row("r2", ("north.p2",), ("north",)),
        Row("r3", ("south.p2",), ("south",)),
        Row("r4", ("west.p1",), ("west",)),
    )
    links = (
        Link("north.p1", "south.p1", "same", 0.9, "engine", ("hotel",)),
        Link("north.p2", "south.p2", "related", 0.4, "engine", ("weather",)),
    )
    made = tuple(statement(annotated, number) for number in range(1, statements + 1))
    return Comparison("Hotel fire", "north", annotated, links, rows, (toll, rain), statements=made)


def mention(item: Annotated, words: str) -> Mention:
    """The first place where the words stand."""
    start = item.article.text.index(words)
    sentence = next(one for one in item.sentences if one.start <= start < one.end)
    return Mention(item.article.id, "number", start, start + len(words), words, sentence.id)


def statement(annotated: Sequence[Annotated], rank: int) -> Statement:
    """The first sentences of both outlets, their words aligned."""
    north, south = annotated[:2]
    tolls = [("Twelve", "fourteen"), ("fourteen", "Twelve")]
    versions = (
        version(north, south, {"people died": "people died", "hotel fire": "hotel fire"}, tolls[0], "old"),
        version(
            south, north, {"hotel fire": "hotel fire", "people died": "people died"}, tolls[1], "on Monday"
        ),
    )
    return Statement(f"t{rank}", rank, versions, ("north", "south"), 2, ("d1",), 0.83, "the same words")


def version(
    here: Annotated, there: Annotated, shared: dict[str, str], replaced: tuple[str, str], own: str
) -> StatementSentence:
    """The first sentence of an article, with what its words stand for in another."""
    runs = [run(here, there, ours, theirs, "shared") for ours, theirs in shared.items()]
    runs += [run(here, there, *replaced, "replaced"), run(here, there, own, None, "own")]
    ordered = tuple(sorted(runs, key=lambda one: one.start))
    return StatementSentence(here.article.id, here.sentences[0].id, ordered)


def run(here: Annotated, there: Annotated, words: str, other: str | None, status: WordStatus) -> WordRun:
    """A run of words, and the words of the other article by which it stands."""
    start = here.article.text.index(words)
    by: tuple[WordSpan, ...] = ()
    if other is not None:
        at = there.article.text.index(other)
        by = (WordSpan(there.sentences[0].id, at, at + len(other)),)
    return WordRun(start, start + len(words), status, by)
