"""The roles that a line can have, with their reasons."""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.model import Role


class LineRole(NamedTuple):
    """The role of a line and, unless it is body text, the reason in one or two words."""

    role: Role
    reason: str = ""


PARAGRAPH = LineRole("paragraph")
TITLE = LineRole("title", "headline")
SUBHEADING = LineRole("heading", "subheading")
CAPTION = LineRole("caption", "caption")
CREDIT = LineRole("caption", "credit")
NAVIGATION = LineRole("noise", "navigation")
PROMO = LineRole("noise", "promo")
READ_MORE = LineRole("noise", "read-more")
EMBED = LineRole("noise", "embed")
BYLINE = LineRole("noise", "byline")
TIMESTAMP = LineRole("noise", "timestamp")
TAG = LineRole("noise", "tag")
DUPLICATE = LineRole("noise", "duplicate")
CORRECTION = LineRole("noise", "correction")
PAYWALL = LineRole("noise", "paywall")
OTHER_STORY = LineRole("noise", "headline of another story")
POST_TIME = LineRole("heading", "time of the post")
SIGNATURE = LineRole("noise", "credit")
INVISIBLE = LineRole("noise", "invisible")
