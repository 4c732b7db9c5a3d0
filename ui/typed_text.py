"""Half-typed text, kept beside the library while it is being typed, so that a kill or a power cut cannot take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.storage import Drafts, Saved

if TYPE_CHECKING:
    from models.formats import Sentence
    from models.half_typed import HalfTyped
    from models.library import Library
    from ui.library_signals import LibrarySignals


class TypedText(QObject):
    """Whoever has a field says `typing` at each change and `rested` when the library holds the text (or it is unchanged).

    The file of a text goes only when the disk has the step, never before.
    """

    def __init__(self, library: Library, signals: LibrarySignals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        store = library.store
        self._library, self._store = library, store
        self._drafts = Drafts(store.folder, library.clock, store.disk, store.read_only)
        self._typing: set[str] = set()
        self._handed: set[str] = set()
        self._left: set[str] = set()
        signals.save_state_changed.connect(self.settle)

    def typing(self, key: str, text: str) -> None:
        """This is what stands in the field now. What an earlier session left there is put aside first."""
        if key in self._left:
            self.put_aside(key)
        self._typing.add(key)
        self._handed.discard(key)
        self._drafts.keep(key, text)

    def rested(self, key: str) -> None:
        """The library has what was typed there."""
        if key in self._typing:
            self._typing.discard(key)
            self._handed.add(key)
            self.settle()

    # -- what an earlier session left -----------------------------------------------------------------------------

    def found(self) -> tuple[HalfTyped, ...]:
        """What was being typed when an earlier session ended, newest first. To be asked for once, at the start."""
        drafts = self._drafts.found()
        if not drafts:
            return ()
        from models.half_typed import half_typed  # noqa: PLC0415 - few sessions leave anything

        offered = half_typed(self._library, drafts)
        self._left = {half.key for half in offered}
        for draft in drafts:
            if draft.key not in self._left:  # the library has it
                self._drafts.clear(draft.key)
        return offered

    @property
    def notices(self) -> tuple[Sentence, ...]:
        """What of it could not be read."""
        return self._drafts.notices

    def put_in(self, half: HalfTyped) -> None:
        """Make it what the record holds. Raises EncoreError where that cannot be done."""
        from models.half_typed import put_in  # noqa: PLC0415 - few sessions leave anything

        put_in(self._library, half)
        if half.key in self._left:
            self._left.discard(half.key)
            self._handed.add(half.key)
        self.settle()

    def put_aside(self, key: str) -> None:
        """Not wanted: the file stays for 30 days where it can be found."""
        if key in self._left:
            self._left.discard(key)
            self._drafts.discard(key)

    # -- the end --------------------------------------------------------------------------------------------------

    def settle(self, _news: object = None) -> None:
        """Let go of what the disk has."""
        if self._handed and isinstance(self._store.state, Saved):
            for key in self._handed:
                self._drafts.clear(key)
            self._handed.clear()

    def close(self) -> None:
        """Write what is still being typed. Waits for the disk, and may be called in any thread."""
        self._drafts.close()
