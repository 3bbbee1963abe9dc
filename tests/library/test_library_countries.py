"""Events by country: kept with every article, found by, and worked out anew when the table changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsdiff.library import open_library
from newsdiff.library.narrowing import narrowed
from newsdiff.model import Article, Block, numbered


@pytest.fixture(autouse=True)
def own_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "outlets.tsv"


def article(url: str, text: str, country: str | None = None, day: int = 1, language: str = "en") -> Article:
    blocks = numbered(url, [Block("", "paragraph", 0, len(text))])
    return Article(
        url.split("/")[2].replace(".", "-"), url, text, blocks, title=text[:30], outlet=url.split("/")[2],
        country=country, published=date(2026, 11, day), url=url, language=language,
    )  # fmt: skip


TUNNEL = "Ten people were hurt when a lorry caught fire in the harbour tunnel of Norvik on Tuesday."
STRIKE = "Tram drivers in Oslo walked out on Wednesday and left commuters looking for buses."


def test_events_are_found_by_the_country_and_the_language_of_their_outlets(folder: Path) -> None:
    with open_library(folder) as library:
        library.events.place([article("https://rte.ie/1", TUNNEL)], event="Tunnel")
        library.events.place(
            [article("https://lemonde.fr/1", TUNNEL + " Bon.", language="fr")], event="Tunnel"
        )
        library.events.place([article("https://nrk.no/2", STRIKE, day=3)], event="Strike")

        def found(**wanted: object) -> list[str | None]:
            return sorted(one.title or "" for one in library.events.page(**wanted))  # type: ignore[arg-type]

        assert found(countries={"IE"}) == found(countries={"FR", "IE"}) == ["Tunnel"]
        assert found(countries={"NO", "IE"}) == ["Strike", "Tunnel"]
        assert found(countries=set()) == []
        assert found(language="fr") == ["Tunnel"]
        assert found(countries={"IE"}, language="fr") == []
        assert found(countries={"NO"}, since=date(2026, 11, 2)) == ["Strike"]
        assert found(countries={"IE"}, since=date(2026, 11, 2)) == []
        tunnel = library.events.named("Tunnel")[0]
        assert sorted(tunnel.countries) == ["FR", "IE"]
        assert {one.country for one in library.events.sources(tunnel.id)} == {"FR", "IE"}
        assert {one.country for one in library.events.articles(tunnel.id)} == {"France", "Ireland"}


def test_a_row_of_the_readers_own_counts_for_articles_that_are_there_already(
    folder: Path, own_rows: Path
) -> None:
    with open_library(folder) as library:
        library.events.place([article("https://harbour.example/1", TUNNEL)], event="Tunnel")
        assert [one.country for one in library.world.reports()] == [""]
        own_rows.write_text("harbour.example\tThe Harbour Post\tIE\n", encoding="utf-8")
        assert [one.country for one in library.world.reports()] == ["IE"]
        assert library.events.page(countries={"IE"})[0].countries == ("IE",)


def test_what_was_read_with_the_article_wins_over_its_address(folder: Path) -> None:
    with open_library(folder) as library:
        library.events.place([article("https://harbour.example.fr/1", TUNNEL, "Malta")], event="Tunnel")
        assert [one.country for one in library.world.reports()] == ["MT"]


def test_reports_are_those_of_the_chosen_days_without_deleted_events(folder: Path) -> None:
    with open_library(folder) as library:
        library.events.place([article("https://rte.ie/1", TUNNEL, day=1)], event="Tunnel")
        library.events.place([article("https://nrk.no/2", STRIKE, day=3)], event="Strike")
        assert [one.country for one in library.world.reports(since=date(2026, 11, 2))] == ["NO"]
        assert [one.country for one in library.world.reports(until=date(2026, 11, 2))] == ["IE"]
        library.events.delete(library.events.named("Strike")[0].id)
        assert [one.country for one in library.world.reports()] == ["IE"]


def test_a_text_that_another_outlet_took_over_was_printed_first_by_the_earlier_one(folder: Path) -> None:
    wire = " ".join(f"{TUNNEL} Sentence {number} of the agency on the fire." for number in range(12))
    with open_library(folder) as library:
        library.events.place([article("https://rte.ie/1", wire, day=2)], event="Tunnel")
        library.events.place([article("https://nrk.no/1", wire + " End.", day=1)], event="Tunnel")
        library.events.place([article("https://lemonde.fr/1", STRIKE, day=1)], event="Tunnel")
        reports = {one.country: one.number for one in library.world.reports()}
        first = library.world.first_printed([library.events.named("Tunnel")[0].id])
        assert first == {
            reports["IE"]: reports["NO"], reports["NO"]: reports["NO"], reports["FR"]: reports["FR"],
        }  # fmt: skip


def test_countries_and_languages_are_typed_among_the_words_of_a_search() -> None:
    found = narrowed("bridge country:ie,united-kingdom language:FR closed")
    assert found.words == "bridge closed"
    assert found.countries == {"IE", "GB"}
    assert found.language == "fr"
    assert narrowed("region:oceania").countries is not None
    assert {"AU", "NZ"} <= (narrowed("region:oceania").countries or set())
    assert narrowed("country:").countries is None
    assert narrowed("country:nowhere").countries == frozenset()
    assert narrowed("mycountry:ie").words == "mycountry:ie"
