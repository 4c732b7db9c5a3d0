"""House numbers: the published odds as a picture with its words, and the user's own beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.onward import Funnel, HouseNumbers
from ui.locale_formatter import LocaleFormatter
from ui.tabs.onward.painted import Dots
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import SectionTitle, label


class HouseNumbersView(QWidget):
    """Dots, two sentences, three counts, and where the figures come from."""

    def __init__(self, numbers: HouseNumbers) -> None:
        super().__init__()
        self.setObjectName("house_numbers")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionTitle(tr("House numbers")))
        self.dots = Dots()
        self.dots.show_numbers(numbers.applications, numbers.interviewed, numbers.hired, show(numbers.sentence))
        self._column.addWidget(self.dots)
        self._column.addWidget(label(show(numbers.sentence), wrap=True, name="house_sentence"))
        self._column.addWidget(label(show(numbers.chance), tone="muted", wrap=True, name="house_chance"))
        self.counts = Counts()
        self._column.addWidget(self.counts)
        self.none_yet = label(tone="muted", wrap=True, name="funnel_none")
        self._column.addWidget(self.none_yet)
        self._column.addWidget(label(tr(numbers.caveat), "caption", wrap=True, name="house_caveat"))
        self._column.addWidget(label(tr("Source: {source}", source=numbers.source), "caption", wrap=True))
        self._space()
        hub.changed.connect(self._space)

    def show_own(self, funnel: Funnel) -> None:
        """The user's numbers."""
        self.counts.setVisible(funnel.applied > 0)
        self.counts.show_funnel(funnel)
        self.none_yet.setText(show(funnel.sentence))
        self.none_yet.setVisible(not funnel.applied)

    def _space(self) -> None:
        self._column.setSpacing(hub.current.px(tokens.SMALL + 2))


class Counts(QWidget):
    """Three numbers in a row, each with its word below; a share only where there are enough cases."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("own_funnel")
        flow = FlowLayout(self, gap=tokens.HUGE)
        self._parts = [Count() for _ in range(3)]
        for part in self._parts:
            flow.addWidget(part)

    def show_funnel(self, funnel: Funnel) -> None:
        """So many of each."""
        applied, interviewed, offers = self._parts
        applied.say(funnel.applied, tr("you applied for"))
        interviewed.say(funnel.interviewed, with_share(tr("interviewed you"), funnel.interviewed_share))
        offers.say(funnel.offers, with_share(tr("made an offer"), funnel.offers_share))
        self.setAccessibleName(show(funnel.sentence))


class Count(QWidget):
    """A number and its word."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._number, self._word = label("", "title"), label("", "small")
        column.addWidget(self._number)
        column.addWidget(self._word)

    def say(self, number: int, word: str) -> None:
        """Another number and word."""
        self._number.setText(LocaleFormatter().number(number))
        self._word.setText(word)


def with_share(word: str, share: int | None) -> str:
    """The word, and behind it the share where there are cases enough."""
    return word if share is None else tr("{what}, {share}%", what=word, share=share)
