"""Is this an e-mail address, and can it be this person's?"""

from __future__ import annotations

import re

from models.formats import Sentence, say
from models.people.names import edits, fold, name_parts

LONGEST_ADDRESS = 254
"""RFC 5321, 4.5.3.1.3: a path of 256 with its two angle brackets."""
LONGEST_LOCAL = 64
"""RFC 5321, 4.5.3.1.1."""

_LOCAL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_SHORT_OF_NAME = 3


def email_problem(address: str) -> Sentence | None:
    """What keeps `address` from being an e-mail address, or None. Empty is no problem: nothing was given."""
    if any(sign in address for sign in "\r\n\v\f\x85\u2028\u2029\0"):
        return say("An e-mail address stands on one line.")
    plain = address.strip()
    if not plain:
        return None
    if " " in plain or "\t" in plain or "\u00a0" in plain:
        return say("An e-mail address has no spaces: “{address}”.", address=plain[:60])
    local, at, domain = plain.partition("@")
    if not at:
        return say("An e-mail address has an @ in the middle: “{address}” has none.", address=plain[:60])
    if "@" in domain:
        return say("An e-mail address has one @: “{address}” has more.", address=plain[:60])
    if len(plain) > LONGEST_ADDRESS or len(local) > LONGEST_LOCAL:
        return say("This is longer than an e-mail address can be.")
    if not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        return say("The part before the @ cannot be written like this: “{part}”.", part=local[:60])
    labels = domain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        return say("The part after the @ should look like company.com: “{part}” does not.", part=domain[:60])
    return None


def address_doubt(address: str, name: str) -> Sentence | None:
    """A hint where the address nearly spells the name and so one of the two is likely misspelt (jsmyth@ for Smith)."""
    if email_problem(address) is not None or not address.strip():
        return None
    local = fold(address.partition("@")[0])
    for part in name_parts(name)[-1:]:
        wanted = re.sub(r"[^a-z]", "", fold(part))
        if len(wanted) <= _SHORT_OF_NAME or wanted in re.sub(r"[^a-z]", "", local):
            continue
        if any(_nearly(chunk, wanted) for chunk in _chunks(local, name)):
            return say(
                "“{address}” and “{name}” spell the name differently. Which is right?", address=address, name=name
            )
    return None


def _chunks(local: str, name: str) -> set[str]:
    """What may be the family name in the local part: its pieces, with a leading initial taken off."""
    pieces = {piece for piece in re.split(r"[^a-z]+", local) if piece}
    initials = {fold(part)[:1] for part in name_parts(name)[:-1]}
    return pieces | {piece[1:] for piece in pieces if piece[:1] in initials}


def _nearly(chunk: str, wanted: str) -> bool:
    allowed = 1 if len(wanted) < 6 else 2
    return 0 < edits(chunk, wanted) <= allowed
