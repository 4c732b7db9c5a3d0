"""The waiting page over a real library: its one action, what is written down, what it keeps."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.clock import Moment
from models.offers import add_offer
from models.records import Contact, Event, Interview, Meeting, Offer
from models.waiting import log_reply, log_update_sent, set_status
from tests.ui.tabs.waiting_bench import ZONE, Bench


def test_an_empty_page_teaches_and_leads_to_the_first_interview(bench: Bench) -> None:
    bench.show()
    assert not bench.tab.rows.isVisible()
    bench.click("waiting_add_interview")
    assert bench.asked_for == [("checklist", "interviews", "new")]


def test_the_first_row_is_open_with_its_reason_and_its_one_action(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    assert bench.headline == "Today is a good day to ask for news."
    assert bench.find("what_is_usual").isVisible()
    assert bench.find("silence_close").isVisible()
    bench.click("waiting_action")
    assert bench.asked_for == [("letters", "opportunities", job.id)]
    assert "Today" in bench.tab.chosen.picture.timeline.accessibleDescription()


def test_a_thank_you_that_is_owed_leads_to_the_letters_of_that_interview(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 13, 14))
    interview = bench.library.all(Interview)[0]
    with bench.library.step("Add"):
        person = bench.library.put(Contact(name="Priya Rao"))
        bench.library.put(Meeting(contact=person.id, interview=interview.id))
    bench.show()
    bench.click("waiting_action")
    assert bench.asked_for == [("letters", "interviews", interview.id)]
    bench.click("ask_in_letter")
    assert bench.asked_for[1:] == [("letters", "interviews", interview.id)]
    assert job.id == bench.tab.chosen.opportunity_id


def test_an_offer_leads_to_the_offers(bench: Bench) -> None:
    job = bench.add("Portland")
    set_status(bench.library, job.id, "offer")
    with bench.library.step("Add"):
        offer = bench.library.put(Offer(opportunity=job.id, kind="offer", decide_by=date(2026, 5, 18)))
    bench.show()
    bench.click("waiting_action")
    assert bench.asked_for == [("offers", "offers", offer.id)]


def test_too_early_says_until_when_to_wait_and_leaves_a_way_on(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 13, 14), promised=date(2026, 5, 20))
    bench.show()
    assert not bench.find("waiting_action").isVisible()
    bench.click("waiting_early")
    assert bench.asked_for == []
    assert "22 May" in bench.tab.chosen.early.text.text() or "May 22" in bench.tab.chosen.early.text.text()
    bench.click("wait_until")
    assert not bench.find("too_early").isVisible()
    bench.click("waiting_early")
    bench.click("write_anyway")
    assert bench.asked_for == [("letters", "opportunities", job.id)]


def test_their_reply_is_written_down_where_one_is_and_moves_the_days(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("they_wrote")
    bench.write("reply_summary", "Two more weeks, sorry")
    bench.write("reply_gave_date", "28 May 2026")
    bench.click("keep_reply")
    event = bench.library.all(Event)[0]
    assert (event.summary, event.gave_date, event.direction) == (
        "Two more weeks, sorry",
        date(2026, 5, 28),
        "from them",
    )
    assert bench.job(job).promised == date(2026, 5, 28)
    assert "Nothing to do until" in bench.headline
    assert not bench.find("reply_form").isVisible()
    bench.library.undo()
    assert bench.library.all(Event) == ()
    assert bench.headline == "Today is a good day to ask for news."


def test_a_reply_that_is_a_no_is_one_step(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("they_wrote")
    bench.write("reply_summary", "We went with someone else.")
    bench.click("rejectedAnswer")
    bench.click("keep_reply")
    assert bench.job(job).status == "rejected"
    bench.library.undo()
    assert bench.job(job).status == "waiting"
    assert bench.library.all(Event) == ()


def test_a_date_before_their_reply_is_told_in_the_form(bench: Bench) -> None:
    bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("they_wrote")
    bench.write("reply_gave_date", "4 May 2026")
    bench.click("keep_reply")
    assert bench.find("reply_problem").isVisible()
    assert bench.library.all(Event) == ()
    bench.click("cancel_reply")
    assert not bench.find("reply_form").isVisible()


def test_news_asked_for_elsewhere_counts(bench: Bench) -> None:
    bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.click("i_asked")
    bench.click("keep_asked")
    assert bench.library.all(Event)[0].asks == "update"
    assert "Nothing to do until" in bench.headline


def test_the_closing_note_and_then_rest(bench: Bench) -> None:
    job = bench.add("Camas", datetime(2026, 3, 2, 9))
    bench.show()
    assert bench.find("i_asked").accessibleName() == "I sent the closing note"
    bench.click("i_asked")
    bench.click("keep_asked")
    assert bench.library.all(Event)[0].asks == "closing note"
    bench.click("mark_silent")
    assert bench.job(job).status == "silent"
    bench.click("set_waiting")
    assert bench.job(job).status == "waiting"


def test_what_is_known_is_kept_and_the_open_questions_follow(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    assert bench.find("open_next_step").isVisible()
    bench.write("next_step", "a call with the partners")
    bench.write("sector", "Software")
    bench.tab.flush()
    QApplication.processEvents()
    assert bench.job(job).next_step == "a call with the partners"
    assert not bench.tab.findChildren(QWidget, "open_next_step") or not bench.find("open_next_step").isVisible()
    assert "technology" in bench.text("what_is_usual")
    bench.click("copy_decides")
    assert QApplication.clipboard().text() == "May I ask who will be part of the decision?"


def test_a_field_is_left_alone_while_one_is_typing_in_it(bench: Bench, qtbot: QtBot) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    bench.write("next_step", "a call ")
    qtbot.waitUntil(lambda: bench.job(job).next_step == "a call")
    line = bench.find("next_step")
    assert isinstance(line, QLineEdit)
    assert line.text() == "a call "
    bench.library.undo()
    assert line.text() == ""


def test_a_promised_day_before_the_interview_is_refused_beside_the_field(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12), promised_phrase="in two weeks")
    bench.show()
    row = bench.tab.chosen.known.form.rows["promised"]
    bench.write("promised", "1 April 2026")
    bench.tab.flush()
    assert row.wrong.isVisible()
    assert bench.job(job).promised == date(2026, 5, 12)
    bench.write("promised", "20 May 2026")
    bench.tab.flush()
    assert not row.wrong.isVisible()
    assert (bench.job(job).promised, bench.job(job).promised_phrase) == (date(2026, 5, 20), "in two weeks")


def test_putting_away_takes_it_out_of_the_list_until_it_is_wanted(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 12, 14), promised=date(2026, 5, 20))
    bench.add("Other", datetime(2026, 5, 12, 14))
    bench.show()
    bench.tab.show_record("opportunities", job.id)
    bench.click("put_away_now")
    assert bench.job(job).folded_until == date(2026, 5, 22)
    assert bench.titles() == ["[Later]", "Other"]
    bench.click("take_out")
    assert bench.job(job).folded_until is None
    assert "Northwind" in bench.titles()


def test_a_day_that_is_gone_cannot_be_put_away_until(bench: Bench) -> None:
    job = bench.add("Northwind", datetime(2026, 5, 12, 14), promised=date(2026, 5, 20))
    bench.show()
    bench.write("put_away_day", "1 May 2026")
    bench.click("put_away_now")
    assert bench.find("put_away_problem").isVisible()
    assert bench.job(job).folded_until is None


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "closed", "silent", "offer"])
def test_how_it_ended_is_one_click_and_can_be_taken_back(bench: Bench, status: str) -> None:
    job = bench.add("Brightline")
    bench.show()
    bench.click(f"set_{status}")
    assert bench.job(job).status == status
    bench.library.undo()
    assert bench.job(job).status == "waiting"


def press(bench: Bench, name: str) -> None:
    button = bench.find(name)
    assert isinstance(button, QAbstractButton)
    button.click()
    QApplication.processEvents()


def test_what_they_wrote_can_be_read_again_corrected_and_taken_out(bench: Bench) -> None:
    job = bench.add("Brightline", promised=date(2026, 5, 12))
    bench.show()
    assert not bench.find("what_happened").isVisible()
    log_reply(bench.library, job.id, summary="You will hear by next Wednesday.", gave_date=date(2026, 5, 20))
    log_update_sent(bench.library, job.id, summary="Asked on the phone")
    QApplication.processEvents()
    assert bench.text("happened_head_0").startswith("You asked for news")
    assert bench.text("happened_1") == "You will hear by next Wednesday.\nThey named Wed, May 20."
    press(bench, "correct_happened_1")
    assert not bench.tab.chosen.reply.means.isVisible()
    bench.write("reply_gave_date", "22 May 2026")
    bench.click("keep_reply")
    assert len(bench.library.all(Event)) == 2
    assert bench.job(job).promised == date(2026, 5, 22)
    assert bench.text("happened_1").endswith("They named Fri, May 22.")
    press(bench, "remove_happened_1")
    assert [event.asks for event in bench.library.all(Event)] == ["update"]
    assert bench.job(job).promised is None
    bench.library.undo()
    QApplication.processEvents()
    assert bench.text("happened_1").endswith("They named Fri, May 22.")


def test_a_long_story_begins_with_its_newest_lines(bench: Bench) -> None:
    job = bench.add("Brightline")
    for number in range(9):
        log_reply(bench.library, job.id, summary=f"Word {number}", when=Moment(datetime(2026, 5, 1 + number, 9), ZONE))
    bench.show()
    assert bench.text("happened_0") == "Word 8"
    assert bench.find("more_happened").accessibleName() == "Show 3 more"
    press(bench, "more_happened")
    assert bench.text("happened_8") == "Word 0"


def test_an_offer_that_is_written_down_takes_the_page_over(bench: Bench) -> None:
    job = bench.add("Brightwater", datetime(2026, 5, 13, 14))
    with bench.library.step("Add"):
        person = bench.library.put(Contact(name="Priya Rao"))
        bench.library.put(Meeting(contact=person.id, interview=bench.library.all(Interview)[0].id))
    bench.show()
    assert bench.headline == "First, one thank-you letter."
    add_offer(bench.library, name="Brightwater", opportunity=job.id)
    QApplication.processEvents()
    assert bench.headline == "You could answer by Mon, May 18."
    assert "thank-you is not sent yet" in bench.tab.chosen.header.sentence.text()
    assert not bench.find("waiting_reasons").isVisible()
    assert bench.find("set_accepted").isVisible()
    assert not bench.find("set_waiting").isVisible()
