"""What the Offers tab says where nobody named a day, of one's own job, and of figures that are estimates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.clock import FixedClock
from models.library import Library
from models.offers import add_offer, update_offer
from models.records import Offer, Term
from models.storage import Store
from resources import ROOT
from tests.ui.tabs.offers_hands import child, shown, typed, words
from ui.context import AppContext
from ui.tabs.offers import OffersTab
from ui.tabs.offers.words import explanation, small_word
from ui.theme import choose


@pytest.fixture
def context(library_folder: Path, clock: FixedClock, qapp: QApplication) -> Iterator[AppContext]:
    QLocale.setDefault(QLocale("en_US"))
    choose("light", qapp)
    store = Store.open(library_folder, clock)
    yield AppContext(Library(store, clock), library_folder, ROOT)
    choose("light", qapp)
    store.close()


def test_until_two_columns_have_a_base_the_thing_to_do_is_another_one(context: AppContext, qtbot: QtBot) -> None:
    first = add_offer(context.library, name="Brightwater")
    tab = shown(context, qtbot)
    assert kinds(tab) == ("primary", "quiet")
    assert words(tab, "pageSentence").startswith("You could answer Brightwater by Mon, May 18; they named no day.")
    update_offer(context.library, first.id, base=Term(Decimal(104_000)), decide_by=date(2026, 5, 20))
    assert kinds(tab) == ("primary", "quiet")
    assert words(tab, "pageSentence").startswith("Answer Brightwater by Wed, May 20.")
    add_offer(context.library, name="My current job", kind="current job", base=Term(Decimal(92_000)))
    assert kinds(tab) == ("quiet", "primary")


def kinds(tab: OffersTab) -> tuple[str, str]:
    return child(tab, "add_offer").property("kind"), child(tab, "print_offers").property("kind")


def test_of_my_own_job_nobody_waits_for_an_answer_and_nothing_is_only_said(context: AppContext, qtbot: QtBot) -> None:
    job = add_offer(context.library, name="My current job", kind="current job")
    tab = shown(context, qtbot)
    tab.open_offer(job.id, "decide_by")
    typed(tab, "base", "92000")
    assert context.library.get(Offer, job.id).base == Term(Decimal(92_000), "confirmed")
    for name in ("decide_by", "baseState", "decide_in_5", "offer_dates"):
        assert not any(part.isVisible() for part in tab.panel.findChildren(QWidget, name)), name
    offer = add_offer(context.library, name="Brightwater", base=Term(Decimal(104_000)))
    tab.open_offer(offer.id)
    for name in ("decide_by", "baseState", "decide_in_5", "decide_usual"):
        assert any(part.isVisible() for part in tab.panel.findChildren(QWidget, name)), name


def test_a_long_remark_stands_in_the_explanation_and_not_beside_the_figure(context: AppContext, qtbot: QtBot) -> None:
    add_offer(context.library, name="Brightwater", base=Term(Decimal(104_000)))
    tab = shown(context, qtbot)
    assert tab.comparison is not None
    row, column = tab.comparison.row("true_hourly"), tab.comparison.columns[0]
    assert small_word(row.cells[0], column) == "estimate"
    assert "40 hours a week supposed" in explanation(row, column, tab.comparison)
