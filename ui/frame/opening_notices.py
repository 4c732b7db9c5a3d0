"""What had to be repaired or set aside when the library was opened: said once, above the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import AppContext
from ui.texts import show
from ui.theme import hub, tokens
from ui.widgets.notice import Notice


class OpeningNotices(QWidget):
    """One remark a thing; takes no room where there is none."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("opening_notices")
        self._column = QVBoxLayout(self)
        self._scale()
        hub.changed.connect(self._scale)
        for sentence in context.library.store.notices:
            notice = Notice(show(sentence), "warn", dismissable=True)
            notice.dismissed.connect(self._fit)
            self._column.addWidget(notice)
        self.setVisible(self._column.count() > 0)

    def _fit(self) -> None:
        self.setVisible(any(not notice.isHidden() for notice in self.findChildren(Notice)))

    def _scale(self) -> None:
        px = hub.current.px
        self._column.setContentsMargins(px(tokens.HUGE), px(tokens.TINY), px(tokens.HUGE), px(tokens.SMALL))
