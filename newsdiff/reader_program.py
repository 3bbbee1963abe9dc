"""Running a program of the reader's own on some text: no shell, a limit in time and size, and it can be
stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Final

from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line

SECONDS_BETWEEN_LOOKS: Final = 0.05
SECONDS_FOR_THE_COMPLAINT: Final = 5.0
"""What the program started may outlive it and keep its stderr open: then no longer than this."""
COMPLAINT_KEPT: Final = 4_000
"""Bytes of what the program says on stderr."""

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class ProgramError(Exception):
    """A program did not do what it was run for; the message is one line that names it and what to do."""

    def __init__(self, name: str, trouble: str, remedy: str) -> None:
        super().__init__(one_line(f"{name} {trouble}: {remedy}"))


class NotStartedError(ProgramError):
    """A program could not even be started."""


class TooLateError(ProgramError):
    """A program took longer than it may."""


class TooMuchError(ProgramError):
    """A program printed more than it may."""


class SilentError(ProgramError):
    """A program printed nothing."""


class ProgramStoppedError(Exception):
    """The reader did not wait for it; nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that the reader names in the configuration."""

    arguments: tuple[str, ...]
    name: str
    """What readers know it by."""
    seconds: float
    """The longest that one task may take."""
    setting: str
    """The setting that names it."""
    task: str
    """What it has so many seconds for: "an article"."""

    @property
    def key(self) -> str:
        """What its work is kept under: another command line does it anew."""
        return json.dumps(self.arguments)

    @property
    def remedy(self) -> str:
        """What to do when it does not work."""
        return f"try it by hand, or correct “{self.setting}” in the configuration"


def run_program(
    program: Program,
    data: bytes,
    *,
    most: int,
    until: float,
    stopped: Callable[[], bool],
    arguments: Sequence[str] | None = None,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What the program prints for `data` on its standard input.

    `most` bytes may be printed; `until` is on the clock of `time.monotonic`. `arguments` stand in the place
    of the program's own, `environment` comes on top of ours. Raises ProgramError where the program is not
    there, fails, is late or prints too much; ProgramStoppedError when `stopped` says so. In every case
    nothing of its process group is left when this returns.
    """
    process = _started(program, arguments or program.arguments, environment or {})
    output = _Pipe(process.stdout, most)
    complaint = _Pipe(process.stderr, COMPLAINT_KEPT, read_on=True)
    feeding = threading.Thread(target=_feed, args=(process, data), daemon=True)
    for thread in (feeding, output, complaint):
        thread.start()
    too_much = TooMuchError(program.name, f"printed more than {most:,} bytes", program.remedy)
    try:
        while process.poll() is None or output.is_alive():
            if stopped():
                raise ProgramStoppedError
            if output.too_much:
                raise too_much
            if time.monotonic() > until:
                raise TooLateError(
                    program.name,
                    f"took longer than {program.seconds:g} seconds for {program.task}",
                    f"allow more in “{program.setting}.seconds”",
                )
            output.join(SECONDS_BETWEEN_LOOKS)
            if process.poll() is None and not output.is_alive():
                time.sleep(SECONDS_BETWEEN_LOOKS)
    finally:
        _end(process)
        if process.returncode > 0:  # what it said of that is in the pipe
            complaint.join(SECONDS_FOR_THE_COMPLAINT)
        _close_pipes(process)
    if output.too_much:
        raise too_much
    if process.returncode != 0:
        raise ProgramError(program.name, _failure(process.returncode, complaint.data), program.remedy)
    return output.data


def text_of(program: Program, data: bytes) -> str:
    """What a program printed as text, without escape sequences, control characters and blanks around it.

    Raises ProgramError where it is no UTF-8, SilentError where nothing is left.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:  # so is UTF-16 without a mark of its order
        raise ProgramError(program.name, "did not print UTF-8 text", program.remedy)
    text = _CONTROLS.sub("", _ESCAPES.sub("", text.replace("\r\n", "\n"))).strip()
    if not text:
        raise SilentError(program.name, "printed nothing", program.remedy)
    return text


def _started(
    program: Program, arguments: Sequence[str], environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            arguments,
            bufsize=0,  # no lock that a blocked write holds while the pipe is to be closed
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **environment},
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotStartedError(program.name, f"cannot be started ({reason})", program.remedy) from error


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    left = memoryview(data)
    try:
        while left:
            left = left[process.stdin.write(left) :]
        process.stdin.close()
    except (OSError, ValueError):  # it does not want all of it, which its answer will show; or it was ended
        pass


class _Pipe(threading.Thread):
    """What the program writes to one of its pipes, up to `most` bytes."""

    def __init__(self, pipe: IO[bytes] | None, most: int, *, read_on: bool = False) -> None:
        super().__init__(daemon=True)
        assert pipe is not None
        self._pipe = pipe
        self._read_on = read_on
        self.most = most
        self.data = b""
        self.too_much = False

    def run(self) -> None:
        """Read to the end, or until there is too much of it."""
        try:
            while chunk := os.read(self._pipe.fileno(), 65_536):
                self.too_much = len(self.data) + len(chunk) > self.most
                self.data = (self.data + chunk)[-self.most :] if self._read_on else self.data + chunk
                if self.too_much and not self._read_on:
                    return
        except (OSError, ValueError):  # closed under our hands
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of the program stays behind, nor of what it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # no process groups here, or it has ended
        if process.poll() is None:
            process.kill()
    process.wait()


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        try:
            if pipe is not None:
                pipe.close()
        except OSError:
            pass


def _failure(code: int, complaint: bytes) -> str:
    lines: Sequence[str] = complaint.decode("utf-8", "replace").strip().splitlines()
    said = f" ({_CONTROLS.sub('', _ESCAPES.sub('', lines[-1]))[:200]})" if lines else ""
    return f"failed with exit code {code}{said}"
