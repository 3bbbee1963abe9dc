"""Lines on versions, their changes and what these did to the comparison; quotations are verbatim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.calendar.display import local_time
from newsdiff.counting import number_of
from newsdiff.history.model import Change, Difference, Span, Step, Version
from newsdiff.sanitize import one_line
from newsdiff.shortened import shortened

LONGEST_VALUE = 80


def version_line(version: Version) -> str:
    """``2  3 Dec 2025 14:02 – 16:40  612 words  Headline``."""
    notes = [f"{version.words:,} words"]
    notes += ["from the feed, the page held no article"] if version.stand_in else []
    return f"{version.number}  {seen(version)}  {', '.join(notes)}  {version.article.title or 'no headline'}"


def seen(version: Version) -> str:
    """``seen 3 Dec 2025 14:02 – 16:40``, by the clock of this computer."""
    first, last = local_time(version.first_seen), local_time(version.last_seen)
    if first == last:
        return f"seen {first}"
    day = first.rpartition(" ")[0]
    return f"seen {first} – {last.removeprefix(day).strip() if last.startswith(day) else last}"


def counted(step: Step) -> str:
    """``2 sentences reworded, 1 went, 3 came``; that the words are the same."""
    counts = {
        "reworded": step.count("reworded", "moved and reworded"),
        "moved": step.count("moved", "moved and reworded"),
        "went": step.count("went"),
        "came": step.count("came"),
    }
    found = [f"{number_of(count, 'sentence')} {what}" for what, count in counts.items() if count]
    return ", ".join(found) or "the same words, laid out differently"


def difference_line(difference: Difference, step: Step) -> str:
    """``difference vanished: people killed, 5 → 7, seen 3 Dec 2025 14:02; agrees with BBC since``."""
    before, after = (", ".join(map(_short, values)) for values in (difference.before, difference.after))
    value = f"{before or '–'} → {after or '–'}" if before != after else before
    what = f"difference {difference.effect}: {_short(difference.label)}, {value}"
    since = f"seen {local_time(step.newer.first_seen)}"
    beside = []
    if difference.agrees_with:
        beside.append(f"agrees with {', '.join(difference.agrees_with)} since")
    if difference.differs_from:
        by_value: dict[str, list[str]] = {}
        for label, value in difference.differs_from:
            by_value.setdefault(_short(value), []).append(label)
        others = "; ".join(f"{', '.join(labels)}: {value}" for value, labels in by_value.items())
        beside.append(f"differs from {others}")
    return "; ".join([f"{what}, {since}", *beside])


def _short(words: str) -> str:
    return shortened(one_line(words), LONGEST_VALUE)


def change_lines(change: Change) -> Iterator[str]:
    """``- [-the words-] that went`` and ``+ {+those+} that came``; nothing for what is the same."""
    if change.kind == "same":
        return
    if change.kind == "moved" and change.newer is not None:
        yield f"↕ {change.newer.text}"
        return
    if change.older is not None:
        moved = "↕" if change.kind.startswith("moved") else "-"
        yield f"{moved} {_marked(change.older.text, change.went, '[-', '-]')}"
    if change.newer is not None:
        yield f"+ {_marked(change.newer.text, change.came, '{+', '+}')}"


def _marked(text: str, spans: Sequence[Span], opening: str, closing: str) -> str:
    if len(spans) == 1 and spans[0] == (0, len(text)):
        return text
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], opening, text[start:end], closing]
        at = end
    return "".join([*parts, text[at:]])
