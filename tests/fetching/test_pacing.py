"""Pace, with a clock that only moves when somebody waits."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from newsdiff.fetching.pacing import REFUSALS, Pace
from newsdiff.fetching.waiting import LONGEST_WAIT, fresh_for, retry_after
from tests.patience import PATIENCE

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def starts(pace: Pace, clock: Clock, hosts: str, delay: float) -> list[float]:
    found = []
    for host in hosts:
        with pace.turn(host, delay):
            found.append(clock.now - 100.0)
    return found


def test_requests_to_one_host_start_apart_and_other_hosts_do_not_wait() -> None:
    clock = Clock()
    assert starts(Pace(2, clock=clock, sleep=clock.sleep), clock, "abab", 0.5) == [0.0, 0.0, 0.5, 0.5]


def test_a_host_that_asks_to_be_left_alone_is_known_until_its_time_is_over() -> None:
    clock = Clock()
    pace = Pace(2, clock=clock, sleep=clock.sleep)
    for _ in range(REFUSALS - 1):
        pace.refused("a", 60.0)
    assert pace.blocked_for("a") == 0.0
    pace.refused("a", 60.0)
    pace.wait(20.0)
    assert (pace.blocked_for("a"), pace.blocked_for("b")) == (40.0, 0.0)
    pace.wait(50.0)
    assert pace.blocked_for("a") == 0.0


def test_no_more_threads_at_one_host_than_allowed() -> None:
    pace = Pace(2)
    inside: list[int] = []
    most: list[int] = []
    full, go_on = threading.Barrier(3), threading.Event()

    def visit() -> None:
        with pace.turn("a", 0.0):
            inside.append(1)
            most.append(len(inside))
            if not go_on.is_set():
                full.wait(PATIENCE)
                go_on.wait(PATIENCE)
            inside.pop()

    threads = [threading.Thread(target=visit) for _ in range(5)]
    for thread in threads:
        thread.start()
    full.wait(PATIENCE)
    go_on.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert max(most) == 2
    assert len(most) == 5


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        (format_datetime(NOON + timedelta(minutes=2), usegmt=True), 120.0),
        (format_datetime(NOON - timedelta(minutes=2), usegmt=True), 0.0),
        ("999999999999", LONGEST_WAIT),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": header}, NOON) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "public, max-age=600"}, 600.0),
        ({"cache-control": "no-cache, max-age=600"}, 0.0),
        ({"expires": format_datetime(NOON + timedelta(hours=1), usegmt=True)}, 3600.0),
        ({"cache-control": "max-age=60", "expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, 60.0),
        ({"expires": "0"}, 0.0),
        ({}, None),
    ],
)
def test_how_long_an_answer_stays_as_it_is(headers: dict[str, str], seconds: float | None) -> None:
    assert fresh_for(headers, NOON) == seconds
