"""Pytest rewrites the assertions of every test file, which takes long: once for all processes.

Each process of the tests begins with a share of the files and keeps them as byte code, where the others find
them. Without this all of them rewrite every file, at the same time.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.assertion import rewrite


def rewrite_a_share(config: pytest.Config) -> None:
    """Rewrite the share of this process of the files that are asked for."""
    given: dict[str, str | int] | None = getattr(config, "workerinput", None)
    state = config.stash.get(rewrite.assertstate_key, None)
    if given is None or state is None or sys.dont_write_bytecode:
        return
    asked = [Path(config.invocation_params.dir, one.partition("::")[0]) for one in config.args]
    files = sorted({file for one in asked for file in (one.rglob("test_*.py") if one.is_dir() else [one])})
    number = int(str(given["workerid"])[2:])
    for file in files[number :: int(given["workercount"])]:
        kept = rewrite.get_cache_dir(file) / (file.stem + rewrite.PYC_TAIL)
        with suppress(OSError, SyntaxError):  # who reads the file next says what is wrong with it
            if rewrite._read_pyc(file, kept) is None and rewrite.try_makedirs(kept.parent):
                source_hash, code = rewrite._rewrite_test(file, config)
                rewrite._write_pyc(state, code, source_hash, kept)
