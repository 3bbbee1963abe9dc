"""``newsdiff eval`` measures against gold, with plain methods beside ours in one table."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from newsdiff.evaluation.table import as_table

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
GOLD = Path(__file__).parents[1] / "gold" / "seeds.json"


def test_the_table_has_a_line_for_each_measure_and_each_plain_method(newsdiff: Run) -> None:
    result = newsdiff("eval", GOLD, "--scorer", "tf-idf", "--scorer", "ratio")
    assert result.returncode == 0, result.stderr
    text = result.stdout.decode()
    for line in ("body kept", "links, F1", "tf-idf", "ratio", "differs, precision", "hard negatives flagged"):
        assert line in text
    widths = {len(line) for line in text.splitlines()}
    assert len(widths) == 1
    assert as_table([]).count("\n") > 3


def test_the_same_figures_come_as_json(newsdiff: Run) -> None:
    data = json.loads(newsdiff("eval", GOLD, "--json").stdout)
    assert data["events"] == ["seeds"]
    assert 0 < data["measures"]["links, F1"]["mean"] <= 1


def test_a_file_that_is_no_gold_is_one_line(newsdiff: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"articles": 3}')
    for path in (tmp_path, tmp_path / "gold.json", tmp_path / "gone.json"):
        result = newsdiff("eval", path)
        assert result.returncode == 1
        assert len(result.stderr.decode().splitlines()) == 1
        assert ".json" in result.stderr.decode()


def test_gold_without_its_texts_is_one_line(newsdiff: Run, tmp_path: Path) -> None:
    lonely = tmp_path / "lonely.json"
    lonely.write_bytes(GOLD.read_bytes())
    result = newsdiff("eval", lonely)
    assert result.returncode == 1
    assert "lonely.json" in result.stderr.decode()
