"""Programs that go wrong in every way, and articles that give them orders, over a library in which a reader
has worked: none can change a text, a note, the engine's own marks, or a file."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from newsdiff.exchange.exports import recalled
from newsdiff.library import Library, SavedComparison, VerdictTarget, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.second_opinions import AskedAll, opinions_at_hand, second_opinions
from newsdiff.model import Comparison
from newsdiff.opinion.attached import both_agree
from newsdiff.reader_program import ProgramStoppedError, run_program
from newsdiff.settings.model import SecondOpinion
from tests.opinion.ferry import ORDERED, PLAIN, article
from tests.opinion.local_programs import LATE, WRONG, program, script

ANSWERS = "opinions"
"""The one table that an answer may change."""


class Account:
    title = "The Norvik grounding"
    articles = tuple(article(name, lines) for name, lines in {**PLAIN, "alpha": ORDERED}.items())


@dataclass
class Desk:
    """A library in which a reader has worked, the files that were read, and a place for programs."""

    library: Library
    files: Path
    programs: Path
    saved: SavedComparison
    comparison: Comparison
    seen: dict[str, str] = field(default_factory=dict)
    """What `hashes` gave when somebody looked last."""

    def setting(self, kind: str, seconds: float) -> SecondOpinion:
        arguments = program(script(self.programs, kind)).arguments
        return SecondOpinion(kind, arguments, "Rules", seconds)

    def ask(self, kind: str, *, seconds: float = 30, waits: bool = True) -> AskedAll:
        """Ask a program of that kind about the first place; without `waits` the reader stops it as soon as it
        has a child."""
        opinions = second_opinions(self.setting(kind, seconds), self.library.opinions)
        first = opinions.questions_on(self.comparison)[:1]
        child = self.programs / f"opinion_{kind}.py.child"
        return opinions.ask(self.comparison, first, stopped=lambda: not waits and is_written(child))

    def shown(self, kind: str) -> Comparison:
        """The comparison with whatever is kept of that program."""
        return opinions_at_hand(self.setting(kind, 30), self.library.opinions).on(self.comparison)

    def changed(self) -> set[str]:
        """The tables and files that have changed since somebody looked last."""
        before, self.seen = self.seen, self.hashes()
        return {name for name in before.keys() | self.seen.keys() if before.get(name) != self.seen.get(name)}

    def hashes(self) -> dict[str, str]:
        """SHA-256 of every table of the library and of every file of the desk."""
        found = {str(file): file.read_bytes() for file in self.files.rglob("*") if file.is_file()}
        with closing(sqlite3.connect(self.library.path)) as tables:
            for (name,) in tables.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                rows = sorted(map(repr, tables.execute(f'SELECT * FROM "{name}"').fetchall()))
                found[name] = "\n".join(rows).encode()
        return {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}


def is_written(file: Path) -> bool:
    return file.exists() and file.read_text() != ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    files, programs = folder / "files", folder / "programs"
    files.mkdir()
    programs.mkdir()
    for one in Account.articles:
        (files / one.source).write_text(one.text, "utf-8")
    with open_library(folder / "data") as library:
        event = library.events.add(Account())
        first, second = library.events.articles(event.id)
        library.notes.add(event.id, "Ask the harbour master.", [target_on(first, 0, 20)])
        board = [(first, "212 people"), (second, "220 people")]
        targets = [
            VerdictTarget(target_on(one, at := one.text.index(words), at + len(words)), number)
            for number, (one, words) in enumerate(board)
        ]
        library.verdicts.add(event.id, "confirmed", targets, label="people on board", detail_kind="number")
        library.reading.link(event.id, first.paragraphs[0].id, second.paragraphs[0].id)
        saved = library.saved.add(event.id, "Ferry", View())
        desk = Desk(library, files, programs, saved, recalled(library, saved))
        desk.changed()
        yield desk


def own_marks(comparison: Comparison) -> object:
    """All that newsdiff and the reader say, without the order of the statements."""
    statements = {one.id: replace(one, opinion=None, rank=0) for one in comparison.statements}
    details = [replace(one, opinion=None) for one in (*comparison.details, *comparison.dismissed)]
    return comparison.articles, comparison.links, comparison.rows, statements, details


def test_what_is_looked_at_holds_the_texts_the_notes_and_the_verdicts(desk: Desk) -> None:
    assert {"articles", "notes", "verdicts", "saved", ANSWERS} <= set(desk.seen)
    assert {str(desk.files / one.source) for one in Account.articles} <= set(desk.seen)
    assert any(one.judgement == "confirmed" for one in desk.comparison.details)
    (note,) = desk.library.notes.of(desk.saved.event)
    desk.library.notes.edit(note, body="Ask again.")
    assert "notes" in desk.changed()
    (desk.files / "new.txt").write_text("new", "utf-8")
    assert desk.changed() == {str(desk.files / "new.txt")}
    (desk.files / "new.txt").unlink()
    assert desk.changed() == {str(desk.files / "new.txt")}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_answer_is_rejected_with_its_reason_and_changes_nothing(kind: str, desk: Desk) -> None:
    asked = desk.ask(kind)
    assert [one.rejected for one in asked.rejected] == [WRONG[kind][0]]
    assert asked.opinions == {}
    assert desk.shown(kind) == desk.comparison
    assert desk.changed() == set()


@pytest.mark.parametrize("kind", [one for one in LATE if one != "forks"])
def test_a_program_that_is_late_is_ended_and_changes_nothing(kind: str, desk: Desk) -> None:
    (rejected,) = desk.ask(kind, seconds=0.4).rejected
    assert rejected.rejected == "too late"
    assert "took longer than 0.4 seconds for a question" in str(rejected.printed.error)
    assert desk.changed() == set()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no process groups")
def test_what_a_program_started_is_ended_with_it(desk: Desk) -> None:
    with pytest.raises(ProgramStoppedError):
        desk.ask("forks", waits=False)
    child = int((desk.programs / "opinion_forks.py.child").read_text())
    for _ in range(500):  # until the system has taken it away
        if state_of(child) == "Z":
            break
        time.sleep(0.02)
    else:
        pytest.fail("what the program started is still there")
    assert desk.changed() == set()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no process groups")
def test_a_child_that_leaves_the_group_and_keeps_the_pipes_open_keeps_nobody_waiting(tmp_path: Path) -> None:
    """Its input, of which it reads nothing, is more than a pipe holds."""
    file, log = tmp_path / "leaves.py", tmp_path / "child"
    file.write_text(
        "import os, time\n"
        "if os.fork():\n"
        "    os._exit(0)\n"
        "os.setsid()\n"
        f"open({str(log)!r}, 'w').write(str(os.getpid()))\n"
        "time.sleep(60)\n"
    )
    data, until = b"x" * 1_000_000, time.monotonic() + 600
    with pytest.raises(ProgramStoppedError):
        run_program(program(file), data, most=1_000, until=until, stopped=lambda: is_written(log))
    child = int(log.read_text())
    assert state_of(child) != "Z"
    os.kill(child, signal.SIGKILL)


def state_of(process: int) -> str:
    """How a process is; Z where it has ended."""
    try:
        os.kill(process, 0)
        if sys.platform == "linux":
            return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
    return "S"


@pytest.mark.parametrize(
    "kind",
    ["good", "in-fences", "complains-much", "says-more", "escapes", "byte-order-mark", "other-blanks"],
)
def test_an_answer_that_is_accepted_adds_an_opinion_and_changes_nothing_else(kind: str, desk: Desk) -> None:
    asked = desk.ask(kind)
    assert len(asked.opinions) == 1
    assert desk.changed() == {ANSWERS}
    assert own_marks(desk.shown(kind)) == own_marks(desk.comparison)


def test_a_program_that_does_what_an_article_orders_leaves_newsdiffs_mark_and_the_verdict_where_they_are(
    desk: Desk,
) -> None:
    (opinion,) = desk.ask("obeys-with-the-right-id").opinions.values()
    assert opinion.says == "same"
    shown = desk.shown("obeys-with-the-right-id")
    (detail,) = [one for one in shown.details if one.judgement == "confirmed"]
    assert (detail.relation, both_agree(detail), detail.opinion) == ("differs", False, opinion)
    assert own_marks(shown) == own_marks(desk.comparison)
    assert desk.changed() == {ANSWERS}
