"""Pages built as news sites build them, each read as what it is. The pages stand in the folder beside this
file; their stories and outlets are made up."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.model import Article, Role
from newsdiff.readers import UnreadableArticleError, read_article, read_event
from newsdiff.readers.files.article import article_of
from newsdiff.readers.html.saved_page import read_html

PAGES = Path(__file__).parent / "pages"

BODY = [
    "Lifeboats took everyone off in four hours; the captain reports a steering failure in heavy swell",
    "A passenger ferry with 212 people aboard ran aground off Hallow Point shortly before five o’clock on"
    " Saturday morning, the coastguard said.",
    "Four lifeboats and a helicopter brought everyone ashore by nine. Seven passengers were taken to hospital"
    " with cuts and hypothermia; none is in danger.",
    "“We felt one long scrape and then the lights went out,” said Nora Quill, 61, who was on her way to visit"
    " her daughter. “The crew were calm, and that kept us calm.”",
    "The captain, Aled Pryce, told investigators that the rudder had stopped answering eleven minutes before"
    " the ship struck the rocks.",
    "The company, Merrow Lines, said that the vessel had passed an inspection in January. Merrow Lines runs"
    " nine ferries on this coast.",
    "“It is far too early to speak of causes. We shall look at the rudder, at the weather and at the"
    " decisions taken,” said the chief inspector, Hanne Lund.",
    "About 40 tonnes of fuel are in the tanks. A boom was laid around the wreck at noon, and divers found no"
    " leak.",
    "The 10.30 and 14.15 crossings are cancelled.",
    "Tickets are valid on the southern route until Tuesday.",
]
"""The text of the news article and of its AMP page."""


def read(name: str) -> Article:
    return read_article(PAGES / name)


def texts(article: Article, *roles: Role) -> list[str]:
    return [article.slice(block) for block in article.blocks if block.role in roles]


def page(name: str) -> str:
    return (PAGES / name).read_text("utf-8")


def of_html(html: str) -> Article:
    return article_of(html.encode(), "page.html", ".html")


# -- the news article, and its AMP page ------------------------------------------------------------


@pytest.mark.parametrize("name", ["news_article.html", "amp.html"])
def test_every_paragraph_of_the_article_is_there_and_nothing_else(name: str) -> None:
    article = read(name)
    assert texts(article, "paragraph") == BODY
    assert texts(article, "heading") == ["Steering failure"]
    assert article.remarks == ()


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("<div class='story'><h1>Ferry</h1><div>", "</div><div>", "</div></div>"),
        ("<div><h1>Ferry</h1><div>", "<br><br>", "</div></div>"),
        (
            "<main><h1>Ferry</h1><section><div><p><b></b>",
            "</p></div></section><section><div><p>",
            "</p></main>",
        ),
        ("<table><tr><td><a href='/a'>A</a></td><td><h1>Ferry</h1><p>", "</p><p>", "</p></td></tr></table>"),
    ],
    ids=["div", "br", "sections", "table"],
)
def test_paragraphs_are_whole_in_whatever_mark_up(before: str, between: str, after: str) -> None:
    article = of_html(
        f"<html><body><a href='/'>Home</a>{before}{between.join(BODY[1:8])}{after}</body></html>"
    )
    assert texts(article, "paragraph") == BODY[1:8]
    assert article.remarks == ()


def test_the_news_article_says_who_published_it_and_when() -> None:
    article = read("news_article.html")
    assert article.title == "Ferry with 212 aboard runs aground off Hallow Point"
    assert (article.outlet, article.byline) == ("The Estuary Post", "Maren Tolliver, Idris Okafor")
    assert article.published_at == datetime(2026, 3, 14, 7, 42, tzinfo=UTC)


def test_what_is_no_article_text_stays_in_the_noise_lane() -> None:
    noise = texts(read("news_article.html"), "noise")
    for kept in (
        "Skip to main content",
        "Harbour dredging delayed again after dispute over costs",
        "Rovers sack manager after nine defeats in a row",
        "Sign up to the Morning Tide newsletter",
        "© 2026 Estuary Post Media. All rights reserved.",
    ):
        assert kept in noise


def test_the_amp_page_leads_to_the_normal_page() -> None:
    assert read("amp.html").url == read("news_article.html").url


def test_what_amp_shows_only_until_something_loads_is_not_read() -> None:
    assert "Loading a post" not in read("amp.html").text


def test_the_amp_page_and_the_normal_page_are_one_article() -> None:
    reading = read_event([PAGES / "amp.html", PAGES / "news_article.html"])
    assert [article.source for article in reading.articles] == ["amp.html"]
    assert reading.problems == (
        f"{PAGES}/news_article.html: has the same text as {PAGES}/amp.html: it was left out",
    )


def test_json_ld_wins_over_opengraph_and_other_stories_do_not_count() -> None:
    html = page("news_article.html").replace(
        '<meta property="og:title" content="Ferry', '<meta property="og:title" content="LIVE: Ferry'
    )
    other = '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem",'
    other += '"item":{"@type":"NewsArticle","headline":"Another story"}}]}</script></head>'
    assert (
        of_html(html.replace("</head>", other)).title == "Ferry with 212 aboard runs aground off Hallow Point"
    )


# -- the live blog ---------------------------------------------------------------------------------


def test_the_posts_of_a_live_blog_stand_in_their_order_below_their_times() -> None:
    article = read("live_blog.html")
    put_aside = [(block.reason, article.slice(block)) for block in article.blocks if block.role == "heading"]
    assert [text for reason, text in put_aside if reason == "time of the post"] == [
        "12:10",
        "08:55",
        "05:58",
        "05:31",
    ]
    assert [text for reason, text in put_aside if reason == "subheading"] == [
        "Divers find no leak",
        "All passengers ashore",
        "Helicopter on the way",
        "Ferry strikes rocks",
    ]
    assert [text[:22] for text in texts(article, "paragraph")] == [
        "Divers who went down t",
        "The boom around the wr",
        "All 212 passengers and",
        "“Nobody pushed, nobody",
        "A rescue helicopter ha",
        "A ferry has struck roc",
    ]


def test_a_live_blog_is_said_to_be_one() -> None:
    assert read("live_blog.html").remarks == ("a live blog: 4 posts with their times, the newest first",)


def test_a_text_that_calls_itself_live_has_its_times_above_its_posts() -> None:
    posts = [
        ("10:05", "The bridge over the Aller was closed after a lorry had struck a pillar, the police said."),
        ("10:40", "Engineers are on their way and will look at the pillar before noon, the town says."),
        ("12:15", "The bridge may be used again in one direction, but lorries have to go around the town."),
    ]
    text = "Bridge closed – live updates\n\n" + "\n\n".join(f"{time}\n\n{post}" for time, post in posts)
    article = article_of(text.encode(), "live.txt", ".txt")
    assert texts(article, "heading") == [time for time, _ in posts]
    assert article.remarks == ("a live blog: 3 posts with their times, the oldest first",)


def test_the_time_stamps_of_an_ordinary_article_stay_what_they_are() -> None:
    assert "time of the post" not in {block.reason for block in read("news_article.html").blocks}


# -- the paywall -----------------------------------------------------------------------------------


def test_the_beginning_of_an_article_is_said_to_be_cut() -> None:
    article = read("paywall_stub.html")
    assert len(article.paragraphs) == 2
    assert article.remarks == (
        "behind a paywall: only the first 2 paragraphs of an article of 1,140 words can be read",
    )


def test_the_wall_is_no_text_of_the_article() -> None:
    noise = texts(read("paywall_stub.html"), "noise")
    assert "Subscribe to continue reading" in noise
    assert "Get unlimited access for €1 in your first four weeks. Cancel at any time." in noise


def test_a_wall_without_any_metadata_is_known_by_its_words() -> None:
    text = (
        "Why the rudder failed\n\nThe pump in the steering gear had been replaced three weeks before.\n\n"
        "Two other companies had sent such pumps back, papers show.\n\n"
        "This article is for subscribers only.\n\nSubscribe to continue reading"
    )
    article = article_of(text.encode(), "stub.txt", ".txt")
    assert len(article.paragraphs) == 2
    assert article.remarks == ("behind a paywall: only the first 2 paragraphs can be read",)


def test_a_page_marked_as_paid_that_shows_all_its_words_is_not_said_to_be_cut() -> None:
    html = page("paywall_stub.html").replace('"wordCount":1140', '"wordCount":52')
    assert of_html(html).remarks == ()


def test_a_wall_in_a_markdown_file_is_known_too() -> None:
    text = f"# Ferry aground\n\n{BODY[1]}\n\n**Subscribe to continue reading.**\n"
    article = article_of(text.encode(), "stub.md", ".md")
    assert texts(article, "paragraph") == [BODY[1]]
    assert article.remarks == ("behind a paywall: only the first paragraph can be read",)


@pytest.mark.parametrize(
    "said",
    [
        '"isAccessibleForFree":false',
        '"isAccessibleForFree":"False"',
        '"isAccessibleForFree":"http://schema.org/False"',
        '"hasPart":[{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".x"}]',
    ],
)
def test_that_a_page_is_not_free_may_be_said_in_many_ways(said: str) -> None:
    linked = f'<script type="application/ld+json">{{"@type":"NewsArticle",{said}}}</script>'
    article = of_html(f"<html><head>{linked}</head><body><article><p>{BODY[1]}</p></article></body></html>")
    assert article.remarks == ("behind a paywall: only the first paragraph can be read",)


def test_an_invitation_to_subscribe_alone_is_no_wall() -> None:
    html = page("news_article.html").replace(
        "Sign up to the Morning Tide newsletter", "Subscribe to the Post"
    )
    assert of_html(html).remarks == ()


# -- lists of headlines ----------------------------------------------------------------------------


def test_a_section_front_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableArticleError) as refused:
        read("section_front.html")
    assert str(refused.value) == (
        f"{PAGES}/section_front.html: is a list of 20 headlines, not an article:"
        " add the pages they lead to, or the site's feed"
    )


def without_metadata(html: str) -> str:
    head = html.index("<script")
    return html[:head] + html[html.index("</script>") + 9 :]


def test_a_list_is_known_by_its_links_where_no_metadata_says_so() -> None:
    with pytest.raises(UnreadableArticleError, match="is a list of 20 headlines"):
        read_html(without_metadata(page("section_front.html")))


def test_a_list_without_teasers_is_a_list() -> None:
    links = "".join(f"<li><a href='/{n}'>Headline number {n} on something new</a></li>" for n in range(12))
    with pytest.raises(UnreadableArticleError, match="is a list of 12 headlines"):
        read_html(f"<html><body><main><h1>News</h1><ul>{links}</ul></main></body></html>")


def test_a_short_article_above_a_box_of_many_headlines_is_an_article() -> None:
    links = "".join(
        f"<div><a href='/{n}'>Headline {n} on something new</a><p>And a teaser of {n} below it.</p></div>"
        for n in range(12)
    )
    text = f"<h1>Ferry aground</h1><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    article = of_html(f"<html><body><main>{text}{links}</main></body></html>")
    assert BODY[1] in texts(article, "paragraph")


def test_a_list_does_not_keep_the_articles_beside_it_from_being_read() -> None:
    reading = read_event([PAGES])
    assert len(reading.articles) == 3
    assert [problem for problem in reading.problems if "section_front.html: is a list" in problem]


HEADLINES = [
    "Council votes to close three libraries in the east",
    "Thatched pub destroyed by fire for the second time in ten years",
    "Rovers sack manager after nine defeats in a row",
    "Seal pup found in a car park is back in the sea",
]


def test_a_text_of_which_only_headlines_of_other_stories_were_saved_says_so() -> None:
    text = "\n\n".join(["Ferry with 212 aboard runs aground off Hallow Point", *HEADLINES])
    article = article_of(text.encode(), "a.txt", ".txt")
    assert texts(article, "noise") == HEADLINES
    assert {block.reason for block in article.blocks[1:]} == {"headline of another story"}
    assert article.remarks == ("little of an article: 4 headlines of other stories",)


def test_a_menu_that_was_copied_as_one_line_is_navigation() -> None:
    menu = "Archives Select Month " + " ".join(f"January {year} July {year}" for year in range(2010, 2022))
    article = article_of(f"Ferry aground off Hallow Point\n\n{BODY[1]}\n\n{menu}".encode(), "a.txt", ".txt")
    assert texts(article, "paragraph") == [BODY[1]]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{line}." for line in HEADLINES],
        [f"• {line}" for line in HEADLINES],
        [*HEADLINES, BODY[1]],
        [
            "Ferry passengers wait on the quay",
            "The ferry below the lighthouse",
            "A ferry of the same company",
        ],
        ["Роверс уволил тренера после девяти поражений подряд и ищет нового до лета."],
        HEADLINES[:2],
    ],
    ids=["sentences", "bullets", "with prose", "on the story", "another script", "two only"],
)
def test_without_strong_evidence_lines_stay_in_the_text(lines: list[str]) -> None:
    text = "\n\n".join(["Ferry with 212 aboard runs aground off Hallow Point", *lines])
    article = article_of(text.encode(), "a.txt", ".txt")
    assert "headline of another story" not in {block.reason for block in article.blocks}


def test_a_text_of_headlines_with_teasers_is_kept_with_a_warning() -> None:
    cards = [f"{HEADLINES[n % 4]} in town {n}\n\nThis is what was told of it on day {n}." for n in range(9)]
    article = article_of(("Coast news of the week\n\n" + "\n\n".join(cards)).encode(), "a.txt", ".txt")
    assert article.paragraphs
    assert article.remarks == ("little of an article: it reads like a list of 9 headlines with teasers",)


# -- no network ------------------------------------------------------------------------------------


def test_reading_a_page_opens_no_connection_and_asks_no_name_server() -> None:
    """In a fresh process, where a hook sees every socket of every library from the first import on. (urllib3
    binds one to loopback to learn whether there is IPv6.)"""
    code = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, _: seen.append(event) if event.startswith('socket.') else None)\n"
        "from newsdiff.readers import read_event\n"
        f"assert len(read_event([{str(PAGES)!r}]).articles) == 3\n"
        "print(sorted(set(seen)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"} & set(
        printed.split("'")
    )


def test_a_paywalled_page_keeps_its_zone() -> None:
    at = read("paywall_stub.html").published_at
    assert at is not None
    assert at.utcoffset() == timedelta(hours=1)


# -- the same kinds of pages in other mark-up --------------------------------------------------------

POSTS = [
    (
        "16:20",
        "Bridge open again",
        "The bridge over the Aller is open again in both directions, the town says.",
    ),
    ("12:15", "One lane open", "Cars may use the bridge in one direction, but lorries go around the town."),
    ("10:05", "Bridge closed", "A lorry has struck a pillar of the bridge over the Aller, the police said."),
]


def live_page(posts: str) -> Article:
    updates = ",".join(
        f'{{"@type":"BlogPosting","headline":"{head}","datePublished":"2026-05-02T{at}:00+02:00",'
        f'"articleBody":"{body}"}}'
        for at, head, body in POSTS
    )
    linked = f'{{"@type":"LiveBlogPosting","headline":"Bridge","liveBlogUpdate":[{updates}]}}'
    head = f'<script type="application/ld+json">{{"@graph":[{{"@type":"WebPage"}},{linked}]}}</script>'
    return of_html(f"<html><head>{head}</head><body><main><h1>Bridge</h1>{posts}</main></body></html>")


@pytest.mark.parametrize("place", ["between", "inside"])
def test_a_page_may_hold_any_number_of_blanks(place: str) -> None:
    """A pattern that looks for their end from each of them would take an hour for this page."""
    blanks = " " * 400_000
    post = f'{{"articleBody":"Bridge open again.{blanks if place == "inside" else ""}<br>All lanes."}}'
    linked = f'{{"@type":"LiveBlogPosting",{blanks}"headline":"Bridge","liveBlogUpdate":[{post}]}}'
    head = f'<head><script type="application/ld+json">{linked}</script></head>'
    body = f"<body><main><h1>Bridge</h1><p>{BODY[1]}</p><p>{BODY[2]}</p></main></body>"
    article = of_html(f"<html>{head}{body}</html>")
    assert {"Bridge open again.", "All lanes."} <= set(texts(article, "paragraph"))


def test_behind_3h_ago_stands_the_clock_time_that_the_page_knows() -> None:
    article = live_page(
        "".join(
            f"<div><time datetime='2026-05-02T{at}:00+02:00'>{n}h ago</time>"
            f"<h3>{head}</h3><p>{body}</p></div>"
            for n, (at, head, body) in enumerate(POSTS, 1)
        )
    )
    assert texts(article, "heading")[:2] == ["1h ago (2026-05-02 16:20 UTC+02:00)", "Bridge open again"]
    assert texts(article, "paragraph") == [body for _, _, body in POSTS]


def test_posts_that_a_browser_would_still_load_are_read_from_json_ld() -> None:
    article = live_page("<div id='posts'></div>")
    assert texts(article, "paragraph") == [body for _, _, body in POSTS]
    assert texts(article, "heading")[:2] == ["2026-05-02 16:20 UTC+02:00", "Bridge open again"]
    assert article.remarks == ("a live blog: 3 posts with their times, the newest first",)


def test_teasers_of_other_stories_below_a_short_article_are_not_its_text() -> None:
    cards = "".join(
        f"<h3><a href='/{n}'>{HEADLINES[n % 4]}</a></h3><p>A teaser of some words, number {n}.</p>"
        for n in range(9)
    )
    head = '<head><meta property="og:type" content="article"></head>'
    article = of_html(
        f"<html>{head}<body><article><h1>Ferry aground</h1><p>{BODY[1]}</p></article>{cards}</body></html>"
    )
    assert texts(article, "paragraph") == [BODY[1]]


def test_a_collection_is_a_list_even_where_opengraph_calls_it_an_article() -> None:
    html = page("section_front.html").replace('content="website"', 'content="article"')
    with pytest.raises(UnreadableArticleError, match="is a list of 20 headlines"):
        read_html(html)


@pytest.mark.parametrize(
    "wall",
    [
        "<h3>Want to read more?</h3><p>Keep reading for just $1 a week.</p>",
        "<p>To continue reading, subscribe to The Daily.</p><ul><li>Unlimited articles</li></ul>",
        "<h2>This story is for members only</h2><p>Become a member to read it in full.</p>",
        "<p>Read the full story with a free trial.</p><p>Start today on every device.</p>",
        "<p>You’ve read all your free articles.</p><p>Sign up for a free account to keep reading.</p>",
    ],
)
def test_walls_of_many_wordings_are_no_text_of_the_article(wall: str) -> None:
    linked = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    text = f"<h1>Ferry aground</h1><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    article = of_html(
        f"<html><head>{linked}</head><body><article>{text}<div>{wall}</div></article></body></html>"
    )
    assert texts(article, "paragraph") == [BODY[1], BODY[2]]
    assert article.remarks == ("behind a paywall: only the first 2 paragraphs can be read",)
