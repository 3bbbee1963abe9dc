"""Views on screens of their own."""

from tests.styled_once import style_once
from tests.until_quiet import wait_until_quiet

__all__ = ["style_once", "wait_until_quiet"]
