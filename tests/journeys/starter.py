"""Starts the program on terminals from a process that has imported it and compared the sample already.

Python, the modules and the sample's comparison take most of the processor time that an app needs until it is
ready; journeys start some fifty. Each of them runs in a process of its own, on a terminal of its own, with
Textual as it is.
`Terminal(…, afresh=True)` starts Python as a user does.

This file runs as a program, too: it forks a process for every request that comes through a socket.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import importlib
import json
import os
import pty
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

IMPORTED = (
    "newsdiff.cli.commands.comparisons.open", "newsdiff.pipeline", "newsdiff.brief.build",
    "newsdiff.library.sqlite", "newsdiff.library.tables.grouping.arrivals", "newsdiff.library.unsaved",
    "tui.app", "tui.library.screen", "tui.reader.screen", "tui.notes.screen",
)  # fmt: skip
"""What most journeys use, with all that it imports."""
PROGRAM = "from newsdiff.cli import main; main()"
LONGEST_REQUEST = 1 << 20


class Starter:
    """The other process; started when the first program is."""

    def __init__(self) -> None:
        self._socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(other.fileno())], pass_fds=[other.fileno()],
                stdin=subprocess.DEVNULL, cwd=Path(__file__).parents[2], start_new_session=True,
            )  # fmt: skip
        atexit.register(self._stop)

    def start(
        self,
        arguments: Sequence[str],
        folder: Path,
        size: tuple[int, int],
        variables: Mapping[str, str],
        *,
        before: str,
        afresh: bool,
    ) -> tuple[int, int]:
        """Start the program; returns the id of its process and a descriptor of its terminal."""
        wanted = {
            "arguments": list(arguments), "folder": str(folder), "size": size, "variables": dict(variables),
            "before": before, "afresh": afresh,
        }  # fmt: skip
        self._socket.send(json.dumps(wanted).encode())
        answer, (terminal,), _, _ = socket.recv_fds(self._socket, 100, 1)
        return int(answer), terminal

    def wait(self, process: int) -> int:
        """Wait until a process has ended; returns its exit code, or minus the signal that ended it."""
        self._socket.send(json.dumps({"ended": process}).encode())
        return int(self._socket.recv(100))

    def _stop(self) -> None:
        self._socket.close()
        self._process.wait()


def _serve(asked: socket.socket) -> None:
    """Answer requests until nobody is left to ask; a process forked for one is that program."""
    while request := asked.recv(LONGEST_REQUEST):
        wanted = json.loads(request)
        if "ended" in wanted:
            _, status = os.waitpid(wanted["ended"], 0)
            asked.send(str(os.waitstatus_to_exitcode(status)).encode())
            continue
        process, terminal = pty.fork()
        if process == 0:
            asked.close()
            _run(wanted)
        socket.send_fds(asked, [str(process).encode()], [terminal])
        os.close(terminal)


def _run(wanted: Mapping[str, Any]) -> None:
    """Be the program that was asked for; it ends with SystemExit."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *wanted["size"], 0, 0))
    os.chdir(wanted["folder"])
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs behind a shell ignores it
    if wanted["afresh"]:
        code = f"{wanted['before']}\n{PROGRAM}"
        os.execve(sys.executable, [sys.executable, "-c", code, *wanted["arguments"]], wanted["variables"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(wanted["variables"])
    sys.argv = ["-c", *wanted["arguments"]]
    sys.stdin = sys.__stdin__ = os.fdopen(0, closefd=False)  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = os.fdopen(1, "w", closefd=False)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = os.fdopen(2, "w", errors="backslashreplace", closefd=False)  # type: ignore[misc]
    exec(f"{wanted['before']}\n{PROGRAM}", {"__name__": "__main__"})


def _compare_the_sample() -> None:
    """As the app does: a program that compares the same articles again has the comparison at once."""
    from newsdiff import pipeline
    from newsdiff.library import ensure_sample, open_library
    from tests.compared_once import compared_once
    from tui.open_event import OpenedEvent

    pipeline.compare = compared_once
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        ensure_sample(library)
        (event,) = library.events.all()
        OpenedEvent.from_library(library, event.id).compare()


if __name__ == "__main__":
    sys.path[0] = os.getcwd()
    for name in IMPORTED:
        importlib.import_module(name)
    _compare_the_sample()
    gc.collect()
    gc.freeze()
    _serve(socket.socket(fileno=int(sys.argv[1])))
