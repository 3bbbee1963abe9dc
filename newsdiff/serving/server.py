"""The server behind ``newsdiff serve``: textual-serve's, with rules on who may connect and what it costs.

The page may fetch nothing from elsewhere and stand in no frame. Every visitor gets an app in a process of
its own, which reads no file of this computer, reaches no private address and offers exports as downloads.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import tempfile
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from string import Template
from typing import Any, Final
from urllib.parse import quote

from aiohttp import BodyPartReader, WSMsgType, web
from textual_serve.server import Server, to_int

from newsdiff.serving.access import AccessRules, host_in, is_loopback
from newsdiff.serving.apps import SECONDS_TO_END_AT_THE_STOP, ServedApp, size_within_bounds
from newsdiff.serving.uploads import Upload, UploadRefusedError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
        " connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""On every answer: no scripts but ours, no frames around it, no address of ours passed to others."""
PAGES_KNOWN: Final = 1_000
"""Pages given out that may still connect."""
LOOKS_FOR_ROOM: Final = 60
SECONDS_BETWEEN_LOOKS: Final = 0.1
_LONGEST_MESSAGE: Final = 1_000_000
"""Bytes of one message of a page; a paste of a whole book is shorter."""
_HERE: Final = Path(__file__).parent
_TOKEN_MISSING: Final = "newsdiff: open the whole address that newsdiff serve printed, with its token"


class BrowserServer(Server):  # type: ignore[misc, unused-ignore]
    """Serves the app to pages of its own."""

    def __init__(self, command: Sequence[str], rules: AccessRules, port: int, most_apps: int) -> None:
        """`command` starts one app; at most `most_apps` run at once."""
        super().__init__("", host=rules.host, port=port, title="newsdiff", public_url="")
        self.rules = rules
        self._arguments = tuple(command)
        self._most_apps = most_apps
        self._apps: dict[ServedApp, web.WebSocketResponse] = {}
        self._pages: OrderedDict[str, None] = OrderedDict()
        self._uploads = Path()
        self._cookie = f"newsdiff-{port}"
        self._page = Template((_HERE / "page.html").read_text("utf-8"))

    # -- starting and stopping ---------------------------------------------------------

    def serve(self, debug: bool = False) -> None:
        """Listen until a signal ends it."""
        with tempfile.TemporaryDirectory(prefix="newsdiff-", ignore_cleanup_errors=True) as folder:
            self._uploads = Path(folder)
            super().serve(debug)

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._check])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/ws/{page}", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.post("/upload/{page}", self.handle_upload),
                web.get("/page/{name}", self.handle_page_file),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        app.on_response_prepare.append(self._add_headers)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is."""
        print(f"newsdiff is at {' and '.join(self.addresses())} (ctrl+c stops it)", flush=True)

    def addresses(self) -> list[str]:
        """The addresses to open, with the token where one is needed; the best for others comes first."""
        token = f"/?token={self.rules.token}" if self.rules.token else ""
        if self.rules.public is not None:
            return [self.rules.public.url + token]
        hosts = [self.host.strip("[]")]
        if hosts[0] in ("0.0.0.0", "::"):
            outside = _address_for_others(hosts[0])
            hosts = [*([outside] if outside else []), "127.0.0.1" if hosts[0] == "0.0.0.0" else "::1"]
        return [f"http://{f'[{host}]' if ':' in host else host}:{self.port}{token}" for host in hosts]

    def initialize_logging(self) -> None:
        """Nothing: what goes wrong is in newsdiff's own log."""

    async def on_shutdown(self, app: web.Application) -> None:
        """End every app and every connection at once, so that the server stops within a second."""
        await asyncio.gather(*(one.end(SECONDS_TO_END_AT_THE_STOP) for one in list(self._apps)))
        await asyncio.gather(*(one.close() for one in list(self._apps.values())))

    # -- who may connect ---------------------------------------------------------------

    @web.middleware
    async def _check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if refusal := self.rules.refusal(request.method, request.path, request.headers):
            raise web.HTTPForbidden(text=refusal)
        if not self._is_known(request):
            raise web.HTTPForbidden(text=_TOKEN_MISSING)
        return await handler(request)

    def _is_known(self, request: web.Request) -> bool:
        """Whether the request brings the token (address or cookie), or comes from a page given out."""
        tokens = (request.query.get("token"), request.cookies.get(self._cookie))
        return any(map(self.rules.accepts_token, tokens)) or request.match_info.get("page") in self._pages

    @staticmethod
    async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(HEADERS)

    # -- the page ----------------------------------------------------------------------

    async def handle_index(self, request: web.Request) -> web.Response:  # type: ignore[override, unused-ignore]
        """The page with the terminal; it brings back the id that it is given."""
        if not await self._has_room():
            raise web.HTTPServiceUnavailable(text=self._too_many())
        page = secrets.token_urlsafe(16)
        self._pages[page] = None
        while len(self._pages) > PAGES_KNOWN:
            self._pages.popitem(last=False)
        text = self._page.substitute(
            page=page,
            websocket=f"{self._websocket_base(request)}/ws/{page}",
            font_size=min(max(to_int(request.query.get("fontsize", "16"), 16), 6), 60),
        )
        response = web.Response(text=text, content_type="text/html")
        response.headers["Cache-Control"] = "no-store"
        if self.rules.token is not None:
            secure = self.rules.public is not None and self.rules.public.url.startswith("https:")
            response.set_cookie(self._cookie, self.rules.token, httponly=True, samesite="Lax", secure=secure)
        return response

    def _websocket_base(self, request: web.Request) -> str:
        """Where the page finds its websocket: under the name by which the browser found the page.

        A proxy may pass on a name of this computer in place of its own; then it is the public address.
        """
        host, public = request.headers["Host"], self.rules.public
        if public is not None and is_loopback(host_in(host) or "") and not is_loopback(public.host):
            return "ws" + public.url.removeprefix("http")
        if public is not None and public.origin.endswith(f"//{host}"):
            return "ws" + public.url.removeprefix("http")
        return f"ws://{host}"

    async def handle_page_file(self, request: web.Request) -> web.StreamResponse:
        """The script and the style of the page."""
        name = request.match_info["name"]
        if name not in ("page.js", "page.css"):
            raise web.HTTPNotFound
        return web.FileResponse(_HERE / name)

    async def _has_room(self) -> bool:
        """Whether one more app may run. A page that is loaded again leaves one behind that is just ending."""
        for _ in range(LOOKS_FOR_ROOM):
            if len(self._apps) < self._most_apps:
                return True
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        return False

    def _too_many(self) -> str:
        return (
            f"newsdiff is open in {self._most_apps} windows already, which is the most it serves at once; "
            "close one, or start newsdiff serve with a higher --most-apps"
        )

    # -- the app -----------------------------------------------------------------------

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start an app for this connection and end it with it."""
        if not await self._has_room():
            raise web.HTTPServiceUnavailable(text=self._too_many())
        asked = (
            to_int(request.query.get(name, ""), usual) for name, usual in (("width", 80), ("height", 24))
        )
        size = size_within_bounds(*asked) or (80, 24)
        connection = web.WebSocketResponse(heartbeat=15, timeout=0.3, max_msg_size=_LONGEST_MESSAGE)
        served = ServedApp(
            self._arguments, connection, self.download_manager, request.match_info.get("page", "")
        )
        self._apps[served] = connection
        try:
            await connection.prepare(request)
            await served.start(*size)
            await self._hear(connection, served)
        finally:
            try:
                await asyncio.shield(served.end())
            finally:
                self._apps.pop(served, None)
        return connection

    async def _hear(self, connection: web.WebSocketResponse, served: ServedApp) -> None:
        """Hand keys, sizes and focus to the app. The first message that is none of these ends it."""
        async for message in connection:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                kind, *rest = message.json()
                payload: Any = rest[0] if rest else None
                await self._obey(kind, payload, connection, served)
            except (ValueError, TypeError, KeyError, AttributeError):
                return

    @staticmethod
    async def _obey(kind: object, payload: Any, connection: web.WebSocketResponse, served: ServedApp) -> None:
        if kind == "stdin":
            await served.send_bytes(payload.encode("utf-8", "replace"))
        elif kind == "resize":
            await served.set_terminal_size(payload["width"], payload["height"])
        elif kind == "ping":
            await connection.send_json(["pong", payload])
        elif kind == "blur":
            await served.blur()
        elif kind == "focus":
            await served.focus()

    # -- files in and out ----------------------------------------------------------------

    async def handle_upload(self, request: web.Request) -> web.Response:
        """Take files for the app on that page, which adds them to the library."""
        served = next((one for one in self._apps if one.page == request.match_info["page"]), None)
        if served is None:
            raise web.HTTPNotFound(text="the newsdiff behind this page has ended; reload the page")
        if not request.content_type.startswith("multipart/"):
            raise web.HTTPUnsupportedMediaType(text="files must be sent as multipart/form-data")
        upload = Upload(Path(tempfile.mkdtemp(dir=self._uploads)))
        try:
            async for part in await request.multipart():
                if not isinstance(part, BodyPartReader):
                    raise UploadRefusedError("this is not a file")
                await upload.take(part)
        except UploadRefusedError as refusal:
            raise web.HTTPBadRequest(text=str(refusal)) from refusal
        except ValueError as error:
            raise web.HTTPBadRequest(text="the upload is broken; try it again") from error
        if not upload.files or not await served.uploaded(upload.files):
            raise web.HTTPBadRequest(text="no file was received")
        return web.Response(text=f"{len(upload.files)} files were received")

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """An export. Always a file to keep: shown by the browser it would be a page of this server."""
        key = request.match_info["key"]
        try:
            name = (await self.download_manager.get_download_metadata(key)).file_name
        except KeyError:
            raise web.HTTPNotFound(text="there is no such download") from None
        response = web.StreamResponse()
        response.headers["Content-Type"] = "application/octet-stream"
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        await response.prepare(request)
        async for chunk in self.download_manager.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response


def _address_for_others(everywhere: str) -> str | None:
    """The address of this computer in its network; None where it has none. Nothing is sent for that."""
    family, somewhere = (
        (socket.AF_INET6, "2001:db8::1") if ":" in everywhere else (socket.AF_INET, "192.0.2.1")
    )
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((somewhere, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return None
