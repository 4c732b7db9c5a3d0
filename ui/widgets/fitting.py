"""Text that ends in "…" where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics


def elided(text: str, metrics: QFontMetrics, room: int) -> str:
    """As much of the text as `room` pixels hold."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    from PySide6.QtCore import Qt  # noqa: PLC0415 - its enums take long to make, and most texts fit

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
