"""Encore: what to do after a job interview. Starts the window, or one of the verbs that need none.

Arguments, paths, log, crash hook, then the window; nothing here decides anything about the user's records.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import BadInput
from ui import command_line, crash, log, paths, screen
from ui.command_line.output import complain, use_utf8

if TYPE_CHECKING:
    from models.library import Library

VERBS_HELP = f"""\
without a window:
  encore check LETTER.txt      read a letter for names, spelling, grammar and tone
  encore plan --interview DATE when to write, when to ask, when to let go
  encore compare OFFERS.json   two or more offers side by side
  Each of {", ".join(command_line.VERBS)} explains itself with --help.
"""


class Options(NamedTuple):
    """What the window was asked for on the command line."""

    data_dir: Path | None = None
    self_test: bool = False
    tour: Path | None = None


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code: 0 done, 2 bad input, 1 any other failure."""
    words = sys.argv[1:] if words is None else words
    use_utf8()
    if words and words[0] in command_line.VERBS:
        return command_line.run(words)
    options = options_from(words)
    if options.self_test:
        from ui import selftest  # noqa: PLC0415 - only when asked for

        screen.use_utf8_locale()
        return command_line.guarded(selftest.run)
    return command_line.guarded(lambda: start(options))


def options_from(words: Sequence[str]) -> Options:
    """The options of the window; a wrong one ends here with a sentence and exit code 2."""
    if not words:  # as most people start it
        return Options()
    from ui.command_line.parser import Parser, folder  # noqa: PLC0415 - argparse is only needed for words
    from ui.version import VERSION  # noqa: PLC0415

    parser = Parser("encore", "What to do after a job interview: thank, wait, weigh the offers, go on.", VERBS_HELP)
    parser.add_argument("--data-dir", type=folder, metavar="DIR", help="keep the records in DIR")
    parser.add_argument("--version", action="version", version=f"Encore {VERSION}")
    parser.add_argument("--self-test", action="store_true", help="check that this copy of Encore works, and end")
    parser.add_argument(
        "--tour", type=folder, metavar="DIR", help="play the sample story into pictures and PDFs in DIR"
    )
    options, unknown = parser.parse_known_args(list(words))
    if unknown:
        verbs = ", ".join(command_line.VERBS)
        parser.error(f"“{unknown[0]}” is not known here, expected an option or one of {verbs} as the first word")
    return Options(options.data_dir, options.self_test, options.tour)


def start(options: Options) -> int:
    """Open the tour or the window; Qt is loaded here and not before."""
    if options.tour:
        pictures = folder_for(options.tour)
        screen.use_utf8_locale()
        from ui import tour  # noqa: PLC0415 - loads Qt

        return tour.run(pictures)
    screen.require()
    gc.disable()  # nothing that a start makes is garbage; ui.app turns it on again after the first picture
    data = folder_for(options.data_dir or paths.default_data_dir())
    log.start(data)
    crash.install(lambda text, details: complain(text or details))
    library = library_in(data)
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
