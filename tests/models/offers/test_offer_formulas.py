"""Published worked examples, each recomputed by hand before it became an expectation."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.money import Money
from models.offers import Assumptions, Line, compare, money_of, pay
from models.offers.hours import hours_of
from models.records import Offer, Term
from models.records.offer import PayPeriod

D = Decimal


def amounts(line: Line) -> list[Decimal | None]:
    return [figure.amount.amount if figure else None for figure in line.figures]


def test_y1_an_even_grant_and_a_sign_on_make_210_then_200_thousand_a_year() -> None:
    offer = Offer(name="Y1", base=Term(D(150_000)), sign_on=Term(D(10_000)), equity_value=Term(D(200_000)))
    money = money_of(offer, Assumptions())
    assert [total.amount for total in money.totals if total] == [210_000, 200_000, 200_000, 200_000]
    assert money.total
    assert money.total.amount == 810_000


def test_k1_leaving_at_half_the_term_gives_half_the_sign_on_back() -> None:
    assert pay.clawback(D(30_000), D(12), D(6)) == 15_000
    offer = Offer(name="K1", sign_on=Term(D(30_000)), clawback_months=Term(D(12)))
    kept = money_of(offer, Assumptions(tenure_months=6)).line("sign_on")
    assert amounts(kept) == [15_000, 0, 0, 0]


def test_the_rarer_clawback_asks_for_everything() -> None:
    assert pay.clawback(D(30_000), D(12), D(6), "in full") == 30_000
    assert pay.clawback(D(30_000), D(12), D(12), "in full") == 0


@pytest.mark.parametrize(("month", "share"), [(0, 0), (11, 0), (12, 25), (36, 75), (48, 100), (60, 100)])
def test_v1_an_even_four_year_grant_vests_from_the_cliff_on(month: int, share: int) -> None:
    assert pay.vested([D(25)] * 4, D(12), D(month)) == share


def test_an_uneven_grant_vests_evenly_within_each_of_its_years() -> None:
    back_loaded = [D(5), D(15), D(40), D(40)]
    assert pay.vested(back_loaded, D(12), D(18)) == D("12.5")
    assert pay.vested(back_loaded, D(12), D(48)) == 100


@pytest.mark.parametrize(("exit_price", "worth"), [("6", 80_000), ("1.80", 0)])
def test_v3_options_are_worth_what_is_above_the_strike_and_never_less_than_nothing(exit_price: str, worth: int) -> None:
    assert pay.grant_value(D(20_000), D(exit_price), D(2)) == worth
    offer = Offer(
        name="V3",
        equity_kind="options",
        equity_units=Term(D(20_000)),
        equity_price=Term(D(exit_price)),
        equity_strike=Term(D(2)),
    )
    grant = money_of(offer, Assumptions()).line("equity").total
    assert grant == Money(D(worth))


def test_three_rounds_of_dilution_leave_about_58_per_cent() -> None:
    assert pay.grant_value(D(1), D(1), dilution=1 / D("1.2") ** 3).quantize(D("0.001")) == D("0.579")


def test_b1_the_bonus_is_22500_and_half_of_it_for_six_months() -> None:
    assert pay.bonus(D(150_000), D(15)) == 22_500
    offer = Offer(name="B1", base=Term(D(150_000)), bonus_target=Term(D(15)), bonus_first_months=Term(D(6)))
    assert amounts(money_of(offer, Assumptions(years=2)).line("bonus")) == [11_250, 22_500]


@pytest.mark.parametrize("own", [3, 5, 12])
def test_m4_the_match_stops_at_its_cap(own: int) -> None:
    assert pay.match(D(60_000), D(own), D(3), D(100)) == 1_800


def test_h2_half_an_hour_each_way_on_250_days_is_250_hours_and_3750() -> None:
    assert pay.commute_hours(D(30), D(250)) == 250
    offer = Offer(
        name="H2", commute_minutes=Term(D(30)), commute_days=Term(D(5)), commute_cost=Term(D(15)), base=Term(D(1))
    )
    assumed = Assumptions(commute_weeks=D(50))
    money = money_of(offer, assumed)
    assert hours_of(offer, money, assumed).commute == 250
    assert amounts(money.line("commute"))[0] == -3_750


def test_l1_60_thousand_at_index_100_is_72_thousand_at_index_120() -> None:
    assert pay.same_living(D(60_000), D(100), D(120)) == 72_000


def test_p1_a_plan_costs_8400_in_the_best_year_and_14400_in_the_worst() -> None:
    best = pay.health_year(D(700), D(0), D(2_000), D(20), D(6_000))
    worst = pay.health_year(D(700), D(1_000_000), D(2_000), D(20), D(6_000))
    assert (best, worst) == (8_400, 14_400)


def test_d4_weights_10_20_and_5_are_these_parts_of_the_whole() -> None:
    assert [round(part, 4) for part in pay.shares([10, 20, 5])] == [D("0.2857"), D("0.5714"), D("0.1429")]


@pytest.mark.parametrize(
    ("rate", "period", "yearly"),
    [(50, "hour", 104_000), (5_000, "month", 60_000), (400, "day", 104_000), (95_000, "year", 95_000)],
)
def test_every_pay_period_becomes_a_year(rate: int, period: PayPeriod, yearly: int) -> None:
    assert pay.yearly_pay(D(rate), period) == yearly


def test_a_published_total_that_counts_days_off_twice_is_reached_only_by_the_switch() -> None:
    """The field adds salary / 260 x days to a salary that pays for those days already: 104,000 + 20 x 400."""
    offer = Offer(name="twice", base=Term(D(104_000)), days_off=Term(D(20)))
    honest, priced = money_of(offer, Assumptions()), money_of(offer, Assumptions(price_days=True))
    assert honest.totals[0]
    assert honest.totals[0].amount == 104_000
    assert priced.totals[0]
    assert priced.totals[0].amount == 112_000


def test_days_off_raise_the_true_hourly_pay_and_the_switch_does_not_raise_it_again() -> None:
    # 104,000 / (2,080 - 20 x 8) = 54.1667; the commute of 2 x 30 min on 240 days adds 240 hours: 104,000 / 2,160
    offer = Offer(name="hours", base=Term(D(104_000)), days_off=Term(D(20)), hours=Term(D(40)), commute_days=Term(D(0)))
    far = Offer(
        name="far", base=Term(D(104_000)), days_off=Term(D(20)), commute_days=Term(D(5)), commute_minutes=Term(D(30))
    )
    for switch in (False, True):
        row = compare([offer, far], assumptions=Assumptions(price_days=switch)).row("true_hourly")
        assert [cell.value for cell in row.cells] == [Money(D("54.17")), Money(D("48.15"))]


def test_the_commute_is_taken_off_once() -> None:
    # 104,000 - 240 x 10 = 101,600 over 2,080 + 240 hours
    offer = Offer(
        name="once",
        base=Term(D(104_000)),
        commute_days=Term(D(5)),
        commute_minutes=Term(D(30)),
        commute_cost=Term(D(10)),
    )
    assumed = Assumptions()
    money = money_of(offer, assumed)
    assert money.totals[0]
    assert money.totals[0].amount == 101_600
    hourly = hours_of(offer, money, assumed).true_hourly
    assert hourly
    assert hourly.amount.amount == D("43.79")


def test_raises_compound_from_the_second_year() -> None:
    offer = Offer(name="raises", base=Term(D(100_000)), raise_rate=Term(D(10)))
    assert amounts(money_of(offer, Assumptions(years=3)).line("base")) == [100_000, 110_000, 121_000]
