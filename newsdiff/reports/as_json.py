"""The report as JSON: the same comparison gives the same bytes, everywhere and always."""

from __future__ import annotations

import json
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING

from newsdiff.model import Comparison
from newsdiff.patterns import lazy_pattern
from newsdiff.reports.build import build_report

if TYPE_CHECKING:
    from newsdiff.reports.format import NotePart, VerdictPart

_UNSAFE = lazy_pattern("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def to_json(
    comparison: Comparison,
    notes: Sequence[NotePart] | None = None,
    verdicts: Sequence[VerdictPart] = (),
) -> str:
    """One JSON object, indented by one blank, ended by a newline; ``notes`` is left out where there are none.

    What would harm a terminal is escaped; everything else stands as it is.
    """
    return escape_unsafe(indented(build_report(comparison, notes, verdicts))) + "\n"


def indented(value: object, line: str = "\n") -> str:
    """The JSON of a value as `json.dumps` writes it with an indent of one blank and every letter as it is.

    That one hands out each bracket and comma by itself; this one takes a third of the time. `line` begins a
    line at the depth of the value.
    """
    if isinstance(value, str):
        return quoted(value)
    if type(value) is int:
        return str(value)
    if isinstance(value, dict) and value:
        inner = line + " "
        entries = [
            f"{quoted(key)}: {quoted(one) if type(one) is str else indented(one, inner)}"
            for key, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"
    if isinstance(value, list | tuple) and value:
        inner = line + " "
        return f"[{inner}{f',{inner}'.join([indented(one, inner) for one in value])}{line}]"
    return json.dumps(value)


def escape_unsafe(json_text: str) -> str:
    """The same JSON with everything escaped that UTF-8 cannot carry (lone surrogates) or a terminal would
    obey (C1 controls, direction marks and overrides)."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json_text)
