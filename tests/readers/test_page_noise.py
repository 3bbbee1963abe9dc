"""Every line of a page that is not body text is put aside with a reason, and body text never is."""

from __future__ import annotations

import pytest

from newsdiff.model import Block
from newsdiff.readers.files.plain_text import read_text

BODY = [
    "A fire in a road tunnel injured ten people on Monday, the police said.",
    "The tunnel was closed in both directions until the evening.",
    "“We saw the smoke and ran,” said one driver, who left her car behind.",
]


def role_of(
    line: str, *, place: int = 2, headline: str = "Ten hurt in tunnel fire in the Alps"
) -> tuple[str, str]:
    """Role and reason of a line put among body paragraphs at `place` (0 is right below the headline)."""
    paragraphs = [*BODY[:place], line, *BODY[place:]]
    text = "\n\n".join([headline, *paragraphs])
    start = text.rindex(line) if place == len(BODY) else text.index(line, len(headline))
    block = next(block for block in read_text(text).blocks if block.start == start)
    return block.role, block.reason


def roles(text: str) -> list[tuple[str, str]]:
    """Each block's role and text."""
    blocks: tuple[Block, ...] = read_text(text).blocks
    return [(block.role, text[block.start : block.end]) for block in blocks]


@pytest.mark.parametrize(
    ("line", "role", "reason"),
    [
        ("Advertisement", "noise", "navigation"),
        ("Advertisement Continue reading the main story", "noise", "navigation"),
        ("Scroll down for video", "noise", "navigation"),
        ("6 minute read", "noise", "navigation"),
        ("KXYZ transcripts are created on a rush deadline by a contractor.", "noise", "credit"),
        ("Share this article", "noise", "navigation"),
        ("Read More: How tunnels are made safe", "noise", "read-more"),
        ("RELATED: The worst tunnel fires", "noise", "read-more"),
        ("More: Five things to know about tunnels", "noise", "read-more"),
        ("The ten longest tunnels Read more", "noise", "read-more"),
        ("[The tunnel that nobody wanted]", "noise", "read-more"),
        ("Sign up for our daily newsletter.", "noise", "promo"),
        ("Get the latest headlines delivered to your inbox every morning.", "noise", "promo"),
        ("Follow us on Facebook and Twitter.", "noise", "promo"),
        ("Have you been affected by the fire? Email us.", "noise", "promo"),
        ("Do you have a story for our news team? Email us at news@paper.com", "noise", "promo"),
        ("By signing up you agree to our Terms of Use and Privacy Policy.", "noise", "promo"),
        ("Privacy Notice: Newsletters may contain information about charities.", "noise", "promo"),
        ("This content is provided by X, which may be using cookies.", "noise", "promo"),
        ("You can use the buttons below to amend your preferences.", "noise", "promo"),
        ("This breaking news story is being updated.", "noise", "promo"),
        ("Please refresh the page for the fullest version.", "noise", "promo"),
        ("Capital at risk.", "noise", "promo"),
        ("**Read more from our newsroom:**", "noise", "read-more"),
        ("You may also be interested in:", "noise", "read-more"),
        ("U.S. | World | Business | Sports | Opinion", "noise", "navigation"),
        ("This article is more than 1 month old", "noise", "navigation"),
        ("Cars queue at the tunnel on Monday, May 1. (AP Photo/Jane Roe)", "caption", "caption"),
        ("Image: The tunnel after the fire. Pic: Reuters", "caption", "caption"),
        ("Image copyright AFP Image caption The tunnel was full of smoke", "caption", "caption"),
        ("The tunnel after the fire on Monday. (Jane Roe/Associated Press)", "caption", "caption"),
        ("The tunnel after the fire on Monday. Jane Roe—Getty Images", "caption", "caption"),
            ("FILE - In this May 1 photo, cars queue at the tunnel. It is long.", "caption", "caption"),
        ("The portal of the tunnel (pictured) was closed for most of the day", "caption", "caption"),
        ("Getty Images", "caption", "credit"),
        ("Jane Roe/AP", "caption", "credit"),
        ("Updated 10:15 GMT, 3 December 2025", "noise", "timestamp"),
        ("Tuesday, December 2", "noise", "timestamp"),
        ("By Jane Roe, Transport Correspondent", "noise", "byline"),
        ("Jane Roe and John Doe contributed to this report.", "noise", "byline"),
        ("(Additional reporting by Jane Roe in Bern; editing by John Doe)", "noise", "credit"),
        ("Copyright 2025 The Associated Press. All rights reserved.", "noise", "credit"),
            ("Horrible pictures https://t.co/abc — Ann (@ann) December 1, 2025", "noise", "embed"),
        ("Tags: tunnel, fire", "noise", "tag"),
        ("Correction: An earlier version of this story gave a wrong figure.", "noise", "correction"),
        ("What the drivers saw", "heading", "subheading"),
        ("‘Full of smoke’", "heading", "subheading"),
        ("How safe are tunnels?", "heading", "subheading"),
    ],
)  # fmt: skip
def test_a_line_that_gives_itself_away_is_put_aside_with_its_reason(
    line: str, role: str, reason: str
) -> None:
    assert role_of(line) == (role, reason)


@pytest.mark.parametrize(
    "line",
    [
        "By Thanksgiving, the tunnel had been closed three times, and drivers were angry.",
        "Related parties were told to stay away from the tunnel.",
        "He wrote in a newsletter that people should sign up for the safety course.",
        "The picture was taken by a photographer of Reuters.",
        "Copyright infringement cases rose in 2017.",
        "“No comment.”",
        "He threatened:",
        "Call us crazy, but the tunnel is safe.",
        "Share prices fell by 5 percent.",
        "Video of the fire was shared by thousands of people.",
        "Watch out for smoke, the firefighters told them.",
        "More than 100 people were led out through the side tunnel.",
        "The Guardian reported on Monday that nobody had been warned.",
        "Update on the talks will follow on Tuesday, officials said.",
        "“Photo: impossible,” he joked, as the smoke was too thick.",
    ],
)
def test_body_text_that_merely_sounds_like_it_is_kept(line: str) -> None:
    assert role_of(line) == ("paragraph", "")


def test_of_a_doubled_paragraph_the_second_is_a_duplicate() -> None:
    text = "\n\n".join([*BODY, BODY[0]])
    assert [block.reason for block in read_text(text).blocks] == ["", "", "", "duplicate"]


def test_a_short_answer_may_be_given_twice() -> None:
    text = "\n\n".join([BODY[0], "“No,” he said.", BODY[1], "“No,” he said."])
    assert all(block.role == "paragraph" for block in read_text(text).blocks)


def test_a_teaser_made_of_the_articles_own_words_is_a_duplicate() -> None:
    teaser = "Fire in a road tunnel injured ten people on Monday, the police said in the evening"
    assert role_of(teaser) == ("noise", "duplicate")


def test_a_caption_and_its_copy_with_a_label_are_both_put_aside() -> None:
    text = "\n".join(
        [BODY[0], "", "Cars queue. Pic: Reuters", "Image: Cars queue. Pic: Reuters", "", *BODY[1:]]
    )
    assert [block.reason for block in read_text(text).blocks] == ["", "caption", "duplicate", "", ""]


def test_the_items_of_a_gallery_are_captions_though_they_are_sentences() -> None:
    items = [f"Tunnels of the world {name} is among the longest that were ever built." for name in
             ("Gotthard", "Seikan", "Laerdal", "Simplon", "Fréjus")]  # fmt: skip
    blocks = read_text("\n\n".join([*BODY, *items])).blocks
    assert [block.role for block in blocks] == ["paragraph"] * 3 + ["caption"] * 5


def test_a_menu_above_the_headline_is_navigation() -> None:
    text = "\n".join(["• World", "• Alps", "", "Ten hurt in tunnel fire in the Alps", "", *BODY])
    blocks = read_text(text).blocks
    assert [(block.role, block.reason) for block in blocks[:3]] == [
        ("noise", "navigation"),
        ("noise", "navigation"),
        ("title", "headline"),
    ]


def test_slogans_and_teasers_at_the_end_of_a_page_are_promotion() -> None:
    footer = ["All tunnels in your pocket", "Our app knows them all.", "Global tunnels, local smoke",
              "Read by drivers everywhere.", "Never miss a tunnel again"]  # fmt: skip
    blocks = read_text("\n\n".join([*BODY, *footer])).blocks
    assert [block.role for block in blocks] == ["paragraph"] * 3 + ["noise"] * 5


@pytest.mark.parametrize(
    "line",
    [
        "The prosecutor has opened an investigation, the minister said on Monday evening.",
        "The tunnel had last been inspected three weeks before the fire.",
    ],
)
def test_a_sentence_of_the_story_among_the_teasers_at_the_end_is_kept(line: str) -> None:
    text = "\n".join([*BODY, "More on this story", "Tunnels of the world", line, "Most read", "A", "B", "C"])
    assert ("paragraph", line) in roles(text)


def test_a_paragraph_and_its_copy_without_the_dateline_are_doubles() -> None:
    text = "\n".join(["Fire in the tunnel", f"BERN, Switzerland (AP) — {BODY[0]}", BODY[0], *BODY[1:]])
    assert ("noise", BODY[0]) in roles(text)


def test_links_below_a_bare_read_more_belong_to_it() -> None:
    links = [
        "Read more:",
        "Tunnel fires are rarer than people think, figures show",
        "What to do in a tunnel fire",
    ]
    blocks = read_text("\n\n".join([*BODY, *links])).blocks
    assert [block.reason for block in blocks[3:]] == ["read-more"] * 3


def test_the_head_of_a_page_in_one_line_is_put_aside() -> None:
    title = "Former workers launch campaign to fight tech addiction"
    head = f"Technology {title} Campaign highlights potential harm of platforms, beside a call for rules"
    prose = ["The campaign of the former workers starts in May.", "It costs 7 million dollars, they said."]
    found = read_text("\n\n".join([title, head, *prose]))
    assert [one.role for one in found.blocks] == ["title", "noise", "paragraph", "paragraph"]


def test_a_quotation_that_its_speaker_signs_is_text_but_not_where_it_repeats_the_text() -> None:
    prose = ["“We were all lucky that night,” said the harbour master, Signe Dahl.", "Two boats sank in May."]
    signed = "“Nobody on the quay could see a thing.” – Signe Dahl, harbour master"
    again = "“We were all lucky that night.” – Signe Dahl, harbour master"
    found = read_text("\n\n".join(["Two boats sink", prose[0], signed, again, prose[1]]))
    assert [one.role for one in found.blocks][1:] == ["paragraph", "paragraph", "noise", "paragraph"]


def test_what_is_seen_as_something_is_no_caption() -> None:
    line = "The mission is seen as a precursor to sending people to the ice caps of another planet."
    prose = ["The mission starts in May, the agency said.", "It costs 7 million dollars, they said."]
    found = read_text("\n\n".join(["Mission to start in May", prose[0], line, prose[1]]))
    assert [one.role for one in found.blocks][1:] == ["paragraph"] * 3


def test_who_reported_is_cut_off_the_last_sentence() -> None:
    last = "The series is streaming now. Additional reporting by Steve Greene."
    text = "\n\n".join(["Mission to start in May", "The mission starts in May, the agency said.", last])
    found = read_text(text)
    assert [text[one.start : one.end] for one in found.blocks if one.role == "paragraph"][-1] == (
        "The series is streaming now."
    )


def test_the_standfirst_below_the_headline_says_news_and_is_kept() -> None:
    standfirst = "Drivers fled on foot as smoke filled the tunnel in both directions"
    assert role_of(standfirst, place=0) == ("paragraph", "")


def test_an_agencys_signature_is_cut_off_the_last_paragraph() -> None:
    text = "\n\n".join(BODY) + " (sda/dpa/con)"
    *_, last, signature = roles(text)
    assert last == ("paragraph", BODY[2])
    assert signature == ("noise", "(sda/dpa/con)")


def test_a_date_glued_before_the_headline_is_cut_off() -> None:
    text = " date 2025-12-03 Ten hurt in tunnel fire in the Alps\n\n" + "\n\n".join(BODY)
    assert roles(text)[:2] == [("noise", "date 2025-12-03"), ("title", "Ten hurt in tunnel fire in the Alps")]


def test_items_of_a_list_are_body_text() -> None:
    text = "\n".join(
        [
            BODY[0],
            "These were hurt, the police said:",
            "• two drivers of lorries",
            "• eight tourists",
            *BODY[1:],
        ]
    )
    assert all(block.role == "paragraph" for block in read_text(text).blocks)


def test_lines_wrapped_at_a_column_are_joined_to_paragraphs() -> None:
    text = (
        "A fire in a road tunnel in the Alps injured ten people on Monday,\n"
        "the police said. The tunnel was closed in both directions until\n"
        "the evening, and drivers had to take the pass road.\n"
        "\n"
        "Firemen from three valleys needed five hours to put it out. They\n"
        "found no one in the cars that had been left behind, and said that\n"
        "it could have been much worse.\n"
    )
    assert [role for role, _ in roles(text)] == ["paragraph", "paragraph"]


def test_text_without_any_full_stop_is_not_taken_for_captions() -> None:
    text = "\n\n".join(
        f"line number {number} of a text in which nobody ever set a full stop at all" for number in range(9)
    )
    assert sum(role == "paragraph" for role, _ in roles(text)) >= 8


def test_a_page_of_captions_only_is_an_article_made_of_captions() -> None:
    captions = [
        f"Photos: The tunnel View {n} of it from the inside. Hide Caption {n} of 5" for n in range(1, 6)
    ]
    text = "\n\n".join(["The tunnel in five pictures", *captions])
    assert [role for role, _ in roles(text)] == ["title", *["paragraph"] * 5]


def test_a_single_line_is_body_text() -> None:
    assert roles("Nothing but this") == [("paragraph", "Nothing but this")]
