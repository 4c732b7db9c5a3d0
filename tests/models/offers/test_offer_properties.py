"""Properties that hold for every offer one can enter."""

from __future__ import annotations

import itertools
from decimal import Decimal

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from models.money import Money
from models.offers import SCENARIOS, Assumptions, compare, money_of
from models.records import Criterion, Offer, Score, Term

D = Decimal

amount = st.decimals(0, 500_000, places=2)
percents = st.decimals(0, 100, places=1)
months = st.decimals(0, 60, places=0)
schedules = st.sampled_from([(25, 25, 25, 25), (5, 15, 40, 40), (100,), (33, 33, 34), (0, 0, 0, 100)])


def term(values: SearchStrategy[Decimal]):
    return st.none() | st.builds(Term, values, st.sampled_from(["said", "written", "confirmed"]))


offers = st.builds(
    Offer,
    id=st.just("1"),
    name=st.just("One"),
    currency=st.sampled_from(["USD", "EUR", "JPY"]),
    base=term(amount),
    pay_period=st.sampled_from(["year", "month", "day", "hour"]),
    raise_rate=term(st.decimals(0, 20, places=1)),
    bonus_target=term(percents),
    bonus_odds=percents,
    bonus_first_months=term(st.decimals(0, 12, places=0)),
    sign_on=term(amount),
    clawback_months=term(months),
    equity_value=term(amount),
    equity_schedule=schedules.map(lambda shares: tuple(D(share) for share in shares)),
    equity_cliff=term(months),
    equity_odds=percents,
    match_rate=term(percents),
    match_cap=term(percents),
    own_contribution=percents,
    match_vesting_months=term(months),
    premium=term(st.decimals(0, 2_000, places=2)),
    other_yearly=term(amount),
    days_off=term(st.decimals(0, 60, places=0)),
    hours=term(st.decimals(0, 80, places=1)),
    commute_days=term(st.decimals(0, 7, places=0)),
    commute_minutes=term(st.decimals(0, 180, places=0)),
    commute_cost=term(st.decimals(0, 100, places=2)),
)
assumed = st.builds(
    Assumptions,
    years=st.integers(1, 6),
    tenure_months=st.none() | st.integers(0, 90),
    price_days=st.booleans(),
    scenario=st.sampled_from(["guaranteed", "expected", "all well"]),
)
few = settings(max_examples=60, deadline=None)


def has_float(value: object) -> bool:
    if isinstance(value, float):
        return True
    if isinstance(value, msgspec.Struct):
        return any(has_float(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, dict):
        return any(map(has_float, value.values()))
    return isinstance(value, tuple | list) and any(map(has_float, value))


@few
@given(offers, assumed)
def test_totals_are_exactly_the_sum_of_what_is_shown(offer: Offer, assumptions: Assumptions) -> None:
    money = money_of(offer, assumptions)
    shown = [figure.amount.amount for line in money.lines for figure in line.figures if figure]
    assert (money.total.amount if money.total else 0) == sum(shown)
    assert (money.total is None) == (not shown)


@few
@given(offers, assumed)
def test_the_currency_is_kept_and_no_float_is_anywhere(offer: Offer, assumptions: Assumptions) -> None:
    comparison = compare([offer], assumptions=assumptions)
    amounts = [cell.value for row in comparison.rows for cell in row.cells if isinstance(cell.value, Money)]
    assert all(value.currency == offer.currency for value in amounts)
    assert not has_float(comparison)


@few
@given(offers, assumed)
def test_guaranteed_is_at_most_expected_and_expected_at_most_all_well(offer: Offer, assumptions: Assumptions) -> None:
    by = compare([offer], assumptions=assumptions).columns[0].by_scenario
    for low, high in itertools.pairwise(SCENARIOS):
        less, more = by[low].totals, by[high].totals
        assert [amount is None for amount in less] == [amount is None for amount in more]
        # year by year a vesting cent may fall into another year; what has come in by a year's end never does
        sums = [
            list(itertools.accumulate(each.amount for each in totals if each is not None)) for totals in (less, more)
        ]
        assert all(one <= other for one, other in zip(*sums, strict=True))


@few
@given(offers, assumed, amount)
def test_more_base_never_lowers_a_total(offer: Offer, assumptions: Assumptions, more: Decimal) -> None:
    if offer.base is None:
        return
    richer = msgspec.structs.replace(offer, base=Term(offer.base.value + more))
    before, after = money_of(offer, assumptions), money_of(richer, assumptions)
    assert before.total is not None
    assert after.total is not None
    assert after.total.amount >= before.total.amount


@few
@given(offers, st.integers(1, 6))
def test_days_off_never_change_the_money(offer: Offer, years: int) -> None:
    assumptions = Assumptions(years=years)
    without = msgspec.structs.replace(offer, days_off=None, holidays=None)
    assert money_of(offer, assumptions).totals == money_of(without, assumptions).totals


@few
@given(offers)
def test_a_grant_that_vests_in_full_sums_to_the_grant(offer: Offer) -> None:
    if offer.equity_value is None:
        return
    line = money_of(offer, Assumptions(years=6, scenario="all well")).line("equity")
    assert sum(figure.amount.amount for figure in line.figures if figure) == offer.equity_value.value


@few
@given(offers, st.integers(0, 80), st.integers(0, 20))
def test_staying_longer_never_costs_anything(offer: Offer, stay: int, longer: int) -> None:
    short = money_of(offer, Assumptions(years=6, tenure_months=stay))
    long = money_of(offer, Assumptions(years=6, tenure_months=stay + longer))
    assert short.total is None or long.total is None or short.total.amount <= long.total.amount


@few
@given(st.lists(st.tuples(st.integers(0, 100), st.none() | st.integers(0, 10)), max_size=8))
def test_a_life_score_lies_between_0_and_100(pairs: list[tuple[int, int | None]]) -> None:
    criteria = [Criterion(id=str(n), name=f"c{n}", weight=weight) for n, (weight, _) in enumerate(pairs)]
    scores = [Score(offer="1", criterion=str(n), value=value) for n, (_, value) in enumerate(pairs)]
    value = compare([Offer(id="1", name="One")], criteria, scores).columns[0].life.value
    assert value is None or 0 <= value <= 100
