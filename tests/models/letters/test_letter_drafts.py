"""Drafts: only what is known, natural to read, another letter for each person of a panel."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import BadInput
from models.letters.drafting import draft
from models.letters.facts import Claim, Facts, Person, Sender, check_facts
from models.letters.fragments import PLACEHOLDER, proof, step, wish
from models.letters.kinds import LetterKind, load_kind, load_kinds
from models.letters.material import DraftFacts, letter_day
from models.records import Note, Profile, Strength
from models.records.opportunity import WantIt

ROOT = Path(__file__).resolve().parents[3]
KINDS = load_kinds(ROOT / "resources" / "letters")
GOLDEN = Path(__file__).parent / "golden"
MAYA = Profile(name="Maya Lindqvist", email="maya@lindqvist.example", phone="+1 503 555 0142", city="Portland, Oregon")
JOB = DraftFacts(
    strengths=(
        Strength(
            "User research with patients", "ran 40 usability sessions in two clinics and cut the drop-out rate by half"
        ),
        Strength("Calm under pressure", "At Acme I brought a late release back on track within nine days"),
        Strength("making research useful to engineers", "One library, four products, 60 components"),
    ),
    wish="I forgot to mention that I led the move to accessible colours",
    excites="the chance to design for nurses, not for dashboards",
    want="yes",
    employer="Northwind Health",
    role="Product Designer",
    interview_day=date(2026, 7, 30),
    today=date(2026, 7, 30),
    next_step="Second conversation with Ms Rao",
    promised=date(2026, 8, 7),
    profile=MAYA,
    dialect="US",
    seed=5,
)


def cards(*texts: str) -> tuple[Note, ...]:
    return tuple(Note(id=str(number), text=text) for number, text in enumerate(texts, 1))


PANEL = {
    "rao": msgspec.structs.replace(
        JOB,
        recipient="Priya Rao",
        title="Ms",
        cards=cards("She said onboarding is the hardest part of the product", "how we test with nurses"),
    ),
    "okafor": msgspec.structs.replace(
        JOB,
        recipient="Tom Okafor",
        seat=1,
        cards=cards('said "we ship small things every Friday"', "the 200-seat migration"),
    ),
    "brandt": msgspec.structs.replace(
        JOB, recipient="Lena Brandt", title="Dr", seat=2, cards=cards("our first release in Oslo"), asked_for_job=True
    ),
    "bare": DraftFacts(
        recipient="José Muñoz", employer="Portland Clinic", role="Nurse Educator", profile=MAYA, dialect="UK"
    ),
    "unsure": msgspec.structs.replace(
        JOB,
        recipient="Ann Lee",
        want="not sure",
        seat=3,
        dialect="UK",
        wish="",
        next_step="",
        cards=cards("Churn, mostly."),
    ),
    "unwanted": msgspec.structs.replace(JOB, recipient="Ann Lee", want="no", title="Ms", formality="formal"),
}


@pytest.mark.parametrize("name", sorted(PANEL))
def test_a_thank_you_reads_as_it_was_read_aloud_and_approved(name: str) -> None:
    made = draft(KINDS["thank-you"], PANEL[name])
    golden = (GOLDEN / f"thank-you-{name}.txt").read_text(encoding="utf-8")
    assert f"Subject: {made.subject}\n\n{made.body}\n" == golden


@pytest.mark.parametrize(
    "name", ["update", "update-passed", "ask-for-address", "ask-for-time", "decline", "questions-about-offer"]
)
def test_the_other_kinds_read_as_approved(name: str) -> None:
    facts = msgspec.structs.replace(
        PANEL["rao"],
        missing_names=("Tom Okafor", "Lena Brandt"),
        answer_by=date(2026, 8, 12),
        ask_until=date(2026, 8, 14),
        open_terms=("Sign-on bonus", "PTO"),
        today=date(2026, 8, 11) if name.endswith("-passed") else date(2026, 8, 4),
    )
    made = draft(KINDS[name.removesuffix("-passed")], facts)
    golden = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert f"Subject: {made.subject}\n\n{made.body}\n" == golden
    assert not made.questions


def test_a_full_thank_you_has_sixty_to_a_hundred_and_eighty_words() -> None:
    for name in ("rao", "okafor", "brandt", "unsure"):
        body = draft(KINDS["thank-you"], PANEL[name]).body
        assert 60 <= len(body.split()) - len(body.rpartition("regards,")[2].split()) <= 180, name


def shingles(text: str) -> set[tuple[str, ...]]:
    """Runs of four words between greeting and closing."""
    words = re.findall(r"\w+", text.split("\n\n", 1)[1].rsplit("\n\n", 1)[0].casefold())
    return {tuple(words[place : place + 4]) for place in range(len(words) - 3)}


def test_the_people_of_one_panel_get_letters_that_are_not_alike() -> None:
    bodies = [shingles(draft(KINDS["thank-you"], PANEL[name]).body) for name in ("rao", "okafor", "brandt")]
    for one, other in itertools.combinations(bodies, 2):
        assert len(one & other) / min(len(one), len(other)) < 0.35


def test_what_is_missing_is_asked_beside_the_draft_and_not_in_it() -> None:
    made = draft(KINDS["thank-you"], DraftFacts(recipient="José Muñoz"))
    asked = " ".join(question.template for question in made.questions)
    for word in ("role", "employer", "stayed with you", "strengths", "excites", "want this job", "next", "signs"):
        assert word in asked
    assert not PLACEHOLDER.search(made.body)
    assert made.body.startswith("Dear José Muñoz,\n\nThank you for your time and for our conversation.")


def test_someone_who_does_not_want_the_job_promises_nothing() -> None:
    body = draft(KINDS["thank-you"], PANEL["unwanted"]).body
    assert not re.search(r"interest|excite|look forward|job", body)
    assert "my best wishes" in body or "all the best" in body


def test_want_it_is_said_plainly_where_it_was_not_said_in_the_room() -> None:
    unsaid = draft(KINDS["thank-you"], PANEL["rao"]).body
    said = draft(KINDS["thank-you"], PANEL["brandt"]).body
    assert "this job" in unsaid or "do this work with you" in unsaid
    assert "as when we spoke" in said or "As I said" in said or "what I said" in said


@pytest.mark.parametrize(
    ("title", "formality", "dialect", "greeting"),
    [
        ("Ms", "usual", "UK", "Dear Ms Rao,"),
        ("Ms", "formal", "US", "Dear Ms. Rao,"),
        ("Mx", "formal", "", "Dear Mx Rao,"),
        ("Prof", "formal", "US", "Dear Professor Rao,"),
        ("", "formal", "US", "Dear Priya Rao,"),
        ("Ms", "relaxed", "US", "Dear Priya,"),
    ],
)
def test_the_greeting_follows_title_and_tone_and_guesses_nothing(
    title: str, formality: str, dialect: str, greeting: str
) -> None:
    facts = msgspec.convert(
        {"recipient": "Priya Rao", "title": title, "formality": formality, "dialect": dialect}, DraftFacts
    )
    assert draft(KINDS["thank-you"], facts).body.startswith(greeting)


def test_proof_and_wish_become_sentences() -> None:
    assert proof("Cut the wait from nine days to four") == "I cut the wait from nine days to four."
    assert proof("At Acme I ran the night desk") == "At Acme I ran the night desk."
    assert proof("40 interviews in 2024") == "For example: 40 interviews in 2024."
    left = wish("I wish I had said that I speak German")
    assert left is not None
    assert left.words == "I speak German"


def test_a_next_step_is_only_looked_forward_to_where_it_is_a_meeting() -> None:
    assert step("Second conversation with Ms Rao", "Tom Okafor") == "the second conversation with Ms Rao"
    assert step("Second conversation with Ms Rao", "Priya Rao") == "the second conversation with you"
    assert step("Decision next week") == ""
    assert step("They call me") == ""


def test_days_are_written_as_the_dialect_writes_them() -> None:
    assert letter_day(date(2026, 7, 30), "US") == "Thursday, July 30"
    assert letter_day(date(2026, 7, 30), "UK") == "Thursday 30 July"


WANTS: tuple[WantIt, ...] = ("", "yes", "not sure", "no")
text = st.text(max_size=60)


@settings(max_examples=50)
@given(
    text,
    text,
    text,
    text,
    text,
    st.lists(text, max_size=3),
    st.sampled_from(WANTS),
    st.integers(0, 9),
)
def test_whatever_was_jotted_down_a_draft_never_holds_a_gap(
    name: str, claim: str, evidence: str, left: str, excites: str, notes: list[str], want: WantIt, seat: int
) -> None:
    facts = DraftFacts(
        recipient=name, strengths=(Strength(claim, evidence),), wish=left, excites=excites, cards=cards(*notes), seat=seat,
        want=want, profile=MAYA, role=left, employer=claim, next_step=excites,
    )  # fmt: skip
    for kind in KINDS.values():
        made = draft(kind, facts)
        assert not PLACEHOLDER.search(made.body)
        assert "\n\n\n" not in made.body
        assert made == draft(kind, facts)


def test_a_draft_passes_its_own_facts_check() -> None:
    for name in ("rao", "okafor", "brandt"):
        known = PANEL[name]
        facts = Facts(
            recipient=Person(known.recipient, known.title), panel=("Tom Okafor", "Lena Brandt", "Priya Rao"),
            employer=known.employer, other_employers=("Brightline",), role=known.role,
            dates={"interview": date(2026, 7, 30), "promised": date(2026, 8, 7)}, dialect="US",
            sender=Sender(MAYA.name, MAYA.email, MAYA.phone), notes=tuple(note.text for note in known.cards),
            strengths=tuple(Claim(one.claim, one.evidence) for one in known.strengths), wish=known.wish,
        )  # fmt: skip
        facts = msgspec.structs.replace(facts, panel=tuple(one for one in facts.panel if one != known.recipient))
        made = draft(KINDS["thank-you"], known)
        found = check_facts(made.body, facts, made.subject)
        assert [one for one in found if one.severity in ("block", "fix", "consider")] == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("{employer}", "{company}"), "no gap called “company”"),
        (('given = ["unsure"]', 'given = ["maybe"]'), "no condition called “maybe”"),
        (("min = 50", "min = 500"), "key length"),
        (('name = "thank-you"', 'name = "thanks"'), "key name"),
        (('label = "Thank-you"', "label = 3"), "label"),
        (('label = "Thank-you"', 'lable = "Thank-you"'), "lable"),
        (("[[subjects]]", "[[subjects]"), "not a TOML file"),
        (('"Thank you for your time"', '"Thank you {for"'), "braces"),
        (('name = "personal"', 'name = "thanks"'), "used twice"),
    ],
)
def test_a_kind_that_is_not_as_it_should_be_names_file_and_key(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    whole = (ROOT / "resources" / "letters" / "thank-you.toml").read_text(encoding="utf-8")
    assert change[0] in whole
    path = tmp_path / "thank-you.toml"
    path.write_text(whole.replace(change[0], change[1], 1), encoding="utf-8")
    with pytest.raises(BadInput, match=r"thank-you\.toml") as caught:
        load_kind(path)
    assert complaint in str(caught.value)


def test_every_kind_can_greet_thank_and_sign_with_next_to_nothing_known() -> None:
    for kind in KINDS.values():
        made = draft(kind, DraftFacts(recipient="Ann Lee", profile=MAYA))
        assert made.subject or kind.name == "ask-for-address"
        assert made.body.startswith("Dear Ann Lee,")
        assert made.body.endswith("Portland, Oregon")
        assert isinstance(kind, LetterKind)
