"""What a page says about its article: headline, outlet, byline, date, country, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from newsdiff.model import Block
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.metadata.language import SAMPLE, language_of
from newsdiff.readers.metadata.outlets import mail_domain_in, outlet_named_in
from newsdiff.readers.metadata.printed_dates import update_day
from newsdiff.readers.metadata.publication_time import Published, published
from newsdiff.readers.parsed_page import ArticleMetadata

_BYLINES = (
    lazy_pattern(
        r"^\s*(?:by:?|von|par|por|di|door|av|af|autor|autore|auteur):?\s+(?P<who>.+)$", re.IGNORECASE
    ),
    lazy_pattern(r"^write to (?P<who>.+?) at \S+@", re.IGNORECASE),
    lazy_pattern(
        r"^(?:(?:written|words|story|text|reporting|posted|published) by:?\s+"
        r"|(?:texto?|texte|testo|tekst|words|reporting):\s+)(?P<who>.+)$",
        re.IGNORECASE,
    ),
    lazy_pattern(
        r"^(?P<who>[^,]{3,50}),\s[^,]{0,50}\b(?:correspondent|reporter|editor|staff writer"
        r"|korrespondent(?:in)?|correspondant|corresponsal)\b",
        re.IGNORECASE,
    ),
    lazy_pattern(r"^(?P<who>[^,]{3,50}),\s[\w.-]+\.[a-z]{2,4}$", re.IGNORECASE),
    lazy_pattern(
        r"^(?P<who>[^\W\d_][\w.'’ -]{2,60}(?:, [\w.'’ -]{3,40}){0,2}),"
        r" (?:[Tt]he )?(?:[A-Z]{2,4}|Reuters|Bloomberg|[A-Z]\w+ Press)$"
    ),
)
_AFTER_BYLINE = lazy_pattern(r"\s*(?:[|•·(]|\d|\S+@|,\s[\w.-]+\.[a-z]{2,4}$).*$")
_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LONGEST_BYLINE = 120

COUNTRIES = frozenset(
    name.replace("_", " ")
    for name in """
    Afghanistan Algeria Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Belgium
    Bolivia Bosnia Brazil Bulgaria Canada Chile China Colombia Croatia Cuba Cyprus Czech_Republic
    Czechia Denmark Ecuador Egypt England Estonia Ethiopia Finland France Georgia Germany Ghana Greece
    Hong_Kong Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan
    Kazakhstan Kenya Kosovo Kuwait Latvia Lebanon Libya Lithuania Luxembourg Malaysia Malta Mexico
    Moldova Montenegro Morocco Myanmar Nepal Netherlands New_Zealand Nigeria North_Korea North_Macedonia
    Northern_Ireland Norway Oman Pakistan Palestine Panama Peru Philippines Poland Portugal Qatar
    Romania Russia Rwanda Saudi_Arabia Scotland Serbia Singapore Slovakia Slovenia Somalia South_Africa
    South_Korea Spain Sri_Lanka Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey
    Türkiye UAE Uganda UK Ukraine United_Arab_Emirates United_Kingdom United_States Uruguay USA
    Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe
    """.split()
)
"""Countries by the names that pages print as a label of origin."""


LONGEST_NAMES = 200
"""Code points of a byline; a longer one is a text about the writer."""

_BY = lazy_pattern(
    r"^(?:(?:written|words|story|text|report|reporting|posted|published|compiled)\s)?by:?\s+|^(?:von|par|por|di|door|av|af)\s+(?=\S)"
    r"|^(?:author|autor|auteur|autore|text|texto|texte|testo|tekst|words|reporting)e?s?\s?:\s*",
    re.IGNORECASE,
)
_ROLE = lazy_pattern(
    r"(?:,|\s[-–—|·•]|\()\s*[^,|]*\b(?:editor|correspondent|reporter|writer|columnist|journalist|staff|chief|bureau|desk"
    r"|agency|news|producer|redakteur(?:in)?|korrespondent(?:in)?)\b.*$",
    re.IGNORECASE,
)
_NEXT_AUTHOR = (
    r"\s(?:and|und|et|y|e|en|og|och|&)\s[A-ZÀ-Þ]\S+\s[A-ZÀ-Þ]"
    r"|,\s[A-ZÀ-Þ]\S+\s[A-ZÀ-Þ]\S+\s(?:in|at|for|and)\s"
)
_PLACE = lazy_pattern(
    rf"(?<=\w)(?:\s(?:in|at|for)\s(?:the\s)?[A-ZÀ-Þ].*?(?={_NEXT_AUTHOR}|$)"
    r"|,\s(?:the\s)?(?:AP|AFP|PA|UPI|[A-Z]\w+ Press|Reuters)$)"
)
"""Where they wrote it, and for whom, up to the next author."""
_NO_NAME = lazy_pattern(r"https?://|www\.|^@|^\W*\d+\W*$|\.[a-z]{2,5}$|@\w+\.")
_EDGE = " ,;:.|·•-–—/()[]"


def names_of(byline: str, site: str | None = None) -> str:
    """The names in a byline, without "By", an office, or the `site` behind them; empty without any."""
    text = byline.strip(_EDGE)
    for _ in range(2):
        text = _BY.sub("", text).strip(_EDGE)
    if site:
        text = re.sub(rf"(?:\s*[|,·•/(-]+\s*|\s+for\s+){re.escape(site)}\)?$", "", text, flags=re.IGNORECASE)
    text = _PLACE.sub("", _ROLE.sub("", text)).strip(_EDGE)
    return "" if _NO_NAME.search(text) or len(text) > LONGEST_NAMES else text


def metadata_of(
    text: str, blocks: Sequence[Block], title: str | None = None, language: str | None = None
) -> ArticleMetadata:
    """Everything the blocks say about the article; `title` when the headline's block holds mark-up, too, and
    `language` when the page declares one."""
    moment = _published(text, blocks)
    title = title or next((text[block.start : block.end] for block in blocks if block.role == "title"), None)
    return ArticleMetadata(
        title=title,
        outlet=outlet_named_in(text, blocks, title),
        mail_domain=mail_domain_in(text, blocks),
        country=_country(text, blocks),
        language=_language(text, blocks, language),
        byline=_byline(text, blocks),
        published=moment.day,
        published_at=moment.at,
    )


def _slices(text: str, blocks: Sequence[Block], *reasons: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks if block.reason in reasons]


def _byline(text: str, blocks: Sequence[Block]) -> str | None:
    for line in _slices(text, blocks, "byline"):
        for pattern in _BYLINES:
            if len(line) <= LONGEST_BYLINE and (match := pattern.match(line)):
                return names_of(_AFTER_BYLINE.sub("", match["who"])) or None
    return None


def _published(text: str, blocks: Sequence[Block]) -> Published:
    """The time of the first stamp with a day; bylines may carry it, too. That of an update counts only
    where there is no other."""
    years = frozenset(int(year) for year in _YEAR.findall(text[:200_000]))
    stamps = [stamp[:LONGEST_BYLINE] for stamp in _slices(text, blocks, "timestamp", "byline")]
    found = [(stamp, one) for stamp in stamps if (one := published(stamp, years)).day is not None]
    first = [one for stamp, one in found if update_day(stamp) != one.day]
    return next(iter([*first, *(one for _, one in found)]), Published())


def _country(text: str, blocks: Sequence[Block]) -> str | None:
    """A line above the body that is nothing but a country's name."""
    for block in takewhile(lambda block: block.role != "paragraph", blocks):
        line = text[block.start : block.end]
        if block.role == "noise" and line in COUNTRIES:
            return line
    return None


def _language(text: str, blocks: Sequence[Block], declared: str | None) -> str:
    sample = ""
    for block in blocks:
        if block.role == "paragraph" and len(sample) < SAMPLE:
            sample += " " + text[block.start : block.start + SAMPLE][: block.end - block.start]
    return language_of(sample, declared)
