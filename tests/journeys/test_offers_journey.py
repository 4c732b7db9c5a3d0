"""A second offer is typed by keyboard, compared with the first, printed, taken back, and found again after a restart."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from models.offers import cell_text
from models.offers.side_by_side import comparison_of
from models.records import Offer
from tests.journeys.test_keyboard import controls_of, missed, nameless
from tests.journeys.window import Desk
from ui.locale_formatter import LocaleFormatter
from ui.printing.preview import PrintPreview
from ui.tabs.offers import OffersTab


def tab_of(desk: Desk) -> OffersTab:
    page = desk.window.page("offers")
    assert isinstance(page, OffersTab)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def go_with_tab(name: str) -> QWidget:
    for _ in range(80):
        if focused().objectName() == name:
            return focused()
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"{name} was not reached")


def write(name: str, text: str) -> None:
    field = go_with_tab(name)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()


def figures(desk: Desk) -> dict[str, list[str]]:
    """Every figure of the table by row, as it is shown."""
    table = tab_of(desk).page.table
    comparison = table.comparison
    assert comparison is not None
    for group in comparison.groups:
        table.unfold(group.key)
    rows = [(n, line.row.key) for n, line in enumerate(table.lines.lines) if line.kind == "row" and line.row]
    return {key: [table.lines.text(n, column + 1) for column in range(len(table.places))] for n, key in rows}


def test_a_second_offer_is_typed_compared_printed_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    QLocale.setDefault(QLocale("en_US"))
    desk.open("offers")
    desk.focus_first()
    QTest.keyClick(go_with_tab("add_first_offer"), Qt.Key.Key_Space)
    QApplication.processEvents()
    write("name", "Northwind Health")
    write("base", "104,000")
    write("bonus_target", "10")
    _add_by_keyboard(desk)
    write("name", "Brightline Studio")
    write("base", "52.5")
    _choose_pay_by_the_hour()
    write("sign_on", "5000")
    first, second = desk.library.all(Offer)
    assert (first.name, second.name, second.pay_period) == ("Northwind Health", "Brightline Studio", "hour")

    shown = figures(desk)
    assert shown["base"] == ["$104,000", "$109,200"]
    assert shown["total"] == ["$114,400", "$114,200"]
    comparison = comparison_of(desk.library)
    assert comparison is not None
    for row in comparison.rows:
        if not row.empty:
            assert shown[row.key] == [cell_text(row, cell, LocaleFormatter()) for cell in row.cells]

    printed = _printed(desk, tmp_path / "offers.pdf")
    for texts in shown.values():
        for text in texts:
            assert text in printed

    desk.library.undo()
    QApplication.processEvents()
    assert figures(desk)["total"] == ["$114,400", "$109,200"]
    desk.library.redo()
    again = desk.restart()
    again.open("offers")
    assert figures(again) == shown
    again.leave()


def _add_by_keyboard(desk: Desk) -> None:
    QTest.keyClick(go_with_tab("close_offer"), Qt.Key.Key_Space)
    desk.focus_first()
    QTest.keyClick(go_with_tab("add_offer"), Qt.Key.Key_Space)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def _choose_pay_by_the_hour() -> None:
    year = go_with_tab("yearAnswer")
    QTest.keyClick(year, Qt.Key.Key_Left)
    QApplication.processEvents()


def _printed(desk: Desk, path: Path) -> str:
    desk.answers.path = path
    QTest.keyClick(desk.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    preview = desk.window.findChild(PrintPreview)
    assert preview is not None
    preview.save_button.click()
    preview.close()
    QApplication.processEvents()
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def test_every_control_of_an_open_offer_is_reached_and_named(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.open("offers")
    tab = tab_of(desk)
    tab.open_offer(desk.library.all(Offer)[0].id)
    for fold in tab.panel.folds.values():
        fold.open()
    QApplication.processEvents()
    desk.focus_first()
    assert not missed(tab)
    assert not nameless(tab)
    controls = controls_of(tab)
    assert len(controls) > 60
    shared = ("Answer", "calendarButton")  # parts of a field, named within it
    names = [control.objectName() for control in controls if not control.objectName().endswith(shared)]
    assert len(names) == len(set(names))


def test_undo_shows_the_old_value_in_the_open_offer(desk_with_story: Desk) -> None:
    desk = desk_with_story
    desk.open("offers")
    offer = desk.library.all(Offer)[0]
    tab_of(desk).open_offer(offer.id, "base")
    write("base", "101000")
    field = desk.find("base")
    assert isinstance(field, QLineEdit)
    assert field.text() == LocaleFormatter().number(101000)
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert desk.library.get(Offer, offer.id) == offer
    assert field.text() == LocaleFormatter().number(98400)
