"""The preview of a printed document: the sheet as it will be, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import EncoreError
from ui.printing.paper import A4, PAPERS, Document, Paper, to_pdf, to_printer
from ui.printing.sheet_view import SheetArea, SheetView
from ui.prompts import Prompts
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import icon_button, primary_button, quiet_button
from ui.widgets.choice import ChoiceBar
from ui.widgets.headings import label
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MakeDocument = Callable[[Paper], Document]
ChoosePrinter = Callable[[QWidget, Document], "QPrinter | None"]


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
        self.area = SheetArea(self.view)
        page.addWidget(self.area, 1)
        self.zoom.valueChanged.connect(self._zoom)
        self._turn(0)
        self._zoom(self.zoom.value())
        self.resize(self._roomy())
        self.save_button.setFocus()

    def _bar(self, paper: Paper) -> QHBoxLayout:
        self.paper = ChoiceBar([(key, one.name) for key, one in PAPERS.items()], tr("Paper"), clearable=False)
        self.paper.set_value(next(key for key, one in PAPERS.items() if one == paper))
        self.paper.valueChanged.connect(self._lay_out)
        choices = [("width", tr("Page width")), ("page", tr("Whole page"))]
        self.zoom = ChoiceBar(choices, tr("Size on the screen"), clearable=False)
        self.zoom.set_value("width")
        self.back = icon_button("chevron-left", tr("Page before"), lambda: self._turn(-1), "PgUp", "pageBefore")
        self.on = icon_button("chevron-right", tr("Next page"), lambda: self._turn(1), "PgDown", "nextPage")
        self.number = label("", tone="muted", name="pageNumber")
        self.close_button = quiet_button(tr("Close"), self.reject, name="closePreview")
        self.print_button = quiet_button(tr("Print…"), self.print_pages, "printer", name="printPages")
        self.save_button = primary_button(tr("Save as PDF…"), self.save, "save", name="savePdf")
        bar = QHBoxLayout()
        bar.setSpacing(hub.current.px(tokens.SMALL))
        bar.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.addSpacing(hub.current.px(tokens.SMALL))
        bar.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.back, self.number, self.on):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.close_button, self.print_button, self.save_button):
            bar.addWidget(part)
        return bar

    def _roomy(self) -> QSize:
        """As large as the window it belongs to, where the screen has the room: what is printed should be readable."""
        parent, screen = self.parentWidget(), self.screen().availableSize()
        px = hub.current.px
        wanted = QSize(px(980), px(760)).expandedTo(parent.size() * 0.94 if parent else QSize())
        return wanted.boundedTo(screen * 0.94)

    def _zoom(self, how: str) -> None:
        self.view.fit("page" if how == "page" else "width")

    def _lay_out(self, key: str) -> None:
        self.document = self._make(PAPERS[key])
        self.page = min(self.page, self.document.page_count() - 1)
        self._turn(0)

    def _turn(self, way: int) -> None:
        count = self.document.page_count()
        self.page = max(0, min(self.page + way, count - 1))
        self.view.show_page(self.document, self.page)
        if way:
            self.area.verticalScrollBar().setValue(0)
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
