"""What each menu entry does. The window holds the parts; this holds the verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.settings import TEXT_SIZES, update_settings
from ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from ui.actions import Handlers
    from ui.context import AppContext
    from ui.frame.quitting import Quitting
    from ui.main_window import MainWindow

THEMES = {"theme_system": "system", "theme_light": "light", "theme_dark": "dark", "theme_contrast": "high contrast"}


class Commands:
    """The methods behind ACTIONS, by their ids."""

    def __init__(self, window: MainWindow, context: AppContext) -> None:
        self.window = window
        self.context = context
        self._quitting: Quitting | None = None

    def handlers(self) -> Handlers:
        """Every action's method."""
        handlers: Handlers = {
            "new_interview": lambda: self.context.show("checklist", "interviews", "new"),
            "just_finished": lambda: self.context.show("checklist", "interviews", "just finished"),
            "add_sample": self.add_sample,
            "remove_sample": self.remove_sample,
            "save_copy": self.save_copy,
            "bring_back": self.bring_back_copy,
            "show_file": self.show_file,
            "quit": self.window.close,
            "undo": self.undo,
            "redo": self.redo,
            "history": self.open_history,
            "search": self.open_search,
            "details": self.open_details,
            "larger": lambda: self.change_text_size(1),
            "smaller": lambda: self.change_text_size(-1),
            "usual_size": lambda: self.change_settings(text_size=TEXT_SIZES[0]),
            "help": self.open_help,
            "shortcuts": self.open_shortcuts,
            "about": self.open_about,
        }
        for action_id, name in THEMES.items():
            handlers[action_id] = lambda name=name: self.change_settings(theme=name)
        return handlers

    # -- taking back ----------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back and say which."""
        self.window.flush()
        label = self.context.library.undo()
        if label:
            self.context.say(tr("Taken back: {label}", label=tr(label)))

    def redo(self) -> None:
        """Do it again and say what."""
        self.window.flush()
        label = self.context.library.redo()
        if label:
            self.context.say(tr("Done again: {label}", label=tr(label)))

    # -- settings -------------------------------------------------------------------------------------------------

    def change_settings(self, **changes: object) -> None:
        """One step that changes the program's settings."""
        update_settings(self.context.library, **changes)

    def change_text_size(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) text size."""
        size = self.context.settings.text_size
        steps = [step for step in TEXT_SIZES if (step > size if direction > 0 else step < size)]
        if steps:
            self.change_settings(text_size=steps[0] if direction > 0 else steps[-1])

    # -- files ----------------------------------------------------------------------------------------------------

    def save_copy(self) -> bool:
        """Write everything, also what is not saved yet, to a file of the user's choice."""
        from ui.frame.copies import write_copy  # noqa: PLC0415 - only needed when asked for

        self.window.flush()
        return write_copy(self.context, self.window)

    def bring_back_copy(self) -> None:
        """Make everything as it is in a copy, after a look at it."""
        from ui.frame.copies import bring_back  # noqa: PLC0415 - only needed when asked for

        self.window.flush()
        bring_back(self.context, self.window)

    def show_file(self) -> None:
        """Open the folder that holds the user's file."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - only needed when asked for

        self.context.open_address(QUrl.fromLocalFile(str(self.context.data_dir)).toString())

    def may_quit(self) -> bool:
        """Wait for the disk; where it refuses, ask. True when the window may close."""
        if self._quitting is None:
            from ui.frame.quitting import Quitting  # noqa: PLC0415 - needed once, at the end

            self._quitting = Quitting(self.context, self.window)
        return self._quitting.may_quit()

    # -- sample ---------------------------------------------------------------------------------------------------

    def add_sample(self) -> None:
        """Bring in the sample story, beside whatever is there."""
        from models.sample import add_sample  # noqa: PLC0415 - only needed when asked for

        interview_id = add_sample(self.context.library, self.context.resources / "sample")
        self.context.choose_interview(interview_id)
        self.context.say(tr("The sample story is in. Remove it with File, Remove the sample story."))

    def remove_sample(self) -> None:
        """Take every record of the sample story out, in one step."""
        from models.sample import remove_sample  # noqa: PLC0415 - only needed when asked for

        removed = remove_sample(self.context.library)
        self.context.say(tr("The sample story is gone.") if removed else tr("There is no sample story here."))

    # -- pages of their own ---------------------------------------------------------------------------------------

    def _use(self, dialog: QDialog) -> None:
        """Show it until it is closed, and keep nothing of it."""
        dialog.exec()
        dialog.deleteLater()

    def open_details(self) -> None:
        """The user's details and settings."""
        from ui.frame.details import DetailsDialog  # noqa: PLC0415 - built when first asked for

        self._use(DetailsDialog(self.context, self.window))

    def open_history(self) -> None:
        """What was done when, and the way back."""
        from ui.frame.history import HistoryDialog  # noqa: PLC0415 - built when first asked for

        self.window.flush()
        self._use(HistoryDialog(self.context, self.window))

    def open_search(self) -> None:
        """The palette over everything."""
        self.window.context_bar.open_search()

    def open_help(self) -> None:
        """The help page about what is on the screen."""
        from ui.frame.help import HelpDialog  # noqa: PLC0415 - built when first asked for

        self._use(HelpDialog(self.context.resources / "help", self.window.current.help_page, self.window))

    def open_shortcuts(self) -> None:
        """Every key, in a list."""
        from ui.frame.help import ShortcutsDialog  # noqa: PLC0415 - built when first asked for

        self._use(ShortcutsDialog(self.window.actions_by_id.listed(), self.window))

    def open_about(self) -> None:
        """Version, licences, and that nothing leaves this computer."""
        from ui.frame.help import AboutDialog  # noqa: PLC0415 - built when first asked for

        self._use(AboutDialog(self.context.resources, self.window))
