"""Pictures of every house widget: python tests/ui/widgets/gallery.py FOLDER. They are for looking at."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QSlider,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.clock import FixedClock, Moment
from models.records import Contact, Interview, Offer, Opportunity, Record, Strength, Term
from ui.theme import Tone, choose, hub
from ui.widgets.buttons import icon_button, link_button, primary_button, quiet_button
from ui.widgets.card import Card, Divider
from ui.widgets.chip import Chip
from ui.widgets.choice import ChoiceBar
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import PageHeader, SectionTitle, label
from ui.widgets.notice import Notice
from ui.widgets.record_form import RecordForm
from ui.widgets.scroll import Page

CLOCK = FixedClock(datetime(2026, 5, 14, 14, 30))


ROWS: tuple[tuple[str, str, Tone, str, str], ...] = (
    ("Northwind Health", "Panel interview, 30 July", "warn", "Nudge today", "bell"),
    ("Brightline Studio", "Second round, 4 August, with the whole team and two guests", "good", "On track", "check"),
    ("City of Portland", "Phone screen, 5 August", "plain", "Put away until Tuesday", ""),
    ("Juniper Labs", "Take-home sent, 6 August", "tint", "Thank-you to send", ""),
    ("Old Mill", "They named a day and it went by", "bad", "Overdue", "alert-triangle"),
)
FEELINGS = [("aced", "I aced it"), ("some slips", "Some slips"), ("bombed", "I bombed"), ("no idea", "No idea")]


def columns() -> QBoxLayout:
    """Side by side, or below each other where the text is large."""
    return QHBoxLayout() if hub.current.percent < 150 else QVBoxLayout()


def applications() -> Card:
    """Rows with a chip and a button."""
    card = Card()
    card.body.addWidget(SectionTitle("Applications"))
    for name, detail, tone, words, sign in ROWS:
        row, texts = QHBoxLayout(), QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(name, "strong"))
        texts.addWidget(ElidedLabel(detail, "small"))
        row.addLayout(texts, 1)
        row.addWidget(Chip(words, tone, sign))
        row.addWidget(quiet_button("Write"))
        card.body.addLayout(row)
        card.body.addWidget(Divider())
    card.body.addStretch(1)
    return card


def feelings() -> Card:
    """A choice, chips that wrap, bars and a list."""
    card = Card()
    card.body.addWidget(SectionTitle("How did it feel?"))
    bar = ChoiceBar(FEELINGS, "How did it feel?")
    bar.set_value("some slips")
    card.body.addWidget(bar)
    flow = FlowLayout()
    for text in ("Thank you", "Interest", "Strengths", "Next step", "Something in common"):
        flow.addWidget(Chip(text, "good" if len(text) < 9 else "plain", "check" if len(text) < 9 else "circle"))
    card.body.addLayout(flow)
    progress, slider, rows = QProgressBar(), QSlider(Qt.Orientation.Horizontal), QListWidget()
    progress.setValue(40)
    slider.setValue(60)
    rows.addItems(["Priya Rao", "Tom Becker", "Ana Silva"])
    rows.setCurrentRow(1)
    for part in (progress, slider, rows):
        card.body.addWidget(part)
    return card


def small_things() -> QWidget:
    """Headings, notices, cards under the tabs."""
    page = Page()
    actions = [icon_button("printer", "Print", shortcut="Ctrl+P"), quiet_button("Copy", icon_name="copy")]
    add = primary_button("Add interview", icon_name="plus")
    page.body.addWidget(PageHeader("Waiting", "Four applications. One is worth a nudge today.", [*actions, add]))
    named = "Your letter names Priya Rao, but nobody of that name was in the interview."
    full = "The disk is full, so this edit is not saved yet."
    page.body.addWidget(Notice(named, "warn", [quiet_button("Open the letter")], dismissable=True))
    page.body.addWidget(Notice("Saved on this computer only.", "info"))
    page.body.addWidget(Notice(full, "bad", [quiet_button("Try again"), link_button("Save a copy")]))
    both = columns()
    both.addWidget(applications())
    both.addWidget(feelings())
    page.body.addLayout(both)
    page.body.addStretch(1)
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    for name in ("Checklist", "Contacts", "Letters 2", "Waiting 1", "Offers", "Onward"):
        tabs.addTab(page if name == "Waiting 1" else QWidget(), name)
    tabs.setCurrentWidget(page)
    return tabs


RECORDS_SHOWN: tuple[tuple[Record, list[str]], ...] = (
    (
        Contact(
            id="1", name="Priya Rao", confirmed=True, title="Dr", emails=("priya@northwind.example", "p@home.example")
        ),
        ["name", "confirmed", "said_as", "title", "position", "employer", "emails", "phones"],
    ),
    (
        Interview(id="1", start=Moment(datetime(2026, 5, 12, 9, 0), "Europe/Berlin"), feeling="aced"),
        ["start", "length", "format", "feeling", "wish"],
    ),
    (
        Offer(id="1", base=Term(Decimal(128000), "written"), start=Term(date(2026, 9, 1)), decide_by=date(2026, 5, 21)),
        ["base", "sign_on", "equity_schedule", "days_off", "start", "decide_by", "title"],
    ),
    (
        Opportunity(id="1", want="yes", strengths=(Strength("Design systems", "Two products, 40 % fewer defects"),)),
        ["want", "strengths", "status"],
    ),
)


def forms() -> QWidget:
    """A form of each sort of field, one of them with a day that is none."""
    page = Page()
    both = columns()
    for half in (RECORDS_SHOWN[:2], RECORDS_SHOWN[2:]):
        card = Card()
        for record, names in half:
            form = RecordForm(type(record), names, clock=CLOCK, columns=2, currency="USD")
            form.load(record)
            card.body.addWidget(form)
            if "decide_by" in names:
                line = form.findChild(QLineEdit, "decide_by")
                assert line is not None
                line.setText("the 40th of May")
                line.textEdited.emit(line.text())
                form.flush()
        card.body.addStretch(1)
        both.addWidget(card)
    page.body.addLayout(both)
    page.body.addStretch(1)
    return page


def empty() -> QWidget:
    """An empty state."""
    return EmptyState(
        "mail", "No letters yet", "A thank-you within a day is read before the decision. Start with the person you talked to longest.",
        primary_button("Write a thank-you"),
    )  # fmt: skip


SCENES = {"small": small_things, "forms": forms, "empty": empty}


def grab_all(folder: Path) -> list[Path]:
    """A picture of each scene in each theme at 100 and 200 % text size."""
    QLocale.setDefault(QLocale("en_US"))
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    made: list[Path] = []
    for theme in ("light", "dark", "high contrast"):
        for percent in (100, 200):
            choose(theme, app, percent)
            for name, scene in SCENES.items():
                widget = scene()
                window = QWidget()
                inside = QVBoxLayout(window)
                inside.setContentsMargins(0, 0, 0, 0)
                inside.addWidget(widget)
                window.resize(1100, 400 if name == "empty" else 900)
                window.show()
                app.processEvents()
                file = folder / f"{name}-{theme.replace(' ', '-')}-{percent}.png"
                window.grab().save(str(file))
                made.append(file)
                window.close()
                window.deleteLater()
    return made


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for picture in grab_all(target):
        sys.stdout.write(f"{picture}\n")
