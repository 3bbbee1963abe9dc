"""A made-up comparison of any number of rows, for measuring what a key costs."""

from __future__ import annotations

import random
from collections.abc import Sequence

from newsdiff.model import (
    Annotated,
    Article,
    Block,
    Comparison,
    Detail,
    DetailValue,
    Mention,
    Row,
    Sentence,
    Statement,
    StatementSentence,
    WordRun,
    WordSpan,
    numbered,
)

PANES = "abcde"
WORDS = "said the talks in of a plan minister president on Tuesday after war for peace that was with".split()


def made(rows: int) -> Comparison:
    """Every third row is reported by all, every tenth has a difference, every seventh a hit; every row is a
    statement, with its words aligned.
    """
    reporting = [tuple(PANES) if row % 3 == 0 else ("a", PANES[1 + row % 4]) for row in range(rows)]
    chance = random.Random(1)
    annotated: list[Annotated] = []
    cells: dict[tuple[str, int], tuple[Block, Sentence]] = {}
    for name in PANES:
        own = [row for row in range(rows) if name in reporting[row]]
        article, sentences = article_of(name, own, chance)
        annotated.append(Annotated(article, sentences, ()))
        cells |= {
            (name, row): (block, one) for row, block, one in zip(own, article.blocks, sentences, strict=True)
        }
    texts = {one.article.id: one.article.text for one in annotated}
    made_rows, details, statements = [], [], []
    for row, reported_by in enumerate(reporting):
        blocks = [cells[name, row][0] for name in reported_by]
        sentences_here = {name: cells[name, row][1] for name in reported_by}
        made_rows.append(Row(f"r{row + 1}", tuple(block.id for block in blocks), reported_by))
        detail = detail_of(row, sentences_here, texts) if row % 10 == 0 else None
        details += [detail] if detail else []
        statements.append(statement_of(row, sentences_here, texts, detail))
    return Comparison(
        "Benchmark",
        "a",
        tuple(annotated),
        (),
        tuple(made_rows),
        tuple(details),
        statements=tuple(statements),
    )


def article_of(name: str, own: Sequence[int], chance: random.Random) -> tuple[Article, tuple[Sentence, ...]]:
    """An article with a paragraph for each of these rows, each of one sentence."""
    pieces, blocks, at = [], [], 0
    for row in own:
        words = " ".join(chance.choices(WORDS, k=chance.randint(15, 45)))
        pieces.append(f"{chance.randint(2, 99)} points {words}{' Donbas' if row % 7 == 0 else ''}.")
        blocks.append(Block("", "paragraph", at, at + len(pieces[-1])))
        at += len(pieces[-1]) + 2
    text = "\n\n".join(pieces)
    article = Article(name, f"{name}.txt", text, numbered(name, blocks), outlet=f"Outlet {name}")
    sentences = tuple(
        Sentence(f"{name}.s{number}", block.id, block.start, block.end)
        for number, block in enumerate(article.blocks, 1)
    )
    return article, sentences


def detail_of(row: int, sentences: dict[str, Sentence], texts: dict[str, str]) -> Detail:
    """The number that begins every sentence, another one in each."""
    values = []
    for name, sentence in sentences.items():
        end = texts[name].index(" points", sentence.start)
        words = texts[name][sentence.start : end]
        mention = Mention(name, "number", sentence.start, end, words, sentence.id)
        values.append(DetailValue(words, (mention,)))
    return Detail(f"d{row}", "number", "differs", "points", tuple(values), tuple(sentences), 0.9, "")


def statement_of(
    row: int, sentences: dict[str, Sentence], texts: dict[str, str], detail: Detail | None
) -> Statement:
    """The sentences of a row: the number replaced, then by turns words that another shares and own words."""
    versions = []
    for name, sentence in sentences.items():
        other = next(one for article, one in sentences.items() if article != name)
        by = (WordSpan(other.id, other.start, other.start + 2),)
        runs, at = [], sentence.start
        for number, word in enumerate(texts[name][sentence.start : sentence.end].split(" ")):
            if number == 0:
                runs.append(WordRun(at, at + len(word), "replaced", by))
            elif number % 6 < 4:
                runs.append(WordRun(at, at + len(word), "shared", by))
            else:
                runs.append(WordRun(at, at + len(word), "own"))
            at += len(word) + 1
        versions.append(StatementSentence(name, sentence.id, tuple(runs)))
    held = (detail.id,) if detail else ()
    named = tuple(sentences)
    return Statement(f"t{row + 1}", row + 1, tuple(versions), named, len(named), held, 0.9, "")
