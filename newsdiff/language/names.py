"""Languages by their English names, and what is said of an article that is not in English."""

from __future__ import annotations

from typing import Final

from newsdiff.model import UNKNOWN_LANGUAGE, Article

CUT_OFF: Final = "paywall"
"""Reason of a block below which the article goes on where nobody could read it."""
LANGUAGE_UNKNOWN: Final = "language unknown"
COMMON_TERMS_ONLY: Final = "aligned by names, numbers, dates and quotations only"
NAMES: Final = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "nb": "Norwegian", "nn": "Norwegian",
    "fi": "Finnish", "pl": "Polish", "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian",
    "tr": "Turkish", "hr": "Croatian", "sr": "Serbian", "bs": "Bosnian", "sl": "Slovene", "ca": "Catalan",
    "id": "Indonesian", "ms": "Malay", "vi": "Vietnamese", "ru": "Russian", "uk": "Ukrainian",
    "bg": "Bulgarian", "be": "Belarusian", "mk": "Macedonian", "kk": "Kazakh", "zh": "Chinese",
    "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "he": "Hebrew",
    "el": "Greek", "hi": "Hindi", "bn": "Bengali", "th": "Thai", "hy": "Armenian", "ka": "Georgian",
    "ta": "Tamil", "te": "Telugu", "gu": "Gujarati", "pa": "Punjabi", "km": "Khmer", "my": "Burmese",
    "lo": "Lao", "si": "Sinhala", "ml": "Malayalam", "kn": "Kannada", "cy": "Welsh", "ga": "Irish",
    "is": "Icelandic", "et": "Estonian", "lv": "Latvian", "lt": "Lithuanian", "sq": "Albanian",
    "eu": "Basque", "gl": "Galician", "af": "Afrikaans", "sw": "Swahili",
}  # fmt: skip


def language_name(tag: str) -> str:
    """ "German"; the tag itself for a language without a name here, "language unknown" for an unknown one."""
    if tag.startswith(UNKNOWN_LANGUAGE):
        return LANGUAGE_UNKNOWN
    return NAMES.get(tag.split("-")[0].lower(), tag)


def how_aligned_within(article: Article, width: int) -> str:
    """`how_aligned` in so many characters, as far as shorter words say it."""
    text = how_aligned(article)
    shorter = (
        ("aligned by names, numbers, dates and", "by names, numbers, dates,"),
        (f" from {language_name(article.original.language)}", "") if article.original else ("", ""),
        ("numbers, dates, quotations", "numbers, quotes"),
    )
    for long, short in shorter:
        if len(text) > width:
            text = text.replace(long, short)
    return text


def how_aligned(article: Article) -> str:
    """What a reader must know of an article that its outlet did not publish in English; else empty."""
    if article.original is not None:
        text = f"translated by {article.translated_by} from {language_name(article.original.language)}"
        return text if article.in_english else f"{text}, but not into English: {COMMON_TERMS_ONLY}"
    if article.translated_by:
        return f"{language_name(article.language)} original, translated by {article.translated_by}"
    if article.in_english:
        return ""
    return f"{language_name(article.language)}: {COMMON_TERMS_ONLY}"


def is_compared_by_words(article: Article) -> bool:
    """Whether an article's own words, all of them, can be searched: in English, with a body, not cut off."""
    return not why_not_by_words(article)


def why_not_by_words(article: Article) -> str:
    """ "is translated", "is in German": why not all of an article's own words can be searched; else empty."""
    if article.translated_by:
        return "is translated"
    if not article.in_english:
        language = language_name(article.language)
        return "is in an unknown language" if language == LANGUAGE_UNKNOWN else f"is in {language}"
    if not article.paragraphs:
        return "has no text"
    return "is cut off" if any(block.reason == CUT_OFF for block in article.blocks) else ""
