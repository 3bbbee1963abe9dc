"""A program that writes notes and says so: ``library_writer.py FOLDER EVENT NAME COUNT``.

Prints the id of each note only after the library has returned, as the screen would say "saved".
"""

from __future__ import annotations

import sys
from pathlib import Path

from newsdiff.library import open_library
from newsdiff.library.anchors import target_on


def main(folder: str, event: str, name: str, count: str) -> None:
    with open_library(Path(folder)) as library:
        text = library.events.articles(event)[0]
        print("ready", flush=True)
        sys.stdin.readline()
        for number in range(int(count)):
            note = library.notes.add(event, f"{name} {number}", [target_on(text, 5, 40)], tags=[name])
            if number % 3 == 0:
                library.notes.edit(note, state="resolved")
            print(note.id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
