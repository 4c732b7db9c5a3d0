"""Beside the letter: what it achieves as lights, what was found in it, and what the draft still asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.letters.drafting import Question
from models.letters.purposes import Light
from models.texts import QT_TRANSLATE_NOOP
from ui.tabs.letters.findings import FindingList
from ui.texts import show, tr
from ui.theme import hub, icon, mark, tokens
from ui.widgets.buttons import Button, link_button
from ui.widgets.headings import label

NAMES = {
    "thanks": QT_TRANSLATE_NOOP("encore", "Thanks them"),
    "personal": QT_TRANSLATE_NOOP("encore", "Is only for them"),
    "strength": QT_TRANSLATE_NOOP("encore", "Shows a strength"),
    "missed": QT_TRANSLATE_NOOP("encore", "Adds what was unsaid"),
    "interest": QT_TRANSLATE_NOOP("encore", "Shows interest"),
    "still interested": QT_TRANSLATE_NOOP("encore", "Still interested"),
    "news": QT_TRANSLATE_NOOP("encore", "Asks how things stand"),
}


PLACES = {
    "contact": QT_TRANSLATE_NOOP("encore", "Open the contact"),
    "checklist": QT_TRANSLATE_NOOP("encore", "Open the checklist"),
    "details": QT_TRANSLATE_NOOP("encore", "Open my details"),
}


class LightButton(Button):
    """One purpose: lit when a sentence meets it; a click shows that sentence."""

    def __init__(self, number: int, light: Light) -> None:
        name = tr(NAMES.get(light.name, light.name))
        super().__init__(name, "row")
        self.setIcon(icon("circle-check", "good") if light.met else icon("circle", "muted"))
        self.setObjectName(f"light_{number}")
        hint = tr("not needed") if light.optional else (show(light.note) if light.note else tr("not yet"))
        state = tr("met") if light.met else hint
        self.setAccessibleName(f"{name}: {state}")
        self.setToolTip(tr("Show the sentence") if light.met else state)


class QuestionList(QWidget):
    """One question a line, with the page on which it is answered; `wanted(place)` follows the user."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("draft_questions")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.SMALL))
        self._parts: list[QWidget] = []
        self._shown: tuple[Question, ...] = ()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these questions."""
        if tuple(questions) == self._shown:
            return
        self._shown = tuple(questions)
        for part in self._parts:
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts = [part for number, question in enumerate(questions) for part in self._line(number, question)]
        for part in self._parts:
            self._column.addWidget(part)

    def _line(self, number: int, question: Question) -> list[QWidget]:
        text = show(question)
        parts: list[QWidget] = [label(text, "small", wrap=True, name=f"question_{number}")]
        if question.about:
            there = link_button(tr(PLACES[question.about]), name=f"answer_{number}")
            there.setAccessibleName(f"{tr(PLACES[question.about])}: {text}")
            there.clicked.connect(lambda _on=False, place=question.about: self.wanted.emit(place))
            parts.append(there)
        return parts


class Inspector(QScrollArea):
    """`light_chosen(light)` follows a click on a lit purpose, `wanted(place)` one on where to answer or mend something.
    It scrolls by itself beside the letter.
    """

    light_chosen = Signal(object)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        mark(inner, kind="page")
        self.setWidget(inner)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, hub.current.px(tokens.MEDIUM + 2), 0)
        self._column.setSpacing(hub.current.px(tokens.SMALL))
        self._title = label(tr("What it does"), "strong")
        self._title.hide()
        self._column.addWidget(self._title)
        self._lights = QVBoxLayout()
        self._lights.setSpacing(0)
        self._column.addLayout(self._lights)
        self._hint = label("", "small", wrap=True, name="light_hint")
        self._column.addWidget(self._hint)
        self._found = label(tr("Found in it"), "strong")
        self._column.addWidget(self._found)
        self.findings = FindingList()
        self.findings.wanted.connect(self.wanted.emit)
        self._column.addWidget(self.findings)
        self._asks = label(tr("Would make it better"), "strong")
        self._column.addWidget(self._asks)
        self._questions = QuestionList()
        self._questions.wanted.connect(self.wanted.emit)
        self._column.addWidget(self._questions)
        self._column.addStretch(1)
        self._shown: tuple[Light, ...] = ()
        self._buttons: list[LightButton] = []

    def show_lights(self, lights: tuple[Light, ...]) -> None:
        """Show these purposes."""
        self._title.setVisible(bool(lights))
        missing = next((light for light in lights if not light.met and not light.optional and light.note), None)
        self._hint.setText(show(missing.note) if missing and missing.note else "")
        self._hint.setVisible(missing is not None)
        if lights == self._shown:
            return
        self._shown = lights
        for button in self._buttons:
            self._lights.removeWidget(button)
            button.deleteLater()
        self._buttons = [LightButton(number, light) for number, light in enumerate(lights)]
        for button, light in zip(self._buttons, lights, strict=True):
            button.clicked.connect(lambda _on=False, light=light: self.light_chosen.emit(light))
            self._lights.addWidget(button)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """What the draft could not know."""
        self._questions.show_questions(questions)
        self._asks.setVisible(bool(questions))
        self._questions.setVisible(bool(questions))
