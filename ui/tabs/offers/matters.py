"""What matters to you: things with a weight, some of them a must, and what the scores say about them together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from models.records import Criterion
from ui.texts import tr
from ui.theme import hub, mark, tokens
from ui.widgets.beside import Beside
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields.numbers import NumberEditor
from ui.widgets.fields.text import LineEditor
from ui.widgets.headings import SectionTitle, label

SETTLES_MS = 120
WIDEST = 720


class WeightSlider(QSlider):
    """The wheel scrolls the page."""

    def __init__(self, says: str, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setRange(0, 100)
        self.setPageStep(10)
        self._fit()
        hub.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedWidth(hub.current.px(170))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ShortNumber(NumberEditor):
    """A number of three figures."""

    def _fit(self) -> None:
        self.line.setFixedWidth(3 * hub.current.digit_width() + hub.current.px(28))


class CriterionRow(Beside):
    """One thing that matters. Sends wishes: `changed(field, value)` and `removed`."""

    changed = Signal(str, object)
    removed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__(least=220)
        self.setObjectName(f"criterion_row_{number}")
        self.name = LineEditor(tr("What matters"))
        self.name.name_parts(f"criterion_{number}")
        self.name.edited.connect(lambda value: self.changed.emit("name", value))
        mark(self.name.line, kind="quiet")
        self.main.addWidget(self.name)
        self.slider = WeightSlider(tr("Weight"), f"weight_slider_{number}")
        self.slider.valueChanged.connect(self._slid)
        self.weight = ShortNumber(tr("Weight, 0 to 100"), whole=True, optional=False)
        self.weight.name_parts(f"weight_{number}")
        self.weight.edited.connect(lambda value: self.changed.emit("weight", value))
        self.must = QCheckBox(tr("Must-have"))
        self.must.setObjectName(f"must_have_{number}")
        self.must.clicked.connect(lambda on: self.changed.emit("must_have", on))
        remove = icon_button("x", tr("Remove what matters"), self.removed.emit, name=f"remove_criterion_{number}")
        for part in (self.slider, self.weight, self.must, remove):
            self.side.addWidget(part)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLES_MS)
        self._settle.timeout.connect(self._settled)

    def load(self, criterion: Criterion) -> None:
        """Show it; what is being typed or dragged stays."""
        self.name.load(criterion.name)
        self.weight.load(criterion.weight)
        self.must.setChecked(criterion.must_have)
        if not self._settle.isActive() and self.slider.value() != criterion.weight:
            self.slider.blockSignals(True)
            self.slider.setValue(criterion.weight)
            self.slider.blockSignals(False)

    def flush(self) -> None:
        """Hand over what is typed or dragged."""
        if self._settle.isActive():
            self._settle.stop()
            self._settled()
        self.name.flush()
        self.weight.flush()

    def _slid(self, value: int) -> None:
        self.weight.load(value)
        self._settle.start()

    def _settled(self) -> None:
        self.changed.emit("weight", self.slider.value())


class Matters(QWidget):
    """All of them, a line for one more, and a set to start with. The tab turns wishes into steps."""

    added = Signal(str)
    starters_wanted = Signal()
    changed = Signal(str, str, object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("matters")
        self._rows: list[tuple[str, CriterionRow]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionTitle(tr("What matters to you")))
        self._about = label("", tone="muted", wrap=True, name="matters_sentence")
        self._column.addWidget(self._about)
        self._place = QVBoxLayout()
        self._column.addLayout(self._place)
        self._column.addWidget(self._adding())
        self._space()
        hub.changed.connect(self._space)

    def _adding(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        self._new = QLineEdit()
        self._new.setObjectName("new_criterion")
        self._new.setAccessibleName(tr("Something that matters to you"))
        self._new.setPlaceholderText(tr("Something else that matters"))
        self._new.returnPressed.connect(self._add)
        row.addWidget(self._new, 1)
        row.addWidget(quiet_button(tr("Add"), self._add, "plus", name="add_criterion"))
        self._starters = quiet_button(tr("Start with the usual"), self.starters_wanted.emit, name="add_starters")
        row.addWidget(self._starters)
        row.addStretch(1)
        return whole

    def show_criteria(self, criteria: Sequence[Criterion], verdict: str) -> None:
        """The criteria as they are now, and what follows from the scores."""
        shown = [criterion_id for criterion_id, _ in self._rows]
        if shown != [criterion.id for criterion in criteria]:
            self._rebuild(criteria)
        for (_, row), criterion in zip(self._rows, criteria, strict=True):
            row.load(criterion)
        self._starters.setVisible(not criteria)
        teaching = tr(
            "Money is one part. Name what else counts, give each thing a weight, and score every offer from 0 to 10."
        )
        waiting = tr("Open an offer to score it; the sum stands in the table.")
        self._about.setText(verdict or (waiting if criteria else teaching))

    def _rebuild(self, criteria: Sequence[Criterion]) -> None:
        for _, row in self._rows:
            row.flush()
            self._place.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for number, criterion in enumerate(criteria):
            row = CriterionRow(number)
            row.changed.connect(lambda name, value, id=criterion.id: self.changed.emit(id, name, value))
            row.removed.connect(lambda id=criterion.id: self.removed.emit(id))
            self._rows.append((criterion.id, row))
            self._place.addWidget(row)

    def flush(self) -> None:
        """Hand over what is typed."""
        for _, row in self._rows:
            row.flush()

    def _add(self) -> None:
        text = self._new.text().strip()
        if text:
            self._new.clear()
            self.added.emit(text)

    def _space(self) -> None:
        px = hub.current.px
        self.setMaximumWidth(px(WIDEST))
        self._column.setSpacing(px(tokens.MEDIUM))
        self._place.setSpacing(px(tokens.SMALL))
