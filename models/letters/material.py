"""What a draft may say: the facts that are known, turned into gaps and flags."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from models.letters import fragments
from models.letters.cards import KINDS, Told, told
from models.letters.fragments import Jotting, upper_first
from models.letters.turning import turned
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
_LONGEST_SHOWN = 80


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
        "role": fragments.role_inside(_plain(facts.role)),
        "host": _plain(facts.host),
        "missing_names": listed(tuple(full_name(name) for name in facts.missing_names if full_name(name))),
        "own_name": _plain(facts.profile.name),
    }


def _days(facts: DraftFacts) -> dict[str, str]:
    def written(day: date | None) -> str:
        return letter_day(day, facts.dialect) if day else ""

    held = facts.interview_day
    return {
        "day": written(held),
        "weekday": _DAYS[held.weekday()] if held else "",
        "since": _since(held, facts) if held else "",
        "hear_by": written(facts.promised),
        "promised": written(facts.promised),
        "answer_by": written(facts.answer_by),
        "ask_until": written(facts.ask_until),
    }


def _since(held: date, facts: DraftFacts) -> str:
    """“today”, “on Thursday” within a week, else “on Thursday, July 30”."""
    if facts.today == held:
        return "today"
    near = facts.today is not None and timedelta(0) <= facts.today - held <= _SAME_WEEK
    return "on " + (_DAYS[held.weekday()] if near else letter_day(held, facts.dialect))


def _own_words(facts: DraftFacts) -> dict[str, str]:
    strength = chosen_strength(facts)
    claim = fragments.jotting(strength.claim) if strength else None
    unsaid = turned(facts.wish, facts.recipient, we=False)
    asked = fragments.wish_ask(unsaid)
    wish = None if asked else fragments.wish(unsaid)
    if wish and wish.shape == "clause" and "you" in wish.words.split():
        asked, wish = wish.inner, None
    excites = fragments.excites(facts.excites, facts.recipient)
    own = excites if excites and excites.own else None
    return {
        "claim": fragments.claim(strength.claim) if strength else "",
        "claim_phrase": claim.inner if claim and claim.shape == "phrase" and claim.inner.startswith(_THINGS) else "",
        "proof": fragments.proof(strength.evidence) if strength else "",
        "wish_that": wish.inner.removeprefix("that ") if wish and _is_that(wish) else "",
        "wish_ask": asked,
        "unfit_wish": _shown(facts.wish) if wish is None and not asked else "",
        "unfit_excites": _shown(facts.excites) if excites is None else "",
        "excites_own": upper_first(own.words + own.end) if own else "",
        "next_phrase": fragments.step(facts.next_step, facts.recipient),
        **_shaped("wish", wish),
        **_shaped("excites", excites if own is None else None),
    }


def _shaped(name: str, found: Jotting | None) -> dict[str, str]:
    """The closed form always, and the open ones where the words can run on into a sentence."""
    if found is None:
        return {}
    runs_on = found.end == "." and not any(mark in found.words for mark in ".;:!?")
    bare = name == "wish" and found.inner.startswith("that ")
    closed = name != "wish" or found.shape != "clause" or bare
    return {
        name: found.inner.removeprefix("that ") + found.end if closed else "",
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
    found = [(note.id, told(note.text, facts.recipient)) for note in facts.cards]
    first = [(note_id, statements[0]) for note_id, statements in found if statements]
    rest = [(note_id, one) for note_id, statements in found for one in statements[1:]]
    for prefix, (note_id, one) in zip(("", "second_"), _two(first, rest), strict=False):
        gaps[prefix + one.kind] = one.words
        cards[prefix + one.kind] = note_id
    if not first and facts.cards:
        gaps["unfit_card"] = _shown(facts.cards[0].text)
    return gaps, cards


def _two(first: list[tuple[str, Told]], rest: list[tuple[str, Told]]) -> list[tuple[str, Told]]:
    """What the first card tells, and one thing more: what it goes on to tell, else what the next card does."""
    if not first:
        return []
    same = [one for one in rest if one[0] == first[0][0]]
    return [first[0], *same[:1], *first[1:], *rest][:2]


def _shown(text: str) -> str:
    """A jotting as a question shows it: on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1].rsplit(" ", 1)[0] + "…"


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
        "has_card": any(kind in gaps for kind in KINDS),
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
