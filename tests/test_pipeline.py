"""``compare`` is a pure function: of the articles, the base and the reader's links, and of nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff import compare, read_article
from newsdiff.model import Article, Block, Comparison, ManualLink, numbered
from newsdiff.pipeline import distinct_ids
from newsdiff.reports.summary import share_unmatched
from tests.changed_roles import with_role
from tests.patience import PATIENCE

Event = Callable[..., tuple[Article, ...]]


def article(name: str, text: str) -> Article:
    """An article whose paragraphs are the lines of `text`."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("", "paragraph", start, start + len(line)))
        start += len(line) + 1
    return Article(name, f"{name}.txt", text, numbered(name, blocks))


def test_articles_of_one_name_get_numbers_that_do_not_depend_on_their_order() -> None:
    known = [
        article("sky", "One."),
        article("sky", "Two."),
        article("sky-2", "Three."),
        article("bbc", "Four."),
    ]
    answers = {
        tuple(sorted((one.id, one.text) for one in distinct_ids(order))) for order in permutations(known)
    }
    assert len(answers) == 1
    ids = [name for name, _ in answers.pop()]
    assert len(set(ids)) == 4
    assert {"bbc", "sky", "sky-2"} <= set(ids)


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", "a-2-2"]), min_size=1, max_size=8))
def test_ids_are_always_distinct(names: list[str]) -> None:
    known = [article(name, f"Text {number}.") for number, name in enumerate(names)]
    result = distinct_ids(known)
    assert len({one.id for one in result}) == len(known)
    for one in result:
        assert all(block.id.startswith(f"{one.id}.") for block in one.blocks)


def test_a_comparison_needs_two_articles_and_a_base_among_them(event: Event) -> None:
    one = article("one", "A fire broke out.")
    with pytest.raises(ValueError, match="at least two"):
        compare([one])
    with pytest.raises(ValueError, match="choose one of one, two"):
        compare([one, article("two", "A fire.")], base="three")


def test_the_base_comes_first_and_its_paragraphs_lead_the_rows(seed_comparison: Comparison) -> None:
    base = seed_comparison.article(seed_comparison.base)
    assert seed_comparison.articles[0] is base
    order = [
        paragraph
        for row in seed_comparison.rows
        for paragraph in row.paragraphs
        if paragraph.startswith(f"{base.id}.")
    ]
    assert order == [block.id for block in base.paragraphs]


def test_without_a_word_on_the_base_the_longest_article_is_it() -> None:
    short, long = article("a", "Fire."), article("b", "A long story on the fire in Lisbon.")
    assert compare([short, long]).base == "b"


def test_a_link_made_by_the_reader_is_there_and_a_link_taken_away_is_not(seed_comparison: Comparison) -> None:
    taken = seed_comparison.links[0]
    first, last = seed_comparison.articles[0].paragraphs[0].id, seed_comparison.articles[-1].paragraphs[-1].id
    again = compare(
        seed_comparison.articles,
        base=seed_comparison.base,
        manual_links=[ManualLink(taken.a, taken.b, linked=False), ManualLink(first, last)],
    )
    pairs = {frozenset((link.a, link.b)): link.origin for link in again.links}
    assert frozenset((taken.a, taken.b)) not in pairs
    assert pairs[frozenset((first, last))] == "reader"


def test_the_public_names_work_whatever_was_imported_first() -> None:
    code = (
        "import newsdiff.pipeline, newsdiff.readers\n"
        "from newsdiff import compare, read_article, read_event, __version__\n"
        "assert callable(compare) and callable(read_article) and callable(read_event) and __version__"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


def test_a_block_turned_into_text_by_the_reader_is_compared(seeds: Path) -> None:
    read = read_article(sorted(seeds.glob("*.txt"))[0])
    noise = next(block for block in read.blocks if block.role == "noise")
    changed = with_role(read, noise.id, "paragraph")
    assert len(changed.paragraphs) == len(read.paragraphs) + 1
    assert [block.id for block in changed.paragraphs] == [
        f"{read.id}.p{number}" for number in range(1, len(changed.paragraphs) + 1)
    ]
    other = article("other", "A word on something else altogether.")
    rows = compare([changed, other]).rows
    assert sum(len(row.paragraphs) for row in rows) == len(changed.paragraphs) + 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_any_text_is_compared_the_same_way_in_any_order(texts: list[str], chance: object) -> None:
    known = [article(f"a{number}", text) for number, text in enumerate(texts)]
    mixed = known[:]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = compare(known, base="a0"), compare(mixed, base="a0")
    assert one == other
    body = sorted(block.id for item in one.articles for block in item.paragraphs)
    assert sorted(paragraph for row in one.rows for paragraph in row.paragraphs) == body
    for detail in one.details:
        for mention in detail.mentions:
            assert one.article(mention.article).slice(mention) == mention.text


def test_the_answer_does_not_depend_on_how_python_orders_its_sets() -> None:
    """Twelve outlets quote the same words and each leaves some out: near ties between sums of weights."""
    code = """
import hashlib, random
from newsdiff import compare
from tests.test_pipeline import article
chance = random.Random(4)
said = [
    "This is a low energy orbit that takes the least fuel to put a car on its way from Earth to Mars again",
    "Quentin finally atoned by giving the film to me after fifteen years and that was right for both of us",
    "We opened the gate at nine and the crowd ran past the guards before anybody could count them all",
    "Nobody told the families what had happened until the minister spoke on the radio late that evening",
]
def retold(words):
    return " ".join(word for word in words.split() if chance.random() < 0.65)
texts = [chr(10).join(f"“{retold(words)},” Ann Lee said." for words in said) for _ in range(12)]
made = compare([article(f"a{number}", text) for number, text in enumerate(texts)], base="a0", level="all")
print(hashlib.sha256(repr((made.links, made.rows, made.details)).encode()).hexdigest())
"""
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        ).stdout
        for seed in "0123"
    }
    assert len(answers) == 1


def test_the_base_sets_the_order_and_nothing_else(seed_comparison: Comparison) -> None:
    articles = seed_comparison.articles
    answers = [compare(articles, base=article.id) for article in articles]

    def details_found(comparison: Comparison) -> set[tuple[str, str, str, float, frozenset[tuple[str, int]]]]:
        return {
            (
                detail.relation,
                detail.label,
                detail.because,
                detail.confidence,
                frozenset((mention.article, mention.start) for mention in detail.mentions),
            )
            for detail in comparison.details
        }

    assert all(details_found(one) == details_found(answers[0]) for one in answers)
    assert all(one.links == answers[0].links for one in answers)
    for source in articles:
        assert len({share_unmatched(one, source.id) for one in answers}) == 1


def test_an_outlet_that_reports_it_in_one_article_is_not_named_among_the_rest_for_the_other() -> None:
    one, two = article("time", "Two men died."), article("time-2", "A fire in Lisbon.")
    three = article("sky", "Two men died.")
    comparison = compare([replace(one, outlet="TIME"), replace(two, outlet="TIME"), three], base="sky")
    assert [one.label for one in comparison.articles] == ["sky", "TIME (1)", "TIME (2)"]
    for detail in comparison.details:
        rest = comparison.outlets_of((*detail.not_found_in, *detail.not_compared))
        assert not set(rest) & set(comparison.outlets_of(detail.reported_by))
