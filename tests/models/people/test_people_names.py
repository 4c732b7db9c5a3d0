"""Names and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.formats import PlainFormatter, render
from models.people.addresses import address_doubt, email_problem
from models.people.names import (
    all_parts,
    edits,
    first_name,
    fold,
    full_name,
    greeting_name,
    initials,
    last_name,
    name_parts,
    nearly_the_same,
)


@pytest.mark.parametrize(
    ("name", "full", "first", "last", "letters"),
    [
        ("Priya Rao", "Priya Rao", "Priya", "Rao", "PR"),
        ("Dr. Priya Rao, PhD", "Priya Rao", "Priya", "Rao", "PR"),
        ("Rao, Priya", "Priya Rao", "Priya", "Rao", "PR"),
        ("Ludwig van der Berg", "Ludwig van der Berg", "Ludwig", "van der Berg", "LB"),
        ("Martin Luther King Jr.", "Martin Luther King", "Martin", "King", "MK"),
        ("Katherine (Kate) Jones", "Katherine Jones", "Katherine", "Jones", "KJ"),
        ("J. P. Morgan", "J. P. Morgan", "J. P. Morgan", "Morgan", "JM"),
        ("Madonna", "Madonna", "Madonna", "Madonna", "M"),
        ("Anne-Marie O’Neill", "Anne-Marie O’Neill", "Anne-Marie", "O’Neill", "AO"),
        ("李小龙", "李小龙", "李小龙", "李小龙", "李"),
        ("  ", "", "", "", "?"),
    ],
)
def test_names_fall_into_their_parts(name: str, full: str, first: str, last: str, letters: str) -> None:
    assert (full_name(name), first_name(name), last_name(name), initials(name)) == (full, first, last, letters)


def test_a_nickname_is_a_name_to_call_by() -> None:
    assert all_parts('Robert "Bob" Smith') == ("Robert", "Smith", "Bob")


def test_a_single_name_is_greeted_with_its_title_and_no_name_not_at_all() -> None:
    assert greeting_name("Madonna", "Ms", "formal", "UK") == "Ms Madonna"
    assert greeting_name("", "Ms") == ""


@given(st.text(max_size=40))
def test_any_text_can_stand_for_a_name(text: str) -> None:
    assert initials(text)
    assert full_name(text) == " ".join(name_parts(text))
    assert fold(last_name(text)) in fold(full_name(text))


@pytest.mark.parametrize(
    ("left", "right", "away"),
    [("rao", "rao", 0), ("rao", "roa", 1), ("smith", "smyth", 1), ("smith", "smit", 1), ("kim", "rao", 3)],
)
def test_a_swap_is_one_edit(left: str, right: str, away: int) -> None:
    assert edits(left, right) == edits(right, left) == away


@pytest.mark.parametrize(
    "address", ["", "p@n.example", "p.rao+jobs@mail.n-w.example", "josé@exämple.example", "o'neill@n.example"]
)
def test_good_addresses_have_no_problem(address: str) -> None:
    assert email_problem(address) is None


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("p rao@n.example", "spaces"), ("p@n.example\nBcc: x", "one line"), ("prao", "has none"), ("p@@n.example", "has more"),
        ("p@n", "company.com"), ("p@n..example", "company.com"), (".p@n.example", "before the @"), ("p,@n.example", "before the @"),
        ("p@-n.example", "company.com"), ("x" * 70 + "@n.example", "longer"), ("p@1.2.3.4", "company.com"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_in_a_sentence(address: str, word: str) -> None:
    problem = email_problem(address)
    assert problem is not None
    assert word in render(problem, PlainFormatter())


@pytest.mark.parametrize(
    ("address", "name", "doubtful"),
    [
        ("jsmyth@n.example", "John Smith", True),
        ("john.smit@n.example", "John Smith", True),
        ("jsmith@n.example", "John Smith", False),
        ("smithj2@n.example", "John Smith", False),
        ("jobs@n.example", "John Smith", False),
        ("munoz@n.example", "José Muñoz", False),
        ("okafro@n.example", "Tom Okafor", True),
    ],
)
def test_an_address_that_nearly_spells_the_name_is_worth_a_look(address: str, name: str, doubtful: bool) -> None:
    assert (address_doubt(address, name) is not None) is doubtful


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("Katherine Jones", "Katharine Jones", True),
        ("Omar Haddad", "Omar Hadad", True),
        ("Katherine Jones", "Katherine Jones", False),
        ("Tom Wells", "Tim Wells", False),
        ("Priya Rao", "Priya Roy", False),
        ("Priya", "Prija", False),
        ("Anna Lindqvist", "Anna Maria Lindqvist", False),
        ("José Muñoz", "Jose Munoz", False),
    ],
)
def test_names_that_may_be_one_name_spelled_twice(left: str, right: str, alike: bool) -> None:
    assert nearly_the_same(left, right) is alike
    assert nearly_the_same(right, left) is alike
