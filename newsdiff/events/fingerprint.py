"""What an article is about, in short: its terms, its names, its day, its wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from newsdiff.language.copied import READ_FOR_COPIES, read_for_copies, shingles_of
from newsdiff.language.tokens import tokens
from newsdiff.model import Article
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass

READ = 2_000
"""Code points of the body whose terms are looked at: what happened stands at the top, background comes
later (2,000 grouped better than 8,000)."""
MOST_TERMS = 300
"""Terms kept of one article, the most frequent."""
HEADLINE_COUNTS = 2
"""A term of the headline counts as so many occurrences more."""
LEAD = 300
"""Code points at the top that name who and where: with 200 look-alikes join, with 500 fewer outlets meet."""

FOR_A_HEADLINE = 100
"""Code points at the top that stand for a headline where there is none."""

_INSIDE = lazy_pattern(r"[\w,;:'’\")\]]\s*\Z")
"""What stands before a word inside a sentence."""


@dataclass(frozen=True, slots=True)
class ArticleFingerprint:
    """What grouping knows of an article."""

    terms: Mapping[str, int]
    """Stem -> how often it occurs."""
    names: frozenset[str]
    """Stems that are written with a capital inside sentences wherever they stand, but not in the outlet's
    own name."""
    core: frozenset[str]
    """Those of its names that it is about: in the headline or in the lead. Where no name is shown by its
    letters (Chinese has no capitals), all terms that stand there."""
    headline: frozenset[str]
    """Stems of the headline; where there is none, of the first words."""
    day: date | None
    shingles: frozenset[int]
    """The smallest hashes of its runs of words (Broder, 1997)."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Stem -> a word of the text that it stands for; no library keeps them."""


def fingerprint_of(article: Article) -> ArticleFingerprint:
    """Read an article for grouping."""
    title = article.title or ""
    whole = read_for_copies(article)
    if not whole.strip() and not title:
        whole = article.text[:READ_FOR_COPIES]
    body = whole[:READ]
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    lead: set[str] = set()
    small: set[str] = set()
    inside: set[str] = set()
    for token in tokens(body):
        if not token.stem:
            continue
        counts[token.stem] += 1
        words.setdefault(token.stem, body[token.start : token.end])
        if token.start < LEAD:
            lead.add(token.stem)
        if not body[token.start].isupper():
            small.add(token.stem)
        elif _INSIDE.search(body, max(0, token.start - 3), token.start):
            inside.add(token.stem)
    headline = {token.stem for token in tokens(title or body[:FOR_A_HEADLINE]) if token.stem}
    for token in tokens(title):
        if token.stem:
            counts[token.stem] += HEADLINE_COUNTS
            words.setdefault(token.stem, title[token.start : token.end])
    kept = dict(counts.most_common(MOST_TERMS))
    own = {token.stem for token in tokens(article.outlet or "")}
    names = (frozenset(kept) & (inside - small)) - own
    return ArticleFingerprint(
        kept,
        names,
        (names or frozenset(kept)) & (headline | lead),
        frozenset(kept) & headline - own,
        article.published,
        shingles_of(whole),
        {stem: words[stem] for stem in kept},
    )
