"""Quotations: every style of marks, and who speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language import split_sentences
from newsdiff.mentions.names.finder import find_names
from newsdiff.mentions.quotes.finder import find_quotes
from newsdiff.model import Article, Block, Mention, Quote, Role, Utterance, numbered


def article(text: str, first: Role = "paragraph") -> Article:
    """An article whose blocks are the lines of `text`; the first has the role `first`."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("", "paragraph" if blocks else first, at, at + len(line)))
        at += len(line) + 1
    return Article("sky", "sky.txt", text, numbered("sky", blocks))


def read(item: Article) -> tuple[tuple[Quote, ...], tuple[Mention, ...]]:
    """The quotations of an article, names found first."""
    sentences = split_sentences(item)
    return find_quotes(item, sentences, find_names([item], {item.id: sentences})[item.id])


def quoted(text: str) -> list[str]:
    """The quotations with their marks."""
    return [text[quote.start : quote.end] for quote in read(article(text))[0]]


def speakers(text: str) -> list[str | None]:
    """Who says each quotation."""
    return [quote.speaker for quote in read(article(text))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it is over.” Then he left.", ["“it is over.”"]),
        ('He said "it is over." Then he left.', ['"it is over."']),
        ("He said «it is over.» Then he left.", ["«it is over.»"]),
        ("He said „it is over.“ Then he left.", ["„it is over.“"]),
        ("He said »it is over.« Then he left.", ["»it is over.«"]),
        ("He said ‘it is over.’ Then he left.", ["‘it is over.’"]),
        ("He said 'it is over.' Then he left.", ["'it is over.'"]),
        ("He said ``it is over.'' Then he left.", ["``it is over.''"]),
        ("He warned: «It is over, if they start.” Then he left.", ["«It is over, if they start.”"]),
        ('The talks were"productive" but long.', ['"productive"']),
        ('It was"rather useful, constructive" and"short".', ['"rather useful, constructive"', '"short"']),
        ("He called it a ‘band-aid’ and 'fat'.", ["‘band-aid’", "'fat'"]),
        ("She said: “He told me ‘go home’ and left.” Yes.", ["“He told me ‘go home’ and left.”"]),
    ],
)
def test_every_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It’s the players' union that didn't want the dogs' food.",
        "It's rock 'n' roll from the '90s, 'til late, for 'em all.",
        "He is 6'2\" tall and she is 5' 10\" tall.",
        'The screen is 27" wide.',
        "O'Neill's and D'Angelo's don't count; nor does 5' of rope.",
        "The barge hit the states’ bridge in the ’90s.",
        "They serve under “Resolute Support” there.",
        "They saw ‘Guardians of the Galaxy’ there.",
        "She had a part in the series “Masters of Sex,” and she liked it.",
        "They saw the film “Guardians of the Galaxy.”",
        "She is starring in “The Parisian Woman,” an intrigue about a senator.",
    ],
)
def test_apostrophes_feet_inches_and_names_in_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“Make America Great Again,” he said.",
        "They sang “Black Lives Matter.”",
        "Jane Miller called it “Fake News.”",
        "Jane Miller called him “Little Marco,” and left.",
        "Then “Good Lord,” Jane Miller sighed.",
    ],
)
def test_words_with_capitals_are_speech_where_no_work_is_named_before_them(text: str) -> None:
    assert len(quoted(text)) == 1


def test_an_apostrophe_inside_single_marks_does_not_end_the_quotation() -> None:
    text = "He said: 'We don't think the players' union was right,' and left."
    assert quoted(text) == ["'We don't think the players' union was right,'"]


def test_inches_inside_a_quotation_do_not_end_it() -> None:
    text = '"He was 6\'2" tall," she said.'
    assert quoted(text) == ['"He was 6\'2" tall,"']


def test_an_inner_quotation_in_the_same_marks_belongs_to_the_outer_one() -> None:
    text = (
        "'Kim just stated that the 'button is on his desk at all times.'\n'Will someone inform him?' he said."
    )
    assert quoted(text) == [
        "'Kim just stated that the 'button is on his desk at all times.'",
        "'Will someone inform him?'",
    ]


def test_a_quotation_of_several_paragraphs_gives_one_quotation_in_each() -> None:
    text = "Ms Cooper said: “We are here.\n“We shall stay.\n“We shall win.” Nobody left."
    assert quoted(text) == ["“We are here.", "“We shall stay.", "“We shall win.”"]


def test_a_closing_mark_alone_ends_what_the_paragraph_before_left_open() -> None:
    text = 'He said: "We are here.\nWe shall stay," he added. Nobody left.'
    assert quoted(text) == ['"We are here.', 'We shall stay,"']


def test_an_unclosed_quotation_inside_a_paragraph_ends_with_its_sentence() -> None:
    assert quoted("Then he said “we are here. Nobody answered him.") == ["“we are here."]


def test_a_forgotten_closing_mark_does_not_turn_the_following_quotations_inside_out() -> None:
    text = '"We are here, he said. "And now we go," he added.'
    assert quoted(text)[-1] == '"And now we go,"'


def test_headlines_are_read_and_noise_is_not() -> None:
    item = article("Talks ‘productive’ but no end\nHe left.", first="title")
    assert [item.text[q.start : q.end] for q in read(item)[0]] == ["‘productive’"]
    assert read(article("Talks ‘productive’ but no end\nHe left.", first="noise"))[0] == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is over,” said Yuri Ushakov on Monday.", "Yuri Ushakov"),
        ("“It is over,” Yuri Ushakov said on Monday.", "Yuri Ushakov"),
        ("“It is over,” Kaja Kallas, the E.U. high representative, told reporters.", "Kaja Kallas"),
        ("Yuri Ushakov said: “It is over.”", "Yuri Ushakov"),
        ("Yuri Ushakov told reporters in Moscow that it was “over”.", "Yuri Ushakov"),
        ("According to Yuri Ushakov, it is “over”.", "Yuri Ushakov"),
        ("It is “over”, according to Yuri Ushakov.", "Yuri Ushakov"),
        ("Yuri Ushakov spoke to Mark Rutte and said it was “over”.", "Yuri Ushakov"),
        ("We met Yuri Ushakov in May. “It is over,” he said.", "Yuri Ushakov"),
        ("Yvette Cooper spoke after Wes Streeting. “It is over,” she said.", "Yvette Cooper"),
        ("Tom Alder died where Yvette Cooper was born. “It is over,” she wrote.", "Yvette Cooper"),
        ("Tavon Alleyne died where Yvette Cooper was born. She wrote, “It is over.”", "Yvette Cooper"),
        ("Nikki Haley dismissed Seoul's offer, calling it a “band-aid”.", "Nikki Haley"),
        ("NATO Secretary General Mark Rutte met them and vowed to “fight back”.", "Mark Rutte"),
        ("“We are in shock,” Bruce Steinberg's sister, Tamara Jacobson, said.", "Tamara Jacobson"),
        ("“It is over,” a local shopkeeper said.", "a local shopkeeper"),
        ("“It was loud,” a relative told the New York Times.", "a relative"),
        ("“It was loud,” police said.", "police"),
        ("The plan was criticised as a “wish list”.", None),
    ],
)
def test_the_speaker_is_who_does_the_saying(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_speaker_goes_on_until_somebody_else_is_named() -> None:
    text = "“It is over,” said Wes Streeting. “We go home.”\n“Nobody stays.”\n“I stay,” said Yvette Cooper."
    assert speakers(text) == ["Wes Streeting", "Wes Streeting", "Wes Streeting", "Yvette Cooper"]


def test_the_line_before_may_announce_the_speaker() -> None:
    assert speakers("Vladimir Putin threatened:\n«We are ready to do so.»") == ["Vladimir Putin"]


def test_an_office_stands_for_who_was_introduced_with_it() -> None:
    text = "They met Russian President Vladimir Putin.\nThe Russian president said it was “over”."
    assert speakers(text) == ["Vladimir Putin"]


def test_the_mention_carries_the_folded_words_and_the_speaker() -> None:
    _, mentions = read(article("“It’s Über-late,” said Yuri Ushakov."))
    assert mentions[0].value == Utterance(("its", "uberlate"), "Yuri Ushakov")


MARKS = st.lists(
    st.sampled_from(
        [
            *"\"“”„‟«»‘’'‚‹›`",
            "''",
            "``",
            " ",
            " ",
            "a",
            "He said ",
            "Kim ",
            "6'2\"",
            ", ",
            ". ",
            "\n",
            "s' ",
            "é",
        ]
    ),
    max_size=60,
).map("".join)


@given(MARKS | st.text(max_size=200))
def test_quotations_are_in_order_do_not_overlap_and_stay_in_their_block(text: str) -> None:
    item = article(text)
    quotes, mentions = read(item)
    last = 0
    for quote in quotes:
        assert last <= quote.start < quote.end
        last = quote.end
        assert any(block.start <= quote.start and quote.end <= block.end for block in item.paragraphs)
    assert [quote.id for quote in quotes] == [f"sky.q{number}" for number in range(1, len(quotes) + 1)]
    for mention in mentions:
        assert mention.text == text[mention.start : mention.end]
        assert isinstance(mention.value, Utterance)


@pytest.mark.parametrize(
    "piece", ['"', "'", "“", "’ ", "'a ", " 'a", '"a" ', "said Kim “a” ", "s' ", "Kim and "]
)
def test_a_long_line_of_nothing_but_marks_neither_raises_nor_hangs(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    quotes, _ = read(article(text))
    assert all(quote.end <= len(text) for quote in quotes)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is over,” – Commissioner Jane Miller.\nAnna Brown left.", "Jane Miller"),
        ("“It is over.” — Jane Miller, commissioner", "Jane Miller"),
        ("“It is over” (Jane Miller)", "Jane Miller"),
        ("Jane Miller: “It is over.”", "Jane Miller"),
        ("Jane Miller (46): “It is over.”", "Jane Miller"),
        ("“It is over,” sighed Jane Miller, who met Anna Brown.", "Jane Miller"),
        ("“It is over,” Jane Miller sighed.", "Jane Miller"),
        ("“It is over!” Jane Miller beamed.", "Jane Miller"),
        ("Jane Miller met Anna Brown. “It is over,” grumbled Brown.", "Anna Brown"),
        ("Jane Miller was angry. “It is over.”", "Jane Miller"),
        ("Jane Miller criticised the plan. “It is over.”", "Jane Miller"),
        ("“It is over.” Jane Miller was adamant.", "Jane Miller"),
        ("As Jane Miller put it: “It is over.”", "Jane Miller"),
        ("“It is over,” is how Jane Miller put it.", "Jane Miller"),
        ("In Jane Miller's words, “it is over.”", "Jane Miller"),
        ("Jane Miller's reaction: “It is over.”", "Jane Miller"),
        ("“It is over,” came the reply from Jane Miller.", "Jane Miller"),
        ("“It is over,” Anna Brown was told by Jane Miller.", "Jane Miller"),
        ("Jane Miller was angry. “It is over,” said Anna Brown.", "Anna Brown"),
        ("Yuri Ushakov spoke first. He met Mark Rutte. “It is over,” he said.", "Yuri Ushakov"),
        ("“It is over,” Anna Brown heard Jane Miller say.", "Jane Miller"),
        ("Jane Miller quoted Anna Brown as saying: “It is over.”", "Anna Brown"),
        ("“It is over”: Jane Miller", "Jane Miller"),
        ("Statement by Jane Miller: “It is over.”", "Jane Miller"),
        ("“It is over,” Jane Miller and Anna Brown said.", "Jane Miller"),
        ("“It is over,” Anna Brown quoted Jane Miller as saying.", "Jane Miller"),
        ("“It is over” is what Jane Miller told Anna Brown.", "Jane Miller"),
        ("“It is over,” was the verdict of Jane Miller.", "Jane Miller"),
        ("For Jane Miller, the case is clear: “It is over.”", "Jane Miller"),
        ("A banner read “It is over” when Jane Miller came.", None),
        ("For Jane Miller, the news was bad: “It is over.”", None),
        ("Jane Miller met Anna Brown on Friday. “It is over.”", None),
        ("Jane Miller was killed on Friday. “It is over.”", None),
        ("Jane Miller was accused of fraud. “It is over.”", None),
        ("Jane Miller told Anna Brown she was wrong. “It is over.”", None),
        ("“It is over” – Jane Miller's plan failed.", None),
        ("The film “It is over” stars Jane Miller.", None),
        ("Holt, 43, of Leeds, said: “It is over.”", None),
        ("Seen at home as a champion of the poor, Jane Miller called it “the last straw”.", "Jane Miller"),
        ("A clip of her cousin said: “It is over.”", "her cousin"),
        ("BERLIN — Its author, who was late, said: “It is over.”", None),
        ("Berlin said: “It is over.”", "Berlin"),
        ("On a long Berlin-to-Paris flight the captain said: “It is over.”", "the captain"),
        ("The sign read “It is over.” Jane Miller saw it.", None),
        ("Police came. “It is over.”", None),
    ],
)
def test_speakers_beside_a_quotation_are_found_and_nobody_else(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_two_names_before_colons_speak_each_for_themselves() -> None:
    text = "Jane Miller won.\nAnna Brown lost.\nMiller: “It is over,” and Brown: “It is not.”"
    assert speakers(text) == ["Jane Miller", "Anna Brown"]


def test_whom_a_colon_addresses_does_not_speak() -> None:
    text = "Judge Amy Jackson told Paul Manafort: “It is over.”"
    assert speakers(text) == ["Amy Jackson"]


@pytest.mark.parametrize(
    "text", ["Dwayne “The Rock” Johnson left.", "John ‘Jack’ Smith left.", 'Joaquin "El Chapo" Guzman left.']
)
def test_a_nickname_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_a_name_behind_a_verb_with_a_subject_of_its_own_is_no_speaker() -> None:
    text = "“It is part of a larger issue,” the women wrote, referring to the Norvik Recording Academy."
    assert speakers(text) == [None]
    assert speakers("“It is part of a larger issue,” wrote Jane Miller of the academy.") == ["Jane Miller"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Yvette Cooper left. “It is over,” said Wes Streeting. “It went well,” she said.", "Yvette Cooper"),
        ("“It is over,” said Wes Streeting. “It went well,” she said.", None),
        ("Yvette Cooper met Wes Streeting and his first wife. “It went well,” she said.", "Yvette Cooper"),
        ("Yvette Cooper came with her lawyer. “It went well,” she said.", "Yvette Cooper"),
        ("A spokesman met Yvette Cooper. “It went well,” she said.", "Yvette Cooper"),
        ("Regina King left. “It went well,” she said.", "Regina King"),
        ("The judge sentenced Wes Streeting. “You are a danger,” he said.", "The judge"),
    ],
)
def test_she_is_no_man_and_not_her_own_lawyer(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker


def test_who_is_merely_named_beside_a_quotation_does_not_speak() -> None:
    assert speakers("Wes Streeting left the party over its “red lines”.") == [None]


def test_nobody_named_in_the_title_of_a_work_speaks() -> None:
    text = "Yvette Cooper of “Good Will Hunting” fame acknowledged an “awkward pass” at a guest."
    assert speakers(text) == ["Yvette Cooper"]
