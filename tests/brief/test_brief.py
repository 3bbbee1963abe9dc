"""The brief names what stands where in verbatim words, and no outlet whose text does not bear it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from newsdiff import compare
from newsdiff.brief.build import brief_of
from newsdiff.brief.excerpt import cut_words
from newsdiff.brief.importance import TOLL, importance
from newsdiff.brief.model import Passage, Reported
from newsdiff.brief.only_in_one import why_not_listed
from newsdiff.brief.passages import clashing_words, passage_of, place_to_look_at
from newsdiff.brief.sharing import LEAST_SCORE, sharing
from newsdiff.brief.timeline import timelines
from newsdiff.brief.worth_a_look import worth_a_look
from newsdiff.model import EVEN_ODDS, Article, Comparison, Detail, DetailValue, Mention, Opinion, Says
from newsdiff.verdicts.apply import apply_verdicts
from tests.details.small_events import article, compared
from tests.reports.hand_made import fire
from tests.verdicts.given import verdict_on

CRASH = (
    "A bus carrying 48 passengers plunged into a ravine near Cusco on Monday, killing 12 people.\n"
    "The driver lost control because the brakes failed, police said.\n"
    "Mayor Luis Quispe declared three days of mourning in the town hall on Tuesday evening.",
    "A bus with 48 passengers fell into a ravine near Cusco on Monday, and 15 people were killed.\n"
    "Police said the driver lost control when the brakes failed.\n"
    "Relatives gathered at the hospital gates and waited for the names of the injured all night.",
    "12 people were killed when a bus carrying 48 passengers plunged into a ravine near Cusco on Monday.\n"
    "A rescue helicopter could not land in the fog, so the injured were carried up the slope by hand.",
)


def words(comparison: Comparison, passage: Passage) -> str:
    return comparison.article(passage.article).text[slice(*passage.sentence)]


def line_with(comparison: Comparison, part: str) -> Reported:
    return next(
        line
        for line in brief_of(comparison).most_reported
        if line.statement and part in words(comparison, line.passage)
    )


def test_a_difference_shows_every_value_with_the_outlets_whose_own_words_give_it() -> None:
    (line, *_) = brief_of(fire()).worth_a_look
    assert (line.sign, line.asked, line.update) == ("≠", "people killed", "12 → 14")
    assert [(one.words, [passage.article for passage in one.passages]) for one in line.versions] == [
        ("12", ["north"]),
        ("14", ["south"]),
    ]


def test_the_toll_comes_before_all_other_differences() -> None:
    comparison = compared(*CRASH, level="all")
    first = brief_of(comparison).worth_a_look[0]
    detail = next(one for one in comparison.details if one.id == first.detail)
    assert {mention.text.split()[0] for mention in detail.mentions} >= {"12", "15"}


def test_of_one_importance_what_says_what_is_asked_comes_before_claims() -> None:
    first = "The ferry Aurora will resume its crossings to Norvik soon, the company said on Monday."
    comparison = compared(
        f"{first}\nThe repair of the ferry cost 3 million euros, a spokeswoman for the yard said.",
        "The ferry Aurora will never resume its crossings to Norvik, the company said on Monday.\n"
        "The repair of the ferry cost 5 million euros, a spokeswoman for the yard said.",
        level="all",
    )
    assert [line.sign for line in brief_of(comparison).worth_a_look] == ["≠", "?"]


def test_a_name_of_the_readers_changes_neither_the_place_nor_the_sentences_of_a_claim() -> None:
    first = "The ferry Aurora will resume its crossings to Norvik soon, the company said on Monday."
    comparison = compared(first, first.replace("soon", "never"), first.replace("resume", "stop"), level="all")
    before = brief_of(comparison).worth_a_look
    claims = [line for line in before if line.sign == "?"]
    for line in claims:
        detail = next(one for one in comparison.details if one.id == line.detail)
        named = brief_of(apply_verdicts(comparison, [verdict_on("labelled", detail, "crossings")]))
        assert [one.detail for one in named.worth_a_look] == [one.detail for one in before]
        (after,) = [one for one in named.worth_a_look if one.detail == line.detail]
        assert (line.asked, after.asked) == ("", "crossings")
        assert replace(after, asked="", label=line.label) == line
    assert claims


def test_a_claim_that_was_joined_or_taken_apart_is_not_confirmed() -> None:
    claim = replace(fire().details[0], kind="claim")
    signs = {
        judgement: brief_of(replace(fire(), details=(replace(claim, judgement=judgement),)))
        .worth_a_look[0]
        .sign
        for judgement in (None, "joined", "split", "confirmed", "added")
    }
    assert signs == {None: "?", "joined": "?", "split": "?", "confirmed": "✓", "added": "✓"}


def test_of_one_importance_a_second_opinion_that_agrees_comes_first_and_one_that_does_not_last() -> None:
    comparison = fire()
    marked = next(one for one in comparison.details if one.relation == "differs")
    said: list[tuple[str, Says | None]] = [("d1", "same"), ("d2", None), ("d3", "unsure"), ("d4", "differs")]
    details = [
        replace(marked, id=id, opinion=Opinion("Rules", says, "", ()) if says else None) for id, says in said
    ]
    assert [one.detail for one in worth_a_look(comparison, details)] == ["d4", "d2", "d3", "d1"]


def test_a_reported_line_is_a_verbatim_sentence_and_names_only_outlets_that_say_it() -> None:
    comparison = compared(*CRASH)
    line = line_with(comparison, "lost control")
    assert words(comparison, line.passage) in comparison.article(line.passage.article).text
    assert sorted(line.articles) == ["a", "b"]


def test_an_outlet_with_another_figure_does_not_bear_a_sentence_out() -> None:
    comparison = compared(*CRASH)
    for line in brief_of(comparison).most_reported:
        said = words(comparison, line.passage)
        if line.statement and ("12 people" in said or "killing 12" in said):
            assert "b" not in line.articles


def test_an_outlet_that_names_fewer_people_or_places_does_not_bear_a_sentence_out() -> None:
    comparison = compared(
        "A storm closed the harbour in Norvik and Arden on Monday, and the ferries stayed in the docks.",
        "A storm closed the harbour in Norvik on Monday, and the ferries stayed in the docks.",
    )
    lines = [line for line in brief_of(comparison).most_reported if line.statement]
    assert lines
    assert not any("Arden" in words(comparison, line.passage) for line in lines)


def test_words_that_only_name_the_source_bear_nothing_out() -> None:
    comparison = compared(
        "The water level was high near the pillar of the bridge, the news agency Norpress reported.",
        "The news agency Norpress reported that the ship was headed for the bridge.",
    )
    assert not [line for line in brief_of(comparison).most_reported if line.statement]


def test_statements_that_are_only_worth_a_look_say_nothing_of_who_reports_what() -> None:
    comparison = compared(*CRASH)
    unsure = {one.id for one in comparison.statements if one.score < EVEN_ODDS}
    assert unsure
    assert not [line for line in brief_of(comparison).most_reported if line.statement in unsure]


def test_a_denial_does_not_bear_out_what_it_denies() -> None:
    comparison = compared(
        "The airline paid the ransom for the stolen passenger records, its director said.",
        "The airline never paid the ransom for the stolen passenger records, its director said.",
    )
    assert not [line for line in brief_of(comparison).most_reported if line.statement]


@pytest.mark.parametrize(
    ("quoted", "other"),
    [
        (
            "SpaceX successfully completed a static fire test of the world's most powerful rocket in "
            "Florida, the firm said.",
            "The firm said it was on course to put the rocket through a static fire test in Florida before "
            "its flight to Mars.",
        ),
        (
            "The minister opened the new bridge over the Norva and praised the engineers who had built it "
            "in two years.",
            "The new bridge over the Norva was built in two years by engineers from the north and cost more "
            "than planned.",
        ),
    ],
    ids=["done and planned", "opened and built"],
)
def test_an_outlet_that_says_the_smaller_part_of_a_sentence_is_not_named_beside_it(
    quoted: str, other: str
) -> None:
    made = compared(quoted, other)
    comparison = replace(made, statements=tuple(replace(one, score=1.0) for one in made.statements))
    assert comparison.statements
    assert not any(one.is_sure for one in comparison.statements)
    assert not [line for line in brief_of(comparison).most_reported if line.statement]


def test_two_figures_of_one_sentence_that_the_same_outlets_give_are_one_line() -> None:
    comparison = compared(
        "A cutter took the 103 passengers and the 26 crew members of the ferry ashore at Elmhavn.",
        "All 103 passengers of the ferry and its 26 crew members were taken to Elmhavn by a cutter, "
        "where doctors were waiting for them in the old customs house beside the harbour.",
    )
    figures = [one for one in comparison.details if one.kind == "number" and one.relation == "shared"]
    assert len(figures) == 2
    quoted = [line.passage.sentence for line in brief_of(comparison).most_reported]
    assert len(quoted) == len(set(quoted)) == 1


def test_both_of_two_known_things_is_no_figure_that_is_reported() -> None:
    comparison = compared(
        "The minister said that both sides remained far apart after the talks on the harbour of Norvik.",
        "After the talks on the harbour of Norvik the minister said that both sides remained far apart.",
    )
    assert [one for one in comparison.details if one.kind == "number" and one.relation == "shared"]
    assert not [line for line in brief_of(comparison).most_reported if line.detail]


def test_a_claim_that_points_at_a_toll_matters_as_much_as_a_toll() -> None:
    comparison = compared(*CRASH, level="all")
    toll = next(one for one in comparison.details if one.label == "people killed")
    firsts = [value.mentions[0] for value in toll.values[:2]]
    versions = [
        (comparison.annotation(first.article), passage.sentence)
        for first in firsts
        for passage in (passage_of(comparison, first),)
    ]
    claims = [
        Mention(item.article.id, "claim", start, end, item.article.text[start:end], first.sentence)
        for (item, (start, end)), first in zip(versions, firsts, strict=True)
    ]
    values = tuple(DetailValue(claim.text, (claim,)) for claim in claims)
    because = " / ".join(f"“{first.text}”" for first in firsts)
    pointing = replace(toll, kind="claim", values=values, because=because)
    assert importance(comparison, pointing) == TOLL
    assert importance(comparison, replace(pointing, because="“plunged” / “fell”")) != TOLL


def test_copies_count_as_one_text() -> None:
    agency = "\n".join(CRASH[0].split("\n")[:2]) + "\nThe road had been closed for repairs since last March."
    comparison = compared(agency, agency, CRASH[1])
    line = line_with(comparison, "lost control")
    assert (len(line.articles), line.independent_texts) == (3, 2)


HEDGES = "Gardeners trimmed hedges along quiet lanes, and nobody there had heard of it yet. They went on."


def test_a_sentence_that_stands_whole_within_a_longer_one_is_no_text_of_its_own() -> None:
    """A list of headlines prints the teaser between others, its first word glued to the name before it."""
    teaser = "The director and stars of the tribute reveal a ton of details about the production in London."
    headlines = f"How the Surprise Cameo HappenedIndieWire{teaser[:-1]} and Nowhere to Run all news articles."
    assert line_with(compared(teaser, headlines), "director").independent_texts == 1
    otherwise = "Director and stars of the tribute reveal details about the London production."
    assert line_with(compared(teaser, otherwise), "irector").independent_texts == 2


def test_what_one_outlet_surely_has_alone_is_listed_by_its_first_sentences() -> None:
    comparison = compared(f"{CRASH[0]}\n{HEDGES}", *CRASH[1:])
    (alone,) = brief_of(comparison).only_in_one
    assert alone.article == "a"
    assert [words(comparison, passage) for passage in alone.passages] == [
        HEDGES.removesuffix(" They went on.")
    ]


def test_what_another_outlet_may_have_or_the_reader_has_linked_is_not_listed() -> None:
    comparison = compared(*CRASH)
    every = frozenset(block.id for article in comparison.articles for block in article.paragraphs)
    listed = brief_of(replace(comparison, alone=every)).only_in_one
    assert listed
    assert all("lost control" not in words(comparison, one) for alone in listed for one in alone.passages)
    assert not brief_of(replace(comparison, alone=frozenset())).only_in_one


def test_nothing_is_alone_beside_an_article_whose_words_are_not_compared() -> None:
    texts = (f"{CRASH[0]}\n{HEDGES}", *CRASH[1:])
    articles = [article(name, text) for name, text in zip("abc", texts, strict=True)]
    german = replace(article("d", "Ein Bus stürzte bei Cusco in eine Schlucht."), language="de")
    assert brief_of(compare(articles)).only_in_one
    assert not brief_of(compare([*articles, german])).only_in_one


def test_nothing_is_alone_where_an_article_is_translated_cut_off_or_has_the_words_put_aside() -> None:
    one = article("a", f"{CRASH[0]}\n{HEDGES}")
    other = article("b", f"{CRASH[1]}\nSubscribe to go on.")
    aside = article("b", f"{CRASH[1]}\n{HEDGES}")
    assert brief_of(compare([one, other])).only_in_one
    unsure = (
        replace(other, translated_by="a program"),
        with_last_block(other, reason="paywall"),
        with_last_block(aside, reason="put aside by the reader"),
    )
    for known in unsure:
        assert not brief_of(compare([one, known])).only_in_one


def test_where_not_all_words_are_compared_the_reason_is_said() -> None:
    one, other = article("a", f"{CRASH[0]}\n{HEDGES}"), article("b", f"{CRASH[1]}\nSubscribe to go on.")
    unsure = {
        "is translated": replace(other, translated_by="a program"),
        "is in German": replace(other, language="de"),
        "is in an unknown language": replace(other, language="und-Grek"),
        "is cut off": with_last_block(other, reason="paywall"),
        "has no text": replace(other, blocks=tuple(replace(b, role="noise") for b in other.blocks)),
    }
    for reason, known in unsure.items():
        said = why_not_listed(compare([one, known]), lambda article, why: f"{article.id.upper()} {why}")
        assert said == f"Not listed, as not all words can be compared: B {reason}."
    many = [one, *(replace(unsure["is cut off"], id=name) for name in "cdefg")]
    said = why_not_listed(compare(many), lambda article, _: article.id)
    assert said.endswith(": c, d, e, and 2 more.")
    assert not why_not_listed(compare([one, other]), lambda _, why: why)


def with_last_block(made: Article, reason: str) -> Article:
    *blocks, last = made.blocks
    return replace(made, blocks=(*blocks, replace(last, role="noise", reason=reason)))


def test_a_figure_with_three_dates_and_two_values_has_a_timeline() -> None:
    tolls = ((5, 6), (5, 7), (7, 8))
    articles = [
        article(name, f"The flood in Arden killed {toll} people, officials said.", date(2024, 5, day))
        for name, (toll, day) in zip("abc", tolls, strict=True)
    ]
    comparison = compare(articles, base="a", level="all")
    details = [one for one in comparison.details if one.kind == "number"]
    (found,) = timelines(comparison, details)
    assert [(point.article, point.value) for point in found.points] == [("a", 5), ("b", 5), ("c", 7)]


def test_one_date_or_one_value_makes_no_timeline() -> None:
    comparison = compared(
        *(f"The flood in Arden killed {toll} people, officials said." for toll in (5, 5, 7))
    )
    assert timelines(comparison, comparison.details) == ()


def test_who_shares_with_whom_counts_statements_that_two_report() -> None:
    comparison = compared(*CRASH)
    found = sharing(comparison, ["a", "b", "c"])
    likely = [one for one in comparison.statements if one.score >= LEAST_SCORE]
    together = sum({"a", "b"} <= set(one.reported_by) for one in likely)
    assert found.counts[0][1] == found.counts[1][0] == together > 0


def test_an_excerpt_holds_the_words_that_matter_and_fits() -> None:
    text = "On a long and winding road " * 8 + "the brakes failed " + "and nobody heard the horn " * 8
    at = text.index("failed")
    passage = Passage("a", 0, len(text), (0, len(text)), focus=at)
    for room in (20, 40, 80, 160):
        shown = cut_words(text, passage, room)
        assert "failed" in shown
        assert len(shown) <= room


def test_an_excerpt_is_verbatim_and_its_quotation_marks_are_balanced_wherever_it_is_cut() -> None:
    text = "He said on Monday that “the talks went on for five hours or more,” and left for “the airport.”"
    for at in range(0, len(text), 7):
        passage = Passage("a", 0, len(text), (0, len(text)), focus=at)
        for room in range(24, len(text), 6):
            shown = cut_words(text, passage, room)
            assert len(shown) <= room
            assert shown.count("“") == shown.count("”")
            words = shown.removeprefix("“…").removeprefix("…").removesuffix("…”").removesuffix("…")
            assert words in text


def test_words_that_a_reason_quotes_are_found_whole_and_never_inside_of_others() -> None:
    texts = ("He holds the franchise records and a record for catches.", "He holds no recorder.")
    reason = "“record” / “record”"
    comparison = compared(*texts)
    for number, found in enumerate((texts[0].index("record for"), -1)):
        item = comparison.annotated[number]
        mention = Mention(
            item.article.id, "claim", 0, len(texts[number]), texts[number], item.sentences[0].id
        )
        value = DetailValue(texts[number], (mention,))
        claim = Detail("c", "claim", "differs", "", (value, value), (), 1.0, reason)
        lit = [(found, found + len("record"))] if found >= 0 else []
        assert list(clashing_words(comparison, claim, number, mention)) == lit
        passage = Passage(item.article.id, 0, len(texts[number]), (0, len(texts[number])))
        assert place_to_look_at(item.article.text, passage, reason) == (found if found >= 0 else 9)
