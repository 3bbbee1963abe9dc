"""Pages in place of an article: consent walls, checks for robots, error pages, logins.

They are recognised by wording that addresses the reader, and by how little else they contain. An article on
cookies or on a robot check quotes such words at most in a few of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.readers.html.wall_wordings import KINDS

MOST_WORDS = 400
"""Words of the longest such page, its menus aside. Consent walls with their small print have up to 300."""
SPEAKING = 0.6
"""Share of the words that must stand in lines of a wall, where the title says nothing."""
SPEAKING_WITH_TITLE = 0.25
"""The same where the title is one of a wall."""
HARDLY_ANYTHING = 15
"""Words up to which a page whose title is one of a wall needs no further evidence."""
SHORT_LINE = 12
"""Words up to which a line of a wall need not speak to somebody: "Page not found", "Accept all"."""
LINE_WORDS = 3
"""Words from which a line counts."""


_SPEAKS = re.compile(
    r"(?i)\b(?:you|your|please|we|our|us|sie|ihre?[nmr]?|bitte|wir|uns(?:ere[nmr]?)?|vous|votre|vos|nous"
    r"|nos|notre"
    r"|usted|sus?|tus?|nosotros|nuestr[oa]s?|tu[oae]i?|tuoi|noi|nostr[oi]|você|seus?|nós|nossos?|je|jouw"
    r"|uw|u|wij|onze"
    r"|dein\w*|dig|din[ae]?|ditt|vi|våra|vores|våre|deg|twoj\w*|nasz\w*|вы|вас|вам|ваш\w*|мы|наш\w*"
    r"|пожалуйста)\b"
    r"|(?:^|[.!?] )(?:subscribe|log ?in|sign (?:in|up)|register|click|enter|accept|press|try) "
)
_REPORTS = re.compile(
    r"(?i)[\"“”„«»]|\b(?:said|says|told|according to|announced|reported|sagten?|sagt|teilte|selon|déclaré"
    r"|dijo|según|detto|disse|zei|volgens|sade|enligt|ifølge|według|сказал\w*|сообщил\w*)\b"
)
"""What reports have and walls have not: quotations, and who said it."""
_BUTTON = re.compile(r"[\"“„«»][^\s\"“”„«»]+(?: [^\s\"“”„«»]+){0,2} ?[\"“”«»]")
"""A word or two in quotation marks: what stands on a button."""


def wall(titles: Sequence[str], lines: Sequence[str]) -> str | None:
    """What the page is instead of an article ("a consent wall"); None for anything that may be one.

    `titles`: the page's title and its headings of the first rank. `lines`: all it shows, menus aside.
    """
    prose, words = [], 0
    for line in lines:
        count = len(line.split())
        if count >= LINE_WORDS and line not in titles:
            prose.append(line)
            words += count
            if words > MOST_WORDS:
                return None
    best, most = None, 0.0
    spoken = [line for line in prose if _speaks(line)]
    for kind in KINDS:
        speaking = sum(len(line.split()) for line in spoken if kind.line.search(line))
        titled = any(kind.title.search(title.strip()) for title in titles)
        share = speaking / words if words else 0.0
        wanted = SPEAKING_WITH_TITLE if titled else SPEAKING
        if titled and words <= HARDLY_ANYTHING:
            share = 1.0
        if share >= wanted and share + titled > most and (speaking or titled):
            best, most = kind.name, share + titled
    return best


def _speaks(line: str) -> bool:
    """Whether a line addresses the reader and reports nothing."""
    if _REPORTS.search(_BUTTON.sub("", line)):
        return False
    return len(line.split()) <= SHORT_LINE or bool(_SPEAKS.search(line))
