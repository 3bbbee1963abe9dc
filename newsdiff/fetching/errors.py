"""Errors of fetching. The text of each is one line: the address, the problem, the remedy."""

from __future__ import annotations

from newsdiff.passwords import without_password


class FetchError(Exception):
    """An address that could not be fetched."""

    remedy = "try again later"
    is_passing = False
    """Whether it may be temporary: the server was down, slow or busy."""

    def __init__(self, url: str, trouble: str) -> None:
        url = without_password(url)
        super().__init__(f"{url}: {trouble}; {self.remedy}")
        self.url = url
        self.trouble = trouble


class UnusableUrlError(FetchError):
    """Not an address of the web, or one that newsdiff does not use (a password in it, another scheme)."""

    remedy = "give an address that begins with http:// or https://"


class AddressRefusedError(FetchError):
    """The name leads to a private, loopback, link-local or otherwise not public address."""

    remedy = "if it is your own server, add --allow-private"


class ForbiddenByRobotsError(FetchError):
    """The site's robots.txt asks programs not to fetch this."""

    remedy = "save the page in your browser and add the file, or add this one address with --ignore-robots"


class UnreachableError(FetchError):
    """No connection, no such host, or the connection broke."""

    remedy = "check the address and your connection"
    is_passing = True


class TooSlowError(FetchError):
    """Not finished within the time limit."""

    is_passing = True


class TooLargeError(FetchError):
    """The body, decompressed, is larger than the limit. Reading stopped there."""

    remedy = "save the article as a file and add that"


class TooManyRedirectsError(FetchError):
    """More redirects than the limit, or a circle of them."""

    remedy = "check the address in your browser"


class WrongContentTypeError(FetchError):
    """A picture, a video, a PDF …: not a type that was asked for."""

    remedy = "give the address of an article or a feed"


class StoppedError(FetchError):
    """The run was cancelled."""

    is_passing = True


class AnsweredWithErrorError(FetchError):
    """An HTTP status other than success."""

    def __init__(self, url: str, status: int, reason: str, retry_after: float | None = None) -> None:
        self.remedy = _REMEDIES.get(status, "try again later" if status >= 500 else "check the address")
        super().__init__(url, f"the server answered {status} {reason}".rstrip())
        self.status = status
        self.is_passing = status >= 500 or status == 429
        self.retry_after = retry_after
        """Seconds the server asked us to wait, None when it did not say."""


_REMEDIES = {
    401: "it requires a login: save the page in your browser and add the file",
    402: "it requires payment: save the page in your browser and add the file",
    403: "it blocks programs: save the page in your browser and add the file",
    410: "it was removed",
    429: "it allows fewer requests: try again later",
}
