"""The passes of a proofreader as a quiet row below the letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.findings import Finding, Pass
from models.proofreading.passes import NEEDED, PASSES, PassInfo, pass_state
from models.records import Letter
from models.texts import QT_TRANSLATE_NOOP
from ui.texts import tr
from ui.theme import mark, tokens
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

SHORT: dict[Pass, str] = {
    "facts": QT_TRANSLATE_NOOP("encore", "Facts"),
    "spelling": QT_TRANSLATE_NOOP("encore", "Spelling"),
    "grammar": QT_TRANSLATE_NOOP("encore", "Grammar"),
    "tone": QT_TRANSLATE_NOOP("encore", "Tone"),
    "aloud": QT_TRANSLATE_NOOP("encore", "Read aloud"),
    "backwards": QT_TRANSLATE_NOOP("encore", "Backwards"),
    "eyes": QT_TRANSLATE_NOOP("encore", "Fresh eyes"),
}


class PassRow(QWidget):
    """`chosen(pass)`: the user has done a pass, or wants to see what one found."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("passes")
        self.setAccessibleName(tr("Proofreading passes"))
        flow = FlowLayout(self, tokens.TINY)
        self._buttons: dict[str, Button] = {}
        for info in PASSES:
            button = Button(tr(SHORT[info.id]), "pass", "circle")
            button.setObjectName(f"pass_{info.id}")
            button.setToolTip(tr(info.what_to_do))
            button.clicked.connect(lambda _on=False, name=info.id: self.chosen.emit(name))
            self._buttons[info.id] = button
            flow.addWidget(button)

    def show_letter(self, letter: Letter, text: str, findings: Sequence[Finding]) -> None:
        """How each pass stands for exactly this text."""
        for info in PASSES:
            icon_name, state = self._state(info, letter, text, findings)
            button = self._buttons[info.id]
            button.show_icon(icon_name)
            button.setAccessibleName(f"{tr(info.title)}: {state}")
            button.setToolTip(f"{tr(info.what_to_do)} ({state})")
            mark(button, state=icon_name)

    def _state(self, info: PassInfo, letter: Letter, text: str, findings: Sequence[Finding]) -> tuple[str, str]:
        if info.id in NEEDED:
            grave = sum(one.passed == info.id and one.severity in ("block", "fix") for one in findings)
            if pass_state(letter, info.id, text) == "waived":
                return "minus", tr("left out")
            return (
                ("circle-alert", tr("{count} to mend", count=grave)) if grave else ("circle-check", tr("nothing found"))
            )
        match pass_state(letter, info.id, text):
            case "green":
                return "circle-check", tr("done on this text")
            case "stale":
                return "refresh-cw", tr("changed since")
            case "waived":
                return "minus", tr("left out")
            case _:
                return "circle", tr("not yet; yours to do if you like, nothing waits for it")
