"""The server behind ``newsdiff serve``: textual-serve, which hears nobody but its own page.

A browser lets any page on the web open a websocket to this computer, and a name on the web may be turned
into 127.0.0.1 after its page was loaded (DNS rebinding). Both would hand the reader's library to a stranger:
so the request must name this computer as its host, and come from the page that this server gave out.
The page itself may fetch nothing from elsewhere (textual-serve's asks for a font on the web).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
FROM_HERE_ONLY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob: ws: wss:"
OUR_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))


class BrowserServer(Server):  # type: ignore[misc, unused-ignore]
    """Serves the app to pages of its own."""

    only_this_computer = True

    async def _make_app(self) -> web.Application:
        app: web.Application = await super()._make_app()
        app.middlewares.append(self._hear_our_own_page_only)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is, once it listens."""
        print(f"newsdiff is at {self.public_url} (ctrl+c stops it)", flush=True)

    def initialize_logging(self) -> None:
        """Nothing: what goes wrong is in newsdiff's own log."""

    @web.middleware
    async def _hear_our_own_page_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host = request.headers.get("Host", "")
        name = urlsplit(f"//{host}").hostname or ""
        if self.only_this_computer and name not in OUR_NAMES | {self.host}:
            raise web.HTTPForbidden(text="newsdiff is served to this computer only")
        if self.only_this_computer and request.path == "/" and host != urlsplit(self.public_url).netloc:
            raise web.HTTPFound(self.public_url)  # one name for one page: localhost is 127.0.0.1
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc not in (host, urlsplit(self.public_url).netloc):
            raise web.HTTPForbidden(text="newsdiff hears its own page only")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = FROM_HERE_ONLY
        return response
