"""The Offers tab over a real library: figures as the models give them, everything by keyboard, every edit undone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QSlider
from pytestqt.qtbot import QtBot

from models.clock import FixedClock
from models.library import Library
from models.offers import add_offer, cell_text, set_score
from models.offers.side_by_side import comparison_of, put_aside
from models.records import Contact, Criterion, Offer, Score, Settings, Term
from models.sample import add_sample
from models.storage import Store
from resources import ROOT
from tests.ui.tabs.offers_hands import (
    child,
    go_to,
    group_number,
    key,
    line_number,
    press,
    shown,
    typed,
    words,
    words_of_button,
)
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.printing.preview import PrintPreview
from ui.theme import choose
from ui.widgets.year_bars import YearBars


@pytest.fixture
def context(library_folder: Path, clock: FixedClock, qapp: QApplication) -> Iterator[AppContext]:
    QLocale.setDefault(QLocale("en_US"))
    choose("light", qapp)
    store = Store.open(library_folder, clock)
    yield AppContext(Library(store, clock), library_folder, ROOT)
    choose("light", qapp)
    store.close()


@pytest.fixture
def told(context: AppContext) -> AppContext:
    context.choose_interview(add_sample(context.library, ROOT / "sample"))
    return context


@pytest.fixture
def eight(context: AppContext) -> AppContext:
    for number in range(8):
        pay = Term(Decimal(90000 + number))
        add_offer(context.library, name=f"Offer {number + 1}", base=pay, bonus_target=Term(Decimal(5)))
    return context


def test_every_figure_is_the_one_that_the_models_give(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    comparison = comparison_of(told.library)
    assert comparison is not None
    for group in comparison.groups:
        tab.page.table.unfold(group.key)
    lines = {line.row.key: n for n, line in enumerate(tab.page.table.lines.lines) if line.kind == "row" and line.row}
    for row in comparison.rows:
        if row.empty:
            assert row.key not in lines
            continue
        texts = [tab.page.table.lines.text(lines[row.key], column + 1) for column in range(len(comparison.columns))]
        assert texts == [cell_text(row, cell, LocaleFormatter()) for cell in row.cells]


def test_the_page_says_who_waits_for_an_answer(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    assert words(tab, "pageSentence").startswith("Answer City of Portland by Mon, May 18.")
    assert words(tab, "open_terms_hint").startswith("Important terms at City of Portland:")


def test_a_group_folds_and_keeps_its_most_important_figure(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    go_to(tab, group_number(tab, "pay"), 0)
    key(tab, Qt.Key.Key_Return)
    folded = group_number(tab, "pay")
    assert tab.page.table.lines.text(folded, 2) == "$128,760"
    assert not [line for line in tab.page.table.lines.lines if line.kind == "row"]
    key(tab, Qt.Key.Key_Space)
    assert line_number(tab, "base") == folded + 1


def test_a_figure_explains_itself_and_falls_silent_again(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    row = line_number(tab, "bonus")
    go_to(tab, row, 2)
    key(tab, Qt.Key.Key_Return)
    text = tab.page.table.lines.text(row + 1, 0)
    assert "$112,000 × 10% target × 60% odds" in text
    assert "Source: levels.fyi." in text
    key(tab, Qt.Key.Key_Escape)
    assert not [line for line in tab.page.table.lines.lines if line.kind == "told"]
    go_to(tab, line_number(tab, "total"), 1)
    key(tab, Qt.Key.Key_Return)
    told_line = tab.page.table.lines.text(line_number(tab, "total") + 1, 0)
    assert told_line == (
        "Total, year 1, City of Portland: $102,422 = base salary $98,400 + retirement match $5,904"
        " − health premium you pay $1,344 − commute cost $538."
    )


def test_a_screen_reader_hears_row_offer_figure_and_how_sure_it_is(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    table = tab.page.table
    index = table.lines.index(line_number(tab, "base"), 2)
    said = table.lines.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Base salary, Juniper Labs: $112,000, written, best"
    assert QAccessible.queryAccessibleInterface(table).role() == QAccessible.Role.Table
    nothing = table.lines.index(line_number(tab, "bonus"), 1)
    assert table.lines.data(nothing, Qt.ItemDataRole.AccessibleTextRole).endswith("not known")


def test_the_switch_changes_the_table_and_can_be_undone(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    bar = child(tab, "offer_scenario")
    bar.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Left)
    assert told.library.one(Settings).offer_scenario == "guaranteed"
    assert tab.page.table.lines.text(line_number(tab, "bonus"), 2) == "$0"
    told.library.undo()
    assert tab.page.table.lines.text(line_number(tab, "bonus"), 2) == "$6,720"
    assert tab.page.switches.scenario.value() == "expected"


def test_months_to_stay_change_what_is_counted_and_what_is_said(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    typed(tab, "offer_stay_months", "6")
    assert told.library.one(Settings).offer_stay_months == 6
    assert tab.page.table.lines.text(line_number(tab, "sign_on"), 2) == "$4,000"
    assert "You leave after 6 months" in words(tab, "assumed")
    typed(tab, "offer_years", "9")
    assert "1 to 6" in words(tab, "offer_yearsProblem")
    assert told.library.one(Settings).offer_years == 4


def test_eight_offers_are_turned_four_at_a_time_and_two_at_double_size(eight: AppContext, qtbot: QtBot) -> None:
    tab = shown(eight, qtbot)
    table = tab.page.table
    assert table.places == [0, 1, 2, 3]
    QTest.keyClick(tab, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert table.places == [4, 5, 6, 7]
    assert not child(tab, "next_offers").isEnabled()
    press(tab, "previous_offers")
    go_to(tab, 2, 4)
    key(tab, Qt.Key.Key_Right)
    assert table.places == [1, 2, 3, 4]
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    choose("light", app, 200)
    QApplication.processEvents()
    assert len(table.places) == 2
    assert sum(table.columnWidth(n) for n in range(3)) <= table.width()
    inner = tab.page.widget()
    assert inner is not None
    assert inner.width() <= tab.page.viewport().width()


def test_a_dash_opens_the_offer_at_the_field_that_is_missing(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    go_to(tab, line_number(tab, "bonus"), 1)
    key(tab, Qt.Key.Key_Return)
    assert child(tab, "bonus_target").hasFocus()
    typed(tab, "bonus_target", "8")
    assert tab.page.table.lines.text(line_number(tab, "bonus"), 1) == "$7,872"
    told.library.undo()
    assert tab.page.table.lines.text(line_number(tab, "bonus"), 1) == "—"
    press(tab, "close_offer")
    assert tab.page.table.hasFocus()
    assert not tab.panel.isVisible()


def test_what_cannot_be_is_said_beside_the_field_and_not_kept(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    offer = told.library.all(Offer)[0]
    tab.open_offer(offer.id, "bonus")
    typed(tab, "bonus_target", "5000")
    assert "a number from 0 to 1,000" in words(tab, "bonus_targetProblem")
    assert told.library.get(Offer, offer.id) == offer
    typed(tab, "bonus_target", "5")
    assert not [w for w in tab.findChildren(QLabel, "bonus_targetProblem") if w.isVisible()]


def test_presets_count_working_days_from_the_day_the_offer_came(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    offer = told.library.all(Offer)[0]
    tab.open_offer(offer.id)
    press(tab, "decide_in_5")
    assert str(told.library.get(Offer, offer.id).decide_by) == "2026-05-20"


def test_what_is_being_typed_is_left_alone_by_steps_from_elsewhere(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    offer = told.library.all(Offer)[0]
    tab.open_offer(offer.id, "base")
    field = child(tab, "base")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "99,5")
    add_offer(told.library, name="Another")
    assert field.text() == "99,5"
    QTest.keyClicks(field, "00")
    tab.flush()
    base = told.library.get(Offer, offer.id).base
    assert base is not None
    assert base.value == 99500


def test_scores_and_their_reasons_are_kept_and_counted(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    offer = told.library.all(Offer)[0]
    tab.open_offer(offer.id, f"score:{told.library.all(Criterion)[0].id}")
    assert child(tab, "score_0").hasFocus()
    typed(tab, "score_0", "2")
    typed(tab, "score_reason_0", "Too many forms.")
    found = next(s for s in told.library.all(Score) if s.offer == offer.id)
    assert (found.value, found.reason) == (2, "Too many forms.")
    typed(tab, "score_0", "12")
    assert "0 to 10" in " ".join(w.text() for w in tab.findChildren(QLabel, "valueProblem") if w.isVisible())
    typed(tab, "score_0", "")
    assert next(s for s in told.library.all(Score) if s.offer == offer.id).value is None


def test_dragging_a_weight_is_one_step(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    slider = child(tab, "weight_slider_0")
    assert isinstance(slider, QSlider)
    before = told.library.all(Criterion)[0].weight
    for value in (70, 60, 50):
        slider.setValue(value)
        tab.flush()
    assert told.library.all(Criterion)[0].weight == 50
    assert child(tab, "weight_0").property("text") == "50"
    told.library.undo()
    assert told.library.all(Criterion)[0].weight == before
    assert slider.value() == before


def test_what_matters_begins_with_a_set_that_one_can_change(eight: AppContext, qtbot: QtBot) -> None:
    tab = shown(eight, qtbot)
    press(tab, "add_starters")
    count = len(eight.library.all(Criterion))
    assert count > 4
    typed(tab, "criterion_1", "Money")
    press(tab, "must_have_1")
    assert (eight.library.all(Criterion)[1].name, eight.library.all(Criterion)[1].must_have) == ("Money", True)
    typed(tab, "new_criterion", "A dog in the office", Qt.Key.Key_Return)
    assert eight.library.all(Criterion)[-1].name == "A dog in the office"
    press(tab, f"remove_criterion_{count}")
    assert len(eight.library.all(Criterion)) == count


def test_columns_are_put_aside_and_brought_back(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    press(tab, "choose_columns")
    menu = tab.page.switches.findChild(QMenu, "columns_menu")
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    QApplication.processEvents()
    assert tab.page.table.many == 2
    assert words_of_button(tab, "choose_columns") == "Columns, 1 put aside"
    told.library.undo()
    assert tab.page.table.many == 3


def test_a_ninth_offer_is_put_aside_and_still_opens(eight: AppContext, qtbot: QtBot) -> None:
    tab = shown(eight, qtbot)
    press(tab, "add_offer")
    menu = tab.findChild(QMenu, "add_offer_menu")
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "add_blank").trigger()
    menu.close()
    QApplication.processEvents()
    ninth = eight.library.all(Offer)[-1]
    assert eight.library.one(Settings).offers_aside == (ninth.id,)
    assert tab.panel.offer_id == ninth.id
    assert child(tab, "name").hasFocus()


def test_removing_an_offer_brings_scores_back_on_undo(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    offer = told.library.all(Offer)[0]
    scores = told.library.all(Score)
    tab.open_offer(offer.id)
    press(tab, "remove_offer")
    assert tab.page.table.many == 2
    told.library.undo()
    assert told.library.all(Score) == scores
    assert tab.page.table.many == 3


def test_only_what_belongs_to_offers_is_worked_out_anew(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    before = tab.comparison
    with told.library.step("Add"):
        told.library.put(Contact(name="Somebody"))
    assert tab.comparison is before
    set_score(told.library, told.library.all(Offer)[0].id, told.library.all(Criterion)[0].id, 1)
    assert tab.comparison is not before


def test_the_bars_are_said_in_words(told: AppContext, qtbot: QtBot) -> None:
    bars = shown(told, qtbot).findChild(YearBars)
    assert bars is not None
    assert "Juniper Labs: year 1: $128,760; year 2: $120,760" in bars.accessibleDescription()


def test_questions_are_asked_about_the_opportunity(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    with qtbot.waitSignal(told.show_requested) as asked:
        press(tab, "write_questions")
    opportunity = told.library.all(Offer)[0].opportunity
    assert asked.args == ["letters", "questions-about-offer", opportunity]


def test_the_preview_shows_what_the_table_shows(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    put_aside(told.library, told.library.all(Offer)[0].id, True)
    tab.activateWindow()
    press(tab, "print_offers")
    preview = tab.findChild(PrintPreview)
    assert preview is not None
    assert preview.isVisible()
    assert preview.document.title == "Offer comparison"
    preview.close()


def test_a_narrow_window_shows_one_thing_at_a_time(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot, width=800)
    offer = told.library.all(Offer)[0]
    told.show_requested.connect(lambda _tab, table, id: tab.show_record(table, id))
    told.show("offers", Offer.table, offer.id)
    assert tab.panel.isVisible()
    assert not tab.page.isVisible()
    QTest.keyClick(tab.panel, Qt.Key.Key_Escape)
    assert tab.page.isVisible()


def test_an_empty_page_begins_with_the_interview_in_hand(context: AppContext, qtbot: QtBot) -> None:
    tab = shown(context, qtbot)
    press(tab, "add_first_offer")
    assert [offer.name for offer in context.library.all(Offer)] == ["New offer"]
    assert context.library.all(Offer)[0].decide_by is None, "nobody named a day"
    typed(tab, "name", "Northwind Health")
    assert context.library.all(Offer)[0].name == "Northwind Health"
    context.library.undo()
    context.library.undo()
    QApplication.processEvents()
    assert child(tab, "add_first_offer").isEnabled()


def test_after_an_offer_is_closed_the_focus_is_in_its_column(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    tab.open_offer(told.library.all(Offer)[1].id)
    press(tab, "close_offer")
    index = tab.page.table.currentIndex()
    assert (index.row(), index.column()) == (0, 2)
    assert index.data() == told.library.all(Offer)[1].name
