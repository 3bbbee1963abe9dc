"""The report as JSON: the same comparison gives the same bytes, everywhere and always."""

from __future__ import annotations

import json
from collections.abc import Sequence

from newsdiff.model import Comparison
from newsdiff.reports.build import build_report
from newsdiff.reports.format import ComparisonReport, NotePart


def to_json(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """One JSON object, indented by one blank, ended by a newline; ``notes`` is left out where there are none.

    Unpaired surrogates, which JSON can carry only escaped, are escaped; everything else stands as it is.
    """
    report = build_report(comparison, notes)
    plain = report.model_dump(mode="python", exclude={"notes"} if notes is None else set())
    for article in plain["articles"]:
        for block in article["blocks"]:
            if block["reason"] is None:
                del block["reason"]
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    return escape_surrogates(text) + "\n"


def escape_surrogates(text: str) -> str:
    """`text` with unpaired surrogates as ``\\udXXX``, so that it can be written as UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def json_schema() -> str:
    """The JSON Schema of the report, as it stands in ``comparison.schema.json`` beside this file."""
    schema = ComparisonReport.model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
