"""Waiting well: when to ask, what to do meanwhile, what is usual."""

from __future__ import annotations

from models.waiting.advice import Advice, Step, advise, closing_due, explained, still_open
from models.waiting.deadline import DECISION_DAYS, DECISION_PRESETS, decide_by, default_decide_by, offered
from models.waiting.follow_up import FollowUp, Reply, follow_up_dates
from models.waiting.operations import (
    correct_event,
    fold,
    fold_when_done,
    forget_event,
    log_reply,
    log_update_sent,
    set_decide_by,
    set_promised,
    set_status,
    unfold,
)
from models.waiting.questions import OpenQuestion, open_questions
from models.waiting.situation import Waiting, situation, standing
from models.waiting.thank_you import ThankYou, default_letter_due, interview_end, thank_you_state
from models.waiting.timeline import Point
from models.waiting.usual import Average, Timelines, load_timelines

__all__ = [
    "DECISION_DAYS",
    "DECISION_PRESETS",
    "Advice",
    "Average",
    "FollowUp",
    "OpenQuestion",
    "Point",
    "Reply",
    "Step",
    "ThankYou",
    "Timelines",
    "Waiting",
    "advise",
    "closing_due",
    "correct_event",
    "decide_by",
    "default_decide_by",
    "default_letter_due",
    "explained",
    "fold",
    "fold_when_done",
    "follow_up_dates",
    "forget_event",
    "interview_end",
    "load_timelines",
    "log_reply",
    "log_update_sent",
    "offered",
    "open_questions",
    "set_decide_by",
    "set_promised",
    "set_status",
    "situation",
    "standing",
    "still_open",
    "thank_you_state",
    "unfold",
]  # fmt: skip
