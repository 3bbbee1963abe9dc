"""Words from articles and notes as HTML: on one line, harmless, escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape

from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern
from newsdiff.sanitize import one_line

_WEB = lazy_pattern(r"https?://[^\s<>\"'\\]+")


def page_head(title: str, css: str) -> Iterator[str]:
    """A page up to its title; no script, and no style sheet but this one."""
    allowed = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    title = text(title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">'
    yield f"<title>{title}</title>\n<style>{css}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>"


def text(words: str) -> str:
    """Words from a stranger as HTML text or attribute value: on one line, harmless, escaped."""
    return escape(one_line(words).encode("utf-8", "replace").decode("utf-8"), quote=True)


def spaced(run: str) -> str:
    """`text` of a piece out of a paragraph: one blank at an end where there were some."""
    if not run.strip():
        return " " if run else ""
    return f"{' ' * run[0].isspace()}{text(run)}{' ' * run[-1].isspace()}"


def linked(article: Article, headline: str = "") -> str:
    """The headline, or what is shown of it, a link where the article's address is known."""
    title = text(headline or article.title or "–")
    if article.url and _WEB.fullmatch(article.url):
        return f'<a href="{text(article.url)}" rel="noreferrer noopener">{title}</a>'
    return title


def language(article: Article) -> str:
    """The attribute that says in which language an article is; empty for English."""
    known = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", article.language)
    return f' lang="{article.language}"' if known and article.language != "en" else ""
