"""Every call we make of harper-py does what we rely on; a new version that changes one of them fails here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import harper
import pytest

from models.proofreading import harper_engine
from models.proofreading.choice import best_engine
from models.proofreading.engine import Engine, EngineUnavailable, with_possessives
from models.proofreading.fallback_engine import FallbackEngine
from models.proofreading.harper_engine import HarperEngine
from models.proofreading.harper_rules import OFF, RELIABLE_KINDS, RELIABLE_RULES, UNSURE_RULES

PROJECT = Path(__file__).parents[3]


def _words(engine: Engine, text: str, dialect: str = "US") -> list[str]:
    return [text[lint.start : lint.end] for lint in engine.check(text, dialect) if lint.kind == "spelling"]


def test_this_computer_has_harper(engine: Engine) -> None:
    assert engine.name.startswith("harper-py 0.")
    assert engine.notice == ""


def test_the_calls_we_use_are_there() -> None:
    linter = harper.Linter(harper.Dialect.BRITISH)
    assert [int(kind) for kind in harper.SuggestionKind] == [0, 1, 2]
    linter.set_lint_config({**linter.get_lint_config(), "SpellCheck": False})
    assert linter.organized_lints("An odd wrod.", language="plaintext").get("SpellCheck", []) == []
    linter.set_lint_config({**linter.get_lint_config(), "SpellCheck": True})
    lint = linter.organized_lints("An odd wrod.", language="plaintext")["SpellCheck"][0]
    assert (lint.span.start, lint.span.end, lint.problem_text, lint.lint_kind) == (7, 11, "wrod", "Spelling")
    assert "word" in [suggestion.replacement_text for suggestion in lint.suggestions]
    linter.import_words(["wrod", "Rao", "Rao's"])
    assert linter.organized_lints("An odd wrod.", language="plaintext")["SpellCheck"] == []
    assert linter.organized_lints("Rao's and Rao’s desk.", language="plaintext")["SpellCheck"] == []
    linter.clear_words()
    assert len(linter.organized_lints("An odd wrod.", language="plaintext")["SpellCheck"]) == 1


def test_an_unusable_mask_finds_nothing_at_all_which_is_why_we_have_a_canary() -> None:
    with pytest.warns(UserWarning, match="mask"):
        assert not harper.Linter().organized_lints("An odd wrod.", language="plaintext", regex_mask="([")


def test_a_silent_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harper_engine, "CANARY", "There is no mistake in this sentence.")
    with pytest.raises(EngineUnavailable, match="must find"):
        HarperEngine().check("Anything.", "US")


def test_where_harper_cannot_be_loaded_the_notice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "harper", None)
    engine = best_engine()
    assert "only spelling" in engine.notice
    assert _words(engine, "I recieved it.") == ["recieved"]


def test_the_fallback_knows_taught_words_and_short_forms() -> None:
    engine = FallbackEngine()
    engine.learn(["Ortiz", "kubectl"])
    assert _words(engine, "I’m glad that Ortiz and Ortiz's team don't mind kubectl, but teh rest.") == ["teh"]
    assert engine.check("I recieved it.", "US")[0].fixes[0] == "received"


def test_rules_we_name_exist_in_this_version() -> None:
    known = set(harper.get_default_lint_config())
    assert (RELIABLE_RULES | UNSURE_RULES) - known <= {"AnA"} | (RELIABLE_RULES & OFF)
    assert len(OFF & known) >= 20
    assert "Agreement" in RELIABLE_KINDS


@pytest.mark.parametrize(
    ("dialect", "flagged"),
    [
        ("US", "colour"),
        ("UK", "color"),
        ("Canadian", "color"),
        ("Australian", "color"),
        ("Indian", "color"),
        ("", "colour"),
    ],
)
def test_each_dialect_has_its_own_spelling(engine: Engine, dialect: str, flagged: str) -> None:
    assert _words(engine, "I like the color and the colour.", dialect) == [flagged]


def test_taught_words_and_their_possessives_are_right_in_their_case_only(engine: Engine) -> None:
    engine.learn(["Rao", "Ortiz"])
    assert _words(engine, "We met Rao, saw Rao's and Rao’s desk, and Ortiz’s too.") == []
    assert _words(engine, "We met rao there.") == ["rao"]
    engine.learn([])
    assert _words(engine, "We met Rao there.") == ["Rao"]
    assert "Ortiz'" in with_possessives(["Ortiz"])


def test_each_thread_has_a_linter_of_its_own() -> None:
    engine = HarperEngine()
    found: list[int] = []

    def read() -> None:
        found.extend(len(_words(engine, "An odd wrod, and anothr.")) for _ in range(20))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 60


class PanicException(BaseException):
    """As the engine's own library raises it: no Exception."""


class _Breaking:
    """A Linter that gives way on its first texts."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def organized_lints(self, text: str, *, language: str, dedup: bool) -> dict[str, list[object]]:
        raise self.error


def _with_broken_linter(error: BaseException) -> HarperEngine:
    engine = HarperEngine()
    engine.check("Fine.", "US")
    engine._mine.linters["US"] = (_Breaking(error), frozenset())  # type: ignore[attr-defined]
    return engine


def test_after_a_panic_a_new_linter_carries_on() -> None:
    engine = _with_broken_linter(PanicException("failed printing to stdout"))
    assert _words(engine, "An odd wrod.") == ["wrod"]


def test_a_panic_that_stays_is_told_and_does_not_kill(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = HarperEngine()
    monkeypatch.setattr(harper_engine, "_build", lambda _dialect: _Breaking(PanicException("again")))
    with pytest.raises(EngineUnavailable, match="twice"):
        engine.check("An odd wrod.", "US")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)])
def test_stopping_the_program_is_never_swallowed(error: BaseException) -> None:
    with pytest.raises(type(error)):
        _with_broken_linter(error).check("An odd wrod.", "US")


def test_what_the_engine_prints_never_reaches_the_output(capfd: pytest.CaptureFixture[str]) -> None:
    with harper_engine._quiet_output():  # type: ignore[attr-defined]
        os.write(1, b"a stray line")
    os.write(1, b"ours")
    assert capfd.readouterr().out == "ours"


def test_a_broken_output_does_not_stop_the_reading() -> None:
    """The reader of our output is gone before the engine starts, and SIGPIPE is ignored as in Python."""
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from models.proofreading.choice import best_engine\n"
        "sys.stdin.read()\n"
        "found = best_engine().check('Were you their when the the wrod came, your welcome.', 'US')\n"
        "sys.stderr.write(str(len(found) > 0))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN),
    )
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    _, complaint = process.communicate("", timeout=60)
    assert complaint == "True"
