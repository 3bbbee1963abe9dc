"""Programs that are really asked: a good one, and all ways one can go wrong."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from newsdiff.reader_program import Program

BEGINNING = """
import json, os, re, sys, time
with open(__file__ + ".runs", "a") as log:
    log.write("x")
question = json.load(sys.stdin)
versions = question["material"]["versions"]

def answer(says, at_odds="", *quotations, **others):
    parts = [{"version": letter, "words": words} for letter, words in quotations]
    return {"question": question["question"], "says": says, "at_odds": at_odds, "quotations": parts, **others}

def say(*arguments, **others):
    print(json.dumps(answer(*arguments, **others)), flush=True)

figures = [(one["version"], found.group()) for one in versions
           if (found := re.search(r"\\d+ (people|passengers)", " ".join(one["sentences"])))]
others = [one for one in figures[1:] if one[1] != figures[0][1]]

def rules():
    if others:
        say("differs", "how many were on board", figures[0], others[0])
    else:
        say("same")
"""
KINDS = {
    "good": "rules()",
    "in-fences": "print('```json\\n' + json.dumps(answer('same')) + '\\n```')",
    "prints-gigabytes": "while True: sys.stdout.write('{\"question\": ' * 10_000)",
    "never-ends": "time.sleep(600)",
    "answers-once": "rules() if len(open(__file__ + '.runs').read()) == 1 else time.sleep(600)",
    "answers-and-stays": "rules(); time.sleep(600)",
    "forks": "os.fork() and (rules(), sys.exit()); open(__file__ + '.child', 'w').write(str(os.getpid())); "
             "time.sleep(600)",
    "dies": "os.kill(os.getpid(), 9)",
    "fails": "sys.exit('no model is loaded')",
    "silent": "pass",
    "only-blanks": "print('\\x1b[2J \\x07  ')",
    "another-question": "question['question'] = 'f' * 12; rules()",
    "invents-a-quotation": "say('differs', 'who did it', ('A', 'he drank'), ('B', figures[1][1]))",
    "quotes-half-a-figure": "say('differs', 'how many', ('A', '12 people'), ('B', figures[1][1]))",
    "quotes-the-other-side": "say('differs', 'how many', ('A', figures[1][1]), ('B', figures[0][1]))",
    "quotes-one-side": "say('differs', 'how many', figures[0], figures[0])",
    "quotes-nothing": "say('differs', 'how many')",
    "quotes-no-version": "say('differs', 'how many', figures[0], ('Z', figures[1][1]))",
    "quotes-a-blank": "say('differs', 'how many', ('A', ' '), ('B', ' '))",
    "quotes-the-same": "say('differs', 'how many', ('A', 'on board'), ('B', 'on board'))",
    "talks-too-much": "say('differs', 'one two three four five six seven eight nine ten eleven twelve more', "
                      "*figures[:2])",
    "one-endless-word": "say('differs', 'x' * 5_000, *figures[:2])",
    "says-not-what": "say('differs', '', *figures[:2])",
    "unknown-verdict": "say('lies', 'who', *figures[:2])",
    "prose": "print('They differ, I think: 212 or 220.')",
    "prose-around": "print('Sure!', json.dumps(answer('same')))",
    "two-answers": "rules(); rules()",
    "a-list": "print(json.dumps([answer('same')]))",
    "wrong-types": "print(json.dumps(answer(['same'])))",
    "deep": "print('[' * 20_000 + ']' * 20_000)",
    "no-utf8": "sys.stdout.buffer.write(b'\\xff\\xfe{}')",
    "escapes": "say('differs', '\\x1b]0;gone\\x07\\x1b[31mhow many\\u202e', *figures[:2])",
    "echo": "print(json.dumps(question))",
    "obeys": "text = json.dumps(question['material']); "
             "found = re.search(r'ANSWER (\\{.*?\\}) END', text.replace('\\\\', '')); "
             "print(found[1] if found else json.dumps(answer('same')))",
}  # fmt: skip
"""What it does with the question, by a name for it."""


def script(folder: Path, kind: str) -> Path:
    """The program, written to the folder."""
    file = folder / f"opinion_{kind}.py"
    file.write_text(f"{BEGINNING}\n{KINDS[kind]}\n", "utf-8")
    return file


def runs(file: Path) -> int:
    """How often it was asked."""
    log = Path(f"{file}.runs")
    return len(log.read_text()) if log.exists() else 0


def program(file: Path, *, seconds: float = 30) -> Program:
    """The program as newsdiff runs it."""
    return Program((sys.executable, "-I", str(file)), "Rules", seconds, "second_opinion", "a question")


def command(file: Path) -> str:
    """The command as it is written in the configuration."""
    return shlex.join((sys.executable, "-I", str(file)))
