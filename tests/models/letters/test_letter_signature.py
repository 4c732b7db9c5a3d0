"""The signature as one finding with one fix, and the rules about the reader as a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from models.findings import Finding
from models.letters.desk import open_desk
from models.letters.facts import Facts, Person, Sender

DESK = open_desk(Path(__file__).resolve().parents[3] / "resources")
NIA = Sender("Nia Ray", "nia@ray.example", "503 555 0142", "Portland")
FACTS = Facts(
    recipient=Person("Katherine Jones"), sender=NIA, dates={"interview": date(2026, 11, 23)}, today=date(2026, 11, 23)
)
BODY = "Dear Katherine Jones,\n\nThank you for our conversation today."
LINES = "Nia Ray\n503 555 0142\nnia@ray.example\nPortland"


def findings(text: str, facts: Facts = FACTS) -> dict[str, Finding]:
    found = {one.rule: one for one in DESK.check(text, facts)}
    assert all(text[one.start : one.end] == one.text for one in found.values())
    return found


def mended(text: str, facts: Facts = FACTS) -> str:
    one = findings(text, facts)["signature"]
    return text[: one.start] + one.fixes[0] + text[one.end :]


def test_what_is_missing_is_told_in_one_finding() -> None:
    nobody = msgspec.structs.replace(FACTS, sender=Sender())
    one = findings(BODY + "\n\nKind regards,", nobody)["signature"]
    assert one.severity == "block"
    assert one.message == "Your signature is not complete: your e-mail address and your phone number are missing."
    assert one.fixes == ()
    assert sum(rule.startswith("signature") for rule in findings(BODY + "\n\nKind regards,", nobody)) == 1


@pytest.mark.parametrize(
    ("below", "signed"),
    [
        ("", f"\n\nKind regards,\n{LINES}"),
        ("\n\n", f"\n\nKind regards,\n{LINES}"),
        ("\n\nKind regards,", f"\n\nKind regards,\n{LINES}"),
        ("\n\nBest wishes,\nNia", f"\n\nBest wishes,\n{LINES}"),
        ("\n\nThanks,\nNia Ray\nPhone: 503 555 0142\n", f"\n\nThanks,\n{LINES}"),
        ("\n\nThanks,\nNia\n\nP.S. I found the map.", f"\n\nThanks,\n{LINES}\n\nP.S. I found the map."),
    ],
)
def test_the_signature_is_completed_and_no_other_word_is_touched(below: str, signed: str) -> None:
    assert mended(BODY + below) == BODY + signed
    assert "signature" not in findings(mended(BODY + below))


def test_an_unconfirmed_name_is_asked_about_and_an_address_that_spells_it_otherwise_too() -> None:
    reader = Person("Omar Haddad", "", "omar.hadad@hydra.example", confirmed=False)
    found = findings("Dear Omar Haddad,\n\nThank you.", msgspec.structs.replace(FACTS, recipient=reader))
    assert (found["name-unconfirmed"].severity, found["name-unconfirmed"].text) == ("check", "Haddad")
    assert found["name-unconfirmed"].fixes == ()
    assert found["address-doubt"].severity == "check"
    assert not {"name-unconfirmed", "address-doubt"} & findings(BODY).keys()


def test_a_letter_without_anything_from_this_person_is_not_called_finished() -> None:
    text = BODY + "\n\nKind regards,\n" + LINES
    one = findings(text)["impersonal"]
    assert (one.severity, one.message.split(".")[0]) == ("consider", "Nothing in it is only for Katherine")
    known = msgspec.structs.replace(FACTS, notes=("Said the flood model misses culverts",))
    assert "impersonal" in findings(text, known)
    said = text.replace("today.", "today. I keep thinking about the culverts that the flood model misses.")
    assert "impersonal" not in findings(said, known)
    light = next(one for one in DESK.lights(said, known) if one.name == "personal")
    assert light.met
    assert said[light.start : light.end].startswith("I keep thinking")


def test_today_is_put_right_in_a_letter_that_goes_out_later() -> None:
    assert "today" not in findings(BODY)
    later = msgspec.structs.replace(FACTS, today=date(2026, 11, 25))
    assert findings(BODY, later)["today"].fixes == ("on Monday",)
    assert "today" not in findings(BODY.replace("our conversation today", "the call. Today I slept well"), later)
