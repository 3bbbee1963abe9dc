"""A visitor of a running ``newsdiff serve`` tries to read and write files of the computer it runs on."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from newsdiff.serving.uploads import plain_name
from tests.journeys.short_event import short_library
from tests.serving.running import MODES, Served, Visitor, connect, serving

SECRET = "My diary of the third of May says that the ferry was late again.\n\nNobody knows of this."


@pytest.mark.parametrize("mode", MODES)
async def test_a_visitor_reads_and_writes_no_file_of_the_computer(mode: str, tmp_path: Path) -> None:
    secret = tmp_path / "home" / "secret"
    secret.mkdir(parents=True)
    (secret / "diary.txt").write_text(SECRET, encoding="utf-8")
    short_library(tmp_path)
    with serving(tmp_path, MODES[mode]) as served:
        status, _, page = served.ask("/" + served.query)
        assert status == 200
        id = page.decode().partition('data-upload="upload/')[2].partition('"')[0]
        async with aiohttp.ClientSession() as session:
            visitor = await connect(session, served, path=f"/ws/{id}")
            await visitor.wait_for("Worth a look · ")
            await no_file_is_read(visitor, secret, in_all_ways=mode == "to everybody")
            await a_private_address_is_refused(visitor, served)
            await no_file_is_written(visitor, served, session, tmp_path / "home")
            await what_is_uploaded_is_added(visitor, served, session, id)
            await visitor.connection.close()


async def no_file_is_read(visitor: Visitor, secret: Path, *, in_all_ways: bool) -> None:
    """The ways to name a file are the app's, the same in every mode: one mode tries all."""
    lines = ["~/secret/diary.txt", str(secret / "diary.txt"), "secret", f"{secret}/*.txt",
             f"file://{secret}/diary.txt", f"https://example.org/ {secret}/diary.txt"]  # fmt: skip
    for line in lines if in_all_ways else lines[:1]:
        await visitor.type("a")
        await visitor.wait_for("Add articles")
        await visitor.paste(line)
        await visitor.type("\r")
        await visitor.wait_for("reads no files")
        await visitor.type("\x1b")
        await visitor.wait_until_gone("Add articles")
    await visitor.type("a")
    await visitor.wait_for("Add articles")
    await visitor.paste("~/secr")
    await visitor.wait_for("~/secr")
    await visitor.type("\t\t\t")  # by now a name would have been completed
    await visitor.wait_for("dry run")
    assert "secret" not in visitor.text
    await visitor.type("\x1b")
    await visitor.wait_until_gone("Add articles")
    await visitor.type("F")
    await visitor.wait_for("No feeds yet")
    await visitor.type("a")
    await visitor.wait_for("Add a feed")
    await visitor.paste("~/secret/diary.txt")
    await visitor.type("\r")
    await visitor.wait_for("reads no files")
    await visitor.type("\x1b")
    await visitor.wait_until_gone("Add a feed")
    await visitor.type("\x1b")
    await visitor.wait_until_gone("No feeds yet")


async def a_private_address_is_refused(visitor: Visitor, served: Served) -> None:
    await visitor.type("a")
    await visitor.wait_for("Add articles")
    await visitor.paste(f"http://127.0.0.1:{served.port}/")
    await visitor.type("\r")
    await visitor.wait_for("not a public")
    await visitor.type("\x1b")
    await visitor.wait_until_gone("not a public")


async def no_file_is_written(
    visitor: Visitor, served: Served, session: aiohttp.ClientSession, home: Path
) -> None:
    before = sorted(home.rglob("*"))
    await visitor.wait_for("Worth a look · ")
    await visitor.type("\r")
    await visitor.wait_for("row 1 of")
    await visitor.type("a")
    await visitor.wait_for("ctrl+s save")
    await visitor.paste("$(touch /tmp/owned)")
    await visitor.type("\x13")
    await visitor.wait_for("Note saved")
    await visitor.type("e")
    await visitor.wait_for("Export as")
    await visitor.type("\r")
    key = await visitor.wait_for_message("deliver_file_start")
    assert sorted(home.rglob("*")) == before
    async with session.get(f"http://127.0.0.1:{served.port}/download/{key}{served.query}") as download:
        body = await download.read()
        assert download.headers["Content-Disposition"].startswith("attachment")
        assert download.headers["Content-Type"] == "application/octet-stream"
    assert b"$(touch /tmp/owned)" in body or b"touch" in body


async def what_is_uploaded_is_added(
    visitor: Visitor, served: Served, session: aiohttp.ClientSession, id: str
) -> None:
    here = f"http://127.0.0.1:{served.port}"
    sent, headers = multipart("../../../etc/passwd.txt", "C:\\Windows\\the ferry.txt")
    url = f"{here}/upload/{id}"
    async with session.post(url, data=sent, headers={**headers, "Origin": here}) as answer:
        assert (answer.status, await answer.text()) == (200, "2 files were received")
    await visitor.wait_for("2 added")
    elsewhere = {**headers, "Origin": "https://evil.example"}
    async with session.post(url, data=sent, headers=elsewhere) as answer:
        assert answer.status == 403


def multipart(*names: str) -> tuple[bytes, dict[str, str]]:
    """Files as a browser sends them, or as somebody does who is none, and the header that goes with them."""
    parts = []
    for number, name in enumerate(names):
        words = " ".join(f"word{number}x{one}" for one in range(40))
        parts.append(
            f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
            f"The ferry {number}.\n\nOn Monday {words}.\r\n"
        )
    return ("".join(parts) + "--edge--\r\n").encode(), {"Content-Type": "multipart/form-data; boundary=edge"}


@pytest.mark.parametrize(
    ("sent_name", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\a\\b.html", "b.html"), (".bashrc", "bashrc"),
     ("a b?*[c].txt", "a_b_c_.txt"),
     ("", "file"), ("..", "file"), ("-", "-"),
     ("x" * 500 + ".txt", "x" * 100 + ".txt"), ("a\0b.md", "a_b.md")],
)  # fmt: skip
def test_a_name_that_is_uploaded_leads_nowhere(sent_name: str, kept: str) -> None:
    assert plain_name(sent_name) == kept


async def test_size_and_number_of_apps_have_bounds(tmp_path: Path) -> None:
    short_library(tmp_path)
    (tmp_path / "settings.toml").write_text("[serve]\napps = 2\n")
    with serving(tmp_path, before=["--config", str(tmp_path / "settings.toml")]) as served:
        async with aiohttp.ClientSession() as session:
            other = await connect(session, served)
            await other.wait_for("library")
            huge = await connect(session, served, path="/ws?width=100000&height=100000")
            await huge.connection.send_json(["resize", {"width": 10**9, "height": 10**9}])
            await huge.connection.send_json(["resize", {"width": "wide", "height": None}])
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await connect(session, served)
            assert refused.value.status == 503
            assert served.ask("/")[0] == 503
            assert len(served.children()) == 2  # a process each
            await other.wait_for("library")
            await huge.connection.close()
            await other.connection.close()


async def test_a_broken_message_ends_its_own_app_only(tmp_path: Path) -> None:
    short_library(tmp_path)
    with serving(tmp_path) as served:
        async with aiohttp.ClientSession() as session:
            visitor = await connect(session, served)
            await visitor.wait_for("library")
            for message in ("", "no JSON", "[]", "{}", '["stdin"]', '["stdin", 1]', '["resize", 1]', "[[]]"):
                broken = await connect(session, served)
                await broken.connection.send_str(message)
                await visitor.type("?")
                await visitor.wait_for("what do you want to do?")
                await visitor.type("\x1b")
                await visitor.wait_until_gone("what do you want to do?")
                await broken.connection.close()
            await visitor.connection.close()


async def test_a_page_that_is_loaded_again_finds_room(tmp_path: Path) -> None:
    short_library(tmp_path)
    with serving(tmp_path, ["--most-apps", "1"]) as served:
        async with aiohttp.ClientSession() as session:
            for _ in range(3):
                assert served.ask("/")[0] == 200
                visitor = await connect(session, served)
                await visitor.wait_for("library")
                await visitor.connection.close()
