"""What a draft may say: the facts that are known, turned into gaps and flags."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from models.letters import fragments
from models.letters.fragments import Jotting
from models.people.names import first_name, full_name, greeting_name, last_name, written_title
from models.records.interview import Role
from models.records.letter import Dialect, Formality
from models.records.opportunity import Strength, WantIt
from models.records.people import Note, Title
from models.records.program import Profile

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_MONTH_FIRST = ("", "US", "Canadian")
_THINGS = ("a ", "an ", "the ", "my ")
_SAME_WEEK = timedelta(days=6)


class DraftFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that a draft may know. What is empty is unknown and is asked for, never made up.

    `seat` is the person's place on the panel: neighbours get different sentences. `seed` is the same for the whole
    interview. `today` only decides whether a weekday alone is clear enough.
    """

    recipient: str = ""
    title: Title = ""
    part: Role = ""
    formality: Formality = "usual"
    dialect: Dialect = ""
    cards: tuple[Note, ...] = ()
    strengths: tuple[Strength, ...] = ()
    wish: str = ""
    excites: str = ""
    want: WantIt = ""
    asked_for_job: bool = False
    employer: str = ""
    role: str = ""
    interview_day: date | None = None
    today: date | None = None
    next_step: str = ""
    promised: date | None = None
    host: str = ""
    missing_names: tuple[str, ...] = ()
    answer_by: date | None = None
    ask_until: date | None = None
    open_terms: tuple[str, ...] = ()
    several: bool = False
    profile: Profile = Profile()
    seat: int = 0
    seed: int = 0


class Material(msgspec.Struct, frozen=True):
    """Gaps that can be filled, flags that hold, and which card stands behind which gap."""

    gaps: dict[str, str]
    flags: frozenset[str]
    cards: dict[str, str]


def letter_day(day: date, dialect: str) -> str:
    """The day as a letter in that dialect writes it: “Thursday, July 30” or “Thursday 30 July”."""
    weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
    return f"{weekday}, {month} {day.day}" if dialect in _MONTH_FIRST else f"{weekday} {day.day} {month}"


def listed(names: tuple[str, ...]) -> str:
    """“Ann”, “Ann and Ben”, “Ann, Ben and Cleo”."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def material(facts: DraftFacts) -> Material:
    """The facts as the sentences of a kind use them."""
    gaps = _people(facts) | _days(facts) | _own_words(facts) | _offer(facts)
    card_gaps, cards = _card_gaps(facts)
    gaps |= card_gaps
    return Material({name: text for name, text in gaps.items() if text}, _flags(facts, gaps), cards)


def _people(facts: DraftFacts) -> dict[str, str]:
    clean = bool(facts.recipient) and not fragments.PLACEHOLDER.search(facts.recipient)
    who = facts.recipient if clean else ""
    called = first_name(who)
    if facts.title and facts.formality != "relaxed" and who:
        called = f"{written_title(facts.title, facts.dialect)} {last_name(who)}"
    return {
        "greeting": greeting_name(who, facts.title, facts.formality, facts.dialect),
        "name": full_name(who),
        "first": called,
        "employer": _plain(facts.employer),
        "role": _plain(facts.role),
        "host": _plain(facts.host),
        "missing_names": listed(tuple(full_name(name) for name in facts.missing_names if full_name(name))),
        "own_name": _plain(facts.profile.name),
    }


def _days(facts: DraftFacts) -> dict[str, str]:
    def written(day: date | None) -> str:
        return letter_day(day, facts.dialect) if day else ""

    held = facts.interview_day
    near = held is not None and facts.today is not None and timedelta(0) <= facts.today - held <= _SAME_WEEK
    return {
        "day": written(held),
        "weekday": _DAYS[held.weekday()] if held else "",
        "since": ("on " + (_DAYS[held.weekday()] if near else written(held))) if held else "",
        "hear_by": written(facts.promised),
        "promised": written(facts.promised),
        "answer_by": written(facts.answer_by),
        "ask_until": written(facts.ask_until),
    }


def _own_words(facts: DraftFacts) -> dict[str, str]:
    strength = chosen_strength(facts)
    claim = fragments.jotting(strength.claim) if strength else None
    wish = fragments.wish(facts.wish)
    return {
        "claim": fragments.claim(strength.claim) if strength else "",
        "claim_phrase": claim.inner if claim and claim.shape == "phrase" and claim.inner.startswith(_THINGS) else "",
        "proof": fragments.proof(strength.evidence) if strength else "",
        "wish_that": wish.inner.removeprefix("that ") if wish and _is_that(wish) else "",
        "next_phrase": fragments.step(facts.next_step, facts.recipient),
        **_shaped("wish", wish),
        **_shaped("excites", fragments.excites(facts.excites)),
    }


def _shaped(name: str, found: Jotting | None) -> dict[str, str]:
    """The closed form always, and the open ones where the words can run on into a sentence."""
    if found is None:
        return {}
    runs_on = found.end == "." and not any(mark in found.words for mark in ".;:!?")
    bare = name == "wish" and found.inner.startswith("that ")
    return {
        name: found.inner.removeprefix("that ") + found.end,
        f"{name}_phrase": found.inner if found.shape == "phrase" and runs_on else "",
        f"{name}_clause": found.inner if found.shape == "clause" and runs_on and not bare else "",
    }


def _is_that(found: Jotting) -> bool:
    if any(mark in found.words for mark in ".;:!?") or found.end != ".":
        return False
    return found.inner.startswith("that ") or (found.shape == "sentence" and found.words.startswith(("I ", "I’", "I'")))


def chosen_strength(facts: DraftFacts) -> Strength | None:
    """Another strength for each seat; those with proof come first."""
    usable = [one for one in facts.strengths if fragments.jotting(one.claim)]
    proven = [one for one in usable if fragments.proof(one.evidence)]
    pool = proven or usable
    return pool[facts.seat % len(pool)] if pool else None


def _card_gaps(facts: DraftFacts) -> tuple[dict[str, str], dict[str, str]]:
    gaps: dict[str, str] = {}
    cards: dict[str, str] = {}
    found = [(note.id, words) for note in facts.cards if (words := fragments.card(note.text, facts.recipient))]
    for prefix, (note_id, words) in zip(("", "second_"), found, strict=False):
        about = fragments.topic(words)
        name = f"{prefix}topic" if about else f"{prefix}quote"
        gaps[name] = about or fragments.quoted(words)
        cards[name] = note_id
    return gaps, cards


def _offer(facts: DraftFacts) -> dict[str, str]:
    return {"open_terms": "\n".join(f"- {term}" for term in facts.open_terms)}


def _flags(facts: DraftFacts, gaps: dict[str, str]) -> frozenset[str]:
    flags: set[str] = {facts.formality}
    if facts.part:
        flags.add(facts.part)
    states = {"yes": "wants", "not sure": "unsure", "no": "does_not_want"}
    if facts.want:
        flags.add(states[facts.want])
    tests = {
        "asked": facts.asked_for_job,
        "several": facts.several,
        "has_card": "quote" in gaps or "topic" in gaps,
        "has_strength": bool(gaps.get("claim") or gaps.get("proof")),
        "has_proof": bool(gaps.get("proof")),
        "has_wish": bool(facts.wish.strip()),
        "has_next": bool(gaps.get("next_phrase") or gaps.get("hear_by")),
        "has_terms": bool(gaps.get("open_terms")),
        "promised_passed": bool(facts.promised and facts.today and facts.promised < facts.today),
    }
    return frozenset(flags | {name for name, holds in tests.items() if holds})


def _plain(text: str) -> str:
    line = " ".join(text.split())
    return "" if fragments.PLACEHOLDER.search(line) else line
