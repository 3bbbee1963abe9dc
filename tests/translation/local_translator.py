"""A translate command that really runs: a small program with a dictionary, and all ways it can go wrong."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from newsdiff.reader_program import Program
from newsdiff.translation.pieces import translator

WORDS = {
    "Fähre läuft vor Norvik auf Grund": "Ferry runs aground off Norvik",
    "Eine Fähre mit 212 Menschen an Bord ist am Sonntag vor Norvik auf Grund gelaufen.":
        "A ferry with 212 people on board ran aground off Norvik on Sunday.",
    "Die Fischer hatten seit Jahren vor den Felsen gewarnt, und niemand hatte auf sie gehört.":
        "Fishermen had warned of the rocks for years, and nobody had listened to them.",
    "Neun Passagiere kamen in Aldersund ins Krankenhaus, wie die Hafenmeisterin Anna Berg sagte.":
        "Nine passengers were taken to hospital in Aldersund, the harbour master Anna Berg said.",
}  # fmt: skip

BEGINNING = f"""
import os, sys, time
WORDS = {WORDS!r}
with open(__file__ + ".runs", "a") as log:
    log.write(os.environ["NEWSDIFF_LANGUAGE"] + "\\n")
text = sys.stdin.buffer.read().decode("utf-8")
paragraphs = [one.strip() for one in text.split("\\n\\n")]
"""
ANSWER = 'print("\\n\\n".join(WORDS[one] for one in paragraphs), flush=True)'
ENDINGS = {
    "good": ANSWER,
    "joins": 'print(" ".join(WORDS[one] for one in paragraphs))',
    "fails": 'sys.exit("no such language pair")',
    "silent": "pass",
    "endless": "while True: sys.stdout.write('word ' * 10_000)",
    "slow": "time.sleep(600)",
    "sleeps-after": f"{ANSWER}; time.sleep(60)",
    "escapes": 'print("\\n\\n".join(f"\\x1b[31m{WORDS[one]}\\x1b[0m\\a\\x1b]0;x\\a" for one in paragraphs))',
    "no-utf8": 'sys.stdout.buffer.write(b"\\xff\\xfe\\xfa and the of")',
    "echo": 'print("\\n\\n".join(paragraphs))',
}
"""What it does with the paragraphs, by a name for it."""


def script(folder: Path, kind: str) -> Path:
    """The program, written to the folder."""
    file = folder / f"translate_{kind}.py"
    file.write_text(BEGINNING + ENDINGS[kind] + "\n", "utf-8")
    return file


def runs(file: Path) -> list[str]:
    """The languages it was asked for so far, one for each time it ran."""
    log = Path(f"{file}.runs")
    return log.read_text("utf-8").split() if log.exists() else []


def program(file: Path, *, seconds: float = 20) -> Program:
    """The command as newsdiff runs it."""
    return translator((sys.executable, str(file)), "Dictionary", seconds)


def command(file: Path) -> str:
    """The command as it is written in the configuration."""
    return shlex.join((sys.executable, str(file)))
