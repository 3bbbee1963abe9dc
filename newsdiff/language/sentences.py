"""Sentences of news prose, with offsets into the article's text.

Every run of ``. ! ? …`` with its closing quotes and brackets is a candidate. What stands before it
(an abbreviation, an initial, a list number) and what comes after it (a capital, a small letter, a
dash, "said") decides. One pass, bounded look in both directions, so time grows with the text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.calendar.months import LONG_MONTH
from newsdiff.model import Article, Sentence
from newsdiff.patterns import lazy_pattern
from newsdiff.unseen import Seen, holds_unseen

_CANDIDATE = lazy_pattern(r"[.!?…]+(?:[”’\"»')\]]+)?")
_LIST_LINE = lazy_pattern(r"\n\s{0,8}(?=(?:[•▪◦‣*–-]|\d{1,2}[.)])\s)")
_BLANKS = lazy_pattern(r"\s*")
_LAST_BLANK = lazy_pattern(r"\S.*\s", re.DOTALL)
_OTHER_END = lazy_pattern(r"[。！？｡؟।]+[”’」』）)\"]*|(?<![.!?…])[.!?…]+[”’“»«\"')\]]*(?=\s)")
_SHORT = lazy_pattern(r"(?:^|[\s(.])(?:\d{1,3}|[^\W\d_]{1,2})$")
"""What stands before a full stop that numbers ("3. Dezember") or shortens ("z. B.", "г.")."""
_FOLLOWING = lazy_pattern(r"\s*(\S)")
_OPENING = "“‘«\"'([¿¡"
_WORD = lazy_pattern(r"[^\W_][\w’'&-]*")
_GLUED_NEXT = lazy_pattern(r"[“«]?[A-Z][a-z]*(?:\s|,)")
_ATTRIBUTION = lazy_pattern(
    r"(?!She|He|They|We|It|I\b)(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s"
    r"(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|tweeted|shouted|replied|exclaimed|wondered)\b"
)
_MONTH_AND_YEAR = lazy_pattern(rf"\.\s(?:{LONG_MONTH})\s(?:19|20)\d\d\b")
""" "On 7. May 2026": a day written with its full stop."""
_LONGEST_SENTENCE = 1_500
"""Code points. The longest of 11,000 sentences of news has 1,014; what is longer is a list or hostile, and is
cut at a blank, so that what is done for each pair of mentions in a sentence stays bounded."""
_LONGEST_WORD = 24  # code points looked at before a full stop; no abbreviation is longer

_NEVER_LAST = frozenset(
    """
    mr mrs ms messrs mx dr drs prof gen lt col sgt capt maj cpl pvt cmdr adm brig sen sens rep reps
    gov govs pres rev hon fr msgr supt insp det ofc pc st mt ft vs v eg ie cf al approx ca viz dept
    univ assn atty amb spc sec treas mme mlle
    """.split()
)
_LAST_UNLESS_NUMBER = frozenset(
    """
    no nos vol pp pg fig figs art ch sec jan feb mar apr jun jul aug sep sept oct nov dec tel ext
    rs
    """.split()
)
_LAST_BEFORE_STARTER = frozenset(
    """
    inc corp co ltd llc plc bros jr sr esq etc ave blvd rd hwy mts ala ariz ark calif colo conn del
    fla ga ill ind kan ky md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
    ont que mon tue tues wed thu thurs fri sat sun min max est
    """.split()
)
_STARTERS = frozenset(
    """
    the a an this that these those it its it’s it's he she they we i you his her their our my your
    there here but and or so yet if when while as at in on for from after before since with without
    by to who what why how where which one two three some many most all both each other another no
    not now then however although though despite meanwhile also still even such since once until
    according under over during because instead
    """.split()
)
_AFTER_CLOCK = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december et est edt pt pst pdt ct cst cdt mt mst mdt gmt
    bst utc cet cest ist jst aest aedt eastern pacific central mountain local jan feb aug sept oct
    nov dec
    """.split()
)
_COMPANY = frozenset({"inc", "corp", "co", "ltd", "plc", "japan", "news", "mail", "sports", "finance"})


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's paragraphs, in order, numbered ``x.s1, x.s2 …``."""
    spans = sentence_spans if article.in_english else other_sentence_spans
    seen = Seen(article.text) if holds_unseen(article.text) else None
    result: list[Sentence] = []
    for block in article.paragraphs:
        if seen is None:
            found = spans(article.text, block.start, block.end)
        else:
            found = (
                (seen.source_start(start), seen.source_end(end))
                for start, end in spans(seen.text, seen.seen(block.start), seen.seen(block.end))
            )
        for start, end in found:
            result.append(Sentence(f"{article.id}.s{len(result) + 1}", block.id, start, end))
    return tuple(result)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences between `start` and `end`, blanks at their edges left out."""
    end = len(text) if end is None else end
    begin = _skip_blanks(text, start, end)
    for stop in _boundaries(text, begin, end):
        if stop > begin:
            yield from _cut(text, begin, _strip_end(text, begin, stop))
            begin = _skip_blanks(text, stop, end)
    if begin < end:
        yield from _cut(text, begin, _strip_end(text, begin, end))


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The span whole, or in pieces where it is too long for a sentence."""
    while end - begin > _LONGEST_SENTENCE:
        blank = _LAST_BLANK.match(text, begin, begin + _LONGEST_SENTENCE)
        stop = blank.end() if blank else begin + _LONGEST_SENTENCE
        yield begin, _strip_end(text, begin, stop)
        begin = _skip_blanks(text, stop, end)
    if begin < end:
        yield begin, end


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends, in order."""
    lines = (match.start() for match in _LIST_LINE.finditer(text, start, end))
    line = next(lines, end)
    quotes_open, counted, begin = False, start, start
    for match in _CANDIDATE.finditer(text, start, end):
        while line <= match.start() and line < end:
            yield line
            begin, line = line, next(lines, end)
        quotes_open ^= text.count('"', counted, match.start()) % 2 == 1
        counted = match.start()
        if (stop := _end_of_sentence(text, begin, match, end, quotes_open)) is not None:
            yield stop
            begin = stop
    while line < end:
        yield line
        line = next(lines, end)


def _end_of_sentence(text: str, begin: int, match: re.Match[str], end: int, quotes_open: bool) -> int | None:
    """The end of the sentence that the candidate closes, or None where it goes on."""
    stop = match.end()
    if stop >= end:
        return stop
    after = _skip_blanks(text, stop, end)
    if after >= end:
        return stop
    if after == stop:
        return _glued(text, match, quotes_open, end)
    following = text[after]
    closed = match.group()[-1] not in ".!?…"
    if following.islower() or (following in "–—" and closed) or following in ",;:":
        return None
    first = after + 1 if following in _OPENING else after
    word_match = _WORD.match(text, first, end)
    word = word_match.group() if word_match else ""
    if word[:1].islower():
        return None
    mark = match.group()[0]
    if mark in "!?":
        return None if _goes_on_after_exclamation(text, mark, closed, word, after, end) else stop
    if text[match.start() - 1 : match.start()] == "[" and match.group()[-1] == "]":
        return None
    if len(match.group().rstrip("”’\"»')]")) > 1 or mark == "…":
        return stop
    before = _word_before(text, begin, match.start())
    if following in _OPENING and following not in "([":
        return None if before.lower() in _NEVER_LAST else stop
    return None if _abbreviates(text, begin, match.start(), before, word, closed) else stop


def _goes_on_after_exclamation(text: str, mark: str, closed: bool, word: str, after: int, end: int) -> bool:
    """ "Yahoo! Inc." and “Why?” Smith asked."""
    if closed:
        return _ATTRIBUTION.match(text, after, end) is not None
    return mark == "!" and word.lower() in _COMPANY


def _abbreviates(text: str, begin: int, dot: int, before: str, word: str, closed: bool) -> bool:
    """Whether the full stop after `before` shortens a word, with `word` coming next in the same sentence."""
    if closed and before.lower() not in _NEVER_LAST:
        return False
    folded, starter = before.lower(), word.lower() in _STARTERS
    if folded in _NEVER_LAST:
        return True
    if folded in _LAST_UNLESS_NUMBER:
        return word[:1].isdigit() or (folded not in ("no", "art", "ch") and not starter)
    if folded in ("a.m", "p.m"):
        return word.lower() in _AFTER_CLOCK or word[:1].isdigit()
    if before.isdigit() and len(before) <= 2:
        opens_a_point = _skip_blanks(text, begin, dot) == dot - len(before)  # "1. The first point"
        return opens_a_point or _MONTH_AND_YEAR.match(text, dot) is not None
    if folded in _LAST_BEFORE_STARTER and before[:1].isupper():
        return not starter
    if len(before) == 1 and before.isupper() and before != "I":
        return not starter
    return "." in before and len(before) < 8 and not starter and all(len(p) <= 2 for p in before.split("."))


def _glued(text: str, match: re.Match[str], quotes_open: bool, end: int) -> int | None:
    """A sentence that begins without a blank: ``talks.The Kremlin``, ``left."We won``, ``it.”He``."""
    marks, dot = match.group(), match.start()
    before = text[max(dot - 2, 0) : dot]
    if not (before.isalpha() and before.islower()) or not _GLUED_NEXT.match(text, match.end(), end):
        return None
    if marks.endswith('"') and len(marks) == 2 and not quotes_open:
        return match.end() - 1
    return match.end()


def _word_before(text: str, begin: int, dot: int) -> str:
    """The word that the full stop at `dot` follows, its own inner dots kept ("U.S")."""
    start = dot
    floor = max(begin, dot - _LONGEST_WORD)
    while start > floor and not text[start - 1].isspace() and text[start - 1] not in "—–-(/[“‘«\"'":
        start -= 1
    return text[start:dot]


def _skip_blanks(text: str, start: int, end: int) -> int:
    match = _BLANKS.match(text, start, end)
    return match.end() if match else start


def _strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def other_sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same for other languages: no abbreviation is known, so a doubtful full stop ends no sentence."""
    begin = start
    for match in _OTHER_END.finditer(text, start, end):
        if _ends_other(text, begin, match, end):
            yield from _cut_other(text, begin, match.end())
            begin = match.end()
    yield from _cut_other(text, begin, end)


def _ends_other(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    if match.group()[0] not in ".":
        return True
    if _SHORT.search(text[max(begin, match.start() - 5) : match.start()]):
        return False
    following = _FOLLOWING.match(text, match.end(), end)
    return following is None or not following[1].islower()


def _cut_other(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = _skip_blanks(text, begin, stop)
    stop = _strip_end(text, begin, stop)
    while stop - begin > _LONGEST_SENTENCE:
        blank = text.rfind(" ", begin + 1, begin + _LONGEST_SENTENCE)
        cut = blank if blank > begin else begin + _LONGEST_SENTENCE
        yield begin, cut
        begin = cut + 1 if blank > begin else cut
    if begin < stop:
        yield begin, stop
