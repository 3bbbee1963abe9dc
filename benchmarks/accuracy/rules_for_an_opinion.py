"""A stand-in for a second opinion: rules over the question, no reading. It says so in every answer.

It shows what a program must do, and lets ``newsdiff eval --second-opinion`` run where no model is at hand:

    [second_opinion]
    command = "python benchmarks/accuracy/rules_for_an_opinion.py"
    name = "rules (stand-in)"

It says *differs* where two versions give another figure for the same noun, or words that newsdiff already
marks; *unrelated* where the versions share few words; else *same*. Needs nothing but Python.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import combinations
from typing import Any

FIGURE = re.compile(r"(?<![\w.,])(\d[\d.,]*\d|\d)(?:\s+(?:million|billion|percent))?\s+([a-z]{3,})", re.ASCII)
FEW = 0.12
"""Of the words of both, so many in common make two versions of one thing."""


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """The answer to one question."""
    material = question["material"]
    texts = {one["version"]: sentences_of(one) for one in material["versions"]}
    quoted = marked(material["newsdiff_found"], texts) or figures(texts)
    made = {"question": question["question"], "says": "same", "at_odds": "", "quotations": []}
    if quoted:
        quotations = [{"version": letter, "words": words} for letter, words in quoted]
        return made | {
            "says": "differs",
            "at_odds": "by rules, unread: other words or figures",
            "quotations": quotations,
        }
    if all(in_common(a, b) < FEW for a, b in combinations(texts.values(), 2)):
        return made | {"says": "unrelated"}
    return made


def sentences_of(version: dict[str, Any]) -> str:
    """The sentences to compare, without their neighbours."""
    return " ".join(words for passage in version["passages"] for words in passage["sentences"])


def marked(found: list[dict[str, Any]], texts: dict[str, str]) -> list[tuple[str, str]]:
    """The words of two versions whose values newsdiff says differ."""
    for mark in found:
        if mark["newsdiff_says"] != "differs":
            continue
        values = [one["value"] for one in mark.get("values", ())]
        values += re.findall(r"“([^”]+)”", mark.get("because", ""))
        places = [(letter, value) for value in values for letter, text in texts.items() if value in text]
        for one, other in combinations(places, 2):
            if one[0] != other[0] and one[1].casefold() != other[1].casefold():
                return [one, other]
    return []


def figures(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Two figures of one noun in two versions, where neither version has the other's."""
    for (one, text), (other, beside) in combinations(texts.items(), 2):
        for mine in FIGURE.finditer(text):
            for theirs in FIGURE.finditer(beside):
                figure, counted = theirs.groups()
                if mine[2] == counted and mine[1] != figure and mine[1] not in beside and figure not in text:
                    return [(one, mine[0]), (other, theirs[0])]
    return []


def in_common(text: str, beside: str) -> float:
    """How many of the words of both stand in both, 0 to 1."""
    one, other = (set(re.findall(r"\w{4,}", words.casefold())) for words in (text, beside))
    return len(one & other) / max(1, len(one | other))


if __name__ == "__main__":
    print(json.dumps(answer(json.load(sys.stdin))))
