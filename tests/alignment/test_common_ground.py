"""Articles in other languages: linked by names, numbers, dates and quotations, and by nothing else."""

from __future__ import annotations

from datetime import date

from newsdiff import compare
from newsdiff.model import Article, Block, Comparison, numbered

ENGLISH = (
    "A ferry with 212 people on board ran aground off Norvik on Sunday evening, and called for help.",
    "Nine passengers were taken to hospital in Aldersund, the harbour master Anna Berg said.",
    "The ship is operated by Nordline and was built in 1998. It cost $41 million.",
    "Fishermen had warned of the rocks for years, and nobody had listened to them.",
)
ALSO_ENGLISH = (
    "The ferry, carrying 220 people, hit rocks near Norvik late on Sunday.",
    "Nordline said the ship, built in 1998, would be towed to Aldersund.",
)
GERMAN = (
    "Eine Fähre mit 212 Menschen an Bord ist am Sonntag vor Norvik auf Grund gelaufen.",
    "Die Fischer hatten seit Jahren vor den Felsen gewarnt, und niemand hatte auf sie gehört.",
    "Neun Passagiere kamen in Aldersund ins Krankenhaus, wie die Hafenmeisterin Anna Berg sagte.",
    "Das Schiff der Reederei Nordline wurde 1998 gebaut und kostete 41 Millionen Dollar.",
)
FRENCH = (
    "Le ferry de Nordline, construit en 1998, avait coûté 41 millions de dollars.",
    "Neuf passagers ont été hospitalisés à Aldersund, selon Anna Berg.",
)


def article(name: str, language: str, paragraphs: tuple[str, ...]) -> Article:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("", "paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article(
        name, f"{name}.txt", text, numbered(name, blocks), outlet=name.title(), language=language,
        published=date(2026, 3, 2),
    )  # fmt: skip


EN, EN2 = article("en", "en", ENGLISH), article("en2", "en", ALSO_ENGLISH)
DE, FR = article("de", "de", GERMAN), article("fr", "fr", FRENCH)


def _english_first(reason: str) -> str:
    return " ~ ".join(sorted(reason.split(" ~ ")))


def pairs(comparison: Comparison) -> set[frozenset[str]]:
    return {frozenset((link.a, link.b)) for link in comparison.links}


def test_paragraphs_with_the_same_names_numbers_and_dates_are_linked_and_say_why() -> None:
    comparison = compare([EN, DE])
    assert pairs(comparison) == {
        frozenset(("de.p1", "en.p1")),
        frozenset(("de.p3", "en.p2")),
        frozenset(("de.p4", "en.p3")),
    }
    because = next(link.because for link in comparison.links if "de.p4" in (link.a, link.b))
    assert {"$41 million ~ 41 Millionen Dollar", "Nordline", "1998"} == {
        _english_first(one) for one in because
    }


def test_what_has_no_name_number_date_or_quotation_stays_alone() -> None:
    assert not any("de.p2" in pair for pair in pairs(compare([EN, DE])))


def test_words_that_are_spelled_alike_by_chance_link_nothing() -> None:
    english = article("en", "en", ("The hand is warm and the ring is in the sand, the men said.",))
    german = article("de", "de", ("Die Hand ist warm und der Ring liegt im Sand, sagten die Männer.",))
    assert compare([english, german]).links == ()


def test_two_articles_in_other_languages_are_linked_with_each_other_too() -> None:
    comparison = compare([DE, FR])
    assert {frozenset(("de.p4", "fr.p1"))} <= pairs(comparison)
    shared = [detail for detail in comparison.details if detail.relation == "shared"]
    assert {value.value for detail in shared for value in detail.values} >= {"1998", "41 Millionen Dollar"}


def test_a_quotation_that_is_left_in_its_language_links() -> None:
    words = "“We heard a noise and then all the lights went out”, she told us."
    english = article("en", "en", (ENGLISH[3], words))
    german = article("de", "de", (GERMAN[1], f"Eine Frau sagte auf Englisch: {words.split(',')[0]}."))
    (link,) = compare([english, german]).links
    assert ({link.a, link.b}, link.kind) == ({"en.p2", "de.p2"}, "quote")


def test_english_articles_are_compared_as_if_the_others_were_not_there() -> None:
    alone, together = compare([EN, EN2]), compare([EN, EN2, DE])
    english = {link for link in together.links if "de." not in link.a + link.b}
    assert english == set(alone.links)
    found = {(d.label, d.kind, tuple(v.value for v in d.values)) for d in together.details}
    assert {(d.label, d.kind, tuple(v.value for v in d.values)) for d in alone.details} <= found


def test_an_article_in_another_language_shares_details_and_never_differs_by_itself() -> None:
    comparison = compare([EN, EN2, DE])
    by_label = {detail.label: detail for detail in comparison.details}
    assert by_label["Anna Berg"].reported_by == ("en", "de")
    assert by_label["Anna Berg"].relation == "shared"
    for detail in comparison.details:
        if detail.relation == "differs":
            assert len({value.mentions[0].article for value in detail.values} - {"de"}) > 1
        if detail.relation == "only":
            assert detail.reported_by != ("de",)
            assert "articles in other languages" in detail.because


def test_rows_hold_every_paragraph_of_every_language_once() -> None:
    comparison = compare([EN, EN2, DE, FR])
    found = [paragraph for row in comparison.rows for paragraph in row.paragraphs]
    assert sorted(found) == sorted(b.id for one in comparison.articles for b in one.paragraphs)


def test_the_base_is_an_article_in_english_unless_the_reader_wants_another() -> None:
    longer = article("de", "de", GERMAN * 3)
    assert compare([EN, longer]).base == "en"
    assert compare([EN, longer], base="de").rows[0].paragraphs[0] == "de.p1"


def test_every_mention_of_a_detail_stands_where_it_says() -> None:
    comparison = compare([EN, EN2, DE, FR], base="fr")
    for detail in comparison.details:
        for mention in detail.mentions:
            assert comparison.article(mention.article).slice(mention) == mention.text
    assert [detail.id for detail in comparison.details] == [
        f"d{n + 1}" for n in range(len(comparison.details))
    ]


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert compare([EN, DE, FR]) == compare([FR, EN, DE])
