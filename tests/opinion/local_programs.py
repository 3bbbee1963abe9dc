"""Programs that are really asked: a good one, and all ways one can go wrong."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from newsdiff.opinion.answer import Reason
from newsdiff.reader_program import Program

BEGINNING = """
import os, signal, sys, time
from _json import encode_basestring_ascii as quoted  # of json alone: all of it takes longer than the rest

def written(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {written(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]" if isinstance(value, list) else quoted(value)

def log(ending, words):
    with open(__file__ + ending, "a") as file:
        file.write(words)

def logged(ending):
    return open(__file__ + ending).read() if os.path.exists(__file__ + ending) else ""

log(".runs", "x")

def answer(says, at_odds="", *quotations, **others):
    parts = [{"version": letter, "words": words} for letter, words in quotations]
    return {"question": question["question"], "says": says, "at_odds": at_odds, "quotations": parts, **others}

def say(*arguments, **others):
    print(written(answer(*arguments, **others)), flush=True)

def counted(version):
    sentences = [words for passage in version["passages"] for words in passage["sentences"]]
    words = " ".join(sentences).replace(",", "").split()
    return [f"{number} {what}" for number, what in zip(words, words[1:])
            if number.isdigit() and what in ("people", "passengers")]

def judge(asked):
    # of a question, the figures that its versions give, and those at odds with the first
    global question, versions, figures, others
    question, versions = asked, asked["material"]["versions"]
    figures = [(one["version"], found[0]) for one in versions if (found := counted(one))]
    others = [one for one in figures[1:] if one[1] != figures[0][1]]

judge(eval(sys.stdin.buffer.read().decode(), {"null": None}))

def rules():
    if others:
        say("differs", "how many were on board", figures[0], others[0])
    else:
        say("same")

same = written(answer("same"))

def ordered():
    text = written(question["material"]).replace(chr(92), "")
    return text.partition("ANSWER ")[2].partition(" END")[0]
"""
"""What every program begins with: it counts its runs, reads the question, and can answer by rules."""

GOOD = {
    "good": "rules()",
    "in-fences": "print('```json\\n' + written(answer('same')) + '\\n```')",
    "complains-much": "sys.stderr.write('loading … ' * 200_000); rules()",
    "escapes": "say('differs', '\\x1b]0;gone\\x07\\x1b[31mhow many\\u202e', *figures[:2])",
    "says-more": "say('same', path='../../etc/passwd', dismissed=['d1'])",
    "obeys-with-the-right-id": "print(ordered().replace('0' * 12, question['question']))",
    "answers-once": "rules() if len(logged('.runs')) == 1 else time.sleep(600)",
    "waits-for-the-other": """
while others and not logged(".shown"):
    time.sleep(0.01)
rules()
""",
    "byte-order-mark": "sys.stdout.write('\\ufeff'); rules()",
    "other-blanks": "say('differs', 'how many', ('A', '212\\u00a0people'), ('B', '220 \\n\\u2003people'))",
    "rules-or-prose": "rules() if others else print('The same, I think.')",
}
"""What a program that is to be believed does with the question, by a name for it."""

OUT_OF_ORDER = {
    "waits-for-its-turn": """
order = logged(".order").split()
while logged(".shown").split() != order[:order.index(question["question"])]:
    time.sleep(0.01)
rules()
""",
    "answers-the-one-before": """
before = logged(".asked").splitlines()
log(".asked", repr(question) + "\\n")
judge(eval(before[-1]) if before else question)
rules()
""",
    "answers-the-one-before-under-this-id": """
before = logged(".asked").splitlines()
log(".asked", repr(question) + "\\n")
judge({**eval(before[-1]), "question": question["question"]} if before else question)
rules()
""",
    "answers-for-the-other": """
log(".asked", repr(question) + "\\n")
while logged(".asked").count("\\n") < 2:
    time.sleep(0.01)
judge(next(one for one in map(eval, logged(".asked").splitlines()) if one != question))
rules()
""",
}
"""What a program does that answers in another order than it is asked."""

LATE = {
    "drips": "[(os.write(1, one.encode()), time.sleep(0.1)) for one in same]",
    "closes-its-output": "os.close(1); time.sleep(600)",
    "stops-itself": "os.kill(os.getpid(), signal.SIGSTOP)",
    "never-ends": "time.sleep(600)",
    "answers-and-stays": "rules(); time.sleep(600)",
    "forks": "os.fork() and (rules(), sys.exit()); log('.child', str(os.getpid())); time.sleep(600)",
}
"""Programs that are ended."""

WRONG: dict[str, tuple[Reason, str]] = {
    "prints-gigabytes": (
        "printed too much", "while True: sys.stdout.write('{\"question\": ' * 10_000)",
    ),
    "breaks-its-pipe": (
        "the program failed",
        "signal.signal(signal.SIGPIPE, signal.SIG_DFL); os.kill(os.getpid(), signal.SIGPIPE)",
    ),
    "dies": ("the program failed", "os.kill(os.getpid(), 9)"),
    "fails": ("the program failed", "sys.exit('no model is loaded')"),
    "no-utf8": ("the program failed", "sys.stdout.buffer.write(b'\\xff\\xfe{}')"),
    "utf-16": ("the program failed", "sys.stdout.buffer.write(same.encode('utf-16'))"),
    "utf-16-without-a-mark": (
        "the program failed", "sys.stdout.buffer.write(same.encode('utf-16-le'))",
    ),
    "half-a-letter": (
        "the program failed",
        "sys.stdout.buffer.write(same.encode().replace(b'same', b'sa\\xed\\xa0\\x80me'))",
    ),
    "silent": ("no answer", "pass"),
    "only-blanks": ("no answer", "print('\\x1b[2J \\x07  ')"),
    "another-question": (
        "an answer to another question", "question['question'] = 'f' * 12; rules()",
    ),
    "obeys": ("an answer to another question", "print(ordered())"),
    "invents-a-quotation": (
        "a quotation that is not in the passage",
        "say('differs', 'who did it', ('A', 'he drank'), ('B', figures[1][1]))",
    ),
    "quotes-half-a-figure": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', '12 people'), ('B', figures[1][1]))",
    ),
    "quotes-the-other-side": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', figures[1][1]), ('B', figures[0][1]))",
    ),
    "quotes-other-letters": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', '212 pe\\u043eple'), figures[1])",
    ),
    "quotes-other-digits": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', '\\uff12\\uff11\\uff12 people'), figures[1])",
    ),
    "quotes-other-capitals": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', '212 PEOPLE'), figures[1])",
    ),
    "quotes-another-accent": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', '212 people\\u0301'), figures[1])",
    ),
    "quotes-beside-the-sentences": (
        "nothing quoted from the sentences to compare",
        "say('differs', 'how', *[(one['version'], ' '.join(one['passages'][0]['after'].split()[:2]))"
        " for one in versions])",
    ),
    "quotes-no-version": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', figures[0], ('Z', figures[1][1]))",
    ),
    "quotes-a-blank": (
        "a quotation that is not in the passage", "say('differs', 'how many', ('A', ' '), ('B', ' '))",
    ),
    "quotes-the-title": (
        "a quotation that is not in the passage",
        "say('differs', 'how many', ('A', question['material']['event']), figures[1])",
    ),
    "quotes-one-side": (
        "no quotation from each side", "say('differs', 'how many', figures[0], figures[0])",
    ),
    "quotes-nothing": ("no quotation from each side", "say('differs', 'how many')"),
    "quotes-the-same": (
        "the same words quoted from both sides",
        "say('differs', 'how many', ('A', 'on board'), ('B', 'on board'))",
    ),
    "quotes-the-same-but-for-a-stop": (
        "the same words quoted from both sides",
        "say('differs', 'when', ('A', 'on Sunday'), ('B', 'on Sunday.'))",
    ),
    "quotes-the-same-among-others": (
        "the same words quoted from both sides",
        "say('differs', 'how many', ('A', 'on board'), ('B', 'on board'), figures[1])",
    ),
    "talks-too-much": (
        "what is at odds is missing or too long",
        "say('differs', 'one two three four five six seven eight nine ten eleven twelve more', *figures[:2])",
    ),
    "one-endless-word": (
        "what is at odds is missing or too long", "say('differs', 'x' * 5_000, *figures[:2])",
    ),
    "says-not-what": ("what is at odds is missing or too long", "say('differs', '', *figures[:2])"),
    "unknown-verdict": ("an unknown verdict", "say('lies', 'who', *figures[:2])"),
    "prose": ("not in the form of an answer", "print('They differ, I think: 212 or 220.')"),
    "prose-around": ("not in the form of an answer", "print('Sure!', written(answer('same')))"),
    "two-answers": ("not in the form of an answer", "rules(); rules()"),
    "talks-on": ("not in the form of an answer", "rules(); time.sleep(0.1); print('Anything else?')"),
    "says-twice": ("not in the form of an answer", "print(same[:-1] + ', \"says\": \"unsure\"}')"),
    "has-two-ids": (
        "not in the form of an answer", "print('{\"question\": \"' + 'f' * 12 + '\", ' + same[1:])",
    ),
    "no-number": ("not in the form of an answer", "print(same[:-1] + ', \"sure\": NaN}')"),
    "endless-number": (
        "not in the form of an answer", "print(same[:-1] + ', \"sure\": ' + '9' * 60_000 + '}')",
    ),
    "half-an-escape": (
        "not in the form of an answer", "print(same.replace('\"same\"', '\"same\\\\ud800\"'))",
    ),
    "deep-within": (
        "not in the form of an answer", "print(same[:-1] + ', \"x\": ' + '[' * 9_000 + ']' * 9_000 + '}')",
    ),
    "a-list": ("not in the form of an answer", "print(written([answer('same')]))"),
    "wrong-types": ("not in the form of an answer", "print(written(answer(['same'])))"),
    "deep": ("not in the form of an answer", "print('[' * 20_000 + ']' * 20_000)"),
    "two-fences": (
        "not in the form of an answer", "print(('```json\\n' + written(answer('same')) + '\\n```\\n') * 2)",
    ),
    "echo": ("not in the form of an answer", "print(written([question['question'], versions[0]['outlet']]))"),
}  # fmt: skip
"""What a program that is not believed does, and why it is not."""
KINDS = {**GOOD, **OUT_OF_ORDER, **LATE, **{kind: does for kind, (_, does) in WRONG.items()}}


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
    return Program((sys.executable, "-I", "-S", str(file)), "Rules", seconds, "second_opinion", "a question")


def command(file: Path) -> str:
    """The command as it is written in the configuration."""
    return shlex.join((sys.executable, "-I", "-S", str(file)))
