"""Formats of the library and the way from each to the next.

A migration is a function that changes the tables of format n, in memory, into those of format n + 1. Every format that
was ever released opens (tests/files keeps a folder of each).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tables = dict[str, dict[int, dict[str, Any]]]
Migration = Callable[[Tables], None]

MIGRATIONS: tuple[Migration, ...] = ()
"""The first leads from format 1 to 2. Append only; with each add a line to VERSIONS and a folder to tests/files."""

VERSIONS: tuple[str, ...] = ("0.1",)
"""Per format the first version of Encore that reads it."""


def current() -> int:
    """The format that this program writes."""
    return len(MIGRATIONS) + 1


def version_needed(format: int) -> str:
    """What an older program tells its user to install: the first version that reads this format."""
    return VERSIONS[min(format, len(VERSIONS)) - 1]


def migrate(tables: Tables, start: int, end: int) -> None:
    """Change `tables` in place from format `start` to format `end`; documents are replaced or changed at will."""
    for step in MIGRATIONS[start - 1 : end - 1]:
        step(tables)
