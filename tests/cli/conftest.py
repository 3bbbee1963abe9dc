"""Running the command line: in the process of the test, or the real program in a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff import environment
from newsdiff.cli import main
from tests.compared_once import compare_once
from tests.patience import PATIENCE

__all__ = ["compare_once"]

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def newsdiff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``newsdiff("report", folder)`` runs the command with a data folder of its own; output is bytes.

    All of the program but its start: that is what `program` is for.
    """

    def run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        out, error = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setenv("NEWSDIFF_DATA_DIR", str(tmp_path / "data"))
            patch.setattr(sys, "argv", ["newsdiff", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(error, "utf-8", "backslashreplace"))
            with pytest.raises(SystemExit) as end:
                main()
            sys.stderr.flush()
            code = end.value.code
            assert isinstance(code, int)
            return subprocess.CompletedProcess(list(arguments), code, out.getvalue(), error.getvalue())

    return run


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """As `newsdiff`, but in a process of its own: for what depends on how Python starts."""

    def run(*arguments: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newsdiff", *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "NEWSDIFF_DATA_DIR": str(tmp_path / "data"), **variables},
        )

    return run


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command that runs in this process chooses holds for its test alone."""
    monkeypatch.setattr(environment, "chosen_config", environment.chosen_config)
