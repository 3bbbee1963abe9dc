"""Currencies: signs, codes and words, as ISO 4217 codes."""

from __future__ import annotations

import re

from newsdiff.patterns import lazy_pattern

_SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS",
    "₺": "TRY",
          "₦": "NGN", "₴": "UAH", "₱": "PHP", "฿": "THB", "₫": "VND", "₵": "GHS", "₡": "CRC", "₲": "PYG",
          "₸": "KZT", "₾": "GEL", "৳": "BDT", "₮": "MNT", "₼": "AZN"}  # fmt: skip
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD",
            "cdn": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "r": "BRL", "nt": "TWD",
            "mex": "MXN"}  # fmt: skip
_CODES = frozenset(
    """
    USD EUR GBP JPY CNY RMB AUD CAD NZD HKD SGD CHF SEK NOK DKK INR RUB KRW BRL ZAR TRY ILS MXN PLN AED SAR
    QAR KWD BHD OMR JOD EGP NGN KES GHS TZS UGX ZMW ETB MAD PKR BDT LKR NPR THB VND IDR MYR PHP TWD CZK HUF
    RON BGN ISK UAH KZT ARS CLP IRR IQD
    """.split()
)
_SHORT = {
    "rs": "INR", "rm": "MYR", "ksh": "KES", "sh": "SHI", "shs": "SHI", "ush": "UGX", "tk": "BDT", "rp": "IDR",
    "dh": "AED", "dhs": "AED", "gh¢": "GHS", "gh₵": "GHS", "sfr": "CHF", "fr": "CHF",
    "kč": "CZK", "kc": "CZK", "zł": "PLN", "zl": "PLN", "lei": "RON", "ft": "HUF", "tsh": "TZS", "php": "PHP",
    "n": "NGN", "r": "ZAR", "p": "PHP", "kr": "KRO",
}  # fmt: skip
"""Currencies as they are shortened in front of a figure in their countries; KRO stands for the crowns of a
country that is not said, SHI for shillings, DIN for dinars."""
_ONE_LETTER = frozenset("nrp")
_SHORTENED = r"Rs|RM|kr|Kr|Kč|GH[¢₵]|(?:[KUT]?S|[UT]s)hs?|Tk|Rp|Dhs?|S?Fr|zł|[NRP](?=\d)"
_LARGE_FIGURE = lazy_pattern(
    r"\d+(?:\.\d+)?[\s-]?(?:thousand|[mb]illion|trillion|[mb]n|m|trn)\b|\d{1,3}(?:,\d{3})+"
)
"""What may stand behind N, R and P: "N95" and "R2" are no money."""
_BEFORE = lazy_pattern(
    r"(?:(?<![A-Za-z])(?P<land>US|U\.S\.|AUD?|A|CAN?|CDN|C|NZ|HK|SG?|R|NT|"
    r"MEX))?\s?(?P<sign>[$£€¥₹₽₩₪₺₦₴₱฿₫₵₡₲₸₾৳₮₼])\s?$"
    r"|(?<![A-Za-z])(?P<code>[A-Z]{3})\s?$|(?<![A-Za-z])"
    r"(?P<short>Rs|RM|kr|Kr|Kč|GH[¢₵]|(?:[KUT]?S|[UT]s)hs?|Tk|Rp|Dhs?|S?Fr|zł|[NRP]$)\.?\s?$",
)
_CODE_BEHIND = lazy_pattern(r"\d\s?(?:[mb]illion|trillion|thousand|[mb]n|m|k|trn)?\s?$", re.IGNORECASE)
_SIGN_BEHIND = lazy_pattern(r"(?:US|U\.S\.|AUD?|A|CAN?|CDN|C|NZ|HK|SG?|R|NT|MEX)\s?[$]")
_CODE = lazy_pattern(rf"(?:(?P<code>[A-Z]{{3}})|(?P<short>{_SHORTENED})\.?)\s?(?=\d)")
_WORDS = {
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR",
    "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "won": "KRW", "peso": "MXN", "pesos": "MXN", "rand": "ZAR",
    "shekel": "ILS",
    "shekels": "ILS", "lira": "TRY", "real": "BRL", "reais": "BRL", "franc": "CHF", "francs": "CHF",
    "kronor": "SEK", "kroner": "NOK", "krona": "SEK",
    "krone": "NOK", "kr": "KRO",
    "taka": "BDT", "takas": "BDT", "zloty": "PLN", "zlotys": "PLN", "zlotych": "PLN", "złoty": "PLN",
    "złotych": "PLN", "zł": "PLN", "cedi": "GHS", "cedis": "GHS", "shilling": "SHI", "shillings": "SHI",
    "crowns": "KRO", "koruna": "CZK", "korunas": "CZK", "koruny": "CZK", "kč": "CZK", "forint": "HUF",
    "forints": "HUF", "leu": "RON", "lei": "RON", "leva": "BGN", "dinars": "DIN", "afghanis": "AFN",
    "kwacha": "ZMW", "birr": "ETB", "dong": "VND", "tenge": "KZT", "lari": "GEL", "manat": "AZN",
    "soms": "UZS",
    "kyat": "MMK", "riel": "KHR", "tugrik": "MNT", "bolivars": "VES", "guaranies": "PYG", "lempiras": "HNL",
    "quetzals": "GTQ", "colones": "CRC", "dram": "AMD", "rufiyaa": "MVR", "pula": "BWP", "nairas": "NGN",
    "dirham": "AED", "riyal": "SAR", "rial": "IRR", "hryvnias": "UAH", "rands": "ZAR",
    "naira": "NGN", "hryvnia": "UAH", "sterling": "GBP",
    "rials": "IRR", "dirhams": "AED", "riyals": "SAR", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
}  # fmt: skip
_LANDS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "hong kong": "HKD",
    "singapore": "SGD", "new zealand": "NZD", "british": "GBP", "swiss": "CHF", "swedish": "SEK",
    "norwegian": "NOK", "danish": "DKK", "mexican": "MXN", "south korean": "KRW", "taiwan": "TWD",
    "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "cuban": "CUP", "philippine": "PHP",
    "indian": "INR", "pakistani": "PKR", "nepalese": "NPR", "sri lankan": "LKR", "jamaican": "JMD",
    "namibian": "NAD", "zimbabwean": "ZWL", "kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS",
    "somali": "SOS", "kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "tunisian": "TND",
    "algerian": "DZD", "libyan": "LYD", "bahraini": "BHD", "serbian": "RSD", "czech": "CZK",
    "icelandic": "ISK", "brazilian": "BRL", "uruguayan": "UYU", "dominican": "DOP", "moroccan": "MAD",
    "qatari": "QAR", "omani": "OMR", "yemeni": "YER", "saudi": "SAR", "iranian": "IRR", "chinese": "CNY",
    "japanese": "JPY", "turkish": "TRY",
}  # fmt: skip
_POUNDS = {
    "egyptian": "EGP", "lebanese": "LBP", "sudanese": "SDG", "south sudanese": "SSP", "syrian": "SYP",
    "british": "GBP",
}  # fmt: skip
_OF_SEVERAL_LANDS = tuple("dollar franc kron peso rupee shilling crown dinar dirham riyal rial real".split())
_CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP"}
_LAND_WORDS = "|".join(
    sorted((re.escape(land).replace("\\ ", r"\s") for land in {*_LANDS, *_POUNDS}), key=len, reverse=True)
)
_AFTER = lazy_pattern(rf"[\s-]?(?P<land>(?:{_LAND_WORDS})\s)?(?P<word>[^\W\d_]+|[€£])", re.IGNORECASE)
_LONGEST_PREFIX = 6
_PAID_REACH = 60
_LARGE = 100_000
_STERLING = lazy_pattern(
    r"\s(?:sterling|in\s(?:cash|damages|compensation|fines?|costs?))\b"
    r"|\s?\((?:(?:about|around|roughly|nearly|almost|some|or)\s)?[$€]",
    re.IGNORECASE,
)
_PAID = lazy_pattern(
    r"\b(?:pay|pays|paid|paying|fined?|fines|owes?|owed|bail|ransom|salary|fees?|bills?|debts?)\b[^.;()]{0,25}$",
    re.IGNORECASE,
)
"""Before an amount: who is fined 30,000 pounds pays money."""
_WEIGHT = lazy_pattern(
    r"\s?\(\s?[\d.,]+\s?(?:kg|kilo|metric|tons?|lb|tonnes?|million\skilo)|\s(?:of\s(?:thrust|cargo|tnt|force|"
    r"explosives|payload|meat|food|ice|snow|cocaine|waste|trash)|per\ssquare)\b",
    re.IGNORECASE,
)


def currency_before(text: str, floor: int, figure: int) -> tuple[str, int] | None:
    """The currency written before a figure and where it begins: ``US$``, ``€``, ``Rs.``, ``EUR``."""
    floor = max(floor, figure - _LONGEST_PREFIX)
    match = _BEFORE.search(text[floor:figure])
    if match is None:
        return None
    if short := match["short"]:
        if short.lower() in _ONE_LETTER and not _LARGE_FIGURE.match(text, figure):
            return None
        return _SHORT[short.lower()], floor + match.start("short")
    if code := match["code"]:
        return ("CNY" if code == "RMB" else code, floor + match.start("code")) if code in _CODES else None
    land, sign = match["land"], match["sign"]
    if land and (sign == "$" or (sign == "¥" and land == "CN")):
        return _DOLLARS.get(land.lower(), "USD"), floor + match.start("land")
    return _SIGNS[sign], floor + match.start("sign")


_SIGN_REACH = 8
"""Code points within which a figure or a sign stands behind the letters of a currency."""


def is_currency(text: str, start: int) -> bool:
    """Whether what stands at `start` is a currency beside its figure and no name: "USD34.6m", "Rs. 350",
    "34.6m EUR", the first letters of "HK$20m"."""
    near = text[start : start + _SIGN_REACH]
    if text[start : start + 3] not in _CODES and "$" not in near and not any(map(str.isdigit, near)):
        return False
    if _SIGN_BEHIND.match(text, start):
        return True
    match = _CODE.match(text, start)
    if match is None:
        return text[start : start + 3] in _CODES and bool(
            _CODE_BEHIND.search(text, max(0, start - 12), start)
        )
    if match["code"]:
        return match["code"] in _CODES
    return match["short"].lower() not in _ONE_LETTER or _LARGE_FIGURE.match(text, match.end()) is not None


def currency_after(text: str, end: int, ceiling: int, value: float) -> tuple[str, int, float] | None:
    """The currency written after a figure, where it ends, and the worth of one ("cents" 0.01)."""
    match = _AFTER.match(text, end, ceiling)
    if match is None:
        return None
    word, land = match["word"], (match["land"] or "").strip().lower()
    folded = word.lower()
    if folded in _CENTS:
        return _CENTS[folded], match.end(), 0.01
    if folded in ("pound", "pounds"):
        if land or _are_money(text, end, match.end(), ceiling, value):
            return _POUNDS.get(land, "GBP"), match.end(), 1.0
        return None
    if word in _CODES:
        return "CNY" if word == "RMB" else word, match.end(), 1.0
    if word in _SIGNS and not land:
        return _SIGNS[word], match.end(), 1.0
    code = _WORDS.get(folded)
    if code is None or (folded in ("won", "real", "rand") and value < _LARGE and not land):
        return None
    return (
        (_LANDS.get(land, code) if folded.startswith(_OF_SEVERAL_LANDS) else code),
        match.end(),
        1.0,
    )


def _are_money(text: str, figure: int, end: int, ceiling: int, value: float) -> bool:
    """ "500 pounds" is a weight, "5 million pounds" money where the text says so or speaks of £ elsewhere.

    `figure` is where the figure ends, `end` where its "pounds" end.
    """
    if _STERLING.match(text, end, ceiling):
        return True
    if _WEIGHT.match(text, end, ceiling):
        return False
    return (value >= _LARGE and "£" in text) or bool(
        _PAID.search(text[max(0, figure - _PAID_REACH) : figure])
    )
