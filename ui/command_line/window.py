"""The words that the window understands on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ui.command_line import VERBS
from ui.command_line.parser import Parser, folder
from ui.version import VERSION

VERBS_HELP = f"""\
without a window:
  encore check LETTER.txt      read a letter for names, spelling, grammar and tone
  encore plan --interview DATE when to write, when to ask, when to let go
  encore compare OFFERS.json   two or more offers side by side
  Each of {", ".join(VERBS)} explains itself with --help.
"""


class Options(NamedTuple):
    """What the window was asked for on the command line."""

    data_dir: Path | None = None
    self_test: bool = False
    tour: Path | None = None


def options_from(words: Sequence[str]) -> Options:
    """The options of the window; a wrong one ends here with a sentence and exit code 2."""
    parser = Parser("encore", "What to do after a job interview: thank, wait, weigh the offers, go on.", VERBS_HELP)
    parser.add_argument("--data-dir", type=folder, metavar="DIR", help="keep the records in DIR")
    parser.add_argument("--version", action="version", version=f"Encore {VERSION}")
    parser.add_argument("--self-test", action="store_true", help="check that this copy of Encore works, and end")
    parser.add_argument(
        "--tour", type=folder, metavar="DIR", help="play the sample story into pictures and PDFs in DIR"
    )
    options, unknown = parser.parse_known_args(list(words))
    if unknown:
        verbs = ", ".join(VERBS)
        parser.error(f"“{unknown[0]}” is not known here, expected an option or one of {verbs} as the first word")
    return Options(options.data_dir, options.self_test, options.tour)
