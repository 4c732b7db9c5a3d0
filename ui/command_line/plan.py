"""Say when to ask for news after an interview, and what to do today.

Input: the day of the interview and, where they named one, the day you were promised an answer. Days are written
2026-11-02 or 2 Nov 2026; a day without a year is the nearest one. Working days leave out the weekends and public
holidays of the country and region.

Output: what to do today, then four days with a reason each:
  earliest   the first day on which asking is fine
  suggested  a better day to ask
  second     ask once more, if nobody answered
  closing    one last note, then let it rest
Where you asked too soon or very late, the last two are moved to days that still make sense, or the second falls away.
With --json one JSON object on standard output: interview, promised, base (the day the count starts from without a
promise), country, region, today, phase, headline, reason, ask, ask_on, and earliest, suggested, second, closing as
days (2026-11-17) as they are counted, with a sentence for each under reasons. What is not known is null. phase is
quiet, may ask, ask, asked, ask again, asked twice, closing note or day of rest; ask is update or closing note.

Exit codes: 0 done, 2 something in the input cannot be used (one sentence on standard error says what).
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import Any

from models.clock import SystemClock
from models.dates import WorkingCalendar, parse_day, working_calendar
from models.errors import BadInput
from models.formats import PlainFormatter, render
from models.waiting import Advice, FollowUp, Reply, advise, explained, follow_up_dates, still_open

NAME = "plan"

_YEARS = range(1900, 2201)
_NAMES = {"earliest": "Earliest", "suggested": "Suggested", "second": "Second time", "closing": "Closing note"}


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("--interview", metavar="DATE", required=True, help="the day of the interview")
    parser.add_argument("--promised", metavar="DATE", help="the day they said you would hear by")
    parser.add_argument("--country", metavar="CC", default="US", help="two letters, such as GB (default: US)")
    parser.add_argument("--region", metavar="R", default="", help="a region with holidays of its own, such as CA")
    parser.add_argument("--replied", metavar="DATE", help="the day they last wrote or called; the count starts anew")
    parser.add_argument("--reply-promised", metavar="DATE", help="the day they named then (needs --replied)")
    parser.add_argument("--first-update", metavar="DATE", help="the day you first asked for news")
    parser.add_argument("--today", metavar="DATE", help="plan as if today were this day")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")


def run(args: argparse.Namespace) -> int:
    """Print the plan. Raises BadInput naming the option that cannot be used."""
    calendar = _calendar(args.country, args.region)
    clock_day = SystemClock().today()
    today = _day("--today", args.today, clock_day, calendar.country) or clock_day
    dates = _dates(args, calendar, today)
    advice = advise(dates, calendar, today)
    if args.json:
        print(json.dumps(_as_json(dates, advice, calendar, today), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_lines(dates, advice, calendar, today)))
    return 0


class _WithYear(PlainFormatter):
    """A plan may cross the end of the year, so each day carries its own."""

    def day(self, value: date) -> str:
        return f"{super().day(value)} {value.year}"


def _calendar(country: str, region: str) -> WorkingCalendar:
    try:
        return working_calendar(country, region)
    except BadInput as error:
        sentence = str(error)
        for words, option in (("The country", "--country"), ("The region", "--region")):
            sentence = option + sentence.removeprefix(words) if sentence.startswith(words) else sentence
        raise BadInput(sentence) from None


def _day(option: str, text: str | None, today: date, country: str) -> date | None:
    if text is None:
        return None
    day = parse_day(text, today, what=option, country=country)
    if day.year not in _YEARS:
        raise BadInput(f"{option} should lie in the years {_YEARS[0]} to {_YEARS[-1]}; {day.isoformat()} does not.")
    return day


def _dates(args: argparse.Namespace, calendar: WorkingCalendar, today: date) -> FollowUp:
    interview = _day("--interview", args.interview, today, calendar.country) or today
    promised = _day("--promised", args.promised, today, calendar.country)
    replied = _day("--replied", args.replied, today, calendar.country)
    again = _day("--reply-promised", args.reply_promised, today, calendar.country)
    update = _day("--first-update", args.first_update, today, calendar.country)
    if again is not None and replied is None:
        raise BadInput("--reply-promised needs --replied: the day on which they named it.")
    _not_before("--promised", promised, "--interview", interview)
    _not_before("--replied", replied, "--interview", interview)
    _not_before("--first-update", update, "--interview", interview)
    if replied is not None:
        _not_before("--reply-promised", again, "--replied", replied)
    return follow_up_dates(
        interview,
        calendar,
        promised=promised,
        replies=() if replied is None else (Reply(replied, again),),
        updates=() if update is None else (update,),
    )


def _not_before(option: str, day: date | None, other: str, start: date) -> None:
    if day is not None and day < start:
        raise BadInput(f"{option} should not lie before {other}: {day.isoformat()} comes before {start.isoformat()}.")


def _as_lines(dates: FollowUp, advice: Advice, calendar: WorkingCalendar, today: date) -> list[str]:
    form = _WithYear()
    place = f"{calendar.country} {calendar.region}".strip()
    lines = [
        f"Today, {form.day(today)}: {render(advice.headline, form)}",
        render(advice.reason, form),
        "",
    ]
    lines += [
        f"{_NAMES[step.name]:<13} {form.day(step.day):<16} {render(step.sentence, form)}"
        for step in still_open(dates, calendar)
    ]
    return [*lines, "", f"Counted in working days of {place}."]


def _as_json(dates: FollowUp, advice: Advice, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    form = _WithYear()
    steps = explained(dates)
    return {
        "interview": dates.interview.isoformat(),
        "promised": dates.promised.isoformat() if dates.promised else None,
        "base": dates.base.isoformat(),
        "country": calendar.country,
        "region": calendar.region or None,
        "today": today.isoformat(),
        **{step.name: step.day.isoformat() for step in steps},
        "phase": advice.phase,
        "headline": render(advice.headline, form),
        "reason": render(advice.reason, form),
        "ask": advice.ask or None,
        "ask_on": advice.day.isoformat() if advice.day else None,
        "reasons": {step.name: render(step.sentence, form) for step in steps},
    }
