"""A pass counts for the exact text that it saw."""

from __future__ import annotations

from models.findings import PASSES as PASS_NAMES
from models.findings import Finding
from models.proofreading.passes import PASSES, digest, holding_back, letter_text, pass_state, with_pass, with_waiver
from models.records.letter import Letter

LETTER = Letter(subject="Thank you", body="Dear Ms Rao,\n\nThank you.")


def test_there_are_seven_passes_in_their_order() -> None:
    assert tuple(info.id for info in PASSES) == PASS_NAMES
    assert all(info.title and info.what_to_do.endswith((".", "?")) for info in PASSES)


def test_a_pass_is_open_then_green_and_an_edit_makes_it_stale() -> None:
    text = letter_text(LETTER)
    assert pass_state(LETTER, "spelling", text) == "open"
    done = Letter(subject=LETTER.subject, body=LETTER.body, passes=with_pass(LETTER, "spelling", text))
    assert pass_state(done, "spelling", text) == "green"
    assert pass_state(done, "tone", text) == "open"
    assert pass_state(done, "spelling", text + "!") == "stale"
    assert pass_state(done, "spelling", text) == "green"


def test_a_pass_can_be_waived_by_name() -> None:
    waived = Letter(body="x", passes=with_waiver(LETTER, "eyes", "Sam"))
    assert pass_state(waived, "eyes", "anything") == "waived"


def test_the_digest_is_that_of_what_is_seen() -> None:
    assert digest("cafe\u0301") == digest("café")
    assert digest("cafe") != digest("café")
    assert digest("\ud800")


def test_only_grave_findings_of_needed_passes_hold_a_letter_back() -> None:
    spelling = Finding(passed="spelling", severity="fix", rule="spelling", start=0, end=3, text="teh")
    hint = Finding(passed="tone", severity="consider", rule="greeting-hi")
    block = Finding(passed="facts", severity="block", rule="placeholder")
    aloud = Finding(passed="aloud", severity="fix", rule="long")
    assert holding_back(LETTER, [block, spelling, hint, aloud]) == (block, spelling)
    waived = Letter(body=LETTER.body, passes=with_waiver(LETTER, "spelling", "Sam"))
    assert holding_back(waived, [block, spelling, hint]) == (block,)
