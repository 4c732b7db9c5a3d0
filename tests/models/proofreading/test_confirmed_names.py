"""What the user confirmed is the truth; what nearly equals it is pointed out."""

from __future__ import annotations

import itertools

import pytest

from models.findings import Finding
from models.proofreading.merging import merged
from models.proofreading.proofreader import Context, Proofreader, ignore_key
from models.proofreading.ranking import edit_distance, ranked

NAMES = Context(
    names=("Katherine Rao", "Jon Lindqvist", "Mark Leah-Okafor"), employers=("Zyntara Grid",), known_words=("kubectl",)
)


def _rules(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.severity, finding.rule, finding.text) for finding in findings]


def test_confirmed_names_employers_and_taught_words_are_never_flagged(proofreader: Proofreader) -> None:
    text = "Katherine Rao’s and Jon Lindqvist’s talk about kubectl at Zyntara Grid was good. Kubectl is fun."
    assert not proofreader.check(text, NAMES)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Katharine", "Katherine"),
        ("Kathrine", "Katherine"),
        ("Lindquist", "Lindqvist"),
        ("Roa", "Rao"),
        ("Leah-Okafer", "Leah-Okafor"),
    ],
)
def test_a_near_miss_is_a_mistake_also_as_a_possessive(proofreader: Proofreader, written: str, meant: str) -> None:
    for text in (f"I spoke with {written} on Monday.", f"Thank you for {written}’s advice."):
        found = [finding for finding in proofreader.check(text, NAMES) if finding.rule == "near-name"]
        assert [(finding.severity, finding.text, finding.fixes) for finding in found] == [("fix", written, (meant,))]
        assert meant in found[0].message


def test_the_greeting_is_where_a_wrong_name_hurts_most(proofreader: Proofreader) -> None:
    assert ("fix", "near-name", "John") in _rules(proofreader.check("Hi John,\n\nThank you.\n\nBest,\nSam", NAMES))


@pytest.mark.parametrize(
    "text",
    [
        "Make sure that you call me. Join us in March, or on Monday in May.",
        "Rather than wait, I called. Ran it twice. Join the team.",
        "The Lead Engineer was kind.",
    ],
)
def test_ordinary_words_are_not_taken_for_names(proofreader: Proofreader, text: str) -> None:
    findings = proofreader.check(text, Context(names=("Mark Leah", "Jon Rao")))
    assert not [finding for finding in findings if finding.severity == "fix" and finding.rule == "near-name"]


def test_two_confirmed_names_may_be_alike(proofreader: Proofreader) -> None:
    context = Context(names=("Jon Smith", "John Smyth", "Katharine Bell", "Katherine Rao"))
    assert not proofreader.check("Jon Smith, John Smyth, Katharine Bell and Katherine Rao were there.", context)


def test_an_unknown_name_is_only_to_be_looked_at(proofreader: Proofreader) -> None:
    assert _rules(proofreader.check("I also met Ms Adeyemi there.")) == [("check", "check-name", "Adeyemi")]


@pytest.mark.parametrize("ending", ["", "’s", "'s"])
def test_an_unconfirmed_name_is_marked_without_its_possessive(proofreader: Proofreader, ending: str) -> None:
    for before in ("", "I met ", "It was good. ", "Dear Mr "):
        (found,) = proofreader.check(f"{before}Kowalczyk{ending} talk was good.")
        assert (found.severity, found.rule, found.text) == ("check", "check-name", "Kowalczyk")
        assert (found.start, found.fixes) == (len(before), ())
        assert not proofreader.check(f"{before}Kowalczyk{ending} talk was good.", Context(names=("Ewa Kowalczyk",)))


@pytest.mark.parametrize("ending", ["", "’s", "'s"])
@pytest.mark.parametrize("employer", ["Zyntara Grid", "Brixwell & Sons", "Kroll-Okonjo", "nubank", "McGillicuddy GmbH"])
def test_an_employer_is_known_also_as_a_possessive(proofreader: Proofreader, employer: str, ending: str) -> None:
    for text in (f"I would like to join {employer}{ending} team.", f"It was good. {employer}{ending} plans are clear."):
        found = proofreader.check(text, Context(employers=(employer,)))
        assert not [one for one in found if one.passed == "spelling" or one.severity in ("block", "fix")], text


def test_a_misspelt_word_at_a_sentence_start_is_a_mistake(proofreader: Proofreader) -> None:
    findings = proofreader.check("It was good. Togehter we laughed.")
    assert [(finding.severity, finding.fixes[0]) for finding in findings] == [("fix", "Together")]


def test_what_was_put_aside_stays_aside_in_this_letter(proofreader: Proofreader) -> None:
    text = "I liked the wrod."
    (finding,) = proofreader.check(text)
    assert not proofreader.check(text, Context(ignored=frozenset({ignore_key(finding)})))


def test_one_place_gets_one_remark(proofreader: Proofreader) -> None:
    text = "Thank you for you're time, i dont think their is any problem, and I look forward to hear from you."
    findings = proofreader.check(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(findings))
    assert [finding.text for finding in findings] == ["you're", "i", "dont", "their", "hear"]
    assert {finding.severity for finding in findings} == {"fix"}


def test_the_signature_is_not_spelt_for_the_user(proofreader: Proofreader) -> None:
    assert not proofreader.check(
        "Dear Tom,\n\nThank you.\n\nKind regards,\nWojciech Szczęsny\nKrakow Grzegorzki\nwww.wszcz.example"
    )


@pytest.mark.parametrize(("wrong", "right"), [("recieve", "receive"), ("teh", "the"), ("dont", "don't"), ("oppurtunity", "opportunity"),
                                              ("acommodate", "accommodate"), ("seperate", "separate"), ("untill", "until"), ("begining", "beginning")])  # fmt: skip
def test_the_likeliest_correction_comes_first(proofreader: Proofreader, wrong: str, right: str) -> None:
    findings = [finding for finding in proofreader.check(f"We had {wrong} in mind.") if wrong in finding.text]
    assert findings[0].fixes[0] == right


def test_corrections_keep_the_capitals() -> None:
    assert ranked("Recieve", ("receive",))[0] == "Receive"
    assert edit_distance("Rao", "Roa") == 1
    assert edit_distance("", "abc") == 3
    assert edit_distance("Katherine", "Katharine") == 1


def test_a_fact_outweighs_spelling_on_the_same_name_and_hides_nothing_else() -> None:
    spelling = Finding(passed="spelling", severity="fix", rule="near-name", start=5, end=8, text="Roa")
    inside = Finding(passed="spelling", severity="fix", rule="spelling", start=60, end=64, text="wrod")
    fact = Finding(passed="facts", severity="block", rule="name-misspelt", start=5, end=8, text="Roa")
    whole = Finding(passed="facts", severity="block", rule="signature")
    sentence = Finding(passed="facts", severity="block", rule="same", start=20, end=90, text="x" * 70)
    assert merged([spelling, inside], [fact, whole, sentence]) == (whole, fact, sentence, inside)
    assert merged([spelling], [Finding(passed="facts", severity="check", rule="x", start=5, end=8)]) == (spelling,)


def test_a_missing_full_stop_does_not_hide_the_misspelt_word_before_it(proofreader: Proofreader) -> None:
    found = proofreader.check("Dear Tom,\n\nI liked the tour of the whole labb\n\nBest,\nSam\n")
    assert {one.rule for one in found} == {"missing-stop", "spelling"}
    assert set(merged(found, [])) == set(found)
