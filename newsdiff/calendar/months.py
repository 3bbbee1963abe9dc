"""Names of months and weekdays: English ones with their short forms, and those of other languages.

Patterns are for `re`; the caller says what may stand around a name.
"""

from __future__ import annotations

from typing import Final

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTH_NAMES: Final = tuple(name[:3] for name in MONTH_NAMES)

MONTHS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name.lower(): number for number, name in enumerate(SHORT_MONTH_NAMES, 1)},
    "febr": 2,
    "sept": 9,
}
"""English name or short form in lower case -> 1 to 12."""
WEEKDAYS: Final = {
    **{name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)},
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
"""English name or short form in lower case -> 0 for Monday to 6 for Sunday."""

LONG_MONTH: Final = "|".join(MONTH_NAMES)
SHORT_MONTH: Final = "Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
"""Short forms that are no whole names: not May."""
ANY_MONTH: Final = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
MONTH_BEGINNING: Final = "|".join(SHORT_MONTH_NAMES).lower()
"""The first three letters of a month."""
LONG_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY_BEGINNING: Final = "|".join(name[:3] for name in WEEKDAY_NAMES).lower()
"""The first three letters of a weekday."""

MONTHS_BY_LANGUAGE: Final = {
    "de": "januar|jänner februar|feber märz|maerz april mai juni juli august september "
    "oktober november dezember",
    "fr": "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre "
    "novembre décembre|decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
    "noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "styczni luteg marc kwietni maj czerwc lipc sierpni wrześni październik listopad grudni",
    "cs": "ledn únor březn dubn květn červn červenc srpn září říjn listopad prosin",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ru": "январ феврал март апрел ма[йя] июн июл август сентябр октябр ноябр декабр",
    "uk": "січн лют берез квітн травн червн липн серпн вересн жовтн листопад грудн",
    "ar": "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "el": "ιανουαρ φεβρουαρ μαρτ απριλ μα[ΐι] ιουν ιουλ αυγο σεπτεμβρ οκτωβρ νοεμβρ δεκεμβρ",
}
"""January to December in other languages, each as the beginning of a word or alternatives for a pattern."""

WEEKDAYS_BY_LANGUAGE: Final = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedział wtor śro czwart piąt sobot niedziel",
    "ru": "понедельник вторник сред[уы] четверг пятниц суббот воскресень",
    "uk": "понеділ вівтор серед[уи] четвер п'ятниц субот неділ",
    "zh": "周一|星期一 周二|星期二 周三|星期三 周四|星期四 周五|星期五 周六|星期六 周日|星期日",
    "ja": "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
"""Monday to Sunday."""

NEAR_DAYS: Final = {
    "de": "gestern heute", "fr": "hier aujourd'hui|aujourd’hui", "es": "ayer hoy",
    "it": "ieri oggi",
    "pt": "ontem hoje", "nl": "gisteren vandaag", "sv": "igår idag",
    "da": "igår idag", "pl": "wczoraj dziś|dzisiaj",
    "ru": "вчера сегодня", "uk": "вчора сьогодні", "zh": "昨天|昨日 今天|今日",
    "ja": "昨日 今日", "ar": "أمس اليوم",
}  # fmt: skip
"""Yesterday and today."""

_GENITIVES: Final = (
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου "
    "νοεμβρίου δεκεμβρίου",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
)
"""Polish, Russian, Ukrainian, Czech, Greek, Finnish and Romanian months as they stand after a day, and
Russian ones as programs write them."""
_WHOLE_NAMES: Final = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "tr", "id")
"""Languages whose months in `MONTHS_BY_LANGUAGE` are whole words."""

PRINTED_MONTHS: Final = {
    name: number
    for names in (*(MONTHS_BY_LANGUAGE[language] for language in _WHOLE_NAMES), *_GENITIVES)
    for number, alternatives in enumerate(names.split(), 1)
    for name in alternatives.split("|")
}
"""Month of another language as pages print it after a day, in lower case -> 1 to 12."""


def _short_forms() -> dict[str, int]:
    """What begins the name of one month only, in whatever language."""
    numbers: dict[str, set[int]] = {}
    for name, number in (*PRINTED_MONTHS.items(), *MONTHS.items()):
        for length in range(3, len(name)):
            numbers.setdefault(name[:length], set()).add(number)
    return {form: next(iter(found)) for form, found in numbers.items() if len(found) == 1} | {"mrt": 3}


SHORT_PRINTED_MONTHS: Final = _short_forms()
"""Short form of such a month ("ene", "déc", "Okt"), in lower case -> 1 to 12."""
