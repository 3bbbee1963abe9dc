"""The keys of each action after the reader's changes: only changes that can work are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.keys import Keys, _character_to_key

from newsdiff.settings.model import Problem, Settings
from tui.keys.key import Key, Place
from tui.keys.keymap import KEYS

MODIFIERS: Final = frozenset(("ctrl", "shift", "alt", "super", "meta", "hyper"))
RESERVED: Final = {"ctrl+c": "it copies what is selected"}
WHERE_ONE_TYPES: Final[frozenset[Place]] = frozenset(("dialog", "ticks", "help"))
"""Places with a line to type in, where the keys of the table come before the line."""
_NAMES: Final = frozenset(key.value for key in Keys)
_BY_ID: Final = {key.id: key for key in KEYS}
_TOGETHER: Final = (
    frozenset(("dialog", "choices")),
    frozenset(("dialog", "ticks")),
    frozenset(("choices", "ticks")),
    frozenset(("dialog", "help")),
)
"""Places whose keys work at the same time; those of `everywhere` do with all."""


def remapped(settings: Settings) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Id -> keys for every wish that can be followed, and what is wrong with the others."""
    wished: dict[str, str] = {}
    problems: list[Problem] = []
    for id, wanted in settings.keys.items():
        keys = [name.strip() for name in wanted.keys.split(",") if name.strip()]
        if trouble := _trouble(id, keys):
            problems.append(Problem(wanted.line, trouble))
        else:
            wished[id] = ",".join(dict.fromkeys(keys))
    while clash := _clash(wished, settings):
        loser, message = clash
        problems.append(Problem(settings.keys[loser].line, message))
        del wished[loser]
    problems.sort(key=lambda problem: problem.line or 0)
    return wished, tuple(problems)


def _trouble(id: str, keys: list[str]) -> str:
    """What is wrong with one wish by itself; empty when nothing is."""
    key = _BY_ID.get(id)
    if key is None:
        return f"there is no key called “{id}”; `newsdiff config show` lists all"
    if not keys:
        return f"“{id}” needs a key: it cannot be called without one"
    for name in keys:
        if not is_key(name):
            return f"“{name}” is not a key; write a character or a name such as ctrl+n, f5, pagedown"
        if name in RESERVED:
            return f"“{name}” cannot be used for “{id}”: {RESERVED[name]}"
        if len(name) == 1 and (key.priority or key.place in WHERE_ONE_TYPES):
            return f"“{name}” cannot be used for “{id}”: you could no longer type it"
    return ""


def is_key(name: str) -> bool:
    """Whether a terminal can send it: a character, or a name of Textual's with or without modifiers."""
    *modifiers, last = name.split("+") if len(name) > 1 else (name,)
    if not MODIFIERS.issuperset(modifiers) or len(set(modifiers)) != len(modifiers):
        return False
    if len(last) == 1:
        return last.isprintable() and not last.isspace()
    return last in _NAMES or last in _PUNCTUATION


_PUNCTUATION: Final = frozenset(_character_to_key(chr(code)) for code in range(33, 127))
"""Textual's names of the characters: comma, question_mark and so on."""


def _clash(wished: Mapping[str, str], settings: Settings) -> tuple[str, str] | None:
    """The first wish that takes the key of another action, with the message; of two wishes the later one."""
    takers: dict[str, list[Key]] = {}
    for key in KEYS:
        for name in wished.get(key.id, key.keys).split(","):
            normal = _character_to_key(name) if len(name) == 1 else name
            takers.setdefault(normal, []).append(key)
    for name, keys in takers.items():
        for number, one in enumerate(keys):
            for other in keys[number + 1 :]:
                clashing = [key for key in (one, other) if key.id in wished]
                if clashing and _meet(one.place, other.place):
                    loser = max(clashing, key=lambda key: settings.keys[key.id].line or 0)
                    winner = other if loser is one else one
                    return (
                        loser.id,
                        f"“{name}” for “{loser.id}” is taken by “{winner.id}”{_at(winner, wished, settings)}",
                    )
    return None


def _at(winner: Key, wished: Mapping[str, str], settings: Settings) -> str:
    line = settings.keys[winner.id].line if winner.id in wished else None
    return f" in line {line}" if line else ""


def _meet(one: Place, other: Place) -> bool:
    return one == other or "everywhere" in (one, other) or frozenset((one, other)) in _TOGETHER
