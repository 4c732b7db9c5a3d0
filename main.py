"""Encore: what to do after a job interview. Starts the window, or one of the verbs that need none.

Arguments, paths, log, crash hook, then the window; nothing here decides anything about the user's records.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import BadInput, EncoreError
from ui import command_line, crash, log, paths, screen
from ui.command_line.output import complain, use_utf8

if TYPE_CHECKING:
    from models.library import Library


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code: 0 done, 2 bad input, 1 any other failure."""
    words = sys.argv[1:] if words is None else words
    use_utf8()
    if words and words[0] in command_line.VERBS:
        return command_line.run(words)
    if not words:  # as most people start it
        return command_line.guarded(lambda: start(None))
    from ui.command_line.window import options_from  # noqa: PLC0415 - argparse is only needed for words

    options = options_from(words)
    if options.self_test:
        from ui import selftest  # noqa: PLC0415 - only when asked for

        screen.use_utf8_locale()
        return command_line.guarded(selftest.run)
    if options.tour is not None:
        pictures = options.tour
        return command_line.guarded(lambda: play(pictures))
    return command_line.guarded(lambda: start(options.data_dir))


def play(folder: Path) -> int:
    """The tour, into that folder."""
    pictures = folder_for(folder)
    screen.use_utf8_locale()
    from ui import tour  # noqa: PLC0415 - loads Qt

    return tour.run(pictures)


def start(folder: Path | None) -> int:
    """Open the window over the library in that folder, or in the usual place; Qt is loaded here and not before."""
    screen.require()
    os.umask(0o077)  # what the window writes is the user's alone
    gc.disable()  # nothing that a start makes is garbage; ui.app turns it on again after the first picture
    data = folder_for(folder or paths.default_data_dir())
    with contextlib.suppress(OSError):  # a folder that can only be read opens, without a log
        log.start(data)
    crash.install(lambda text, details: complain(text or details))
    try:
        library = library_in(data)
    except EncoreError as error:
        from ui import app, prompts  # noqa: PLC0415 - loads Qt

        app.tell_failed_start(str(error), prompts.Prompts())
        raise
    if library is None:
        return 0
    # After the models: PySide looks into the source of each module that is imported after it.
    from ui import app  # noqa: PLC0415 - loads Qt

    return app.run(library, data)


def library_in(folder: Path) -> Library | None:
    """The library of that folder; None where a window holds it already, which is asked to come forward."""
    from models.clock import SystemClock  # noqa: PLC0415 - the verbs need none of this
    from models.library import Library  # noqa: PLC0415
    from models.storage import FolderInUse, Store, ask_to_raise  # noqa: PLC0415

    clock = SystemClock()
    try:
        return Library(Store.open(folder, clock), clock)
    except FolderInUse:
        ask_to_raise(folder)
        return None


def folder_for(path: Path) -> Path:
    """The folder at `path`, made where it is missing and for its owner only."""
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (FileExistsError, NotADirectoryError):
        raise BadInput(f"{path} is a file; expected a folder.") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "the name is not one a folder can have").lower()
        raise BadInput(f"{path} cannot be used ({reason}); expected a folder that takes files.") from None
    return path.resolve()


if __name__ == "__main__":
    sys.exit(main())
