"""The preview of a printed document: the sheet as it will be, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.errors import EncoreError
from ui.printing.paper import A4, PAPERS, Document, Paper, paint_scaled, to_pdf, to_printer
from ui.prompts import Prompts
from ui.texts import tr
from ui.theme import hub, load_theme, tokens
from ui.widgets.buttons import icon_button, primary_button, quiet_button
from ui.widgets.choice import ChoiceBar
from ui.widgets.headings import label
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MakeDocument = Callable[[Paper], Document]
ChoosePrinter = Callable[[QWidget, Document], "QPrinter | None"]


class SheetView(QWidget):
    """One page of a document, as large as there is room for; painted by the function that prints it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._document, self._page = document, 0
        self.show_page(document, 0)

    def show_page(self, document: Document, page: int) -> None:
        """Another document or another page of it."""
        self._document, self._page = document, page
        count = document.page_count()
        self.setAccessibleName(tr("{title}, page {page} of {count}", title=document.title, page=page + 1, count=count))
        self.update()

    def sheet_area(self) -> QRectF:
        """Where the sheet lies in the widget."""
        sheet, gap = self._document.sheet, float(hub.current.px(tokens.SMALL))
        scale = min((self.width() - 2 * gap) / sheet.width, (self.height() - 2 * gap) / sheet.height)
        width, height = sheet.width * max(scale, 0.05), sheet.height * max(scale, 0.05)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A white sheet with a quiet edge in every theme; the edge shows the focus."""
        area = self.sheet_area()
        with QPainter(self) as painter:
            painter.fillRect(area, load_theme().colour("card"))
            painter.setPen(
                QPen(hub.current.colour("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1)
            )
            painter.drawRect(area)
            painter.setClipRect(area)
            painter.translate(area.topLeft())
            paint_scaled(self._document, self._page, painter, area.width() / self._document.sheet.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet grows with the window."""
        super().resizeEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to read without zoom on a usual screen."""
        sheet = self._document.sheet
        return QSize(round(sheet.width * 1.15), round(sheet.height * (1.15 if sheet.landscape else 0.85)))


class PrintPreview(QDialog):
    """Look at the pages, choose the paper, save them as a PDF or print them.

    `make` lays the document out for a paper. `choose_printer` asks for a printer; None is the system's own dialog.
    """

    def __init__(
        self,
        make: MakeDocument,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        paper: Paper = A4,
        choose_printer: ChoosePrinter | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("printPreview")
        self._make, self._prompts = make, prompts
        self._choose_printer = choose_printer or ask_for_printer
        self.document, self.page = make(paper), 0
        self.setWindowTitle(tr("Preview: {title}", title=self.document.title))
        self.view = SheetView(self.document)
        self.notice = Notice(dismissable=True)
        self.notice.hide()
        page = QVBoxLayout(self)
        gap = hub.current.px(tokens.MEDIUM)
        page.setContentsMargins(gap, gap, gap, gap)
        page.setSpacing(gap)
        page.addLayout(self._bar(paper))
        page.addWidget(self.notice)
        page.addWidget(self.view, 1)
        self._turn(0)
        self.save_button.setFocus()

    def _bar(self, paper: Paper) -> QHBoxLayout:
        self.paper = ChoiceBar([(key, one.name) for key, one in PAPERS.items()], tr("Paper"), clearable=False)
        self.paper.set_value(next(key for key, one in PAPERS.items() if one == paper))
        self.paper.valueChanged.connect(self._lay_out)
        self.back = icon_button("chevron-left", tr("Page before"), lambda: self._turn(-1), "PgUp", "pageBefore")
        self.on = icon_button("chevron-right", tr("Next page"), lambda: self._turn(1), "PgDown", "nextPage")
        self.number = label("", tone="muted", name="pageNumber")
        self.close_button = quiet_button(tr("Close"), self.reject, name="closePreview")
        self.print_button = quiet_button(tr("Print…"), self.print_pages, "printer", name="printPages")
        self.save_button = primary_button(tr("Save as PDF…"), self.save, "save", name="savePdf")
        bar = QHBoxLayout()
        bar.setSpacing(hub.current.px(tokens.SMALL))
        bar.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.back, self.number, self.on):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.close_button, self.print_button, self.save_button):
            bar.addWidget(part)
        return bar

    def _lay_out(self, key: str) -> None:
        self.document = self._make(PAPERS[key])
        self.page = min(self.page, self.document.page_count() - 1)
        self._turn(0)

    def _turn(self, way: int) -> None:
        count = self.document.page_count()
        self.page = max(0, min(self.page + way, count - 1))
        self.view.show_page(self.document, self.page)
        self.number.setText(tr("Page {number} of {count}", number=self.page + 1, count=count))
        for part in (self.back, self.number, self.on):
            part.setVisible(count > 1)
        self.back.setEnabled(self.page > 0)
        self.on.setEnabled(self.page < count - 1)

    def save(self) -> None:
        """Ask where, write the PDF, and say what came of it in the dialog itself."""
        name = f"{self.document.title}.pdf"
        path = self._prompts.save_path(self, tr("Save as PDF"), name, tr("PDF files (*.pdf)"))
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".pdf")
        self._say(lambda: to_pdf(self.document, path), tr("Saved as {path}.", path=path))

    def print_pages(self) -> None:
        """Ask for a printer and send the pages."""
        printer = self._choose_printer(self, self.document)
        if printer is not None:
            self._say(lambda: to_printer(self.document, printer), tr("Sent to the printer."))

    def _say(self, work: Callable[[], None], done: str) -> None:
        try:
            work()
        except EncoreError as error:
            self.notice.say(str(error), "bad")
        else:
            self.notice.say(done, "good")
        self.notice.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn the pages; Escape closes."""
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in ways:
            self._turn(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def ask_for_printer(parent: QWidget, document: Document) -> QPrinter | None:
    """The system's print dialog, set to the document's paper; None when the user changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loads only when somebody prints

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(document.sheet.layout)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.page_count())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() else None
