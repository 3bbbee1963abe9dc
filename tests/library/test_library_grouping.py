"""Articles that come in find their events; what the reader puts right stays."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from newsdiff.library import Library, NotInLibraryError
from newsdiff.library.anchors import target_on
from newsdiff.model import Article, Block
from tests.library.library_accounts import SEEDS, article

pytestmark = pytest.mark.stores(
    "sqlite"
)  # grouping is the same code over every store: a few tests run over both
BOTH = pytest.mark.stores("sqlite", "postgresql")

PLACES = ("Valparaiso", "Kathmandu", "Izmir", "Anchorage", "Padang", "Manila")
DAY = date(2026, 3, 1)


def quake(place: str, outlet: str, day: date = DAY, magnitude: str = "6.1", dead: str = "12") -> Article:
    text = (
        f"A magnitude {magnitude} earthquake shook {place} on the morning, officials of {place} said.\n"
        f"At least {dead} people were killed in {place}, {outlet.lower()} heard, and buildings fell.\n"
        f"Rescuers looked for survivors near the harbour of {place}, where a tower had come down.\n"
    )
    return replace(
        article(f"{outlet}-{place}".lower(), text, url=f"https://{outlet}.example/{place}/{day}"),
        title=f"Earthquake of magnitude {magnitude} hits {place}",
        outlet=outlet,
        published=day,
    )


@BOTH
def test_articles_on_one_event_meet_and_look_alikes_do_not(library: Library) -> None:
    articles = [quake(place, outlet) for place in PLACES for outlet in ("North", "South", "East")]
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        placed = library.events.place(articles)
        together: dict[str, set[str]] = {}
        for item, where in zip(articles, placed, strict=True):
            together.setdefault(where.event, set()).add(str(item.title))
        assert sorted(len(titles) for titles in together.values()) == [1] * len(PLACES)


def test_two_happenings_in_one_town_are_two_events_though_nobody_else_names_the_town(
    library: Library,
) -> None:
    trams = (
        (
            "No trams run in Ardvale",
            "Tram drivers stayed home in Ardvale on Monday and demanded longer breaks.\n"
            "Nadia Ferro, who speaks for the drivers, called the rosters of Ardvale inhuman.\n"
            "Commuters walked to their offices or shared taxis, and many came late.\n",
        ),
        (
            "Tram drivers of Ardvale stay home",
            "The tram drivers of Ardvale want longer breaks and stayed home on Monday.\n"
            "Taxis were full and commuters came late to their offices in Ardvale.\n"
            "Nadia Ferro called the rosters of the drivers inhuman.\n",
        ),
    )
    zoo = (
        (
            "Wolf escapes in Ardvale",
            "A wolf escaped from the zoo in Ardvale at night through a hole in the fence, keepers said.\n"
            "The zoo of Ardvale hopes to catch the animal with a trap.\n"
            "Sheep were locked into stables, veterinarian Ines Corvo said.\n",
        ),
        (
            "Keepers hunt wolf in Ardvale",
            "Keepers look for a wolf that escaped from the zoo in Ardvale through a hole in the fence.\n"
            "A trap with meat stands near the zoo of Ardvale, veterinarian Ines Corvo said.\n"
            "Farmers locked their sheep into stables.\n",
        ),
    )
    come = [
        replace(article(f"{of}{number}", text), title=title, outlet=f"Outlet {of} {number}", published=day)
        for of, day, some in (("trams", DAY, trams), ("zoo", DAY + timedelta(days=2), zoo))
        for number, (title, text) in enumerate(some)
    ]
    for one in come:
        library.events.place([one])
    placed = {
        frozenset(source.title for source in library.events.sources(event.id))
        for event in library.events.all()
        if "Ardvale" in str(event.title)
    }
    assert placed == {frozenset(title for title, _ in some) for some in (trams, zoo)}


def test_an_event_keeps_its_id_and_takes_a_title_of_its_own_headlines(library: Library) -> None:
    (first,) = library.events.place([quake("Izmir", "North")])
    library.events.place([quake("Manila", "North"), quake("Padang", "North")])
    (second,) = library.events.place([quake("Izmir", "South")])
    assert second.event == first.event
    event = library.events.get(first.event)
    assert event.title == "Earthquake of magnitude 6.1 hits Izmir"
    assert event.first_published == DAY


def test_what_comes_twice_in_one_go_stands_where_grouping_has_put_it(library: Library) -> None:
    library.events.place([quake("Izmir", "South")])
    earlier = quake("Izmir", "North")
    changed = replace(quake("Izmir", "North", dead="19"), url=earlier.url)
    placed = library.events.place([earlier, earlier, changed])
    assert [where.state for where in placed] == ["added", "unchanged", "newer version"]
    assert {where.event for where in placed} == {event.id for event in library.events.all()}


@BOTH
def test_the_same_article_lands_once_and_a_changed_text_is_its_newer_version(library: Library) -> None:
    earlier = quake("Izmir", "North")
    changed = replace(quake("Izmir", "North", dead="19"), url=earlier.url)
    states = [library.events.place([one])[0].state for one in (earlier, earlier, changed, changed)]
    assert states == ["added", "unchanged", "newer version", "unchanged"]
    (event,) = library.events.all()
    assert len(library.events.versions(event.id, "north-izmir")) == 2


def test_a_stated_correction_outside_of_the_body_makes_a_newer_version_and_another_menu_none(
    library: Library,
) -> None:
    earlier = quake("Izmir", "North")
    menu = with_noise(earlier, "More news: Sport, Weather and Traffic")
    corrected = with_noise(
        earlier, "Correction: 12 people were killed, not 19 as this article said at first."
    )
    states = [library.events.place([one])[0].state for one in (earlier, menu, corrected, corrected)]
    assert states == ["added", "unchanged", "newer version", "unchanged"]


def with_noise(read: Article, line: str) -> Article:
    """The article with a line at its end that is no text of it."""
    text = f"{read.text}\n{line}"
    block = Block("noise", "noise", len(read.text) + 1, len(text))
    return replace(read, text=text, blocks=(*read.blocks, block))


def test_what_looks_the_same_months_later_is_another_event(library: Library) -> None:
    library.events.place([quake(place, "North") for place in PLACES])
    before = len(library.events.all())
    library.events.place([quake("Izmir", "South", DAY + timedelta(days=90), "5.8", "3")])
    assert len(library.events.all()) == before + 1


def test_an_event_named_takes_all_whatever_grouping_says(library: Library) -> None:
    placed = library.events.place([quake("Izmir", "North"), quake("Manila", "South")], event="My pile")
    assert len({where.event for where in placed}) == 1
    more = library.events.place([quake("Padang", "South")], event="My pile")
    assert more[0].event == placed[0].event
    assert library.events.get(placed[0].event).title == "My pile"


def test_articles_without_date_of_one_sentence_in_other_scripts_and_empty_ones_find_a_place(
    library: Library,
) -> None:
    odd = [
        replace(article("a", "One sentence only."), published=None),
        replace(article("b", "В Москве прошли переговоры о мире на Украине."), language="ru"),
        article("c", "x"),
        article("d", "\ud800 lone surrogate here"),
        article("e", '"quoted" AND OR NEAR( * : ^ here'),
    ]
    assert [where.state for where in library.events.place(odd)] == ["added"] * 5
    assert [where.state for where in library.events.place(odd)] == ["unchanged"] * 5


def test_two_hundred_copies_are_one_event_and_one_independent_text(library: Library) -> None:
    copies = [
        replace(quake("Izmir", "North"), id=f"o{number}", outlet=f"Outlet {number}", url=f"https://o{number}.example/")
        for number in range(200)
    ]  # fmt: skip
    library.events.place([quake("Manila", "North"), quake("Padang", "North"), *copies])
    (event,) = [found for found in library.events.all() if len(found.outlets) > 1]
    assert len(event.outlets) == 200


def test_copies_of_one_wire_text_are_reported(library: Library) -> None:
    wire = quake("Izmir", "North")
    longer = wire.text + "Our own reporter adds that the sea was calm and the ferries went on as planned.\n"
    copy = replace(article("copy", longer), outlet="Copyist", title=wire.title, published=DAY)
    library.events.place([wire, copy, quake("Manila", "North")])
    (event,) = [found for found in library.events.all() if len(found.outlets) == 2]
    assert event.independent == 1
    assert [why.copy_of for why in library.events.why(event.id)] == ["North", None]


def test_why_names_what_is_shared(library: Library) -> None:
    library.events.place([quake(place, outlet) for place in PLACES for outlet in ("North", "South")])
    for event in library.events.all():
        for why in library.events.why(event.id):
            assert why.names[0] in str(event.title)
            assert len(why.terms) == 8


@BOTH
def test_look_alikes_are_reported_with_the_names_that_keep_them_apart(library: Library) -> None:
    placed = library.events.place([quake(place, name) for place in PLACES[:3] for name in ("North", "South")])
    found = library.events.look_alikes(placed[0].event)
    assert {other.event for other in found} <= {where.event for where in placed[2:]}
    because = {other.title: other.because[0] for other in found}
    assert because["Earthquake of magnitude 6.1 hits Izmir"] == (
        "the same words, but other names: Valparaiso, there Izmir"
    )


def test_what_the_reader_put_together_in_spite_of_other_names_is_reported(library: Library) -> None:
    pile = library.events.place([quake("Izmir", "North"), quake("Manila", "South")], event="My pile")
    alone = library.events.place([quake("Padang", name) for name in ("North", "South")])
    against = [why.against for why in library.events.why(pile[0].event)]
    assert against[0] == "South: the same words, but other names: Izmir, there Manila; no rare name in common"
    assert [why.against for why in library.events.why(alone[0].event)] == [None, None]


@BOTH
def test_a_split_is_kept_when_more_articles_arrive(library: Library) -> None:
    placed = library.events.place([quake("Izmir", "North"), quake("Izmir", "South")])
    assert placed[0].event == placed[1].event
    made = library.events.split(placed[0].event, [placed[1].article], title="Another quake")
    library.events.place([quake("Izmir", "East"), quake("Izmir", "West")])
    assert made.title == "Another quake"
    alive = {event.id for event in library.events.all()}
    assert {placed[0].event, made.id} <= alive
    assert library.events.place([quake("Izmir", "South")])[0].event == made.id


def test_notes_go_with_the_article_that_is_moved(library: Library) -> None:
    placed = library.events.place([quake("Izmir", "North"), quake("Manila", "South")])
    izmir, manila = placed
    (text,) = library.events.articles(izmir.event)
    note = library.notes.add(izmir.event, "check", [target_on(text, 0, 5)])
    library.events.move(izmir.event, izmir.article, manila.event)
    assert [found.id for found in library.notes.of(manila.event)] == [note.id]
    assert len(library.events.articles(manila.event)) == 2


@BOTH
def test_joining_keeps_notes_links_and_saved_comparisons(library: Library) -> None:
    from newsdiff.library import View

    one = library.events.place([quake("Izmir", "North"), quake("Izmir", "South")])[0]
    other = library.events.place(
        [replace(quake("Manila", name), id=f"{name}-izmir".lower()) for name in ("North", "South")]
    )[0]
    texts = library.events.articles(other.event)
    library.notes.add(other.event, "check", [target_on(texts[0], 0, 5)])
    library.reading.link(other.event, f"{texts[0].id}.p1", f"{texts[1].id}.p1")
    library.saved.add(other.event, "Mine", View(base=texts[0].id))
    joined = library.events.join(other.event, one.event)
    assert len(joined.outlets) == 4
    assert [note.body for note in library.notes.of(one.event)] == ["check"]
    (link,) = library.reading.links(one.event)
    assert link.a == "north-izmir-2.p1"
    (saved,) = library.saved.of(one.event)
    assert saved.view.base == "north-izmir-2"
    with pytest.raises(NotInLibraryError):
        library.events.get(other.event)


def test_nothing_joins_a_pinned_event(library: Library) -> None:
    (first,) = library.events.place([quake("Izmir", "North")])
    library.events.pin(first.event)
    (second,) = library.events.place([quake("Izmir", "South")])
    assert second.event != first.event


def test_the_five_articles_of_the_sample_find_one_another_in_an_empty_library(library: Library) -> None:
    from newsdiff.readers import read_event

    placed = library.events.place(read_event([SEEDS]).articles)
    assert len({where.event for where in placed}) == 1


@pytest.mark.parametrize("at_once", [18, 5, 1])
def test_events_are_the_same_however_the_articles_arrive(library: Library, at_once: int) -> None:
    articles = [quake(place, outlet) for place in PLACES for outlet in ("North", "South", "East")]
    random.Random(at_once).shuffle(articles)
    for start in range(0, len(articles), at_once):
        library.events.place(articles[start : start + at_once])
    assert sorted(len(event.outlets) for event in library.events.all()) == [3] * len(PLACES)


def test_an_event_with_a_note_is_left_whole_when_others_are_decided_anew(library: Library) -> None:
    placed = library.events.place([quake("Izmir", "North"), quake("Izmir", "South")])
    (text, _) = library.events.articles(placed[0].event)
    note = library.notes.add(placed[0].event, "check", [target_on(text, 0, 5)])
    for place in PLACES:
        library.events.place([quake(place, "East")])
    assert [found.id for found in library.notes.of(placed[0].event)] == [note.id]
    kept = {found.id for found in library.events.sources(placed[0].event)}
    assert {placed[0].article, placed[1].article} <= kept


def two_events(library: Library) -> tuple[str, str]:
    """Two events whose articles have the same short names."""
    one = library.events.place([quake("Izmir", "North"), quake("Izmir", "South")])[0]
    other = library.events.place(
        [replace(quake("Manila", name), id=f"{name}-izmir".lower()) for name in ("North", "South")]
    )[0]
    return one.event, other.event


@BOTH
def test_a_merge_taken_back_leaves_everything_as_it_was(library: Library) -> None:
    from newsdiff.library import View

    one, other = two_events(library)
    for event in (one, other):
        texts = library.events.articles(event)
        library.notes.add(event, "on one", [target_on(texts[0], 0, 5)], tags=["x"])
        library.notes.add(event, "on the event")
        library.reading.link(event, f"{texts[0].id}.p1", f"{texts[1].id}.p1")
        library.reading.mark_read(event, [f"{texts[1].id}.p2"])
        library.saved.add(event, "Mine", View(sources=(texts[0].id, texts[1].id), base=texts[0].id))
    library.events.rename_outlet(other, "north-izmir", "The North")

    def earlier(event: str) -> tuple[object, ...]:
        saved = [library.saved.get(found.id) for found in library.saved.of(event)]
        return (
            library.events.articles(event),
            library.notes.of(event),
            library.reading.links(event),
            library.reading.read(event),
            [(found.name, found.view, found.texts, found.links) for found in saved],
        )

    before = earlier(one), earlier(other)
    library.events.join(other, one)
    assert library.events.unjoin(one).id == other
    assert (earlier(one), earlier(other)) == before
    with pytest.raises(NotInLibraryError):
        library.events.unjoin(one)


def test_what_was_written_since_a_merge_goes_with_the_article_it_stands_on(library: Library) -> None:
    one, other = two_events(library)
    library.events.join(other, one)
    texts = {text.id: text for text in library.events.articles(one)}
    moved = next(name for name in texts if name.startswith("north-izmir-"))
    library.notes.add(one, "on theirs", [target_on(texts[moved], 0, 5)])
    library.notes.add(one, "on ours", [target_on(texts["north-izmir"], 0, 5)])
    library.notes.add(one, "on both", [target_on(texts[name], 0, 5) for name in (moved, "north-izmir")])
    library.events.unjoin(one)
    assert [note.body for note in library.notes.of(other)] == ["on theirs"]
    assert library.notes.of(other)[0].targets[0].article == "north-izmir"
    assert [note.body for note in library.notes.of(one)] == ["on ours", "on both"]


def test_merges_are_taken_back_the_last_first_and_grouping_keeps_to_it(library: Library) -> None:
    one, other = two_events(library)
    (third,) = library.events.place([quake("Padang", "North")])
    library.events.join(other, one)
    library.events.join(third.event, one)
    assert [library.events.unjoin(one).id for _ in range(2)] == [third.event, other]
    library.events.place([quake("Padang", "South"), quake("Manila", "East")])
    assert {one, other, third.event} <= {event.id for event in library.events.all()}


def test_an_event_merged_into_one_that_was_merged_comes_back_step_by_step(library: Library) -> None:
    one, other = two_events(library)
    (third,) = library.events.place([quake("Padang", "North")])
    library.events.join(one, other)
    library.events.join(other, third.event)
    assert len(library.events.articles(third.event)) == 5
    assert library.events.unjoin(third.event).id == other
    assert library.events.unjoin(other).id == one
    assert [len(library.events.articles(event)) for event in (one, other, third.event)] == [2, 2, 1]


def test_an_event_that_was_put_into_another_is_there_no_more_until_it_is_taken_out(library: Library) -> None:
    one, other = two_events(library)
    library.events.join(other, one)
    for attempt in (
        lambda: library.events.get(other),
        lambda: library.events.restore(other),
        lambda: library.events.rename(other, "Lost"),
        lambda: library.events.join(other, one),
        lambda: library.events.move(one, "north-izmir", other),
    ):
        with pytest.raises(NotInLibraryError):
            attempt()
    library.events.unjoin(one)
    assert len(library.events.get(other).outlets) == 2


def test_a_parcel_of_an_event_that_was_put_into_another_goes_there(library: Library) -> None:
    from newsdiff.library import View

    one, other = two_events(library)
    saved = library.saved.add(other, "Mine", View())
    transfer = library.transfer(saved.id)
    library.events.join(other, one)
    merged = library.merge(transfer)
    assert (merged.event, merged.new_event, merged.texts) == (one, False, 0)
    assert library.events.count() == 1
    assert len(library.events.articles(one)) == 4
