"""Every row of the letter pack proves itself, and a broken row is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.proofreading.layout import layout_of
from models.proofreading.pack import Pack, PackError, Rule, fold, load_pack
from resources import ROOT

RULES = load_pack(ROOT / "words" / "pack").rules
GOOD_ROW = """
[[row]]
id = "sample"
pass = "tone"
severity = "fix"
words = ["gadzooks"]
explanation = "Nobody says that."
catch = ["Gadzooks, a job.", "I say gadzooks."]
pass_over = ["A job.", "I say nothing."]
"""


def _finds(rule: Rule, text: str) -> bool:
    return any(rule.findings(text, fold(text), layout_of(text)))


@pytest.mark.parametrize("rule", RULES, ids=[rule.row.id for rule in RULES])
def test_a_row_catches_its_mistakes_and_ignores_what_is_right(rule: Rule) -> None:
    assert [text for text in rule.row.catch if not _finds(rule, text)] == []
    assert [text for text in rule.row.pass_over if _finds(rule, text)] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.row.id for rule in RULES])
def test_a_fix_mends_what_its_row_catches(rule: Rule) -> None:
    for text in rule.row.catch:
        for finding in rule.findings(text, fold(text), layout_of(text)):
            assert text[finding.start : finding.end] == finding.text
            assert finding.text not in finding.fixes
            if finding.fixes and finding.fixes[0]:
                mended = text[: finding.start] + finding.fixes[0] + text[finding.end :]
                again = list(rule.findings(mended, fold(mended), layout_of(mended)))
                assert all(other.start != finding.start for other in again), (finding.fixes, mended)


def test_the_pack_is_worth_its_name() -> None:
    assert len(RULES) >= 120
    assert all(len(rule.row.explanation) >= 20 and rule.row.explanation.endswith((".", "”")) for rule in RULES)


@pytest.mark.parametrize("severity", ["block", "fix"])
def test_what_good_letters_do_is_never_more_than_a_hint(pack: Pack, severity: str) -> None:
    text = "Hi Maria,\n\nI'm glad we met! Thanks again, and don't hesitate to call.\n\nBest,\nSam"
    for formality in ("formal", "usual", "relaxed"):
        assert not [finding for finding in pack.check(text, formality) if finding.severity == severity]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('severity = "fix"', 'severity = "awful"'), "row sample.*awful"),
        (('words = ["gadzooks"]', ""), "row sample.*exactly one of words, swap and pattern"),
        (('words = ["gadzooks"]', 'pattern = "("'), "row sample.*usable pattern"),
        (('"I say nothing."]', '"A job."]'), "row sample.*four different texts"),
        (("explanation", "explanatoin"), "row sample.*explanatoin"),
        (('"I say nothing."', ""), "row sample"),
        (("[[row]]", "[[rows]]"), r"list of \[\[row\]\]"),
        (("words = [", "words = "), "cannot be read as TOML.*line"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "odd.toml").write_text(GOOD_ROW.replace(*change), "utf-8")
    with pytest.raises(PackError, match=f"(?s)odd.toml.*{told}"):
        load_pack(tmp_path)


def test_two_rows_may_not_share_an_id(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD_ROW, "utf-8")
    (tmp_path / "b.toml").write_text(GOOD_ROW, "utf-8")
    with pytest.raises(PackError, match=r"b.toml, row sample.*a.toml"):
        load_pack(tmp_path)


def test_a_folder_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no letter pack"):
        load_pack(tmp_path)
