"""How well the spans of notes find their words again after an article was edited.

    python benchmarks/accuracy/anchors.py [FOLDER ...] [--spans 500] [--selectors-alone]

Takes spans (a word or two, a phrase, a sentence, a paragraph) from the texts of the folders (default: the
sample), edits each text in known ways and asks `newsdiff.library.anchors` for the span. The edited text
remembers for each code point where it came from, so the right answer is known:

right     the span lies where its words went (each end within 3 code points, or 80 % overlap)
orphaned  not placed
wrong     placed elsewhere, or placed although its words were taken out

The library keeps every text a note was written on, so the older text is at hand whenever it places a note.
`--selectors-alone` shows what quote, prefix and suffix could do without it.

`kept` counts the cases that left the words at 80 % similarity or more: there, right should be >= 95 %.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from newsdiff.library.anchors import CONTEXT, reattach
from newsdiff.library.records import NoteTarget

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_KEPT = 0.8
_SENTENCE = re.compile(r"[^.!?\n]+[.!?”\"]*")

Trace = list[tuple[str, int | None]]
"""The code points of an edited text with the offsets they had, None for new ones."""


@dataclass(frozen=True)
class Span:
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class Case:
    """A span, an edited text, and where the span's words are in it: None when they were taken out."""

    edit: str
    span: Span
    edited: str
    truth: tuple[int, int] | None

    @property
    def likeness(self) -> float:
        """How much of the words is left."""
        if self.truth is None:
            return 0.0
        return Levenshtein.normalized_similarity(self.span.words, self.edited[slice(*self.truth)])


def spans(texts: Sequence[str], count: int, luck: random.Random) -> list[Span]:
    """As many of each size, from all texts."""
    found = []
    for index in range(count):
        text = texts[index % len(texts)]
        found.append(_span(text, index // len(texts) % 4, luck))
    return found


def _span(text: str, size: int, luck: random.Random) -> Span:
    lines = [m.span() for m in re.finditer(r"\S[^\n]*", text) if len(m.group().split()) >= 8]
    start, end = luck.choice(lines)
    if size == 3:
        return Span(text, start, end)
    sentences = [m.span() for m in _SENTENCE.finditer(text, start, end) if len(m.group().split()) >= 4]
    if sentences:
        start, end = luck.choice(sentences)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if size == 2:
        return Span(text, start, end)
    words = [m.span() for m in re.finditer(r"\S+", text[start:end])]
    length = luck.randint(1, 2) if size == 0 else luck.randint(3, 8)
    first = luck.randrange(max(1, len(words) - length + 1))
    last = min(first + length, len(words)) - 1
    return Span(text, start + words[first][0], start + words[last][1])


def case(edit: str, span: Span, trace: Trace) -> Case:
    """The edited text and the truth about the span."""
    there = [
        at for at, (_, origin) in enumerate(trace) if origin is not None and span.start <= origin < span.end
    ]
    edited = "".join(char for char, _ in trace)
    if len(there) < (span.end - span.start) / 2:
        return Case(edit, span, edited, None)
    return Case(edit, span, edited, (there[0], there[-1] + 1))


# The edits. Each gets the text, the span, foreign sentences, and its luck.
Edit = Callable[[Trace, Span, Sequence[str], random.Random], Trace]


def typos(rate: float) -> Edit:
    """Letters dropped, doubled, replaced or swapped."""

    def edit(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
        result: Trace = []
        for item in trace:
            if item[0].isalpha() and luck.random() < rate:
                slip = luck.randrange(3)
                if slip:
                    result.append((luck.choice("etaoinsr"), item[1] if slip == 1 else None))
                if slip == 2:
                    result.append(item)
            else:
                result.append(item)
        return result

    return edit


def insertions(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
    """Six sentences from other articles put in between sentences, two of them right at the span's."""
    ends = [at + 1 for at, (char, _) in enumerate(trace) if char in ".\n" and not _inside(trace, at, span)]
    near = sorted(ends, key=lambda at: abs((trace[at - 1][1] or 0) - span.start))[:2]
    for at in sorted({*near, *luck.sample(ends, min(4, len(ends)))}, reverse=True):
        trace = trace[:at] + [(char, None) for char in f" {luck.choice(foreign)} "] + trace[at:]
    return trace


def _inside(trace: Trace, at: int, span: Span) -> bool:
    origin = trace[at][1]
    return origin is not None and span.start <= origin < span.end - 1


def moved(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
    """The paragraph with the span and three others change their places."""
    lines = _lines(trace)
    of_span = next(i for i, line in enumerate(lines) if any(origin == span.start for _, origin in line))
    for index in [of_span, *luck.sample(range(len(lines)), min(3, len(lines)))]:
        lines.insert(luck.randrange(len(lines)), lines.pop(index))
    return [item for line in lines for item in line]


def _lines(trace: Trace) -> list[Trace]:
    lines: list[Trace] = [[]]
    for item in trace:
        lines[-1].append(item)
        if item[0] == "\n":
            lines.append([])
    if lines[-1] and lines[-1][-1][0] != "\n":
        lines[-1].append(("\n", None))
    return [line for line in lines if line]


def deletions(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
    """A third of all sentences but the span's own taken out."""
    return _without(trace, span, luck, own=False)


def own_deleted(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
    """The span's sentence (or paragraph) taken out."""
    return _without(trace, span, luck, own=True)


def _without(trace: Trace, span: Span, luck: random.Random, *, own: bool) -> Trace:
    gone: set[int] = set()
    for found in _SENTENCE.finditer(span.text):
        touches = found.start() < span.end and span.start < found.end()
        if touches if own else (not touches and luck.random() < 1 / 3):
            gone.update(range(*found.span()))
    return [item for item in trace if item[1] not in gone]


def look_alike(*, original: bool) -> Edit:
    """The span's sentence, with one word or figure replaced, put elsewhere; the original stays or not."""

    def edit(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
        low, high = _surrounding(span)
        copy = _altered(span.text[low:high], foreign, luck)
        if not original:
            trace = [item for item in trace if item[1] is None or not low <= item[1] < high]
        ends = [at + 1 for at, (char, _) in enumerate(trace) if char == "\n" and not _inside(trace, at, span)]
        far = [at for at in ends if abs((trace[at - 1][1] or 0) - span.start) > 400] or ends or [0]
        at = luck.choice(far)
        return trace[:at] + [(char, None) for char in f"{copy}\n"] + trace[at:]

    return edit


def _surrounding(span: Span) -> tuple[int, int]:
    touching = [
        m.span() for m in _SENTENCE.finditer(span.text) if m.start() < span.end and span.start < m.end()
    ]
    return min([span.start, *(s for s, _ in touching)]), max([span.end, *(e for _, e in touching)])


def _altered(sentence: str, foreign: Sequence[str], luck: random.Random) -> str:
    """One figure changed, else one long word replaced by another article's."""
    if figure := re.search(r"\d+", sentence):
        return sentence[: figure.start()] + str(int(figure.group()) + 7) + sentence[figure.end() :]
    words = list(re.finditer(r"\w{5,}", sentence)) or list(re.finditer(r"\w+", sentence))
    others: list[str] = re.findall(r"\w{5,}", luck.choice(foreign)) or ["something"]
    word = luck.choice(words)
    return sentence[: word.start()] + luck.choice(others) + sentence[word.end() :]


def all_together(trace: Trace, span: Span, foreign: Sequence[str], luck: random.Random) -> Trace:
    """Moved, with sentences put in, others taken out, and typos."""
    for edit in (moved, deletions, insertions, typos(0.02)):
        trace = edit(trace, span, foreign, luck)
    return trace


EDITS: dict[str, Edit] = {
    "typos 2 %": typos(0.02),
    "typos 8 %": typos(0.08),
    "inserted sentences": insertions,
    "moved paragraphs": moved,
    "deleted sentences": deletions,
    "own sentence deleted": own_deleted,
    "look-alike added": look_alike(original=True),
    "look-alike instead": look_alike(original=False),
    "all together": all_together,
}


def cases(texts: Sequence[str], count: int, seed: int = 5) -> Iterable[Case]:
    """Every span under every edit."""
    luck = random.Random(seed)
    sentences = {
        text: [m.group().strip() for m in _SENTENCE.finditer(text) if len(m.group()) > 40] for text in texts
    }
    for span in spans(texts, count, luck):
        foreign = [line for text in texts if text != span.text for line in sentences[text]]
        for name, edit in EDITS.items():
            trace: Trace = [(char, at) for at, char in enumerate(span.text)]
            yield case(name, span, edit(trace, span, foreign, luck))


def judge(case: Case, *, with_old_text: bool) -> str:
    """right, orphaned or wrong."""
    span, text = case.span, case.span.text
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    target = NoteTarget("a", "old", span.start, span.end, span.words, before, after)
    found = reattach(target, case.edited, sha256="new", old_text=text if with_old_text else None)
    if found.how == "orphan":
        return "orphaned"
    if case.truth is None:
        return "wrong"
    start, end = case.truth
    shared = min(end, found.end) - max(start, found.start)
    near = abs(found.start - start) <= 3 and abs(found.end - end) <= 3 and shared > 0
    return "right" if near or shared >= 0.8 * (max(end, found.end) - min(start, found.start)) else "wrong"


def measure(
    texts: Sequence[str], count: int, *, with_old_text: bool, show: int = 0
) -> dict[str, Counter[str]]:
    """Edit -> how often right, orphaned, wrong; and the same among the cases that kept their words."""
    table: dict[str, Counter[str]] = {name: Counter() for name in EDITS}
    for item in cases(texts, count):
        verdict = judge(item, with_old_text=with_old_text)
        table[item.edit][verdict] += 1
        if item.likeness >= _KEPT:
            table[item.edit][f"kept {verdict}"] += 1
        if show and (verdict == "wrong" or (verdict == "orphaned" and item.likeness >= _KEPT)):
            show -= 1
            print(f"{verdict} ({item.edit}): {item.span.words[:90]!r}")
    return table


def total(table: dict[str, Counter[str]]) -> Counter[str]:
    """All edits together."""
    return sum(table.values(), Counter())


def line(name: str, counts: Counter[str]) -> str:
    """A line of the report."""
    whole = counts["right"] + counts["orphaned"] + counts["wrong"]
    kept = counts["kept right"] + counts["kept orphaned"] + counts["kept wrong"]
    share = f"{counts['kept right'] / kept:8.1%}" if kept else "       -"
    return (
        f"{name:22}{counts['right']:7}{counts['orphaned']:10}{counts['wrong']:7}"
        f"{counts['wrong'] / whole:9.2%}{kept:8}{share}"
    )


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folders", nargs="*", type=Path, default=[SEEDS])
    options.add_argument("--spans", type=int, default=500)
    options.add_argument("--selectors-alone", action="store_true", help="a second table: see above")
    options.add_argument("--show", type=int, default=0, help="print so many failures")
    chosen = options.parse_args()
    paths = sorted(path for folder in chosen.folders for path in folder.rglob("*.txt"))
    texts = [path.read_bytes().decode("utf-8", "replace") for path in paths]
    texts = [text for text in texts if len(text) > 1_500]
    for with_old_text in (True, False) if chosen.selectors_alone else (True,):
        print("\nwith the older text" if with_old_text else "\nwith the selectors alone")
        print(f"{'edit':22}  right  orphaned  wrong  wrong %    kept   right of kept")
        table = measure(texts, chosen.spans, with_old_text=with_old_text, show=chosen.show)
        for name, counts in table.items():
            print(line(name, counts))
        print(line("all", total(table)))


if __name__ == "__main__":
    main()
