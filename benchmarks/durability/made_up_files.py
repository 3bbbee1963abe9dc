"""Article files for runs that add many: each has a text of its own, in events of a few files."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy.look_alike_events.genres import reports_by_kind


def write_articles(folder: Path, events: int, seed: int) -> list[Path]:
    """Files of made-up articles, in an order without meaning; each text stands in one of them."""
    folder.mkdir(parents=True)
    files = []
    for number, (article, _) in enumerate(reports_by_kind(events, seed)):
        file = folder / f"{number:04}.txt"
        file.write_text(f"{article.title}\n\n{article.text}\n", encoding="utf-8")
        files.append(file)
    return files
