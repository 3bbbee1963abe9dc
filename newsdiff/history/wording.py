"""The history of an article in words for a terminal, and as JSON for programs; quotations are verbatim."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from newsdiff.calendar.display import local_time, utc_stamp
from newsdiff.counting import number_of
from newsdiff.history.build import History
from newsdiff.history.model import Change, Correction, Difference, Span, Step, Version
from newsdiff.reports.as_json import escape_unsafe
from newsdiff.sanitize import one_line
from newsdiff.shortened import shortened

FORMAT = "newsdiff-history/1"
LONGEST_VALUE = 80


def in_words(history: History, steps: Sequence[Step]) -> Iterator[str]:
    """Lines for a terminal, each harmless; blanks at their start stay."""
    yield one_line(f"{history.label}, in {history.title or 'an event without a title'}")
    for version in history.versions:
        yield one_line(version_line(version))
        for correction in version.corrections:
            yield f"    {one_line(f'{correction.kind}: “{correction.text}”')}"
    if len(history.versions) == 1:
        yield "one text so far: newsdiff update --recheck DAYS asks its page again"
    for step in steps:
        yield ""
        yield f"{step.older.number} → {step.newer.number}  {one_line(counted(step))}"
        for difference in step.differences:
            yield f"  {one_line(difference_line(difference, step))}"
        for change in step.changes:
            for line in change_lines(change):
                yield f"  {one_line(line)}"


def version_line(version: Version) -> str:
    """``2  3 Dec 2025 14:02 – 16:40  612 words  Headline``."""
    first, last = local_time(version.first_seen), local_time(version.last_seen)
    if first == last:
        seen = f"seen {first}"
    else:
        day = first.rpartition(" ")[0]
        seen = f"seen {first} – {last.removeprefix(day).strip() if last.startswith(day) else last}"
    notes = [f"{version.words:,} words"]
    notes += ["from the feed, the page held no article"] if version.stand_in else []
    return f"{version.number}  {seen}  {', '.join(notes)}  {version.article.title or 'no headline'}"


def counted(step: Step) -> str:
    """``2 sentences reworded, 1 went, 3 came``; that the words are the same."""
    counts = {
        "reworded": step.count("reworded", "moved and reworded"),
        "moved": step.count("moved", "moved and reworded"),
        "went": step.count("went"),
        "came": step.count("came"),
    }
    found = [f"{number_of(count, 'sentence')} {what}" for what, count in counts.items() if count]
    return ", ".join(found) or "the same words, set another way"


def difference_line(difference: Difference, step: Step) -> str:
    """``difference vanished: people killed 5 → 7, seen 3 Dec 2025 14:02; agrees with BBC since``."""
    before, after = (", ".join(map(_short, values)) for values in (difference.before, difference.after))
    value = f"{before or '–'} → {after or '–'}" if before != after else before
    what = f"difference {difference.effect}: {_short(difference.label)} {value}"
    seen = f"seen {local_time(step.newer.first_seen)}"
    beside = []
    if difference.agrees_with:
        beside.append(f"agrees with {', '.join(difference.agrees_with)} since")
    if difference.differs_from:
        others = ", ".join(f"{label} {_short(value)}" for label, value in difference.differs_from)
        beside.append(f"differs from {others}")
    return "; ".join([f"{what}, {seen}", *beside])


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


def as_json(history: History, steps: Sequence[Step]) -> str:
    """The same for programs; offsets are code points in the text of the piece."""
    plain = {
        "format": FORMAT,
        "event": history.event,
        "title": history.title,
        "article": history.article,
        "outlet": history.label,
        "url": history.newest.article.url,
        "versions": [_version(version) for version in history.versions],
        "steps": [_step(step) for step in steps],
    }
    return escape_unsafe(json.dumps(plain, ensure_ascii=False, indent=1)) + "\n"


def _version(version: Version) -> dict[str, object]:
    return {
        "number": version.number,
        "first_seen": utc_stamp(version.first_seen),
        "last_seen": utc_stamp(version.last_seen),
        "sha256": version.article.sha256,
        "headline": version.article.title,
        "words": version.words,
        "from_feed": version.stand_in,
        "corrections": [_correction(one) for one in version.corrections],
        "text": version.article.text,
    }


def _correction(correction: Correction) -> dict[str, object]:
    return {
        "kind": correction.kind,
        "start": correction.start,
        "end": correction.end,
        "text": correction.text,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "older": step.older.number,
        "newer": step.newer.number,
        "seen": utc_stamp(step.newer.first_seen),
        "changes": [_change(change) for change in step.changes if change.kind != "same"],
        "differences": [
            {
                "effect": one.effect,
                "label": one.label,
                "before": one.before,
                "after": one.after,
                "agrees_with": one.agrees_with,
                "differs_from": [{"outlet": label, "value": value} for label, value in one.differs_from],
            }
            for one in step.differences
        ],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "older": change.older.text if change.older else None,
        "newer": change.newer.text if change.newer else None,
        "went": change.went,
        "came": change.came,
    }
