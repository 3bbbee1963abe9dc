"""How bytes become text: exactly, and with a word about it whenever they were not UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff import read_article
from newsdiff.readers import UnreadableArticleError
from newsdiff.readers.files.decoding import decode

ENGLISH = "The “talks” at the Café Müller were useful, he said — it’s over. " * 3
RUSSIAN = "Президент заявил в понедельник, что переговоры продолжатся в Москве на следующей неделе. " * 3
JAPANESE = "日本の首相は月曜日に東京で記者会見を開き、新しい経済政策を発表した。" * 3


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "line\r\nends\rof\nall kinds",
        "\ufeffmarked",
        "café 日本 🙂",
        "a tab\tand one \x00 in a line of sixty characters or so, no more than that",
    ],
)
def test_utf8_is_taken_as_it_stands_without_a_remark(text: str) -> None:
    decoded = decode(text.encode("utf-8"), "a.txt")
    assert (decoded.text, decoded.remark) == (text, None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_wide_unicode_is_recognised_with_and_without_its_mark(encoding: str) -> None:
    decoded = decode(ENGLISH.encode(encoding), "a.txt")
    assert decoded.text == ENGLISH
    assert decoded.remark == f"decoded as {encoding}"


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        ("The café was closed.", "latin-1", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "gb18030", "gb18030"),
    ],
)
def test_other_encodings_are_detected_and_named(text: str, encoding: str, said: str) -> None:
    decoded = decode(text.encode(encoding), "a.txt")
    assert decoded.text == text
    assert decoded.remark == f"decoded as {said}"


def test_a_declared_encoding_is_believed_when_it_fits() -> None:
    page = 'charset="iso-8859-2"\n\nPożar wybuchł późno w nocy.'
    assert decode(page.encode("iso-8859-2"), "a.txt").text == page


@pytest.mark.parametrize(
    "declared", ["utf-16", "unicode_escape", "punycode", "hex", "no-such-thing", "undefined"]
)
def test_a_declaration_that_cannot_be_true_is_passed_over(declared: str) -> None:
    page = f"charset={declared} The café was closed."
    assert decode(page.encode("cp1252"), "a.txt").text == page


def test_utf8_with_a_damaged_byte_is_still_utf8() -> None:
    data = ENGLISH.encode()
    decoded = decode(data[:20] + b"\xff" + data[20:], "a.txt")
    assert decoded.text.replace("\ufffd", "") == ENGLISH
    assert decoded.remark == "decoded as UTF-8 with 1 damaged character shown as \ufffd"


def test_an_encoded_lone_surrogate_never_becomes_one() -> None:
    decoded = decode(b"before \xed\xa0\x80 after", "a.txt")
    assert not any("\ud800" <= char <= "\udfff" for char in decoded.text)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and so on",
        b"PK\x03\x04 a word file",
        b"\x89PNG\r\n",
        bytes(range(256)) * 9,
        b"\x00\x01\x02" * 99,
        b"\x00" * 64,
    ],
    ids=["pdf", "zip", "png", "all bytes", "control bytes", "zeros"],
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(
        UnreadableArticleError, match=r"^a\.txt: is not a text file: save the article as plain text"
    ):
        decode(data, "a.txt")


@given(data=st.binary(max_size=400) | st.text(max_size=100).map(lambda text: text.encode("utf-16")))
@example(data=b"\xff\xfe\x00\xd8")
@example(data=b"\xff\xfe\x00\x00\x00")
@example(data=b"charset=utf-7 +AGE-\xff")
def test_any_bytes_make_an_article_or_one_clear_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file: Path = tmp_path_factory.mktemp("any") / "any.txt"
    file.write_bytes(data)
    try:
        article = read_article(file)
    except UnreadableArticleError as refused:
        line = str(refused)
    else:
        article.text.encode("utf-8")
        line = "".join(article.slice(block) for block in article.blocks).strip()[:1] and f"{file}: read"
    assert line.startswith(f"{file}: ")
    assert "\n" not in line
