"""Help in the program: pages written in Markdown, the list of keys, and what Encore is made of."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.texts import tr
from ui.version import VERSION
from ui.widgets.reading_text import ReadingText

MISSING = "# Help\n\nThis page is missing from your copy of Encore."


class TextDialog(QDialog):
    """A page of text to read and close."""

    def __init__(self, title: str, markdown: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(660, 620)
        self.text = ReadingText(title)
        self.text.setObjectName("help_text")
        self.text.show_markdown(markdown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setContentsMargins(24, 8, 24, 16)
        buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)


class HelpDialog(TextDialog):
    """One help page; its links lead to the others."""

    def __init__(self, folder: Path, page: str, parent: QWidget | None = None) -> None:
        self._folder = folder
        super().__init__(tr("Help"), self._page(page), parent)
        self.setObjectName("help")
        self.text.anchorClicked.connect(self._follow)

    def _page(self, name: str) -> str:
        file = self._folder / f"{Path(name).stem}.md"
        return file.read_text(encoding="utf-8") if file.is_file() else MISSING

    def _follow(self, link: QUrl) -> None:
        self.text.show_markdown(self._page(link.fileName()))


class ShortcutsDialog(TextDialog):
    """Every key, in two columns."""

    def __init__(self, rows: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        table = "\n".join(f"| {keys} | {what} |" for what, keys in rows)
        super().__init__(
            tr("Keyboard shortcuts"),
            f"# {tr('Keyboard shortcuts')}\n\n| {tr('Key')} | {tr('What it does')} |\n|---|---|\n{table}\n",
            parent,
        )
        self.setObjectName("shortcuts")


class AboutDialog(TextDialog):
    """Version, promise and licences."""

    def __init__(self, resources: Path, parent: QWidget | None = None) -> None:
        notices = tomllib.loads((resources / "licences" / "notices.toml").read_text(encoding="utf-8"))
        rows = "\n".join(f"| {c['name']} | {c.get('version', '')} | {c['licence']} |" for c in notices["component"])
        lines = [
            f"# Encore {VERSION}",
            tr("For what comes after the interview. It works without a network and sends nothing anywhere."),
            tr("Encore is free software under the MIT licence. It stands on the work of others:"),
            f"| {tr('Work')} | {tr('Version')} | {tr('Licence')} |\n|---|---|---|\n{rows}",
            tr("Their licences lie in the program's folder, in resources/licences."),
        ]
        super().__init__(tr("About Encore"), "\n\n".join(lines), parent)
        self.setObjectName("about")
