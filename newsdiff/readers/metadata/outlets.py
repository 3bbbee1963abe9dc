"""The outlet that an article's text names, and short names of outlets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsdiff.model import Block
from newsdiff.patterns import lazy_pattern

_NAME = r"(?:the )?[A-Z0-9][\w.&’'-]*(?: (?:of|the|and|&|[A-Z0-9][\w.&’'-]*)){0,4}"
_MASTHEAD = lazy_pattern(
    r"^(?:The |La |Le |El |Der |Die )?(?:[A-Z][\w&’'.-]* ){1,4}(?:News|Times|Post|Herald|Tribune|Guardian"
    r"|Journal|Gazette|Telegraph|Observer|Chronicle|Star|Sun|Mail|Express|Mirror|Independent|Examiner|Courier"
    r"|Dispatch|Inquirer|Register|Standard|Globe|Monitor|Bulletin|Press|Today|Daily|Weekly|Broadcasting|Radio"
    r"|TV|Television|Network|Online|Agency|Magazine|Review)$|^(?:Reuters|BBC|CNN|NPR|PBS|AFP|dpa|TASS|Xinhua|Bloomberg"
    r"|Politico|Axios|Euronews|Newsweek|TIME|Al Jazeera|Deutsche Welle|DW|Forbes"
    r"|Fortune)(?: [A-Z][A-Za-z]+)?$"
)
"""A line that is a masthead: capitalised words with one that newspapers and stations the world over carry."""

_SECTIONS = frozenset(
    "breaking latest world local more top related sign read live watch business video photo photos home"
    " national subscribe get follow share us uk international politics sport sports entertainment health"
    " science tech opinion weather in on our all your this today morning evening other popular trending"
    " print download".split()
)
"""First words of headings that look like mastheads and are sections or invitations: "Breaking News"."""

_PROMOTES = lazy_pattern(
    r"\b(?:must-reads?|more|latest|stories|newsletters?|articles|news|coverage) (?:from|on|by|in) "
    rf"(?P<name>{_NAME})\s*$",
    re.IGNORECASE,
)
_MAIL = lazy_pattern(r"[\w.+-]@(?P<domain>[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.[a-z]{2,6})\b", re.IGNORECASE)
_BYLINE_SITE = lazy_pattern(
    r",\s(?P<site>[\w.-]{2,40}\.(?:com|org|net|ca|co\.uk|uk|tv|news|io|in|au|de|eu))$"
)
_TITLE_SUFFIX = lazy_pattern(r"\s(?:[-–—|]|::?)\s(?P<name>[A-Z][\w.&’' ]{1,30})$")
_ANYBODYS_MAIL = frozenset(
    "gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com icloud.com aol.com gmx.de gmx.net"
    " web.de protonmail.com proton.me mail.ru yandex.ru qq.com 163.com".split()
)
_TOP_LEVEL = lazy_pattern(r"\.(?:co|com|org|net|gov|ac|edu)\.[a-z]{2}$|\.[a-z]{2,6}$")

SEARCHED = 100
"""Blocks of noise from the top, and from the end, in which the outlet is looked for."""


def outlet_named_in(text: str, blocks: Sequence[Block], title: str | None) -> str | None:
    """The outlet, where the page around the article names it; never a name out of the body text."""
    around = _around(text, blocks)
    above = [
        text[block.start : block.end]
        for block in takewhile(lambda block: block.role != "paragraph", blocks)
        if block.role in ("noise", "heading") and block.end - block.start <= 60
    ]
    return next(
        (
            name
            for name in (*filter(is_masthead, above), *_promoters(around), *_sites(around), *_suffixes(title))
            if name
        ),
        None,
    )


def mail_domain_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The domain of the first mail address around the article that is not one of anybody's."""
    found = (match["domain"].lower() for line in _around(text, blocks) for match in _MAIL.finditer(line))
    return next((domain for domain in found if domain not in _ANYBODYS_MAIL), None)


def _around(text: str, blocks: Sequence[Block]) -> list[str]:
    """The ends of the lines around the article."""
    noise = [block for block in blocks if block.role == "noise"]
    return [
        text[block.start : block.end][-400:] for block in (*noise[:SEARCHED], *noise[SEARCHED:][-SEARCHED:])
    ]


def is_masthead(line: str) -> bool:
    """Whether a line is nothing but the name of an outlet, as far as names of outlets can be recognised."""
    return bool(_MASTHEAD.match(line)) and line.split(maxsplit=1)[0].lower() not in _SECTIONS


def _promoters(lines: Sequence[str]) -> Iterator[str]:
    """ "More Must-Reads from TIME": the name, when it is printed as one."""
    for line in lines:
        match = _PROMOTES.search(line)
        if match and match["name"][0].isupper() and (match["name"].isupper() or is_masthead(match["name"])):
            yield match["name"]


def _sites(lines: Sequence[str]) -> Iterator[str]:
    """The site in a byline."""
    for line in lines:
        if match := _BYLINE_SITE.search(line):
            yield match["site"]


def _suffixes(title: str | None) -> Iterator[str]:
    match = _TITLE_SUFFIX.search(title or "")
    if match and (is_masthead(match["name"]) or re.search(r"[a-z][A-Z]", match["name"])):
        yield match["name"]


def short_name(outlet: str) -> str:
    """An id for an outlet: "Sky News" -> "sky", "bbc.com" -> "bbc", "Le Monde" -> "le-monde"."""
    name = outlet.strip().lower()
    if re.fullmatch(r"[\w.-]+\.[a-z]{2,6}", name):
        name = _TOP_LEVEL.sub("", name.removeprefix("www."))
    words = re.findall(r"[^\W_]+", _ascii(re.sub(r"(?<=\w)['’-](?=\w)", "", name)).lower())
    if len(words) > 1 and words[-1] in ("news", "online"):
        words.pop()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return "-".join(words)[:LONGEST_ID].strip("-")


LONGEST_ID = 40
"""Code points of an article's short name: it stands before every block id and in narrow columns."""


def file_name_id(stem: str) -> str:
    """An id from a file's stem: as it is where it is made of letters, digits, ``-`` and ``_``."""
    return re.sub(r"[^\w-]+", "-", stem).strip("-")[:LONGEST_ID] or "article"


def _ascii(name: str) -> str:
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if plain.strip():
        return plain
    from anyascii import anyascii

    return anyascii(name)
