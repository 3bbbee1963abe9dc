"""Running the translate command on one text: no shell, a limit in time and size, and it can be stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO, Final

from newsdiff.environment import LANGUAGE
from newsdiff.translation.errors import TranslationError, TranslationStoppedError

GROWTH: Final = 8
SLACK: Final = 64_000
"""A translation may have this many times the bytes of the text and so many more; beyond, it is stopped."""
SECONDS_BETWEEN_LOOKS: Final = 0.05
COMPLAINT_KEPT: Final = 4_000
"""Bytes of what the program says on stderr."""
REMEDY: Final = "try it by hand, or correct “translate” in the configuration"

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Program:
    """The translate command."""

    arguments: tuple[str, ...]
    name: str
    """What readers know it by: "translated by …"."""
    seconds: float
    """The longest that one article may take."""

    @property
    def key(self) -> str:
        """What its translations are kept under: another command line translates anew."""
        return json.dumps(self.arguments)


def run(program: Program, text: str, language: str, *, until: float, stopped: Callable[[], bool]) -> str:
    """What the program writes for the text. `until` is on the clock of `time.monotonic`.

    Escape sequences and control characters are taken out. Raises TranslationError where the program is not
    there, fails, is late, prints nothing, too much, or no UTF-8; TranslationStoppedError when `stopped` says
    so.
    """
    data = text.encode("utf-8", "replace")
    process = _started(program, language)
    output = _Pipe(process.stdout, GROWTH * len(data) + SLACK)
    complaint = _Pipe(process.stderr, COMPLAINT_KEPT, read_on=True)
    feeding = threading.Thread(target=_feed, args=(process, data), daemon=True)
    for thread in (feeding, output, complaint):
        thread.start()
    try:
        while process.poll() is None or output.is_alive():
            if stopped():
                raise TranslationStoppedError
            if output.too_much:
                raise TranslationError(program.name, f"printed more than {output.most:,} bytes", REMEDY)
            if time.monotonic() > until:
                raise TranslationError(
                    program.name,
                    f"took longer than {program.seconds:g} seconds for an article",
                    "allow more in “translate.seconds”",
                )
            output.join(SECONDS_BETWEEN_LOOKS)
            if process.poll() is None and not output.is_alive():
                time.sleep(SECONDS_BETWEEN_LOOKS)
    finally:
        _end(process)
        complaint.join(1)
    if output.too_much:
        raise TranslationError(program.name, f"printed more than {output.most:,} bytes", REMEDY)
    if process.returncode != 0:
        raise TranslationError(program.name, _failure(process.returncode, complaint.data), REMEDY)
    return _text_of(program, output.data)


def _text_of(program: Program, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TranslationError(program.name, "did not print UTF-8 text", REMEDY) from None
    text = _CONTROLS.sub("", _ESCAPES.sub("", text.replace("\r\n", "\n"))).strip()
    if not text:
        raise TranslationError(program.name, "printed nothing", REMEDY)
    return text


def _started(program: Program, language: str) -> subprocess.Popen[bytes]:
    arguments = [one.replace("{language}", language) for one in program.arguments]
    try:
        return subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, LANGUAGE: language},
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TranslationError(program.name, f"cannot be started ({reason})", REMEDY) from error


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(data)
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
