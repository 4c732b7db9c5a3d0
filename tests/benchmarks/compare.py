"""`dev.py bench compare`: eight offers over six years with ten criteria, worked out anew as when a weight is dragged.

Against the same sums over plain dictionaries of Decimals, without formulas, states or rows; and in milliseconds, because
a screen that follows a finger has 16 of them and must paint as well.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

from harness import Figure, alternating, milliseconds, report

from models.offers import SCENARIOS, Assumptions, compare
from models.records import Criterion, Offer, Score, Term

OFFERS, YEARS, CRITERIA = 8, 6, 10
REPEATS = 5
AGAINST_PLAIN = 20.0
MILLISECONDS = 16.0
D = Decimal


def offer(number: int) -> Offer:
    """An offer with every kind of money in it."""
    return Offer(
        id=str(number), name=f"Offer {number}", base=Term(D(90_000 + 1_000 * number)), raise_rate=Term(D(3)),
        bonus_target=Term(D(10)), bonus_odds=D(80), sign_on=Term(D(10_000)), clawback_months=Term(D(24)),
        equity_value=Term(D(40_000)), equity_cliff=Term(D(12)), equity_odds=D(50), match_rate=Term(D(100)),
        match_cap=Term(D(4)), match_vesting_months=Term(D(24)), premium=Term(D(190)), other_yearly=Term(D(600)),
        days_off=Term(D(22)), holidays=Term(D(10)), hours=Term(D(40)), commute_minutes=Term(D(35)),
        commute_days=Term(D(2)), commute_cost=Term(D(15)),
    )  # fmt: skip


def plain(number: int) -> dict[str, Any]:
    """The same offer as a dictionary."""
    return {
        "base": D(90_000 + 1_000 * number), "raise": D(3), "target": D(10), "odds": D(80), "sign_on": D(10_000),
        "grant": D(40_000), "grant_odds": D(50), "cap": D(4), "premium": D(190), "other": D(600), "days": D(32),
        "hours": D(40), "minutes": D(35), "on_site": D(2), "cost": D(15),
    }  # fmt: skip


def plain_total(given: dict[str, Any], year: int, odds: Decimal, grant_odds: Decimal) -> Decimal:
    """One year's money by the shortest way."""
    base = given["base"] * (1 + given["raise"] / 100) ** (year - 1)
    vested = D(25) if year <= 4 else D(0)
    return (
        base
        + base * given["target"] * odds / 10_000
        + (given["sign_on"] if year == 1 else D(0))
        + given["grant"] * vested * grant_odds / 10_000
        + base * given["cap"] / 100
        + given["other"]
        - 12 * given["premium"]
        - given["cost"] * given["on_site"] * 48
    )


def plain_sums(offers: list[dict[str, Any]], weights: list[int], scores: list[list[int]]) -> list[Any]:
    """What is added up behind the table: totals by year in three scenarios, the hourly pay, the weighted score."""
    found: list[Any] = []
    for given, marks in zip(offers, scores, strict=True):
        for odds, grant_odds in ((D(0), D(0)), (given["odds"], given["grant_odds"]), (D(100), D(100))):
            found.append([plain_total(given, year, odds, grant_odds) for year in range(1, YEARS + 1)])
        worked = given["hours"] * 52 - given["days"] * given["hours"] / 5
        found.append(found[-2][0] / (worked + 2 * given["minutes"] * given["on_site"] * 48 / 60))
        found.append(sum(w * s for w, s in zip(weights, marks, strict=True)) / D(sum(weights)))
    return found


def main() -> int:
    """Check that both reach the same totals, measure, print, judge."""
    offers = [offer(number) for number in range(OFFERS)]
    plains = [plain(number) for number in range(OFFERS)]
    criteria = [Criterion(id=str(n), name=f"Criterion {n}", weight=10 * n) for n in range(CRITERIA)]
    marks = [[(number + n) % 11 for n in range(CRITERIA)] for number in range(OFFERS)]
    scores = [
        Score(offer=str(number), criterion=str(n), value=marks[number][n])
        for number in range(OFFERS)
        for n in range(CRITERIA)
    ]
    weights = [criterion.weight for criterion in criteria]
    assumed = Assumptions(years=YEARS)
    sums, shown = plain_sums(plains, weights, marks), compare(offers, criteria, scores, assumed)
    for number, column in enumerate(shown.columns):
        for place, which in enumerate(SCENARIOS):
            mine = [total.amount for total in column.by_scenario[which].totals if total is not None]
            theirs = [total.quantize(D("0.01")) for total in sums[5 * number + place]]
            if any(abs(one - other) > D("0.05") for one, other in zip(mine, theirs, strict=True)):
                raise SystemExit(f"{column.name}, {which}: {mine} is not {theirs}.")

    def ours() -> float:
        return milliseconds(lambda: [compare(offers, criteria, scores, assumed) for _ in range(REPEATS)]) / REPEATS

    def floor() -> float:
        return milliseconds(lambda: [plain_sums(plains, weights, marks) for _ in range(REPEATS)]) / REPEATS

    mine, theirs = alternating(ours, floor)
    return report(
        Figure("compare", "ms", mine, MILLISECONDS),
        Figure("compare against plain sums", "ms", mine, AGAINST_PLAIN, theirs),
    )


if __name__ == "__main__":
    sys.exit(main())
