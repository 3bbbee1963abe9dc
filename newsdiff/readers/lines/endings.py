"""Line endings distinguish prose from headlines, captions and links: only prose closes with a full stop."""

from __future__ import annotations

from newsdiff.patterns import lazy_pattern

LOOKED_AT = 4_000
"""Code points of a line that are looked at to count words and sentences; a longer line is prose anyway."""

_STOPS = ".!?…。！？；：，、؟۔।॥:;,—–‥"
_CLOSERS = "\"'”’»“‘)]}〉》」』›*_ µ■●◆▪♦∎□\u200b\u200e\u200f\ufeff"
_BRACKETED = lazy_pattern(r"[(\[][^()\[\]]{0,60}[)\]]$")
_SENTENCE_END = lazy_pattern(r"[.!?…]['\"”’»)\]]{0,3}\s+['\"“‘«(\[]?(?=[A-Z0-9À-ÞА-Я])|[。！？]")
_ABBREVIATION = lazy_pattern(
    r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Rev|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)$"
)


def unspaced_letters(text: str) -> int:
    """How many letters are of scripts that put no blanks between words: Thai and Lao, Japanese and
    Chinese."""
    if text.isascii():
        return 0
    return sum(
        text.count(one) for one in set(text) if "\u0e00" <= one <= "\u0eff" or "\u3040" <= one <= "\u9fff"
    )


def word_count(text: str) -> int:
    """Words of a line; in scripts written without spaces two characters count as a word."""
    sample = text[:LOOKED_AT]
    return len(sample.split()) + unspaced_letters(sample) // 2


def sentence_count(text: str) -> int:
    """Roughly how many sentences a line has; initials, titles and months do not end one."""
    sample = text[:LOOKED_AT]
    ends = (match.start() for match in _SENTENCE_END.finditer(sample))
    return 1 + sum(not _ABBREVIATION.search(sample, max(0, end - 6), end) for end in ends)


def ends_like_prose(text: str) -> bool:
    """Whether the line closes as a sentence does: with a stop, also inside quotation marks or brackets.

    A comma, a colon or a dash at the end also speaks for prose that goes on below. An ellipsis or a question
    mark may end a headline, too: who looks for a headline must not ask this function alone.
    """
    tail = text[-80:].rstrip()
    bare = tail.rstrip(_CLOSERS)
    if bare and bare[-1] in _STOPS:
        return True
    if not tail.endswith((")", "]")):
        return False
    without_bracket = _BRACKETED.sub("", tail).rstrip().rstrip(_CLOSERS)
    return without_bracket != bare and bool(without_bracket) and without_bracket[-1] in ".!?…"
