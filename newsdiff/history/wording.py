"""The history of an article in words for a terminal, and as JSON for programs; quotations are verbatim."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from newsdiff.calendar.display import utc_stamp
from newsdiff.history.build import History
from newsdiff.history.lines import change_lines, counted, difference_line, version_line
from newsdiff.history.model import Change, Step, Version
from newsdiff.reports.as_json import escape_unsafe
from newsdiff.sanitize import one_line

FORMAT = "newsdiff-history/1"


def in_words(history: History, steps: Sequence[Step]) -> Iterator[str]:
    """Lines for a terminal, each harmless; blanks at their start stay."""
    yield one_line(f"{history.label}, in {history.title or 'an event without a title'}")
    for version in history.versions:
        yield one_line(version_line(version))
        for correction in version.corrections:
            yield f"    {one_line(f'{correction.kind}: “{correction.text}”')}"
    if len(history.versions) == 1:
        yield "one text so far: newsdiff update --recheck DAYS fetches its page again"
    for step in steps:
        yield ""
        yield f"{step.older.number} → {step.newer.number}  {one_line(counted(step))}"
        for difference in step.differences:
            yield f"  {one_line(difference_line(difference, step))}"
        for change in step.changes:
            for line in change_lines(change):
                yield f"  {one_line(line)}"


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
        "corrections": [asdict(one) for one in version.corrections],
        "text": version.article.text,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "older": step.older.number,
        "newer": step.newer.number,
        "seen": utc_stamp(step.newer.first_seen),
        "changes": [_change(change) for change in step.changes if change.kind != "same"],
        "differences": [
            asdict(one)
            | {"differs_from": [{"outlet": label, "value": own} for label, own in one.differs_from]}
            for one in step.differences
        ],
    }


def _change(change: Change) -> dict[str, object]:
    pieces = {"older": change.older, "newer": change.newer}
    return asdict(change) | {side: piece.text if piece else None for side, piece in pieces.items()}
