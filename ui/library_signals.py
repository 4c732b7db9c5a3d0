"""The library's news as Qt signals, on the screen's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from models.library import Library, StepDone
    from models.storage import SaveState


class LibrarySignals(QObject):
    """`changed` follows every step; `save_state_changed` follows the writer thread."""

    changed = Signal(object)
    save_state_changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = library.subscribe(self._on_step)
        library.store.on_state(self._on_state)

    def _on_step(self, step: StepDone) -> None:
        self.changed.emit(step)

    def _on_state(self, state: SaveState) -> None:
        # Called on the writer thread; Qt queues the signal to the screen's thread.
        self.save_state_changed.emit(state)
