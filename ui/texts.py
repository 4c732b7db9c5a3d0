"""Every text of the window passes through here: translated, then filled in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from models.formats import Formatter, Sentence, render
from ui.locale_formatter import LocaleFormatter

CONTEXT = "encore"


def tr(text: str, /, **values: object) -> str:
    """The text in the user's language; `{name}` gaps are filled after translation, so never hand in an f-string."""
    translated = QCoreApplication.translate(CONTEXT, text) if text else ""
    return translated.format(**values) if values else translated


def show(sentence: Sentence, formatter: Formatter | None = None) -> str:
    """A sentence from the models as this user reads it: translated, with dates and money by locale."""
    return render(sentence, formatter or LocaleFormatter(), _translate)


def _translate(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


class PseudoTranslator(QTranslator):
    """Makes every text twice as long and brackets it, to see what forgot `tr` and what does not fit."""

    def __init__(self, parent: QObject | None = None, change: Callable[[str], str] | None = None) -> None:
        super().__init__(parent)
        self._change = change or lengthened

    def translate(  # type: ignore[override]
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1, /
    ) -> str | None:
        """The source text, changed. None: texts of Qt itself stay as they are; an empty text would take their place."""
        return self._change(source) if context == CONTEXT else None

    def isEmpty(self) -> bool:
        """Never empty: it answers every text."""
        return False


def lengthened(text: str) -> str:
    """Twice as long, in brackets, gaps untouched: "[Saved ~~~~~]"."""
    return f"[{text} {'~~~~ ' * max(1, (len(text) - 3) // 5)}]"
