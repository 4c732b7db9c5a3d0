"""The facts pass: names, days, amounts and lines held against what is known."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import BadInput
from models.letters.desk import open_desk
from models.letters.facts import Claim, Facts, Person, Sender, check_facts, facts_from_json
from models.money import Money

DESK = open_desk(Path(__file__).resolve().parents[3] / "resources")
SIGNATURE = "\n\nKind regards,\nMaya Lindqvist\n+1 503 555 0142\nmaya@lindqvist.example\n"
FACTS = Facts(
    recipient=Person("Priya Rao", "Ms", "priya.rao@northwind.example"),
    panel=("Tom Okafor", "Lena Brandt"),
    other_people=("Katherine Wells", "Will Young"),
    employer="Northwind Health",
    other_employers=("Brightline Studios", "Portland Clinic", "Apple"),
    role="Product Designer",
    dates={"interview": date(2026, 7, 30), "promised": date(2026, 8, 7)},
    offer={"base": Money(Decimal(95000)), "sign-on": Money(Decimal(5000))},
    sender=Sender("Maya Lindqvist", "maya@lindqvist.example", "+1 503 555 0142"),
    notes=("onboarding is the hardest part of the product",),
    strengths=(Claim("user research", "ran 40 sessions and saved $30,000"),),
    wish="I led the move to accessible colours",
    want="yes",
    dialect="US",
)
GOOD = "Dear Ms. Rao,\n\nThank you for your time on Thursday to discuss the Product Designer role at Northwind Health."


def found(body: str, facts: Facts = FACTS, subject: str | None = None, *, signed: bool = True) -> dict[str, str]:
    text = body + (SIGNATURE if signed else "")
    findings = check_facts(text, facts, subject)
    assert all(text[one.start : one.end] == one.text for one in findings)
    return {one.rule: f"{one.severity} {one.text}".strip() for one in findings if one.severity != "praise"}


def test_a_good_letter_has_nothing_to_mend() -> None:
    assert found(GOOD) == {}
    assert found(GOOD.replace("\n", "\r\n")) == {}


@pytest.mark.parametrize("gap", ["[Name]", "{role}", "<Company>", "XX", "XXXX", "____", "<<date>>", "[what she said]"])
def test_a_gap_left_open_blocks(gap: str) -> None:
    assert found(GOOD + f" I liked {gap} most.")["placeholder"] == f"block {gap}"


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Ms. Rao,",
        "Dear Priya Rao,",
        "Dear Ms Rao:",
        "Hello Ms. Rao,",
        "Dear Ms. Priya Rao,",
        "Good morning, Ms. Rao,",
        "DEAR MS. RAO,",
    ],
)
def test_a_right_greeting_is_right(greeting: str) -> None:
    rules = found(GOOD.replace("Dear Ms. Rao,", greeting))
    assert not [rule for rule in rules if rule.startswith(("greeting", "name", "first"))]


@pytest.mark.parametrize(
    ("greeting", "rule", "finding"),
    [
        ("Dear Hiring Manager,", "greeting-name", "block Dear Hiring Manager,"),
        ("Hello,", "greeting-name", "block Hello,"),
        ("To whom it may concern,", "greeting-name", "block To whom it may concern,"),
        ("Dear Ms. Roa,", "name-misspelt", "block Roa"),
        ("Dear Pryia Rao,", "name-misspelt", "block Pryia"),
        ("Dear Ms. Okafor,", "greeting-other", "block Okafor"),
        ("Dear Katherine,", "greeting-other", "block Katherine"),
        ("Dear Ms. Smithson,", "greeting-name", "block Dear Ms. Smithson,"),
        ("Dear priya rao,", "greeting-case", "fix rao"),
        ("Hi Priya,", "first-name", "consider Priya"),
        ("Dear Ms. Rao and Mr. Okafor,", "several-readers", "consider Dear Ms. Rao and Mr. Okafor,"),
        ("Dear all,", "several-readers", "consider Dear all,"),
    ],
)
def test_a_wrong_greeting_is_found(greeting: str, rule: str, finding: str) -> None:
    assert found(GOOD.replace("Dear Ms. Rao,", greeting))[rule] == finding


def test_a_letter_that_starts_without_a_greeting_blocks() -> None:
    assert found("Thank you for your time on Thursday.")["greeting-name"] == "block"


def test_names_with_accents_hyphens_and_apostrophes_are_known_in_every_encoding() -> None:
    for name in ("José Muñoz", "Anne-Marie O’Neill", "Siân Smith-Jones", "Ludwig van der Berg", "Nguyễn Thị Ánh"):
        facts = msgspec.structs.replace(FACTS, recipient=Person(name))
        for form in ("NFC", "NFD"):
            body = GOOD.replace("Ms. Rao", unicodedata.normalize(form, name).replace("’", "'"))
            assert found(body, facts) == {}, name


def test_a_lost_accent_is_a_misspelt_name() -> None:
    facts = msgspec.structs.replace(FACTS, recipient=Person("José Muñoz", "Mr"))
    assert found(GOOD.replace("Ms. Rao", "Mr. Munoz"), facts)["name-misspelt"] == "block Munoz"


def test_the_readers_name_is_looked_for_in_the_letter_too() -> None:
    assert found(GOOD + " It was good to hear, Ms. Roa, how you work.")["name-misspelt"] == "block Roa"
    assert "name-misspelt" not in found(GOOD + " Ray and the team were kind. Rao's idea was good.")


def test_another_reader_may_be_named_but_is_worth_a_look() -> None:
    rules = found(GOOD + " As you and Tom explained, the team is small.")
    assert rules["panel-name"] == "check Tom"
    assert found(GOOD + " I liked Lena Brandt’s question.")["panel-name"] == "check Lena Brandt"


def test_someone_from_another_employer_blocks_but_an_ordinary_word_does_not() -> None:
    assert found(GOOD + " As Katherine said, it is late.")["other-person"] == "block Katherine"
    assert found(GOOD + " I met Will Young.")["other-person"] == "block Will Young"
    assert "other-person" not in found(GOOD + " Will you write? Young teams learn fast.")


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (" I want to work at Brightline Studios.", "block Brightline Studios"),
        (" I want to work at Brightline.", "block Brightline"),
        (" Portland Clinic's nurses are great.", "block Portland Clinic"),
        (" Apple is my first choice.", "block Apple"),
    ],
)
def test_another_employer_blocks(line: str, finding: str) -> None:
    assert found(GOOD + line)["other-employer"] == finding


@pytest.mark.parametrize(
    "line",
    [" I brought an apple.", " I live in Portland.", " See https://brightline.example/x or me@brightline.example."],
)
def test_what_only_looks_like_another_employer_passes(line: str) -> None:
    assert "other-employer" not in found(GOOD + line)


def test_a_signature_without_phone_or_address_blocks() -> None:
    rules = found(GOOD + "\n\nKind regards,\nMaya", signed=False)
    assert rules["signature"] == "block Kind regards,\nMaya"
    rules = found(GOOD + "\n\nSincerely,\nMaya Lindqvist\n(503) 555-0142 | maya@lindqvist.example", signed=False)
    assert rules == {}
    rules = found(GOOD + "\n\nSincerely,\nMaya Lindqvist\n(503) 555-0143\nmaya@lindquist.example", signed=False)
    assert rules == {"signature-email": "fix maya@lindquist.example", "signature-phone": "fix (503) 555-0143"}


def test_the_subject_counts_only_when_it_is_handed_in() -> None:
    assert found(GOOD, subject="Thank you") == {}
    assert found(GOOD, subject="  ")["subject-empty"] == "block"
    assert found(GOOD, subject="Thank you, [role]")["subject-placeholder"] == "block"
    assert found(GOOD, subject="My day at Brightline Studios")["subject-employer"] == "block"


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (" We met on Tuesday, July 30.", "fix Tuesday"),
        (" You named Thursday 7 August 2026.", "fix Thursday"),
        (" You named Fri, Aug 7.", None),
        (" You named Thu, August 7th.", "fix Thu"),
        (" We spoke on Thursday, the 30th of July.", None),
        (" I enjoyed our conversation on Tuesday.", "fix Tuesday"),
        (" I look forward to our conversation on Tuesday.", None),
        (" Version 2.14 May ship on Monday.", None),
    ],
)
def test_a_weekday_has_to_go_with_its_date(line: str, finding: str | None) -> None:
    assert found(GOOD.replace(" on Thursday", "") + line).get("weekday") == finding


def test_the_right_weekday_is_offered_in_the_same_form() -> None:
    text = GOOD + " You named Thu, August 7th." + SIGNATURE
    assert next(one for one in check_facts(text, FACTS) if one.rule == "weekday").fixes == ("Fri",)


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (" Thank you for our conversation on July 29.", "fix July 29"),
        (" I hope to hear from you by August 8.", "fix August 8"),
        (" I can start on September 1.", None),
        (" We met on 30 July 2026, and I will hear by August 7.", None),
    ],
)
def test_a_day_is_held_against_the_record(line: str, finding: str | None) -> None:
    assert found(GOOD + line).get("date") == finding


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (" The base salary of $96,000 is fine.", "fix $96,000"),
        (" The base salary of $95k is fine.", None),
        (" The sign-on bonus of 5,000 dollars is fine.", None),
        (" I saved the clinic $30,000.", None),
        (" I raised $12,000 for a school.", None),
        (" Your offer of USD 94,000.", "fix USD 94,000"),
    ],
)
def test_an_amount_of_the_offer_is_held_against_the_record(line: str, finding: str | None) -> None:
    assert found(GOOD + line).get("amount") == finding


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (" I enjoyed hearing about the Product Manager role.", "fix Product Manager"),
        (" I am keen on the Senior Analyst position.", "fix Senior Analyst"),
        (" The position of Data Engineer interests me.", "fix Data Engineer"),
        (" The designer role suits me.", None),
        (" This role is a great job, and your role in it matters.", None),
        (" I liked your view of the Product Designer role.", None),
        (" My last role taught me a lot.", None),
    ],
)
def test_the_role_is_held_against_the_record(line: str, finding: str | None) -> None:
    assert found(GOOD + line).get("role") == finding


def test_a_role_with_of_in_it_is_taken_whole() -> None:
    facts = msgspec.structs.replace(FACTS, role="Director of Sales")
    assert "role" not in found("Dear Ms. Rao,\n\nThank you for discussing the Director of Sales role.", facts)


def test_an_attachment_is_asked_about_unless_it_was_confirmed() -> None:
    line = " My letter is attached."
    assert found(GOOD + line)["attached"] == "consider attached"
    assert "attached" not in found(GOOD + line, msgspec.structs.replace(FACTS, attachment=True))


def test_a_letter_of_more_than_220_words_is_long() -> None:
    assert "long" in found(GOOD + " It was good to be there." * 40)
    assert "long" not in found(GOOD + " It was good to be there." * 30)


def test_met_purposes_and_a_detail_are_praised() -> None:
    text = (
        "Dear Ms. Rao,\n\nThank you for your time on Thursday. Your remark that onboarding is the hardest part of the product has "
        "stayed with me. I ran 40 user research sessions. I should have said that I led the move to accessible colours. "
        "I would very much like this job." + SIGNATURE
    )
    praise = {one.rule for one in DESK.check(text, FACTS) if one.severity == "praise"}
    assert praise == {"purpose-thanks", "purpose-strength", "purpose-missed", "purpose-interest", "specific"}


def test_without_facts_only_the_letter_itself_is_judged() -> None:
    rules = {one.rule for one in check_facts(GOOD + SIGNATURE, Facts())}
    assert rules == set()


names = st.sampled_from(["Priya Rao", "Siân Smith-Jones", "X", "", "Will Young", "李小龙", "van der Berg", "😀"])


@settings(max_examples=60)
@given(
    st.text(alphabet=st.sampled_from("Dear Rao,\r\n Tuesday July 30 $95k [x]{}_XX@.é’s-+5"), max_size=160),
    names, names, names,
)  # fmt: skip
def test_every_finding_stands_where_it_says(text: str, reader: str, other: str, employer: str) -> None:
    facts = msgspec.structs.replace(
        FACTS,
        recipient=Person(reader, "Ms"),
        panel=(other,),
        other_people=(other,),
        other_employers=(employer,),
        role=other,
    )
    for one in DESK.check(text, facts, text):
        assert text[one.start : one.end] == one.text
        assert one.message


# -- reading facts --------------------------------------------------------------------------------------------------


def test_facts_are_read_from_json() -> None:
    facts = facts_from_json(
        {
            "kind": "update",
            "recipient": {"name": "Priya Rao", "title": "Ms.", "email": "p@n.example"},
            "panel": ["Tom Okafor"],
            "dates": {"interview": "2026-07-30"},
            "offer": {"base": "95,000", "sign-on": 5000, "currency": "eur"},
            "sender": {"name": "Maya"},
            "strengths": ["research", {"claim": "calm", "evidence": "nine days"}],
            "letters": ["Dear Tom,", {"to": "Lena", "body": "Dear Lena,"}],
            "attachment": True,
        },
        "facts.json",
    )
    assert facts.recipient == Person("Priya Rao", "Ms", "p@n.example")
    assert facts.offer == {"base": Money(Decimal(95000), "EUR"), "sign-on": Money(Decimal(5000), "EUR")}
    assert facts.dates == {"interview": date(2026, 7, 30)}
    assert [one.body for one in facts.letters] == ["Dear Tom,", "Dear Lena,"]


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ([], "facts.json: expected a JSON object"),
        ({"reciever": "x"}, "facts.json, reciever: no fact has this name"),
        ({"recipient": {"title": "Ms"}}, "facts.json, recipient, name: expected the person's name"),
        ({"recipient": {"name": "A B", "title": "Lord"}}, "facts.json, recipient, title: expected one of"),
        ({"recipient": 3}, "facts.json, recipient: expected an object with name, title, email, not a number"),
        ({"panel": "Tom"}, "facts.json, panel: expected a list, not the text “Tom”"),
        ({"panel": ["Tom", 3]}, "facts.json, panel, item 2: expected a text, not a number"),
        ({"dates": {"interview": "30.7.2026"}}, "facts.json, dates, interview: expected a day such as 2026-11-02"),
        ({"dates": {"interview": "2026-02-31"}}, "facts.json, dates, interview: expected a day"),
        ({"offer": {"base": "lots"}}, "facts.json, offer, base: the amount should be a number"),
        ({"offer": {"base": True}}, "facts.json, offer, base: expected an amount"),
        ({"offer": {"currency": "dollars"}}, "facts.json, offer, currency: expected three letters"),
        ({"offer": {"base": float("nan")}}, "facts.json, offer, base: the amount should be a number"),
        ({"sender": {"fax": "1"}}, "facts.json, sender, fax: not known here"),
        ({"want": "maybe"}, "facts.json, want: expected one of “yes”, “not sure”, “no”"),
        ({"attachment": "yes"}, "facts.json, attachment: expected true or false"),
        ({"letters": [{"to": "x"}]}, "facts.json, letters, item 1, body: expected the letter's text"),
        ({"role": "\ud800"}, "facts.json, role: the text holds half a character"),
    ],
)
def test_odd_facts_are_refused_with_place_and_expectation(raw: object, complaint: str) -> None:
    with pytest.raises(BadInput) as caught:
        facts_from_json(raw, "facts.json")
    assert complaint in str(caught.value)


@pytest.mark.parametrize("piece", ["_", "1", "a", "a-", "[", "a@", "\n"])
def test_a_pasted_wall_of_signs_is_read_in_a_moment(piece: str) -> None:
    start = time.perf_counter()
    DESK.check(GOOD + piece * (20_000 // len(piece)) + SIGNATURE, FACTS, "Thank you")
    assert time.perf_counter() - start < 3
