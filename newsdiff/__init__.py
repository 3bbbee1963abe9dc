"""newsdiff compares what different outlets write about one event: read articles, compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
ENGINE = f"{__version__}/4"
"""What compares articles, by version and edition: what another engine found is computed again."""

if TYPE_CHECKING:
    from newsdiff.pipeline import compare
    from newsdiff.readers import read_article, read_event

__all__ = ["ENGINE", "__version__", "compare", "read_article", "read_event"]


def __getattr__(name: str) -> object:
    """Load the engine only when it is asked for: ``newsdiff --version`` must not wait for it."""
    if name == "compare":
        from newsdiff.one_thread import import_numpy

        import_numpy()
        from newsdiff.pipeline import compare

        return compare
    if name in ("read_article", "read_event"):
        from newsdiff import readers

        return getattr(readers, name)
    raise AttributeError(f"module 'newsdiff' has no attribute {name!r}")
