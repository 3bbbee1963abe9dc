"""How times grow with repeated words: ``python benchmarks/speed/repetition.py [--two] [KIND ...]``.

One paragraph repeats a group of words, a sentence, a figure, a name, a quotation, a bracket or a date 250,
500, 1,000 and 2,000 times. It is compared with a short article; with ``--two`` with one like it. Printed is
the CPU time of reading and of comparing, and how it grows from the third number to the fourth; the exit code
is 1 where that is more than MOST_GROWTH for more than LEAST_SECONDS. A text whose third number takes longer
than LONGEST is not doubled.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from newsdiff.model import Article
from newsdiff.pipeline import compare
from newsdiff.readers.files.article import article_of

TIMES = (250, 500, 1_000, 2_000)
MOST_GROWTH = 2.6
"""A text of twice the length; n log n is 2.2."""
LEAST_SECONDS = 1.0
LONGEST = 30.0
SHORT = "Other title\n\nThe ferry Aurora sank off China on 3 May, Anna Bell said. 3 people died."
KINDS: dict[str, str] = {
    "words": "the officers found people near lorries ",
    "words and a figure": "about 40 people left the port ",
    "figures that differ": "{n} people left the port and ",
    "casualties": "{n} people were killed and {n} wounded, ",
    "money": "$ {n} million of the budget and ",
    "ages": "a {m}-year-old man and ",
    "percentages": "{n} % of the voters, ",
    "durations": "{n} hours later and ",
    "sentences": "The police found 40 people in a lorry on Monday. ",
    "sentences that differ": "The police found {n} people in lorry {n} on Monday. ",
    "short sentences": "He left. ",
    "one word": "lorry ",
    "one letter": "a ",
    "capitals": "A",
    "names": "Anna Bell and ",
    "names that differ": "Anna Bell{w} and ",
    "one surname": "{w} Bell and ",
    "long name": "Anna ",
    "initials": "A. ",
    "titles": "President ",
    "places": "Berlin, Germany, ",
    "abbreviations": "the National Party (NP) and ",
    "quotations": "“we left” he said ",
    "quotations that differ": "“we left {w} at sea” Anna Bell said ",
    "straight quotations": '"we left" ',
    "open quotations": "“we left ",
    "apostrophes": "'we' ",
    "brackets": "(the port) ",
    "open brackets": "(",
    "nested brackets": "([{{",
    "dates": "on 3 May 2024 and ",
    "days": "on Monday and ",
    "dates that differ": "on {d} May {y} and ",
    "times": "at {h}:15 p.m. and ",
    "ranges": "from 3 to {n} May and ",
    "number words": "one hundred ",
    "number words and": "twenty and ",
    "digits": "1",
    "digits and commas": "1,",
    "digits and points": "1.",
    "dollars": "$",
    "hyphens": "a-",
    "dashes": "— ",
    "commas": ", ",
    "points": ". ",
    "ellipses": "...",
    "spaces": "a            ",
    "attribution": "he said that she said that ",
    "not": "not ",
    "negations": "did not say that it did not ",
    "combining": "e\u0301",
    "addresses": "https://example.org/{n} ",
    "letters": "{w} ",
}
"""Kind -> a piece, with what changes from piece to piece in braces."""


def text_of(piece: str, times: int, seed: int = 0) -> str:
    """The piece so many times, with its figures, letters and days counted up."""
    return "".join(
        piece.format(n=n + 2, m=n % 90 + 5, d=n % 28 + 1, y=1500 + n % 1400, h=n % 12 + 1, w=_letters(n))
        for n in range(seed, seed + times)
    )


def _letters(number: int) -> str:
    """A made-up capitalised word for a number, without a digit."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:04}").capitalize()


def article(kind: str, times: int, name: str = "a.txt", seed: int = 0) -> Article:
    """An article of one paragraph that repeats the piece of this kind."""
    return article_of(f"Title\n\n{text_of(KINDS[kind], times, seed)}".encode(), name, ".txt")


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(kind: str, *, two: bool) -> bool:
    """Print the times of one kind; whether none grows too fast."""
    rows: dict[str, list[float]] = {"read": [], "compare": []}
    for times in TIMES:
        if rows["compare"] and rows["compare"][-1] > LONGEST:
            break
        rows["read"].append(seconds(lambda times=times: article(kind, times)))
        other = article(kind, times, "b.txt", 1) if two else article_of(SHORT.encode(), "b.txt", ".txt")
        both = [article(kind, times), other]
        rows["compare"].append(seconds(lambda both=both: compare(both)))
    is_fine = True
    for name, took in rows.items():
        growth = took[-1] / took[-2] if took[-2] else 0.0
        too_fast = growth > MOST_GROWTH and took[-1] > LEAST_SECONDS
        is_fine = is_fine and not too_fast
        cells = "  ".join(f"{one:6.2f}" for one in took)
        print(f"{kind:24} {name:9} {cells}   x{growth:.1f}{'  TOO FAST' if too_fast else ''}", flush=True)
    return is_fine


if __name__ == "__main__":
    named = [one for one in sys.argv[1:] if one != "--two"]
    print(f"{'':34} " + "  ".join(f"{one:>6}" for one in TIMES) + "   (CPU s)")
    fine = [measure(kind, two="--two" in sys.argv) for kind in (named or KINDS)]
    sys.exit(0 if all(fine) else 1)
