"""An argument parser that says what is wrong in one sentence."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from ui.command_line.output import BAD_INPUT, complain


class Parser(argparse.ArgumentParser):
    """argparse without the usage lines in front of an error and without guessed abbreviations."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """One sentence on stderr and exit code 2."""
        complain(f"{self.prog}: {message.rstrip('.')} (try {self.prog} --help).")
        raise SystemExit(BAD_INPUT)


def whole_number(text: str) -> int:
    """The type of an argument that counts something."""
    if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"expected a whole number, not “{text[:40]}”")
    return int(text)


def folder(text: str) -> Path:
    """The type of an argument that names a folder; an empty one would mean the folder one happens to be in."""
    if not text.strip():
        raise argparse.ArgumentTypeError("expected the name of a folder; it is empty")
    return Path(text)
