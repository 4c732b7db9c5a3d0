"""What there is to say about the library when it was opened: said once, above the pages, each with its way out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import AppContext
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.notice import Notice


class OpeningNotices(QWidget):
    """One remark a thing; takes no room where there is none."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("opening_notices")
        self._context = context
        self._column = QVBoxLayout(self)
        self._scale()
        hub.changed.connect(self._scale)
        for notice in self._made():
            notice.dismissed.connect(self._fit)
            self._column.addWidget(notice)
        self.setVisible(self._column.count() > 0)

    def _made(self) -> Iterator[Notice]:
        store, typed = self._context.library.store, self._context.typed
        if store.read_only:
            yield _named(
                "read_only", Notice(tr("This folder can only be read, so nothing here can be changed."), "warn")
            )
        halves = typed.found()
        for sentence in (*store.notices, *typed.notices):
            yield Notice(show(sentence), "warn", dismissable=True)
        if store.ended_badly:
            text = tr("Encore did not close by itself last time. Everything that was saved is here.")
            yield _named("ended_badly", Notice(text, "info", dismissable=True))
        foreign = store.foreign
        if foreign:
            from ui.frame.foreign import ForeignNotice  # noqa: PLC0415 - few sessions find one

            yield from (ForeignNotice(self._context, file) for file in foreign)
        if halves:
            from ui.frame.half_typed import HalfTypedNotice  # noqa: PLC0415 - few sessions leave anything

            yield HalfTypedNotice(self._context, halves)

    def _fit(self) -> None:
        self.setVisible(any(not notice.isHidden() for notice in self.findChildren(Notice)))

    def _scale(self) -> None:
        px = hub.current.px
        self._column.setContentsMargins(px(tokens.HUGE), px(tokens.TINY), px(tokens.HUGE), px(tokens.SMALL))
        self._column.setSpacing(px(tokens.SMALL))


def _named(name: str, notice: Notice) -> Notice:
    notice.setObjectName(name)
    return notice
