"""The takes of a comparison as the report holds them."""

from __future__ import annotations

from newsdiff.model import Comparison
from newsdiff.takes.build import remembered_takes
from newsdiff.takes.model import Take


def takes_part(comparison: Comparison) -> dict[str, object]:
    """The part `takes` of the report, as JSON holds it."""
    takes = remembered_takes(comparison)
    return {
        "groups": tuple(_group(comparison, take) for take in takes.takes),
        "others": tuple(
            {"article": other.article, "why": other.why, "near": other.near} for other in takes.others
        ),
        "most_common": takes.most_common,
        "last_day": takes.last_day,
        "because": takes.because,
    }


def _group(comparison: Comparison, take: Take) -> dict[str, object]:
    return {
        "id": take.id,
        "label": take.label,
        "labelled_by": take.labelled_by,
        "articles": take.articles,
        "independent_texts": take.independent_texts,
        "texts_of_last_day": take.latest,
        "countries": dict(take.countries),
        "words": tuple(
            {
                "independent_texts": word.texts,
                "as_written": tuple({"article": article, "word": written} for article, written in word.words),
            }
            for word in take.words
        ),
        "leads": tuple(
            {
                "statement": lead.statement,
                "sentences": tuple(
                    {
                        "article": article,
                        "start": start,
                        "end": end,
                        "text": comparison.article(article).text[start:end],
                    }
                    for article, start, end in lead.passages
                ),
                "also_in": lead.outside,
            }
            for lead in take.leads
        ),
        "speakers": take.speakers,
        "distance_within": round(take.within, 4),
        "distance_outside": round(take.outside, 4),
    }
