"""Details and notes as CSV for spreadsheets: one line per quoted span.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises ("CSV
injection"); control characters and direction overrides are made visible.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from newsdiff.brief.passages import sentence_span
from newsdiff.model import Article, Comparison
from newsdiff.opinion.wording import in_full
from newsdiff.patterns import lazy_pattern
from newsdiff.reports.format import NotePart
from newsdiff.sanitize import one_line, sanitize

_FORMULA: Final = lazy_pattern(r"\s*[=+\-@＝＋－＠|%]|[\t\r\n]")
"""What a cell must not begin with: signs that start a formula or a command, also in full width, also behind
blanks, which spreadsheets trim."""
_PLAIN_NUMBER: Final = lazy_pattern(r"-?\d+(\.\d+)?")

_SOURCE: Final = ("outlet", "title", "published", "url", "article", "start", "end")
DETAIL_COLUMNS: Final = (
    "detail", "kind", "relation", "label", "value", "words", "sentence", *_SOURCE, "confidence", "because",
    "not_found_in", "not_compared", "update", "statement", "verdict", "standing",
)  # fmt: skip
NOTE_COLUMNS: Final = ("note", "created", "updated", "state", "tags", "body", "place", "words", *_SOURCE)


def details_to_csv(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """One line per mention of every detail, in order; `notes` have a table of their own.

    ``statement`` is the rank of the statement that the sentence is a version of; ``standing`` is the relation
    as readers are shown it; ``second_opinion`` is a column where somebody was asked.
    """
    lines = []
    details = (*comparison.details, *comparison.dismissed)
    asked = any(detail.opinion is not None for detail in details)
    for detail in details:
        opinion = [in_full(comparison, detail.opinion) if detail.opinion else ""] if asked else []
        rest = [_labels(comparison, detail.not_found_in), _labels(comparison, detail.not_compared)]
        for value in detail.values:
            for mention in value.mentions:
                item = comparison.annotation(mention.article)
                statements = comparison.statements_of.get(mention.sentence, ())
                ranks = " ".join(str(one.rank) for one in statements)
                lines.append([
                    detail.id, detail.kind, detail.relation, detail.label, value.value, mention.text,
                    item.article.text[slice(*sentence_span(item, mention))],
                    *_source(item.article, mention.start, mention.end),
                    f"{detail.confidence:.2f}", detail.because, *rest, detail.update or "",
                    ranks, detail.judgement or "", detail.standing, *opinion,
                ])  # fmt: skip
    return _table((*DETAIL_COLUMNS, "second_opinion") if asked else DETAIL_COLUMNS, lines)


def _labels(comparison: Comparison, articles: Sequence[str]) -> str:
    return ", ".join(comparison.article(one).label for one in articles)


def notes_to_csv(comparison: Comparison, notes: Sequence[NotePart] | None = None) -> str:
    """One line per span of every note; a note on the event as a whole, too, has its line."""
    articles = {article.id: article for article in comparison.articles}
    lines = []
    for note in notes or ():
        about = [note.id, note.created, note.updated or "", note.state, " ".join(note.tags), note.body]
        places = [
            [target.kind, target.exact, *_source(articles[target.article], target.start, target.end)]
            for target in note.targets
            if target.article in articles
        ]
        places += [
            ["orphan", orphan.exact, *_source(articles.get(orphan.article), None, None, orphan.article)]
            for orphan in note.orphans
        ]
        lines += [[*about, *place] for place in places or [["event", "", *_source(None, None, None)]]]
    return _table(NOTE_COLUMNS, lines)


def _source(article: Article | None, start: int | None, end: int | None, name: str = "") -> list[str]:
    place = ["" if start is None else str(start), "" if end is None else str(end)]
    if article is None:
        return ["", "", "", "", name, *place]
    published = article.published.isoformat() if article.published else ""
    return [article.label, article.title or "", published, article.url or "", article.id, *place]


def _table(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for line in lines:
        writer.writerow([cell(one) for one in line])
    return out.getvalue()


def cell(text: str) -> str:
    """`text` as the content of a cell: on as many lines as it has, harmless, and never a formula."""
    lines = [one_line(line) for line in text.splitlines()]
    shown = sanitize("\n".join(lines))
    if _FORMULA.match(shown) and not _PLAIN_NUMBER.fullmatch(shown):
        return f"'{shown}"
    return shown
