"""From an empty library and a list of four feeds to five events to read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from newsdiff import compare
from newsdiff.cli import cli
from newsdiff.library import open_library
from tests.fetching.local_server import LocalServer, page, serving
from tests.incoming.feed_texts import article_page, html, item, opml, rss
from tests.journeys.terminal import Terminal

EVENTS = {
    "Lindau bridge closed": (
        "The harbour bridge in Lindau was closed on Monday after cracks were found in two pillars.",
        "Mayor Claudia Weber said that 3,400 cars a day must go around Lake Constance until spring.",
        "Bavaria will pay 12 million euros for the repair of the bridge, which takes fourteen weeks.",
        "Shopkeepers in Lindau fear for the Christmas season and ask for a ferry across the harbour.",
        "The last inspection of the pillars, in 2021, had found no cracks.",
    ),
    "Ferry aground off Skopelos": (
        "A ferry with 214 passengers ran aground off the island of Skopelos in thick fog on Tuesday morning.",
        "The Greek coast guard took everyone off the Aegean Star in three hours; six people were bruised.",
        "Captain Nikos Pappas told the port authority that the radar had failed minutes before.",
        "Divers found a tear of nine metres in the hull, but no oil has leaked off Skopelos.",
        "The shipping company Sporades Lines said that the ferry had passed its inspection in May.",
    ),
    "Nobel chemist Ana Ruiz dies": (
        "The chemist Ana Ruiz, who won the Nobel Prize for her work on enzymes, has died in Seville aged 91.",
        "Ruiz taught for forty years at the University of Seville and wrote 300 papers on enzymes.",
        "Her student Pilar Romero called Ruiz the most patient teacher that chemistry in Spain has had.",
        "The university will name its new laboratory after Ruiz and flew its flag at half mast.",
        "She leaves a son and four grandchildren, the family said in Seville.",
    ),
    "Oslo strike halts trams": (
        "Tram drivers in Oslo walked out on Wednesday and left 160,000 commuters looking for buses.",
        "The union Fagforbundet wants 7.5 percent more pay for drivers; the tram company Sporveien offers 4.",
        "Negotiator Ingrid Dahl said that talks with Sporveien had lasted eighteen hours before they failed.",
        "Schools in Oslo opened two hours late because teachers could not reach them.",
        "The mediator has called both sides to a new round of talks on Friday.",
    ),
    "Wildfire near Knysna contained": (
        "Firefighters in South Africa contained a wildfire near Knysna that had burned 5,200 hectares.",
        "Some 900 residents of Knysna went home after four nights in a sports hall and two churches.",
        "Fire chief Sipho Ndlovu said that eleven helicopters dropped water from the lagoon on the flames.",
        "Thirty-one houses burned down; insurers put the damage of the wildfire at 400 million rand.",
        "Police are looking for a camper whose stove may have started the fire in the forest.",
    ),
}
OUTLETS = ("The Bay Courier", "Morning Ledger", "Northern Post", "The Daily Lantern")


def article(event: str, outlet: int, number: int) -> tuple[str, tuple[str, ...]]:
    """One of the two articles of an outlet on an event: other order, one paragraph left out, own words."""
    sentences = list(EVENTS[event])
    turn = (outlet * 2 + number) % len(sentences)
    sentences = sentences[turn:] + sentences[:turn]
    left_out = sentences.pop(-1 - number)
    closing = (
        f"{OUTLETS[outlet]} will follow the story; earlier it was told that {left_out.split(',')[0].lower()}."
    )
    return f"{event}: report {number + 1} of {OUTLETS[outlet]}", (*sentences, closing)


@pytest.fixture
def servers() -> Iterator[list[LocalServer]]:
    """Four outlets, each with a feed of ten articles: two carry whole texts, two only teasers."""
    with ExitStack() as stack:
        found = []
        for outlet in range(4):
            site = stack.enter_context(serving())
            items = []
            for place, event in enumerate(EVENTS):
                for number in range(2):
                    title, sentences = article(event, outlet, number)
                    path = f"/news/{place}-{number}.html"
                    site.pages[path] = page(article_page(title, sentences))
                    whole = {"content": html(sentences)} if outlet % 2 else {"teaser": sentences[0]}
                    items.append(item(path, title, **whole))
            feed = rss(*items).replace("The Bay Courier", OUTLETS[outlet])
            site.pages["/feed"] = page(feed, "application/rss+xml")
            found.append(site)
        yield found


def test_four_feeds_with_forty_articles_become_the_five_events_they_report(
    servers: list[LocalServer], tmp_path: Path
) -> None:
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(opml(*(site.url("/feed") for site in servers)))
    data = tmp_path / "data"
    added = CliRunner().invoke(cli, ["--data-dir", str(data), "add", "--allow-private", str(feeds)])
    assert (added.exit_code, added.output) == (
        0,
        "40 added, 0 unchanged, 0 newer version, 0 skipped in 5 events\n",
    )
    with open_library(data) as library:
        events = library.events.all()
        sentences = {event.id: {name for name in EVENTS if name in (event.title or "")} for event in events}
        assert sorted(name for names in sentences.values() for name in names) == sorted(EVENTS)
        for event in events:
            articles = library.events.articles(event.id)
            assert len(articles) == 8
            assert {article.outlet for article in articles} == set(OUTLETS)
            assert {len(article.paragraphs) for article in articles} == {5}
            comparison = compare(articles)
            assert any(len(row.reported_by) == 8 for row in comparison.rows)
    again = CliRunner().invoke(cli, ["--data-dir", str(data), "add", "--allow-private", str(feeds)])
    assert again.output.startswith("0 added, 40 unchanged")

    with Terminal(["--data-dir", str(data)], tmp_path, lines=60) as terminal:
        shown = terminal.wait_for("newsdiff › library", *EVENTS)
        assert shown.count("4 outlets") == 5
        terminal.type("j\r")
        terminal.wait_for("Worth a look")
        terminal.type("B")
        shown = terminal.wait_for("row 1 of", "▸1 ", "│ 2 ", "│ 3 ", "level normal")
        panes = next(line for line in shown.splitlines() if "▸1 " in line)
        assert sum(outlet[:8] in panes for outlet in OUTLETS) >= 2, panes  # long names are cut
        terminal.type("\x11")  # ctrl+q
        assert terminal.wait_for_end() == 0
