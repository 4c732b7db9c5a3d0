"""Which offers are compared and what is supposed of them, kept in the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models.clock import FixedClock
from models.errors import BadInput
from models.library import Library
from models.offers import add_criterion, add_offer, remove_offer, set_score, update_criterion, update_offer
from models.offers.open_terms import IMPORTANT, most_open, open_terms
from models.offers.side_by_side import (
    assumptions_from,
    change_assumptions,
    comparison_of,
    offers_side_by_side,
    put_aside,
)
from models.offers.starters import STARTERS, add_criteria
from models.offers.worked_out import WorkedOut
from models.records import Criterion, Offer, Settings, Term
from models.storage import Store


@pytest.fixture
def library(library_folder: Path, clock: FixedClock) -> Iterator[Library]:
    store = Store.open(library_folder, clock)
    yield Library(store, clock)
    store.close()


def several(library: Library, count: int) -> list[Offer]:
    return [add_offer(library, name=f"Offer {number}", base=Term(Decimal(90000 + number))) for number in range(count)]


def test_without_an_offer_there_is_nothing_to_compare(library: Library) -> None:
    assert comparison_of(library) is None


def test_an_offer_put_aside_is_left_out_until_it_is_brought_back(library: Library) -> None:
    first, second = several(library, 2)
    put_aside(library, first.id, True)
    assert offers_side_by_side(library) == (second,)
    library.undo()
    assert len(offers_side_by_side(library)) == 2
    library.redo()
    put_aside(library, first.id, False)
    assert len(offers_side_by_side(library)) == 2


def test_where_only_offers_put_aside_are_left_they_are_compared(library: Library) -> None:
    first, second = several(library, 2)
    put_aside(library, first.id, True)
    remove_offer(library, second.id)
    assert offers_side_by_side(library) == (first,)


def test_a_ninth_offer_waits_until_there_is_room(library: Library) -> None:
    ninth = several(library, 9)[-1]
    assert ninth not in offers_side_by_side(library)
    put_aside(library, ninth.id, True)
    with pytest.raises(BadInput, match="Put another one aside"):
        put_aside(library, ninth.id, False)
    put_aside(library, offers_side_by_side(library)[0].id, True)
    put_aside(library, ninth.id, False)
    assert offers_side_by_side(library)[-1] == ninth


def test_what_is_assumed_is_kept_and_taken_back(library: Library) -> None:
    several(library, 1)
    change_assumptions(library, offer_scenario="guaranteed", offer_year=3)
    change_assumptions(library, offer_stay_months=30)
    found = comparison_of(library)
    assert found is not None
    assert (found.assumptions.scenario, found.assumptions.year, found.assumptions.tenure_months) == (
        "guaranteed",
        3,
        30,
    )
    library.undo()
    library.undo()
    assert assumptions_from(library.one(Settings)) == assumptions_from(Settings())


def test_fewer_years_bring_the_year_of_the_table_back(library: Library) -> None:
    change_assumptions(library, offer_year=4)
    assert change_assumptions(library, offer_years=2).offer_year == 2


@pytest.mark.parametrize(
    "wrong", [{"offer_years": 0}, {"offer_years": 7}, {"offer_stay_months": -1}, {"offer_scenario": "rosy"}]
)
def test_what_cannot_be_assumed_is_refused_in_a_sentence(library: Library, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        change_assumptions(library, **wrong)
    assert not library.undo_label


def test_settings_of_another_hand_are_brought_into_range() -> None:
    odd = msgspec.structs.replace(Settings(), offer_years=40, offer_year=-3, offer_stay_months=9999)
    found = assumptions_from(odd)
    assert (found.years, found.year, found.tenure_months) == (6, 1, 600)


def test_the_usual_things_that_matter_come_in_one_step(library: Library) -> None:
    assert len(add_criteria(library)) == len(STARTERS)
    library.undo()
    assert not library.all(Criterion)


def test_open_terms_tell_unknown_from_said() -> None:
    offer = Offer(name="Northwind", base=Term(Decimal(1)), hours=Term(Decimal(38), "written"))
    found = open_terms(offer)
    assert found.said == ("base",)
    assert len(found.unknown) == len(IMPORTANT) - 2
    assert found.sentence is not None
    assert found.sentence.values == {"name": "Northwind", "unknown": len(IMPORTANT) - 2, "said": 1}
    assert open_terms(msgspec.structs.replace(offer, kind="current job")).sentence is None


def test_the_offer_to_be_answered_first_is_asked_about_first() -> None:
    late = Offer(id="1", name="Late", decide_by=date(2026, 6, 1))
    soon = Offer(id="2", name="Soon", decide_by=date(2026, 5, 20))
    found = most_open([Offer(id="3", name="Some day"), late, soon])
    assert found is not None
    assert found.name == "Soon"
    assert most_open([]) is None


def test_money_is_worked_out_once_while_only_weights_change(library: Library) -> None:
    kept = WorkedOut()
    offer, people = add_offer(library, name="One", base=Term(Decimal(90000))), add_criterion(library, "People")
    first = comparison_of(library, kept)
    update_criterion(library, people.id, weight=90)
    set_score(library, offer.id, people.id, 7)
    second = comparison_of(library, kept)
    assert first is not None
    assert second is not None
    assert second.columns[0].money is first.columns[0].money
    assert second.columns[0].life != first.columns[0].life
    update_offer(library, offer.id, base=Term(Decimal("90000.00")))
    change_assumptions(library, offer_years=2)
    third = comparison_of(library, kept)
    assert third == comparison_of(library)
    assert third is not None
    assert third.columns[0].money is not first.columns[0].money
