"""Only what reads back equal may be stored.

JSON would quietly turn a tuple into a list, an int key into text and NaN into nothing; each is refused at the door,
before anything of its step is applied.
"""

from __future__ import annotations

import math
from typing import Any

from models.storage.errors import Unstorable
from models.storage.patch import Patch

LARGEST_ID = 2**53 - 1
"""Beyond it other readers of JSON lose digits (RFC 8259, section 6)."""

DEEPEST = 64
_RESERVED = "_encore"


def check_patch(patch: Patch) -> None:
    """Raise Unstorable, naming the place, unless the patch is plain JSON through and through."""
    if type(patch.table) is not str or not patch.table or patch.table == _RESERVED:
        raise Unstorable(f"{patch.table!r} cannot be the name of a table.")
    _check_text(patch.table, "a table's name")
    if type(patch.id) is not int or not 0 < patch.id <= LARGEST_ID:
        raise Unstorable(f"{patch.id!r} cannot be the number of a document in {patch.table}.")
    for document in (patch.was, patch.now):
        if document is None:
            continue
        if type(document) is not dict:
            raise Unstorable(f"A document in {patch.table} has to be an object, not {type(document).__name__}.")
        _check(document, f"{patch.table} {patch.id}", 0)


def check_text(text: Any, place: str) -> None:
    """Raise Unstorable unless `text` is a str that UTF-8 can write."""
    if type(text) is not str:
        raise Unstorable(f"In {place} a text was expected, not {type(text).__name__}.")
    _check_text(text, place)


def _check(value: Any, place: str, depth: int) -> None:
    kind = type(value)
    if value is None or kind is bool:
        return
    if kind is str:
        _check_text(value, place)
    elif kind is int:
        if not -(2**63) <= value < 2**63:
            raise Unstorable(f"The number in {place} is too large to be kept exactly.")
    elif kind is float:
        if not math.isfinite(value):
            raise Unstorable(f"The value in {place} is not a number.")
    elif kind is list or kind is dict:
        if depth >= DEEPEST:
            raise Unstorable(f"The value in {place} is nested too deeply.")
        for key, part in value.items() if kind is dict else enumerate(value):
            if kind is dict:
                check_text(key, f"a name in {place}")
            _check(part, f"{place}, {key}", depth + 1)
    else:
        raise Unstorable(f"The value in {place} is a {kind.__name__}, which would not read back as it was.")


def _check_text(text: str, place: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unstorable(f"The text in {place} holds half of a character.") from error
