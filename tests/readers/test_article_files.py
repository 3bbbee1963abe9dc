"""One file as an article: what is known about it, and every way in which a file may be unusable."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from newsdiff import read_article
from newsdiff.readers import UnreadableArticleError
from newsdiff.readers.files.article import MOST_PARAGRAPHS
from newsdiff.readers.files.decoding import MOST_BYTES

PROSE = (
    "A fire in a road tunnel injured ten people on Monday, the police said.\n\n"
    "The tunnel was closed until the evening."
)


def written(folder: Path, text: str, name: str = "page.txt") -> Path:
    """A file with that text."""
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


def trouble_with(path: Path) -> str:
    """The line that says why a file is no article."""
    with pytest.raises(UnreadableArticleError) as raised:
        read_article(path)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_the_text_is_the_files_content_untouched(tmp_path: Path) -> None:
    text = "\ufeffHeadline of the day\r\n\r\n  Body text, and more of it.  \r\n"
    article = read_article(written(tmp_path, text))
    assert article.text == text
    assert [article.slice(block) for block in article.paragraphs] == ["Body text, and more of it."]
    assert article.title == "Headline of the day"


def test_an_article_is_called_after_its_file_when_no_outlet_is_known(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, PROSE, "my page (2).txt")).id == "my-page-2"
    assert read_article(written(tmp_path, PROSE, "☃.txt")).id == "article"


def test_block_ids_carry_the_articles_id(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, "By Ann Lee\n\n" + PROSE))
    assert [block.id for block in article.blocks] == ["page.b1", "page.p1", "page.p2"]


def test_the_source_is_the_files_name_never_a_path(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, PROSE))
    assert article.source == "page.txt"


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\ufeff \n\u200b"])
def test_an_empty_file_is_refused(tmp_path: Path, text: str) -> None:
    assert trouble_with(written(tmp_path, text)) == (
        f"{tmp_path}/page.txt: is empty: put the article's text into it"
    )


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert trouble_with(tmp_path / "gone.txt") == (
        f"{tmp_path}/gone.txt: there is no such file: check the name"
    )


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert "is a folder, not an article" in trouble_with(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_read_permission_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, PROSE)
    file.chmod(0)
    assert "is not readable" in trouble_with(file)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "is not a regular file" in trouble_with(pipe)


def test_an_unknown_type_is_refused_naming_the_types_that_are_read(tmp_path: Path) -> None:
    assert ".txt, .text, .md, .markdown" in trouble_with(written(tmp_path, PROSE, "page.csv"))


def test_a_file_without_suffix_is_plain_text(tmp_path: Path) -> None:
    assert len(read_article(written(tmp_path, PROSE, "page")).paragraphs) == 2


def test_a_file_beyond_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.truncate(MOST_BYTES + 1)
    assert "has 20 MB, more than the 20 MB" in trouble_with(file)


def test_ten_megabytes_are_read(tmp_path: Path) -> None:
    sentence = "The tunnel was closed in both directions until the evening, and drivers took the pass road. "
    text = "\n\n".join(f"{number} {sentence * 20}" for number in range(5_500))
    article = read_article(written(tmp_path, text))
    assert len(text) > 10_000_000
    assert len(article.paragraphs) == 5_500


def test_ten_megabytes_of_the_same_again_are_the_same_once(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, f"{PROSE}\n\n" * 90_000))
    assert len(article.text) > 10_000_000
    assert len(article.paragraphs) == 2


def test_too_many_paragraphs_are_no_article(tmp_path: Path) -> None:
    text = "\n\n".join(f"Sentence {number} is not the last of them." for number in range(MOST_PARAGRAPHS + 1))
    assert "has 10,001 paragraphs; it is not an article" in trouble_with(written(tmp_path, text))


def test_a_million_lines_are_no_article(tmp_path: Path) -> None:
    assert "has 1,000,000 lines; it is not an article" in trouble_with(written(tmp_path, "a\n" * 1_000_000))


def test_a_page_without_body_text_is_an_article_with_a_remark(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, "Advertisement\n\nSign up for our newsletter."))
    assert article.paragraphs == ()
    assert article.remarks == ("no body text found: all of it looks like navigation, captions or promotion",)


def test_the_samples_say_who_published_them_and_when(seeds: Path) -> None:
    time, alahed, vot, sky, watson = (read_article(file) for file in sorted(seeds.glob("*.txt")))
    assert (time.id, time.outlet, time.byline) == ("time", "TIME", "Olivia-Anne Cleary")
    assert time.title is not None
    assert time.title.startswith("Putin Issues Grave Warning to Europe")
    assert (alahed.outlet, alahed.byline, alahed.published) == (None, "Staff, Agencies", date(2025, 12, 3))
    assert (vot.title or "").endswith("“We Are Ready to Fight Europe”")
    assert vot.published == date(2025, 12, 4)
    assert (sky.id, sky.outlet, sky.country, sky.published) == ("sky", "Sky News", "United Kingdom", None)
    assert (watson.title, watson.published) == (None, date(2025, 12, 3))
    assert {article.language for article in (time, alahed, vot, sky, watson)} == {"en"}
