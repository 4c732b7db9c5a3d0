"""What to do before leaving an interview and after, and who was there."""

from __future__ import annotations

from models.checklist.checklist import Checklist, Group, Item, Wording, load_checklist
from models.checklist.operations import (
    add_card,
    add_interview,
    captured,
    remove_interview,
    tick,
    update_interview,
    update_opportunity,
)
from models.checklist.panel import Panel, panel_completeness
from models.checklist.state import GroupState, ItemState, captured_after, is_complete, state

__all__ = [
    "Checklist", "Group", "GroupState", "Item", "ItemState", "Panel", "Wording", "add_card", "add_interview",
    "captured", "captured_after", "is_complete", "load_checklist", "panel_completeness", "remove_interview", "state",
    "tick", "update_interview", "update_opportunity",
]  # fmt: skip
