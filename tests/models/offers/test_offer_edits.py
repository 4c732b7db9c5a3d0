"""The named operations on a real library on disk: each is one step, refused whole or undone whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.clock import FixedClock
from models.errors import BadInput
from models.library import Library, NoSuchRecord
from models.offers import (
    add_criterion,
    add_offer,
    default_decide_by,
    remove_criterion,
    remove_offer,
    set_score,
    update_criterion,
    update_offer,
)
from models.records import Criterion, Offer, Opportunity, Score, Term
from models.records.opportunity import Status
from models.storage import Store

CLOCK = FixedClock(datetime(2026, 8, 7, 10, 0))
Edit = Callable[[Library, Offer, Criterion], object]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store.open(tmp_path, CLOCK)
    yield Library(store, CLOCK)
    store.close()


def after_weekends(day: date, count: int) -> date:
    """A calendar without holidays."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def everything(library: Library) -> tuple[Any, ...]:
    return tuple(library.all(kind) for kind in (Offer, Criterion, Score))


def test_an_offer_is_received_today_and_no_day_to_answer_is_made_up(library: Library) -> None:
    offer = add_offer(library, name="Northwind")
    assert (offer.received, offer.decide_by) == (date(2026, 8, 7), None)
    assert default_decide_by(date(2026, 8, 7), after_weekends) == date(2026, 8, 11)  # a Friday, then the Tuesday


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("interviewing", "offer"),
        ("waiting", "offer"),
        ("silent", "offer"),
        ("accepted", "accepted"),
        ("closed", "closed"),
    ],
)
def test_an_offer_written_down_moves_its_opportunity_in_the_same_step(
    library: Library, before: Status, after: Status
) -> None:
    with library.step("Begin"):
        job = library.put(Opportunity(employer="Northwind", status=before))
    add_offer(library, name="My job", kind="current job", opportunity=job.id)
    assert library.get(Opportunity, job.id).status == before
    add_offer(library, name="Northwind", opportunity=job.id)
    assert library.get(Opportunity, job.id).status == after
    assert library.undo() == "Add offer"
    assert library.get(Opportunity, job.id).status == before


def test_a_day_they_gave_is_kept_and_the_current_job_has_none(library: Library) -> None:
    named = add_offer(library, name="Northwind", decide_by=date(2026, 9, 1))
    job = add_offer(library, name="My job", kind="current job")
    assert named.decide_by == date(2026, 9, 1)
    assert (job.received, job.decide_by) == (None, None)


EDITS: dict[str, Edit] = {
    "Add offer": lambda library, _offer, _matters: add_offer(library, name="Second"),
    "Change the offer": lambda library, offer, _matters: update_offer(library, offer.id, base=Term(Decimal(95_000))),
    "Remove offer": lambda library, offer, _matters: remove_offer(library, offer.id),
    "Add what matters": lambda library, _offer, _matters: add_criterion(library, "Growth", 30),
    "Change what matters": lambda library, _offer, criterion: update_criterion(library, criterion.id, weight=80),
    "Remove what matters": lambda library, _offer, criterion: remove_criterion(library, criterion.id),
    "Change a score": lambda library, offer, criterion: set_score(library, offer.id, criterion.id, 3, "Said so"),
}


@pytest.mark.parametrize("label", EDITS)
def test_every_operation_is_one_named_step_that_undo_takes_back(library: Library, label: str) -> None:
    offer = add_offer(library, name="Northwind")
    criterion = add_criterion(library, "People")
    set_score(library, offer.id, criterion.id, 8)
    add_criterion(library, "Stands between, so that two scores are two steps")
    before = everything(library)
    EDITS[label](library, offer, criterion)
    after = everything(library)
    assert after != before
    assert library.undo_label == label
    library.undo()
    assert everything(library) == before
    library.redo()
    assert everything(library) == after


def test_scores_go_with_their_offer_and_with_their_criterion(library: Library) -> None:
    one, two = add_offer(library, name="One"), add_offer(library, name="Two")
    people, growth = add_criterion(library, "People"), add_criterion(library, "Growth")
    for offer in (one, two):
        for criterion in (people, growth):
            set_score(library, offer.id, criterion.id, 5)
    remove_offer(library, one.id)
    remove_criterion(library, growth.id)
    assert [(score.offer, score.criterion) for score in library.all(Score)] == [(two.id, people.id)]


def test_a_second_score_replaces_the_first_and_keeps_its_reason(library: Library) -> None:
    offer, people = add_offer(library, name="One"), add_criterion(library, "People")
    set_score(library, offer.id, people.id, 5, "Two managers in a year")
    set_score(library, offer.id, people.id, 7)
    (score,) = library.all(Score)
    assert (score.value, score.reason) == (7, "Two managers in a year")


def test_an_edit_that_changes_nothing_is_no_step(library: Library) -> None:
    offer = add_offer(library, name="One")
    update_offer(library, offer.id, name="One")
    assert library.undo_label == "Add offer"


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"base": Term(Decimal(-1))}, "Base salary"),
        ({"base": Term(Decimal("NaN"))}, "Base salary"),
        ({"bonus_odds": Decimal(101)}, "Odds of the bonus"),
        ({"hours": Term(Decimal(169))}, "Hours"),
        ({"currency": "usd"}, "Currency"),
        ({"name": "  "}, "Name"),
        ({"equity_schedule": (Decimal(60), Decimal(60))}, "Vesting by year"),
        ({"decide_by": date(202, 8, 14)}, "Answer by"),
    ],
)
def test_a_term_that_cannot_be_is_refused_by_its_label(library: Library, changes: dict[str, Any], label: str) -> None:
    offer = add_offer(library, name="One")
    with pytest.raises(BadInput, match=label):
        update_offer(library, offer.id, **changes)
    assert library.get(Offer, offer.id) == offer


def test_weights_and_scores_stay_in_their_range(library: Library) -> None:
    offer, people = add_offer(library, name="One"), add_criterion(library, "People")
    for work in (
        lambda: add_criterion(library, "x", 101),
        lambda: add_criterion(library, " "),
        lambda: update_criterion(library, people.id, weight=-1),
        lambda: set_score(library, offer.id, people.id, 11),
    ):
        with pytest.raises(BadInput):
            work()


def test_a_score_for_an_offer_that_is_gone_is_refused(library: Library) -> None:
    people = add_criterion(library, "People")
    with pytest.raises(NoSuchRecord):
        set_score(library, "99", people.id, 5)
