"""What the summary says of pages that are more or less than an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.ingest import ingest
from newsdiff.incoming.local import files_of, read_file
from newsdiff.incoming.web import Access, from_address
from newsdiff.library import Library
from tests.fetching.local_server import LocalServer, page

PAGES = Path(__file__).parents[1] / "readers" / "pages"


def arrivals(*names: str) -> list[Arrival]:
    return [arrival for name in names for arrival in read_file(PAGES / name)]


@pytest.mark.parametrize("names", [("amp.html", "news_article.html"), ("news_article.html", "amp.html")])
def test_an_amp_page_and_the_normal_page_land_once(library: Library, names: tuple[str, str]) -> None:
    outcomes = ingest(arrivals(*names), library).outcomes
    assert [outcome.state for outcome in outcomes] == ["added", "unchanged"]
    assert outcomes[0].article == outcomes[1].article


def test_other_stories_around_it_make_no_newer_version_and_other_words_in_it_do(
    library: Library, tmp_path: Path
) -> None:
    html = (PAGES / "news_article.html").read_text("utf-8")
    later, changed = tmp_path / "later.html", tmp_path / "changed.html"
    later.write_text(html.replace("Rovers sack manager", "Rovers find manager"), "utf-8")
    changed.write_text(html.replace("none is in danger", "one is in danger"), "utf-8")
    files = (PAGES / "news_article.html", later, changed)
    summary = ingest([arrival for file in files for arrival in read_file(file)], library)
    assert [outcome.state for outcome in summary.outcomes] == ["added", "unchanged", "newer version"]
    assert {outcome.event for outcome in summary.outcomes} == {event.id for event in library.events.all()}


def test_a_dry_run_knows_the_amp_page_too() -> None:
    outcomes = ingest(arrivals("amp.html", "news_article.html"), None).outcomes
    assert [outcome.state for outcome in outcomes] == ["added", "unchanged"]


def test_the_beginning_of_an_article_is_added_and_said_to_be_cut(library: Library) -> None:
    (outcome,) = ingest(arrivals("paywall_stub.html"), library).outcomes
    assert outcome.state == "added"
    assert outcome.reason.startswith("behind a paywall: only the first 2 paragraphs")
    (source,) = library.events.sources(outcome.event or "")
    assert source.remarks == (outcome.reason,)


def test_in_a_folder_a_list_is_skipped_and_the_articles_are_added(library: Library) -> None:
    found = [arrival for file in files_of(str(PAGES)) for arrival in read_file(file)]
    summary = ingest(found, library)
    assert (summary.count("added"), summary.count("unchanged"), summary.count("skipped")) == (3, 1, 1)
    (skipped,) = [outcome for outcome in summary.outcomes if outcome.state == "skipped"]
    assert skipped.source == f"{PAGES}/section_front.html"
    assert skipped.reason.startswith("is a list of 20 headlines, not an article: add the pages")


def test_an_address_with_a_list_is_refused_with_what_to_do(server: LocalServer, access: Access) -> None:
    server.pages["/coast"] = page((PAGES / "section_front.html").read_bytes())
    (arrival,) = from_address(server.url("/coast"), Access(access.fetcher, allow_private=True))
    assert arrival.article is None
    assert "a list of 20 headlines, not an article: add the pages" in (arrival.problem or "")


def test_of_a_page_with_only_other_headlines_its_own_is_added_with_a_warning(
    library: Library, tmp_path: Path
) -> None:
    lines = ["Ferry runs aground off Hallow Point", "Council votes to close three libraries in the east"]
    lines += ["Thatched pub destroyed by fire again", "Rovers sack manager after nine defeats in a row"]
    (tmp_path / "a.txt").write_text("\n\n".join(lines), "utf-8")
    (outcome,) = ingest(read_file(tmp_path / "a.txt"), library).outcomes
    assert (outcome.state, outcome.reason) == ("added", "little of an article: 3 headlines of other stories")
    assert library.events.get(outcome.event or "").title == lines[0]
