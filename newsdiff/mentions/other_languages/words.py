"""The words of other languages that stand with figures and days. Each is the beginning of a word, so that
its endings do not matter."""

from __future__ import annotations

from typing import Final

CASED: Final = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f'’"
"""For a character class: letters of the scripts that put blanks between their words and endings to them."""
POINT_LANGUAGES: Final = frozenset("en zh ja ko he hi th bn ta te".split())
"""Languages that write 1,234.5; the others write 1.234,5 or 1 234,5."""

INFLECTING: Final = frozenset("pl cs sk hr sr bs sl ru uk be bg mk hu fi et lv lt tr ro el und".split())
"""Languages that put endings of several letters to names; the others put an s, or one letter, to them."""

SCALES: Final = (
    (1e9, "milliard miliard mld mrd mln?rd miljard milyar bilhões bilhão bilhao млрд миллиард мільярд "
          "милиард مليار mil\\smillones mil\\smilhões mil\\smilhoes δισ"),
    (1e12, "billion billón billones bilion трлн триллион трильйон τρισ"),
    (1e6, "million mio mln millón millon milion milhão milhões milhoes miljo milyon млн миллион мільйон "
          "милион مليون εκατ"),
    (1e3, "tausend tsd mille(?!\\w) mil(?!\\w) mila(?!\\w) duizend tys tusen tisíc tisic ezer bin(?!\\w) "
          "mii(?!\\w) tuhat тыс тис хил ألف آلاف χιλ"),
)  # fmt: skip
"""What a figure is multiplied with; the first that fits holds ("mil millones" before "mil")."""
CJK_SCALES: Final = {"万": 1e4, "萬": 1e4, "만": 1e4, "亿": 1e8, "億": 1e8, "억": 1e8, "兆": 1e12, "조": 1e12}

UNITS: Final = (
    ("percent", "% ٪ ％ prozent pour\\scent por\\sciento per\\scento por\\scento procent prosent processo "
                "процент відсот パーセント في\\sالمئة بالمئة"),
    ("EUR", "€ euro евро євро ユーロ 欧元 يورو"),
    ("USD", "\\$ us-dollar dollar dólar dolar доллар долар 美元 ドル دولار 달러"),
    ("GBP", "£ pfund livres libras sterlin фунт 英镑 ポンド"),
    ("JPY", "¥ yen 円 日元"),
    ("CNY", "yuan 元 人民币"),
    ("RUB", "₽ rubel roubles rublos rubli rubl рубл"),
    ("PLN", "zł"),
)  # fmt: skip
SIGNS: Final = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₽": "RUB"}
"""Signs that stand before their figure as well."""

NUMBER_WORDS: Final = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "sv": "två tre fyra fem sex sju åtta nio tio elva tolv",
    "da": "to tre fire fem seks syv otte ni ti elleve tolv",
    "no": "to tre fire fem seks sju åtte ni ti elleve tolv",
    "pl": "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
    "ru": "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
}
"""Two to twelve."""
