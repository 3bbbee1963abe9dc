"""Gold files: what careful readers say about an event. Offsets are code points into the articles' texts."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator


class GoldError(Exception):
    """A gold file or a text it speaks of cannot be used; the message names it and the remedy."""


class Span(BaseModel):
    """A stretch of an article's text."""

    start: int
    end: int

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no stretch of text runs from {self.start} to {self.end}")
        return self


class GoldParagraph(Span):
    """A body paragraph."""

    id: str


class GoldArticle(BaseModel):
    """What of an article is body and what is noise; `id` is the stem of its file."""

    id: str
    paragraphs: tuple[GoldParagraph, ...]
    noise: tuple[Span, ...]


class GoldPair(BaseModel):
    """Two paragraphs that report the same thing; an optional pair is defensible either way."""

    a: str
    b: str
    optional: bool = False


class GoldAlignment(BaseModel):
    """The pairs of two articles, and pairs that look alike and must not be linked."""

    pairs: tuple[GoldPair, ...]
    near_misses: tuple[tuple[str, str], ...] = ()

    model_config = ConfigDict(extra="ignore")


class GoldMention(Span):
    """A verbatim span of one article. `value` is set for a divergence: which of its values stands here."""

    article: str
    value: str | None = None


class GoldDetail(BaseModel):
    """Something that several outlets report: mentions of one thing.

    `kind` is number, money, percent, duration, age, date, time, name, place, quote or claim, or a finer word
    for a form (spelling) or a claim (characterisation, attribution).
    """

    id: str = ""
    kind: str
    mentions: tuple[GoldMention, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that report it."""
        return frozenset(mention.article for mention in self.mentions)

    @property
    def crosses_outlets(self) -> bool:
        """Whether more than one article reports it."""
        return len(self.articles) > 1


class GoldDivergence(GoldDetail):
    """Values that cannot both be right (conflict), or one value in two forms (variant).

    A strong conflict cannot be reconciled; a weak one could be (another moment of counting, a hedge).
    """

    severity: Literal["conflict", "variant"]
    strength: Literal["strong", "weak"] | None = None


class GoldQuote(GoldMention):
    """A quotation with its marks."""

    id: str


class GoldCluster(BaseModel):
    """Quotations of one utterance."""

    quotes: tuple[str, ...]


class Gold(BaseModel):
    """All that is known about one event."""

    articles: tuple[GoldArticle, ...]
    alignment: tuple[GoldAlignment, ...]
    shared: tuple[GoldDetail, ...]
    divergences: tuple[GoldDivergence, ...]
    hard_negatives: tuple[GoldDetail, ...]
    quotes: tuple[GoldQuote, ...]
    quote_clusters: tuple[GoldCluster, ...]
    quotes_complete: bool = True
    """Whether every quotation is marked, or only those that several outlets carry."""

    @model_validator(mode="after")
    def _speaks_of_its_own_articles(self) -> Self:
        articles = {article.id for article in self.articles}
        paragraphs = {paragraph.id for article in self.articles for paragraph in article.paragraphs}
        for detail in (*self.shared, *self.divergences, *self.hard_negatives):
            for unknown in sorted(detail.articles - articles):
                raise ValueError(
                    f"{detail.id or detail.kind} is marked in {unknown}, which is not one of the articles"
                )
        for pair in sorted(map(sorted, self.pairs(optional=False) | self.pairs(optional=True))):
            for unknown in sorted(set(pair) - paragraphs):
                raise ValueError(f"a pair names {unknown}, which is not one of their paragraphs")
        return self

    def pairs(self, *, optional: bool) -> set[frozenset[str]]:
        """The firm or the optional paragraph pairs."""
        return {
            frozenset((pair.a, pair.b))
            for alignment in self.alignment
            for pair in alignment.pairs
            if pair.optional == optional
        }

    def near_misses(self) -> set[frozenset[str]]:
        """The pairs that look alike and must not be linked."""
        return {frozenset(pair) for alignment in self.alignment for pair in alignment.near_misses}


def gold_in(file: Path) -> Gold:
    """The gold of one file. Raises GoldError."""
    try:
        return Gold.model_validate_json(file.read_bytes())
    except OSError as error:
        raise GoldError(
            f"{file}: cannot be read ({error.strerror}); name a gold file or its folder"
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "as a whole"
        raise GoldError(f"{file}: not a gold file ({place}: {first['msg']})") from error
