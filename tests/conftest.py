"""What all tests share: the sample event, and small events written for one test."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from newsdiff import compare, read_event
from newsdiff.environment import LIBRARY
from newsdiff.model import Article, Comparison
from tests.offline import strayed, watch_the_network
from tests.rewritten_once import rewrite_a_share

if TYPE_CHECKING:
    from tests.stores import Databases

PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "seeds"


sys.addaudithook(watch_the_network)

# No test says how long something may take: other work on the computer would make it fail.
settings.register_profile("moderate", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile("thorough" if os.environ.get("NEWSDIFF_THOROUGH_TESTS") else "moderate")


def pytest_configure(config: pytest.Config) -> None:
    """Where Python is asked to write no byte code, every program that a test starts would compile 800
    modules, half the time of its start. They get a folder for it that lasts as long as the tests."""
    if sys.dont_write_bytecode and not hasattr(config, "workerinput"):
        folder = tempfile.mkdtemp(prefix="newsdiff-byte-code-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Before the test files are read."""
    rewrite_a_share(session.config)


def pytest_collection_finish() -> None:
    """What is there before the first test stays: looking it through for garbage costs a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


@pytest.fixture(autouse=True)
def _nothing_leaves_this_computer() -> Iterator[None]:
    """Every test fails that looks up a name or opens a connection beyond loopback, in whatever thread."""
    strayed.clear()
    yield
    assert not strayed, f"the test reached for {', '.join(strayed)}"


@cache
def _seed_comparison() -> Comparison:
    reading = read_event([SEEDS])
    return compare(reading.articles, title=reading.title)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the sample event."""
    return SEEDS


@pytest.fixture(scope="session")
def seed_comparison() -> Comparison:
    """The sample event, compared with its default base."""
    return _seed_comparison()


@pytest.fixture
def event(tmp_path: Path) -> Callable[..., tuple[Article, ...]]:
    """Write an event down and read it back: ``event(sun="First paragraph.\\n\\nSecond.", times="…")``."""

    def write(**texts: str) -> tuple[Article, ...]:
        for outlet, text in texts.items():
            (tmp_path / f"{outlet}.txt").write_text(text, encoding="utf-8")
        return read_event([tmp_path]).articles

    return write


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """A server of PostgreSQL for this process of the tests, started when it is first asked for."""
    from tests import stores

    with stores.databases() as there:
        yield there


@pytest.fixture
def postgresql(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A library on a server, chosen for all that the test opens or starts; its address."""
    databases: Databases = request.getfixturevalue("databases")
    database = databases.clone()
    monkeypatch.setenv(LIBRARY, databases.address(database))
    yield databases.address(database)
    databases.drop(database)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that asks for `store` runs over each store, or over those that `stores` names."""
    if "store" in metafunc.fixturenames:
        from tests.stores import STORES

        marked = metafunc.definition.get_closest_marker("stores")
        metafunc.parametrize("store", marked.args if marked else STORES, indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> str:
    """The name of the store that libraries of the test are opened in."""
    name = str(request.param)
    if name == "postgresql":
        request.getfixturevalue("postgresql")
    return name
