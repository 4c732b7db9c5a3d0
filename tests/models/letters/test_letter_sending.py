"""A letter on its way out: parsed back by Python's own e-mail package."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes
from email.headerregistry import UniqueAddressHeader
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import Moment
from models.letters.sending import FLOW_WIDTH, CannotSend, eml, flowed, mailto, plain_body, unflowed

ME = ("Maya Lindqvist", "maya@lindqvist.example")
BODY = "Dear Ms Muñoz,\r\n\r\nOne thing you said has stayed with me: “We ship on Fridays.”\n\nKind regards,\nMaya  \n"


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_plain_body_has_single_line_feeds_and_clean_edges() -> None:
    assert plain_body("\r\n\r\nHello,\r\n\r\nyou \r\n") == "Hello,\n\nyou"


def test_a_mailto_address_reads_back_as_the_letter() -> None:
    link = mailto("josé+jobs@example.com", "Thanks & more? 100%", BODY)
    assert link is not None
    assert link.isascii()
    parts = urlsplit(link)
    assert unquote(parts.path) == "josé+jobs@example.com"
    fields = parse_qs(parts.query)
    assert fields["subject"] == ["Thanks & more? 100%"]
    assert fields["body"] == [plain_body(BODY).replace("\n", "\r\n")]
    assert "+" not in parts.query


def test_a_mailto_address_that_mail_programs_would_cut_is_not_made() -> None:
    short = mailto("p@n.example", "", "x" * 1700)
    assert short is not None
    assert len(short) <= 1800
    assert mailto("p@n.example", "", "x" * 1800) is None
    assert mailto("p@n.example", "", "“" * 250) is None


@pytest.mark.parametrize("subject", ["Hello\r\nBcc: a@b.example", "Hello\nthere", "a\u2028b", "a\x00b", "a\x85b"])
def test_no_line_can_be_put_into_the_header_by_the_subject(subject: str) -> None:
    with pytest.raises(CannotSend):
        mailto("p@n.example", subject, "")
    with pytest.raises(CannotSend):
        eml(("Priya Rao", "p@n.example"), ME, subject, BODY)


@pytest.mark.parametrize(
    "address", ["p@n.example\r\nBcc: x@y.example", "p n@n.example", "p@n.example, x@y.example", "p", "<p@n.example>"]
)
def test_no_address_but_one_is_taken(address: str) -> None:
    with pytest.raises(CannotSend):
        mailto(address, "Hello", "")
    with pytest.raises(CannotSend):
        eml(("Priya Rao", address), ME, "Hello", BODY)


def test_no_line_can_be_put_into_the_header_by_a_name() -> None:
    with pytest.raises(CannotSend):
        eml(("Priya\r\nBcc: x@y.example", "p@n.example"), ME, "Hello", BODY)


def test_a_message_file_reads_back_as_the_letter() -> None:
    data = eml(
        ("José “Pepe” Muñoz, PhD", "jose@exämple.example"), ME, "Thank you: Muñoz " * 12, BODY, Moment(datetime(2026, 7, 30, 18, 5), "America/New_York")
    )  # fmt: skip
    message = parsed(data)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == ("Thank you: Muñoz " * 12).strip()
    to, sender = message["To"], message["From"]
    assert isinstance(to, UniqueAddressHeader)
    assert isinstance(sender, UniqueAddressHeader)
    assert [(one.display_name, one.addr_spec) for one in to.addresses] == [
        ("José Muñoz", "jose@xn--exmple-cua.example")
    ]
    assert sender.addresses[0].addr_spec == "maya@lindqvist.example"
    assert message["Date"] == "Thu, 30 Jul 2026 18:05:00 -0400"
    assert message.get_content_type() == "text/plain"
    assert message.get_content_charset() == "utf-8"
    assert message.get_param("format") == "flowed"
    assert unflowed(message.get_content()) == plain_body(BODY)
    assert message.defects == []
    head = data.split(b"\r\n\r\n", 1)[0]
    assert all(len(line) <= 78 for line in head.split(b"\r\n"))
    assert data.isascii()


def test_a_message_without_an_address_leaves_the_line_to_the_mail_program() -> None:
    message = parsed(eml(("Priya Rao", ""), ("", ""), "Thank you", "Hello"))
    assert message["To"] is None
    assert message["From"] is None


def test_flowed_text_is_stuffed_where_a_line_starts_oddly() -> None:
    assert flowed(" indented\n> quoted\nFrom here on\nplain") == "  indented\n > quoted\n From here on\nplain\n"


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("abc  >F-\n\r“é"), max_size=400))
def test_flowed_text_reads_back_as_it_was(text: str) -> None:
    made = flowed(text)
    assert unflowed(made) == plain_body(text)
    assert all(len(line) <= FLOW_WIDTH + 6 or " " not in line.strip()[:FLOW_WIDTH] for line in made.split("\n"))


def test_a_signature_mark_is_no_flowing_line() -> None:
    assert unflowed("one \n-- \nMaya\n") == "one -- \nMaya"
