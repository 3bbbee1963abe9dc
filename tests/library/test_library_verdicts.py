"""Verdicts are on the disk at once, follow their words into newer texts, and go where their articles go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.library import (
    Library,
    LibraryError,
    NotInLibraryError,
    StoredEvent,
    StoredVerdict,
    VerdictTarget,
    View,
    open_library,
)
from newsdiff.library.anchors import target_on


def given(library: Library, event: StoredEvent, articles: tuple[int, int] = (0, 1)) -> StoredVerdict:
    """A confirmed difference between the first words of two articles."""
    texts = library.events.articles(event.id)
    targets = []
    for part, number in enumerate(articles):
        start = texts[number].paragraphs[1].start
        targets.append(VerdictTarget(target_on(texts[number], start, start + 24, kind="detail"), part))
    return library.verdicts.add(event.id, "confirmed", targets, label="the toll", detail_kind="number")


def test_a_verdict_keeps_everything(folder: Path, library: Library, event: StoredEvent) -> None:
    verdict = given(library, event)
    with open_library(folder) as other:
        (found,) = other.verdicts.of(event.id)
    assert found == verdict
    assert (found.kind, found.label, found.detail_kind) == ("confirmed", "the toll", "number")
    assert [one.part for one in found.targets] == [0, 1]
    assert library.changes_since(0).items[-1].kind == "verdict"


def test_a_verdict_that_is_taken_back_can_come_again(library: Library, event: StoredEvent) -> None:
    verdict = given(library, event)
    library.verdicts.delete(verdict.id)
    assert library.verdicts.of(event.id) == ()
    library.verdicts.restore(verdict.id)
    assert library.verdicts.of(event.id) == (verdict,)


def test_verdicts_come_in_the_order_in_which_they_were_given(library: Library, event: StoredEvent) -> None:
    made = [given(library, event, (0, number)) for number in (1, 2, 3)]
    assert [one.id for one in library.verdicts.of(event.id)] == [one.id for one in made]


def test_a_verdict_follows_its_words_into_a_newer_text(library: Library, event: StoredEvent) -> None:
    given(library, event)
    old = library.events.articles(event.id)[0]
    text = "A new first line of the page.\n\n" + old.text
    blocks = tuple(replace(block, start=block.start + 31, end=block.end + 31) for block in old.blocks)
    library.events.add_articles(event.id, [replace(old, text=text, blocks=blocks)])
    (verdict,) = library.verdicts.of(event.id)
    span = verdict.targets[0].target.span
    assert span is not None
    assert text[slice(*span)] == verdict.targets[0].target.exact


def test_a_verdict_whose_words_are_gone_is_an_orphan_until_they_are_back(
    library: Library, event: StoredEvent
) -> None:
    given(library, event)
    old = library.events.articles(event.id)[0]
    gone = old.paragraphs[1]
    text = old.text[: gone.start] + "x" * (gone.end - gone.start) + old.text[gone.end :]
    library.events.add_articles(event.id, [replace(old, text=text)])
    assert any(one.target.is_orphan for one in library.verdicts.of(event.id)[0].targets)
    library.events.add_articles(event.id, [old])
    assert not any(one.target.is_orphan for one in library.verdicts.of(event.id)[0].targets)


def test_a_saved_comparison_has_the_verdicts_that_stand_on_its_sources_alone(
    library: Library, event: StoredEvent
) -> None:
    inside, across = given(library, event, (0, 1)), given(library, event, (0, 2))
    names = [article.id for article in library.events.articles(event.id)]
    some = library.saved.add(event.id, "some", View(sources=tuple(names[:2])))
    everything = library.saved.add(event.id, "all", View())
    assert library.verdicts.of_saved(some.id) == (inside,)
    assert library.verdicts.of_saved(everything.id) == (inside, across)


def test_verdicts_go_with_the_articles_that_they_stand_on_alone(library: Library, event: StoredEvent) -> None:
    inside, across = given(library, event, (0, 1)), given(library, event, (0, 2))
    names = [article.id for article in library.events.articles(event.id)]
    other = library.events.split(event.id, names[:2])
    assert [one.id for one in library.verdicts.of(other.id)] == [inside.id]
    assert [one.id for one in library.verdicts.of(event.id)] == [across.id]


def test_verdicts_go_with_an_event_that_is_put_into_another_and_come_back(
    library: Library, event: StoredEvent
) -> None:
    names = [article.id for article in library.events.articles(event.id)]
    other = library.events.split(event.id, names[:2])
    articles = library.events.articles(other.id)
    targets = [VerdictTarget(target_on(article, 0, 20), part) for part, article in enumerate(articles)]
    verdict = library.verdicts.add(other.id, "dismissed", targets)
    library.events.join(other.id, event.id)
    assert [one.id for one in library.verdicts.of(event.id)] == [verdict.id]
    library.events.unjoin(event.id)
    assert [one.id for one in library.verdicts.of(other.id)] == [verdict.id]
    assert library.verdicts.of(event.id) == ()


def test_a_verdict_makes_the_overview_of_its_event_stale(library: Library, event: StoredEvent) -> None:
    from newsdiff.library import Overview

    library.events.keep_overview(event.id, Overview(3))
    given(library, event)
    assert library.events.get(event.id).overview is None


def test_what_is_no_verdict_is_refused(library: Library, event: StoredEvent) -> None:
    with pytest.raises(LibraryError, match="stands on words"):
        library.verdicts.add(event.id, "confirmed", [])
    with pytest.raises(NotInLibraryError):
        library.verdicts.delete("0" * 16)
