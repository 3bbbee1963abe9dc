"""CPU and memory of a comparison, side by side with peers, in one run.

    python benchmarks/speed/comparison.py    the whole process, the sample, growth, imports, peers

CollateX is measured where it is installed (pip install collatex Levenshtein); it takes a minute.

Every figure comes from a process of its own. CPU seconds are user + system, the least of three runs;
memory is the peak resident set above that of a bare interpreter. newsdiff is compiled to bytecode first, as
pip does when it is installed.
"""

from __future__ import annotations

import argparse
import compileall
import json
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).parents[2]
RUNS = 3


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--worker", choices=sorted(WORK), help=argparse.SUPPRESS)
    parser.add_argument("--articles", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(measured(WORK[options.worker], options.articles)))
        return
    print(f"Python {platform.python_version()}, {platform.machine()}\n")
    compileall.compile_dir(PROJECT / "newsdiff", quiet=1)
    whole_processes()
    peers = ["newsdiff", "rapidfuzz", "difflib", *(["collatex"] if find_spec("collatex") else [])]
    table("The five sample articles", [(name, 0) for name in peers])
    table("newsdiff, one event of 60 paragraphs an article", [("newsdiff", n) for n in (5, 10, 20, 50)])
    table("RapidFuzz over all pairs of the same", [("rapidfuzz", n) for n in (5, 10, 20)])
    table(
        "Imports", [(name, 0) for name in ("nothing", "import newsdiff", "import engine", "import textual")]
    )


def table(title: str, lines: list[tuple[str, int]]) -> None:
    """Measure and print one table."""
    print(
        f"**{title}**\n\n| what | articles | CPU s | CPU ms a pair of articles | peak MB above interpreter |"
    )
    print("|---|---:|---:|---:|---:|")
    for name, articles in lines:
        runs = [worker(name, articles) for _ in range(1 if name == "collatex" else RUNS)]
        cpu, memory = min(run["cpu"] for run in runs), min(run["memory"] for run in runs)
        count = articles or 5
        pair = (
            "" if "import" in name or name == "nothing" else f"{1000 * cpu / (count * (count - 1) / 2):.1f}"
        )
        shown = "" if not pair else count
        print(f"| {name} | {shown} | {cpu:.3f} | {pair} | {memory:.1f} |", flush=True)
    print()


def whole_processes() -> None:
    """Measure and print what a whole command costs, beside the import of two libraries that it builds on."""
    plain = process_cpu("-c", "import rapidfuzz.process, pydantic")
    report = process_cpu("-m", "newsdiff", "report", "seeds/")
    print("**Whole processes**\n\n| what | CPU s | times |\n|---|---:|---:|")
    print(f"| import rapidfuzz.process, pydantic | {plain:.3f} | 1 |")
    print(f"| newsdiff report seeds/ | {report:.3f} | {report / plain:.1f} |\n", flush=True)


def process_cpu(*arguments: str) -> float:
    """User and system seconds of a Python process, start and end included; the least of some runs."""
    found = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True, cwd=PROJECT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def worker(name: str, articles: int) -> dict[str, float]:
    """One measurement in a fresh process."""
    command = [sys.executable, __file__, "--worker", name, "--articles", str(articles)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    figures: dict[str, float] = json.loads(result.stdout)
    return figures


def measured(work: Callable[[int], Callable[[], object]], articles: int) -> dict[str, float]:
    """CPU seconds of the work itself (imports and reading of files apart), peak memory of all of it."""
    before = peak_megabytes()
    prepared = work(articles)
    start = time.process_time()
    prepared()
    return {"cpu": time.process_time() - start, "memory": peak_megabytes() - before}


def peak_megabytes() -> float:
    """The most memory this process has had (Linux counts kilobytes, macOS bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def texts(articles: int) -> list[list[str]]:
    """The body paragraphs of the sample, or of a made-up event."""
    return [[article.slice(block) for block in article.paragraphs] for article in event(articles)]


def event(articles: int) -> list:  # type: ignore[type-arg]
    """The sample's articles, or those of a made-up event."""
    if not articles:
        from newsdiff import read_event

        return list(read_event([PROJECT / "seeds"]).articles)
    sys.path.insert(0, str(PROJECT))
    from benchmarks.speed.synthetic import synthetic_event

    return synthetic_event(articles)


def compare_with_newsdiff(articles: int) -> Callable[[], object]:
    """The whole comparison: sentences, mentions, links, rows, details."""
    from newsdiff import compare

    known = event(articles)
    return lambda: compare(known)


def score_with_rapidfuzz(articles: int) -> Callable[[], object]:
    """token_set_ratio of all paragraph pairs of two articles: links only, no details."""
    from rapidfuzz import fuzz

    known = texts(articles)
    return lambda: all_pairs(known, fuzz.token_set_ratio)


def score_with_difflib(articles: int) -> Callable[[], object]:
    """SequenceMatcher.ratio over words of all paragraph pairs."""
    from difflib import SequenceMatcher

    known = texts(articles)
    return lambda: all_pairs(known, lambda a, b: SequenceMatcher(None, a.split(), b.split()).ratio())


def collate_with_collatex(articles: int) -> Callable[[], object]:
    """CollateX aligns the whole texts as witnesses of one work."""
    import collatex

    collation = collatex.Collation()
    for number, paragraphs in enumerate(texts(articles)):
        collation.add_plain_witness(chr(ord("A") + number), " ".join(paragraphs))
    return lambda: collatex.collate(collation, segmentation=False)


def all_pairs(known: list[list[str]], ratio: Callable[[str, str], float]) -> list[float]:
    """The ratio of every paragraph pair of two articles."""
    return [
        ratio(a, b)
        for number, one in enumerate(known)
        for other in known[number + 1 :]
        for a in one
        for b in other
    ]


def importing(module: str) -> Callable[[int], Callable[[], object]]:
    """Work that imports one module."""
    return lambda _: lambda: __import__(module) if module else None


WORK: dict[str, Callable[[int], Callable[[], object]]] = {
    "newsdiff": compare_with_newsdiff,
    "rapidfuzz": score_with_rapidfuzz,
    "difflib": score_with_difflib,
    "collatex": collate_with_collatex,
    "nothing": importing(""),
    "import newsdiff": importing("newsdiff"),
    "import engine": importing("newsdiff.pipeline"),
    "import textual": importing("textual.app"),
}

if __name__ == "__main__":
    main()
