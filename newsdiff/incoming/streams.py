"""Concurrent requests whose answers come in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from threading import Event
from typing import TypeVar

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.quick_dataclass import dataclass

Asked = TypeVar("Asked")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class _End:
    """The end of one request's answers."""

    error: BaseException | None = None


def streamed(
    ask: Callable[[Asked], Iterable[Found]], asked: Sequence[Asked], fetcher: Fetcher, workers: int
) -> Generator[Found, None, None]:
    """What `ask` finds for each, in the order of `asked`, while as many `workers` are ahead with the others.

    How many of them speak with one host, and how often, is for `fetcher` to say. Whoever stops listening
    stops the fetcher, too: otherwise the threads would go on to their last page. An error of `ask` is raised
    in its turn.
    """
    if len(asked) == 1:
        yield from ask(asked[0])
        return
    found: list[Queue[Found | _End]] = [Queue() for _ in asked]
    with _at_work(ask, asked, found, fetcher, workers):
        for queue in found:
            while not isinstance(one := queue.get(), _End):
                yield one
            if one.error is not None:
                raise one.error


def as_they_come(
    ask: Callable[[Asked], Iterable[Found]],
    asked: Sequence[Asked],
    fetcher: Fetcher,
    workers: int,
    most: int = 1,
) -> Generator[list[Found], None, None]:
    """What `ask` finds, as soon as it is found, whatever the others are still waiting for: at most `most` at
    a time, as many as are there. What is found for one comes in its order. Else as `streamed`.

    Where what is found is used more slowly than it is found, the threads wait: no more than a few are ahead.
    """
    # Each thread can wait for room for one: closing makes room for all of them.
    found: Queue[Found | _End] = Queue(max(workers, most))
    left = len(asked)
    with _at_work(ask, asked, [found] * left, fetcher, workers):
        while left:
            some: list[Found] = []
            one: Found | _End | None = found.get()
            while one is not None:
                if not isinstance(one, _End):
                    some.append(one)
                elif one.error is not None:
                    raise one.error
                else:
                    left -= 1
                one = None if found.empty() or len(some) == most else found.get()
            if some:
                yield some


@contextmanager
def _at_work(
    ask: Callable[[Asked], Iterable[Found]],
    asked: Sequence[Asked],
    queues: Sequence[Queue[Found | _End]],
    fetcher: Fetcher,
    workers: int,
) -> Iterator[None]:
    """Threads that put what `ask` finds for each, and then an end, into its queue."""

    is_closed = Event()

    def work(number: int) -> None:
        end = _End()
        try:
            for one in ask(asked[number]):
                if is_closed.is_set():
                    return
                queues[number].put(one)
        except BaseException as error:
            end = _End(error)
        if not is_closed.is_set():
            queues[number].put(end)

    pool, is_heard = ThreadPoolExecutor(workers), False
    try:
        for number in range(len(asked)):
            pool.submit(work, number)
        yield
        is_heard = True
    finally:
        if not is_heard:
            fetcher.close()
        is_closed.set()
        for queue in {one for one in queues if one.maxsize}:
            _make_room(queue)
        pool.shutdown(wait=False, cancel_futures=True)


def _make_room(queue: Queue[Found | _End]) -> None:
    """Empty a queue for the threads that wait to put something into it."""
    with suppress(Empty):
        while True:
            queue.get_nowait()
