"""Onward: this week, what each interview taught, and the numbers of the house."""

from __future__ import annotations

from models.onward.activities import (
    FIRST_GOAL,
    LARGEST_GOAL,
    log_activity,
    remove_activity,
    set_weekly_goal,
    update_activity,
)
from models.onward.held import with_interviews
from models.onward.house_numbers import Funnel, HouseNumbers, funnel_of, load_house_numbers, share
from models.onward.learning import (
    PROMPTS,
    Practice,
    add_question,
    practice,
    questions_of,
    reflection_of,
    remove_question,
    save_reflection,
    update_question,
)
from models.onward.outcomes import FEELINGS, Felt, FeltAndCame, felt_and_came, quiet, quiet_until
from models.onward.week import COUNTED, Pace, Streak, Week, monday_of, pace, streak, week_of

__all__ = [
    "COUNTED", "FEELINGS", "FIRST_GOAL", "LARGEST_GOAL", "PROMPTS", "Felt", "FeltAndCame", "Funnel", "HouseNumbers",
    "Pace", "Practice", "Streak", "Week", "add_question", "felt_and_came", "funnel_of", "load_house_numbers",
    "log_activity", "monday_of", "pace", "practice", "questions_of", "quiet", "quiet_until", "reflection_of",
    "remove_activity", "remove_question", "save_reflection", "set_weekly_goal", "share", "streak", "update_activity",
    "update_question", "week_of", "with_interviews",
]  # fmt: skip
