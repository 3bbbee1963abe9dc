"""When a feed may be asked again."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsdiff.fetching import Answer, AnsweredWithErrorError, FetchError
from newsdiff.fetching.waiting import LONGEST_WAIT, fresh_for

FIRST_BACKOFF = timedelta(minutes=5)
"""After a first failure; each further one in a row doubles it."""
LONGEST_BACKOFF = timedelta(days=1)
LONGEST_FRESH = timedelta(hours=6)
"""The longest that a server's caching headers are followed: some say a year."""


def is_due(due: datetime | None, now: datetime, *, asked: datetime | None) -> bool:
    """Whether a feed that was `asked` then may be asked now.

    A clock that was wrong must not stop a feed for years: one that seems to have been asked in the future,
    or that is due later than any server can ask for, is due.
    """
    if due is None or due <= now or (asked is not None and asked > now):
        return True
    return due - now > timedelta(seconds=LONGEST_WAIT)


def is_past(asked: datetime | None, every: timedelta, now: datetime) -> bool:
    """Whether a feed was asked so long ago, or never, or by a clock that was wrong."""
    return asked is None or asked > now or asked + every <= now


def due_after(answer: Answer, now: datetime) -> datetime | None:
    """After an answer: when the server says that there may be something new; None for any time."""
    fresh = fresh_for(answer.headers, now)
    return now + min(timedelta(seconds=fresh), LONGEST_FRESH) if fresh else None


def due_after_failure(error: FetchError | None, failures: int, now: datetime) -> datetime:
    """After the `failures`-th failure in a row: what the server asks for, else later each time."""
    if isinstance(error, AnsweredWithErrorError) and error.retry_after is not None:
        return now + timedelta(seconds=error.retry_after)
    return now + min(FIRST_BACKOFF * (1 << min(failures - 1, 20)), LONGEST_BACKOFF)
