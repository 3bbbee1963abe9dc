"""One request and its answer, within the limits of time and size."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from typing import TYPE_CHECKING

from newsdiff import __version__
from newsdiff.fetching.errors import (
    AddressRefusedError,
    FetchError,
    StoppedError,
    TooLargeError,
    TooSlowError,
    UnreachableError,
    WrongContentTypeError,
)
from newsdiff.fetching.limits import Limits
from newsdiff.fetching.stopping import Stop
from newsdiff.fetching.urls import Target
from newsdiff.quick_dataclass import dataclass

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

    from newsdiff.fetching.addresses import GuardedConnection

USER_AGENT = f"newsdiff/{__version__} (a person's news reader; fetches what its reader asked for)"
STOPPED = "was not fetched because you stopped it"
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer as it came; `body` is decompressed, and empty unless the status is 200."""

    status: int
    reason: str
    headers: dict[str, str]
    body: bytes


def exchange(
    target: Target,
    limits: Limits,
    *,
    types: frozenset[str] | None,
    headers: Mapping[str, str],
    private: bool,
    stop: Stop,
) -> Raw:
    """Send one request, unless `stop` ends it. `types`: content types to read, None for any. Raises
    FetchError."""
    from newsdiff.fetching.addresses import connection_to

    connection = connection_to(
        target.scheme, target.host, target.port, seconds=min(limits.silence, limits.seconds), private=private
    )
    sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", "Connection": "close", **headers}
    with stop.cutting(connection.cut), _within(connection, target.url, limits.seconds, stop):
        connection.request("GET", target.path, headers=sent, preload_content=False)
        response = connection.getresponse()
        received = {name.lower(): value for name, value in response.headers.items()}
        body = b""
        if response.status == 200:
            kind = received.get("content-type", "").partition(";")[0].strip().lower()
            if types is not None and kind and kind not in types:
                raise WrongContentTypeError(target.url, f"is of type {kind}")
            body = _body(response, target.url, limits.bytes)
        return Raw(response.status, response.reason or "", received, body)


@contextmanager
def _within(connection: GuardedConnection, url: str, seconds: float, stop: Stop) -> Iterator[None]:
    """Cut the connection when time is up, and raise its errors as FetchError."""
    from urllib3.exceptions import HTTPError

    from newsdiff.fetching.addresses import NotPublicError

    timer = threading.Timer(seconds, connection.cut)
    timer.daemon = True
    timer.start()
    try:
        yield
        if connection.is_cut:  # a body without a stated length just ends when it is cut
            raise TimeoutError
    except FetchError:
        raise
    except NotPublicError as error:
        raise AddressRefusedError(url, f"leads to {error.address}, which is not a public address") from None
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if stop.is_set():
            raise StoppedError(url, STOPPED) from None
        if connection.is_cut:
            raise TooSlowError(url, f"took longer than {seconds:g} seconds") from None
        if _is_timeout(error):
            raise TooSlowError(url, "stopped answering") from None
        raise UnreachableError(url, f"cannot be reached ({_reason(error)})") from None
    finally:
        timer.cancel()
        connection.release()


def _is_timeout(error: BaseException) -> bool:
    from urllib3.exceptions import TimeoutError as HttpTimeoutError

    return isinstance(error, TimeoutError | HttpTimeoutError)


def _reason(error: BaseException) -> str:
    """The system's message if there is one; those of the libraries contain addresses of objects."""
    received = getattr(error, "strerror", None) or getattr(error, "reason", None)
    return " ".join(str(received if isinstance(received, str) else type(error).__name__).split())


def _body(response: BaseHTTPResponse, url: str, most: int) -> bytes:
    """The decompressed body. It is counted while it streams, so that a bomb is never unpacked."""
    body = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > most:
            raise TooLargeError(url, f"is larger than {most / 1e6:g} MB")
    return bytes(body)
