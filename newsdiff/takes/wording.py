"""Takes in words, for the terminal, the memo and the screen. Everything quoted is verbatim, on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.counting import number_of
from newsdiff.model import Comparison
from newsdiff.quick_dataclass import dataclass
from newsdiff.quotation_marks import quoted
from newsdiff.sanitize import one_line
from newsdiff.takes.model import NoTake, Take, Takes


@dataclass(frozen=True, slots=True)
class Explained:
    """A line of the explanation of a take: what it is about, and the words of an article, if any."""

    about: str
    words: str = ""
    passage: tuple[str, int, int] | None = None
    """Article id, start and end of the words, where they stand in its text."""


def counted(take: Take) -> str:
    """``3 texts`` or ``2 texts in 5 articles``."""
    texts = number_of(take.independent_texts, "text")
    articles = len(take.articles)
    return texts if articles == take.independent_texts else f"{texts} in {number_of(articles, 'article')}"


def countries(take: Take) -> str:
    """``US 2, IE 1``; empty where no country is known."""
    return ", ".join(f"{country} {texts}" for country, texts in take.countries)


def now(takes: Takes, take: Take) -> str:
    """``the most common take now`` for that one, else nothing."""
    return "the most common take now" if take.id == takes.most_common else ""


def explained(comparison: Comparison, take: Take) -> Iterator[Explained]:
    """What its articles share and what sets them apart, with the words of each."""
    for article in take.articles:
        shown = comparison.article(article)
        yield Explained(shown.label, one_line(shown.title or ""))
    shared = [f"“{one_line(word.shown)}” in {number_of(word.texts, 'text')}" for word in take.words]
    yield Explained("only in its headlines", ", ".join(shared))
    if take.speakers:
        yield Explained("only it quotes", one_line(", ".join(take.speakers)))
    for lead in take.leads:
        names = ", ".join(_labels(comparison, lead.outside))
        where = f"near the top; also in {names}" if names else "near the top"
        yield Explained(where)
        for article, start, end in lead.passages:
            shown = comparison.article(article)
            yield Explained(f"  {shown.label}", one_line(shown.text[start:end]), (article, start, end))


def left_out(comparison: Comparison, takes: Takes, other: NoTake) -> str:
    """Where an article stands that is in no take."""
    labels = {take.id: quoted(take.label) for take in takes.takes}
    near = [labels[one] for one in other.near]
    words = {
        "between": f"between {' and '.join(near)}",
        "near": f"near {' '.join(near)}, but not of it",
        "alone": "puts something else first",
        "not compared": "not compared: no headline, or another language",
    }[other.why]
    return f"{comparison.article(other.article).label}: {words}"


def _labels(comparison: Comparison, articles: Sequence[str]) -> list[str]:
    return [comparison.article(article).label for article in articles]
