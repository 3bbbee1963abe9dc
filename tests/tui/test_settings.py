"""Settings in config.toml: what can be followed is, what cannot is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from newsdiff.library import Library
from newsdiff.settings import read_settings
from newsdiff.settings.file import settings_in
from tests.tui.driving import ReaderApp, messages, press, screen_text, settled
from tui.app import NewsdiffApp
from tui.keys.keymap import KEYS
from tui.keys.remapping import is_key, remapped
from tui.open_event import OpenedEvent
from tui.reader.screen import ReaderScreen
from tui.settings_shown import all_problems, as_toml, theme_names

PROBLEMS = [
    ('theme = "nosuch"', 1, "no theme is called “nosuch”"),
    ("colour = 3", 1, "“colour” is not a setting"),
    ('start = "somewhere"', 1, "'where-left' or 'library'"),
    ('mouse = "yes"', 1, "must be true or false"),
    ('[keys.reader]\ndown = 7', 2, "must be text"),
    ('[keys.reader]\n\nwibble = "z"', 3, "there is no key called “reader.wibble”"),
    ('[keys]\n"reader.fold" = "ctrl+qq"', 2, "“ctrl+qq” is not a key"),
    ('[keys]\n"reader.fold" = ""', 2, "needs a key"),
    ('[keys]\n"reader.fold" = "ctrl+c"', 2, "it copies what is selected"),
    ('[keys.dialog]\naccept = "d"', 2, "you could no longer type it"),
    ('[keys.reader]\nup = "j"', 2, "taken by “reader.down”"),
    ('[keys.reader]\nup = "ctrl+q"', 2, "taken by “everywhere.quit”"),
    ('[keys.everywhere]\nhelp = "]"', 2, "taken by “reader.next-place”"),
    ('[keys.reader]\nfold = "f9"\n\nbase = "f9"', 4, "taken by “reader.fold” in line 2"),
    ('translate = 3', 1, "translate"),
    ("translate = \"''\"", 1, "must name a program"),
    ('[translate]\ncommand = "a \'b"', 2, "no closing quotation"),
    ('[translate]\ncommand = "a"\nseconds = 0', 3, "greater than 0"),
    ('[translate]\nname = "Argos"', 1, "field required"),
    ('[translate]\ncommand = "a"\nspeed = 3', 3, "“translate.speed” is not a setting"),
    ("second_opinion = \"''\"", 1, "must name a program that reads a question"),
    ('[second_opinion]\nname = "llama3"', 1, "field required"),
    ('[second_opinion]\ncommand = "a"\nquestions = 0', 3, "greater than or equal to 1"),
    ('[second_opinion]\ncommand = "a"\nparallel = 99', 3, "less than or equal to 16"),
    ('[second_opinion]\ncommand = "a"\ntemplate = 4', 3, "must be text in quotation marks"),
    ('[second_opinion]\ncommand = "a"\nnme = "b"', 3, "of [second_opinion] are command, name, seconds, que"),
    ("theme = \n", 1, "is not TOML"),
]  # fmt: skip


def test_a_number_without_end_is_reported_as_well(tmp_path: Path) -> None:
    (problem,) = read_settings(written(tmp_path, f"theme = {'1' * 5_000}")).problems
    assert "is not TOML" in problem.message


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(("text", "line", "says"), PROBLEMS, ids=[says for _, _, says in PROBLEMS])
def test_what_cannot_be_followed_is_reported_with_file_and_line(
    tmp_path: Path, text: str, line: int, says: str
) -> None:
    file = written(tmp_path, text)
    (problem,) = all_problems(read_settings(file))
    assert problem.startswith(f"{file}, line {line}: ")
    assert says in problem


def test_a_bad_line_of_a_table_leaves_the_program_in_force(tmp_path: Path) -> None:
    text = "[second_opinion]\ncommand = 'a'\nseconds = -1\nname = 'A'\nparallel = 99\nquestions = 7\n"
    settings = read_settings(written(tmp_path, text))
    asked = settings.second_opinion
    assert [one.line for one in settings.problems] == [3, 5]
    assert asked is not None
    assert (asked.name, asked.seconds, asked.parallel, asked.questions) == ("A", 60.0, 1, 7)


def test_the_defaults_of_a_second_opinion_can_be_written_as_they_are_shown(tmp_path: Path) -> None:
    shown = as_toml(read_settings(written(tmp_path, ""))).replace("\n# second_opinion.", "\nsecond_opinion.")
    settings = read_settings(written(tmp_path, shown))
    assert (settings.problems, settings.second_opinion) == ((), None)
    named = read_settings(written(tmp_path, shown.replace('command = ""', 'command = "/opt/a model"')))
    assert named.problems == ()
    assert named.second_opinion is not None
    assert (named.second_opinion.name, named.second_opinion.template) == ("a", None)


def test_one_bad_line_leaves_the_others_in_force(tmp_path: Path) -> None:
    settings = read_settings(
        written(tmp_path, 'start = "library"\nmouse = 3\n[keys.reader]\nx = 1\nfold = "Z"')
    )
    assert settings.start == "library"
    assert settings.mouse is True
    assert remapped(settings)[0] == {"reader.fold": "Z"}
    assert len(all_problems(settings)) == 2


def test_two_keys_can_change_places(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, '[keys.reader]\nfold = "b"\nbase = ["z", "f9"]'))
    assert remapped(settings) == ({"reader.fold": "b", "reader.base": "z,f9"}, ())


def test_without_a_file_nothing_is_wrong_but_a_file_asked_for_must_be_there(tmp_path: Path) -> None:
    assert all_problems(read_settings()) == ()
    assert "no such file" in all_problems(read_settings(tmp_path / "gone.toml"))[0]


def test_what_is_shown_can_be_read_back_and_says_the_same(tmp_path: Path) -> None:
    first = read_settings(written(tmp_path, 'theme = "nord"\n[keys.reader]\nfold = "Z"\nbase = ","'))
    again = read_settings(written(tmp_path, as_toml(first)))
    assert all_problems(again) == ()
    assert again.theme == "nord"
    assert remapped(again)[0] == {"reader.fold": "Z", "reader.base": "comma"}


def test_the_shown_file_with_every_comment_taken_away_is_the_default(tmp_path: Path) -> None:
    """So whoever takes a # away from a line gets exactly what it says."""
    text = as_toml(read_settings())
    entries = [
        line.removeprefix("# ") if " = " in line.split("  # ")[0] else line for line in text.splitlines()
    ]
    settings = read_settings(written(tmp_path, "\n".join(entries)))
    assert all_problems(settings) == ()
    assert set(remapped(settings)[0]) == {key.id for key in KEYS}


def test_every_key_of_the_table_is_one_and_takes_no_other_place() -> None:
    for key in KEYS:
        assert all(is_key(name) for name in key.keys.split(",")), key.id


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_file_at_all_gives_settings(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(content)
    all_problems(settings_in(file))


ids = st.sampled_from([key.id for key in KEYS])
names = st.sampled_from(["x", "j", "]", "ctrl+n", "enter", "escape", "f9", "q", "?", "comma"])


@given(st.dictionaries(ids, names, max_size=6))
def test_whatever_is_remapped_no_key_has_two_meanings_in_one_place(
    tmp_path_factory: pytest.TempPathFactory, wishes: dict[str, str]
) -> None:
    file = tmp_path_factory.getbasetemp() / "wishes.toml"
    file.write_text("[keys]\n" + "".join(f'"{id}" = "{name}"\n' for id, name in wishes.items()), "utf-8")
    followed, problems = remapped(read_settings(file))
    assert len(followed) + len(problems) == len(wishes)
    for place in {key.place for key in KEYS}:
        used = [
            name
            for key in KEYS
            if key.place in (place, "everywhere")
            for name in followed.get(key.id, key.keys).split(",")
        ]
        assert len(used) == len(set(used)), place


@pytest.mark.usefixtures("small")
async def test_the_app_starts_with_the_wishes_it_can_follow_and_says_the_rest(
    library: Library, event: str, tmp_path: Path
) -> None:
    text = 'theme = "newsdiff-light"\n[keys.reader]\nnext-difference = "f9"\nup = "j"'
    app = NewsdiffApp(library, settings=read_settings(written(tmp_path, text)))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert app.theme == "newsdiff-light"
        assert "line 4" in messages(app)
        app.open_event(OpenedEvent.from_library(library, event))
        await settled(pilot)
        await press(pilot, "f9")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.state.detail == "d1"
        await press(pilot, "?", *"next detail on which")
        shown = str(app.screen.query_one("#help-keys", Static).visual)
        assert " f9 " in shown
        assert " ] " not in shown


def test_all_of_textuals_themes_and_ours_can_be_named(library: Library) -> None:
    assert set(theme_names()) == set(NewsdiffApp(library).available_themes)


@pytest.mark.parametrize(
    ("text", "arguments", "name", "seconds"),
    [
        ('translate = "argos --to en"', ("argos", "--to", "en"), "argos", 120),
        (
            "[translate]\ncommand = \"/opt/a/tr 'x y' {language}\"",
            ("/opt/a/tr", "x y", "{language}"),
            "tr",
            120,
        ),
        ('[translate]\ncommand = "sh tr.sh"\nname = "Argos"\nseconds = 5', ("sh", "tr.sh"), "Argos", 5),
    ],
)
def test_a_translate_command_is_split_as_a_shell_would_and_called_like_its_program(
    tmp_path: Path, text: str, arguments: tuple[str, ...], name: str, seconds: float
) -> None:
    translate = read_settings(written(tmp_path, text)).translate
    assert translate is not None
    assert (translate.arguments, translate.name, translate.seconds) == (arguments, name, seconds)
    settings = read_settings(written(tmp_path, text))
    again = read_settings(written(tmp_path, as_toml(settings)))
    assert (again.problems, again.translate) == ((), translate)


async def test_what_is_wrong_in_the_settings_is_said_in_the_reader_too_where_it_opens_first(
    library: Library, event: str, tmp_path: Path
) -> None:
    app = ReaderApp(library, event)
    app.settings = read_settings(tmp_path / "gone.toml")
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        assert "no such file" in messages(app)
        assert "no such file" in screen_text(app)
