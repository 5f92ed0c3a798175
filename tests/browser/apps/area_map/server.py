"""What the servers of the map tests share: our scripts, the map files in the folder MAP_FILES, and the policy."""

from __future__ import annotations

import os
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.files import own_file
from dashboard.web.server import content_security_policy

FILES = Path(os.environ["MAP_FILES"])


class Policy:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Content-Security-Policy"] = content_security_policy()
            await send(message)

        await self.app(scope, receive, send_with_policy if scope["type"] == "http" else send)


def map_file(request: Request) -> Response:
    path = FILES / f"{request.path_params['name']}.json.gz"
    if not path.is_file():
        return PlainTextResponse("", status_code=404)
    headers = {"Content-Encoding": "gzip", "Cache-Control": "public, max-age=31536000, immutable"}
    return FileResponse(path, media_type="application/json", headers=headers)


ROUTES = [Route("/filer/{name}.json", map_file), Route("/statisk/{version}/{name:path}", own_file)]
MIDDLEWARE = [Middleware(Policy)]
