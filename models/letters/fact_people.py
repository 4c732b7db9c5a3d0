"""Rules about the reader as a person: is the name confirmed, can the address be theirs, is the letter theirs at all."""

from __future__ import annotations

from collections.abc import Iterator

from models.findings import Finding
from models.formats import PlainFormatter, render
from models.letters.fact_form import finding
from models.letters.fact_record import Facts
from models.letters.reading import LetterText, words_of
from models.people.addresses import address_doubt
from models.people.names import first_name, fold, full_name, name_parts


def unconfirmed_name(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Check: the reader's name was never seen in writing."""
    who = facts.recipient
    parts = name_parts(who.name) if who else ()
    if who is None or who.confirmed or not parts:
        return
    written = [word for word in words_of(letter.greeting) if fold(word.text) in {fold(part) for part in parts}]
    message = f"Is {parts[-1]} spelled as on their card? Once you have seen it written, confirm it under Contacts."
    yield finding(written[-1] if written else None, "check", "name-unconfirmed", message)


def doubtful_address(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Check: the address nearly spells the name, so one of the two is likely misspelt."""
    del letter
    for who in (facts.recipient, *facts.also_to):
        doubt = address_doubt(who.email, full_name(who.name)) if who is not None else None
        if doubt is not None:
            yield finding(None, "check", "address-doubt", render(doubt, PlainFormatter()))


def impersonal(facts: Facts) -> str:
    """What to say where nothing from this person's cards stands in the letter."""
    who = first_name(facts.recipient.name) if facts.recipient else ""
    if facts.notes:
        return f"Nothing in it is only for {who}. Your cards about {who} hold something that could be."
    return f"Nothing in it is only for {who}. One thing {who} said would make it theirs."
