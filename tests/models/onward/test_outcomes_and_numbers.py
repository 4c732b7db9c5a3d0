"""Feeling and outcome, the quiet day after a no, the house numbers, and what wants practice."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import Moment
from models.errors import BadInput
from models.formats import PlainFormatter, Sentence, render
from models.onward import (
    Funnel,
    felt_and_came,
    funnel_of,
    load_house_numbers,
    practice,
    quiet,
    quiet_until,
    share,
)
from models.records import Activity, Event, Interview, Offer, Opportunity, Question
from models.records.interview import Feeling
from models.records.opportunity import Status

TODAY = date(2026, 5, 14)


def words(sentence: Sentence) -> str:
    return render(sentence, PlainFormatter())


def job(number: int, status: Status) -> Opportunity:
    return Opportunity(id=str(number), employer=f"Employer {number}", status=status)


def round_of(job_number: int, feeling: Feeling, day: int = 4) -> Interview:
    return Interview(id=f"{job_number}{day}", opportunity=str(job_number), feeling=feeling, start=at(day))


def at(day: int, hour: int = 9, zone: str = "America/New_York") -> Moment:
    return Moment(datetime(2026, 5, day, hour), zone)


def test_feeling_and_outcome_are_counted_side_by_side() -> None:
    jobs = [job(1, "offer"), job(2, "rejected"), job(3, "waiting"), job(4, "withdrawn"), job(5, "silent")]
    rounds = [
        round_of(1, "bombed"),
        round_of(2, "aced"),
        round_of(3, "aced"),
        round_of(4, "aced"),
        round_of(5, "no idea"),
    ]
    found = {line.feeling: (line.went_on, line.ended, line.open) for line in felt_and_came(rounds, jobs).lines}
    assert found == {"aced": (0, 1, 1), "some slips": (0, 0, 0), "bombed": (1, 0, 0), "no idea": (0, 1, 0)}


def test_an_interview_that_was_followed_by_another_led_further_whatever_came_then() -> None:
    rounds = [round_of(1, "bombed", 4), round_of(1, "aced", 6)]
    found = {line.feeling: (line.went_on, line.ended) for line in felt_and_came(rounds, [job(1, "rejected")]).lines}
    assert found["bombed"] == (1, 0)
    assert found["aced"] == (0, 1)


def test_the_sentence_waits_for_three_answers() -> None:
    jobs = [job(1, "offer"), job(2, "rejected"), job(3, "rejected")]
    rounds = [round_of(1, "bombed"), round_of(2, "aced"), round_of(3, "aced")]
    assert words(felt_and_came(rounds[:2], jobs).sentence).startswith("After a few interviews")
    assert words(felt_and_came(rounds, jobs).sentence).startswith("The interview you thought went badly led further.")
    only_good = [round_of(1, "some slips"), *rounds[1:]]
    assert words(felt_and_came(only_good, jobs).sentence).startswith(
        "2 interviews felt like a success, and 2 of those ended"
    )


def test_it_is_quiet_for_one_day_after_a_no() -> None:
    jobs = [job(1, "rejected")]
    told = [Event(opportunity="1", when=at(13, 10), direction="from them")]
    assert quiet(jobs, told, at(13, 12))
    assert quiet_until(jobs, told, at(13, 12)) == at(14, 10)
    assert not quiet(jobs, told, at(14, 10))
    assert not quiet(jobs, told, at(13, 9))


def test_the_day_after_a_no_is_the_same_day_in_every_zone() -> None:
    told = [Event(opportunity="1", when=at(13, 10), direction="from them")]
    assert quiet_until([job(1, "rejected")], told, at(13, 20, "Europe/Paris")) == at(14, 16, "Europe/Paris")


def test_a_no_without_a_word_counts_from_when_it_was_noted() -> None:
    noted = Opportunity(id="1", status="rejected", created=at(2), changed=at(13, 10))
    assert quiet([noted], [], at(13, 20))
    assert quiet([noted], [Event(opportunity="1", when=at(3), direction="from them")], at(13, 20))
    assert not quiet([noted], [], at(14, 10))


def test_an_old_no_that_is_only_written_down_now_brings_no_silence() -> None:
    old = Opportunity(id="1", status="rejected", created=at(13, 10), changed=at(13, 10))
    assert not quiet([old], [Event(opportunity="1", when=at(2), direction="from them")], at(13, 12))


def test_news_about_a_job_that_goes_on_brings_no_silence() -> None:
    assert not quiet([job(2, "waiting")], [Event(opportunity="2", when=at(13), direction="from them")], at(13, 12))


def test_the_house_numbers_are_those_of_the_advice(resources: Path) -> None:
    found = load_house_numbers(resources / "words" / "house_numbers.toml")
    assert (found.applications, found.interviewed, found.hired) == (250, 5, 1)
    assert (found.interviewed_low, found.interviewed_high) == (4, 6)
    assert "one chance in 4 to one in 6" in words(found.chance)
    assert found.caveat
    assert found.source


@pytest.mark.parametrize("text", ["applications = 250", "no toml at all", ""])
def test_a_file_without_the_numbers_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "numbers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"numbers\.toml"):
        load_house_numbers(path)


def test_numbers_out_of_order_are_refused(tmp_path: Path, resources: Path) -> None:
    text = (resources / "words" / "house_numbers.toml").read_text("utf-8")
    path = tmp_path / "numbers.toml"
    path.write_text(text.replace("applications = 250", "applications = 5"), encoding="utf-8")
    with pytest.raises(BadInput, match="low <= interviewed"):
        load_house_numbers(path)


def test_the_own_funnel_counts_jobs_and_not_rounds() -> None:
    jobs = [job(1, "offer"), job(2, "waiting"), job(3, "interviewing")]
    rounds = [round_of(1, ""), round_of(1, "", 6), round_of(2, ""), round_of(3, "", 20)]
    noted = [Activity(id=str(n), day=TODAY, kind="application") for n in range(7)]
    offers = [Offer(opportunity="1"), Offer(kind="current job")]
    assert funnel_of(noted, jobs, rounds, offers, TODAY) == Funnel(applied=10, interviewed=2, offers=1)
    assert funnel_of([], jobs, rounds, offers, TODAY).applied == 3


@pytest.mark.parametrize(
    ("application", "applied"),
    [
        (Activity(kind="application", opportunity="1"), 1),
        (Activity(kind="application", text="Lumen Labs, designer"), 1),
        (Activity(kind="application", created=at(1)), 1),
        (Activity(kind="application", created=at(9)), 2),
        (Activity(kind="application", text="Fernhill", created=at(1)), 2),
        (Activity(kind="conversation", text="Fernhill"), 1),
    ],
)
def test_an_application_counts_once_and_one_made_elsewhere_counts_too(application: Activity, applied: int) -> None:
    job = Opportunity(id="1", employer="Lumen Labs", created=at(5))
    assert funnel_of([application], [job], [], [], TODAY).applied == applied


def test_under_five_cases_there_is_no_percentage() -> None:
    assert Funnel(applied=20, interviewed=4, offers=1).interviewed_share == 20
    assert Funnel(applied=20, interviewed=4, offers=1).offers_share is None
    assert "appear here once" in words(Funnel(applied=0, interviewed=0, offers=0).sentence)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_a_whole_percentage(part: int, rest: int) -> None:
    found = share(part, part + rest)
    assert found is None if part + rest < 5 else found is not None and 0 <= found <= 100


def test_questions_that_went_badly_come_back_hardest_first() -> None:
    questions = [
        Question(id="1", asked="Why us?", went="well"),
        Question(id="2", asked="A project that failed?", went="badly"),
        Question(id="3", asked="a project that failed", went="well", better="Begin with the end."),
        Question(id="4", asked="Where in five years?", went="so-so"),
        Question(id="5", asked="A project that failed.", went="so-so"),
        Question(id="6", asked="  ", went="badly"),
    ]
    found = practice(questions)
    assert [(each.question.id, each.asked, each.well) for each in found] == [("5", 3, 1), ("4", 1, 0)]
    assert found[0].better == "Begin with the end."
    assert words(found[0].sentence) == "Asked 3 times, answered well 1."


def test_the_hours_of_quiet_survive_a_change_of_clocks() -> None:
    told = Moment(datetime(2026, 3, 7, 12), "America/New_York")
    event = [Event(opportunity="1", when=told, direction="from them")]
    next_day = quiet_until([job(1, "rejected")], event, told)
    assert next_day is not None
    assert next_day.aware - told.aware == timedelta(hours=24)
