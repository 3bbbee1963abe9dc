"""Text in ASCII."""

from __future__ import annotations

from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.letters import COMMON, to_ascii


def test_the_table_of_common_letters_says_what_the_tables_of_all_letters_say() -> None:
    assert {chr(code): plain for code, plain in COMMON.items()} == {
        chr(code): anyascii(chr(code)) for code in COMMON
    }


@given(st.text())
def test_any_text_becomes_what_the_tables_of_all_letters_make_of_it(text: str) -> None:
    assert to_ascii(text) == anyascii(text)


def test_names_of_news_lose_their_marks() -> None:
    assert to_ascii("Erdoğan’s “Wałęsa” – São Tomé, Зеленский") == 'Erdogan\'s "Walesa" - Sao Tome, Zelenskiy'
