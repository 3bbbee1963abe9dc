"""Which language a text is in: by its script and its characteristic letters, else by its commonest words.

A text too short to decide is ``und`` (undetermined, ISO 639-2). One that is long enough and in none of the
languages known here is ``und`` with its script (BCP 47): ``und-Latn``, ``und-Geor``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from newsdiff.model import UNKNOWN_LANGUAGE
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.metadata.common_words import COMMON_WORDS

SAMPLE: Final = 6_000
"""Code points that suffice to recognise the language."""
LEAST_SCORE: Final = 1.5
"""Summed worth of the common words found; a word of several languages is worth a part of one."""
LEAST_DIFFERENT: Final = 2
"""Different common words: "d d" is not French because of its "d'"."""
LEAST_SHARE: Final = 0.12
"""Share of the words that must be common ones: prose has a third to a half, foreign prose under a tenth."""
LEAST_LEAD: Final = 1.3
"""How far the best language must lie before the second best."""
LIST_SCORE: Final = 6.0
LIST_LEAD: Final = 3.0
"""Score and lead from which the share does not matter: a long list of names and headlines."""
LONG_ENOUGH: Final = 40
"""Words from which a text in a language known here is recognised as such; all of 204 articles were."""
OTHER_SCRIPT: Final = 0.4
"""Share of the letters that makes a text one of another script; a foreign name or quotation has less."""
KANA: Final = 0.08
"""Share of kana among the letters that distinguishes Japanese from Chinese."""

_SCRIPTS: Final = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani", "HIRAGANA": "Kana",
    "KATAKANA": "Kana", "HANGUL": "Hang", "HEBREW": "Hebr", "GREEK": "Grek", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "THAI": "Thai", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "TAMIL": "Taml",
    "TELUGU": "Telu", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "ETHIOPIC": "Ethi", "KHMER": "Khmr",
    "MYANMAR": "Mymr", "LAO": "Laoo", "SINHALA": "Sinh", "MALAYALAM": "Mlym", "KANNADA": "Knda",
}  # fmt: skip
"""First word of a letter's Unicode name -> its script (ISO 15924)."""
_LANGUAGE_OF_SCRIPT: Final = {
    "Hani": "zh", "Kana": "ja", "Hang": "ko", "Hebr": "he", "Grek": "el", "Beng": "bn", "Thai": "th",
    "Armn": "hy", "Taml": "ta", "Telu": "te", "Gujr": "gu", "Guru": "pa", "Khmr": "km", "Mymr": "my",
    "Laoo": "lo", "Sinh": "si", "Mlym": "ml", "Knda": "kn", "Geor": "ka",
}  # fmt: skip
"""Scripts that news write one language in."""
_LETTERS: Final = {
    "Cyrl": (("be", "ў"), ("uk", "іїєґ"), ("sr", "ђћљњџ"), ("mk", "ѓќѕ"), ("kk", "әғқңөұү"), ("ru", "ыэё")),
    "Arab": (("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
}  # fmt: skip
"""Letters that distinguish the languages of one script, the first that is there decides."""

RELATIVES: Final = (
    frozenset({"no", "nb", "nn", "da", "sv"}), frozenset({"hr", "sr", "bs", "sl", "mk"}),
    frozenset({"cs", "sk"}), frozenset({"id", "ms"}), frozenset({"es", "gl", "pt", "ca"}),
    frozenset({"ru", "be", "uk", "bg", "mk", "kk"}), frozenset({"nl", "af"}), frozenset({"hi", "mr", "ne"}),
    frozenset({"zh", "yue"}), frozenset({"ar", "fa", "ur", "ps", "ku"}), frozenset({"he", "yi"}),
)  # fmt: skip
"""Languages that are easily mistaken for each other; for these the declaration of the page wins."""
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_CODE: Final = lazy_pattern("[a-z]{2,3}")


def language_of(text: str, declared: str | None = None) -> str:
    """The language of a text (ISO 639-1, or ``und…``); `declared` is what a page says and decides where the
    text does not show it, or not for sure."""
    recognised = _recognised(text[:SAMPLE])
    return agreed(declared, recognised) if declared else recognised


def code_of(declared: str) -> str:
    """The ISO 639 code in what somebody calls a language (``pt_BR`` -> ``pt``); empty where there is none."""
    code = declared.lower().replace("_", "-").split("-")[0]
    return code if _CODE.fullmatch(code) else ""


def agreed(declared: str, recognised: str) -> str:
    """What is declared where the text leaves it open or is in a near relative; else what was recognised."""
    declared = code_of(declared)
    if not declared:
        return recognised
    if recognised in (UNKNOWN_LANGUAGE, declared):
        return declared
    if recognised.startswith(UNKNOWN_LANGUAGE):
        # Long enough to recognise what we know: a page that says one of these all the same is wrong.
        latin = recognised.endswith("Latn")
        return recognised if latin == (declared in _latin_languages()) else declared
    return declared if any({declared, recognised} <= family for family in RELATIVES) else recognised


def _recognised(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return UNKNOWN_LANGUAGE
    scripts = Counter(_script_of(char) for char in letters if not char.isascii())
    scripts["Latn"] += sum(map(str.isascii, letters))
    main = max(scripts, key=lambda script: (scripts[script] * (script != "Latn"), script))
    if scripts[main] < OTHER_SCRIPT * len(letters):
        main = "Latn"
    if scripts["Kana"] + scripts["Hani"] >= OTHER_SCRIPT * len(letters):
        return "ja" if scripts["Kana"] > KANA * len(letters) else "zh"
    if main in _LANGUAGE_OF_SCRIPT:
        return _LANGUAGE_OF_SCRIPT[main]
    if main == "Latn":
        return _by_words(text, main)
    return _by_letters(text, main)


def _script_of(char: str) -> str:
    return _SCRIPTS.get(re.split("[ -]", unicodedata.name(char, "?"), maxsplit=1)[0], "Zyyy")


def _by_letters(text: str, script: str) -> str:
    """The language of a script that several write in."""
    folded = Counter(text.casefold())
    for language, letters in _LETTERS.get(script, ()):
        if any(folded[letter] for letter in letters):
            return language
    if script == "Arab":
        return "ar"
    if script == "Deva":
        return "hi"
    found = _by_words(text, script)
    return found if found != UNKNOWN_LANGUAGE else f"{UNKNOWN_LANGUAGE}-{script}"


def _by_words(text: str, script: str) -> str:
    """The language whose common words are the text's, when there are enough of them and no rival."""
    words = Counter(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))
    worth = _worth()
    scores: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, count in words.items():
        for language in worth.get(word, ()):
            scores[language] += count / len(worth[word])  # type: ignore[assignment]  # Counter of floats
            hits[language] += count
            different[language] += 1
    total = sum(words.values())
    ranked = [*scores.most_common(2), ("", 0), ("", 0)]
    (best, score), (second, rival) = ranked[:2]
    enough = hits[best] >= LEAST_SHARE * total or (score >= LIST_SCORE and score >= LIST_LEAD * rival)
    if score >= LEAST_SCORE and enough and different[best] >= LEAST_DIFFERENT:
        if score >= LEAST_LEAD * rival or any({best, second} <= family for family in RELATIVES):
            return best
        return UNKNOWN_LANGUAGE
    return f"{UNKNOWN_LANGUAGE}-{script}" if total >= LONG_ENOUGH else UNKNOWN_LANGUAGE


@cache
def _worth() -> dict[str, tuple[str, ...]]:
    """Common word -> the languages it is common in."""
    found: dict[str, list[str]] = {}
    for language, common in COMMON_WORDS.items():
        for word in dict.fromkeys(common.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _latin_languages() -> frozenset[str]:
    """The languages in Latin letters that are recognised by their words."""
    return frozenset(COMMON_WORDS) - {"ru", "uk", "bg", "sr"}
