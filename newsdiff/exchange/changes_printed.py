"""The changes between two saved comparisons in words, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from newsdiff.brief.passages import passage_of
from newsdiff.counting import number_of
from newsdiff.exchange.changes import CHANGES, Changes, DetailChange, TextChange
from newsdiff.model import Comparison, Detail, DetailValue, Opinion
from newsdiff.opinion.wording import OPINION_SIGNS, in_full
from newsdiff.reports.as_json import escape_unsafe
from newsdiff.reports.build import second_opinion_of
from newsdiff.reports.citations import source
from newsdiff.sanitize import one_line
from newsdiff.signs import JUDGEMENTS, SIGNS

Named = tuple[str, Comparison]
"""A saved comparison's name, and what it came to."""


def in_words(before: Named, after: Named, changes: Changes) -> str:
    """Lines for a terminal; everything from articles is on one line and harmless."""
    return "\n".join(one_line_each(_lines(before, after, changes))) + "\n"


def one_line_each(lines: Iterator[str]) -> Iterator[str]:
    """Every line harmless; blanks at its start stay."""
    for line in lines:
        inner = line.lstrip(" ")
        yield " " * (len(line) - len(inner)) + one_line(inner)


def _lines(before: Named, after: Named, changes: Changes) -> Iterator[str]:
    yield f"“{before[0]}” → “{after[0]}”"
    yield ""
    yield "Texts"
    for text in changes.texts:
        yield f"  {_in_words(text)}"
    if not changes.details:
        yield ""
        yield "No agreement broke, no difference is new, none is gone."
    for change, heading in CHANGES.items():
        found = [one for one in changes.details if one.change == change]
        if not found:
            continue
        yield ""
        yield f"{heading} ({len(found)})"
        for one in found:
            yield f"  {one.label}"
            yield from _side("before", before[1], one.before)
            yield from _side("after", after[1], one.after)
    if changes.opinions:
        yield ""
        yield f"Second opinions that changed ({len(changes.opinions)})"
    for opinion in changes.opinions:
        yield f"  {opinion.label}"
        yield f"    before: {_opinion(before[1], opinion.before, there=not opinion.is_new)}"
        yield f"    after: {_opinion(after[1], opinion.after, there=not opinion.is_gone)}"


def _opinion(comparison: Comparison, opinion: Opinion | None, *, there: bool) -> str:
    if opinion is None:
        return "no opinion" if there else "no such place"
    return f"{OPINION_SIGNS[opinion.says]} {in_full(comparison, opinion)}"


def _in_words(text: TextChange) -> str:
    if text.change != "updated":
        return f"{text.outlet}: {text.change}"
    new = number_of(text.paragraphs_added, "paragraph")
    return f"{text.outlet}: updated, {new} new, {text.paragraphs_gone} gone"


def _side(when: str, comparison: Comparison, detail: Detail | None) -> Iterator[str]:
    if detail is None:
        yield f"    {when}: no such detail"
        return
    said = f", {JUDGEMENTS[detail.judgement]}" if detail.judgement else ""
    yield f"    {when}: {SIGNS[detail.standing]}{said}"
    for value in detail.values:
        yield f"      {value.value} ({', '.join(_outlets(comparison, value))})"


def _outlets(comparison: Comparison, value: DetailValue) -> list[str]:
    return [comparison.article(name).label for name in value.reported_by]


def as_json(before: Named, after: Named, changes: Changes) -> str:
    """The same for programs."""
    plain = {
        "format": "newsdiff-changes/1",
        "before": before[0],
        "after": after[0],
        "texts": [asdict(text) for text in changes.texts],
        "details": [_detail_change(before[1], after[1], one) for one in changes.details],
        "second_opinions": [
            {
                "label": one.label,
                "before": second_opinion_of(before[1], one.before).get("second_opinion"),
                "after": second_opinion_of(after[1], one.after).get("second_opinion"),
            }
            for one in changes.opinions
        ],
    }
    return escape_unsafe(json.dumps(plain, ensure_ascii=False, indent=1)) + "\n"


def _detail_change(before: Comparison, after: Comparison, one: DetailChange) -> dict[str, Any]:
    return {
        "change": one.change,
        "label": one.label,
        "before": _detail(before, one.before),
        "after": _detail(after, one.after),
    }


def _detail(comparison: Comparison, detail: Detail | None) -> dict[str, Any] | None:
    if detail is None:
        return None
    return {
        "relation": detail.relation,
        "kind": detail.kind,
        "verdict": detail.judgement,
        "values": [
            {
                "value": value.value,
                "quoted": [
                    {
                        "article": article.id,
                        "words": mention.text,
                        "sentence": article.text[slice(*passage_of(comparison, mention).sentence)],
                        "source": source(article),
                    }
                    for mention in {one.article: one for one in reversed(value.mentions)}.values()
                    for article in (comparison.article(mention.article),)
                ],
            }
            for value in detail.values
        ],
    }
