"""What a line of an article is taken for."""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.model import Role


class Verdict(NamedTuple):
    """The role of a line and, unless it is body text, the reason in one or two words."""

    role: Role
    reason: str = ""


PARAGRAPH = Verdict("paragraph")
TITLE = Verdict("title", "headline")
SUBHEADING = Verdict("heading", "subheading")
CAPTION = Verdict("caption", "caption")
CREDIT = Verdict("caption", "credit")
NAVIGATION = Verdict("noise", "navigation")
PROMO = Verdict("noise", "promo")
READ_MORE = Verdict("noise", "read-more")
EMBED = Verdict("noise", "embed")
BYLINE = Verdict("noise", "byline")
TIMESTAMP = Verdict("noise", "timestamp")
TAG = Verdict("noise", "tag")
DUPLICATE = Verdict("noise", "duplicate")
CORRECTION = Verdict("noise", "correction")
PAYWALL = Verdict("noise", "paywall")
OTHER_STORY = Verdict("noise", "headline of another story")
POST_TIME = Verdict("heading", "time of the post")
SIGNATURE = Verdict("noise", "credit")
INVISIBLE = Verdict("noise", "invisible")
