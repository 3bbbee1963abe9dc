"""Word alignment: which words of a statement the versions share, replace, or have for themselves."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.language import split_sentences
from newsdiff.mentions import find_mentions
from newsdiff.model import Article, WordRun, WordSpan
from newsdiff.statements.sentence_texts import read_sentences
from newsdiff.statements.word_alignment import align_words, replaced_words, word_span
from newsdiff.statements.word_pairs import PairAlignment, align_pair
from tests.details.small_events import article


class Versions:
    """The sentences of some small articles, a sentence each unless more are written."""

    def __init__(self, *written: str) -> None:
        articles = [article(f"outlet{number}", text) for number, text in enumerate(written)]
        self.sentences = read_sentences(find_mentions(articles, sentences_of(articles)))
        self.texts = [articles[sentence.article].text for sentence in self.sentences]

    def runs(self) -> tuple[tuple[WordRun, ...], ...]:
        return align_words(self.texts, self.sentences)

    def pair(self) -> PairAlignment:
        one, other = self.sentences
        return align_pair((self.texts[0], self.texts[1]), one, other)

    def not_shared(self) -> set[tuple[int, int]]:
        """Tokens of either sentence that are in no pair of spans which say the same."""
        every = {(at, token) for at in (0, 1) for token in range(len(self.sentences[at].tokens))}
        spans = [(at, pair[2 * at : 2 * at + 2]) for pair in self.pair().shared for at in (0, 1)]
        return every - {(at, token) for at, (first, end) in spans for token in range(first, end)}

    def words(self, version: int, status: str) -> list[str]:
        text = self.texts[version]
        return [text[run.start : run.end] for run in self.runs()[version] if run.status == status]

    def replaced(self) -> list[tuple[str, str]]:
        one, other = self.sentences
        pairs = replaced_words((self.texts[0], self.texts[1]), one, other)
        return [
            (self.texts[0][here.start : here.end], self.texts[1][there.start : there.end])
            for here, there in pairs
        ]


def sentences_of(articles: list[Article]) -> dict[str, tuple]:  # type: ignore[type-arg]
    return {item.id: split_sentences(item) for item in articles}


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        (
            "Police said Karim was the mastermind of the attack in Lyon.",
            "Karim was the middle man of the attack in Lyon, police said.",
            ("mastermind", "middle man"),
        ),
        ("Spain seized a tanker in May.", "Spain inspected a tanker in May.", ("seized", "inspected")),
        (
            "The plane came down 20 miles from Oslo.",
            "The plane came down 30 km from Oslo.",
            ("20 miles", "30 km"),
        ),
        ("Envoys saw some progress in Geneva.", "Envoys saw no progress in Geneva.", ("some", "no")),
        ("She voted for the bill.", "She voted against the bill.", ("for", "against")),
        ("Prosecutors expected to file charges.", "Prosecutors have filed charges.", ("expected to", "have")),
        ("At least 84 miners died in Peru.", "At least 80 miners died in Peru.", ("84", "80")),
        ("Nobody was charged with murder.", "A man was charged with murder.", ("Nobody", "A man")),
        (
            "A fire began on Monday night in Rome.",
            "A fire began on Monday evening in Rome.",
            ("night", "evening"),
        ),
        ("The truce began in Gaza.", "The truce started in Gaza.", ("began", "started")),
        ("The mayor resigned on Friday.", "The mayor resigned on Thursday.", ("Friday", "Thursday")),
    ],
)
def test_other_words_between_the_same_words_are_replaced(one: str, other: str, pair: tuple[str, str]) -> None:
    assert Versions(one, other).replaced() == [pair]


def test_words_near_in_meaning_replace_each_other_and_are_never_called_the_same() -> None:
    versions = Versions("A lorry hit 12 cyclists, police said.", "Trucks killed 12 cyclists in Ghent.")
    assert ("lorry", "Trucks") in versions.replaced()


def test_a_word_that_one_quotation_lacks_is_own() -> None:
    versions = Versions('"We are ready right now," Baker said.', 'Baker said: "We are ready now."')
    assert versions.words(0, "own") == ["right"]
    assert versions.words(1, "own") == []
    assert versions.words(1, "shared") == ["Baker said", "We are ready", "now"]


def test_a_part_of_a_longer_word_is_shared_and_the_rest_own() -> None:
    versions = Versions("Lopez, a founder of Acme, spoke.", "Lopez, a co-founder of Acme, spoke.")
    assert versions.words(1, "own") == ["co"]
    assert "founder of Acme" in " ".join(versions.words(1, "shared"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He did not resign.", "He didn’t resign."),
        ("The cease-fire holds.", "The ceasefire holds."),
        ("The organisation cancelled its programme in the theatre.",
         "The organization canceled its program in the theater."),
        ("Six men were hurt.", "6 men were hurt."),
        ("Sen. Alba met Gov. Ruiz.", "Senator Alba met Governor Ruiz."),
        ("PARIS BURNS, police say!", "Paris burns, police said."),
        ("It lasted 12 months.", "It lasted one year."),
        ("Angela Merkel accused Emmanuel Macron of lying. ", "Merkel accused Macron of lying."),
    ],
)  # fmt: skip
def test_what_says_the_same_is_shared_however_it_is_written(one: str, other: str) -> None:
    versions = Versions(one, other)
    assert not versions.pair().replaced
    assert not versions.not_shared()


def test_the_same_number_of_another_unit_is_not_the_same() -> None:
    assert Versions("The hole is 20 feet deep.", "The hole is 20 metres deep.").replaced() == [
        ("20 feet", "20 metres")
    ]


def test_stop_words_are_shared_only_beside_shared_words() -> None:
    alignment = Versions("The dog of the king sleeps.", "Boats in the bay of the north burn.").pair()
    assert not alignment.shared


def test_a_repeated_word_goes_where_its_neighbours_agree() -> None:
    versions = Versions(
        "The red bus hit a wall and the green bus burned.",
        "The green bus burned when the red bus hit a wall.",
    )
    shared = {
        (versions.texts[0][here.start : here.end], versions.texts[1][there.start : there.end])
        for here, there in spans_of(versions)
    }
    assert ("the green bus burned", "The green bus burned") in shared


def spans_of(versions: Versions) -> list[tuple[WordSpan, WordSpan]]:
    one, other = versions.sentences
    return [
        (word_span(one, pair.first, pair.last), word_span(other, pair.first_there, pair.last_there))
        for pair in versions.pair().shared
    ]


def test_among_several_versions_a_word_is_shared_if_any_says_the_same_else_replaced() -> None:
    versions = Versions(
        "The plan has 28 points for Kyiv.",
        "The plan has 19 points for Kyiv.",
        "The plan has 28 points for Kyiv today.",
    )
    assert versions.words(1, "replaced") == ["19"]
    assert versions.words(0, "replaced") == []
    assert versions.words(2, "own") == ["today"]
    (run,) = (run for run in versions.runs()[1] if run.status == "replaced")
    assert [(span.sentence, versions.texts[0][span.start : span.end]) for span in run.by] == [
        (versions.sentences[0].id, "28"),
        (versions.sentences[2].id, "28"),
    ]


def test_figures_and_names_that_change_places_replace_each_other() -> None:
    figures = Versions(
        "Rescuers found 5 bodies, and 20 people are missing.",
        "Rescuers found 20 bodies, and 5 people are missing.",
    )
    assert figures.replaced() == [("5", "20"), ("20", "5")]
    names = Versions("Police say Juan Perez shot Pedro Gomez.", "Police say Pedro Gomez shot Juan Perez.")
    assert names.replaced() == [("Juan Perez", "Pedro Gomez"), ("Pedro Gomez", "Juan Perez")]


def test_a_name_within_a_longer_name_is_shared() -> None:
    versions = Versions("A tanker hit Washington Bridge.", "A tanker hit the Washington bridge.")
    assert versions.replaced() == []


def test_two_sentences_of_one_article_are_not_aligned_with_each_other() -> None:
    versions = Versions("Rome fell on Monday. Rome fell on Monday.")
    assert len(versions.sentences) == 2
    assert {run.status for runs in versions.runs() for run in runs} == {"own"}


def test_a_long_gap_is_no_replacement() -> None:
    long = "when " + " ".join(f"w{letter}x" for letter in "abcdefghijkl")
    assert Versions(f"Turkey {long} Greece.", "Turkey attacked Greece.").replaced() == []


def test_hostile_sentences_of_thousands_of_words_are_aligned() -> None:
    words = [f"x{number}y" for number in range(3_000)]
    versions = Versions(" ".join(words), " ".join(reversed(words)), "the police " * 1_500)
    assert all(runs for runs in versions.runs())


def test_many_versions_still_find_the_one_that_shares_a_word() -> None:
    same = [f"Rain fell in Chile on day {number} of the storm near Talca again." for number in range(2, 40)]
    versions = Versions("Rain fell in Chile of the storm, geologists.", *same, "Wary geologists left Chile.")
    assert "geologists" in " ".join(versions.words(0, "shared"))


VOCABULARY = (
    "police Police said the a of in on not no Paris Berlin Monday Tuesday 20 thirty miles km killed injured "
    "ship vessel seized inspected man men co founder Smith John president , . ' \" - $5 million 50% é 漢"
).split()
SENTENCE = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=25).map(" ".join)


@given(st.lists(SENTENCE, min_size=1, max_size=4))
def test_the_runs_of_a_sentence_hold_each_of_its_words_once(written: list[str]) -> None:
    versions = Versions(*written)
    for sentence, runs in zip(versions.sentences, versions.runs(), strict=True):
        held = [
            [token for token in sentence.tokens if run.start <= token.start and token.end <= run.end]
            for run in runs
        ]
        assert [token for tokens in held for token in tokens] == list(sentence.tokens)
        assert all((run.status == "own") == (not run.by) for run in runs)


@given(SENTENCE, SENTENCE)
def test_an_alignment_is_the_same_from_either_side(one: str, other: str) -> None:
    versions = Versions(one, other)
    if len(versions.sentences) == 2:
        first, second = versions.sentences
        back = align_pair((versions.texts[1], versions.texts[0]), second, first)
        assert versions.pair().mirrored() == back


@given(SENTENCE)
def test_a_sentence_aligned_with_itself_is_all_shared(written: str) -> None:
    versions = Versions(f"Geese {written} landed", f"Geese {written} landed")
    if len(versions.sentences) == 2:
        assert versions.pair().replaced == ()
        assert not versions.not_shared()


@given(st.lists(SENTENCE, min_size=2, max_size=3))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_versions_does_not_matter(written: list[str]) -> None:
    versions = Versions(*written)
    runs = versions.runs()
    numbers = range(len(runs))
    for order in permutations(numbers) if len(numbers) <= 3 else []:
        shuffled = align_words([versions.texts[n] for n in order], [versions.sentences[n] for n in order])
        assert shuffled == tuple(runs[n] for n in order)
