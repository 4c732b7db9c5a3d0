"""What a letter is held against: the facts of one letter, from the library or from a file."""

from __future__ import annotations

from datetime import date

import msgspec

from models.money import Money


class Person(msgspec.Struct, frozen=True):
    """Someone a letter goes to or names. `confirmed`: the spelling was seen in writing."""

    name: str
    title: str = ""
    email: str = ""
    confirmed: bool = True


class Sender(msgspec.Struct, frozen=True):
    """Who signs."""

    name: str = ""
    email: str = ""
    phone: str = ""
    city: str = ""
    link: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines under a letter, as far as they are known."""
        found = (self.name, self.phone, self.email, self.city, self.link)
        return tuple(line for line in (" ".join(part.split()) for part in found) if line)


class Claim(msgspec.Struct, frozen=True):
    """A strength and its proof."""

    claim: str
    evidence: str = ""


class OtherLetter(msgspec.Struct, frozen=True):
    """Another letter, to compare with: whom it goes to and what it says."""

    body: str
    to: str = ""
    employer: str = ""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """All that the rules may hold a letter against. What is empty is unknown, and rules about it stay silent.

    `panel` are the others of the same interview, `other_people` everyone else the user knows. `dates` by what they are
    ("interview", "promised", "decide by", "start"), `offer` amounts by term. `attachment` is True where the user
    confirmed that a promised document goes along. `today` is the day on which the letter is read.
    """

    kind: str = "thank-you"
    recipient: Person | None = None
    also_to: tuple[Person, ...] = ()
    panel: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()
    employer: str = ""
    other_employers: tuple[str, ...] = ()
    role: str = ""
    dates: dict[str, date] = {}
    offer: dict[str, Money] = {}
    sender: Sender = Sender()
    notes: tuple[str, ...] = ()
    strengths: tuple[Claim, ...] = ()
    wish: str = ""
    want: str = ""
    formality: str = "usual"
    dialect: str = ""
    attachment: bool = False
    letters: tuple[OtherLetter, ...] = ()
    today: date | None = None
