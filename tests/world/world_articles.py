"""A small world of five countries: an event that Ireland does not report, and one that only it does."""

from __future__ import annotations

from datetime import date, timedelta

from newsdiff.library import Library
from newsdiff.model import Article, Block, numbered
from newsdiff.readers.metadata.outlets import short_name

OUTLETS = {
    "IE": ("Harbour Post", "Morning Anchor", "Lantern"),
    "FR": ("Le Phare",),
    "NO": ("Fjordbladet",),
    "GB": ("The Ridge", "Copper Herald"),
    "US": ("Granite Ledger",),
}
NAMES = {"IE": "Ireland", "FR": "France", "NO": "Norway", "GB": "United Kingdom", "US": "United States"}
MISSED = "Ten hurt in Norvik tunnel fire"
MISSED_TOO = "Six hurt in Tarvos quarry slide"
OWN_TOO = "Quarry walls give way near Lorham"
OWN = "Lindau ferry goes aground"
SHARED = "Oslo trams stand still"


def article(outlet: str, country: str, title: str, words: str, day: date) -> Article:
    """An article of one paragraph that no other repeats."""
    text = f"{title}\n\n{words} {outlet} has its own words on it, {words.split()[-1]} and {outlet.lower()}."
    blocks = [Block("", "title", 0, len(title)), Block("", "paragraph", len(title) + 2, len(text))]
    name = short_name(outlet)
    address = f"https://{name}.example/{abs(hash_of(title))}"
    return Article(
        name, address, text, numbered(name, blocks), title=title, outlet=outlet, country=NAMES[country],
        published=day, url=address,
    )  # fmt: skip


def hash_of(title: str) -> int:
    """A number for a title, the same in every run."""
    return sum(ord(letter) * place for place, letter in enumerate(title, 1))


def fill(library: Library, today: date | None = None) -> None:
    """Put the small world into a library: each event under its title, whatever grouping would say."""
    today = today or date.today()
    events: dict[str, list[Article]] = {MISSED: [], OWN: [], SHARED: []}
    for code, outlets in OUTLETS.items():
        for outlet in outlets:
            if code != "IE":
                events[MISSED].append(
                    article(outlet, code, MISSED, f"Firefighters of {code} watched.", today)
                )
            else:
                events[OWN].append(article(outlet, code, OWN, f"Tugs came from {outlet}.", today))
            events[SHARED].append(article(outlet, code, SHARED, f"Nobody drove in {outlet}.", today))
    for number in range(2):
        for code, outlets in OUTLETS.items():
            for outlet in outlets:
                title = f"Notes {number} of {outlet}"
                day = today - timedelta(days=number)
                events[title] = [article(outlet, code, title, f"Page {number} of {outlet}.", day)]
    for title, articles in events.items():
        library.events.place(articles, event=title)


def fill_more(library: Library) -> None:
    """Put a second event into the library that Ireland does not report, and a second that only it does."""
    for title, at_home in ((MISSED_TOO, False), (OWN_TOO, True)):
        articles = [
            article(outlet, code, title, f"Rescuers of {outlet} dug.", date.today())
            for code, outlets in OUTLETS.items()
            if (code == "IE") is at_home
            for outlet in outlets
        ]
        library.events.place(articles, event=title)
