"""The pipeline: articles in, comparison out. Pure, deterministic and offline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newsdiff.alignment import arrange_rows, judge_paragraphs, link_paragraphs, paragraphs_alone
from newsdiff.collector import collector_at_rest
from newsdiff.details import JudgedEvent, event_context, find_details, with_details
from newsdiff.details.borne_out import with_sure_statements
from newsdiff.details.differences.judged import judge_differences
from newsdiff.details.other_languages import with_other_languages
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.language import split_sentences
from newsdiff.language.names import how_aligned
from newsdiff.mentions import find_mentions
from newsdiff.model import Article, Comparison, Level, ManualLink
from newsdiff.outlet_labels import with_labels
from newsdiff.statements.build import build_statements
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.weights import Weights, shipped

if TYPE_CHECKING:
    from newsdiff.verdicts.model import Verdict


def compare(
    articles: Iterable[Article],
    *,
    base: str | None = None,
    manual_links: Sequence[ManualLink] = (),
    level: Level = "normal",
    title: str | None = None,
    verdicts: Sequence[Verdict] = (),
    weights: Weights | None = None,
) -> Comparison:
    """Put the articles side by side: statements, linked paragraphs, rows in the order of the base, details.

    The answer does not depend on the order of the articles, and what is linked and reported does not depend
    on the base: it sets the order of rows and details. `base` is an article id; without one it is the
    article with the most body text. `manual_links` win over what the engine finds.
    `level` says how sure newsdiff must be before it shows a difference; `verdicts` are the reader's own word
    on its details and win over the engine. `weights` are the shipped tables unless others are given.
    Raises ValueError when
    fewer than two articles are given or the base is none of them.
    """
    named = with_labels(distinct_ids(articles))
    if len(named) < 2:
        raise ValueError("a comparison needs at least two articles")
    base = base or longest(named).id
    if base not in {article.id for article in named}:
        raise ValueError(f"no article is called {base!r}: choose one of {', '.join(a.id for a in named)}")
    by_id = sorted(named, key=lambda article: article.id)

    weights = weights or shipped()
    with collector_at_rest():
        sentences = {article.id: split_sentences(article) for article in by_id}
        read = find_mentions(by_id, sentences)
        english = [item for item in read if item.article.in_english]
        judged = judge_pairs(english, weights)
        likely = judge_paragraphs(judged, weights.links.model)
        links = link_paragraphs(read, judged, likely, weights.links.bounds, manual_links)
        context = event_context(english, links, judged.sentences)
        pairs = SentencePairs(judged, likely)
        differences = judge_differences(context, pairs, weights)
        statements = build_statements(
            english, judged, differences.of_pairs(judged), weights.second_look.bounds
        )
        annotated = tuple(sorted(read, key=lambda item: (item.article.id != base, item.article.id)))
        rows = arrange_rows(annotated, links)
        event = JudgedEvent(context, pairs, differences, statements, weights.second_look.bounds["statement"])
        found = find_details(annotated, event, weights, level)
        details = with_other_languages(found, annotated, links) if len(english) < len(read) else found
        alone = paragraphs_alone(read, likely, weights.links.bounds)
    statements = with_details(statements, details)
    comparison = with_sure_statements(
        Comparison(title, base, annotated, links, rows, details, level, statements, alone=alone)
    )
    if not verdicts:
        return comparison
    from newsdiff.verdicts.apply import apply_verdicts

    return apply_verdicts(comparison, verdicts)


def distinct_ids(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in an order of their own, each with an id that no other has ("sky", "sky-2").

    The order, and so the numbers, depend on the articles alone and not on the order of the arguments.
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
        key=lambda article: (bool(how_aligned(article)), -article.body_length, article.id),
    )
