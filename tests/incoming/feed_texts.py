"""Feeds and pages written for tests."""

from __future__ import annotations

from html import escape

PARAGRAPHS = (
    "The harbour bridge in Lindau was closed on Monday after engineers found cracks in two of its pillars.",
    "Mayor Claudia Weber said that 3,400 cars a day would have to take the road around the bay until spring.",
    "The state will pay 12 million euros for the repair, which begins in January and takes fourteen weeks.",
    "Shopkeepers near the bridge fear for the Christmas season and ask the town for a ferry at weekends.",
    "The last inspection, in 2021, had found no damage; the report is to be published this week.",
)
"""An article of some 90 words."""


def html(paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def article_page(title: str, paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{escape(title)}</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{escape(title)}</h1>{html(paragraphs)}</article>"
        "</body></html>"
    )


def item(
    link: str, title: str = "Bridge closed", *, teaser: str = "", content: str = "", day: int = 24
) -> str:
    whole = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link>"
        f"<pubDate>{day:02} Nov 2026 08:00:00 GMT</pubDate>"
        f"<description>{escape(teaser)}</description>{whole}</item>"
    )


def rss(*items: str, declaration: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return (
        f'{declaration}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Bay Courier</title>{''.join(items)}</channel></rss>"
    )


def opml(*urls: str) -> str:
    outlines = "".join(f'<outline type="rss" text="A feed" xmlUrl="{escape(url)}"/>' for url in urls)
    return (
        '<?xml version="1.0"?><opml version="2.0"><body>'
        f'<outline text="News">{outlines}</outline></body></opml>'
    )
