"""How a span is cited: the quoted words, outlet, title, date and address."""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff.calendar.display import clock, long_day
from newsdiff.language.names import how_aligned
from newsdiff.model import Article
from newsdiff.sanitize import one_line


def cite(article: Article, start: int, end: int) -> str:
    """``“the words” (Outlet, “Title”, 3 December 2025, https://…)``; what is not known is left out."""
    return f"“{one_line(article.text[start:end])}” ({source(article)})"


def source(article: Article) -> str:
    """Where an article stands, in one line: outlet, title, date, address."""
    parts = [one_line(article.label)]
    if article.title:
        parts.append(f"“{one_line(article.title)}”")
    if article.published:
        parts.append(long_day(article.published))
    if article.url:
        parts.append(one_line(article.url))
    if article.original is not None:
        parts.append(one_line(how_aligned(article)))
    return ", ".join(parts)


def when(article: Article) -> str:
    """``3 December 2025, 05:19 UTC+01:00``, as far as it is known; empty where nothing is."""
    if article.published is None:
        return ""
    on = long_day(article.published)
    return f"{on}, {clock(article.published_at)}" if article.published_at else on


def days_of(articles: Iterable[Article]) -> str:
    """``2 December 2025 to 4 December 2025``: first and last day of publication; empty without any."""
    days = sorted(one.published for one in articles if one.published)
    return " to ".join(dict.fromkeys(long_day(one) for one in days[:1] + days[-1:]))
