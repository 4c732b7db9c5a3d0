"""Waiting: one sentence for each opportunity, and beside it the days of the one chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.dates import WorkingCalendar, working_calendar
from models.dossier import dossier, dossiers
from models.errors import BadInput
from models.library import StepDone
from models.records import Contact, Event, Interview, Letter, Meeting, Offer, Opportunity, Settings
from models.records.opportunity import Status
from models.waiting import (
    correct_event,
    fold,
    forget_event,
    load_timelines,
    log_reply,
    log_update_sent,
    set_status,
    situation,
    unfold,
)
from ui.tabs.base import Tab
from ui.tabs.waiting.chosen import ChosenPage
from ui.tabs.waiting.happened import EventForm, Kind
from ui.tabs.waiting.rows import summary, waiting_rows
from ui.tabs.waiting.standings import AT_ONCE, Standings
from ui.tabs.waiting.words import Way, way_on
from ui.texts import tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.empty import EmptyState
from ui.widgets.headings import PageHeader
from ui.widgets.row_list import RowList

SHOWS = (Opportunity, Interview, Meeting, Event, Letter, Offer, Settings, Contact)
LIST_WIDTH, SIDE_BY_SIDE = 380, 880


class WaitingTab(Tab):
    """The list at the left, the chosen one at the right; one at a time where there is no room for both."""

    help_page = "waiting"

    def build(self) -> None:
        """An empty page; the list; the chosen one."""
        self.setObjectName("waiting_tab")
        self._standings = Standings()
        self._more_shown = False
        self._in_front = False
        self._begun = False
        self._own = False
        self._wanted = ""
        self._day: date | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._work)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack)
        self._stack.addWidget(self._empty_page())
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = self._list_side()
        self.chosen = ChosenPage(self.context, load_timelines(self.context.resources / "timelines.toml"))
        row.addWidget(self._left)
        row.addWidget(self.chosen, 1)
        self._stack.addWidget(both)
        self._connect()
        self._arrange()

    def _empty_page(self) -> EmptyState:
        return EmptyState(
            "hourglass",
            tr("Nothing to wait for yet"),
            tr(
                "Once an interview is written down, you see here on which day asking for news is fine, and until when there is nothing to do."
            ),
            primary_button(
                tr("Add your interview"),
                lambda: self.context.show("checklist", Interview.table, "new"),
                name="waiting_add_interview",
            ),
        )

    def _list_side(self) -> QWidget:
        left = QWidget()
        self._list_column = QVBoxLayout(left)
        self._header = PageHeader(tr("Waiting"))
        self._header.title.setObjectName("waiting_title")
        self._list_column.addWidget(self._header)
        self.rows = RowList("waiting_rows", tr("What you wait for"))
        self._list_column.addWidget(self.rows, 1)
        self.more = link_button("", self._toggle_more, "chevron-down", name="waiting_more")
        self._list_column.addWidget(self.more)
        return left

    def _connect(self) -> None:
        self.rows.chosen.connect(self._open)
        self.rows.clicked.connect(lambda _index: self._bring_forward())
        self.rows.installEventFilter(self)
        self.context.interview_changed.connect(self._follow)
        page = self.chosen
        page.back_wanted.connect(self._back)
        page.go_wanted.connect(self._go)
        page.silent_wanted.connect(lambda: self._set_status("silent"))
        page.reply.written.connect(self._keep_event)
        page.asked.written.connect(self._keep_event)
        page.history.change_wanted.connect(self._correct)
        page.history.remove_wanted.connect(self._forget)
        page.questions.copy_wanted.connect(self._copy)
        page.questions.letter_wanted.connect(self._ask)
        page.put_away.fold_wanted.connect(self._fold)
        page.put_away.unfold_wanted.connect(self._unfold)
        page.ended.chosen.connect(self._set_status)

    # -- showing --------------------------------------------------------------------------------------------------

    def refresh(self, step: StepDone | None) -> None:
        """List and chosen one, as far as the step touches them."""
        if step is not None and not step.touches(*SHOWS):
            return
        self._stack.setCurrentIndex(1 if self.library.count(Opportunity) else 0)
        self._day = self.context.clock.today()
        self._begun = False
        self._own = step is not None and step.origin is self.chosen.known
        if self.library.count(Opportunity) > AT_ONCE and not self._wanted:
            self._show_chosen(self.chosen.opportunity_id)
            self._next.start(0)  # the list follows a turn later: the screen is never kept waiting
        else:
            self._work()

    def _calendar(self) -> WorkingCalendar:
        settings = self.context.settings
        return working_calendar(settings.country, settings.region)

    def _work(self) -> None:
        if not self._begun:
            self._begun = True
            self._standings.begin(dossiers(self.library), self._calendar(), self.context.clock.now())
        if not self._standings.work():
            self._next.start(0)
            return
        self._next.stop()
        self._show_list()
        if not self.library.find(Opportunity, self._wanted or self.chosen.opportunity_id):
            self._wanted = next((row.key for row in self.rows.rows if not row.heading), "")
        self._show_chosen(self._wanted or self.chosen.opportunity_id)
        self._wanted = ""

    def _show_list(self) -> None:
        entries = self._standings.entries
        hidden = sum(entry.quiet for entry in entries)
        only = hidden == len(entries)
        self.rows.show_rows(waiting_rows(entries, all_of_them=self._more_shown or only))
        self.more.setVisible(bool(hidden) and not only)
        self.more.say(
            tr("Hide what is put away or over") if self._more_shown else tr("Put away or over: {count}", count=hidden)
        )
        self.more.show_icon("chevron-up" if self._more_shown else "chevron-down")
        self._arrange()
        self._header.say(summary(entries))

    def _show_chosen(self, opportunity_id: str) -> None:
        if self.library.find(Opportunity, opportunity_id) is None:
            return
        found = dossier(self.library, opportunity_id)
        now = self.context.clock.now()
        waiting = situation(found, self._calendar(), now)
        self.chosen.show_opportunity(found, waiting, now, fields=not self._own)
        self.rows.choose(opportunity_id)
        if self.rows.currentIndex().row() <= 1:
            self.rows.scrollToTop()

    def _follow(self, interview_id: str) -> None:
        interview = self.library.find(Interview, interview_id)
        self._wanted = interview.opportunity if interview else ""

    def _open(self, opportunity_id: str) -> None:
        self._show_chosen(opportunity_id)

    def show_record(self, table: str, record_id: str) -> None:
        """Open an opportunity, or the one an interview, a letter, an offer or an event belongs to."""
        kinds = {kind.table: kind for kind in (Opportunity, Interview, Letter, Offer, Event)}
        record = self.library.find(kinds[table], record_id) if table in kinds else None
        opportunity_id = record.id if isinstance(record, Opportunity) else getattr(record, "opportunity", "")
        if not opportunity_id:
            return
        self._wanted = opportunity_id
        known = next((one for one in self._standings.entries if one.waiting.opportunity == opportunity_id), None)
        self._more_shown = self._more_shown or (known is not None and known.quiet)
        self.refresh(None)
        self._bring_forward()

    def showEvent(self, event: QShowEvent) -> None:
        """A new day tells another story, also where nothing was written."""
        if self._day is not None and self._day != self.context.clock.today():
            self._stale = True
        super().showEvent(event)

    def flush(self) -> None:
        """Commit what is typed."""
        self.chosen.flush()

    # -- doing ----------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        way = self._way()
        if way is not None:
            self.chosen.early.hide()
            if way.table == Interview.table and way.record_id != "new":
                self.context.choose_interview(way.record_id)
            self.context.show(way.tab, way.table, way.record_id)

    def _way(self) -> Way | None:
        opportunity_id = self.chosen.opportunity_id
        if self.library.find(Opportunity, opportunity_id) is None:
            return None
        found, now = dossier(self.library, opportunity_id), self.context.clock.now()
        return way_on(found, situation(found, self._calendar(), now), now)

    def _ask(self) -> None:
        """The questions go with the thank-you where one is owed, else with a letter that asks for news."""
        waiting = self.chosen.waiting
        if waiting is not None and waiting.action == "thank-you":
            self._go()
        else:
            self.context.show("letters", Opportunity.table, self.chosen.opportunity_id)

    def _copy(self, question: str) -> None:
        self.context.copy(question)
        self.context.say(tr("Copied. Put it into any letter."))

    def _keep_event(self, kind: Kind, event: Event, means: str) -> None:
        form: EventForm = self.chosen.reply if kind == "reply" else self.chosen.asked
        try:
            self._log(kind, event, means)
        except BadInput as error:
            form.tell(str(error))
            return
        form.hide()
        self.chosen.they_wrote.setFocus()
        self.context.say(tr("Written down. The days below follow from it."))

    def _log(self, kind: Kind, event: Event, means: str) -> None:
        job, library = self.chosen.opportunity_id, self.library
        if event.id:
            changes = {name: getattr(event, name) for name in ("when", "summary", "gave_date", "contact", "channel")}
            correct_event(library, event.id, **changes)
            return
        if kind == "reply":
            log_reply(
                library,
                job,
                when=event.when,
                summary=event.summary,
                gave_date=event.gave_date,
                contact=event.contact,
                channel=event.channel,
                brings=means if means in ("rejected", "offer") else "",
            )
            return
        log_update_sent(
            library,
            job,
            when=event.when,
            closing=kind == "closing note",
            contact=event.contact,
            channel=event.channel,
            summary=event.summary,
        )

    def _correct(self, event_id: str) -> None:
        event = self.library.find(Event, event_id)
        if event is not None:
            self.chosen.correct(event)

    def _forget(self, event_id: str) -> None:
        if self.library.find(Event, event_id) is not None:
            for form in (self.chosen.reply, self.chosen.asked):
                form.hide()
            forget_event(self.library, event_id)
            self.chosen.they_wrote.setFocus()
            self.context.say(tr("Removed. Undo brings it back."))

    def _set_status(self, status: Status) -> None:
        job = self.chosen.opportunity_id
        set_status(self.library, job, status)
        self.chosen.they_wrote.setFocus()
        self.context.say(tr("Written down. Undo takes it back."))

    def _fold(self, until: date | None) -> None:
        try:
            fold(self.library, self.chosen.opportunity_id, until)
        except BadInput as error:
            self.chosen.put_away.tell(str(error))
            return
        self.chosen.put_away.tell("")
        self.chosen.put_away.out.setFocus()

    def _unfold(self) -> None:
        unfold(self.library, self.chosen.opportunity_id)
        self.chosen.put_away.day.setFocus()

    def _toggle_more(self) -> None:
        self._more_shown = not self._more_shown
        self._show_list()
        self.rows.choose(self.chosen.opportunity_id)

    # -- room -----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter on a row goes to what can be done about it."""
        if (
            watched is self.rows
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.rows.key
        ):
            self._bring_forward()
            self.chosen.focus_action()
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _bring_forward(self) -> None:
        self._in_front = True
        self._arrange()

    def _back(self) -> None:
        self._in_front = False
        self._arrange()
        self.rows.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """So does another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        if not hasattr(self, "chosen"):
            return
        px = hub.current.px
        wide = self.width() >= px(SIDE_BY_SIDE)
        width = max(px(LIST_WIDTH), self._list_column.minimumSize().width())
        self._left.setMaximumWidth(width if wide else 16777215)
        self._left.setMinimumWidth(width if wide else 0)
        self._left.setVisible(wide or not self._in_front)
        self.chosen.setVisible(wide or self._in_front)
        self.chosen.back.setVisible(not wide)
        self._header.title.setVisible(wide)
        right, top = (0, px(tokens.WIDE)) if wide else (px(tokens.HUGE), px(tokens.TINY))
        low = px(tokens.MEDIUM if wide else tokens.TINY)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft  # margins do not turn by themselves
        sides = (right, px(tokens.HUGE)) if mirrored else (px(tokens.HUGE), right)
        self._list_column.setContentsMargins(sides[0], top, sides[1], low)
        self._list_column.setSpacing(px(tokens.MEDIUM if wide else tokens.TINY))
