"""Whatever days a form or an import lets in, the waiting list still has a row to show."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import Moment
from models.dates import working_calendar
from models.dossier import Dossier
from models.formats import PlainFormatter, render
from models.records import Event, Interview, Meeting, Offer, Opportunity
from models.waiting import situation, thank_you_state

ZONES = st.sampled_from(["America/New_York", "Asia/Tokyo", "Pacific/Auckland", "UTC", "Nowhere/At_All", ""])
ENDS = st.sampled_from([datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59), datetime(2026, 11, 2, 9)])
MOMENTS = st.builds(Moment, st.one_of(ENDS, st.datetimes()), ZONES)
DAYS = st.one_of(st.none(), st.sampled_from([date.min, date.max]), st.dates())
NOW = Moment(datetime(2026, 11, 17, 9), "America/New_York")


@settings(max_examples=120)
@given(
    promised=DAYS,
    folded=DAYS,
    status=st.sampled_from(["interviewing", "waiting", "offer", "silent"]),
    starts=st.lists(st.tuples(st.one_of(st.none(), MOMENTS), st.integers(-5, 10**12)), max_size=3),
    events=st.lists(st.tuples(st.one_of(st.none(), MOMENTS), DAYS, st.booleans()), max_size=3),
    received=DAYS,
)
def test_every_opportunity_has_a_headline(
    promised: date | None,
    folded: date | None,
    status: str,
    starts: list[tuple[Moment | None, int]],
    events: list[tuple[Moment | None, date | None, bool]],
    received: date | None,
) -> None:
    talks = tuple(Interview(id=str(n), opportunity="1", start=s, length=length) for n, (s, length) in enumerate(starts))
    happened = tuple(
        Event(when=when, gave_date=gave, direction="from them")
        if theirs
        else Event(when=when, direction="from me", asks="update")
        for when, gave, theirs in events
    )
    job = Opportunity(id="1", promised=promised, folded_until=folded, status=status)  # pyright: ignore[reportArgumentType]
    file = Dossier(job, talks, tuple(Meeting(interview=t.id) for t in talks), happened, (), (Offer(received=received),))
    found = situation(file, working_calendar("US"), NOW)
    assert render(found.headline, PlainFormatter())
    assert render(found.reason, PlainFormatter())
    for talk in talks:
        assert render(thank_you_state(talk, Meeting(), NOW).sentence, PlainFormatter())
