"""How one offer does on each thing that matters: a score from 0 to 10 and a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.clock import Clock
from models.records import Criterion, Score
from ui.tabs.offers.keeping import Keeper
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.headings import label
from ui.widgets.record_form import RecordForm

KeepScore = Callable[[str, str, object], object]


class Scores(QWidget):
    """One form a criterion. `keep(criterion id, field, value)` is called for each edit and may raise."""

    def __init__(self, clock: Clock, keep: KeepScore) -> None:
        super().__init__()
        self.setObjectName("scores")
        self._clock, self._keep = clock, keep
        self._shown: list[tuple[str, str]] = []
        self._keepers: dict[str, Keeper] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(hub.current.px(tokens.LARGE))
        self._none = label(tr("Name below the table what matters to you; then score it here."), "small", wrap=True)
        self._column.addWidget(self._none)

    def show_scores(self, offer_id: str, criteria: Sequence[Criterion], scores: Sequence[Score]) -> None:
        """This offer's scores; the forms stay while the criteria are the same."""
        shape = [(criterion.id, criterion.name) for criterion in criteria]
        if shape != self._shown:
            self.flush()
            self._build(criteria)
            self._shown = shape
        given = {score.criterion: score for score in scores if score.offer == offer_id}
        for criterion in criteria:
            blank = Score(id=f"{offer_id}/{criterion.id}")
            self._keepers[criterion.id].load(given.get(criterion.id, blank))
        self._none.setVisible(not criteria)

    def _build(self, criteria: Sequence[Criterion]) -> None:
        for keeper in self._keepers.values():
            self._column.removeWidget(keeper.form)
            keeper.form.hide()
            keeper.form.deleteLater()
        self._keepers.clear()
        for number, criterion in enumerate(criteria):
            labels = {"value": tr("{name}, 0 to 10", name=criterion.name), "reason": tr("Because")}
            form = RecordForm(Score, ("value", "reason"), clock=self._clock, labels=labels)
            form.setObjectName(f"score_form_{number}")
            for name, called in (("value", f"score_{number}"), ("reason", f"score_reason_{number}")):
                form.editor(name).name_parts(called)
            for part in form.editor("value").findChildren(QWidget, f"score_{number}"):
                part.setAccessibleName(labels["value"])
            for part in form.editor("reason").findChildren(QWidget, f"score_reason_{number}"):
                part.setAccessibleName(tr("{name}: because", name=criterion.name))
            self._keepers[criterion.id] = Keeper(form, self._kept(criterion.id))
            self._column.addWidget(form)

    def _kept(self, criterion_id: str) -> Callable[[str, object], object]:
        return lambda name, value: self._keep(criterion_id, name, value)

    def focus_on(self, criterion_id: str) -> None:
        """Put the caret into that score."""
        if criterion_id in self._keepers:
            self._keepers[criterion_id].form.focus_on("value")

    def flush(self) -> None:
        """Hand over what is typed."""
        for keeper in self._keepers.values():
            keeper.form.flush()
