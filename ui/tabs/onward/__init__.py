"""Onward: this week, what each interview taught, and the numbers of the house. The search goes on until a yes."""

from __future__ import annotations

from models.library import StepDone
from models.onward import (
    LARGEST_GOAL,
    add_question,
    felt_and_came,
    funnel_of,
    load_house_numbers,
    log_activity,
    pace,
    practice,
    questions_of,
    quiet,
    reflection_of,
    remove_activity,
    remove_question,
    save_reflection,
    set_weekly_goal,
    streak,
    update_question,
    week_of,
    with_interviews,
)
from models.records import Activity, Event, Interview, Offer, Opportunity, Question, Reflection, Settings
from models.records.onward import ActivityKind
from ui.naming import interview_title
from ui.tabs.base import Tab
from ui.tabs.onward.learned import Learned
from ui.tabs.onward.numbers import HouseNumbersView
from ui.tabs.onward.together import AllInterviews
from ui.tabs.onward.week import KINDS, ThisWeek
from ui.texts import show, tr
from ui.widgets.card import Divider
from ui.widgets.columns import TwoColumns
from ui.widgets.headings import PageHeader
from ui.widgets.scroll import Page

WEEK = (Activity, Settings, Interview, Opportunity, Event)
LEARNED = (Interview, Opportunity, Reflection, Question)
NUMBERS = (Activity, Interview, Opportunity, Offer)


class OnwardTab(Tab):
    """The page that keeps going while others are waited for."""

    help_page = "onward"

    def build(self) -> None:
        """The week, the numbers and all interviews at the left, what this one taught at the right."""
        self.setObjectName("onward_tab")
        self._interview = ""
        page = Page("onward_page")
        self._header = PageHeader(tr("Onward"))
        page.body.addWidget(self._header)
        columns = TwoColumns(first_share=1, second_share=1)
        self.week = ThisWeek()
        self.learned = Learned(self.context.clock)
        self.numbers = HouseNumbersView(load_house_numbers(self.context.resources / "words" / "house_numbers.toml"))
        columns.first.addWidget(self.week)
        columns.first.addWidget(Divider())
        columns.first.addWidget(self.numbers)
        self.together = AllInterviews()
        columns.first.addWidget(self.together)
        columns.first.addStretch(1)
        columns.second.addWidget(self.learned)
        columns.second.addStretch(1)
        page.body.addWidget(columns)
        page.body.addStretch(1)
        self.column.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        self.week.logged.connect(self._log)
        self.week.removed.connect(lambda id: remove_activity(self.library, id, origin=self))
        self.week.goal_wanted.connect(lambda goal: set_weekly_goal(self.library, goal, origin=self))
        self.learned.reflected.connect(self._reflect)
        self.learned.interview_wanted.connect(lambda: self.context.show("checklist", "interviews", "new"))
        self.learned.questions.added.connect(lambda: add_question(self.library, self._interview, origin=self))
        self.learned.questions.edited.connect(self._edit_question)
        self.learned.questions.removed.connect(self._remove_question)

    # -- showing --------------------------------------------------------------------------------------------------

    def refresh(self, step: StepDone | None) -> None:
        """Only the parts that the step touched."""
        if step is None or step.touches(*WEEK):
            self._show_week()
        if step is None or step.touches(*LEARNED):
            self._show_learned()
        if step is None or step.touches(*NUMBERS):
            self._show_numbers()
        if step is None or step.touches(*LEARNED):
            self._show_together()

    def _show_week(self) -> None:
        library, clock = self.library, self.context.clock
        activities, today = self._done(), clock.today()
        week = week_of(activities, library.one(Settings).weekly_goal, today)
        silent = quiet(library.all(Opportunity), library.all(Event), clock.now())
        kept_going = streak(activities, today).sentence
        self._header.say(tr("Nothing is asked of you today.") if silent else show(week.sentence))
        self.week.show_week(
            week, LARGEST_GOAL, show(kept_going) if kept_going else "", self._pace(activities), silent=silent
        )

    def _done(self) -> tuple[Activity, ...]:
        """What was noted, and the interviews that are over."""
        library = self.library
        return with_interviews(
            library.all(Activity), library.all(Interview), library.all(Opportunity), self.context.clock.now()
        )

    def _pace(self, activities: tuple[Activity, ...]) -> str:
        interview = self.library.find(Interview, self.context.interview_id)
        today = self.context.clock.today()
        if interview is None or interview.start is None or interview.start.day > today:
            return ""
        sentence = pace(activities, interview.start.day, today).sentence
        return show(sentence) if sentence else ""

    def _show_learned(self) -> None:
        interview = self.library.find(Interview, self.context.interview_id)
        now = interview.id if interview else ""
        if now != self._interview:
            self.learned.flush()
            self._interview = now
        self.learned.show_reflection(
            interview_title(self.library, interview) if interview else "",
            reflection_of(self.library, now) if interview else None,
            questions_of(self.library, now),
        )

    def _show_numbers(self) -> None:
        library = self.library
        lists = library.all(Activity), library.all(Opportunity), library.all(Interview), library.all(Offer)
        self.numbers.show_own(funnel_of(*lists, self.context.clock.today()))

    def _show_together(self) -> None:
        interviews = self.library.all(Interview)
        felt = show(felt_and_came(interviews, self.library.all(Opportunity)).sentence) if interviews else ""
        self.together.show_all(felt, practice(self.library.all(Question)))

    # -- keeping --------------------------------------------------------------------------------------------------

    def _log(self, kind: ActivityKind, text: str) -> None:
        log_activity(self.library, kind, text, origin=self)
        name = next(name for known, name, _ in KINDS if known == kind)
        self.context.say(tr("Noted: {what}", what=text.strip() or tr(name)))

    def _reflect(self, name: str, value: object) -> None:
        if self.library.find(Interview, self._interview):
            save_reflection(self.library, self._interview, origin=self, **{name: value})

    def _edit_question(self, question_id: str, name: str, value: str) -> None:
        if self.library.find(Question, question_id):
            update_question(self.library, question_id, origin=self, **{name: value})

    def _remove_question(self, question_id: str) -> None:
        self.learned.flush()  # the cards after it move up: what is typed in them goes first
        remove_question(self.library, question_id, origin=self)

    def show_record(self, table: str, record_id: str) -> None:
        """A reflection or a question brings its interview in hand."""
        kinds = {Interview.table: Interview, Reflection.table: Reflection, Question.table: Question}
        record = self.library.find(kinds[table], record_id) if table in kinds else None
        interview = record.id if isinstance(record, Interview) else getattr(record, "interview", "")
        if interview:
            self.context.choose_interview(interview)
            self.learned.form.focus_on("went_well")

    def flush(self) -> None:
        """Commit what is typed."""
        self.learned.flush()
