"""The comparison report, format 2, as types: every report is held against them and against the schema made of
them, which ``newsdiff/reports/comparison.schema.json`` keeps for other programs.

To write that file anew:
``python -m tests.reports.comparison_format > newsdiff/reports/comparison.schema.json``
"""

from __future__ import annotations

import json
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from newsdiff.model import Judgement, Kind, LinkKind, Origin, Relation, Role, Says, WordStatus
from newsdiff.reports.format import NotePart, Offset, Part, VerdictPart

Share = Annotated[float, Field(ge=0, le=1)]
AlignedBy: TypeAlias = Literal["words", "names, numbers, dates and quotations"]
WordsElsewhere: TypeAlias = Annotated[str, Field(pattern=r"^.+\.s\d+:\d+-\d+$")]
"""Words of another article: the id of their sentence, start and end (``vot.s12:2890-2898``)."""


class EventPart(Part):
    """The event as a whole; dates are ISO days, null where no article has one."""

    title: str | None
    first_published: str | None
    last_published: str | None
    independent_texts: int | None = None
    """Articles that do not repeat another one's text."""


class BlockPart(Part):
    """A visible block; together the blocks cover all non-blank text."""

    id: str
    role: Role
    reason: str | None = None
    start: Offset
    end: Offset


class SentencePart(Part):
    """A sentence of a body paragraph."""

    id: str
    paragraph: str
    start: Offset
    end: Offset


class QuotePart(Part):
    """A quotation with its marks; speaker null where the text does not say."""

    id: str
    start: Offset
    end: Offset
    speaker: str | None


class OriginalPart(Part):
    """What a translated article is the translation of; its blocks have the ids of the article's."""

    language: str
    title: str | None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    text: str
    blocks: tuple[BlockPart, ...]


class ArticlePart(Part):
    """One outlet's article; where it is translated, `text` and all offsets are those of the translation."""

    id: str
    source: str
    outlet: str | None
    label: str | None = None
    """What a person calls it: the outlet, with a number where another article has the same ("TIME (2)")."""
    country: str | None
    language: str
    title: str | None
    byline: str | None
    published: str | None
    """The day, in the zone of whoever published it."""
    published_at: str | None = None
    """That day's clock time where it is known, ISO 8601; without an offset where no zone is known."""
    url: str | None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    text: str
    blocks: tuple[BlockPart, ...]
    sentences: tuple[SentencePart, ...]
    quotes: tuple[QuotePart, ...]
    remarks: tuple[str, ...] = ()
    """What had to be decided when it was read, and what it lacks, in words."""
    aligned_by: AlignedBy = "words"
    """What an article has in common with the others; with words only where it is in English."""
    translated_by: str | None = None
    original: OriginalPart | None = None


class WordsPart(Part):
    """Neighbouring words of a sentence that stand alike to the other versions of its statement."""

    start: Offset
    end: Offset
    status: WordStatus
    """shared: another version says the same; replaced: another version has other words in its place; own: no
    other version has anything there."""
    by: tuple[WordsElsewhere, ...]
    """The words of the other versions that are the same or stand in its place."""


class VersionPart(Part):
    """One version of a statement: a sentence of an article with its words aligned to the other versions."""

    article: str
    sentence: str
    words: tuple[WordsPart, ...]


class QuotationPart(Part):
    """Verbatim words of an article."""

    article: str
    start: Offset
    end: Offset
    text: str


class OpinionPart(Part):
    """What a program of the reader's own says: beside newsdiff's judgement, never in its place."""

    by: str
    """What readers call the program."""
    says: Says
    at_odds: str
    """What the versions are at odds about, in its words; empty where it says nothing."""
    quotations: tuple[QuotationPart, ...]
    """The words it quotes, those of one version, then those of another."""


class StatementPart(Part):
    """The sentences of two or more articles that report the same thing."""

    id: str
    rank: Annotated[int, Field(ge=1)]
    """1 is most worth a look: likely to differ, then reported by many."""
    sentences: tuple[VersionPart, ...]
    reported_by: tuple[str, ...]
    independent_texts: int
    """Of `reported_by`, those that do not repeat another one's sentence."""
    details: tuple[str, ...]
    """Ids of the details whose mentions stand in these sentences."""
    score: Share
    sure: bool
    """Whether the articles surely report one matter; the others are worth a look, and do not say who reports
    what."""
    because: str
    second_opinion: OpinionPart | None = None
    """Only where a program of the reader's own was asked."""


class LinkPart(Part):
    """Two paragraphs of different articles that report the same specific thing; those of the kind *related*
    are only worth a look, and make no row and no count."""

    a: str
    b: str
    kind: LinkKind
    score: Share
    origin: Origin
    because: tuple[str, ...]


class RowPart(Part):
    """Paragraphs read side by side; every body paragraph stands in exactly one row."""

    id: str
    paragraphs: tuple[str, ...]
    reported_by: tuple[str, ...]


class MentionPart(Part):
    """A verbatim span."""

    article: str
    start: Offset
    end: Offset
    text: str
    sentence: str


class ValuePart(Part):
    """One of the values that a detail has."""

    value: str
    reported_by: tuple[str, ...]
    mentions: Annotated[tuple[MentionPart, ...], Field(min_length=1)]
    independent_texts: int | None = None
    """Of the articles that report it, those that do not report it in a paragraph taken over from another."""


class DetailPart(Part):
    """One question of fact with every article's own value, and how the values relate.

    `reported_by`, `not_found_in` and `not_compared` name every outlet of the comparison once, by those of its
    articles that decide.
    """

    id: str
    kind: Kind
    relation: Relation
    label: str
    values: Annotated[tuple[ValuePart, ...], Field(min_length=1)]
    reported_by: tuple[str, ...]
    not_found_in: tuple[str, ...]
    """Articles whose whole text was searched and holds nothing near it."""
    not_compared: tuple[str, ...]
    """The rest: something near it is there, or nothing certain can be said."""
    update: str | None = None
    """``5 → 7`` where later articles give the later value."""
    independent_texts: int | None = None
    """Of `reported_by`, those that do not report it in a paragraph taken over from another."""
    confidence: Share
    verdict: Judgement | None = None
    """What the reader says of it."""
    because: str
    second_opinion: OpinionPart | None = None
    """Only where a program of the reader's own was asked."""


class HeadlinePart(Part):
    """A word as the headline of an article has it."""

    article: str
    word: str


class TakeWordPart(Part):
    """A word that stands in headlines of a take and in no other headline."""

    independent_texts: int
    as_written: Annotated[tuple[HeadlinePart, ...], Field(min_length=1)]


class TakeSentencePart(Part):
    """A sentence near the top of an article."""

    article: str
    start: Offset
    end: Offset
    text: str


class TakeLeadPart(Part):
    """A statement that several articles of a take have near their tops."""

    statement: str
    sentences: tuple[TakeSentencePart, ...]
    also_in: tuple[str, ...]
    """Articles outside of the take that report it as well, wherever in their texts."""


class TakePart(Part):
    """Articles of two independent texts or more that put the same first."""

    id: str
    label: str
    """Words of the headline of `labelled_by`."""
    labelled_by: str
    articles: tuple[str, ...]
    independent_texts: Annotated[int, Field(ge=2)]
    texts_of_last_day: int
    """Of these, those that were published on the last day of the event."""
    countries: dict[str, int]
    """Country -> independent texts, where it is known."""
    words: tuple[TakeWordPart, ...]
    leads: tuple[TakeLeadPart, ...]
    speakers: tuple[str, ...]
    """Whom two of its texts or more quote, and no other article."""
    distance_within: Share
    """Mean distance of two of its texts."""
    distance_outside: Share
    """Mean distance of its texts to those of the other takes."""


class NoTakePart(Part):
    """An article that stands in no take."""

    article: str
    why: Literal["between", "near", "alone", "not compared"]
    near: tuple[str, ...]
    """Ids of the takes it is near to, the nearest first."""


class TakesPart(Part):
    """Groups of articles that put the same first; none where the texts fall into no groups."""

    groups: tuple[TakePart, ...]
    """Those of most independent texts first."""
    others: tuple[NoTakePart, ...]
    most_common: str | None
    """Id of the take that more independent texts of the last day share than any other, two at least."""
    last_day: str | None
    because: str
    """How they were found, or why there are none."""


class ComparisonReport(Part):
    """The whole report."""

    format: Literal["newsdiff-comparison/2"]
    generator: str
    event: EventPart
    base: str
    articles: Annotated[tuple[ArticlePart, ...], Field(min_length=2)]
    statements: tuple[StatementPart, ...]
    """Most worth a look first."""
    links: tuple[LinkPart, ...]
    rows: tuple[RowPart, ...]
    details: tuple[DetailPart, ...]
    takes: TakesPart | None = None
    notes: tuple[NotePart, ...] | None = None
    """Only for a saved comparison."""
    verdicts: tuple[VerdictPart, ...] = ()


def json_schema() -> str:
    """The JSON Schema of the report."""
    schema = ComparisonReport.model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    print(json_schema(), end="")
