"""The editor of a job's strengths: a claim and its proof, as many pairs as there are."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.records import Strength, field_of
from ui.texts import tr
from ui.theme import hub
from ui.widgets.buttons import icon_button, link_button
from ui.widgets.fields.editor import Editor
from ui.widgets.fields.growing import GrowingText
from ui.widgets.fields.text import bare_layout


class _Pair(QWidget):
    """One strength and its proof."""

    def __init__(self, owner: StrengthsEditor, strength: Strength) -> None:
        super().__init__()
        self.claim, self.proof = QLineEdit(strength.claim), GrowingText(least=2)
        self.proof.fill(strength.evidence)
        for field, name in ((self.claim, "claim"), (self.proof, "evidence")):
            info = field_of(Strength, name)
            field.setPlaceholderText(tr(info.help) if name == "evidence" else tr(info.label))
            field.setAccessibleName(tr(info.label))
            field.setAccessibleDescription(tr(info.help))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(hub.current.px(4))
        texts.addWidget(self.claim)
        texts.addWidget(self.proof)
        row.addLayout(texts, 1)
        row.addWidget(icon_button("x", tr("Remove this strength"), lambda: owner.remove(self)))

    def strength(self) -> Strength:
        """What stands there."""
        return Strength(self.claim.text().strip(), self.proof.toPlainText().strip())


class StrengthsEditor(Editor):
    """A tuple of Strength; an empty pair counts for nothing."""

    def __init__(self, what: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, help, parent)
        self._pairs: list[_Pair] = []
        layout = bare_layout(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(hub.current.px(10))
        layout.addLayout(self._column)
        self.add = link_button(tr("Add a strength"), self._add_empty, "plus", "addStrengthButton")
        layout.addWidget(self.add)

    def _add_empty(self) -> None:
        self._insert(Strength()).claim.setFocus()

    def _insert(self, strength: Strength) -> _Pair:
        pair = _Pair(self, strength)
        pair.claim.textEdited.connect(lambda _text: self._typed())
        pair.proof.typed.connect(self._typed)
        for field in (pair.claim, pair.proof):
            self._fields.append(field)
        pair.claim.editingFinished.connect(self._leaving)
        pair.proof.left.connect(self._leaving)
        pair.claim.setObjectName(f"strength{len(self._pairs) + 1}Claim")
        pair.proof.setObjectName(f"strength{len(self._pairs) + 1}Proof")
        self._pairs.append(pair)
        self._column.addWidget(pair)
        return pair

    def remove(self, pair: _Pair) -> None:
        """Take one pair away and hand over the rest."""
        self._drop(pair)
        self.add.setFocus()
        self._chosen()

    def _drop(self, pair: _Pair) -> None:
        self._pairs.remove(pair)
        self._fields = [field for field in self._fields if field not in (pair.claim, pair.proof)]
        self._column.removeWidget(pair)
        pair.hide()
        pair.deleteLater()

    def name_parts(self, name: str) -> None:
        """The pairs are named as they are made."""
        self.setObjectName(name)

    def _tell(self, sentence: str) -> None:
        """Every text is allowed here."""

    def _show(self, value: Any) -> None:
        if self._read() == tuple(value or ()):
            return
        for pair in list(self._pairs):
            self._drop(pair)
        for strength in value or ():
            self._insert(strength)

    def _read(self) -> tuple[Strength, ...]:
        found = (pair.strength() for pair in self._pairs)
        return tuple(strength for strength in found if strength.claim or strength.evidence)
