"""The Onward tab over a real library: every part shows what is true and keeps what is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from models.clock import FixedClock, Moment
from models.library import Library
from models.onward import log_activity, questions_of, reflection_of, set_weekly_goal
from models.records import Activity, Event, Interview, Opportunity, Question, Settings
from models.sample import add_sample
from models.storage import Store
from resources import ROOT
from ui.context import AppContext
from ui.tabs.onward import OnwardTab
from ui.theme import choose


@pytest.fixture
def context(library_folder: Path, clock: FixedClock, qapp: QApplication) -> Iterator[AppContext]:
    QLocale.setDefault(QLocale("en_US"))
    choose("light", qapp)
    store = Store.open(library_folder, clock)
    yield AppContext(Library(store, clock), library_folder, ROOT)
    choose("light", qapp)
    store.close()


@pytest.fixture
def told(context: AppContext) -> AppContext:
    context.choose_interview(add_sample(context.library, ROOT / "sample"))
    set_weekly_goal(context.library, 5)
    return context


def shown(context: AppContext, qtbot: QtBot, width: int = 1100, height: int = 720) -> OnwardTab:
    tab = OnwardTab(context)
    qtbot.addWidget(tab)
    tab.resize(width, height)
    tab.show()
    qtbot.waitExposed(tab)
    QApplication.processEvents()
    return tab


def child(tab: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """The widget of that name that is seen; where none is, the one that is hidden."""
    QApplication.processEvents()
    found = [widget for widget in tab.findChildren(QWidget, name) if isinstance(widget, kind)]
    assert found, name
    return next((widget for widget in found if widget.isVisible()), found[0])


def button(tab: QWidget, name: str) -> QAbstractButton:
    found = child(tab, QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def words(tab: QWidget, name: str) -> str:
    found = child(tab, QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def test_the_week_says_how_it_stands(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    assert words(tab, "pageSentence") == "4 of 5 so far, and there is time until Sun, May 17."
    assert words(tab, "weekly_goal") == "Goal: 5 a week"
    assert words(tab, "streak") == "You have kept going for 6 weeks."
    assert words(tab, "activity_0") == "Read up on hospital privacy rules"


@pytest.mark.parametrize(
    ("key", "kind"), [("1", "application"), ("2", "conversation"), ("3", "interview"), ("4", "other")]
)
def test_one_key_notes_a_step_from_anywhere_in_the_tab(told: AppContext, qtbot: QtBot, key: str, kind: str) -> None:
    tab = shown(told, qtbot)
    before = len(told.library.all(Activity))
    tab.activateWindow()
    child(tab, QPlainTextEdit, "went_well").setFocus()
    QTest.keyClick(QApplication.focusWidget() or tab, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.AltModifier)
    assert [each.kind for each in told.library.all(Activity)[before:]] == [kind]


def test_words_written_first_go_with_the_step_and_the_line_is_empty_again(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    line = child(tab, QLineEdit, "activity_words")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Fernhill")
    button(tab, "log_application").click()
    assert told.library.all(Activity)[-1].text == "Fernhill"
    assert line.text() == ""
    assert words(tab, "activity_0") == "Fernhill"
    assert words(tab, "pageSentence").startswith("5 of 5")


def test_each_way_to_note_names_its_key(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    for number, kind in enumerate(("application", "conversation", "interview", "other"), 1):
        assert f"Alt+{number}" in button(tab, f"log_{kind}").toolTip()


def test_a_removed_entry_comes_back_with_undo_and_the_focus_stays_in_the_list(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    tab.activateWindow()
    remove = button(tab, "remove_activity_1")
    remove.setFocus()
    assert words(tab, "activity_1") == "Harborside Hospice, service designer"
    remove.click()
    assert words(tab, "activity_1") == "Northwind Health, panel"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "remove_activity_1"
    told.library.undo()
    assert words(tab, "activity_1") == "Harborside Hospice, service designer"


def test_the_goal_goes_up_and_down_and_may_be_none(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    button(tab, "raise_goal").click()
    assert told.library.one(Settings).weekly_goal == 6
    for _ in range(6):
        button(tab, "lower_goal").click()
    assert words(tab, "weekly_goal") == "No goal"
    assert not button(tab, "lower_goal").isEnabled()
    assert not child(tab, QWidget, "week_progress").isVisible()
    assert words(tab, "pageSentence") == "4 noted this week."
    button(tab, "raise_goal").click()
    assert words(tab, "weekly_goal") == "Goal: 5 a week"


def test_until_the_user_sets_a_goal_there_is_none(context: AppContext, qtbot: QtBot) -> None:
    tab = shown(context, qtbot)
    assert words(tab, "pageSentence") == "Nothing noted this week so far."
    assert words(tab, "weekly_goal") == "No goal"


def test_an_interview_of_the_checklist_is_among_the_things_done(context: AppContext, qtbot: QtBot) -> None:
    this_morning = Moment(context.clock.now().wall - timedelta(hours=6), context.clock.now().zone)
    with context.library.step("An interview"):
        job = context.library.put(Opportunity(employer="Lumen"))
        context.library.put(Interview(opportunity=job.id, title="Panel", start=this_morning))
    tab = shown(context, qtbot)
    assert words(tab, "activity_0") == "Lumen, Panel"
    assert words(tab, "pageSentence") == "1 noted this week."
    assert not child(tab, QAbstractButton, "remove_activity_0").isVisible()
    button(tab, "log_interview").click()
    assert words(tab, "pageSentence") == "1 noted this week."
    button(tab, "log_application").click()
    assert words(tab, "pageSentence") == "2 noted this week."


def test_the_day_after_a_no_urges_and_cheers_nothing(told: AppContext, qtbot: QtBot, clock: FixedClock) -> None:
    job = told.library.all(Opportunity)[1]
    an_hour_ago = Moment(clock.now().wall - timedelta(hours=1), clock.now().zone)
    with told.library.step("A no"):
        told.library.put(msgspec.structs.replace(job, status="rejected"))
        told.library.put(Event(opportunity=job.id, when=an_hour_ago, direction="from them"))
    tab = shown(told, qtbot)
    assert words(tab, "pageSentence") == "Nothing is asked of you today."
    assert words(tab, "streak") == ""
    assert words(tab, "weekly_goal") == ""
    assert not child(tab, QWidget, "week_progress").isVisible()


def test_an_answer_is_kept_after_a_pause_and_is_one_undo(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    field = child(tab, QPlainTextEdit, "improve")
    field.setFocus()
    QTest.keyClicks(field, "Begin with the end.")
    interview = told.interview_id
    qtbot.waitUntil(lambda: reflection_of(told.library, interview).improve == "Begin with the end.", timeout=3000)
    assert told.library.undo_label == "Note what you learned"
    told.library.undo()
    assert reflection_of(told.library, interview).improve == ""


def test_what_was_typed_for_one_interview_stays_with_it(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    panel = told.interview_id
    screen = next(each.id for each in told.library.all(Interview) if each.title == "Phone screen")
    field = child(tab, QPlainTextEdit, "improve")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    QTest.keyClicks(field, "Breathe.")
    told.choose_interview(screen)
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "Stand up.")
    told.choose_interview(panel)
    assert reflection_of(told.library, panel).improve == "Breathe."
    assert reflection_of(told.library, screen).improve == "Stand up."
    assert field.toPlainText() == "Breathe."


def test_a_new_question_takes_the_cursor_and_keeps_what_is_written(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    tab.activateWindow()
    button(tab, "add_question").click()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.objectName() == "question_3"
    QTest.keyClicks(field, "Why us?")
    tab.flush()
    asked = questions_of(told.library, told.interview_id)[-1]
    assert asked.asked == "Why us?"
    bar = child(tab, QWidget, "question_went_3")
    better = child(tab, QPlainTextEdit, "question_better_3")
    assert not better.isVisible()
    button(bar, "badlyAnswer").click()
    assert told.library.get(Question, asked.id).went == "badly"
    assert better.isVisible()
    button(tab, "remove_question_3").click()
    assert len(questions_of(told.library, told.interview_id)) == 3


def test_removing_a_question_keeps_what_is_being_typed_in_the_next(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    third = child(tab, QPlainTextEdit, "question_2")
    QTest.keyClicks(third, "Honestly: ")
    button(tab, "remove_question_0").click()
    asked = [each.asked for each in questions_of(told.library, told.interview_id)]
    assert asked == [
        "How would you design for someone who looks at the screen for two seconds?",
        "Honestly: What do you do when an engineer says no?",
    ]
    moved = child(tab, QPlainTextEdit, "question_1")
    assert isinstance(moved, QPlainTextEdit)
    assert moved.toPlainText() == asked[1]


def test_hard_questions_come_back_with_their_counts(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot, height=1600)
    assert words(tab, "practice_0") == "“Tell us about a project that failed.”"
    captions = [each.text() for each in tab.findChildren(QLabel)]
    assert "Asked 3 times, answered well 1." in captions
    assert words(tab, "felt_and_came").startswith("The interview you thought went badly led further.")


def test_the_picture_of_the_house_numbers_says_the_same_in_words(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    dots = child(tab, QWidget, "house_dots")
    spoken = QAccessible.queryAccessibleInterface(dots).text(QAccessible.Text.Name)
    assert spoken == words(tab, "house_sentence")
    assert "250" in spoken
    assert tab.numbers.dots.lit() == tuple(sorted(set(tab.numbers.dots.lit()), key=tab.numbers.dots.lit().index))
    assert len(tab.numbers.dots.lit()) == 5
    own = child(tab, QWidget, "own_funnel")
    assert own.accessibleName() == "Yours so far: applied 17, interviewed 6, offers 2."


def test_before_the_first_interview_the_page_teaches_and_the_week_works(context: AppContext, qtbot: QtBot) -> None:
    tab = shown(context, qtbot)
    asked: list[tuple[str, str, str]] = []
    context.show_requested.connect(lambda *wish: asked.append(wish))
    button(tab, "onward_add_interview").click()
    assert asked == [("checklist", "interviews", "new")]
    assert words(tab, "funnel_none").startswith("Your own numbers appear here")
    assert not child(tab, QWidget, "all_interviews").isVisible()
    log_activity(context.library, "application", "Fernhill")
    assert words(tab, "activity_0") == "Fernhill"
    assert words(tab, "funnel_none") == ""


@pytest.mark.parametrize(("percent", "width"), [(100, 760), (100, 1100), (200, 760), (200, 1100), (150, 1600)])
def test_nothing_is_wider_than_the_page_at_any_text_size(
    told: AppContext, qtbot: QtBot, qapp: QApplication, percent: int, width: int
) -> None:
    choose("light", qapp, percent)
    tab = shown(told, qtbot, width=width)
    page = child(tab, QScrollArea, "onward_page")
    assert isinstance(page, QScrollArea)
    inner, right = page.widget(), page.viewport().width()
    assert inner is not None
    for widget in inner.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            left_edge = widget.mapTo(inner, widget.rect().topLeft()).x()
            assert left_edge + widget.width() <= right + 1, widget.objectName() or type(widget).__name__


def test_the_pictures_paint_in_every_theme_and_both_directions(
    told: AppContext, qtbot: QtBot, qapp: QApplication
) -> None:
    tab = shown(told, qtbot)
    pictures: set[bytes] = set()
    for theme in ("light", "dark", "high contrast"):
        choose(theme, qapp)
        tab.numbers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        image = tab.numbers.dots.grab().toImage()
        tab.numbers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        mirrored = tab.numbers.dots.grab().toImage()
        assert image != mirrored
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 3


def test_a_week_begun_elsewhere_is_caught_up_when_the_tab_is_shown_again(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    tab.hide()
    log_activity(told.library, "application", "While away")
    tab.show()
    qtbot.waitExposed(tab)
    assert words(tab, "activity_0") == "While away"


def test_a_long_address_breaks_instead_of_pushing_the_page_aside(told: AppContext, qtbot: QtBot) -> None:
    tab = shown(told, qtbot)
    address = "https://jobs.example/" + "a-very-long-path/" * 20
    log_activity(told.library, "application", address)
    page = child(tab, QScrollArea, "onward_page")
    assert isinstance(page, QScrollArea)
    inner = page.widget()
    assert inner is not None
    assert words(tab, "activity_0").replace("\u200b", "") == address
    assert inner.minimumSizeHint().width() <= page.viewport().width()
