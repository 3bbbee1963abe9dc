"""The settings as a ``config.toml`` to edit: what is set as it stands, all the rest as comments."""

from __future__ import annotations

import json
from collections.abc import Iterator

from textual.theme import BUILTIN_THEMES

from newsdiff.settings.model import SERVED_APPS, Problem, SecondOpinion, Settings, Translate
from tui.keys.key import PLACES
from tui.keys.keymap import KEYS, keys_of
from tui.keys.remapping import remapped
from tui.themes import DEFAULT, THEMES


def theme_names() -> tuple[str, ...]:
    """All themes, ours first."""
    return (*(theme.name for theme in THEMES), *sorted(BUILTIN_THEMES))


def all_problems(settings: Settings) -> tuple[str, ...]:
    """Everything in the file that cannot be followed, each on one line with its place."""
    problems = [*settings.problems, *remapped(settings)[1]]
    if settings.theme is not None and settings.theme not in theme_names():
        problems.append(
            Problem(settings.theme_line, f"no theme is called “{settings.theme}”; f2 in the app lists all")
        )
    return tuple(settings.describe(problem) for problem in sorted(problems, key=lambda one: one.line or 0))


def as_toml(settings: Settings) -> str:
    """The whole file."""
    return "\n".join(_lines(settings)) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    yield "# Settings of newsdiff. A line with # before it is the default."
    yield ""
    yield "# A library on PostgreSQL (postgresql://host/newsdiff, without a password); else a file."
    yield _entry("library", settings.library or "", settings.library is None)
    yield "# Who writes notes and verdicts; else the user of the server, or of this computer."
    yield _entry("name", settings.name or "", settings.name is None)
    yield f"# One of: {', '.join(theme_names())}."
    yield "# Without it the theme that was chosen last in the app (f2) comes back."
    yield _entry("theme", settings.theme or DEFAULT, settings.theme is None)
    yield '# "where-left" opens the reader again when newsdiff was left there; "library" never does.'
    yield _entry("start", settings.start, settings.start == "where-left")
    yield "# false leaves the mouse to the terminal."
    yield _entry("mouse", settings.mouse, settings.mouse)
    yield "# true opens every event with runs of unmatched paragraphs folded (z in the reader)."
    yield _entry("fold", settings.fold, not settings.fold)
    yield '# Your home, for blind spots: a country ("IE"), or countries and outlets (["IE", "BBC News"]).'
    yield _entry("home", list(settings.home), not settings.home)
    yield from _translate(settings.translate)
    yield ""
    yield "# How many apps newsdiff serve runs at once: each window in a browser has one."
    yield _entry("serve.apps", settings.served_apps, settings.served_apps == SERVED_APPS)
    yield from _second_opinion(settings.second_opinion)
    known, _ = remapped(settings)
    width = max(len(key.name) for key in KEYS)
    for place, title in PLACES.items():
        yield ""
        yield f"# {title}"
        yield f"[keys.{place}]"
        for key in keys_of(place):
            entry = _entry(key.name, known.get(key.id, key.keys).split(","), key.id not in known)
            yield f"{entry:<{width + 26}} # {key.help}"


def _translate(translate: Translate | None) -> Iterator[str]:
    yield ""
    yield "# Translates articles in other languages: any program that reads text on its standard input and"
    yield "# writes English on its standard output, paragraph by paragraph, with a blank line between them."
    yield "# No shell reads the command. {language} in it and $NEWSDIFF_LANGUAGE hold the language (de, fr)."
    yield "# Each text is translated once and kept in the library. Without it such articles are aligned by"
    yield "# names, numbers, dates and quotations only. A table [translate] has the command, a name that"
    yield "# readers see (“translated by …”) and the seconds that one article may take."
    if translate is None:
        yield _entry("translate", "", True)
    else:
        parts = [_entry(name, getattr(translate, name), False) for name in ("command", "name", "seconds")]
        yield f"translate = {{{', '.join(parts)}}}"


def _second_opinion(asked: SecondOpinion | None) -> Iterator[str]:
    yield ""
    yield "# Asks for a second opinion on the places worth a look (newsdiff opinion; Q and P in the reader):"
    yield "# any program that reads one question on its standard input, as JSON, and writes one answer on its"
    yield "# standard output. No shell reads the command. docs/second-opinion.md has the form of both, and"
    yield "# lines for common programs. Nobody is asked unless you ask. Each question is asked once and its"
    yield "# answer kept in the library; another command, name or template asks anew."
    yield "# The name is what readers know it by (“NAME says: differs”), seconds what one question may take;"
    yield "# questions are asked about one event at most, the places most worth a look first, and so many in"
    yield "# parallel at once. The template is a file with instructions of your own."
    unset = asked is None
    shown = asked or SecondOpinion("", (), "")
    template = "" if shown.template is None else str(shown.template)
    for name in ("command", "name", "seconds", "questions", "parallel"):
        yield _entry(f"second_opinion.{name}", getattr(shown, name), unset)
    yield _entry("second_opinion.template", template, not template)


def _entry(name: str, value: object, default: bool) -> str:
    return f"{'# ' if default else ''}{name} = {json.dumps(value, ensure_ascii=False)}"
