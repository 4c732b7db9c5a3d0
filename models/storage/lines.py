"""One commit is one line: a checksum, a space, the step as JSON, a line feed.

The checksum covers the session's name too, so a line that strayed into another file does not count.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from models.storage.errors import NewerFormat
from models.storage.migrations import current
from models.storage.patch import Kind, PastStep, Patch

_SUM = 32
_LOG_NAME = re.compile(r"(\d+)-([0-9a-f]{16})\.log")
_FORMAT_NUMBER = re.compile(rb"\[(\d+),")
_Body = tuple[int, int, Kind, str, str, list[tuple[str, int, dict[str, Any] | None, dict[str, Any] | None]]]
_decoder = msgspec.json.Decoder(_Body)
_encoder = msgspec.json.Encoder()


class Entry(NamedTuple):
    """A line that was read whole; `format` is the one its documents are in."""

    session: str
    body: bytes
    step: PastStep
    format: int = 1


class Part(NamedTuple):
    """What one log holds from some byte on. `damaged` counts unreadable stretches; `end` is where reading stopped:
    behind the last whole line, so that the rest of a torn one may still arrive.
    """

    entries: list[Entry]
    damaged: int
    end: int


def log_name(time: int, session: str) -> str:
    """The file name of a session's log."""
    return f"{time}-{session}.log"


def session_of(name: str) -> str | None:
    """The session that a file name belongs to, or None where it is no log."""
    match = _LOG_NAME.fullmatch(name)
    return match[2] if match else None


def encode(step: PastStep) -> bytes:
    """The step as JSON, without its checksum."""
    return _encoder.encode([current(), step.time, step.kind, step.label, step.merge_key, step.patches])


def decode(body: bytes) -> PastStep:
    """The step again, every value fresh. Raises msgspec.DecodeError (or its ValidationError) where it is none."""
    _format, time, kind, label, merge_key, patches = _decoder.decode(body)
    return PastStep(kind, label, merge_key, time, tuple([Patch(*parts) for parts in patches]))


def sealed(session: str, body: bytes) -> bytes:
    """The whole line as it stands in the log of `session`."""
    return _sum(session, body) + b" " + body + b"\n"


def read(data: bytes, name: str, start: int = 0) -> Part:
    """The lines in `data`, which begins at byte `start` of the log `name`. Raises NewerFormat."""
    session = session_of(name) or ""
    entries: list[Entry] = []
    damaged = 0
    in_damage = False
    end = start
    for raw, whole in _pieces(data):
        body = _opened(session, raw)
        if body is None and not whole:
            body = _opened(session, raw[:-1])  # only the line feed itself was hit
            if body is None:
                break
        end += len(raw) + whole
        entry = _entry(session, body, name) if body is not None else None
        if entry is not None:
            entries.append(entry)
        elif raw:
            damaged += not in_damage
        in_damage = entry is None
    return Part(entries, damaged, end)


def _pieces(data: bytes) -> Iterator[tuple[bytes, bool]]:
    position = 0
    while position < len(data):
        found = data.find(b"\n", position)
        if found < 0:
            yield data[position:], False
            return
        yield data[position:found], True
        position = found + 1


def _opened(session: str, raw: bytes) -> bytes | None:
    body = raw[_SUM + 1 :]
    return body if len(raw) > _SUM and raw[: _SUM + 1] == _sum(session, body) + b" " else None


def _entry(session: str, body: bytes, name: str) -> Entry | None:
    number = _FORMAT_NUMBER.match(body)
    if number and int(number[1]) > current():
        raise NewerFormat(name)
    try:
        return Entry(session, body, decode(body), int(number[1]) if number else 1)
    except msgspec.DecodeError:
        return None


def _sum(session: str, body: bytes) -> bytes:
    return hashlib.sha256(session.encode() + b" " + body).hexdigest()[:_SUM].encode()
