"""An optional background of map tiles from a tile server that whoever runs the dashboard has chosen. Off by default.

The server fetches each tile and hands it on: a reader's browser asks no other host and never sees the token, and
the content security policy stays as it is. The layer is described in Streamlit's secrets, section [fliser].
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

import httpx2
from anyio import CapacityLimiter, fail_after
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.access import told
from data.errors import DataError, Text

SECTION = "fliser"
PATH = "/fliser/{z}/{x}/{y}"
HIGHEST_ZOOM = 22
IMAGES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif")  # not SVG, which may hold scripts
LARGEST = 1_000_000  # bytes
DEADLINE = 10  # seconds for the whole answer with the wait for a turn, however it drips
AT_ONCE = 8  # tiles fetched at the same time
A_DAY = "public, max-age=86400"
NUMBER = re.compile(r"[0-9]{1,7}")

log = logging.getLogger(__name__)
logging.getLogger("httpx2").setLevel(logging.WARNING)  # below that it tells addresses and so the token
_limiter = CapacityLimiter(AT_ONCE)


class TileSettingsError(DataError):
    """The section [fliser] does not describe a tile layer."""


class TileServerError(Exception):
    """The tile server gave no usable tile. The text holds neither address nor token."""


@dataclass(frozen=True)
class TileLayer:
    """A background layer. `template` and `token` stay on the server."""

    name: str
    attribution: str
    max_zoom: int
    template: str = field(repr=False)
    token: str = field(default="", repr=False)

    def for_browser(self) -> dict[str, Any]:
        """What the map needs: our own address with places for z, x and y, and the words to show."""
        return {"url": PATH, "name": self.name, "attribution": self.attribution, "max_zoom": self.max_zoom}

    def address(self, z: int, x: int, y: int) -> str:
        """Where the server fetches a tile."""
        values = {"{z}": str(z), "{x}": str(x), "{y}": str(y), "{token}": quote(self.token, safe="")}
        return re.sub(r"\{[a-z]+\}", lambda place: values[place[0]], self.template)


def config() -> TileLayer | None:
    """The layer to offer, None where there is none or its settings are wrong, which is told in the log, once."""
    found = told.section(SECTION)
    return None if found is None else _offered(found)


@lru_cache(maxsize=1)
def _offered(section: str) -> TileLayer | None:
    try:
        return layer(json.loads(section))
    except TileSettingsError as error:
        log.error(error)
        return None


def layer(section: Any) -> TileLayer:
    """The layer that a section of settings describes. Raises TileSettingsError with what is wrong."""
    settings = section if isinstance(section, Mapping) else {}
    url, token, name, attribution = (
        str(settings.get(key, "")).strip() for key in ("url", "token", "name", "attribution")
    )
    zoom = settings.get("max_zoom")
    parts, places = urlsplit(url), set(re.findall(r"\{[^}]*\}", url))
    if parts.scheme not in ("http", "https") or not parts.hostname or "{" in parts.netloc:
        raise _wrong(
            "url",
            "en adresse, der begynder med https:// eller http:// og en vært",
            "an address that begins with https:// or http:// and a host",
        )
    if places - {"{token}"} != {"{x}", "{y}", "{z}"}:
        raise _wrong("url", "{z}, {x} og {y} og ellers højst {token}", "{z}, {x} and {y}, and besides at most {token}")
    if "{token}" in places and not token:
        raise _wrong("token", "en nøgle, for adressen indeholder {token}", "a key, because the address holds {token}")
    if not name:
        raise _wrong("name", "lagets navn", "the name of the layer")
    if not attribution:
        raise _wrong("attribution", "den kildeangivelse, som licensen kræver", "the attribution the licence asks for")
    if type(zoom) is not int or not 1 <= zoom <= HIGHEST_ZOOM:
        raise _wrong("max_zoom", f"et helt tal fra 1 til {HIGHEST_ZOOM}", f"a whole number from 1 to {HIGHEST_ZOOM}")
    return TileLayer(name, attribution, zoom, url, token)


async def answer(request: Request) -> Response:
    """`/fliser/{z}/{x}/{y}`: one tile; 404 where there is no layer or no such tile, 502 where the tile server fails."""
    chosen, place = config(), _place(request.path_params)
    if chosen is None or place is None or place[0] > chosen.max_zoom:
        return PlainTextResponse("Flisen findes ikke.", status_code=404)
    try:
        image, media_type = await fetch(chosen.address(*place))
    except TileServerError as error:
        log.warning("Fliseserveren leverede ikke flise %s/%s/%s: %s", *place, error)
        return PlainTextResponse("Flisen kunne ikke hentes.", status_code=502, headers={"Cache-Control": "no-store"})
    return Response(image, media_type=media_type, headers={"Cache-Control": A_DAY})


async def fetch(address: str) -> tuple[bytes, str]:
    """A tile and its media type. Follows no redirect: the tile server may not point us to other hosts.

    Raises TileServerError for anything but one whole image of an ordinary size within the deadline.
    """
    client = _client(asyncio.get_running_loop())
    try:
        with fail_after(DEADLINE):
            async with _limiter, client.stream("GET", address) as found:
                return await _image(found)
    except (httpx2.HTTPError, TimeoutError) as error:  # its text holds the address and so the token
        raise TileServerError(type(error).__name__) from None


async def _image(found: httpx2.Response) -> tuple[bytes, str]:
    media_type = found.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if found.status_code != 200:
        raise TileServerError(f"status {found.status_code}")
    if media_type not in IMAGES or "Content-Encoding" in found.headers:  # which could hold any amount
        raise TileServerError("ikke et billede")
    image = bytearray()
    async for part in found.aiter_raw():
        image += part
        if len(image) > LARGEST:
            raise TileServerError("for stor")
    return bytes(image), media_type


@lru_cache(maxsize=1)
def _client(_loop: asyncio.AbstractEventLoop) -> httpx2.AsyncClient:
    """Connections of the server, to whose loop they belong. The deadline is for a whole tile, not for its parts."""
    return httpx2.AsyncClient(timeout=None, headers={"Accept-Encoding": "identity"})


def _place(params: Mapping[str, str]) -> tuple[int, int, int] | None:
    """z, x and y, None where they name no tile of the world."""
    if not all(NUMBER.fullmatch(params[name]) for name in "zxy"):
        return None
    z, x, y = (int(params[name]) for name in "zxy")
    return (z, x, y) if z <= HIGHEST_ZOOM and max(x, y) < 2**z else None


def _wrong(key: str, da: str, en: str) -> TileSettingsError:
    """What a setting should be. What it is stays unsaid, for an address may hold a token."""
    return TileSettingsError(
        Text(
            f"Kortets baggrund er slået fra: »{key}« i sektionen [{SECTION}] skal være eller indeholde {da}.",
            f'The map\'s background is off: "{key}" in the section [{SECTION}] must be or hold {en}.',
        )
    )
