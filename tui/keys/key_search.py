"""Finding a key by what one wants to do: its own words, and others that people use for the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.keys.key import PLACES, Key

ALSO: Final = {
    "library.filter": "search find",
    "library.add": "import new load bring fetch",
    "library.toggle-source": "hide hidden exclude include outlet",
    "library.delete": "remove",
    "library.undo": "restore revert",
    "library.notes": "annotations comments",
    "library.library-notes": "annotations comments",
    "library.rename": "title",
    "library.sort": "order",
    "library.pin": "keep lock",
    "library.merge": "join combine together",
    "library.split": "separate apart",
    "library.update": "refresh reload fetch news",
    "library.feeds": "rss atom subscriptions",
    "library.arrivals": "news latest",
    "library.welcome": "tour introduction start",
    "library.quit": "exit close",
    "reader.detail": "details explain reason evidence",
    "reader.search": "find words",
    "reader.note": "annotate comment",
    "reader.back": "return undo earlier",
    "reader.forward": "next jump",
    "reader.crossing": "elsewhere moved",
    "reader.view": "layout mode switch",
    "reader.choose-view": "layout mode switch",
    "reader.lock": "synchronous together",
    "reader.sort": "order",
    "reader.pane-left": "swap order column",
    "reader.pane-right": "swap order column",
    "reader.hide": "hide hidden exclude remove",
    "reader.rename": "title",
    "reader.fold": "hide hidden collapse same",
    "reader.filter": "hide hidden kinds relations",
    "reader.level": "confidence strict sensitivity",
    "reader.base": "reference main first",
    "reader.sources": "hidden show again restore exclude include outlets",
    "reader.noise": "hidden",
    "reader.original": "language translation foreign english",
    "reader.undo": "restore revert",
    "reader.read": "unread seen done",
    "reader.pin-place": "annotate",
    "reader.older-texts": "history changes changed updated corrected earlier",
    "reader.notes": "annotations comments",
    "reader.copy": "clipboard quote citation",
    "reader.open-url": "website web internet address",
    "reader.export": "report file share print",
    "reader.leave": "exit quit close",
    "notes.delete": "remove",
    "notes.undo": "restore revert",
    "notes.state": "done",
    "feeds.undo": "restore revert",
    "everywhere.help": "shortcuts",
    "everywhere.palette": "commands menu",
    "everywhere.theme": "colours colors dark light appearance",
    "everywhere.quit": "exit close",
}
"""Id of a key -> words for what it does that its own label and help do not use."""
_UNASKED: Final = frozenset("a an the i do how to of my can want is are for".split())
"""What a question is made of besides what it asks for."""


def asked_for(typed: str) -> tuple[str, ...]:
    """The words of what was typed that a key must match; a plural asks for the singular too."""
    words = typed.casefold().split()
    asked = [word for word in words if word not in _UNASKED] or words
    return tuple(word.removesuffix("s") if len(word) > len("its") else word for word in asked)


def answers(key: Key, asked: Sequence[str], shown: str) -> bool:
    """Whether every word asked for stands in what is known of a key, which a reader sees as `shown`."""
    known = (key.label, key.help, key.footer, key.group, PLACES[key.place], ALSO.get(key.id, ""), shown)
    text = f"{' '.join(known)} {key.keys}".casefold()
    return all(word in text for word in asked)
