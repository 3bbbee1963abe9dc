"""Gold files: what careful readers say about an event. Offsets are code points into the articles' texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError


class GoldError(Exception):
    """A gold file or a text it speaks of cannot be used; the message names it and the remedy."""


class Span(BaseModel):
    """A stretch of an article's text."""

    start: int
    end: int


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
    """A verbatim span of one article."""

    article: str


class GoldDetail(BaseModel):
    """Something told by several outlets: mentions that speak of one thing."""

    id: str = ""
    kind: str
    mentions: tuple[GoldMention, ...]

    @property
    def crosses_outlets(self) -> bool:
        """Whether more than one article tells it."""
        return len({mention.article for mention in self.mentions}) > 1


class GoldDivergence(GoldDetail):
    """Values that cannot both be right (conflict), or one value in two forms (variant)."""

    severity: Literal["conflict", "variant"]


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


def read_gold(path: Path) -> tuple[str, Gold, tuple[Path, ...]]:
    """The event's name, its gold and the files of its articles, from a gold file or the folder it lies in.

    The texts are looked for beside the gold file, then in a folder of the event's name in each folder above
    it. Raises GoldError.
    """
    file = path / "gold.json" if path.is_dir() else path
    name = file.parent.name if file.stem == "gold" else file.stem
    try:
        gold = Gold.model_validate_json(file.read_bytes())
    except OSError as error:
        raise GoldError(
            f"{file}: cannot be read ({error.strerror}); name a gold file or its folder"
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise GoldError(f"{file}: not a gold file ({place}: {first['msg']})") from error
    return name, gold, tuple(_text_of(article.id, file, name) for article in gold.articles)


def _text_of(article_id: str, gold_file: Path, name: str) -> Path:
    for folder in _folders(gold_file, name):
        text = folder / f"{article_id}.txt"
        if text.is_file():
            return text
    raise GoldError(
        f"{gold_file}: the text {article_id}.txt is neither beside it nor in a folder {name}/ above"
    )


def _folders(gold_file: Path, name: str) -> Iterator[Path]:
    yield gold_file.parent
    for above in gold_file.resolve().parents:
        yield above / name
