"""The words of the domain as types. All are immutable.

outlet        who published: TIME, Sky News
article       one outlet's text on one event, identified by the SHA-256 of its text
event         what happened; holds the articles that report it
block         a run of source text with a role: title, paragraph, heading, caption, noise (with its reason)
paragraph     a block of the body
sentence      a sentence of a paragraph
mention       a typed span with a value: number, money, percent, duration, age, date, time, name, place,
              quotation; a claim has no value
figure        the bare number of a quantity, before a hedge or rounding widens it
statement     the sentences of two or more articles that report the same thing: the unit a reader compares
link          two paragraphs of different articles that report the same thing (same, partial, quote);
              a related link is worth a look and never counts as a report of the same
row           paragraphs of several articles shown level
detail        one question of fact with the value of every article that answers it
relation      of a detail: shared, differs, variant (worded differently), only (one outlet)
reported by   the articles in whose text it was found
not found in  the articles in whose whole text nothing comes near it; said only when that is sure
not compared  the articles of which nothing certain can be said
level         how much is shown: strict, normal, all
second opinion  what a program of the reader's own says of a place; beside newsdiff's mark, never in its place
base          the article along which rows are ordered; it changes no detail

Offsets are code points into the article's text, end-exclusive: ``article.text[start:end]``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final, Literal, TypeAlias

from newsdiff.quick_dataclass import dataclass
from newsdiff.values import ClockTime as ClockTime
from newsdiff.values import DateRange as DateRange
from newsdiff.values import Name as Name
from newsdiff.values import Quantity as Quantity
from newsdiff.values import Utterance as Utterance
from newsdiff.values import Value as Value

Role: TypeAlias = Literal["title", "paragraph", "heading", "caption", "noise"]
Kind: TypeAlias = Literal[
    "number", "money", "percent", "duration", "age", "date", "time", "name", "place", "quote", "claim"
]
Relation: TypeAlias = Literal["shared", "variant", "differs", "only"]
Standing: TypeAlias = Literal["differs", "may-differ", "variant", "may-share", "only", "shared"]
LinkKind: TypeAlias = Literal["same", "partial", "quote", "related"]
WordStatus: TypeAlias = Literal["shared", "replaced", "own"]
Judgement: TypeAlias = Literal["confirmed", "dismissed", "joined", "split", "added"]
Origin: TypeAlias = Literal["engine", "reader"]
Says: TypeAlias = Literal["same", "differs", "update", "unrelated", "unsure"]
Level: TypeAlias = Literal["strict", "normal", "all"]
VALUED: Final[frozenset[Kind]] = frozenset(("number", "money", "percent", "duration", "age", "date", "time"))
"""Kinds whose values, unlike names and words, are often equal by chance."""
CONFIRMING: Final[tuple[Judgement, ...]] = ("confirmed", "added")
"""What the reader says of a detail that he or she stands behind."""
EVEN_ODDS: Final = 0.5
SURELY_SHARED: Final = 0.8
"""Set by hand: of 31 values from this confidence on a reader found one of two matters, of 29 below it ten."""
UNKNOWN_LANGUAGE: Final = "und"
"""ISO 639-2 for a text of no known language; with its script (``und-Latn``) where it is long enough."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of source text with one role; the blocks of an article cover all its non-blank text."""

    id: str
    role: Role
    start: int
    end: int
    reason: str = ""
    """Why the block is not body text (``navigation``, ``credit``, ``duplicate`` …); empty for paragraphs."""


@dataclass(frozen=True)
class Article:
    """One outlet's text on one event. Identified by the SHA-256 of its text; `id` is its short name."""

    id: str
    source: str
    """File name or URL it was read from, never an absolute path."""
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    country: str | None = None
    language: str = "en"
    byline: str | None = None
    published: date | None = None
    """The day, in the zone of whoever published it."""
    published_at: datetime | None = None
    """The clock time of that day where its source gives one: aware with a zone, naive without."""
    url: str | None = None
    remarks: tuple[str, ...] = ()
    """What the reader of the file had to decide, in words ("decoded as windows-1252")."""
    translated_by: str = ""
    """What translated `text`; empty for own words, which are shown where there is no `original`."""
    original: Article | None = None
    """The article in its outlet's own words, where `text` is a translation. Its blocks have the same ids."""
    shown_as: str = ""
    """What a person calls it among the articles of its event ("TIME (2)"); empty outside of one."""

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The body, in order."""
        return tuple(block for block in self.blocks if block.role == "paragraph")

    @cached_property
    def body_length(self) -> int:
        """Code points of body text."""
        return sum(block.end - block.start for block in self.paragraphs)

    @property
    def in_english(self) -> bool:
        """Whether it is read as English: it is, or it is too short to decide."""
        return self.language in ("en", UNKNOWN_LANGUAGE) or self.language.startswith("en-")

    @cached_property
    def reading_text(self) -> str:
        """Headline and text, a line each: what is read, without what only stands around it."""
        body = (self.slice(block) for block in self.blocks if block.role in ("paragraph", "heading"))
        return "\n".join(" ".join(part.split()) for part in (self.title or "", *body))

    @property
    def label(self) -> str:
        """What a person calls this source: its outlet, numbered where another has the same, else its id."""
        return self.shown_as or self.outlet or self.id

    def slice(self, span: Block | Sentence | Mention | Quote) -> str:
        """The verbatim text of a span."""
        return self.text[span.start : span.end]

    def with_id(self, new_id: str) -> Article:
        """The same article under another short name; block ids follow."""
        if new_id == self.id:
            return self
        original = self.original.with_id(new_id) if self.original else None
        return replace(self, id=new_id, blocks=numbered(new_id, self.blocks), original=original)


def numbered(article_id: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with their ids: paragraphs count ``x.p1, x.p2 …``, all others ``x.b1, x.b2 …``."""
    counts = {"p": 0, "b": 0}
    result = []
    for block in blocks:
        letter = "p" if block.role == "paragraph" else "b"
        counts[letter] += 1
        result.append(replace(block, id=f"{article_id}.{letter}{counts[letter]}"))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph."""

    id: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span with a value."""

    article: str
    kind: Kind
    start: int
    end: int
    text: str
    sentence: str
    value: Value | None = None
    """None for a claim."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks."""

    id: str
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """Two paragraphs of different articles that report the same specific thing."""

    a: str
    b: str
    kind: LinkKind
    score: float
    origin: Origin
    because: tuple[str, ...]

    @property
    def firm(self) -> bool:
        """Whether it counts as a report of the same: a `related` link is only worth a look."""
        return self.kind != "related"


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words that stand in an article."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a program of the reader's own says of the versions of a place: a second opinion."""

    by: str
    """What readers call the program."""
    says: Says
    at_odds: str
    """What the versions are at odds about, in its words; empty where it says nothing."""
    quotations: tuple[QuotedWords, ...]
    """The words it quotes, side by side: those of one version, then those of another."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """Neighbouring words of one sentence of a statement that stand alike to the other versions."""

    start: int
    end: int
    status: WordStatus
    """shared: another version says the same; replaced: another version has other words in its place;
    own: no other version has anything there."""
    by: tuple[WordSpan, ...] = ()
    """The words of the other versions that are the same or stand in its place."""


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words of a sentence of another article."""

    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StatementSentence:
    """One version of a statement: a sentence of an article, with its words aligned to the other versions."""

    article: str
    sentence: str
    words: tuple[WordRun, ...]
    """In order, covering every word of the sentence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentences of two or more articles that report the same thing: the unit a reader compares."""

    id: str
    rank: int
    """1 is most worth a look: likely to differ, then reported by many."""
    sentences: tuple[StatementSentence, ...]
    """In the order of the articles, then of the text."""
    reported_by: tuple[str, ...]
    """Article ids in article order."""
    independent_texts: int
    """Of `reported_by`, those that do not repeat another one's sentence."""
    details: tuple[str, ...]
    """Ids of the details whose mentions stand in these sentences."""
    score: float
    """Mean probability that two of its sentences report the same thing, 0 to 1."""
    because: str
    opinion: Opinion | None = None
    """A second opinion on its versions."""
    is_sure: bool = False
    """Whether it says who reports what: the sentences of its other articles bear out one of them."""


@dataclass(frozen=True, slots=True)
class ManualLink:
    """The reader's word on two paragraphs: `linked` or, when False, unlinked. Wins over the engine."""

    a: str
    b: str
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs to be read side by side. `reported_by` holds article ids in article order."""

    id: str
    paragraphs: tuple[str, ...]
    reported_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DetailValue:
    """One of the values that a detail has, with every verbatim mention of it."""

    value: str
    mentions: tuple[Mention, ...]
    independent_texts: int | None = None
    """Of the articles that report it, those that do not report it in a paragraph taken over from another."""

    @property
    def reported_by(self) -> tuple[str, ...]:
        """The articles that report it, in the order of their first mentions."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class Detail:
    """One question of fact with the value of every article that answers it, and how the values relate.

    `reported_by`, `not_found_in` and `not_compared` hold article ids in article order. Each outlet of the
    comparison stands in exactly one of the three, by those of its articles that decide. A claim shows the two
    versions that differ most; other outlets that report the matter stand in `reported_by` as well.
    """

    id: str
    kind: Kind
    relation: Relation
    label: str
    """What is asked, in words of the texts."""
    values: tuple[DetailValue, ...]
    reported_by: tuple[str, ...]
    confidence: float
    because: str
    not_found_in: tuple[str, ...] = ()
    """Articles whose whole text was searched and holds nothing near it."""
    not_compared: tuple[str, ...] = ()
    """Articles of which nothing certain can be said: something near it stands there."""
    update: str | None = None
    """"5 → 7" where later articles give the later value."""
    independent_texts: int | None = None
    """Of `reported_by`, those that do not report it in a paragraph taken over from another; None: unknown."""
    judgement: Judgement | None = None
    """What the reader says of it."""
    named_by_reader: bool = False
    opinion: Opinion | None = None
    """A second opinion on its values."""

    @property
    def standing(self) -> Standing:
        """The relation as a reader is shown it: two versions of a claim may differ until the reader confirms
        it, for often only their words do, and values that agree are perhaps of two matters."""
        if self.relation == "differs" and self.kind == "claim" and self.judgement not in CONFIRMING:
            return "may-differ"
        judged = self.judgement not in (None, "split")  # a split says nothing of what stays together
        unsure = self.kind in VALUED and self.confidence < SURELY_SHARED and not judged
        return "may-share" if unsure and self.relation in ("shared", "variant") else self.relation

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of all values."""
        return tuple(mention for value in self.values for mention in value.mentions)


@dataclass(frozen=True)
class Annotated:
    """An article read closely: its sentences, mentions and quotations. What the engine passes along."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...] = ()

    @cached_property
    def sentences_of(self) -> dict[str, tuple[Sentence, ...]]:
        """Paragraph id -> its sentences."""
        found: dict[str, list[Sentence]] = {block.id: [] for block in self.article.paragraphs}
        for sentence in self.sentences:
            found[sentence.paragraph].append(sentence)
        return {paragraph: tuple(items) for paragraph, items in found.items()}

    @cached_property
    def mentions_of(self) -> dict[str, tuple[Mention, ...]]:
        """Sentence id -> its mentions, in order."""
        found: dict[str, list[Mention]] = {sentence.id: [] for sentence in self.sentences}
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return {sentence: tuple(items) for sentence, items in found.items()}


def put_first(order: Iterable[str], ids: Sequence[str]) -> tuple[str, ...]:
    """The ids in an order of the reader's, those that it does not name behind them."""
    chosen = [one for one in dict.fromkeys(order) if one in ids]
    return (*chosen, *(one for one in ids if one not in chosen))


@dataclass(frozen=True)
class Comparison:
    """A pure function of the articles, the base and the reader's links and verdicts.

    The base article comes first in `articles`, the others follow by id.
    """

    title: str | None
    base: str
    annotated: tuple[Annotated, ...]
    links: tuple[Link, ...]
    rows: tuple[Row, ...]
    details: tuple[Detail, ...]
    level: Level = "normal"
    statements: tuple[Statement, ...] = ()
    """Most worth a look first."""
    dismissed: tuple[Detail, ...] = ()
    """What the reader says is no difference; in none of `details`."""
    order: tuple[str, ...] = ()
    """Ids of the articles that the reader has put in an order."""
    alone: frozenset[str] = frozenset()
    """Ids of the paragraphs of which no other article has anything like it, as far as that is sure."""
    _index: dict[str, Annotated] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the articles."""
        object.__setattr__(self, "_index", {item.article.id: item for item in self.annotated})

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, base first."""
        return tuple(item.article for item in self.annotated)

    @cached_property
    def of_several_years(self) -> bool:
        """Whether the articles were published in different years, so that a day alone does not place them."""
        return len({article.published.year for article in self.articles if article.published}) > 1

    @cached_property
    def longest_first(self) -> tuple[str, ...]:
        """Article ids: the base, then those with the most body text first."""
        base, *others = self.articles
        others.sort(key=lambda article: (-article.body_length, article.id))
        return (base.id, *(article.id for article in others))

    @cached_property
    def numbered(self) -> tuple[Article, ...]:
        """The articles by number: in the reader's order, else the base, then the longest first."""
        return tuple(map(self.article, put_first(self.order, self.longest_first)))

    def number(self, article_id: str) -> int:
        """The number of an article, from 1."""
        return self.numbered.index(self.article(article_id)) + 1

    def outlets_of(self, article_ids: Iterable[str]) -> tuple[str, ...]:
        """The outlet of each of some articles; where it is unknown the article's own short name."""
        return tuple(article.outlet or article.id for article in map(self.article, article_ids))

    @cached_property
    def unmatched(self) -> dict[str, tuple[Block, ...]]:
        """Article id -> its paragraphs without a firm link: no match was found, though there may be one."""
        linked = {paragraph for link in self.links if link.firm for paragraph in (link.a, link.b)}
        return {
            article.id: tuple(block for block in article.paragraphs if block.id not in linked)
            for article in self.articles
        }

    def article(self, article_id: str) -> Article:
        """The article of that short name. Raises KeyError."""
        return self._index[article_id].article

    def annotation(self, article_id: str) -> Annotated:
        """The close reading of one article. Raises KeyError."""
        return self._index[article_id]

    @cached_property
    def blocks(self) -> dict[str, tuple[Article, Block]]:
        """Block id -> its article and the block."""
        return {block.id: (article, block) for article in self.articles for block in article.blocks}

    @cached_property
    def links_of(self) -> dict[str, tuple[Link, ...]]:
        """Paragraph id -> its links, best first, `related` ones among them."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            for paragraph in (link.a, link.b):
                found.setdefault(paragraph, []).append(link)
        return {key: tuple(sorted(value, key=lambda link: -link.score)) for key, value in found.items()}

    @cached_property
    def statements_of(self) -> dict[str, tuple[Statement, ...]]:
        """Sentence id -> the statements it belongs to: two where it reports two things."""
        found: dict[str, tuple[Statement, ...]] = {}
        for statement in self.statements:
            for version in statement.sentences:
                found[version.sentence] = (*found.get(version.sentence, ()), statement)
        return found
