"""Files handed to a verb: each reader returns the content or raises a sentence naming file, place and expectation."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from models.errors import BadInput

MAX_BYTES = 2_000_000
STANDARD_INPUT = "-"


def read_text(
    path: Path | str,
    max_bytes: int = MAX_BYTES,
    expected: str = "a text file in UTF-8",
    *,
    keep_line_ends: bool = False,
) -> str:
    """The text of a UTF-8 file, without a byte order mark; "-" is standard input.

    Each line end becomes one newline, unless places are to be counted in the text as it is (`keep_line_ends`).

    Raises BadInput where it is missing, a folder, unreadable, longer than `max_bytes`, binary or not UTF-8.
    """
    name = name_of(path)
    data = _bytes_of(path, max_bytes, expected)
    if len(data) > max_bytes:
        raise BadInput(f"{name} is too long: expected {expected} of at most {max_bytes:,} bytes.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{name}, byte 1, is written in UTF-16; expected {expected}.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{name}, {_place(data, error.start)}, is not UTF-8; expected {expected}.") from None
    if "\0" in text:
        raise BadInput(f"{name}, {_place(data, data.index(0))}, holds binary data; expected {expected}.")
    return text if keep_line_ends else text.replace("\r\n", "\n").replace("\r", "\n")


def read_json(path: Path | str, max_bytes: int = MAX_BYTES) -> Any:
    """The value of a JSON file. Numbers with a point become Decimal, so an amount never passes through a float.

    Raises BadInput, with line and column, for anything that is not strict JSON: also for NaN and for a key given twice.
    """
    text = read_text(path, max_bytes, "a JSON file in UTF-8")
    name = name_of(path)

    def without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twin = next(key for key in keys if keys.count(key) > 1)
            raise BadInput(f"{name} gives “{twin[:40]}” twice in one place; expected each name once.")
        return found

    def no_constant(word: str) -> NoReturn:
        raise BadInput(f"{name} holds {word}; expected numbers, texts, true, false or null.")

    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=no_constant, object_pairs_hook=without_twins)
        halved = _has_half_characters(value)
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise BadInput(f"{name}, line {error.lineno}, column {error.colno}: {what}; expected valid JSON.") from None
    except (RecursionError, ValueError):
        raise BadInput(
            f"{name} is nested too deeply or holds a number that is too long; expected plain JSON."
        ) from None
    if halved:
        raise BadInput(f"{name} holds half of a character (a lone \\ud800 escape); expected whole characters.")
    return value


def name_of(path: Path | str) -> str:
    """How a sentence names the file."""
    return "Standard input" if str(path) == STANDARD_INPUT else str(path)


def _bytes_of(path: Path | str, max_bytes: int, expected: str) -> bytes:
    if str(path) == STANDARD_INPUT and sys.stdin is None:
        raise BadInput(f"Standard input is closed; expected {expected}.")
    if not str(path):
        raise BadInput(f"The name of the file is empty; expected {expected}.")
    try:
        if str(path) == STANDARD_INPUT:
            return sys.stdin.buffer.read(max_bytes + 1)
        with Path(path).open("rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        raise BadInput(f"{path} does not exist; expected {expected}.") from None
    except IsADirectoryError:
        raise BadInput(f"{path} is a folder; expected {expected}.") from None
    except PermissionError:
        reason = "is a folder" if Path(path).is_dir() else "may not be read"
        raise BadInput(f"{path} {reason}; expected {expected}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not one a file can have"
        raise BadInput(f"{path} cannot be read ({reason}); expected {expected}.") from None


def _place(data: bytes, at: int) -> str:
    before = data[:at].split(b"\n")
    return f"line {len(before)}, byte {len(before[-1]) + 1}"


def _has_half_characters(value: Any) -> bool:
    match value:
        case str():
            return any("\ud800" <= c <= "\udfff" for c in value)
        case dict():
            return any(_has_half_characters(part) for pair in value.items() for part in pair)
        case list():
            return any(map(_has_half_characters, value))
        case _:
            return False
