"""The purposes of a letter as lights: what lights them and what does not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from models.errors import BadInput
from models.letters.facts import Claim, Facts
from models.letters.purposes import Light, lights, load_purpose_words

WORDS_FILE = Path(__file__).resolve().parents[3] / "resources" / "words" / "purposes.toml"
WORDS = load_purpose_words(WORDS_FILE)
FACTS = Facts(strengths=(Claim("user research", "40 sessions in two clinics"),), wish="I speak German", want="yes")
END = "\n\nThanks,\nMaya"


def light(name: str, line: str, facts: Facts = FACTS) -> Light:
    text = f"Dear Ms Rao,\n\n{line}{END}"
    one = lights(text, facts, WORDS, (name,))[0]
    assert text[one.start : one.end] in (line, "") or one.end - one.start < len(line)
    return one


@pytest.mark.parametrize(
    ("name", "line", "met"),
    [
        ("thanks", "Thank you for your time yesterday.", True),
        ("thanks", "I really appreciated our conversation.", True),
        ("thanks", "I am a designer.", False),
        ("strength", "I ran 40 user research sessions.", True),
        ("strength", "At Acme I cut waiting from nine days to four.", True),
        ("strength", "I am a great fit and a hard worker.", False),
        ("strength", "We met at 3 pm.", False),
        ("missed", "I should have said that I speak German.", True),
        ("missed", "I did not get to my work with nurses.", True),
        ("missed", "The weather was fine.", False),
        ("interest", "I would very much like this job.", True),
        ("interest", "I’m excited about the role.", True),
        ("interest", "Have a good day.", False),
        ("still interested", "I remain very interested in the role.", True),
        ("still interested", "Have you decided?", False),
        ("news", "Could you tell me where things stand?", True),
        ("news", "I hope you are well.", False),
    ],
)
def test_a_purpose_is_met_by_what_meets_it(name: str, line: str, met: bool) -> None:
    one = light(name, line)
    assert one.met is met
    assert met or one.note is not None


def test_thanks_as_a_closing_do_not_count() -> None:
    assert not light("thanks", "I was there on Thursday.").met


def test_a_boast_without_proof_is_shown_with_a_reason() -> None:
    one = light("strength", "I am a perfect fit for this.")
    assert not one.met
    assert one.end > one.start


def test_what_was_missed_is_optional_and_silent_where_nothing_was() -> None:
    one = light("missed", "Hello there.", msgspec.structs.replace(FACTS, wish=""))
    assert one.optional
    assert one.note is None


def test_interest_follows_whether_the_job_is_wanted() -> None:
    unwanted = msgspec.structs.replace(FACTS, want="no")
    promise = light("interest", "I would love to join your team.", unwanted)
    assert not promise.met
    assert promise.note is not None
    assert light("interest", "All the best.", unwanted).note is None
    unsure = light("interest", "I want this job.", msgspec.structs.replace(FACTS, want="not sure"))
    assert unsure.met
    assert unsure.note is not None


@pytest.mark.parametrize("change", [("thanks =", "thx ="), ("boasts = [", "boasts = 3\nxs = [")])
def test_odd_word_lists_are_refused_by_name(tmp_path: Path, change: tuple[str, str]) -> None:
    path = tmp_path / "purposes.toml"
    path.write_text(WORDS_FILE.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(BadInput, match=r"purposes\.toml"):
        load_purpose_words(path)
