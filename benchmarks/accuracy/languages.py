"""How well articles in other languages find their event: ``python benchmarks/accuracy/languages.py``.

Ten made-up events, each once in English, German, French and Spanish, are placed without any translation: what
they have in common are names, figures and days. Printed is B-cubed precision, recall and F1.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.grouping import run
from benchmarks.accuracy.look_alike_events.four_languages import in_four_languages

if __name__ == "__main__":
    labelled = in_four_languages()
    print(f"{len({event for _, event in labelled})} events, {len(labelled)} articles")
    print("at once  order  precision  recall  F1     events  ms/article (CPU)")
    for at_once in (len(labelled), 10, 1):
        for order in range(3):
            random.Random(order).shuffle(labelled)
            print(run(labelled, at_once, order), flush=True)
