"""Names: what is found, what is one bearer, and what is never put together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.language import split_sentences
from newsdiff.mentions.names.finder import find_names
from newsdiff.model import Article, Block, Mention, Name, numbered


def article(text: str, name: str = "sky") -> Article:
    """An article whose paragraphs are the lines of `text`."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("", "paragraph", at, at + len(line)))
        at += len(line) + 1
    return Article(name, f"{name}.txt", text, numbered(name, blocks))


def names_in(*texts: str) -> list[list[tuple[Mention, Name]]]:
    """The mentions with their values, per text."""
    articles = [article(text, f"a{number}") for number, text in enumerate(texts)]
    found = find_names(articles, {item.id: split_sentences(item) for item in articles})
    return [[(m, m.value) for m in found[item.id] if isinstance(m.value, Name)] for item in articles]


def keys(*texts: str) -> dict[str, set[str]]:
    """Surface -> the keys it has in any of the texts."""
    result: dict[str, set[str]] = {}
    for items in names_in(*texts):
        for mention, value in items:
            result.setdefault(mention.text, set()).add(value.key)
    return result


def found(text: str) -> dict[str, str]:
    """Surface -> type."""
    return {mention.text: value.type for mention, value in names_in(text)[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday Steve Witkoff and Jared Kushner met.",
            {"Steve Witkoff": "person", "Jared Kushner": "person"},
        ),
        (
            "Then US Secretary of State Marco Rubio left.",
            {"US": "place", "Marco Rubio": "person"},
        ),
        (
            "The talks with Kremlin aide Yuri Ushakov ended.",
            {"Kremlin": "organisation", "Yuri Ushakov": "person"},
        ),
        ("It was opened by Prime Minister Theresa May in April.", {"Theresa May": "person"}),
        (
            "He lives in Mazar-i-Sharif, in Balkh province.",
            {"Mazar-i-Sharif": "place", "Balkh province": "place"},
        ),
        (
            "They wrote to the Securities and Exchange Commission.",
            {"Securities and Exchange Commission": "organisation"},
        ),
        ("He works for the Bank of America in Paris.", {"Bank of America": "organisation", "Paris": "place"}),
        ("The German consulate was hit.", {"German consulate": "organisation"}),
        ("The Russia-Ukraine war goes on.", {"Russia": "place", "Ukraine": "place"}),
        (
            "He saw Moon Jae-in and the Kremlin-backed rebels.",
            {"Moon Jae-in": "person", "Kremlin": "organisation"},
        ),
        ("We saw Dr. J. K. Miller there.", {"J. K. Miller": "person"}),
    ],
)
def test_names_are_cut_where_a_reader_would_cut_them(text: str, expected: dict[str, str]) -> None:
    assert {surface: kind for surface, kind in found(text).items() if surface in expected} == expected


def test_a_word_that_only_opens_a_sentence_is_no_name() -> None:
    assert found("Passengers ran. Smoke rose over it. Yesterday nobody came.") == {}


def test_a_surname_that_opens_a_sentence_is_a_name_when_the_event_names_its_bearer() -> None:
    assert "Cooper" in found("We met Yvette Cooper there. Cooper said it.")


def test_weekdays_and_months_are_no_names() -> None:
    assert found("It was on Tuesday, in late November, before Christmas.") == {}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They met Volodymyr Zelensky.", "They met Volodymyr Zelenskyy."),
        ("They met Volodymyr Zelensky.", "They met Vladimir Zelenskiy."),
        ("They met Lloyd Blankfein.", "They met Lloyd C. Blankfein."),
        ("They met Mohammed Morsi.", "They met Mohamed Morsi."),
        ("They met Muammar Gaddafi.", "They met Muammar Qaddafi."),
        ("They met Bashar al-Assad.", "They met Bashar Assad."),
        ("They met Kim Jong-un.", "They met Kim Jong Un."),
        ("They met Recep Tayyip Erdoğan.", "They met Tayyip Erdogan."),
        ("It was in Kyiv.", "It was in Kiev."),
        ("It was in Mazar-e-Sharif.", "It was in Mazar-i-Sharif."),
        ("It was in the United States.", "It was in the U.S. then."),
        ("He is in America.", "He is an American."),
        ("It was in Britain.", "It was in the UK."),
        ("The work of Goldman Sachs.", "The work of Goldman Sachs Group Inc."),
        ("The work of Keefe, Bruyette & Woods.", "The work of Keefe Bruyette & Woods."),
        ("The men of NATO came.", "The men of Nato came."),
        ("We asked the U.S. State Department there.", "We asked the State Department there."),
        ("We asked the Associated Press there.", "We asked AP there."),
    ],
)
def test_spellings_abbreviations_and_forms_of_one_bearer_share_the_key(left: str, right: str) -> None:
    first, second = names_in(left, right)
    assert len(first) == len(second) == 1
    assert first[0][1].key == second[0][1].key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They met Vladimir Putin.", "They met Vladimir Zelensky."),
        ("They met Yuri Ushakov.", "They met Dmitry Peskov."),
        ("They met Michelle Obama.", "They met Barack Obama."),
        ("They met Kim Jong-un.", "They met Kim Jong-il."),
        ("They met Bruce Steinberg.", "They met Matthew B. Steinberg."),
        ("It was in Iran.", "It was in Iraq."),
        ("It was in Austria.", "It was in Australia."),
        ("It was in Niger.", "It was in Nigeria."),
        ("It was in North Korea.", "It was in South Korea."),
        ("It was in Slovakia.", "It was in Slovenia."),
    ],
)
def test_different_bearers_never_share_a_key(left: str, right: str) -> None:
    first, second = names_in(left, right)
    assert not {value.key for _, value in first} & {value.key for _, value in second}


def test_titles_possessives_and_surnames_lead_to_the_full_name() -> None:
    result = keys("We met Steve Witkoff.", "They met Mr Witkoff. It was Witkoff’s plan, said Witkoff.")
    assert set().union(*result.values()) == {"steve witkoff"}


def test_the_same_spelling_slip_is_forgiven_across_outlets_but_not_within_one() -> None:
    across = keys("They met Uma Thurman.", "They met Uma Thurmann.")
    within = keys("They met Carl Hansson and Carl Hanssen.")
    assert len(set().union(*across.values())) == 1
    assert len(set().union(*within.values())) == 2


def test_an_acronym_in_brackets_joins_the_name_before_it() -> None:
    result = keys("We asked the Rail Accident Investigation Branch (RAIB) there.", "Now RAIB has come.")
    assert result["RAIB"] == result["Rail Accident Investigation Branch"]


def test_an_acronym_without_brackets_joins_the_name_with_those_initials() -> None:
    result = keys("We asked the Rail Accident Investigation Branch there.", "We asked the RAIB there.")
    assert result["RAIB"] == result["Rail Accident Investigation Branch"]


def test_the_sign_of_a_share_behind_its_exchange_is_no_name() -> None:
    result = keys("We asked the Bad Astronomer there.", "Shares of Boeing (NYSE:BA) fell.")
    assert "BA" not in result
    assert "Bad Astronomer" in result


def test_a_team_may_be_called_like_the_people_of_a_place() -> None:
    result = keys("They beat the Houston Texans there. Then the Texans won.")
    assert result["Texans"] == result["Houston Texans"]


def test_in_a_family_the_surname_alone_is_the_best_known_one() -> None:
    text = "We met Uma Thurman. We met Uma there. Her father, Robert Thurman, came. Later Thurman spoke."
    assert keys(text)["Thurman"] == {"uma thurman"}


def test_whom_the_title_names_in_full_is_meant_before_a_relative_that_the_text_names() -> None:
    named = article("Thurman spoke there. Her father is Robert Thurman. Later Thurman left.", "a")
    named = replace(named, title="Why Uma Thurman is angry")
    other = article("We met Uma Thurman there. Uma Thurman left.", "b")
    found = find_names([named, other], {item.id: split_sentences(item) for item in (named, other)})
    last = [one.value for one in found["a"] if one.text == "Thurman"][-1]
    assert isinstance(last, Name)
    assert last.full == "Uma Thurman"


def test_a_courtesy_title_distinguishes_husband_from_wife() -> None:
    text = "We met Barack Obama and Michelle Obama. He saw Mrs. Obama. She saw Mr. Obama."
    items = [value.full for mention, value in names_in(text)[0] if mention.text == "Obama"]
    assert items == ["Michelle Obama", "Barack Obama"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We asked Kremlin aide Yuri Ushakov.", "Kremlin aide"),
        ("We asked U.S. negotiator Tim Swieczkowski.", "U.S. negotiator"),
        ("We asked special envoy Steve Witkoff.", "special envoy"),
        ("We asked Dmitry Peskov, the Kremlin spokesman, there.", "the Kremlin spokesman"),
        ("We asked British Prime Minister Theresa May.", "British Prime Minister"),
    ],
)
def test_the_role_beside_a_person_is_kept(text: str, role: str) -> None:
    assert [value.role for _, value in names_in(text)[0] if value.type == "person"] == [role]


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=300)
NEWS = st.lists(
    st.sampled_from(
        "Mr. | U.S. |Putin|Vladimir |and |of |the |President |’s |'s|-|–|(RAIB)|Kim |, |. |\n|Bank |said |“|"
        "” |A|é|ПУТИН|Inc|& |May |Korea |North |I’m |İ|ǅ|Al. |El |al-|Jr|Steve |of State |University ".split(
            "|"
        )
    ),
    max_size=40,
).map("".join)


@given(st.lists(ANY_TEXT | NEWS, min_size=1, max_size=3))
def test_mentions_slice_back_do_not_overlap_and_lie_in_their_sentence(texts: list[str]) -> None:
    articles = [article(text, f"a{number}") for number, text in enumerate(texts)]
    sentences = {item.id: split_sentences(item) for item in articles}
    result = find_names(articles, sentences)
    assert set(result) == {item.id for item in articles}
    for item in articles:
        spans = {sentence.id: sentence for sentence in sentences[item.id]}
        last = 0
        for mention in result[item.id]:
            assert mention.text == item.text[mention.start : mention.end] != ""
            assert last <= mention.start < mention.end
            sentence = spans[mention.sentence]
            assert sentence.start <= mention.start
            assert mention.end <= sentence.end
            assert isinstance(mention.value, Name)
            assert mention.value.key
            assert mention.value.full
            last = mention.end


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(["He met Kim Jong-un.", "Kim spoke to Mr. Trump.", "Donald Trump left with Kim Jong Un."])
)
def test_the_answer_does_not_depend_on_the_order_of_the_articles(texts: list[str]) -> None:
    order = sorted(texts)
    articles = [article(text, f"a{order.index(text)}") for text in texts]
    result = find_names(articles, {item.id: split_sentences(item) for item in articles})
    again = find_names(articles[::-1], {item.id: split_sentences(item) for item in articles})
    assert result == again


@pytest.mark.parametrize(
    "piece", ["Abc Def ", "A", "É", "Kim-", "U.S.", "Bank of ", "Mr. ", "\u202eKim\x1b[1m ", "Kim and "]
)
def test_a_long_line_of_nothing_but_capitals_neither_raises_nor_hangs(piece: str) -> None:
    assert names_in(piece * (30_000 // len(piece))) is not None


def keys_in(*texts: str) -> list[set[str]]:
    return [{value.key for _, value in found} for found in names_in(*texts)]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("They met Mark van Houten there.", "They met Mr Van Houten there."),
        ("They met Robert De Niro there.", "They met De Niro there. Mr De Niro left."),
        ("They met Peter van den Berg there.", "They met Mr Van den Berg there."),
        ("They met Jair da Silva there.", "They met Mr Da Silva there."),
        ("They met Jan de Vries there.", "They met Mr De Vries there."),
        ("They met Andrea di Pietro there.", "They met Mr Di Pietro there."),
        ("They met Marine Le Pen there.", "They met Ms Le Pen there."),
        ("They met Mohammed bin Salman there.", "They met Prince bin Salman there."),
        ("They met Dwayne “The Rock” Johnson there.", "They met Dwayne Johnson there."),
        ('They met Joaquin "El Chapo" Guzman there.', "They met Mr Guzman there."),
        ("They met John ‘Jack’ Smith there.", "They met John Smith there."),
        ("They met John (Jack) Smith there.", "They met John Smith there."),
        ("They met Robert Kelly Jr. there.", "They met Robert Kelly there."),
        ("They met Robert Kelly Jr. there.", "They met Kelly Jr. there."),
        ("They met Robert Kelly, Jr., there.", "They met Mr Kelly there."),
        ("They met George W. Bush there.", "They met G.W. Bush there."),
        ("They met J.K. Rowling there.", "They met J. K. Rowling there."),
        ("They met Emmanuel Macron there.", "They met M. Macron there."),
        ("They met Señor Pedro Sánchez there.", "They met Pedro Sanchez there."),
        ("They met Giorgia Meloni there.", "They met Signora Meloni there."),
        ("They met Shri Narendra Modi there.", "They met Narendra Modi there."),
        ("They met Kanzler Olaf Scholz there.", "They met Olaf Scholz there."),
        ("They met Femke Halsema there.", "They met Mevrouw Halsema there."),
        ("They met Luís dos Santos there.", "They met Senhor Dos Santos there."),
        ("They met Mario Bianchi there.", "They met Dott. Bianchi there."),
    ],
)
def test_particles_nicknames_initials_and_titles_leave_a_name_one(full: str, short: str) -> None:
    first, second = keys_in(full, short)
    assert len(first) == 1
    assert first == second


def test_father_and_son_are_two_where_an_outlet_names_both() -> None:
    _, son, both = keys_in(
        "They met Donald Trump there.",
        "They met Donald Trump Jr. there.",
        "They met Donald Trump there. They met Donald Trump Jr. there.",
    )
    assert len(both) == 2
    assert son < both
