"""The editor of an offer's term: what they named, and how sure it is."""

from __future__ import annotations

from typing import Any, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.records import Term
from models.records.offer import TermState
from ui.texts import tr
from ui.theme import hub
from ui.widgets.fields.choices import ChoiceEditor
from ui.widgets.fields.editor import Editor


class TermEditor(Editor):
    """A value editor and beside it said, written or confirmed. An empty value is None: nobody mentioned it."""

    def __init__(self, what: str, inner: Editor, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, help, parent)
        self.inner = inner
        self.state = ChoiceEditor(tr("{what}: how sure", what=what), get_args(TermState), quiet=True)
        keep = self.state.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.state.setSizePolicy(keep)
        self._asks = True
        self.inner.edited.connect(lambda _value: self._chosen())
        self.inner.problem.connect(self.problem)
        self.state.edited.connect(lambda _value: self._chosen())
        self.setFocusProxy(inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(hub.current.px(12))
        grows = inner.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Maximum
        row.addWidget(inner, 1 if grows else 0)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        if not grows:
            row.addStretch(1)

    def ask_how_sure(self, asks: bool) -> None:
        """Whether the state is asked for. Where it is not, as for one's own salary, the value counts as confirmed."""
        self._asks = asks
        self.state.setVisible(asks and isinstance(self._kept, Term))

    def name_parts(self, name: str) -> None:
        """The value has the field's name, the state has it with "State" behind."""
        self.inner.name_parts(name)
        self.state.name_parts(name + "State")

    def flush(self) -> bool:
        """Hand over what is pending in the value."""
        return self.inner.flush()

    def discard(self) -> None:
        """Forget what was typed and not handed over."""
        super().discard()
        self.inner.discard()

    @property
    def pending(self) -> bool:
        """Whether the value was typed and not handed over yet."""
        return self.inner.pending

    def load(self, value: Any) -> None:
        """Show a term, or nothing."""
        self._kept = value
        self._show(value)

    def _show(self, value: Any) -> None:
        self.inner.load(value.value if isinstance(value, Term) else None)
        self.state.load(value.state if isinstance(value, Term) else "said")
        self.state.setVisible(self._asks and isinstance(value, Term))

    def _read(self) -> Term[Any] | None:
        value = self.inner.value()
        if value in (None, ""):
            return None
        return Term(value, self.state.value() or "said") if self._asks else Term(value, "confirmed")
