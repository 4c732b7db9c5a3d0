"""Good letters stay in peace: no block, no fix."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from models.findings import Finding
from models.proofreading.proofreader import Context, Proofreader

LETTERS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("good_letters.toml").read_text("utf-8"))[
    "letter"
]


def _read(proofreader: Proofreader, letter: dict[str, Any], formality: Any = "usual") -> tuple[Finding, ...]:
    context = Context(
        dialect=letter.get("dialect", "US"),
        formality=formality,
        names=tuple(letter["names"]),
        employers=tuple(letter["employers"]),
    )
    return proofreader.check(letter["text"].lstrip("\n"), context)


@pytest.mark.parametrize("letter", LETTERS, ids=[letter["names"][0] for letter in LETTERS])
def test_a_good_letter_gets_no_fix(proofreader: Proofreader, letter: dict[str, Any]) -> None:
    grave = [finding for finding in _read(proofreader, letter) if finding.severity in ("block", "fix")]
    assert not grave


def test_good_letters_are_not_nagged_either(proofreader: Proofreader) -> None:
    remarks = [len(_read(proofreader, letter)) for letter in LETTERS]
    assert sum(remarks) / len(remarks) <= 2, remarks


def test_a_formal_letter_hears_about_short_forms_only_as_a_hint(proofreader: Proofreader) -> None:
    findings = _read(proofreader, LETTERS[1], "formal")
    assert {"contraction-formal", "greeting-hi"} <= {finding.rule for finding in findings}
    assert {finding.severity for finding in findings} == {"consider"}
