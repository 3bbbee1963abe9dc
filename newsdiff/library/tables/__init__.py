"""What stands in the tables of a library, and the SQL that its stores share: written once, in words that all
of them understand. A store (see `store.py`) runs it and supplies the few fragments that differ."""

from __future__ import annotations

from typing import Final

COUNTED: Final = {"events": "events", "articles": "articles", "notes": "notes", "saved comparisons": "saved"}
"""What a check counts, and the table it stands in."""
