"""Two wordings of a text are told apart word by word, and nothing of either is lost on the way."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from models.wording import Piece, differences

TEXTS = st.text(st.sampled_from("ab c.\n\t’é\ud83d"), max_size=60) | st.text(max_size=60)


def joined(pieces: tuple[Piece, ...], without: str) -> str:
    return "".join(piece.text for piece in pieces if piece.how != without)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_from_the_pieces(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert joined(pieces, "added") == old
    assert joined(pieces, "removed") == new


@given(TEXTS)
def test_equal_wordings_have_one_piece_or_none(text: str) -> None:
    assert [piece.how for piece in differences(text, text)] == (["same"] if text else [])


def test_a_changed_word_is_one_word_and_the_sentence_around_it_stays() -> None:
    assert differences("Thank you for Tuesday.\nBest", "Thank you for Monday.\nBest") == (
        Piece("same", "Thank you for "),
        Piece("removed", "Tuesday"),
        Piece("added", "Monday"),
        Piece("same", ".\nBest"),
    )


def test_a_new_paragraph_leaves_the_others_alone() -> None:
    assert [piece.how for piece in differences("One.\nTwo.\n", "One.\nNew.\nTwo.\n")] == ["same", "added", "same"]


def test_a_pasted_book_does_not_hold_anything_up() -> None:
    begun = time.monotonic()
    pieces = differences("word " * 40_000, "other " * 40_000)
    assert time.monotonic() - begun < 2
    assert [piece.how for piece in pieces] == ["removed", "added"]
