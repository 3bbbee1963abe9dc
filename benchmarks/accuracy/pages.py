"""Pages beside trafilatura, what is found and in what time: ``python benchmarks/accuracy/pages.py FOLDER``.

FOLDER is a checkout of a public collection of marked pages, in one of three forms:

- ``ground-truth.json`` with the text of every page, the pages in ``html/`` (article-extraction-benchmark);
- ``tests/evaldata.json`` with pieces of text that belong to the article or do not, title, author and date
  (trafilatura), of which the pages with all three are read;
- ``SPLIT/ground-truth/*.json`` with text, title, author and date, the pages in ``SPLIT/html/`` (WCXB), of
  which the articles are read.

Printed are F1 of the text, as the collection itself counts it, how many titles, authors and dates are right,
and CPU milliseconds a page: least of `--rounds`, both readers in turn on each page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction, extract
from trafilatura.meta import reset_caches

from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.article import article_of

SHINGLE = 4
"""Words in a row that are counted as one where whole texts are compared."""
FACTS = ("title", "author", "date")

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Page:
    """A page with what is right about it."""

    name: str
    data: bytes
    address: str
    text: str | None = None
    """The text of its article, where the collection has it."""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    """Pieces of text of the article, and of what stands around it."""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """What a reader found on a page."""

    text: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def ours(page: Page) -> Reading:
    """The body of the article as newsdiff reads it, with its subheadings."""
    try:
        article = article_of(page.data, page.name, ".html", address=page.address)
    except UnreadableArticleError:
        return Reading()
    body = [article.slice(block) for block in article.blocks if block.role in ("paragraph", "heading")]
    facts = (article.title, article.byline, article.published and article.published.isoformat())
    return Reading("\n".join(body), {name: one or "" for name, one in zip(FACTS, facts, strict=True)})


def theirs(page: Page) -> Reading:
    """The same by trafilatura, without comments and with metadata."""
    found: Any = bare_extraction(page.data, url=page.address, include_comments=False, with_metadata=True)
    if found is None:
        return Reading()
    return Reading(found.text or "", {name: getattr(found, name) or "" for name in FACTS})


def their_text(page: Page) -> Reading:
    """The text alone by trafilatura, as its own evaluation asks for it."""
    return Reading(extract(page.data, include_comments=False, include_tables=True) or "")


READERS: dict[str, Callable[[Page], Reading]] = {
    "newsdiff": ours,
    "trafilatura": theirs,
    "trafilatura, text alone": their_text,
}


def pages_of(folder: Path) -> list[Page]:
    """The pages of a collection; empty for a folder of none of the known forms."""
    if (folder / "ground-truth.json").exists():
        return [*_whole_texts(folder)]
    if (folder / "tests" / "evaldata.json").exists():
        return [*_pieces(folder / "tests")]
    return [page for split in ("dev", "test") for page in _articles(folder / split)]


def _whole_texts(folder: Path) -> Iterator[Page]:
    for name, right in sorted(_json(folder / "ground-truth.json").items()):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, data, right["url"], right["articleBody"])


def _pieces(folder: Path) -> Iterator[Page]:
    for address, right in sorted(_json(folder / "evaldata.json").items()):
        files = (folder / kind / right["file"] for kind in ("cache", "eval"))
        file = next((file for file in files if file.exists()), None)
        facts = {name: _in_one(right.get(name)) for name in FACTS}
        if file is not None and all(facts.values()):
            yield Page(
                right["file"],
                file.read_bytes(),
                address,
                inside=tuple(right["with"]),
                outside=tuple(right["without"]),
                facts=facts,
            )


def _articles(folder: Path) -> Iterator[Page]:
    for file in sorted((folder / "ground-truth").glob("*.json")):
        marked = _json(file)
        right, kind = marked["ground_truth"], marked.get("_internal", {}).get("page_type", {}).get("primary")
        if kind == "article" and right.get("main_content"):
            data = gzip.decompress((folder / "html" / f"{file.stem}.html.gz").read_bytes())
            facts = zip(FACTS, ("title", "author", "publish_date"), strict=True)
            known = {name: _in_one(right.get(key)) for name, key in facts}
            yield Page(file.stem, data, marked.get("url", ""), right["main_content"], facts=known)


def _in_one(value: str | list[str] | None) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""


def _json(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def f1(pages: Sequence[Page], readings: Sequence[Reading]) -> float:
    """Of whole texts: from mean precision and recall of runs of four words. Of pieces: from all of them."""
    pairs = [*zip(pages, readings, strict=True)]
    if any(page.text is not None for page in pages):
        counted = [_shingles_right(page.text or "", reading.text) for page, reading in pairs]
        precision = statistics.fmean(right / found for right, found, _ in counted if found)
        recall = statistics.fmean(right / wanted for right, _, wanted in counted if wanted)
        return 2 * precision * recall / (precision + recall)
    right = wrong = wanted = 0
    for page, reading in pairs:
        text = _blanks_as_one(reading.text)
        right += sum(_blanks_as_one(piece) in text for piece in page.inside)
        wrong += sum(_blanks_as_one(piece) in text for piece in page.outside)
        wanted += len(page.inside)
    return 2 * right / (right + wrong + wanted)


def _shingles_right(wanted: str, found: str) -> tuple[int, int, int]:
    ours, theirs = _shingles(found), _shingles(wanted)
    return (ours & theirs).total(), ours.total(), theirs.total()


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words)


def _blanks_as_one(text: str) -> str:
    return " ".join(text.split())


def is_right(name: str, wanted: str, found: str) -> bool:
    """Whether a fact has the letters that are wanted; of several authors, all their names in any order."""
    if name == "date":
        return found[:10] == wanted[:10]
    if name == "author":
        return _names(found) == _names(wanted)
    return _letters(found) == _letters(wanted)


def _names(text: str) -> frozenset[str]:
    names = re.split(r"\s*(?:[,;|/&]|\b(?:and|und|et|y)\b)\s*", text.casefold())
    return frozenset(letters for name in names if (letters := _letters(name)))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def facts_right(pages: Iterable[Page], readings: Iterable[Reading]) -> dict[str, list[int]]:
    """For each fact, how many are right, how many were found wrong, and how many pages have one."""
    counted = {name: [0, 0, 0] for name in FACTS}
    for page, reading in zip(pages, readings, strict=True):
        for name, wanted in page.facts.items():
            if wanted:
                found = reading.facts.get(name, "")
                right = is_right(name, wanted, found)
                counted[name][0] += right
                counted[name][1] += bool(found) and not right
                counted[name][2] += 1
    return counted


def read_all(pages: Sequence[Page], rounds: int) -> dict[str, tuple[list[Reading], float]]:
    """For each reader what it found, and CPU seconds in all: the readers take turns on every page."""
    readings: dict[str, list[Reading]] = {name: [] for name in READERS}
    seconds: dict[str, list[float]] = {name: [] for name in READERS}
    for page in pages[:3]:
        for reader in READERS.values():
            reader(page)
    for number, page in enumerate(pages):
        first = number % len(READERS)
        names = [*READERS][first:] + [*READERS][:first]
        spent: dict[str, list[float]] = {name: [] for name in READERS}
        for _ in range(rounds):
            for name in names:
                reset_caches()  # what one reader has looked up is no help to the other
                began = time.process_time()
                reading = READERS[name](page)
                spent[name].append(time.process_time() - began)
                if len(spent[name]) == 1:
                    readings[name].append(reading)
        for name in names:
            seconds[name].append(min(spent[name]))
    return {name: (readings[name], sum(seconds[name])) for name in READERS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="a checkout of a collection")
    parser.add_argument("--rounds", type=int, default=1, help="readings of each page, the quickest counts")
    parser.add_argument("--half", choices=("odd", "even"), help="only every other page")
    chosen = parser.parse_args()
    pages = pages_of(chosen.folder)
    if chosen.half:
        pages = pages[chosen.half == "odd" :: 2]
    if not pages:
        sys.exit(f"{chosen.folder} is no collection of pages of a known form")
    found = read_all(pages, chosen.rounds)
    with_facts = any(page.facts for page in pages)
    heads = [f"{name} right, wrong" for name in FACTS] if with_facts else []
    print(f"{len(pages)} pages", "F1", *heads, "CPU ms a page", sep=" | ")
    for name, (readings, seconds) in found.items():
        facts = facts_right(pages, readings)
        counts = [f"{facts[one][0]}, {facts[one][1]} of {facts[one][2]}" for one in FACTS if with_facts]
        score = f"{f1(pages, readings):.4f}"
        print(name, score, *counts, f"{1000 * seconds / len(pages):.1f}", sep=" | ")
    times = [f"{found['newsdiff'][1] / seconds:.2f}" for _, seconds in found.values()]
    print(
        f"newsdiff takes {times[1]} times as long as trafilatura with metadata, {times[2]} as for text alone"
    )


if __name__ == "__main__":
    main()
