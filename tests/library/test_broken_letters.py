"""Letters that an earlier version stored broken are made whole, where that is certain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.library import open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.maintenance import check_library
from newsdiff.library.tables.texts.letters import is_certain, mended
from newsdiff.model import Article
from newsdiff.readers import EventReading
from newsdiff.readers.files.article import article_of

WHOLE = "Début à Orléans\n\nLe préfet a été reçu à l’hôtel de ville, où il a parlé.\n\nIl est né à Besançon."


def broken(text: str, encoding: str = "latin-1") -> str:
    """As an earlier version stored it: raw letters broken, those given as entities whole."""
    return "’".join(part.encode().decode(encoding) for part in text.split("’"))


def stored(text: str, url: str | None = None) -> Article:
    """An article as a feed brings it."""
    article = article_of(text.encode(), "feed.txt", ".txt")
    return replace(article, title=text.split("\n")[0], url=url, outlet="Le Courrier")


def test_a_broken_article_of_an_older_library_is_whole_after_the_next_addition(tmp_path: Path) -> None:
    address = "https://example.org/d%C3%83%C2%A9but"
    with open_library(tmp_path) as library:
        event = library.events.add(EventReading("[event]", (stored(broken(WHOLE), address),))).id
        (article,) = library.events.articles(event)
        at = article.text.index("Il ")
        library.notes.add(event, "who?", [target_on(article, at, at + 2)])
        other = stored("A bus fell into the river\n\nIt fell in the morning, police said on Monday.")
        library.events.place([replace(other, source="other.txt")])
        (whole,) = library.events.articles(event)
        assert whole.text == WHOLE
        assert whole.title == "Début à Orléans"
        assert whole.url == "https://example.org/d%C3%A9but"
        assert [whole.slice(block) for block in whole.paragraphs][-1] == "Il est né à Besançon."
        (note,) = library.notes.of(event)
        assert note.targets[0].span is not None
        assert whole.text[slice(*note.targets[0].span)] == "Il"
        assert library.events.versions(event, whole.id)[1][1].text == broken(WHOLE)
    assert check_library(tmp_path).problems == ()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize(
    "text", [WHOLE, "Żółw i łódź", "Киев и Москва", "東京の天気", "Größe, Füße", "naïve café"]
)
def test_what_is_broken_beyond_doubt_becomes_what_it_was(text: str, encoding: str) -> None:
    try:
        wrong = broken(text, encoding)
    except UnicodeDecodeError:
        pytest.skip("Windows-1252 lacks one of these bytes")
    assert is_certain((wrong,))
    assert mended(wrong)[0] == text
    assert not is_certain((text,))


@pytest.mark.parametrize(
    "text",
    [
        "A plain text with nothing in it.",
        "In São Paulo, IRMÃ DULCE e a PÃO DE AÇÚCAR.",
        "The bug shows “cafÃ©” where the menu says café.",
        "«Â», said the teacher, is an A with a hat.",
        "One Ã© alone is no proof.",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert not is_certain((text,))
