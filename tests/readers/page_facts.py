"""A page with one article, and the parts of it that say whose and of when it is."""

from __future__ import annotations

from newsdiff.model import Article
from newsdiff.readers.files.article import article_of

TITLE = "Northway boss buys shares"
BODY = (
    "<p>Northway Toll Roads said on Friday that its chief executive, Petra Lindqvist, had bought 20,000"
    " shares in"
    " the company.</p><p>The purchase was made on the Tessin stock exchange on Wednesday, two days before the"
    ' report.</p><p>"I believe in this company," Lindqvist said.</p>'
)


def page(head: str = "", top: str = "", above: str = "") -> Article:
    text = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head>'
        f"<body>{above}<article>{top}{BODY}</article></body></html>"
    )
    return article_of(text.encode(), "a.html", ".html")
