"""A letter on its way out: as plain text, as a mailto address, as a message file. Encore itself sends nothing."""

from __future__ import annotations

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote

from models.clock import Moment
from models.errors import EncoreError
from models.formats import PlainFormatter, render
from models.people.addresses import email_problem
from models.people.names import full_name

LONGEST_MAILTO = 1800
"""Characters of the whole address. Mail programs and Windows' shell cut longer ones without a word."""
FLOW_WIDTH = 72
"""RFC 3676, 4.2: a line of format=flowed should be at most 78 characters; 72 leaves room for quoting."""
_BREAKS = re.compile(r"[\r\n\v\f\x85\u2028\u2029\x00-\x08\x0e-\x1f\x7f]")


class CannotSend(EncoreError):
    """An address or a line of the header that cannot stand in a message."""


def plain_body(text: str) -> str:
    """The body as it is copied: single line feeds, no blanks at line ends, none at top and bottom."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip(" \t\u00a0") for line in lines).strip("\n")


def header_line(text: str, what: str = "The subject") -> str:
    """The text as one header line; CannotSend where a line break or control character is in it."""
    if _BREAKS.search(text):
        raise CannotSend(f"{what} has to stand on one line.")
    return text.strip()


def mailto(to: str, subject: str, body: str) -> str | None:
    """The letter as a mailto address (RFC 6068), or None where it would be too long for mail programs.

    CannotSend where the address is none, or the subject has a line break.
    """
    address = _checked(to)
    local, _, domain = address.rpartition("@")
    where = f"{quote(local, safe='')}@{quote(domain, safe='.-')}" if address else ""
    lines = plain_body(body).replace("\n", "\r\n")
    text = f"mailto:{where}?subject={quote(header_line(subject), safe='')}&body={quote(lines, safe='')}"
    return text if len(text) <= LONGEST_MAILTO else None


def eml(to: tuple[str, str], sender: tuple[str, str], subject: str, body: str, date: Moment | None = None) -> bytes:
    """The letter as an unsent message that a mail program opens for editing (X-Unsent: 1).

    `to` and `sender` are name and address; an empty address leaves the line out. UTF-8, format=flowed.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    for line, (name, address) in (("From", sender), ("To", to)):
        checked = _checked(address)
        if checked:
            message[line] = _address(header_line(name, "The name"), checked)
    message["Subject"] = header_line(subject)
    if date is not None:
        message["Date"] = format_datetime(_aware(date))
    message.set_content(flowed(body), charset="utf-8", cte="quoted-printable")
    message.set_param("format", "flowed")
    return message.as_bytes()


def flowed(text: str) -> str:
    """The text as format=flowed (RFC 3676): long lines broken after a space, lines that start oddly stuffed."""
    lines: list[str] = []
    for line in plain_body(text).split("\n"):
        lines.extend(_stuffed(piece) for piece in _wrapped(line))
    return "\n".join(lines) + "\n"


def unflowed(text: str) -> str:
    """The text that a reader of format=flowed shows; the inverse of `flowed` up to blanks at line ends."""
    lines: list[str] = []
    runs_on = False
    for raw in text.replace("\r\n", "\n").removesuffix("\n").split("\n"):
        line = raw[1:] if raw.startswith(" ") else raw
        if runs_on:
            lines[-1] += line
        else:
            lines.append(line)
        runs_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _wrapped(line: str) -> list[str]:
    pieces: list[str] = []
    rest = line
    while len(rest) > FLOW_WIDTH:
        cut = rest.rfind(" ", 1, FLOW_WIDTH)
        cut = cut if cut > 0 else rest.find(" ", FLOW_WIDTH)
        if cut < 0:
            break
        while cut + 1 < len(rest) and rest[cut + 1] == " ":
            cut += 1
        pieces.append(rest[: cut + 1])
        rest = rest[cut + 1 :]
    return [*pieces, rest]


def _stuffed(line: str) -> str:
    return " " + line if line.startswith((" ", ">", "From ")) else line


def _checked(address: str) -> str:
    problem = email_problem(address)
    if problem is not None:
        raise CannotSend(render(problem, PlainFormatter()))
    return address.strip()


def _address(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    if not local.isascii():
        raise CannotSend(
            f"Mail programs do not all know addresses with accents: “{address}”. Use “I'll copy it” instead."
        )
    try:
        host = domain if domain.isascii() else domain.encode("idna").decode("ascii")
        return Address(display_name=full_name(name) or name, username=local, domain=host)
    except (ValueError, UnicodeError, IndexError) as error:
        raise CannotSend(f"“{address}” cannot stand in a message.") from error


def _aware(moment: Moment) -> datetime:
    return moment.aware
