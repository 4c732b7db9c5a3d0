"""What there is to say about the library when it was opened: said once, above the pages, each with its way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import AppContext
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.frame.foreign import ForeignNotice


class OpeningNotices(QWidget):
    """One remark at a time, the next when it was put away; takes no room where there is none.

    That the folder can only be read stays in sight, and its fields take no typing.
    """

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__()
        self.setObjectName("opening_notices")
        self._context = context
        self._column = QVBoxLayout(self)
        self._scale()
        hub.changed.connect(self._scale)
        self._waiting = list(self._made())
        self._stays = context.library.read_only
        if self._stays:
            text = tr("This folder can only be read, so nothing here can be changed.")
            self._column.addWidget(_named("read_only", Notice(text, "warn")))
            _close_fields(window, self)
        for notice in self._waiting:
            notice.hide()
            self._column.addWidget(notice)
            notice.dismissed.connect(lambda notice=notice: self._next(notice))
        self._next()

    def _made(self) -> Iterator[Notice]:
        """In the order of what matters most."""
        store, typed = self._context.library.store, self._context.typed
        halves = typed.found()
        foreign = self._foreign() if store.foreign else []
        for sentence in (*store.notices, *typed.notices):
            if not (
                foreign and sentence.values.get("file") == foreign[0].file_name
            ):  # it says the same, with a way out
                yield Notice(show(sentence), "warn", dismissable=True)
        if halves:
            from ui.frame.half_typed import HalfTypedNotice  # noqa: PLC0415 - few sessions leave anything

            yield HalfTypedNotice(self._context, halves)
        yield from foreign
        if store.ended_badly:
            text = tr("Encore did not close by itself last time. Everything that was saved is here.")
            yield _named("ended_badly", Notice(text, "info", dismissable=True))

    def _foreign(self) -> list[ForeignNotice]:
        from ui.frame.foreign import ForeignNotice, foreign_files  # noqa: PLC0415 - few sessions find one

        return [ForeignNotice(self._context, offer) for offer in foreign_files(self._context.library)]

    def _next(self, done: Notice | None = None) -> None:
        if done in self._waiting:
            self._waiting.remove(done)
        if self._waiting:
            self._waiting[0].show()
        self.setVisible(self._stays or bool(self._waiting))

    def event(self, event: QEvent) -> bool:
        """As high as the lines it shows, however little room the page leaves."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            height = self._column.totalHeightForWidth(self.width())
            if height != self.minimumHeight():
                self.setMinimumHeight(max(0, height))
        return done

    def _scale(self) -> None:
        px = hub.current.px
        self._column.setContentsMargins(px(tokens.HUGE), px(tokens.TINY), px(tokens.HUGE), px(tokens.SMALL))
        self._column.setSpacing(px(tokens.SMALL))


def _named(name: str, notice: Notice) -> Notice:
    notice.setObjectName(name)
    return notice


def _close_fields(window: QWidget, notices: QWidget) -> None:
    from ui.read_only import ReadOnlyFields  # noqa: PLC0415 - few folders can only be read

    ReadOnlyFields(window, notices)
