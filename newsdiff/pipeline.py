"""The pipeline: articles in, comparison out. Pure, deterministic and offline."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from newsdiff.alignment import arrange_rows, link_paragraphs
from newsdiff.details import find_details
from newsdiff.details.other_languages import with_other_languages
from newsdiff.language import split_sentences
from newsdiff.language.names import how_aligned
from newsdiff.mentions import find_mentions
from newsdiff.model import Annotated, Article, Comparison, Detail, Level, Link, ManualLink
from newsdiff.same_outlets import told_apart


def compare(
    articles: Iterable[Article],
    *,
    base: str | None = None,
    manual_links: Sequence[ManualLink] = (),
    level: Level = "normal",
    title: str | None = None,
) -> Comparison:
    """Put the articles side by side: linked paragraphs, rows in the order of the base, typed details.

    The answer does not depend on the order of the articles, and what is linked and told does not depend
    on the base: it sets the order of rows and details. `base` is an article id; without one it is the
    article with the most body text. `manual_links` win over what the engine finds.
    `level` says how sure newsdiff must be before it shows a difference. Raises ValueError when
    fewer than two articles are given or the base is none of them.
    """
    named = told_apart(distinct_ids(articles))
    if len(named) < 2:
        raise ValueError("a comparison needs at least two articles")
    base = base or longest(named).id
    if base not in {article.id for article in named}:
        raise ValueError(f"no article is called {base!r}: choose one of {', '.join(a.id for a in named)}")
    by_id = sorted(named, key=lambda article: article.id)

    with collector_at_rest():
        sentences = {article.id: split_sentences(article) for article in by_id}
        read = find_mentions(by_id, sentences)
        links = link_paragraphs(read, manual_links)
        annotated = tuple(sorted(read, key=lambda item: (item.article.id != base, item.article.id)))
        rows = arrange_rows(annotated, links)
        details = with_the_rest(annotated, details_of(annotated, links, level))
    return Comparison(title, base, annotated, links, rows, details, level)


def details_of(annotated: Sequence[Annotated], links: Sequence[Link], level: Level) -> tuple[Detail, ...]:
    """The details of the articles in English, and what articles in other languages tell of them."""
    english = [item for item in annotated if item.article.in_english]
    if len(english) == len(annotated):
        return find_details(annotated, links, level=level)
    paragraphs = {block.id for item in english for block in item.article.paragraphs}
    between = [link for link in links if link.a in paragraphs and link.b in paragraphs]
    details = find_details(english, between, level=level) if english else ()
    return with_other_languages(details, annotated, links)


def with_the_rest(annotated: Sequence[Annotated], details: Sequence[Detail]) -> tuple[Detail, ...]:
    """Each detail with the articles of the outlets that do not report it as not compared."""
    outlets = {item.article.id: (item.article.outlet or item.article.id).casefold() for item in annotated}
    found = []
    for detail in details:
        reporting = {outlets[article] for article in detail.reported_by}
        rest = tuple(article for article, outlet in outlets.items() if outlet not in reporting)
        found.append(replace(detail, not_compared=rest))
    return tuple(found)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Without Python's cyclic garbage collector, which would walk over all that is made here and find
    nothing to collect: a tenth of the time of a large comparison."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def distinct_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in an order of their own, each with an id that no other has ("sky", "sky-2").

    The order, and so the numbers, depend on the articles alone and not on how they were handed over.
    """
    ordered = sorted(articles, key=lambda article: (article.id, article.source, article.sha256))
    taken = Counter[str]()
    ids = {article.id for article in ordered}
    result = []
    for article in ordered:
        taken[article.id] += 1
        new_id = article.id
        while taken[article.id] > 1 and new_id in ids:
            new_id = f"{article.id}-{taken[article.id]}"
            if new_id in ids:
                taken[article.id] += 1
        ids.add(new_id)
        result.append(article.with_id(new_id))
    return tuple(result)


def longest(articles: Sequence[Article]) -> Article:
    """The article with the most body text, one that was published in English if there is any; the first by id
    among equals."""
    return min(
        articles,
        key=lambda article: (bool(how_aligned(article)), -body_length(article), article.id),
    )


def body_length(article: Article) -> int:
    """Code points of body text."""
    return sum(block.end - block.start for block in article.paragraphs)
