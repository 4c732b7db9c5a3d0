"""encore.json: every table as plain TinyDB JSON, with a checksum at a fixed place in front.

The checksum covers every byte behind it and the bytes before it are constant, so no flipped bit goes unnoticed and
nothing has to be encoded again to verify it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from models.storage.errors import NewerFormat
from models.storage.migrations import current, version_needed
from models.storage.patch import Document

_FRONT = b'{"_encore":{"1":{"sum":"'
_SUM = 64
_NUMBER = re.compile(rb'","format":(\d+),(?:"needs":"([\d.]*)",)?')
_CHUNK = 200
"""Documents encoded at a time: between two chunks the screen's thread may run."""

_decoder = msgspec.json.Decoder(dict[str, dict[int, dict[str, Any]]])
_encoder = msgspec.json.Encoder()


class Snapshot(NamedTuple):
    """`seen` says how many bytes of each log the tables contain; ids and times up to `last_*` are used up."""

    tables: dict[str, dict[int, Document]]
    last_id: int
    last_time: int
    seen: dict[str, int]
    format: int


class _About(msgspec.Struct):
    """`needs` is the version of Encore that an older one names when it refuses the file."""

    format: int
    needs: str = ""
    last_id: int = 0
    last_time: int = 0
    seen: dict[str, int] = {}


def pieces(snapshot: Snapshot) -> list[bytes]:
    """The file's bytes, in pieces."""
    about = _About(
        snapshot.format, version_needed(snapshot.format), snapshot.last_id, snapshot.last_time, snapshot.seen
    )
    rest = [b'",' + _encoder.encode(about)[1:] + b"}", *_tables(snapshot.tables), b"}\n"]
    digest = hashlib.sha256()
    for piece in rest:
        digest.update(piece)
    return [_FRONT + digest.hexdigest().encode(), *rest]


def load(data: bytes, name: str) -> Snapshot | None:
    """What the bytes of file `name` hold, or None where they are not exactly what was written. Raises NewerFormat."""
    start = len(_FRONT) + _SUM
    if not data.startswith(_FRONT):
        return None
    if hashlib.sha256(memoryview(data)[start:]).hexdigest().encode() != data[len(_FRONT) : start]:
        return None
    number = _NUMBER.match(data, start)
    if number and int(number[1]) > current():
        raise NewerFormat(name, (number[2] or b"").decode())
    try:
        tables = _decoder.decode(data)
        about = msgspec.convert(tables.pop("_encore")[1], _About)
    except (msgspec.DecodeError, KeyError):
        return None
    return Snapshot(tables, about.last_id, about.last_time, about.seen, about.format)


def _tables(tables: dict[str, dict[int, Document]]) -> Iterator[bytes]:
    for name, table in tables.items():
        opening = b"," + _encoder.encode(name) + b":{"
        rows = iter(table.items())
        while chunk := dict(islice(rows, _CHUNK)):
            yield opening + _encoder.encode(chunk)[1:-1]
            opening = b","
        yield b"}" if opening == b"," else opening + b"}"
