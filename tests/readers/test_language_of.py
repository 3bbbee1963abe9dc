"""Which language a text is in, and when that cannot be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.readers import read_article
from newsdiff.readers.metadata.common_words import COMMON_WORDS
from newsdiff.readers.metadata.language import agreed, language_of

TEXTS = {
    "en": "The ferry was on its way to the islands when it ran aground, and the crew said that "
          "nobody was hurt.",
    "de": "Die Fähre war auf dem Weg zu den Inseln, als sie auf Grund lief, und die Polizei sprach "
          "von Verletzten.",
    "fr": "Le ferry était en route pour les îles quand il s'est échoué, et la police parle de neuf blessés.",
    "es": "El transbordador iba hacia las islas cuando encalló, y la policía habla de nueve "
          "heridos en el barco.",
    "it": "Il traghetto era in viaggio per le isole quando si è incagliato, e la polizia parla di "
          "nove feriti.",
    "pt": "O barco seguia para as ilhas quando encalhou, e a polícia diz que não há mais do que "
          "nove feridos.",
    "nl": "De veerboot was op weg naar de eilanden toen het schip vastliep, en de politie spreekt "
          "van gewonden.",
    "sv": "Färjan var på väg till öarna när den gick på grund, och polisen säger att nio har skadats.",
    "da": "Færgen var på vej til øerne, da den gik på grund, og politiet siger, at der ikke er flere ofre.",
    "no": "Ferja var på vei til øyene da den gikk på grunn, og politiet sier at ni ble skadet, "
          "ifølge etter vakt.",
    "fi": "Lautta oli matkalla saarille kun se ajoi karille, ja poliisi kertoo että yhdeksän on "
          "loukkaantunut.",
    "pl": "Prom był w drodze na wyspy, kiedy osiadł na mieliźnie, a policja mówi, że nie ma ofiar "
          "wśród załogi.",
    "cs": "Trajekt byl na cestě k ostrovům, když najel na mělčinu, a policie říká, že se nikdo nezranil.",
    "hu": "A komp a szigetek felé tartott, amikor zátonyra futott, és a rendőrség szerint nem halt "
          "meg senki.",
    "ro": "Feribotul era în drum spre insule când a eșuat, iar poliția spune că nu sunt victime și "
          "că un om lipsește.",
    "tr": "Feribot adalara giderken karaya oturdu ve polis dokuz yolcunun bu kazada yaralı olduğunu söyledi.",
    "id": "Kapal itu sedang menuju pulau ketika kandas, dan polisi mengatakan tidak ada korban "
          "dalam kecelakaan ini.",
    "ru": "Паром шёл к островам, когда сел на мель, и полиция сообщила, что никто не погиб.",
    "uk": "Пором ішов до островів, коли сів на мілину, і поліція повідомила, що ніхто не загинув.",
    "bg": "Фериботът беше на път към островите, когато заседна, и полицията каза, че няма жертви "
          "от инцидента.",
    "zh": "渡轮在前往群岛途中搁浅，警方称无人死亡。",
    "ja": "フェリーは島へ向かう途中で座礁し、警察は死者はいないと発表した。",
    "ko": "여객선이 섬으로 가던 중 좌초했으며 경찰은 사망자가 없다고 밝혔다.",
    "ar": "كانت العبارة في طريقها إلى الجزر عندما جنحت وقالت الشرطة إنه لا يوجد قتلى",
    "fa": "کشتی در راه جزیره به گل نشست و پلیس گفت که کسی کشته نشده است",
    "he": "המעבורת הייתה בדרכה לאיים כשעלתה על שרטון, והמשטרה מסרה כי אין הרוגים",
    "el": "Το πλοίο πήγαινε προς τα νησιά όταν προσάραξε, και η αστυνομία λέει ότι δεν υπάρχουν νεκροί.",
    "hi": "नौका द्वीपों की ओर जा रही थी जब वह फंस गई, और पुलिस ने कहा कि कोई नहीं मरा।",
}  # fmt: skip
"""One sentence in each language, made up."""


@pytest.mark.parametrize("language", TEXTS)
def test_one_sentence_of_news_says_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_that_declares_another_language_is_not_believed(language: str) -> None:
    declared = "fr" if language != "fr" else "de"
    assert language_of(TEXTS[language], declared) == language


@pytest.mark.parametrize("text", ["", "123 456", "Norvik.", "Anna Berg, Nordline", "12 – 4", "“???”"])
def test_what_is_too_short_to_say_is_undetermined(text: str) -> None:
    assert language_of(text) == "und"


@pytest.mark.parametrize("text", ["", "Norvik.", "Anna Berg, Nordline"])
def test_of_a_text_too_short_to_say_the_page_is_believed(text: str) -> None:
    assert language_of(text, "de-AT") == "de"


def test_near_relatives_are_kept_apart_by_the_page() -> None:
    assert agreed("nb", "da") == "nb"
    assert agreed("sr", "hr") == "sr"
    assert agreed("en", "hr") == "hr"


def test_a_long_text_in_a_language_that_is_not_known_says_so_with_its_script() -> None:
    welsh = "Roedd y fferi ar ei ffordd i'r ynysoedd pan aeth yn sownd " * 6
    assert language_of(welsh) == "und-Latn"
    assert language_of(welsh, "cy") == "cy"
    assert language_of(welsh, "en") == "und-Latn"


def test_quotations_and_names_in_another_script_do_not_make_a_text_foreign() -> None:
    assert language_of(f"{TEXTS['en']} “Никто не погиб”, Иван Петров (Іван Петров) told the paper.") == "en"
    assert language_of(f"{TEXTS['zh']} Nordline, Anna Berg") == "zh"


@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(["upper", "title", "casefold"]), st.integers(1, 30))
def test_letter_case_and_repetition_change_nothing(language: str, how: str, times: int) -> None:
    text = getattr(TEXTS[language], how)()
    assert language_of(" ".join([text] * times)) == language


@given(st.text(max_size=300))
def test_any_text_has_a_language_tag_and_never_an_error(text: str) -> None:
    found = language_of(text)
    assert found in {*COMMON_WORDS, *TEXTS} or found.startswith("und") or len(found) == 2


@pytest.mark.parametrize("text", ["d d", "the the the", "a a a a"])
def test_one_word_again_and_again_shows_no_language(text: str) -> None:
    assert language_of(text).startswith("und")


@given(st.text(alphabet="bcdfgjkqxz ", max_size=2_000))
def test_letters_that_make_no_words_are_no_language_that_is_known(text: str) -> None:
    assert language_of(text) in ("und", "und-Latn")


def test_the_language_of_a_page_is_checked_against_its_text(tmp_path: Path) -> None:
    body = "".join(f"<p>{TEXTS['de']}</p>" for _ in range(3))
    page = tmp_path / "page.html"
    page.write_text(
        f"<html lang='en'><head><title>x</title></head><body><article><h1>Fähre läuft auf Grund</h1>"
        f"{body}</article></body></html>",
        "utf-8",
    )
    assert read_article(page).language == "de"


@pytest.mark.parametrize(
    "line",
    ["3. Dezember 2025", "3 décembre 2025", "3 de diciembre de 2025", "3 dicembre 2025", "3 grudnia 2025",
     "3 декабря 2025 года", "3 грудня 2025", "2025年12月3日", "3. Dezember 2025, 14:30 Uhr"],
)  # fmt: skip
def test_a_day_above_an_article_in_another_language_is_when_it_was_published(
    line: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Fähre läuft vor Norvik auf Grund\n\n{line}\n\n{TEXTS['de']}\n", "utf-8")
    article = read_article(page)
    assert str(article.published) == "2025-12-03"
    assert [article.slice(block) for block in article.paragraphs] == [TEXTS["de"]]
