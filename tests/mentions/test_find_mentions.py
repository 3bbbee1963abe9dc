"""All kinds of mentions of an event together."""

from __future__ import annotations

from datetime import date

from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.model import Annotated, Article, Block, DateRange, numbered


def annotated(
    *texts: str, published: tuple[date | None, ...] = (date(2025, 12, 3),) * 9
) -> tuple[Annotated, ...]:
    articles = []
    for index, (text, day) in enumerate(zip(texts, published, strict=False)):
        name = "abcdefghi"[index]
        blocks = numbered(name, (Block("", "paragraph", 0, len(text)),))
        articles.append(Article(name, f"{name}.txt", text, blocks, published=day))
    return find_mentions(articles, {article.id: split_sentences(article) for article in articles})


def texts_of(item: Annotated, *kinds: str) -> list[str]:
    return [mention.text for mention in item.mentions if mention.kind in kinds]


def test_mentions_stand_in_the_order_of_the_text_and_slice_back() -> None:
    (item,) = annotated(
        "On Tuesday at 9pm, 12 people, Vladimir Putin said, paid $5bn in Moscow for two hours."
    )
    starts = [mention.start for mention in item.mentions]
    assert starts == sorted(starts)
    assert all(item.article.text[m.start : m.end] == m.text for m in item.mentions)
    assert {"date", "time", "number", "money", "duration"} <= {mention.kind for mention in item.mentions}


def test_a_year_and_a_time_are_dates_and_no_numbers() -> None:
    (item,) = annotated("In 2016, at 21:00, two men met.")
    assert texts_of(item, "number") == ["two men"]
    assert texts_of(item, "date", "time") == ["2016", "21:00"]


def test_numbers_inside_a_quotation_count() -> None:
    (item,) = annotated("“We lost 12 men that day,” he said.")
    assert texts_of(item, "number") == ["12 men"]


def test_an_article_without_a_date_borrows_the_day_of_the_event_for_weekdays_only() -> None:
    days = (date(2025, 12, 3), date(2025, 12, 3), None)
    items = annotated("It rained.", "It snowed.", "He left on Tuesday, not yesterday.", published=days)
    mention = next(m for m in items[2].mentions if m.kind == "date")
    assert mention.value == DateRange(date(2025, 12, 2), date(2025, 12, 2))
    assert texts_of(items[2], "date") == ["Tuesday"]


def test_nothing_is_borrowed_from_articles_that_lie_far_apart() -> None:
    days = (date(2025, 1, 3), date(2025, 12, 3), None)
    items = annotated("It rained.", "It snowed.", "He left on Tuesday.", published=days)
    assert texts_of(items[2], "date") == []
