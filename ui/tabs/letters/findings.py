"""The findings beside the letter: in reading order, each with its reason and its fixes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.findings import Finding, Severity
from models.texts import QT_TRANSLATE_NOOP
from ui.texts import tr
from ui.theme import Tone, hub, tokens
from ui.widgets.buttons import link_button, quiet_button
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import label

WORDS: dict[Severity, tuple[str, Tone]] = {
    "block": (QT_TRANSLATE_NOOP("encore", "before sending"), "bad"),
    "fix": (QT_TRANSLATE_NOOP("encore", "mend"), "bad"),
    "check": (QT_TRANSLATE_NOOP("encore", "look"), "warn"),
    "consider": (QT_TRANSLATE_NOOP("encore", "consider"), "plain"),
}
SHOWN, FIXES = 20, 3
SIGNATURE = "signature"
ELSEWHERE = {
    SIGNATURE: ("details", QT_TRANSLATE_NOOP("encore", "Open my details")),
    "name-unconfirmed": ("contact", QT_TRANSLATE_NOOP("encore", "Open the contact")),
    "address-doubt": ("contact", QT_TRANSLATE_NOOP("encore", "Open the contact")),
    "impersonal": ("contact", QT_TRANSLATE_NOOP("encore", "Open their cards")),
}
"""Findings that are mended on another page: which, and the words on the button."""


class FindingItem(QWidget):
    """One remark."""

    def __init__(self, number: int, finding: Finding, findings: FindingList) -> None:
        super().__init__()
        word, tone = WORDS[finding.severity]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(hub.current.px(tokens.TINY))
        top = QWidget()
        flow = FlowLayout(top, tokens.TINY)
        flow.addWidget(Chip(tr(word), tone))
        text = " ".join(finding.text.split())
        if text and finding.rule != SIGNATURE:
            show = link_button(text if len(text) < 34 else f"{text[:32]}…", name=f"finding_{number}")
            show.setAccessibleName(tr("Show “{text}” in the letter", text=text))
            show.clicked.connect(lambda: findings.shown.emit(finding))
            flow.addWidget(show)
        column.addWidget(top)
        column.addWidget(label(finding.message, "small", wrap=True))
        bottom = QWidget()
        fixes = FlowLayout(bottom, tokens.TINY)
        for place, fix in enumerate(finding.fixes[:FIXES]):
            signs = finding.rule == SIGNATURE
            button = quiet_button(
                tr("Add my signature") if signs else fix or tr("Take it out"), name=f"fix_{number}_{place}"
            )
            if not signs:
                button.setAccessibleName(tr("Replace “{old}” with “{new}”", old=text, new=fix))
            button.clicked.connect(lambda _on=False, fix=fix: findings.mended.emit(finding, fix))
            fixes.addWidget(button)
        if finding.rule in ELSEWHERE and not finding.fixes:
            where, words = ELSEWHERE[finding.rule]
            there = quiet_button(tr(words), lambda: findings.wanted.emit(where), name=f"there_{number}")
            fixes.addWidget(there)
        leave = link_button(tr("Leave it"), name=f"leave_{number}")
        leave.setAccessibleName(tr("Leave “{text}” as it is", text=text or finding.message))
        leave.clicked.connect(lambda: findings.left.emit(finding))
        fixes.addWidget(leave)
        column.addWidget(bottom)


class FindingList(QWidget):
    """`shown(finding)`, `mended(finding, fix)`, `left(finding)` and `wanted(place)` follow the user."""

    shown = Signal(object)
    mended = Signal(object, str)
    left = Signal(object)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.MEDIUM))
        self._items: list[QWidget] = []
        self._shown: tuple[Finding, ...] | None = None

    def show_findings(self, findings: Sequence[Finding], *, reading: bool) -> None:
        """Show the remarks; praise is the lights' business. `reading`: the letter is being read right now."""
        worth = tuple(finding for finding in findings if finding.severity in WORDS)
        if worth == self._shown and not (reading and not worth):
            return
        self._shown = worth
        for item in self._items:
            self._column.removeWidget(item)
            item.deleteLater()
        self._items = [FindingItem(number, finding, self) for number, finding in enumerate(worth[:SHOWN])]
        if len(worth) > SHOWN:
            self._items.append(label(tr("{count} more below these.", count=len(worth) - SHOWN), "small"))
        if not worth:
            nothing = tr("Nothing found. Read it aloud once more all the same.")
            self._items.append(label(tr("Reading…") if reading else nothing, "small", wrap=True, name="nothing_found"))
            self._shown = None if reading else worth
        for item in self._items:
            self._column.addWidget(item)
