"""Several things that matter at once: to begin with, before one's own words are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.offers.edits import add_criterion
from models.records import Criterion
from models.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from models.library import Library

STARTERS: tuple[tuple[str, int], ...] = (
    (QT_TRANSLATE_NOOP("encore", "The work itself"), 60),
    (QT_TRANSLATE_NOOP("encore", "Pay"), 60),
    (QT_TRANSLATE_NOOP("encore", "The manager"), 50),
    (QT_TRANSLATE_NOOP("encore", "Room to grow"), 50),
    (QT_TRANSLATE_NOOP("encore", "Time and place"), 50),
    (QT_TRANSLATE_NOOP("encore", "A steady place"), 40),
)
"""What people most often name; the weights only differ enough to show that they may."""


def add_criteria(
    library: Library, named: Sequence[tuple[str, int]] = STARTERS, origin: object = None
) -> tuple[Criterion, ...]:
    """All of these (name, weight) as one step. Raises BadInput where a name or a weight cannot be so."""
    with library.step("Add what matters", origin=origin):
        return tuple(add_criterion(library, name, weight, origin=origin) for name, weight in named)
