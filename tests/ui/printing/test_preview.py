"""The preview shows what will be printed, and says in itself what came of saving and printing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.offers import compare
from models.records import Offer, Term
from ui.printing.offers_page import OffersPage
from ui.printing.paper import A4, LETTER, Document, Paper, usual_paper
from ui.printing.preview import PrintPreview
from ui.prompts import Prompts


class Answers(Prompts):
    """A user who always gives the same path."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.suggested = ""

    def save_path(self, parent: QWidget | None, title: str, suggested: str, kinds: str) -> Path | None:
        self.suggested = suggested
        return self.path


def page_of(count: int, paper: Paper) -> OffersPage:
    offers = [Offer(id=str(n), name=f"Offer {n}", base=Term(Decimal(90_000 + n))) for n in range(count)]
    return OffersPage(compare(offers), date(2026, 8, 8), paper)


def preview(qtbot: QtBot, prompts: Prompts, count: int = 3) -> PrintPreview:
    dialog = PrintPreview(lambda paper: page_of(count, paper), prompts)
    qtbot.addWidget(dialog)
    dialog.resize(1000, 760)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_the_sheet_on_the_screen_is_white_and_holds_the_tinted_column(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None))
    area = dialog.view.sheet_area()
    picture = dialog.view.grab().toImage()
    ratio = picture.width() / dialog.view.width()
    corner, inside = area.topLeft() + (area.center() - area.topLeft()) * 0.02, area.topRight()
    assert picture.pixelColor((corner * ratio).toPoint()) == QColor("white")
    inside = area.topLeft() * ratio
    colours = {
        picture.pixelColor(int(inside.x() + x), int(inside.y() + area.height() * ratio / 3)).name()
        for x in range(2, int(area.width() * ratio) - 2)
    }
    assert len(colours) > 2


def test_another_paper_lays_the_document_out_again(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None))
    assert dialog.document.sheet.paper == A4
    dialog.paper.valueChanged.emit("letter")
    assert dialog.document.sheet.paper == LETTER


def test_saving_writes_the_pdf_and_says_where(qtbot: QtBot, tmp_path: Path) -> None:
    prompts = Answers(tmp_path / "page")
    dialog = preview(qtbot, prompts)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert prompts.suggested == "Offer comparison.pdf"
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.notice.isVisible()
    assert "page.pdf" in dialog.notice.text.text()


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preview(qtbot, Answers(tmp_path / "none" / "page.pdf"))
    dialog.save()
    assert "does not exist" in dialog.notice.text.text()


def test_changing_ones_mind_does_nothing(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None))
    dialog.save()
    assert not dialog.notice.isVisible()


def test_the_printer_gets_every_page(qtbot: QtBot, tmp_path: Path) -> None:
    def to_file(parent: QWidget, document: Document) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    dialog = PrintPreview(lambda paper: page_of(8, paper), Answers(None), choose_printer=to_file)
    qtbot.addWidget(dialog)
    dialog.print_pages()
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_pages_are_turned_with_keys_and_buttons(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None), count=8)
    assert dialog.number.text() == "Page 1 of 2"
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.number.text() == "Page 2 of 2"
    assert "page 2 of 2" in dialog.view.accessibleName()
    assert not dialog.on.isEnabled()
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.number.text() == "Page 1 of 2"


def test_one_page_needs_no_turning(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None))
    assert not dialog.number.isVisible()
    assert not dialog.back.isVisible()


@pytest.mark.parametrize(("country", "paper"), [("US", LETTER), ("CA", LETTER), ("DE", A4), ("", A4)])
def test_the_usual_paper_of_a_country(country: str, paper: Paper) -> None:
    assert usual_paper(country) == paper


def test_a_page_is_as_wide_as_the_room_until_the_whole_of_it_is_wanted(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None), count=2)
    bar = dialog.area.verticalScrollBar()
    wide = dialog.view.sheet_area()
    assert wide.width() > 0.9 * dialog.area.viewport().width()
    assert bar.maximum() > 0
    dialog.zoom.set_value("page")
    dialog.zoom.valueChanged.emit("page")
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert dialog.view.sheet_area().height() < wide.height()


def test_page_keys_scroll_a_sheet_to_its_foot_before_they_turn_it(qtbot: QtBot) -> None:
    dialog = preview(qtbot, Answers(None), count=2)
    bar = dialog.area.verticalScrollBar()
    for _ in range(5):
        qtbot.keyClick(dialog.view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
    assert dialog.page == 0
