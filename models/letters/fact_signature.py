"""The signature under a letter: whether it is complete, and the lines that would complete it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.findings import Finding
from models.letters.fact_form import finding
from models.letters.fact_record import Facts, Sender
from models.letters.reading import CLOSING, LetterText, Span
from models.people.names import fold, name_parts

RULE = "signature"
_PHONE = re.compile(r"(?<![\w.@])\+?\(?\d[\d ().\-/\u00a0]{5,}\d")
_EMAIL = re.compile(r"(?<![^\s@<>(),;:|])[^\s@<>(),;:|]{1,64}@[^\s@<>(),;:|]{1,253}\w")
_SAME_DIGITS = 7
_MISSING: dict[tuple[str, ...], str] = {
    ("name",): "your name is missing",
    ("e-mail",): "your e-mail address is missing",
    ("phone",): "your phone number is missing",
    ("name", "e-mail"): "your name and your e-mail address are missing",
    ("name", "phone"): "your name and your phone number are missing",
    ("e-mail", "phone"): "your e-mail address and your phone number are missing",
    ("name", "e-mail", "phone"): "your name, e-mail address and phone number are missing",
}


def signature_lines(letter: LetterText, facts: Facts) -> Iterator[Finding]:
    """Block: name, phone or e-mail missing under the letter, with the whole signature as the fix where it is known.
    Fix: a line differs from the profile.
    """
    sender, below = facts.sender, letter.signature
    emails = [_at(below, hit) for hit in _EMAIL.finditer(below.text)]
    phones = [_at(below, hit) for hit in _PHONE.finditer(below.text) if len(_digits(hit.group())) >= _SAME_DIGITS]
    missing = [
        what
        for what, there in (
            ("name", not sender.name or _holds_name(below.text, sender.name)),
            ("e-mail", bool(emails)),
            ("phone", bool(phones)),
        )
        if not there
    ]
    if missing:
        yield _incomplete(letter, sender, tuple(missing))
    if emails and sender.email and all(one.text.casefold() != sender.email.casefold() for one in emails):
        message = f"Your profile has the address {sender.email}."
        yield finding(emails[0], "fix", "signature-email", message, (sender.email,))
    if phones and sender.phone and not any(_same_number(one.text, sender.phone) for one in phones):
        message = f"Your profile has the number {sender.phone}."
        yield finding(phones[0], "fix", "signature-phone", message, (sender.phone,))


def _incomplete(letter: LetterText, sender: Sender, missing: tuple[str, ...]) -> Finding:
    message = f"Your signature is not complete: {_MISSING[missing]}."
    below = letter.signature
    if not (sender.name and sender.email and sender.phone):
        return Finding(passed="facts", severity="block", rule=RULE, message=message)
    start = len(letter.text[: below.start].rstrip())
    place = below if below.text.strip() else Span(start, len(letter.text), letter.text[start:])
    return Finding(
        passed="facts", severity="block", rule=RULE, start=place.start, end=place.end, text=place.text, message=message,
        fixes=(signed(place.text, sender),),
    )  # fmt: skip


def signed(below: str, sender: Sender) -> str:
    """What stands under the letter with the sender's lines in it; words of their own, such as a postscript, are kept."""
    if not below.strip():
        return "\n\nKind regards,\n" + "\n".join(sender.lines)
    lines = below.rstrip().splitlines()
    closing = [lines.pop(0)] if CLOSING.match(lines[0]) else []
    kept = [line for line in lines if not _signs(line, sender)]
    while kept and not kept[0].strip():
        kept.pop(0)
    return "\n".join([*closing, *sender.lines, *([""] if kept else []), *kept])


def _signs(line: str, sender: Sender) -> bool:
    """Whether a line is the name, a way to reach the sender, or another line of the signature, and nothing more."""
    plain = line.strip(" \t,.–—-")
    own = {fold(part) for part in name_parts(sender.name)}
    words = {fold(word) for word in re.findall(r"[\w'’\-]+", plain)}
    if plain and words and words <= own:
        return True
    rest = _EMAIL.sub("", _PHONE.sub("", plain)).strip(" |·,;:/-")
    labels = {"", "e-mail", "email", "mail", "phone", "tel", "mobile", "cell"}
    reached = rest != plain and {part.casefold().strip(".:") for part in rest.split()} <= labels
    return reached or plain in {part for part in (sender.city, sender.link) if part}


def _holds_name(text: str, name: str) -> bool:
    there = {fold(word) for word in re.findall(r"[\w'’\-]+", text)}
    parts = name_parts(name)
    return bool(parts) and all(fold(part).strip(".") in there for part in (parts[0], parts[-1]))


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _same_number(left: str, right: str) -> bool:
    """With or without country code and trunk zero: the shorter one's digits end the longer one's."""
    short, long = sorted((_digits(left).lstrip("0"), _digits(right).lstrip("0")), key=len)
    return (len(short) >= _SAME_DIGITS and long.endswith(short)) or short == long


def _at(around: Span, hit: re.Match[str]) -> Span:
    return Span(around.start + hit.start(), around.start + hit.end(), hit.group())
