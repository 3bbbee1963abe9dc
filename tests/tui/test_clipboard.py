"""Copying where the terminal may not listen: programs that are there, and what the screen says of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.reader.output.clipboard import hand_over, programs, what_was_done


def known(*names: str) -> object:
    """Says of these programs that they are there."""
    return lambda name: f"/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("environment", "there", "found"),
    [
        ({}, ("tmux", "wl-copy", "xclip"), []),
        ({"TMUX": "/tmp/tmux,1,0"}, ("tmux",), ["tmux"]),
        ({"TMUX": "/tmp/tmux,1,0"}, (), []),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wl-copy", "xclip"), ["wl-copy"]),
        ({"DISPLAY": ":0"}, ("xclip",), ["xclip"]),
    ],
)
def test_programs_are_used_where_they_can_reach_a_clipboard(
    environment: dict[str, str], there: tuple[str, ...], found: list[str]
) -> None:
    assert [one.name for one in programs(environment, known(*there))] == found  # type: ignore[arg-type]


def test_what_was_done_is_said_and_no_more() -> None:
    assert what_was_done(("tmux",), Path("x")) == "Copied with its source. Also copied to tmux."
    nobody = what_was_done((), Path("/data/copied.txt"))
    assert "The terminal must allow it" in nobody
    assert "/data/copied.txt" in nobody


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_under_tmux_the_text_is_in_its_buffer_whatever_set_clipboard_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket = str(tmp_path / "s")
    tmux = ["tmux", "-S", socket]
    subprocess.run([*tmux, "-f", "/dev/null", "new-session", "-d", "sleep 60"], check=True)
    try:
        subprocess.run([*tmux, "set", "-s", "set-clipboard", "external"], check=True)
        monkeypatch.setenv("TMUX", f"{socket},1,0")
        assert hand_over("212 “people”", programs({"TMUX": socket})) == ("tmux",)
        shown = subprocess.run([*tmux, "show-buffer"], capture_output=True, text=True, check=True)
        assert shown.stdout == "212 “people”"
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
