"""Who was met, and whose name or address is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from models.formats import Sentence, say
from models.phrases import number_word
from models.records import Contact, Meeting

Missing = Literal["name", "e-mail"]


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """`complete` people have a name and an address. `missing` holds the others with what is not known of them."""

    total: int
    complete: int
    addresses: int
    unconfirmed: int
    missing: tuple[tuple[Contact, tuple[Missing, ...]], ...]
    sentence: Sentence

    @property
    def is_complete(self) -> bool:
        """Whether everyone is known; nobody at all is not."""
        return self.total > 0 and not self.missing


def panel_completeness(meetings: Iterable[Meeting], contacts: Iterable[Contact]) -> Panel:
    """The meter of one interview's panel. A meeting whose contact is gone counts as a person without a name."""
    by_id = {contact.id: contact for contact in contacts}
    people = [by_id.get(meeting.contact, Contact()) for meeting in meetings]
    missing: list[tuple[Contact, tuple[Missing, ...]]] = []
    for person in people:
        lacks: list[Missing] = []
        if not person.name.strip():
            lacks.append("name")
        if not any(email.strip() for email in person.emails):
            lacks.append("e-mail")
        if lacks:
            missing.append((person, tuple(lacks)))
    addresses = sum("e-mail" not in lacks for _, lacks in missing) + len(people) - len(missing)
    return Panel(
        total=len(people),
        complete=len(people) - len(missing),
        addresses=addresses,
        unconfirmed=sum(not person.confirmed for person in people),
        missing=tuple(missing),
        sentence=_sentence(len(people), addresses, sum("name" in lacks for _, lacks in missing)),
    )


def _sentence(total: int, addresses: int, nameless: int) -> Sentence:
    if total == 0:
        return say("Nobody is written down yet. Who was there?")
    if total == 1:
        return _about_one(addresses, nameless)
    people = number_word(total)
    if addresses == total and nameless:
        return say(
            "You met {people} people and have every address; {nameless} without a name.",
            people=people,
            nameless=number_word(nameless),
        )
    if addresses == total:
        return say("You met {people} people and have every name and address.", people=people)
    if addresses == 0:
        return say("You met {people} people and have no address yet.", people=people)
    if addresses == 1:
        return say("You met {people} people and have one address.", people=people)
    return say(
        "You met {people} people and have {addresses} addresses.", people=people, addresses=number_word(addresses)
    )


def _about_one(addresses: int, nameless: int) -> Sentence:
    if addresses and not nameless:
        return say("You met one person and have name and address.")
    if addresses:
        return say("You met one person and have the address; the name is missing.")
    return say("You met one person; the address is missing.")
