"""Places are code points of the letter as it is, whatever it is written in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.proofreading.choice import best_engine
from models.proofreading.masks import touches
from models.proofreading.offsets import LONGEST_TOKEN, plain_text
from models.proofreading.pack import load_pack
from models.proofreading.proofreader import LONGEST_TEXT, Context, Proofreader
from resources import ROOT

_READER = Proofreader(best_engine(), load_pack(ROOT / "words" / "pack"))
_BITS = st.sampled_from(
    ["teh ", "cafe\u0301 ", "😀 ", "👩🏽\u200d💻 ", "\r\n", "\n", "\r", "i ", "the the ", "Rao’s ", "שלום ", "\u1100\u1161\u11a8 ", "!! ", "(", '"',
     "n\u0303o ", "A\u030a", "thx ", "\ud800", " , ", "x" * 120 + " ", "e\u0301\u0323 ", "sam@example.com ", "Kind regards,\n", "Dear Ms Rao,\n\n"]
)  # fmt: skip
_TEXTS = st.lists(_BITS | st.text(max_size=8), max_size=14).map("".join)


@given(_TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_finding_marks_exactly_its_text(text: str) -> None:
    for finding in _READER.check(text, Context(names=("Priya Rao",))):
        assert text[finding.start : finding.end] == finding.text
        assert 0 <= finding.start <= finding.end <= len(text)


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_plain_text_covers_the_original_without_gaps(text: str) -> None:
    plain = plain_text(text)
    assert plain.back(0, len(plain.text)) == (0, len(text))
    assert "\r" not in plain.text
    if not plain.masked and not any("\ud800" <= letter <= "\udfff" for letter in text):
        assert plain.text == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


@given(st.lists(st.integers(0, 30), max_size=12, unique=True), st.integers(0, 30), st.integers(0, 6))
def test_a_place_touches_a_span_where_they_share_a_character(edges: list[int], start: int, length: int) -> None:
    edges = sorted(edges)
    spans = tuple(zip(edges[::2], edges[1::2], strict=False))
    shared = {place for begin, stop in spans for place in range(begin, stop)} & set(range(start, start + length))
    assert length == 0 or touches(start, start + length, spans) == bool(shared)


def test_a_page_full_of_mistakes_is_read_to_its_end() -> None:
    text = "teh wrod, " * 1900
    findings = _READER.check(text)
    assert [finding.text for finding in findings] == ["teh", "wrod"] * 1900


@pytest.mark.parametrize(
    "before",
    [
        "😀 is here. ",
        "Cafe\u0301s and cafe\u0301s. ",
        "One line.\r\nAnother line.\r\n",
        "שלום is a word. ",
        "👩🏽\u200d💻 codes. ",
        "Zoe\u0308 came.\r\n",
    ],
)
def test_a_mistake_is_found_where_it_stands(before: str) -> None:
    text = f"{before}I liked the wrod most."
    found = [finding for finding in _READER.check(text) if finding.text == "wrod"]
    assert [(finding.start, finding.fixes[0]) for finding in found] == [(text.index("wrod"), "word")]


def test_composed_and_decomposed_letters_are_the_same_word() -> None:
    for name in ("Zoë", "Zoe\u0308"):
        text = f"I spoke with {name} about it, and {name}'s answer helped."
        assert not _READER.check(text, Context(names=("Zoë",)))


def test_addresses_amounts_and_acronyms_are_nobodys_business() -> None:
    text = (
        "I work with KPIs, R&D, C++, .NET and GitHub, hold a Ph.D. and an MBA, asked for $96,500 or USD 90k, wrote to "
        "sam.ortiz@exmaple.com and u@thx.com, and read https://example.com/teh/wrod?u=1 on 13 November at 10:30."
    )
    assert not _READER.check(text)


def test_a_run_without_spaces_costs_no_time_and_no_remark() -> None:
    text = "Here is the key " + "wrodx" * 1000 + " for teh door."
    assert [finding.text for finding in _READER.check(text)] == ["teh"]
    assert len(plain_text("y" * (LONGEST_TOKEN + 1)).text) < 5


def test_a_pasted_book_is_read_in_part_and_says_so() -> None:
    text = "This line is fine. " * 2000 + "But teh end is not."
    findings = _READER.check(text)
    assert [finding.rule for finding in findings] == ["too-long"]
    assert LONGEST_TEXT - 20 < findings[0].start <= LONGEST_TEXT
