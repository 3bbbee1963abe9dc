"""Which language a text is in: by its script, else by its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "ARABIC": "ar", "HEBREW": "he",
    "GREEK": "el", "CYRILLIC": "ru", "DEVANAGARI": "hi", "THAI": "th",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "BENGALI": "bn",
}  # fmt: skip
_WORDS = {
    "en": "the and of to in that for is was with on said by from his has but not who they",
    "de": "der die das und ist nicht von mit dem den ein eine auf für sich auch wurde nach hat",
    "fr": "le la les des et est dans une pour que qui sur pas avec du par il au plus",
    "es": "el la los las y que en una por con para del se no su al fue más como",
    "it": "il la che di per una con del non sono della è nel alla da anche più si gli",
    "pt": "o a os que em uma por com para do da não se na no foi mais ao como",
    "nl": "de het een van en in is dat op te zijn met voor niet aan door ook werd naar",
    "sv": "och att det som en på är av för med till inte den har ett om var han",
    "pl": "i w na z że się do nie jest to o po od dla przez oraz jak był",
}
_FEWEST_HITS = 2


def language_of(text: str) -> str:
    """ISO 639-1 code; "en" where the text does not tell, since that is what newsdiff compares."""
    letters = [char for char in text[:2_000] if char.isalpha()]
    scripts = Counter(unicodedata.name(char, "").split(" ", 1)[0].split("-")[0] for char in letters)
    for script, language in _SCRIPTS.items():
        if scripts[script] > 0.2 * len(letters):
            return _cyrillic(text) if language == "ru" else language
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    hits = {language: sum(words[word] for word in common.split()) for language, common in _WORDS.items()}
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] >= _FEWEST_HITS else "en"


def _cyrillic(text: str) -> str:
    return "uk" if re.search("[іїєґІЇЄҐ]", text) else "ru"
