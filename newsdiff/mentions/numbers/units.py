"""Units of measure and time, each converted to one unit per dimension.

So that "10 miles" and "16 km" can meet: lengths are metres, weights kilograms, speeds metres per
second, durations seconds, areas square metres, volumes litres, temperatures degrees Celsius.
Factors are the exact definitions (international yard and pound, 1959) or their usual roundings.
"""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.patterns import lazy_pattern

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
YEAR = 365.25 * DAY
MONTH = YEAR / 12


class Unit(NamedTuple):
    """A unit as written: the common unit of its dimension, the factor to it, and a shift (Fahrenheit)."""

    name: str
    factor: float = 1.0
    shift: float = 0.0
    spread: float = 0.0
    """How far the unit itself is uncertain, as a share ("tons" may be short, long or metric)."""


FOOT, _MILE = 0.3048, 1609.344
_TABLE: tuple[tuple[Unit, str], ...] = (
    (Unit("percent"), "%|percent|per cent|pct|pc"),
    (Unit("percentage point"), "percentage point|percentage points|percentage-point"),
    (Unit("second", 0.001), "millisecond|milliseconds"),
    (Unit("second"), "second|seconds|sec|secs"),
    (Unit("second", MINUTE), "minute|minutes|min|mins"),
    (Unit("second", HOUR), "hour|hours|hr|hrs"),
    (Unit("second", DAY), "day|days"),
    (Unit("second", 7 * DAY), "week|weeks"),
    (Unit("second", 14 * DAY), "fortnight|fortnights"),
    (Unit("second", MONTH), "month|months"),
    (Unit("second", YEAR), "year|years|yr|yrs"),
    (Unit("second", 10 * YEAR), "decade|decades"),
    (Unit("second", 100 * YEAR), "century|centuries"),
    (Unit("metre", 0.001), "mm|millimetre|millimetres|millimeter|millimeters"),
    (Unit("metre", 0.01), "cm|centimetre|centimetres|centimeter|centimeters"),
    (Unit("metre", 0.0254), "inch|inches|in"),
    (Unit("metre", FOOT), "foot|feet|ft"),
    (Unit("metre", 0.9144), "yard|yards|yd|yds"),
    (Unit("metre"), "m|metre|metres|meter|meters"),
    (Unit("metre", 1000), "km|kms|kilometre|kilometres|kilometer|kilometers"),
    (Unit("metre", _MILE), "mile|miles|mi"),
    (Unit("metre", 1852), "nautical mile|nautical miles"),
    (Unit("metre", 9.461e15), "light year|light years|light-year|light-years"),
    (Unit("metre per second", _MILE / HOUR), "mph|miles per hour|miles an hour|mile per hour|mile an hour"),
    (
        Unit("metre per second", 1000 / HOUR),
        "km/h|kmh|kph|km per hour|kilometres per hour|kilometers per hour|kilometres an hour|"
        "kilometers an hour",
    ),
    (Unit("metre per second", 1852 / HOUR), "knot|knots"),
    (Unit("metre per second"), "m/s|metres per second|meters per second"),
    (Unit("metre per second", _MILE), "miles per second"),
    (Unit("metre per second", 1000), "kilometers per second|kilometres per second"),
    (Unit("kilogram", 1e-6), "mg|milligram|milligrams"),
    (Unit("kilogram", 0.001), "g|gram|grams|gramme|grammes"),
    (Unit("kilogram"), "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    (Unit("kilogram", 0.45359237), "lb|lbs|pound|pounds"),
    (Unit("kilogram", 0.028349523), "oz|ounce|ounces"),
    (Unit("kilogram", 1000), "tonne|tonnes|metric ton|metric tons"),
    (Unit("kilogram", 960, spread=0.07), "ton|tons"),
    (Unit("kilogram", 6.35029), "stone"),
    (Unit("square metre", 4046.856), "acre|acres"),
    (Unit("square metre", 10_000), "hectare|hectares|ha"),
    (Unit("square metre", _MILE**2), "square mile|square miles|sq mile|sq miles|square-mile"),
    (
        Unit("square metre", 1e6),
        "square kilometre|square kilometres|square kilometer|square kilometers|sq km",
    ),
    (Unit("square metre", FOOT**2), "square foot|square feet|sq ft|square-foot"),
    (Unit("square metre"), "square metre|square metres|square meter|square meters|sq m"),
    (Unit("litre"), "litre|litres|liter|liters"),
    (Unit("litre", 3.785411784), "gallon|gallons"),
    (Unit("litre", 158.987), "barrel|barrels"),
    (Unit("degree Celsius"), "°c|c|degrees celsius|degrees centigrade|degree celsius|degrees c"),
    (
        Unit("degree Celsius", 5 / 9, -160 / 9),
        "°f|f|degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit",
    ),
    (Unit("degree"), "degree|degrees|°"),
    (Unit("watt"), "watt|watts"),
    (Unit("watt", 1e3), "kw|kilowatt|kilowatts"),
    (Unit("watt", 1e6), "mw|megawatt|megawatts"),
    (Unit("watt", 1e9), "gw|gigawatt|gigawatts"),
    (Unit("byte", 1e6), "mb|megabyte|megabytes"),
    (Unit("byte", 1e9), "gb|gigabyte|gigabytes"),
    (Unit("byte", 1e12), "tb|terabyte|terabytes"),
    (Unit("pixel", 1e6), "megapixel|megapixels|mp"),
)
_UNITS = {word: unit for unit, words in _TABLE for word in words.split("|")}
_SHORT = frozenset("in m g c f mi ha mw min sec mp mb stone second".split())
"""Ambiguous abbreviations: units only straight after digits ("5m", "10 C"), never after a number word."""
_GLUED_OR_CAPITAL = frozenset("c f".split())
_AFTER_FIGURE = lazy_pattern(r"\s?[%°](?:\s?[CF]\b)?|[\s-]{0,2}[A-Za-z°][A-Za-z/°]*")
_NEXT_WORD = lazy_pattern(r"[\s-][A-Za-z]+")


def unit_after(text: str, end: int, ceiling: int, *, digits: bool) -> tuple[Unit, int] | None:
    """The unit written straight after a figure that ends at `end`, and where the unit ends.

    `digits` says whether the figure is in digits; abbreviations count only then.
    """
    first = _AFTER_FIGURE.match(text, end, ceiling)
    if first is None:
        return None
    ends = [first.end()]
    for _ in range(2):
        following = _NEXT_WORD.match(text, ends[-1], ceiling)
        if following is None:
            break
        ends.append(following.end())
    for stop in reversed(ends):
        written = text[end:stop]
        word = " ".join(written.lower().replace("-", " ").split())
        unit = _UNITS.get(word) or _UNITS.get(word.replace("° ", "°"))
        if unit is None or (word in _SHORT and not _is_abbreviation(written, word, digits)):
            continue
        return unit, stop
    return None


def _is_abbreviation(written: str, word: str, digits: bool) -> bool:
    if word == "second":  # "30-second", but not "a five second"
        return True
    if word == "in":  # "30in", but not "30 in May"
        return digits and written == "in"
    if word in _GLUED_OR_CAPITAL:
        return digits and written.strip().isupper()
    return digits and (not written.startswith("-")) and (word != "mp" or written.isupper())
