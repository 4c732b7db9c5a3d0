"""How the comparison is painted: names, labels, figures at the right, thin lines, one tint for the highest total."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from models.offers import DASH
from ui.locale_formatter import LocaleFormatter
from ui.tabs.offers.lines import Line
from ui.tabs.offers.table_model import TableModel
from ui.tabs.offers.words import small_word
from ui.texts import show, tr
from ui.theme import hub, pixmap, tokens

PAD, INDENT, NARROW = 12, 22, 172
Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)


def _shrunk(box: QRect, rtl: bool, leading: int, trailing: int) -> QRect:
    """The box without so much at its start and its end."""
    return box.adjusted(trailing, 0, -leading, 0) if rtl else box.adjusted(leading, 0, -trailing, 0)


def figure_font(*, strong: bool) -> QFont:
    """The font of figures."""
    return hub.current.font(tokens.TEXT, tokens.SEMIBOLD if strong else tokens.REGULAR)


def line_height(model: TableModel, number: int, widths: list[int]) -> int:
    """How high that line is with columns of these widths."""
    theme, line = hub.current, model.lines[number]
    px = theme.px
    room = QRect(0, 0, widths[0] - px(PAD + INDENT), 10_000)
    match line.kind:
        case "head":
            return _head_height(model, widths[-1])
        case "told":
            box = QRect(0, 0, sum(widths) - px(2 * PAD + 8), 10_000)
            metrics = QFontMetrics(theme.font(tokens.LABEL))
            return metrics.boundingRect(box, _WRAP, model.text(number, 0)).height() + px(22)
        case "group":
            name = QFontMetrics(theme.font(tokens.TEXT, tokens.SEMIBOLD))
            high = name.boundingRect(room, _WRAP, model.text(number, 0)).height()
            under = QFontMetrics(theme.font(tokens.CAPTION)).lineSpacing() if line.folded and line.row else 0
            return max(px(44), high + under + px(18))
        case "row":
            label = QFontMetrics(theme.font(tokens.TEXT, tokens.SEMIBOLD if line.strong else tokens.REGULAR))
            share = label.horizontalAdvance("00%") + px(tokens.SMALL) if line.row and line.row.share is not None else 0
            high = label.boundingRect(room.adjusted(0, 0, -share, 0), _WRAP, model.text(number, 0)).height() + px(14)
            texts = range(1, len(widths)) if line.row and line.row.unit == "text" else ()
            stacked = (
                px(32) + QFontMetrics(theme.font(tokens.CAPTION)).lineSpacing() if _stacks(model, line, widths) else 0
            )
            return max([px(34), high, stacked, *(_text_height(model, number, column, widths) for column in texts)])


def _narrow(width: int) -> bool:
    """Whether a word has no room beside its figure and stands below it."""
    return width < hub.current.px(NARROW)


def _stacks(model: TableModel, line: Line, widths: list[int]) -> bool:
    if not _narrow(widths[-1]) or model.comparison is None or (line.row and line.row.unit == "text"):
        return False
    cells = [(line.cell(place), model.comparison.columns[place]) for place in model.places]
    return any(cell is not None and small_word(cell, column) for cell, column in cells)


def _text_height(model: TableModel, number: int, column: int, widths: list[int]) -> int:
    box = QRect(0, 0, widths[column] - hub.current.px(2 * PAD), 10_000)
    metrics = QFontMetrics(hub.current.font(tokens.LABEL))
    return metrics.boundingRect(box, _WRAP, model.text(number, column)).height() + hub.current.px(14)


def _head_height(model: TableModel, width: int) -> int:
    theme = hub.current
    under = QFontMetrics(theme.font(tokens.LABEL)).lineSpacing()
    columns = model.comparison.columns if model.comparison else ()
    shown = [columns[place] for place in model.places]
    lines = int(any(column.title for column in shown)) + int(any(column.place for column in shown))
    names = [_name_lines(column.name, width - theme.px(2 * PAD))[1] for column in shown]
    return theme.px(26) + max(names, default=0) + lines * under + theme.px(12)


def _name_lines(name: str, width: int) -> tuple[str, int]:
    """The name in at most two lines, and how high they are."""
    metrics = QFontMetrics(hub.current.font(tokens.TEXT, tokens.SEMIBOLD))
    most = 2 * metrics.lineSpacing() + metrics.descent()
    room = 2 * width
    shown = name
    while (high := metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, shown).height()) > most and room > 0:
        room -= max(1, width // 8)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    if metrics.horizontalAdvance(max(shown.split(), key=len, default="")) > width:
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, width), metrics.lineSpacing()
    return shown, high


class CellPainter(QStyledItemDelegate):
    """Paints every kind of line. `chosen` is the place of the offer that is open at the side."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.chosen: int | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        line = self._model.lines[index.row()]
        box: QRect = option.rect
        painter.save()
        painter.fillRect(box, hub.current.colour("page"))  # over the focus that the style sheet draws
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "told":
            self._told(painter, box, self._model.text(index.row(), 0))
        else:
            place = self._model.place(index.column())
            self._ground(painter, box, index.row(), place)
            if place is None:
                self._label(painter, box, line, self._model.text(index.row(), 0))
            elif line.kind == "head":
                self._head(painter, box, place)
            else:
                self._figure(painter, box, line, place, self._model.text(index.row(), index.column()))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            self._focus(painter, box)
        painter.restore()

    def _focus(self, painter: QPainter, box: QRect) -> None:
        theme = hub.current
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2))
        radius = theme.px(tokens.RADIUS_SMALL)
        painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), radius, radius)

    def _ground(self, painter: QPainter, box: QRect, row: int, place: int | None) -> None:
        """The tint of the leading column, and the thin line under each row."""
        theme, comparison = hub.current, self._model.comparison
        line = self._model.lines[row]
        if comparison is not None and place is not None and place == comparison.leader:
            area = QRectF(box).adjusted(theme.px(4), 0, -theme.px(4), 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            radius = theme.px(tokens.RADIUS_LARGE)
            painter.setClipRect(box)
            if line.kind == "head":
                painter.drawRoundedRect(area.adjusted(0, 0, 0, radius), radius, radius)
            elif row == len(self._model.lines) - 1:
                painter.drawRoundedRect(area.adjusted(0, -radius, 0, 0), radius, radius)
            else:
                painter.drawRect(area)
            painter.setClipping(False)
        last = row == len(self._model.lines) - 1
        if not last:
            heavy = line.kind == "head"
            painter.setPen(QPen(theme.colour("faint" if heavy else "line"), 1))
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())

    def _told(self, painter: QPainter, box: QRect, text: str) -> None:
        theme = hub.current
        radius = theme.px(tokens.RADIUS_SMALL)
        area = box.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("tint"))
        painter.drawRoundedRect(area, radius, radius)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(tokens.LABEL))
        inner = area.adjusted(theme.px(PAD), theme.px(7), -theme.px(PAD), 0)
        painter.drawText(inner, _WRAP, text)

    def _label(self, painter: QPainter, box: QRect, line: Line, text: str) -> None:
        theme = hub.current
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = _shrunk(box, rtl, 0, theme.px(PAD))
        if line.kind == "group":
            self._group(painter, inner, line, text)
            return
        inner = _shrunk(inner, rtl, theme.px(INDENT), 0)
        painter.setFont(theme.font(tokens.TEXT, tokens.SEMIBOLD if line.strong else tokens.REGULAR))
        painter.setPen(theme.colour("ink" if line.strong else "muted"))
        share = self._share(line)
        if share:
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), share)
            inner = _shrunk(inner, rtl, 0, painter.fontMetrics().horizontalAdvance(share) + theme.px(tokens.SMALL))
        painter.drawText(inner, _MIDDLE, text)

    def _group(self, painter: QPainter, inner: QRect, line: Line, text: str) -> None:
        """Arrow and name; folded, also what the figures beside it are."""
        theme = hub.current
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(16)
        name = "chevron-right" if line.folded and not rtl else "chevron-left" if line.folded else "chevron-down"
        picture = pixmap(name, side, "muted", self._view.devicePixelRatioF())
        painter.drawPixmap(inner.right() - side if rtl else inner.left(), inner.center().y() - side // 2, picture)
        inner = _shrunk(inner, rtl, theme.px(INDENT), 0)
        strong = theme.font(tokens.TEXT, tokens.SEMIBOLD)
        painter.setFont(strong)
        high = painter.fontMetrics().boundingRect(QRect(0, 0, inner.width(), 10_000), _WRAP, text).height()
        if line.folded and line.row is not None:
            lower = QFontMetrics(theme.font(tokens.CAPTION)).lineSpacing()
            inner.setTop(inner.center().y() - (high + lower) // 2)
            under = QRect(inner.left(), inner.top() + high, inner.width(), lower)
            inner.setHeight(high)
            painter.setFont(theme.font(tokens.CAPTION))
            painter.setPen(theme.colour("muted"))
            shown = painter.fontMetrics().elidedText(show(line.row.label), Qt.TextElideMode.ElideRight, under.width())
            painter.drawText(under, _MIDDLE, shown)
        painter.setFont(strong)
        painter.setPen(theme.colour("ink"))
        painter.drawText(inner, _MIDDLE, text)

    def _share(self, line: Line) -> str:
        if line.kind != "row" or line.row is None or line.row.share is None:
            return ""
        return tr("{share}%", share=round(line.row.share * 100))

    def _head(self, painter: QPainter, box: QRect, place: int) -> None:
        theme, comparison = hub.current, self._model.comparison
        if comparison is None:
            return
        column = comparison.columns[place]
        inner = box.adjusted(theme.px(PAD), theme.px(7), -theme.px(PAD), -theme.px(10))
        bottom = inner.bottom()
        painter.setFont(theme.font(tokens.LABEL))
        painter.setPen(theme.colour("muted"))
        height = painter.fontMetrics().lineSpacing()
        for text in filter(None, (column.place, column.title)):
            under = QRect(inner.left(), bottom - height, inner.width(), height)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, under.width())
            painter.drawText(under, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
            bottom -= height
        name, high = _name_lines(column.name, inner.width())
        painter.setFont(theme.font(tokens.TEXT, tokens.SEMIBOLD))
        painter.setPen(theme.colour("ink"))
        upper = QRect(inner.left(), bottom - high, inner.width(), high)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap), name)
        if comparison.leader == place:
            painter.setFont(theme.font(tokens.CAPTION, tokens.SEMIBOLD))
            painter.setPen(theme.colour("accent"))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), tr("Highest total"))
        if place == self.chosen:
            painter.fillRect(
                QRect(
                    box.left() + theme.px(PAD), box.bottom() - theme.px(3), box.width() - theme.px(2 * PAD), theme.px(3)
                ),
                theme.colour("accent"),
            )

    def _figure(self, painter: QPainter, box: QRect, line: Line, place: int, text: str) -> None:
        theme, comparison = hub.current, self._model.comparison
        cell, row = line.cell(place), line.row
        if comparison is None or cell is None or row is None:
            return
        inner = box.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        if row.unit == "text" and cell.value is not None:
            painter.setFont(theme.font(tokens.LABEL))
            painter.setPen(theme.colour("ink"))
            painter.drawText(inner.adjusted(0, theme.px(7), 0, 0), _WRAP, text)
            return
        self._pieces(
            painter,
            inner,
            text,
            small_word(cell, comparison.columns[place]),
            cell.value,
            line.strong,
            row.best == place,
        )

    def _pieces(
        self, painter: QPainter, room: QRect, text: str, word: str, value: object, strong: bool, best: bool
    ) -> None:
        """From the end of the cell: the figure, a tick where it is best, and the small word."""
        theme = hub.current
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # figures keep their minus in front
        painter.setFont(figure_font(strong=strong or best))
        painter.setPen(theme.colour("muted" if text == DASH else "good" if best else "ink"))
        metrics = painter.fontMetrics()
        if isinstance(value, date) and metrics.horizontalAdvance(text) > room.width():
            text = LocaleFormatter().day(value)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        below = QRect(room)
        if word and _narrow(room.width() + theme.px(2 * PAD)):
            room.setBottom(room.bottom() - QFontMetrics(theme.font(tokens.CAPTION)).lineSpacing())
            below.setTop(room.center().y() + metrics.lineSpacing() // 2)
            below.setHeight(QFontMetrics(theme.font(tokens.CAPTION)).lineSpacing() + 2)
        spot, room = _taken(room, rtl, metrics.horizontalAdvance(shown) + 1, theme.px(5))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), shown)
        if best:
            side = theme.px(14)
            spot, room = _taken(room, rtl, side, theme.px(3))
            picture = pixmap("check", side, "good", self._view.devicePixelRatioF())
            painter.drawPixmap(spot.left(), spot.center().y() - side // 2 + 1, picture)
        painter.setFont(theme.font(tokens.CAPTION))
        painter.setPen(theme.colour("muted"))
        metrics = painter.fontMetrics()
        room = _shrunk(room, rtl, 0, theme.px(4)) if not _narrow(below.width() + theme.px(2 * PAD)) else below
        if word and room.width() >= theme.px(20):
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room.width())
            spot, _ = _taken(room, rtl, metrics.horizontalAdvance(shown) + 1, 0)
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), shown)


def _taken(room: QRect, rtl: bool, width: int, gap: int) -> tuple[QRect, QRect]:
    """A spot of that width at the end of the room, and what is left over."""
    left = room.left() if rtl else room.right() - width + 1
    return QRect(left, room.top(), width, room.height()), _shrunk(room, rtl, 0, width + gap)
