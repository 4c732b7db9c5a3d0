"""Waiting well: when to ask, what to do meanwhile, what is usual."""

from __future__ import annotations

from models.waiting.advice import Advice, Step, advise, closing_due, explained
from models.waiting.follow_up import FollowUp, Reply, follow_up_dates

__all__ = ["Advice", "FollowUp", "Reply", "Step", "advise", "closing_due", "explained", "follow_up_dates"]
