"""Offers side by side: money by year, time, and what matters, each figure with its formula."""

from __future__ import annotations

from models.offers.comparison import Column, Comparison, compare
from models.offers.edits import (
    add_criterion,
    add_offer,
    default_decide_by,
    remove_criterion,
    remove_offer,
    set_score,
    update_criterion,
    update_offer,
)
from models.offers.figures import MOST_OFFERS, MOST_YEARS, SCENARIOS, Assumptions, Figure, Scenario
from models.offers.money import Line, OfferMoney, money_of
from models.offers.rows import Cell, Group, Row
from models.offers.shown import DASH, cell_text

__all__ = [
    "DASH", "MOST_OFFERS", "MOST_YEARS", "SCENARIOS", "Assumptions", "Cell", "Column", "Comparison", "Figure", "Group",
    "Line", "OfferMoney", "Row", "Scenario", "add_criterion", "add_offer", "cell_text", "compare", "default_decide_by",
    "money_of", "remove_criterion", "remove_offer", "set_score", "update_criterion", "update_offer",
]  # fmt: skip
