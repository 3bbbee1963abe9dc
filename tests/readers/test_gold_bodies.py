"""What careful readers called body and noise in the five sample pages is what the reader calls so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdiff import read_article
from newsdiff.model import Article

GOLD = Path(__file__).parents[1] / "gold" / "seeds.json"


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest) -> tuple[float, float]:
    """Shares of body text kept as paragraphs and of noise put aside, over the five pages."""
    folder = GOLD.parents[2] / "seeds"
    body = noise = kept = put_aside = 0
    for gold in json.loads(GOLD.read_text(encoding="utf-8"))["articles"]:
        article = read_article(folder / f"{gold['id']}.txt")
        for span in gold["paragraphs"]:
            body += span["end"] - span["start"]
            kept += in_paragraphs(article, span["start"], span["end"])
        for span in gold["noise"]:
            noise += span["end"] - span["start"]
            put_aside += span["end"] - span["start"] - in_paragraphs(article, span["start"], span["end"])
    return kept / body, put_aside / noise


def in_paragraphs(article: Article, start: int, end: int) -> int:
    """Code points of the span that lie in body paragraphs."""
    return sum(max(0, min(end, block.end) - max(start, block.start)) for block in article.paragraphs)


def test_at_least_98_percent_of_the_body_is_kept(measured: tuple[float, float]) -> None:
    assert measured[0] >= 0.98


def test_at_least_93_percent_of_the_noise_is_put_aside(measured: tuple[float, float]) -> None:
    assert measured[1] >= 0.93
