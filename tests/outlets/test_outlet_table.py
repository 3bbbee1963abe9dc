"""Which outlet stands at an address, in which country; the reader's own rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.cli import cli
from newsdiff.outlets.countries import REGIONS, countries, country_called
from newsdiff.outlets.own_file import read_own_file
from newsdiff.outlets.seats import country_of_ending
from newsdiff.outlets.table import outlet_table
from newsdiff.readers.files.article import article_of
from newsdiff.readers.files.event_file import ArticleEntry


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path


@pytest.mark.parametrize(
    ("address", "name", "country", "language"),
    [
        ("https://www.rte.ie/news/2026/1129/x", "RTÉ News", "IE", "en"),
        ("https://www.lemonde.fr/international/x.html", "Le Monde", "FR", "fr"),
        ("https://www.lemonde.fr/en/international/x.html", "Le Monde", "FR", "en"),
        ("https://www.lemonde.fr/energies/x.html", "Le Monde", "FR", "fr"),
        ("https://abcnews.go.com/US/story?id=1", "ABC News", "US", "en"),
        ("https://timesofindia.indiatimes.com/x.cms", "The Times of India", "IN", "en"),
        ("https://amp.rte.ie/x", "RTÉ News", "IE", "en"),
    ],
)
def test_the_longest_key_that_fits_host_and_path_wins(
    address: str, name: str, country: str, language: str
) -> None:
    found = outlet_table().at(address)
    assert found is not None
    assert (found.name, found.country, found.language) == (name, country, language)


@pytest.mark.parametrize(
    "address",
    ["https://notrte.ie/x", "https://ie/x", "", "no address", "https://[", "https://rte.ie.example.org/"],
)
def test_an_address_that_only_looks_like_one_of_the_table_has_no_outlet(address: str) -> None:
    assert outlet_table().at(address) is None


@given(st.text(max_size=60))
def test_no_address_breaks_the_lookup(address: str) -> None:
    outlet_table().at(f"https://{address}")


def test_every_row_has_a_name_and_a_known_country_and_every_country_a_region() -> None:
    rows = list(outlet_table())
    assert len({one.key for one in rows}) == len(rows) > 3_000
    assert all(one.name and one.country in countries() for one in rows)
    assert {one.region for one in countries().values()} == set(REGIONS)


@pytest.mark.parametrize(
    ("host", "code"), [("x.ie", "IE"), ("a.co.uk", "GB"), ("x.com", None), ("x.tv", None), ("x.io", None)]
)
def test_an_ending_stands_for_a_country_unless_it_is_sold_everywhere(host: str, code: str | None) -> None:
    assert country_of_ending(host) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [("ie", "IE"), ("Ireland", "IE"), ("united  kingdom", "GB"), ("UK", "GB"), ("Nowhere", None)],
)
def test_a_country_is_known_by_its_code_and_its_names(words: str, code: str | None) -> None:
    found = country_called(words)
    assert (found.code if found else None) == code


ROWS = (
    "domain\toutlet\tcountry\tlanguage\tregion\tfeed\n"
    "rte.ie\tRadio One\t\t\t\t\n"
    "127.0.0.1:8000/harbour\tThe Harbour Post\tIreland\ten\tEurope\thttp://127.0.0.1:8000/harbour/feed\n"
    "nonsense\n"
    "a.example\tA\tNowhere\n"
    "b.example\tB\tIE\tnot a language\n"
)


def test_own_rows_add_and_override_and_what_is_wrong_is_named_with_its_line(own_folder: Path) -> None:
    (own_folder / "outlets.tsv").write_text(ROWS, encoding="utf-8")
    table = outlet_table()
    rte, harbour = table.at("https://www.rte.ie/x"), table.at("http://127.0.0.1:8000/harbour/a.html")
    assert rte is not None
    assert harbour is not None
    assert (rte.name, rte.country, rte.is_own) == ("Radio One", "IE", True)
    assert (harbour.name, harbour.country) == ("The Harbour Post", "IE")
    assert [problem.split("outlets.tsv, ")[1].split(":")[0] for problem in table.problems] == [
        "line 4", "line 5", "line 6",
    ]  # fmt: skip
    (own_folder / "outlets.tsv").unlink()
    again = outlet_table().at("https://www.rte.ie/x")
    assert again is not None
    assert again.name == "RTÉ News"


@given(st.text(max_size=200))
def test_no_file_of_a_reader_breaks_the_table(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.tsv"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    read_own_file(file)


PAGE = (
    '<html lang="en"><head><link rel="canonical" href="{url}"><meta property="og:site_name" content="{site}">'
    "</head><body><article><h1>Ten hurt in tunnel fire</h1>"
    "<p>Ten people were hurt when a lorry caught fire in the harbour tunnel on Tuesday, police said.</p>"
    "<p>The tunnel is closed until the weekend, and the ferry takes cars instead of it.</p>"
    "</article></body></html>"
)


def page(url: str, site: str = "Somebody", entry: ArticleEntry | None = None, fetched: str | None = None):  # type: ignore[no-untyped-def]
    data = PAGE.format(url=url, site=site).encode()
    found = article_of(data, "page.html", ".html", entry, address=fetched)
    return found.outlet, found.country, found.language


def test_an_article_gets_outlet_and_country_by_its_address_before_the_page_is_asked() -> None:
    assert page("https://www.rte.ie/news/x") == ("RTÉ News", "Ireland", "en")
    assert page("https://news.example.ie/x") == ("Somebody", "Ireland", "en")
    assert page("https://news.example.com/x") == ("Somebody", None, "en")


def test_what_was_fetched_from_an_outlet_is_its_own_whatever_the_page_calls_its_origin() -> None:
    assert page("https://www.rte.ie/x", fetched="https://www.lemonde.fr/en/x")[:2] == ("Le Monde", "France")


def test_what_the_reader_says_of_an_article_wins() -> None:
    entry = ArticleEntry(outlet="My paper", country="Malta")
    assert page("https://www.rte.ie/news/x", entry=entry) == ("My paper", "Malta", "en")


def test_the_command_lists_the_outlets_of_a_country() -> None:
    shown = CliRunner().invoke(cli, ["outlets", "--country", "ireland", "--json"])
    listed = json.loads(shown.output)
    assert {one["country"] for one in listed} == {"IE"}
    assert "rte.ie" in {one["domain"] for one in listed}
    wrong = CliRunner().invoke(cli, ["outlets", "--country", "Nowhere"])
    assert wrong.exit_code == 2
    assert "write its code" in wrong.output
