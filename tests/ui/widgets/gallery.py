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
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QSlider,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.clock import FixedClock, Moment
from models.records import Contact, Interview, Offer, Opportunity, Strength, Term
from ui.theme import choose, hub
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


def small_things() -> QWidget:
    """Headings, cards, chips, notices, buttons, a list."""
    page = Page()
    header = PageHeader(
        "Waiting", "Four applications. One is worth a nudge today.",
        [icon_button("printer", "Print", shortcut="Ctrl+P"), quiet_button("Copy", icon_name="copy"),
         primary_button("Add interview", icon_name="plus")],
    )  # fmt: skip
    page.body.addWidget(header)
    page.body.addWidget(
        Notice(
            "Your letter names Priya Rao, but nobody of that name was in the interview.",
            "warn",
            [quiet_button("Open the letter")],
            dismissable=True,
        )
    )
    page.body.addWidget(Notice("Saved on this computer only.", "info"))
    page.body.addWidget(
        Notice(
            "The disk is full, so this edit is not saved yet.",
            "bad",
            [quiet_button("Try again"), link_button("Save a copy")],
        )
    )
    columns = QHBoxLayout() if hub.current.percent < 150 else QVBoxLayout()
    card = Card()
    card.body.addWidget(SectionTitle("Applications"))
    for name, detail, tone, words, sign in (
        ("Northwind Health", "Panel interview, 30 July", "warn", "Nudge today", "bell"),
        (
            "Brightline Studio",
            "Second round, 4 August, with the whole design team and two guests",
            "good",
            "On track",
            "check",
        ),
        ("City of Portland", "Phone screen, 5 August", "plain", "Put away until Tuesday", ""),
        ("Juniper Labs", "Take-home sent, 6 August", "tint", "Thank-you to send", ""),
        ("Old Mill", "They named a day and it went by", "bad", "Overdue", "alert-triangle"),
    ):
        row, texts = QHBoxLayout(), QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(name, "strong"))
        texts.addWidget(ElidedLabel(detail, "small"))
        row.addLayout(texts, 1)
        row.addWidget(Chip(words, tone, sign))  # type: ignore[arg-type]
        row.addWidget(quiet_button("Write"))
        card.body.addLayout(row)
        card.body.addWidget(Divider())
    columns.addWidget(card)
    side = Card()
    side.body.addWidget(SectionTitle("How did it feel?"))
    bar = ChoiceBar(
        [("aced", "I aced it"), ("some slips", "Some slips"), ("bombed", "I bombed"), ("no idea", "No idea")],
        "How did it feel?",
    )
    bar.set_value("some slips")
    side.body.addWidget(bar)
    flow = FlowLayout()
    for text in ("Thank you", "Interest", "Strengths", "Next step", "Something in common"):
        flow.addWidget(Chip(text, "good" if len(text) < 9 else "plain", "check" if len(text) < 9 else "circle"))
    side.body.addLayout(flow)
    progress = QProgressBar()
    progress.setValue(40)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(60)
    side.body.addWidget(progress)
    side.body.addWidget(slider)
    rows = QListWidget()
    rows.addItems(["Priya Rao", "Tom Becker", "Ana Silva"])
    rows.setCurrentRow(1)
    side.body.addWidget(rows)
    columns.addWidget(side)
    page.body.addLayout(columns)
    page.body.addStretch(1)
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    for name in ("Checklist", "Contacts", "Letters 2", "Waiting 1", "Offers", "Onward"):
        tabs.addTab(page if name == "Waiting 1" else QWidget(), name)
    tabs.setCurrentWidget(page)
    return tabs


def forms() -> QWidget:
    """A form of each sort of field."""
    page = Page()
    columns = QHBoxLayout() if hub.current.percent < 150 else QVBoxLayout()
    left = Card()
    left.body.addWidget(SectionTitle("Priya Rao"))
    contact = RecordForm(
        Contact,
        ["name", "confirmed", "said_as", "title", "position", "employer", "emails", "phones"],
        clock=CLOCK,
        columns=2,
    )
    contact.load(
        Contact(
            id="1",
            name="Priya Rao",
            confirmed=True,
            title="Dr",
            emails=("priya@northwind.example", "p.rao@home.example"),
        )
    )
    left.body.addWidget(contact)
    interview = RecordForm(Interview, ["start", "length", "format", "feeling", "wish"], clock=CLOCK, columns=2)
    interview.load(Interview(id="1", start=Moment(datetime(2026, 5, 12, 9, 0), "Europe/Berlin"), feeling="aced"))
    left.body.addWidget(interview)
    left.body.addStretch(1)
    right = Card()
    offer = RecordForm(
        Offer,
        ["base", "sign_on", "equity_schedule", "days_off", "start", "decide_by", "title"],
        clock=CLOCK,
        columns=2,
        currency="USD",
    )
    offer.load(
        Offer(
            id="1",
            base=Term(Decimal(128000), "written"),
            days_off=Term(Decimal(22)),
            start=Term(date(2026, 9, 1)),
            decide_by=date(2026, 5, 21),
        )
    )
    right.body.addWidget(offer)
    job = RecordForm(Opportunity, ["want", "strengths", "status"], clock=CLOCK)
    job.load(
        Opportunity(id="1", want="yes", strengths=(Strength("Design systems", "Two products, 40 % fewer defects"),))
    )
    right.body.addWidget(job)
    right.body.addStretch(1)
    columns.addWidget(left)
    columns.addWidget(right)
    page.body.addLayout(columns)
    page.body.addStretch(1)
    editor = offer.editor("decide_by")
    editor.line.setText("the 40th of May")  # type: ignore[attr-defined]
    editor.line.textEdited.emit("")  # type: ignore[attr-defined]
    editor.flush()
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
