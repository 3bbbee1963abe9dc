"""How many marked conflicts the questions for a second opinion put before whoever answers them.

    python benchmarks/accuracy/opinion_questions.py GOLD … [--level all] [--most 40]

GOLD is what ``newsdiff eval`` takes: a gold file, the folder of one, or a folder of such folders. A conflict
is covered when the sentences of one question, without their neighbours, hold the words of two of its values
in two articles; of statements the same is counted, as ``newsdiff eval`` does. Nobody is asked.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean
from typing import get_args

sys.path.insert(0, str(Path(__file__).parents[2]))

from newsdiff.evaluation.marked_events import MarkedEvent, read_events
from newsdiff.evaluation.measures.details import conflicts, is_typed
from newsdiff.evaluation.measures.judged import Judged
from newsdiff.evaluation.measures.statements import first_that_shows
from newsdiff.evaluation.measures.tallies import ArticleSpan
from newsdiff.evaluation.table import table
from newsdiff.model import Level
from newsdiff.opinion.question import Question, questions_of
from newsdiff.opinion.template import TEMPLATE
from newsdiff.pipeline import compare

Held = list[list[ArticleSpan]]
"""The sentences of each place, most worth a look first."""


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--level", choices=get_args(Level), default="normal")
    parser.add_argument("--most", type=int, default=40, help="questions of an event")
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    asked = []
    for event in read_events(options.gold):
        questions, found = measured(event, options.level, options.most)
        asked.append(questions)
        counts.update(found)
    columns = "marked", "statements", f"first {options.most} statements", f"first {options.most} questions"
    body = [
        [f"{kind} conflicts", *(str(counts[kind, column]) for column in (*columns, "questions"))]
        for kind in ("typed", "claim")
    ]
    print(table([f"level {options.level}", *columns, "questions"], body))
    more = sum(one > options.most for one in asked)
    print(f"\n{len(asked)} events, {fmean(asked):.1f} questions each; more than {options.most} in {more}")


def measured(event: MarkedEvent, level: Level, most: int) -> tuple[int, Counter[tuple[str, str]]]:
    """How many questions there are on an event, and how many conflicts are covered by what."""
    comparison = compare(event.articles, level=level)
    judged = Judged(comparison, event.gold)
    questions = questions_of(comparison, TEMPLATE)
    ranked = sorted(comparison.statements, key=lambda one: one.rank)
    by_statements: Held = [[judged.sentences[one.sentence][0] for one in place.sentences] for place in ranked]
    by_questions: Held = [list(sentences_of(one, judged)) for one in questions]
    counts: Counter[tuple[str, str]] = Counter()
    for conflict in conflicts(event.gold):
        kind = "typed" if is_typed(conflict) else "claim"
        counts[kind, "marked"] += 1
        for name, held in (("statements", by_statements), ("questions", by_questions)):
            at = first_that_shows(conflict, held)
            counts[kind, name] += at is not None
            counts[kind, f"first {most} {name}"] += at is not None and at <= most
    return len(questions), counts


def sentences_of(question: Question, judged: Judged) -> Iterable[ArticleSpan]:
    """Where the sentences of a question stand, without their neighbours."""
    for version in question.versions:
        for passage in version.passages:
            for start, end in passage.sentences:
                yield ArticleSpan(judged.stem[passage.article], start, end)


if __name__ == "__main__":
    main()
