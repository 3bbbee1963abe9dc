"""Which outlets do not report a detail: nothing near it stands in their texts, or nothing is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsdiff.details.attribution import Attribution
from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.model import Annotated, Article, Block, Mention, numbered
from tests.changed_roles import with_role
from tests.details.small_events import article

FERRY = "A ferry from Gozo ran aground near the harbour wall while passengers slept, its owner said."
"""Has nothing of what the other reports say."""


def read(*articles: Article) -> list[Annotated]:
    """The articles read closely, in this order."""
    found = find_mentions(articles, {one.id: split_sentences(one) for one in articles})
    by_id = {item.article.id: item for item in found}
    return [by_id[one.id] for one in articles]


def split(
    articles: Sequence[Article], text: str, near: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Not found in, and not compared, of the mentions with this text in the first article."""
    annotated = read(*articles)
    mentions = [mention for mention in annotated[0].mentions if mention.text == text]
    assert mentions, [mention.text for mention in annotated[0].mentions]
    return Attribution(annotated).split(mentions, near)


def stands_near(text: str, mention: str, other: str) -> bool:
    """Whether an article with the text `other` is one of which nothing is certain."""
    not_found_in, not_compared = split([article("a", text), article("b", other)], mention)
    assert sorted(not_found_in + not_compared) == ["b"]
    return not_compared == ("b",)


COUNT = "Inspectors counted 4,250 sheep on the upper meadows."


@pytest.mark.parametrize(
    "other",
    [
        "The herd has 4,250 head.",
        "The herd has 4250 head.",
        "The herd has 4 250 head.",
        "The herd has 4.250 head.",
        "The herd has four thousand two hundred and fifty head.",
        "The herd has more than 4,000 head.",
        "The herd has some four thousand head.",
        "The herd has 4.2k head.",
        "The herd has thousands of head.",
        "The herd has between 4 and 5 thousand head.",
        "Around 17,000 sheep graze in that country.",
    ],
)
def test_an_equal_or_close_figure_in_any_writing_or_another_count_of_the_like_leaves_it_open(
    other: str,
) -> None:
    assert stands_near(COUNT, "4,250 sheep", other)


def test_a_text_without_any_figure_near_it_does_not_have_it() -> None:
    assert not stands_near(COUNT, "4,250 sheep", FERRY)
    assert not stands_near(COUNT, "4,250 sheep", f"{FERRY} It had 12 crew and cost 3 million euros.")


@pytest.mark.parametrize(
    ("text", "mention", "other"),
    [
        ("A new law needs 50 percent of the votes.", "50 percent", "Half of the members agreed."),
        ("A new law needs 80 percent of the votes.", "80 percent", "Eight in ten members agreed."),
        ("A new law needs 66 percent of the votes.", "66 percent", "Two thirds of the members agreed."),
        ("The bridge cost €40 million to build.", "€40 million", "Taxpayers gave $47 million for it."),
        ("The tunnel is 30 kilometres long.", "30 kilometres", "It is a drive of 19 miles."),
        ("Police held Ana Ruiz, 31, for hours.", "31", "The woman, in her thirties, was let go."),
        ("Police held Ana Ruiz, 31, for hours.", "31", "Jo Hill, 56, was let go."),
    ],
)
def test_a_share_a_sum_a_length_or_an_age_that_may_be_the_same_leaves_it_open(
    text: str, mention: str, other: str
) -> None:
    assert stands_near(text, mention, other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kirill Dmitriev", "Mr Dmitriev left the room."),
        ("Kirill Dmitriev", "Envoy Dmitryev left the room."),
        ("Kirill Dmitriev", "DMITRIEV LEAVES IN ANGER"),
        ("Volodymyr Zelensky", "Zelenskyy left the room."),
        ("France", "French ministers left the room."),
        ("International Atomic Energy Agency", "The IAEA left the room."),
        ("Securities and Exchange Commission", "The S.E.C. left the room."),
        ("IAEA", "The International Atomic Energy Agency left the room."),
    ],
)
def test_any_word_spelling_or_short_form_of_a_name_leaves_it_open(name: str, other: str) -> None:
    text = f"On Monday officials of {name} arrived. Then {name} spoke for hours."
    assert stands_near(text, name, other)


def test_a_text_without_any_word_of_a_name_does_not_name_it() -> None:
    assert not stands_near("On Monday Kirill Dmitriev arrived in Oslo.", "Kirill Dmitriev", FERRY)


def test_the_title_a_caption_and_noise_are_searched_too() -> None:
    text = f"Envoy Dmitriev in town\n{FERRY}\nPhoto: K. Dmitriev\nRead more about Dmitriev"
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    for searched in (0, 2, 3):
        kept = [line if number in (1, searched) else "-" * len(line) for number, line in enumerate(lines)]
        blocks = [
            Block("", role, start, start + len(line))
            for role, start, line in zip(
                ("title", "paragraph", "caption", "noise"), starts, lines, strict=True
            )
        ]
        other = Article("b", "b.txt", "\n".join(kept), numbered("b", blocks))  # type: ignore[arg-type]
        first = article("a", "On Monday Kirill Dmitriev arrived in Oslo.")
        assert split([first, other], "Kirill Dmitriev") == ((), ("b",))


@pytest.mark.parametrize(
    ("date", "other", "near"),
    [
        ("May 3, 1998", "It had burned down in 1998.", True),
        ("May 3, 1998", "It had burned down in May of that year.", True),
        ("May 3, 1998", "It had burned down in the nineties.", True),
        ("May 3, 1998", "It had burned down in 1989, and in July 2002 it opened again.", False),
        ("Tuesday", "It burned down on Tuesday.", True),
        ("Tuesday", "It burned down yesterday.", True),
        ("Tuesday", "It burned down on May 7.", True),
        ("Tuesday", "It burned down long after the war.", False),
    ],
)
def test_a_day_is_near_where_any_word_of_the_calendar_may_mean_it(date: str, other: str, near: bool) -> None:
    assert stands_near(f"Fire destroyed the mill of Leeds on {date}.", date, other) == near


@pytest.mark.parametrize(
    ("time", "other", "near"),
    [
        ("9:15 a.m.", "It rang at 09.20 for the last time.", True),
        ("9:15 a.m.", "It rang at nine o'clock for the last time.", True),
        ("9:15 a.m.", "It rang in the morning for the last time.", True),
        ("9:15 a.m.", "It rang at 3 p.m. for the last time.", False),
    ],
)
def test_a_time_of_day_is_near_within_an_hour_and_in_a_part_of_the_day(
    time: str, other: str, near: bool
) -> None:
    assert stands_near(f"The alarm of the mill went off at {time} in Leeds.", time, other) == near


SAID = "“The harvest was ruined by hail and frost in April,” said Jan Kok."


@pytest.mark.parametrize(
    ("other", "near"),
    [
        ("“Hail and frost ruined it all,” he said.", True),
        ("He complained that frost and hail in April had ruined his harvest.", True),
        (FERRY, False),
    ],
)
def test_a_quotation_is_near_where_much_of_its_words_stand_in_one_sentence(other: str, near: bool) -> None:
    mention = "“The harvest was ruined by hail and frost in April,”"
    assert stands_near(SAID, mention, other) == near


def test_a_sentence_like_the_reporting_one_leaves_it_open_whatever_figure_it_has() -> None:
    assert stands_near(
        "Investigators seized 480 forged passports from a print shop in Naples.",
        "480 forged passports",
        "Forged passports were seized from a print shop in Naples, investigators said.",
    )


def test_what_the_caller_knows_to_be_near_is_never_said_to_be_missing() -> None:
    articles = [article("a", COUNT), article("b", FERRY), article("c", FERRY.replace("Gozo", "Malta"))]
    assert split(articles, "4,250 sheep") == (("b", "c"), ())
    assert split(articles, "4,250 sheep", near=["c"]) == (("b",), ("c",))


def test_an_outlet_with_one_reporting_article_among_several_reports_it() -> None:
    mine, more = (replace(article(name, text), outlet="TIME") for name, text in (("a", COUNT), ("b", FERRY)))
    assert split([mine, more, article("c", FERRY)], "4,250 sheep") == (("c",), ())


def test_an_outlet_of_whose_articles_one_is_unsure_is_not_said_to_lack_it() -> None:
    unsure = "The herd has some four thousand head."
    one, other = (replace(article(name, text), outlet="Sky") for name, text in (("b", FERRY), ("c", unsure)))
    assert split([article("a", COUNT), one, other], "4,250 sheep") == ((), ("c",))


def test_other_languages_translations_and_texts_that_are_cut_off_are_never_said_to_lack_anything() -> None:
    foreign = replace(article("b", FERRY), language="de")
    translated = replace(article("c", FERRY), translated_by="a program")
    plain = article("d", FERRY + "\nSubscribe to continue reading.")
    last = plain.blocks[-1]
    cut_off = with_role(plain, last.id, "noise", "paywall")
    articles = [article("a", COUNT), foreign, translated, cut_off]
    assert split(articles, "4,250 sheep") == ((), ("b", "c", "d"))


def test_an_empty_detail_of_nobody_is_refused_nothing() -> None:
    annotated = read(article("a", FERRY), article("b", FERRY))
    mentions: list[Mention] = []
    assert Attribution(annotated).split(mentions, ("a", "b")) == ((), ("a", "b"))
