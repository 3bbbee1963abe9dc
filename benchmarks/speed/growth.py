"""How times grow with the length of one article: ``python benchmarks/speed/growth.py [KIND ...]``.

Articles of the kinds that once took quadratic time are compared with a short one, those of LONG_BOTH with
another of their length, and reported as HTML, at three lengths. Printed is the CPU time of each, and how it
grows from the second length to the third, where the text doubles; the exit code is 1 where that is more than
MOST_GROWTH for more than LEAST_SECONDS.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.model import Article
from newsdiff.pipeline import compare
from newsdiff.readers.files.article import article_of
from newsdiff.reports.as_html import to_html

LONG_BOTH = frozenset(("Spanish with figures", "two of many paragraphs"))
LENGTHS = (15_000, 30_000, 60_000)
MOST_GROWTH = 2.6
"""A text of twice the length; n log n is 2.14."""
LEAST_SECONDS = 0.5
SHORT = "Other title\n\nThe ferry Aurora sank off China on 3 May, Putin said. 3 people died."


def _sentences(chance: random.Random) -> str:
    return (
        f"Minister {chance.choice('ABCDEFG')}{chance.randrange(900)}n said on {chance.randint(1, 28)} May "
        f"that {chance.randint(2, 9000)} people of {chance.choice('HIJKLM')}arvik left. "
    )


KINDS: dict[str, Callable[[random.Random], str]] = {
    "one long paragraph": _sentences,
    'said "x" he said': lambda _: 'said "x" he said ',
    "quotations left open": lambda _: "“said he ",
    "Chinese without punctuation": lambda chance: chance.choice(
        "的一是不了人我在有他这为之大来以中国上海年月日三"
    ),
    "Chinese with figures": lambda chance: chance.choice(("中国", "上海", "1", "3月", "a", "普京")),
    "Japanese": lambda chance: chance.choice("アイウエオカキクケコ・ーの"),
    "one name again and again": lambda _: "Anna Bell ",
    "figures": lambda chance: f"{chance.randrange(999)} ",
    "short sentences": lambda _: "A b. ",
    "Spanish with figures": lambda chance: (
        f"La ministra Ana Robles dijo el {chance.randint(1, 28)} de mayo que {chance.randint(2, 9000)} "
        "personas salieron de Madrid. "
    ),
    "two of many paragraphs": lambda chance: f"{_sentences(chance)}\n\n",
}
"""Kind -> a piece of such a text."""


def article(kind: str, length: int, name: str = "a.txt") -> Article:
    chance = random.Random(f"{name} {length}")
    text = ""
    while len(text) < length:
        text += "".join(KINDS[kind](chance) for _ in range(500))
    return article_of(f"Title\n\n{text[:length]}".encode(), name, ".txt")


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(kind: str) -> bool:
    """Print the times of one kind; whether none grows too fast."""
    short = article_of(SHORT.encode(), "b.txt", ".txt")
    rows: dict[str, list[float]] = {"mentions": [], "compare": [], "HTML": []}
    for length in LENGTHS:
        both = [article(kind, length), article(kind, length, "b.txt") if kind in LONG_BOTH else short]
        sentences = {one.id: split_sentences(one) for one in both}
        rows["mentions"].append(seconds(lambda both=both, said=sentences: find_mentions(both, said)))
        rows["compare"].append(seconds(lambda both=both: compare(both)))
        comparison = compare(both)
        rows["HTML"].append(seconds(lambda comparison=comparison: to_html(comparison)))
    is_fine = True
    for name, times in rows.items():
        growth = times[2] / times[1] if times[1] else 0.0
        too_fast = growth > MOST_GROWTH and times[2] > LEAST_SECONDS
        is_fine = is_fine and not too_fast
        cells = "  ".join(f"{one:6.2f}" for one in times)
        print(f"{kind:28} {name:9} {cells}   x{growth:.1f}{'  TOO FAST' if too_fast else ''}", flush=True)
    return is_fine


if __name__ == "__main__":
    print(f"{'':38} " + "  ".join(f"{one:>6}" for one in LENGTHS) + "   (CPU s)")
    fine = [measure(kind) for kind in (sys.argv[1:] or KINDS)]
    sys.exit(0 if all(fine) else 1)
