"""What a version says of itself: a small JSON document that shows when it was altered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    ValidationError,
)

from data.errors import PreparedError, Text

FORMAT = 2
PROGRAM = "omraadebarometer"
MOST_BYTES = 1_000_000  # of a manifest; sixty files take 15 kB
DAMAGED = Text("versionens manifest er ødelagt", "the manifest of the version is damaged")
FOREIGN = Text(
    "versionen er skrevet af et andet program eller en anden udgave af det",
    "the version was written by another program or another edition of it",
)


def _in_utc(time: datetime) -> datetime:
    try:
        return time.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("outside the calendar") from error


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
FileName = Annotated[str, Field(pattern=r"^([\w-][\w.-]*/)*[\w-][\w.-]*$")]  # never leads out of the folder
Time = Annotated[AwareDatetime, AfterValidator(_in_utc)]


class Record(BaseModel):
    """Every key is there and of its type, and no other."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class File(Record):
    """One file of a version: its SHA-256, its bytes, and its rows where it is a table."""

    sha256: Sha256
    size: NonNegativeInt
    rows: NonNegativeInt | None


class Manifest(Record):
    """What a version holds. `number` counts the versions of a dataset as they were written, whatever the clock said."""

    format: int = FORMAT
    program: str = PROGRAM
    dataset: str
    version: str
    number: PositiveInt
    time: Time
    files: Annotated[dict[FileName, File], Field(min_length=1)]

    @classmethod
    def of(cls, dataset: str, files: Mapping[str, File], number: int, time: datetime) -> Self:
        in_order = dict(sorted(files.items()))
        return cls(dataset=dataset, version=version_name(files), number=number, time=time, files=in_order)

    @classmethod
    def read(cls, data: bytes) -> Self:
        """The manifest in a file. Raises PreparedError where it was altered or another program wrote it."""
        content = unsealed(data)
        if (content.get("program"), content.get("format")) != (PROGRAM, FORMAT):
            raise PreparedError(FOREIGN)
        try:
            return cls.model_validate_json(json.dumps(content))
        except ValidationError as error:
            raise PreparedError(DAMAGED) from error

    def written(self) -> bytes:
        content = self.model_dump(mode="json")
        return (json.dumps({**content, "checksum": _sha256(content)}, indent=1) + "\n").encode()


def version_name(files: Mapping[str, File]) -> str:
    """The first 12 hexadecimal digits of a SHA-256 over names, hashes and rows of the files."""
    return _sha256(sorted((name, (file.sha256, file.rows)) for name, file in files.items()))[:12]


def unsealed(data: bytes) -> dict[str, Any]:
    """The content of a manifest of any format, without its checksum. Raises PreparedError where the two differ."""
    try:
        content: dict[str, Any] = json.loads(data.decode(), parse_constant=_refuse)
        checksum = content.pop("checksum")
        is_whole = checksum == _sha256(content)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise PreparedError(DAMAGED) from error
    if not is_whole:
        raise PreparedError(DAMAGED)
    return content


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _sha256(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
