"""The verbs without a window: each is a module here with NAME, add(parser) and run(arguments), imported when asked for.

A verb prints its answer, raises BadInput for input it cannot use, and returns its exit code. This dispatcher turns every
failure into one sentence on stderr: exit 2 for bad input, 1 for anything else.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from models.errors import BadInput, EncoreError
from ui.command_line.output import BAD_INPUT, complain, give_up

if TYPE_CHECKING:
    from ui.command_line.parser import Parser

VERBS = ("check", "plan", "compare")


def run(words: Sequence[str]) -> int:
    """Do what ``words`` (the verb and its arguments) ask and return the exit code."""
    from ui.command_line.parser import Parser  # noqa: PLC0415 - the window starts without argparse

    verb = importlib.import_module(f"{__name__}.{words[0]}")
    parser = Parser(f"encore {verb.NAME}", (verb.__doc__ or "").strip())
    return guarded(lambda: _parse_and_run(verb.add, verb.run, parser, words[1:]))


def guarded(work: Callable[[], int]) -> int:
    """`work`'s exit code, with every failure told in one sentence instead of a traceback.

    ENCORE_TRACEBACK=1 in the environment lets the unforeseen ones through, for whoever mends them.
    """
    try:
        code = work()
        if sys.stdout is not None:  # a windowed bundle has none
            sys.stdout.flush()
    except BadInput as error:
        complain(str(error))
        return BAD_INPUT
    except EncoreError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # The reader (head, less) has seen enough; nothing more may be written, not even when Python closes.
        if sys.stdout is not None:
            give_up(sys.stdout)
        return 1
    except OSError as error:
        complain(f"{error.filename or 'The output'} cannot be used: {(error.strerror or 'unknown reason').lower()}.")
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("ENCORE_TRACEBACK"):
            raise
        import traceback  # noqa: PLC0415 - seldom needed

        frame = traceback.extract_tb(error.__traceback__)[-1]
        complain(
            f"Encore failed in a way nobody foresaw ({type(error).__name__} in {frame.name}, line {frame.lineno})."
        )
        return 1
    return code


def _parse_and_run(add: Callable[..., None], do: Callable[..., int], parser: Parser, words: Sequence[str]) -> int:
    add(parser)
    return do(parser.parse_args(list(words)))
