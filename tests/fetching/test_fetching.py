"""Fetching from a real server on loopback that behaves as servers do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsdiff.fetching.errors import (
    AnsweredWithErrorError,
    FetchError,
    ForbiddenByRobotsError,
    StoppedError,
    TooLargeError,
    TooManyRedirectsError,
    TooSlowError,
    UnreachableError,
    UnusableUrlError,
    WrongContentTypeError,
)
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.limits import Limits
from newsdiff.fetching.request import PAGE_TYPES, Answer, Request
from newsdiff.fetching.urls import own_hosts
from tests.fetching.local_server import (
    CERTIFICATE,
    LocalServer,
    cut_off,
    dripping,
    endless,
    in_turn,
    page,
    redirect,
    serving,
    silent,
    with_etag,
    zipped,
)


def get(fetcher: Fetcher, url: str, *, etag: str | None = None, ignore_robots: bool = False) -> Answer:
    request = Request(url, PAGE_TYPES, own_hosts(url), etag=etag, ignore_robots=ignore_robots)
    return fetcher.fetch(request)


def test_a_page_comes_with_its_bytes_and_its_type(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a"] = page("<p>Ä</p>", "text/html; charset=utf-8")
    answer = get(fetcher, server.url("/a#part"))
    assert (answer.body, answer.content_type) == ("<p>Ä</p>".encode(), "text/html; charset=utf-8")
    assert answer.url == server.url("/a")


def test_we_say_who_we_are(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a"] = page("a")
    get(fetcher, server.url("/a"))
    assert all(headers["user-agent"].startswith("newsdiff/") for headers in server.headers)
    assert server.asked == ["/robots.txt", "/a"]


def test_a_compressed_page_is_unpacked(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a"] = zipped(b"<p>hello</p>" * 100)
    assert get(fetcher, server.url("/a")).body == b"<p>hello</p>" * 100


def test_a_compressed_bomb_is_stopped_while_it_streams(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/bomb"] = zipped(bytes(50_000_000))
    with pytest.raises(TooLargeError, match=r"larger than 0\.2 MB"):
        get(fetcher, server.url("/bomb"))


def test_an_endless_page_is_stopped_at_the_size_limit(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/endless"] = endless
    with pytest.raises(TooLargeError):
        get(fetcher, server.url("/endless"))


def test_a_silent_server_is_given_up(server: LocalServer, hurried: Fetcher) -> None:
    server.pages["/silent"] = silent
    with pytest.raises(TooSlowError, match="stopped answering"):
        get(hurried, server.url("/silent"))


def test_a_server_that_drips_is_given_up_at_the_time_limit(server: LocalServer, hurried: Fetcher) -> None:
    server.pages["/drip"] = dripping
    with pytest.raises(TooSlowError, match=r"longer than 2\.5 seconds"):
        get(hurried, server.url("/drip"))


def test_a_page_that_breaks_off_is_no_page(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/half"] = cut_off
    with pytest.raises(UnreachableError):
        get(fetcher, server.url("/half"))


def test_a_port_where_nobody_listens(fetcher: Fetcher) -> None:
    with pytest.raises(UnreachableError, match="Connection refused"):
        get(fetcher, "http://127.0.0.1:9/a")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: LocalServer, fetcher: Fetcher, status: int) -> None:
    server.pages |= {"/old": redirect("new?a=1", status), "/new": page("here")}
    answer = get(fetcher, server.url("/old"))
    assert (answer.url, answer.body) == (server.url("/new?a=1"), b"here")


def test_five_redirects_are_followed_and_six_are_not(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages |= {f"/{number}": redirect(f"/{number + 1}") for number in range(6)} | {"/6": page("end")}
    assert get(fetcher, server.url("/1")).body == b"end"
    with pytest.raises(TooManyRedirectsError, match="more than 5 times"):
        get(fetcher, server.url("/0"))


def test_a_circle_of_redirects_is_seen(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(TooManyRedirectsError, match="in a circle"):
        get(fetcher, server.url("/a"))
    assert server.asked.count("/a") == 1


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "http://a b/"]
)
def test_a_redirect_off_the_web_is_refused(server: LocalServer, fetcher: Fetcher, location: str) -> None:
    server.pages["/a"] = redirect(location)
    with pytest.raises(UnusableUrlError):
        get(fetcher, server.url("/a"))


def test_an_unchanged_page_is_not_sent_again(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a"] = with_etag(b"text", '"one"')
    first = get(fetcher, server.url("/a"))
    second = get(fetcher, server.url("/a"), etag=first.etag)
    assert (first.unchanged, second.unchanged, second.body) == (False, True, b"")


def test_a_304_that_nobody_asked_for_is_an_error(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a"] = lambda visit: visit.answer(304)
    with pytest.raises(AnsweredWithErrorError, match="304"):
        get(fetcher, server.url("/a"))


def test_a_short_retry_after_is_waited_for_once(server: LocalServer) -> None:
    server.pages["/a"] = in_turn(lambda visit: visit.answer(429, retry_after="1"), page("now"))
    waited: list[float] = []
    fetcher = Fetcher(Limits(delay=0.0, patience=2.0), sleep=waited.append)
    assert get(fetcher, server.url("/a")).body == b"now"
    assert waited == [1.0]


def test_a_long_retry_after_is_reported_and_after_some_the_host_is_left_alone(
    server: LocalServer, fetcher: Fetcher
) -> None:
    busy = [f"/busy{number}" for number in range(3)]
    server.pages |= {path: lambda visit: visit.answer(429, retry_after="3600") for path in busy}
    server.pages |= {"/first": page("a"), "/last": page("b")}
    for path in busy:
        with pytest.raises(AnsweredWithErrorError) as refused:
            get(fetcher, server.url(path))
        assert (refused.value.status, refused.value.retry_after) == (429, 3600)
        if path == busy[0]:
            assert get(fetcher, server.url("/first")).body == b"a"
    with pytest.raises(AnsweredWithErrorError) as still:
        get(fetcher, server.url("/last"))
    assert still.value.retry_after is not None
    assert "/last" not in server.asked


ROBOTS = "User-agent: newsdiff\nDisallow: /private/*/x\nDisallow: /*.pdf$\nUser-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/a", True), ("/private/7/x", False), ("/paper.pdf", False), ("/paper.pdf?page=1", True)],
)
def test_robots_txt_is_obeyed(server: LocalServer, fetcher: Fetcher, path: str, allowed: bool) -> None:
    server.pages |= {"/robots.txt": page(ROBOTS, "text/plain"), path.partition("?")[0]: page("text")}
    if allowed:
        assert get(fetcher, server.url(path)).body == b"text"
    else:
        with pytest.raises(ForbiddenByRobotsError, match="--ignore-robots"):
            get(fetcher, server.url(path))
        assert get(fetcher, server.url(path), ignore_robots=True).body == b"text"


def test_robots_txt_is_asked_once_for_a_site(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages |= {"/a": page("a"), "/b": page("b")}
    for path in ("/a", "/b", "/a"):
        get(fetcher, server.url(path))
    assert server.asked == ["/robots.txt", "/a", "/b", "/a"]


def test_robots_txt_may_not_be_evaded_by_a_redirect(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages |= {"/robots.txt": page(ROBOTS, "text/plain"), "/a": redirect("/b.pdf"), "/b.pdf": page("b")}
    with pytest.raises(ForbiddenByRobotsError):
        get(fetcher, server.url("/a"))
    assert "/b.pdf" not in server.asked


def test_a_site_that_cannot_give_its_rules_is_left_alone(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages |= {"/robots.txt": lambda visit: visit.answer(500), "/a": page("a")}
    with pytest.raises(ForbiddenByRobotsError, match="could not be asked"):
        get(fetcher, server.url("/a"))


def test_what_is_no_page_is_not_even_read(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a.jpg"] = page(b"\xff\xd8", "image/jpeg")
    with pytest.raises(WrongContentTypeError, match="image/jpeg"):
        get(fetcher, server.url("/a.jpg"))


def test_an_answer_without_a_type_is_taken(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/a"] = lambda visit: visit.answer(200, b"text")
    assert get(fetcher, server.url("/a")).body == b"text"


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_an_error_of_the_server_is_reported_with_its_status(
    server: LocalServer, fetcher: Fetcher, status: int
) -> None:
    server.pages["/a"] = lambda visit: visit.answer(status)
    with pytest.raises(AnsweredWithErrorError, match=str(status)):
        get(fetcher, server.url("/a"))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/a",
        "http://",
        "http://a b/",
        "http://me:secret@127.0.0.1/",
        "x",
        "http://127.0.0.1:99999/",
        "http://[::1",
        "http://" + "a" * 300,
        "http://127.0.0.1/" + "a" * 9000,
    ],
)
def test_what_is_no_address_of_the_web_is_refused_in_one_line(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(UnusableUrlError) as refused:
        fetcher.fetch(Request(url, PAGE_TYPES))
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_odd_letters_in_a_path_are_encoded(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages["/gr%C3%BC%C3%9Fe%20%0D%0Ax"] = page("hello")
    assert get(fetcher, server.url("/grüße \r\nx".replace("\r\n", "%0D%0A"))).body == b"hello"


def test_every_error_is_one_line_that_names_the_address(server: LocalServer, hurried: Fetcher) -> None:
    server.pages |= {"/a": silent, "/b": cut_off, "/c": redirect("/c"), "/d": page(b"", "image/png")}
    for path in "abcde":
        with pytest.raises(FetchError) as error:
            get(hurried, server.url(f"/{path}"))
        assert str(error.value).startswith(server.url(f"/{path}: "))
        assert "\n" not in str(error.value)


@pytest.fixture
def secure_server() -> Iterator[LocalServer]:
    with serving(secure=True) as site:
        yield site


def test_a_certificate_that_nobody_vouches_for_is_refused(
    secure_server: LocalServer, fetcher: Fetcher
) -> None:
    secure_server.pages["/a"] = page("a")
    with pytest.raises(UnreachableError, match="certificate verify failed"):
        get(fetcher, secure_server.url("/a"))
    assert secure_server.asked == []


def test_a_secure_page_is_fetched_and_given_up_in_time_as_any_other(
    secure_server: LocalServer, fetcher: Fetcher, hurried: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    secure_server.pages |= {"/a": page("a"), "/drip": dripping}
    assert get(fetcher, secure_server.url("/a")).body == b"a"
    with pytest.raises(TooSlowError, match="longer than"):
        get(hurried, secure_server.url("/drip"))


def test_after_a_stop_nothing_more_is_asked(server: LocalServer, fetcher: Fetcher) -> None:
    fetcher.close()
    with pytest.raises(StoppedError):
        get(fetcher, server.url("/a"))
    assert server.asked == []
