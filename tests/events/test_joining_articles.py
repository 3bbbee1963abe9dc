"""Which articles belong together, without any library: the laws of the pure engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.events.copies import independent
from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.events.joining import Group, join
from newsdiff.events.similarity import Evidence, Vector, evidence, similarity, vector_of
from newsdiff.language.copied import is_copy, shingles_of
from newsdiff.model import Article, Block, numbered

DAY = date(2026, 3, 1)
QUAKE = "An earthquake shook Izmir and people of Izmir ran to the old harbour, Mayor Demir said."
MATCH = "Gornik beat Lech in Poznan by two goals of the striker Nowak before a loud crowd in the rain."
WORDS = st.lists(
    st.sampled_from("Izmir Demir harbour quake Poznan Nowak goal rain vote bridge".split()), min_size=1
)


def vector(text: str, day: date | None = DAY, title: str | None = None) -> Vector:
    """The vector of a text in a world where all words are as rare."""
    blocks = numbered("a", [Block("", "paragraph", 0, len(text))])
    article = Article("a", "a.txt", text, blocks, title=title, published=day)
    return vector_of(fingerprint_of(article), lambda _: 6.0, 1_000)


def together(texts: list[Vector]) -> set[frozenset[int]]:
    """The groups, by the places of their articles."""
    keys = [f"{place:03}" for place in range(len(texts))]
    groups = [Group(key, (text,)) for key, text in zip(keys, texts, strict=True)]
    final = join(groups, [(a, b) for a in keys for b in keys if a < b])
    return {frozenset(int(k) for k in keys if final[k] == end) for end in final.values()}


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_between_nothing_and_one(one: list[str], other: list[str]) -> None:
    a, b = vector(" ".join(one)), vector(" ".join(other))
    assert abs(similarity(a, b) - similarity(b, a)) < 1e-9
    assert 0 <= similarity(a, b) <= 1 + 1e-9


@settings(deadline=None)
@given(st.permutations([0, 1, 2, 3, 4, 5]))
def test_the_order_of_the_articles_changes_no_group(order: list[int]) -> None:
    texts = [vector(QUAKE), vector(QUAKE + " Ten died."), vector(MATCH), vector(MATCH + " Lech are last."),
             vector("Parliament voted on a budget."), vector(QUAKE[30:])]  # fmt: skip
    straight = together(texts)
    shuffled = together([texts[place] for place in order])
    assert {frozenset(order[place] for place in group) for group in shuffled} == straight


def test_identical_texts_are_one_event_and_others_are_not() -> None:
    assert together([vector(QUAKE), vector(MATCH), vector(QUAKE)]) == {frozenset({0, 2}), frozenset({1})}


def test_an_article_without_a_date_joins_by_its_words() -> None:
    assert similarity(vector(QUAKE, None), vector(QUAKE)) == similarity(vector(QUAKE), vector(QUAKE))


def test_days_far_apart_part_what_reads_the_same() -> None:
    near, far = vector(QUAKE, DAY + timedelta(days=2)), vector(QUAKE, DAY + timedelta(days=90))
    assert together([vector(QUAKE), near]) == {frozenset({0, 1})}
    assert together([vector(QUAKE), far]) == {frozenset({0}), frozenset({1})}


def test_one_sentence_and_no_words_at_all_stand_alone() -> None:
    assert len(together([vector(QUAKE), vector("x"), vector("…")])) == 3


def test_the_same_words_of_other_people_and_places_are_two_events() -> None:
    other = QUAKE.replace("Izmir", "Padang").replace("Demir", "Sutrisno")
    assert evidence(vector(QUAKE), vector(other)).excess > 0
    texts = (QUAKE, other, QUAKE + " Ten died.", other + " Two died.")
    assert together([vector(text) for text in texts]) == {
        frozenset({0, 2}), frozenset({1, 3}),
    }  # fmt: skip


def test_other_words_of_the_same_people_and_places_are_one_event() -> None:
    retold = "In Izmir, Mayor Demir counted the houses that fell when the ground trembled at dawn."
    headline = "Earthquake in Izmir"
    assert together([vector(QUAKE, title=headline), vector(retold, title=headline)]) == {frozenset({0, 1})}


SHARE = st.floats(0, 1)


@given(st.tuples(SHARE, SHARE, st.floats(0, 5), SHARE, SHARE, SHARE), st.integers(0, 400), SHARE)
def test_each_piece_of_evidence_speaks_one_way(
    weighed: tuple[float, float, float, float, float, float], days: int, more: float
) -> None:
    seen = Evidence(*weighed, days)
    for_it = (
        replace(seen, names_found=seen.names_found + more),
        replace(seen, rare=seen.rare + more),
        replace(seen, headline=seen.headline + more),
    )
    against = (
        replace(seen, excess=seen.excess + more),
        replace(seen, name_alone=seen.name_alone + more),
        replace(seen, days=days + 1),
    )
    assert all(other.sureness >= seen.sureness for other in for_it)
    assert all(other.sureness <= seen.sureness for other in against)


def test_the_name_of_its_own_outlet_is_no_name_that_an_article_is_about() -> None:
    text = "The ferries to Izmir run again, the Harbour Courier was told in Izmir."
    blocks = numbered("a", [Block("", "paragraph", 0, len(text))])
    fingerprint = fingerprint_of(Article("a", "a.txt", text, blocks, outlet="The Harbour Courier"))
    assert fingerprint.core == {"izmir"}


def test_the_first_words_stand_for_a_headline_where_there_is_none() -> None:
    text = "Izmir shook at dawn. " + "Nothing else was told of it by anybody. " * 5 + "Later it rained."
    blocks = numbered("a", [Block("", "paragraph", 0, len(text))])
    headline = fingerprint_of(Article("a", "a.txt", text, blocks)).headline
    assert "izmir" in headline
    assert "rain" not in headline


def test_nothing_in_common_is_not_likeness_however_few_the_names() -> None:
    assert similarity(vector("no capital stands here"), vector("and neither does one there")) == 0


def test_what_no_letter_shows_to_be_a_name_is_known_by_the_words_at_the_top() -> None:
    one, other = "伊兹密尔 发生 地震 市长 德米尔 说 港口 关闭", "波兹南 比赛 雨中 进球 诺瓦克 球迷 庆祝"
    assert together([vector(one), vector(one + " 十人 死亡"), vector(other)]) == {
        frozenset({0, 1}),
        frozenset({2}),
    }


def test_texts_in_another_script_meet_by_their_own_words() -> None:
    russian = "В Измире произошло землетрясение, мэр Демир сообщил о погибших в городе."
    assert together([vector(russian), vector(russian + " Порт закрыт."), vector(MATCH)]) == {
        frozenset({0, 1}), frozenset({2}),
    }  # fmt: skip


def test_two_hundred_copies_are_one_event_and_one_text() -> None:
    assert together([vector(QUAKE)] * 200) == {frozenset(range(200))}
    assert independent([QUAKE] * 200) == 1


def test_a_copy_with_a_paragraph_of_its_own_is_a_copy_and_another_wording_is_none() -> None:
    copy = QUAKE + " The ferries went on as planned."
    assert is_copy(shingles_of(QUAKE), shingles_of(copy))
    assert independent([QUAKE, copy, MATCH, "Short."]) == 3
    assert independent(["Short.", "short."]) == 1


def test_what_the_reader_keeps_apart_is_never_joined() -> None:
    groups = [Group("a", (vector(QUAKE),)), Group("b", (replace(vector(QUAKE), day=None),))]
    assert join(groups, [("a", "b")], apart=lambda _one, _other: True) == {"a": "a", "b": "b"}
