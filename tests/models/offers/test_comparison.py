from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.errors import BadInput
from models.formats import PlainFormatter, Sentence, render
from models.money import Money
from models.offers import DASH, Assumptions, cell_text, compare, money_of
from models.offers.life import closeness, life_score
from models.offers.shown import tidy
from models.records import Criterion, Offer, Score, Term

D = Decimal

GROWTH = Criterion(id="g", name="Growth", weight=20)
PEOPLE = Criterion(id="p", name="People", weight=10)
HOME = Criterion(id="h", name="Home by six", weight=0, must_have=True)


def offer(number: str, base: int | None = None, **terms: Any) -> Offer:
    return Offer(id=number, name=f"Offer {number}", base=None if base is None else Term(D(base)), **terms)


def score(of: str, criterion: Criterion, value: int | None) -> Score:
    return Score(offer=of, criterion=criterion.id, value=value)


def said(sentences: Iterable[Sentence]) -> str:
    return " ".join(render(sentence, PlainFormatter()) for sentence in sentences)


def test_what_nobody_named_is_a_dash_and_not_zero() -> None:
    row = compare([offer("1", 90_000)]).row("bonus")
    assert row.empty
    assert cell_text(row, row.cells[0], PlainFormatter()) == DASH


def test_a_total_without_base_says_so_and_never_wins() -> None:
    unknown = offer("1", sign_on=Term(D(500_000)))
    comparison = compare([unknown, offer("2", 90_000), offer("3", 80_000)])
    cell = comparison.row("total").cells[0]
    assert cell.value == Money(D(500_000), "USD")
    assert cell.note
    assert cell.note.template == "without base"
    assert comparison.leader == 1
    assert "totals are without base" in said(comparison.remarks)


def test_with_one_known_base_nothing_is_called_highest() -> None:
    assert compare([offer("1", sign_on=Term(D(5))), offer("2", 90_000)]).leader is None


def test_an_offer_of_which_nothing_is_known_has_no_total() -> None:
    comparison = compare([offer("1"), offer("2", 1)])
    assert comparison.row("total").cells[0].value is None
    assert comparison.columns[0].money.total is None


def test_two_currencies_stand_side_by_side_but_are_not_compared() -> None:
    comparison = compare([offer("1", 90_000), offer("2", 80_000, currency="EUR")])
    assert comparison.leader is None
    assert all(row.best is None for row in comparison.rows if row.unit == "money")
    assert "EUR, USD" in said(comparison.remarks)


def test_equal_totals_have_no_leader() -> None:
    assert compare([offer("1", 90_000), offer("2", 90_000)]).leader is None


def test_a_broken_must_have_takes_the_lead_away() -> None:
    comparison = compare([offer("1", 99_000, musts_broken=("Home by six",)), offer("2", 90_000)])
    assert comparison.row("total").best == 0
    assert comparison.leader is None
    assert "Offer 1 breaks a must-have: Home by six." in said(comparison.remarks)


def test_a_must_have_scored_zero_is_broken_and_named_once() -> None:
    broken = life_score(offer("1", musts_broken=("h",)), [GROWTH, HOME], [score("1", HOME, 0), score("1", GROWTH, 9)])
    assert broken.broken == ("Home by six",)


def test_the_life_score_is_the_weighted_mean_of_what_was_scored() -> None:
    # (20 x 8 + 10 x 5) / 30 = 7 of 10
    full = life_score(offer("1"), [GROWTH, PEOPLE], [score("1", GROWTH, 8), score("1", PEOPLE, 5)])
    part = life_score(offer("1"), [GROWTH, PEOPLE], [score("1", GROWTH, 8), score("1", PEOPLE, None)])
    assert (full.value, full.missing) == (70, ())
    assert (part.value, part.missing) == (80, ("People",))


def test_weights_of_zero_give_no_score_and_say_why() -> None:
    comparison = compare([offer("1", 1)], [HOME], [score("1", HOME, 9)])
    assert comparison.columns[0].life.value is None
    assert "All weights are 0" in said(comparison.remarks)


@pytest.mark.parametrize(
    ("gap", "call"), [("0", "tie"), ("2.9", "tie"), ("3", "leaning"), ("8", "leaning"), ("8.1", "clear")]
)
def test_how_close_a_call_it_is(gap: str, call: str) -> None:
    assert closeness([D(50), D(50) + D(gap), D(10)]) == call


def test_one_score_is_no_call() -> None:
    assert closeness([D(50)]) is None


def test_a_vetoed_offer_takes_no_part_in_the_verdict() -> None:
    scores = [score("1", GROWTH, 10), score("2", GROWTH, 5)]
    assert compare([offer("1"), offer("2")], [GROWTH], scores).verdict is not None
    assert compare([offer("1", musts_broken=("x",)), offer("2")], [GROWTH], scores).verdict is None


def test_no_hours_at_all_give_no_hourly_pay() -> None:
    row = compare([offer("1", 90_000, hours=Term(D(0)), days_off=Term(D(20)))]).row("true_hourly")
    assert row.cells[0].value is None


def test_leaving_at_once_keeps_neither_sign_on_nor_equity_nor_match() -> None:
    generous = offer(
        "1",
        100_000,
        sign_on=Term(D(10_000)),
        clawback_months=Term(D(12)),
        equity_value=Term(D(40_000)),
        match_rate=Term(D(100)),
        match_cap=Term(D(4)),
        match_vesting_months=Term(D(12)),
    )
    assert money_of(generous, Assumptions(tenure_months=0)).totals[0] == Money(D(100_000), "USD")
    assert money_of(generous, Assumptions()).totals[0] == Money(D(124_000), "USD")


def test_a_cliff_later_than_the_first_year_catches_up_in_the_second() -> None:
    late = offer("1", equity_value=Term(D(40_000)), equity_cliff=Term(D(18)))
    line = money_of(late, Assumptions()).line("equity")
    assert [figure.amount.amount for figure in line.figures if figure] == [0, 20_000, 10_000, 10_000]


def test_options_without_a_strike_are_not_valued_as_if_the_strike_were_zero() -> None:
    options = offer("1", equity_kind="options", equity_units=Term(D(100)), equity_price=Term(D(5)))
    assert money_of(options, Assumptions()).line("equity").figures[0] is None


def test_less_premium_and_less_commute_are_better_and_more_days_off_are() -> None:
    dear = offer(
        "1", 1, premium=Term(D(200)), commute_days=Term(D(5)), commute_minutes=Term(D(20)), days_off=Term(D(10))
    )
    kind = offer(
        "2", 1, premium=Term(D(100)), commute_days=Term(D(1)), commute_minutes=Term(D(20)), days_off=Term(D(30))
    )
    comparison = compare([dear, kind])
    assert [comparison.row(key).best for key in ("premium", "commute_hours", "days_off", "worked")] == [1, 1, 1, 1]


def test_every_figure_tells_its_formula_and_source() -> None:
    full = offer("1", 50, pay_period="hour", bonus_target=Term(D(10)), premium=Term(D(190)))
    for line in money_of(full, Assumptions()).lines:
        for figure in filter(None, line.figures):
            assert figure.source
            assert "{" not in render(figure.formula, PlainFormatter())
    base = money_of(full, Assumptions()).line("base").figures[0]
    assert base
    assert base.inputs["hours"] == 40


def test_keep_searching_can_be_a_column() -> None:
    comparison = compare([offer("1", 90_000), Offer(id="2", name="Keep searching", kind="keep searching")])
    assert comparison.row("worked").cells[1].value is None
    assert comparison.remarks == ()


def test_the_chosen_year_is_the_one_in_the_table() -> None:
    comparison = compare([offer("1", 100, raise_rate=Term(D(100)))], assumptions=Assumptions(year=3))
    assert comparison.row("total").cells[0].value == Money(D(400), "USD")
    assert comparison.row("base").cells[0].value == Money(D(400), "USD")


def test_none_and_nine_offers_are_refused_in_a_sentence() -> None:
    for count in (0, 9):
        with pytest.raises(BadInput, match="one to 8"):
            compare([offer(str(n)) for n in range(count)])


@pytest.mark.parametrize(
    "wrong",
    [{"years": 0}, {"years": 7}, {"year": 5}, {"tenure_months": -1}, {"weeks": D(60)}, {"scenario": "rosy"}],
)
def test_assumptions_refuse_what_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        Assumptions(**wrong)


def test_dates_and_numbers_are_written_plainly() -> None:
    row = compare([offer("1", decide_by=date(2026, 8, 14), days_off=Term(D("22.00")))])
    plain = PlainFormatter()
    assert cell_text(row.row("decide_by"), row.row("decide_by").cells[0], plain) == "Fri 14 Aug 2026"
    assert cell_text(row.row("days_off"), row.row("days_off").cells[0], plain) == "22"
    assert str(tidy(D("1E+2"))) == "100"
