"""Names, figures and days in texts of other languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.mentions.other_languages.dates import days_in
from newsdiff.mentions.other_languages.numbers import figures_in, number_of
from newsdiff.model import Article, Block, DateRange, Name, Quantity, numbered

PUBLISHED = date(2025, 12, 4)  # a Thursday


def article(name: str, language: str, *paragraphs: str) -> Article:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("", "paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article(name, name, text, numbered(name, blocks), language=language, published=PUBLISHED)


def names_found(language: str, text: str, english: str) -> dict[str, str]:
    """What the text calls the things that the English one names too, by their key there."""
    articles = [article("a", "en", english), article("b", language, text)]
    found = find_mentions(articles, {one.id: split_sentences(one) for one in articles})
    keys = {one.value.key for one in found[0].mentions if isinstance(one.value, Name)}
    return {
        one.text: one.value.full
        for one in found[1].mentions
        if isinstance(one.value, Name) and one.value.key in keys
    }


@pytest.mark.parametrize(
    ("language", "digits", "value"),
    [
        ("de", "1.234,5", 1234.5), ("de", "1.234", 1234), ("de", "12,5", 12.5), ("de", "1,234", 1.234),
        ("de", "1.234.567", 1234567), ("fr", "1 234,5", 1234.5), ("fr", "12 000", 12000),
        ("pl", "1\u00a0234", 1234), ("ru", "3,25", 3.25), ("zh", "1,234.5", 1234.5), ("ja", "12,000", 12000),
        ("de", "7'500", 7500), ("ar", "٢٨", 28), ("es", "28", 28), ("de", "12.5", 12.5),
    ],
)  # fmt: skip
def test_a_figure_has_the_value_that_its_language_gives_it(language: str, digits: str, value: float) -> None:
    assert number_of(digits, language) == value


@given(st.integers(0, 10**9), st.sampled_from(["de", "es", "it", "nl", "pt"]))
def test_whole_numbers_with_points_between_thousands_are_read_back(number: int, language: str) -> None:
    assert number_of(f"{number:,}".replace(",", "."), language) == number


@given(st.integers(0, 10**7), st.integers(0, 99), st.sampled_from(["fr", "ru", "pl", "sv"]))
def test_numbers_with_blanks_and_a_decimal_comma_are_read_back(n: int, cents: int, language: str) -> None:
    written = f"{n:,}".replace(",", "\u202f") + f",{cents:02d}"
    assert number_of(written, language) == float(f"{n}.{cents:02d}")


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("de", "Es kostete 41 Millionen Dollar.", 41e6, "USD"), ("de", "rund 1,5 Mrd. Euro", 1.5e9, "EUR"),
        ("fr", "1,5 milliard d'euros", 1.5e9, ""), ("es", "3 mil millones de euros", 3e9, "EUR"),
        ("es", "5 mil soldados", 5e3, ""), ("it", "2 milioni di euro", 2e6, "EUR"),
        ("pt", "20 por cento", 20, "percent"), ("ru", "20 процентов", 20, "percent"),
        ("ru", "3 млн рублей", 3e6, "RUB"), ("ja", "3億円", 3e8, "JPY"), ("zh", "约1.5万人", 15e3, ""),
        ("zh", "20%的人", 20, "percent"), ("de", "Neun Menschen", 9, ""), ("fr", "$12", 12, "USD"),
        ("ja", "1億2000万円", 1.2e8, "JPY"),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_what_it_is_multiplied_with_and_its_unit(
    language: str, text: str, value: float, unit: str
) -> None:
    (found,) = figures_in(text, 0, len(text), language, [])
    assert isinstance(found.value, Quantity)
    assert (found.value.figure, found.value.unit) == (value, unit)


@pytest.mark.parametrize("text", ["Der A380 flog", "um 18:30 Uhr", "5G-Netz", "K2", "Nr. 12/2024"])
def test_what_is_no_figure_is_none(text: str) -> None:
    assert list(figures_in(text, 0, len(text), "de", [])) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "am 3. Dezember 2025", date(2025, 12, 3)), ("de", "am 28. Dezember", date(2025, 12, 28)),
        ("de", "am 3. Januar", date(2026, 1, 3)), ("de", "am Dienstag", date(2025, 12, 2)),
        ("de", "gestern Abend", date(2025, 12, 3)), ("de", "am 03.12.2025", date(2025, 12, 3)),
        ("fr", "le 1er décembre", date(2025, 12, 1)), ("fr", "mardi soir", date(2025, 12, 2)),
        ("es", "el 3 de diciembre de 2025", date(2025, 12, 3)), ("es", "el martes", date(2025, 12, 2)),
        ("it", "il 3 dicembre", date(2025, 12, 3)), ("pt", "3 de dezembro", date(2025, 12, 3)),
        ("nl", "op 3 december", date(2025, 12, 3)), ("pl", "3 grudnia", date(2025, 12, 3)),
        ("ru", "3 декабря 2025 года", date(2025, 12, 3)), ("ru", "во вторник", date(2025, 12, 2)),
        ("uk", "3 грудня", date(2025, 12, 3)), ("zh", "12月3日", date(2025, 12, 3)),
        ("ja", "2025年12月3日", date(2025, 12, 3)), ("ja", "3日の会談", date(2025, 12, 3)),
        ("ar", "3 ديسمبر", date(2025, 12, 3)), ("sv", "2025-12-03", date(2025, 12, 3)),
    ],
)  # fmt: skip
def test_a_day_is_found_however_the_language_says_it(language: str, text: str, day: date) -> None:
    (found,) = days_in(text, 0, len(text), language, PUBLISHED)
    assert found.value == DateRange(day, day)


@pytest.mark.parametrize("text", ["am 31. Februar", "am 45. Dezember", "Version 3.12.7", "40.13.2025"])
def test_a_day_that_is_on_no_calendar_is_none(text: str) -> None:
    assert [one for one in days_in(text, 0, len(text), "de", PUBLISHED) if one.kind == "date"] == []


def test_without_a_day_of_publication_weekdays_and_days_without_a_year_are_left_out() -> None:
    text = "am Dienstag und am 3. Dezember, nicht am 3. Dezember 2024"
    (found,) = days_in(text, 0, len(text), "de", None)
    assert found.value == DateRange(date(2024, 12, 3), date(2024, 12, 3))


@pytest.mark.parametrize(
    ("language", "text", "written", "full"),
    [
        ("de", "Dort traf er Putins Berater.", "Putins", "Vladimir Putin"),
        ("de", "Wladimir Putin kam.", "Wladimir Putin", "Vladimir Putin"),
        ("fr", "Vladimir Poutine est venu.", "Vladimir Poutine", "Vladimir Putin"),
        ("ru", "Он встретился с Путиным.", "Путиным", "Vladimir Putin"),
        ("ru", "Владимир Путин приехал.", "Владимир Путин", "Vladimir Putin"),
        ("de", "Er sprach mit Selenskyj.", "Selenskyj", "Volodymyr Zelensky"),
        ("pl", "Spotkał Zełenskiego.", "Zełenskiego", "Volodymyr Zelensky"),
        ("uk", "Він зустрів Зеленського.", "Зеленського", "Volodymyr Zelensky"),
        ("de", "Das geschah in Moskau.", "Moskau", "Moscow"),
        ("fr", "Il a quitté Moscou.", "Moscou", "Moscow"),
        ("ja", "彼はモスクワに着いた。", "モスクワ", "Moscow"),
        ("ar", "وصل إلى موسكو", "موسكو", "Moscow"),
        ("de", "Die NATO-Staaten kamen.", "NATO", "NATO"),
    ],
)
def test_a_name_of_the_english_article_is_known_again(
    language: str, text: str, written: str, full: str
) -> None:
    english = (
        "Vladimir Putin met Volodymyr Zelensky in Moscow, and Putin said that NATO would not come. "
        "Zelensky told reporters that he had heard of it in Moscow."
    )
    assert names_found(language, text, english)[written] == full


def test_a_german_noun_is_no_name_because_it_has_a_capital() -> None:
    english = "Anna Berg met Peter Stone. Berg said that she would stay with Stone."
    assert names_found("de", "Die Bergung der Steine am Berge und das Treffen dauern an.", english) == {}


def test_names_that_only_articles_in_other_languages_have_are_known_from_each_other() -> None:
    texts = {"a": "Gestern sprach Erika Mustermann in der Halle.", "b": "Hier parlait Erika Mustermann."}
    articles = [article("a", "de", texts["a"]), article("b", "fr", texts["b"])]
    found = find_mentions(articles, {one.id: split_sentences(one) for one in articles})
    keys = [[m.value.key for m in one.mentions if isinstance(m.value, Name)] for one in found]
    assert keys[0] == keys[1] == [keys[0][0]]


@given(st.text(max_size=200), st.sampled_from(["de", "fr", "ru", "zh", "ar", "und-Latn", "xx"]))
def test_any_text_is_read_and_every_mention_slices_back(text: str, language: str) -> None:
    one = article("a", language, text)
    (found,) = find_mentions([one], {"a": split_sentences(one)})
    for mention in found.mentions:
        assert one.text[mention.start : mention.end] == mention.text
