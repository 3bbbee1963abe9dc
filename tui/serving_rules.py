"""What a visitor of ``newsdiff serve`` may not do, who may be anybody."""

from __future__ import annotations

from typing import Final

from newsdiff.fetching import is_web_url

FILES_ARE_UPLOADED: Final = (
    "A visitor reads no files of the server: add files with the button above, or drop them on the page."
)


def refusal_of_sources(sources: tuple[str, ...]) -> str:
    """Why a visitor may not add these; empty when they are all addresses."""
    return "" if all(map(is_web_url, sources)) else FILES_ARE_UPLOADED
