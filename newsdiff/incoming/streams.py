"""Many things asked at once, their answers in one fixed order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeVar

from newsdiff.fetching import Fetcher

Asked = TypeVar("Asked")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class _End:
    """Nothing more is found for one of them."""

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
    found: list[SimpleQueue[Found | _End]] = [SimpleQueue() for _ in asked]

    def work(number: int) -> None:
        try:
            for one in ask(asked[number]):
                found[number].put(one)
        except BaseException as error:
            found[number].put(_End(error))
        else:
            found[number].put(_End())

    pool, is_heard = ThreadPoolExecutor(workers), False
    try:
        for number in range(len(asked)):
            pool.submit(work, number)
        for queue in found:
            while not isinstance(one := queue.get(), _End):
                yield one
            if one.error is not None:
                raise one.error
        is_heard = True
    finally:
        if not is_heard:
            fetcher.close()
        pool.shutdown(wait=False, cancel_futures=True)
