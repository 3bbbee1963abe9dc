"""The HTML report is one file that needs nothing, and in which everything from articles and notes is text."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff import compare
from newsdiff.model import Article, Comparison, numbered
from newsdiff.reports import render
from newsdiff.sanitize import sanitize
from tests.patience import PATIENCE
from tests.reports.hostile_event import ATTACK, hostile
from tests.reports.test_json_report import whole

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
VOID = {"meta", "img", "br", "link", "hr", "input"}


class Page(HTMLParser):
    """What an HTML page is made of; fails on tags that are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data


def test_every_paragraph_of_every_article_is_read_side_by_side(seed_comparison: Comparison) -> None:
    shown = re.sub(r"[≠?≈~=+]|\s+", "", Page(render(seed_comparison, "html")).text)
    for article in seed_comparison.articles:
        for block in article.paragraphs:
            assert re.sub(r"[≠?≈~=+]|\s+", "", article.slice(block)) in shown


def test_every_standing_has_its_sign_beside_its_colour(seed_comparison: Comparison) -> None:
    claim = next(one for one in seed_comparison.details if one.standing == "may-differ")
    others = tuple(one for one in seed_comparison.details if one is not claim)
    judged = (replace(claim, judgement="confirmed"), *others)
    html = render(replace(seed_comparison, details=judged), "html")
    signs = {"differs": "≠", "may-differ": "?", "variant": "≈", "may-share": "~", "shared": "=", "only": "+"}
    for standing, sign in signs.items():
        assert f'<mark class="{standing}"><span class="sign">{sign}</span>' in html
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_nothing_is_loaded_and_nothing_runs(seed_comparison: Comparison) -> None:
    html = render(seed_comparison, "html")
    page = Page(html)
    assert not page.tags & {"script", "img", "link", "iframe", "form", "object", "base", "svg"}
    assert not {name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")}
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    assert policy in [value for name, value in page.attributes if name == "content"]
    assert "url(" not in style


def test_ids_are_unique_and_every_link_inside_leads_somewhere(seed_comparison: Comparison) -> None:
    page = Page(render(seed_comparison, "html"))
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    inside = {value[1:] for name, value in page.attributes if name == "href" and value and value[0] == "#"}
    assert inside <= set(ids)


def test_hostile_text_is_text(event: Callable[..., tuple[Article, ...]]) -> None:
    comparison, notes = hostile(event)
    html = render(comparison, "html", notes)
    page = Page(html)
    assert not page.tags & {"script", "img", "u", "i"}
    assert sanitize(ATTACK) in page.text
    assert f"=cmd()|'/C calc'!A1 {sanitize(ATTACK)}" in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html)


def test_an_address_that_is_no_web_address_is_no_link(event: Callable[..., tuple[Article, ...]]) -> None:
    one, two = event(one="Some words on a fire in Lisbon.", two="Other words on a fire in Lisbon.")
    for url in ("javascript:alert(1)", "data:text/html,x", 'https://x.example/" onclick="y', "//x"):
        html = render(compare([replace(one, url=url), two]), "html")
        assert all(value and value[0] == "#" for name, value in Page(html).attributes if name == "href")


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; see benchmarks/attacks/html_in_chromium.mjs")
def test_a_real_browser_shows_it_without_a_word_on_the_console(
    event: Callable[..., tuple[Article, ...]], tmp_path: Path
) -> None:
    comparison, notes = hostile(event)
    file = tmp_path / "report.html"
    file.write_text(render(comparison, "html", notes), encoding="utf-8")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        *quiet, f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--v=0", "--dump-dom",
        file.as_uri(),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
    assert b"CONSOLE" not in result.stderr
    dom = Page(result.stdout.decode("utf-8"))
    assert not dom.tags & {"script", "img"}
    assert sanitize(ATTACK) in dom.text


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=2, max_size=3), st.text(max_size=80))
def test_any_text_at_all_gives_a_whole_page_that_is_utf_8(texts: list[str], title: str) -> None:
    articles = [
        Article(f"a{number}", "a.txt", text, numbered(f"a{number}", whole(text)), title=title, outlet=title)
        for number, text in enumerate(texts)
    ]
    html = render(compare(articles, title=title), "html")
    html.encode("utf-8")
    assert not Page(html).tags & {"script", "img"}


def test_no_link_is_without_words(seed_comparison: Comparison) -> None:
    assert not re.findall(r'<a href="#[^"]*">\s*</a>', render(seed_comparison, "html"))
