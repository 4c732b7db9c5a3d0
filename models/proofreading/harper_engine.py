"""Harper behind one door: the only module that imports it, and the place where each of its traps is handled.

- A Linter belongs to one thread ("Already borrowed" otherwise): every thread gets its own, one a dialect.
- A rule prints to the standard output, and a broken output makes it panic: descriptor 1 points elsewhere meanwhile.
- A panic is a BaseException: it is caught by name, the Linter is thrown away and built again.
- A wrong setting makes Harper find nothing at all: each new Linter must first find a known mistake (the canary).
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import TYPE_CHECKING

from models.proofreading.engine import EngineUnavailable, Kind, RawLint, with_possessives
from models.proofreading.harper_rules import OFF, RELIABLE_KINDS, RELIABLE_RULES, UNSURE_RULES

if TYPE_CHECKING:
    from harper import Lint, Linter

CANARY = "I recieved the lettter on monday."
_DIALECTS = {
    "": "AMERICAN",
    "US": "AMERICAN",
    "UK": "BRITISH",
    "Canadian": "CANADIAN",
    "Australian": "AUSTRALIAN",
    "Indian": "INDIAN",
}
_STYLE = frozenset({"Style", "Readability", "Enhancement", "Redundancy", "Regionalism", "Formatting"})
_output = threading.Lock()


class HarperEngine:
    """The engine Encore is built around. Loading takes about half a second, at the first `check`."""

    def __init__(self) -> None:
        self._words: frozenset[str] = frozenset()
        self._mine = threading.local()

    @property
    def name(self) -> str:
        """Name and version of the package in use."""
        try:
            return f"harper-py {metadata.version('harper-py')}"
        except metadata.PackageNotFoundError:
            return "harper-py"

    @property
    def notice(self) -> str:
        """Nothing to tell."""
        return ""

    def learn(self, words: Iterable[str]) -> None:
        """From now on exactly these words and their possessives are correct; takes effect at the next check."""
        self._words = with_possessives(words)

    def check(self, text: str, dialect: str) -> list[RawLint]:
        """Harper's remarks in reading order. A panic costs that text its remarks once it has come twice."""
        for _attempt in range(2):
            linter = self._linter(dialect)
            try:
                with _quiet_output():
                    found = linter.organized_lints(text, language="plaintext", dedup=False)
                    lints = [_raw(rule, lint) for rule, group in found.items() for lint in group]
            except BaseException as error:
                if not _is_panic(error):
                    raise
                self._linters().clear()
                continue
            return sorted(lints, key=lambda lint: (lint.start, lint.end))
        raise EngineUnavailable("The grammar checker stumbled over this text twice. Spelling was not checked.")

    def _linters(self) -> dict[str, tuple[Linter, frozenset[str]]]:
        if not hasattr(self._mine, "linters"):
            self._mine.linters = {}
        linters: dict[str, tuple[Linter, frozenset[str]]] = self._mine.linters
        return linters

    def _linter(self, dialect: str) -> Linter:
        linter, known = self._linters().get(dialect) or (_build(dialect), frozenset[str]())
        wanted = self._words
        if known != wanted:
            linter.clear_words()
            linter.import_words(sorted(wanted))
        self._linters()[dialect] = (linter, wanted)
        return linter


def _build(dialect: str) -> Linter:
    """A Linter with our settings that has found the canary. Raises EngineUnavailable."""
    try:
        import harper  # noqa: PLC0415

        linter = harper.Linter(getattr(harper.Dialect, _DIALECTS.get(dialect, "AMERICAN")))
        known = linter.get_lint_config()
        linter.set_lint_config({**known, **{rule: False for rule in OFF if rule in known}})
        with _quiet_output():
            misspelt = linter.organized_lints(CANARY, language="plaintext").get("SpellCheck", [])
    except Exception as error:
        raise EngineUnavailable(f"The grammar checker cannot be loaded: {error}.") from error
    except BaseException as error:
        if not _is_panic(error):
            raise
        raise EngineUnavailable("The grammar checker stopped while it was loading.") from error
    if len(misspelt) < 2:
        raise EngineUnavailable("The grammar checker does not find a mistake that it must find.")
    return linter


def _is_panic(error: BaseException) -> bool:
    """Whether the engine itself broke. Ctrl+C, SystemExit and our own errors are none of that."""
    return type(error).__name__ == "PanicException" or (isinstance(error, RuntimeError) and "borrowed" in str(error))


def _raw(rule: str, lint: Lint) -> RawLint:
    fixes: list[str] = []
    for suggestion in lint.suggestions:
        kind = int(suggestion.kind)
        fix = suggestion.replacement_text
        fixes.append("" if kind == 1 else lint.problem_text + fix if kind == 2 else fix)
    return RawLint(
        rule=rule,
        kind=_kind(rule, lint.lint_kind),
        start=lint.span.start,
        end=lint.span.end,
        message=lint.message,
        fixes=tuple(dict.fromkeys(fixes)),
        reliable=rule in RELIABLE_RULES or (lint.lint_kind in RELIABLE_KINDS and rule not in UNSURE_RULES),
    )


def _kind(rule: str, harpers: str) -> Kind:
    if rule == "SpellCheck":
        return "spelling"
    return "style" if harpers in _STYLE else "grammar"


@contextlib.contextmanager
def _quiet_output() -> Iterator[None]:
    """Descriptor 1 leads nowhere for as long as the engine works; one thread at a time, put back whatever happens.

    Where a windowed program has no descriptor 1 there is nothing to guard: the engine's own library takes that well.
    """
    with _output:
        with contextlib.suppress(AttributeError, OSError, ValueError):
            sys.stdout.flush()
        try:
            kept = os.dup(1)
        except OSError:
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 1)
            yield
        finally:
            os.dup2(kept, 1)
            os.close(nowhere)
            os.close(kept)
