"""Views on screens of their own."""

from tests.styled_once import style_once

__all__ = ["style_once"]
