"""The opportunity chosen: what to do, on which day and why; what silence can mean; what is known and still open."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.clock import Moment
from models.dossier import Dossier
from models.records import Contact, Event
from models.waiting import Timelines, Waiting
from ui.context import AppContext
from ui.locale_formatter import LocaleFormatter
from ui.tabs.waiting.ending import HowItEnded, PutAway
from ui.tabs.waiting.happened import EventForm
from ui.tabs.waiting.history import History
from ui.tabs.waiting.known import KnownForm, Questions
from ui.tabs.waiting.picture import Picture
from ui.tabs.waiting.words import EARLY, title_of, way_on, word_for
from ui.texts import show, tr
from ui.theme import hub, tokens
from ui.widgets.buttons import link_button, primary_button, quiet_button
from ui.widgets.chip import Chip
from ui.widgets.columns import TwoColumns
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.headings import PageHeader, SectionTitle, label
from ui.widgets.notice import Notice
from ui.widgets.scroll import Page

A_WEEK = timedelta(days=7)


class ChosenPage(Page):
    """Shows one opportunity; wishes go to the tab, which turns them into steps."""

    back_wanted = Signal()
    go_wanted = Signal()
    silent_wanted = Signal()

    def __init__(self, context: AppContext, timelines: Timelines) -> None:
        super().__init__("waiting_page")
        self._context, self._timelines = context, timelines
        self._dossier: Dossier | None = None
        self.waiting: Waiting | None = None
        self._build_head()
        self.picture = Picture()
        self.body.addWidget(self.picture)
        self._build_happened()
        columns = TwoColumns(first_share=1, second_share=1)
        self._build_first(columns.first)
        self._build_second(columns.second)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _build_head(self) -> None:
        self.back = link_button(tr("All that you wait for"), self.back_wanted.emit, "arrow-left", name="waiting_back")
        self.back.hide()
        self.body.addWidget(self.back)
        top = QWidget()
        self._top = FlowLayout(top)
        self._whose = ElidedLabel("", "strong")
        self._whose.setObjectName("waiting_whose")
        self._chip = Chip("")
        self._top.addWidget(self._whose)
        self._top.addWidget(self._chip)
        self.header = PageHeader("", "")
        self.do = primary_button("", self.go_wanted.emit, name="waiting_action")
        self.do_quietly = quiet_button("", self._try, name="waiting_early")
        self.let_rest = primary_button(tr("Let it rest"), self.silent_wanted.emit, name="mark_silent")
        for button in (self.do_quietly, self.do, self.let_rest):
            self.header.add_action(button)
        head = QVBoxLayout()
        head.setSpacing(hub.current.px(tokens.SMALL))
        head.addWidget(top)
        head.addWidget(self.header)
        self.body.addLayout(head)
        anyway = quiet_button(tr("Write it all the same"), self.go_wanted.emit, name="write_anyway")
        self._will_wait = quiet_button(tr("I will wait"), self._wait, name="wait_until")
        self.early = Notice("", "info", (anyway, self._will_wait))
        self.early.setObjectName("too_early")
        self.early.hide()
        self.body.addWidget(self.early)

    def _build_happened(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.they_wrote = quiet_button(tr("They wrote"), self._open_reply, "reply", name="they_wrote")
        self.i_asked = quiet_button("", self._open_asked, "send", name="i_asked")
        flow.addWidget(self.they_wrote)
        flow.addWidget(self.i_asked)
        self._happened = buttons
        self.body.addWidget(buttons)
        self.reply = EventForm("reply", self._context.clock)
        self.asked = EventForm("asked", self._context.clock)
        self.reply.cancelled.connect(self.they_wrote.setFocus)
        self.asked.cancelled.connect(self.i_asked.setFocus)
        self.body.addWidget(self.reply)
        self.body.addWidget(self.asked)

    def _build_first(self, column: QVBoxLayout) -> None:
        self._silence = QWidget()
        lines = QVBoxLayout(self._silence)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(hub.current.px(tokens.SMALL))
        lines.addWidget(SectionTitle(tr("What silence can mean")))
        *causes, close = self._timelines.what_silence_can_mean()
        for number, line in enumerate(causes):
            lines.addWidget(label(show(line), wrap=True, tone="muted", name=f"silence_{number}"))
        lines.addWidget(label(show(close), wrap=True, name="silence_close"))
        column.addWidget(self._silence)
        self.history = History()
        column.addWidget(self.history)
        self.questions = Questions()
        column.addWidget(self.questions)
        self._usual_title = SectionTitle(tr("What is usual"))
        column.addWidget(self._usual_title)
        self._usual = label("", tone="muted", wrap=True, name="what_is_usual")
        column.addWidget(self._usual)
        column.addStretch(1)

    def _build_second(self, column: QVBoxLayout) -> None:
        self.known = KnownForm(self._context)
        self.put_away = PutAway(self._context.clock)
        self.ended = HowItEnded()
        for part in (self.known, self.put_away, self.ended):
            column.addWidget(part)
        column.addStretch(1)

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def opportunity_id(self) -> str:
        """Which opportunity is shown; empty where none is."""
        return self._dossier.opportunity.id if self._dossier else ""

    def show_opportunity(self, dossier: Dossier, waiting: Waiting, now: Moment, *, fields: bool = True) -> None:
        """Show how it stands now; another one than before begins at the top, with nothing opened.

        Without `fields` the form is left alone: the step came from it, and somebody may still be typing.
        """
        another = dossier.opportunity.id != self.opportunity_id
        if another:
            self.known.flush()
            for part in (self.reply, self.asked, self.early):
                part.hide()
            self.put_away.day.discard()
        if self.waiting is not None and waiting.state != self.waiting.state:
            self.early.hide()
        self._dossier, self.waiting = dossier, waiting
        job = dossier.opportunity
        word, tone = word_for(job, waiting)
        self._whose.say(title_of(job))
        self._chip.say(word, tone)
        second = f" {show(waiting.also)}" if waiting.also else ""
        self.header.say(show(waiting.reason) + second, show(waiting.headline))
        self._show_actions(now)
        self.picture.show_waiting(waiting, now.day)
        self._silence.setVisible(waiting.silence and waiting.state not in ("over", "offer"))
        self.questions.show_questions(waiting.questions)
        self._show_usual()
        self.history.show_dossier(dossier, self._named(dossier), another=another)
        if fields or job.id != self.known.opportunity_id:
            self.known.show_opportunity(job)
        self.known.setVisible(waiting.state != "over")
        still_open = waiting.state not in ("over", "offer")
        self.put_away.setVisible(still_open)
        until = job.folded_until if waiting.folded else None
        ahead = waiting.day if waiting.day and waiting.day > now.day else now.day + A_WEEK
        self.put_away.show_day(until, ahead)
        self.ended.show_status(job.status, offered=waiting.state == "offer", written=bool(dossier.offers))
        if another:  # last, because a field that goes out of sight hands the focus on and the page follows it
            self.verticalScrollBar().setValue(0)

    def _show_actions(self, now: Moment) -> None:
        dossier, waiting = self._dossier, self.waiting
        if dossier is None or waiting is None:
            return
        way = way_on(dossier, waiting, now)
        calm = waiting.state in EARLY or waiting.state in ("may ask", "interview ahead")
        self.do.setVisible(way is not None and not calm)
        self.do_quietly.setVisible(way is not None and calm)
        self.let_rest.setVisible(waiting.action == "mark silent")
        if way is not None:
            self.do.say(way.text)
            self.do_quietly.say(way.text)
        asks = waiting.dates is not None and waiting.state not in ("over", "offer")
        self.i_asked.setVisible(asks)
        self.i_asked.say(
            tr("I sent the closing note") if waiting.action == "closing note" else tr("I asked outside Encore")
        )

    def _show_usual(self) -> None:
        dossier, waiting = self._dossier, self.waiting
        average = self._timelines.usual(dossier.opportunity.sector) if dossier else None
        seen = average is not None and waiting is not None and waiting.state not in ("over", "offer")
        self._usual.setText(" ".join(show(one) for one in average.sentences) if average else "")
        self._usual.setVisible(seen)
        self._usual_title.setVisible(seen)

    # -- doing ----------------------------------------------------------------------------------------------------

    def focus_action(self) -> None:
        """Put the focus on the one thing to do, or on what can be written down."""
        for button in (self.do, self.let_rest, self.do_quietly, self.they_wrote):
            if not button.isHidden():
                button.setFocus()
                return

    def flush(self) -> None:
        """Commit what is typed and not yet kept."""
        self.known.flush()

    def _try(self) -> None:
        waiting = self.waiting
        if waiting is None or waiting.state not in EARLY or waiting.day is None:
            self.go_wanted.emit()
            return
        day = LocaleFormatter().day(waiting.day)
        self.early.say(
            tr("Today is a day of rest there. {day} is a better day to write.", day=day)
            if waiting.state == "day of rest"
            else tr("Better wait until {day}. Asked sooner, most can only say that nothing is decided yet.", day=day)
        )
        self.early.show()
        self._will_wait.setFocus()
        QTimer.singleShot(0, self.early, lambda: self.ensureWidgetVisible(self.early))

    def _wait(self) -> None:
        self.early.hide()
        self.do_quietly.setFocus()

    def _people(self) -> list[Contact]:
        meetings = self._dossier.meetings if self._dossier else ()
        found = (self._context.library.find(Contact, each.contact) for each in meetings)
        return [contact for contact in dict.fromkeys(found) if contact is not None and contact.name]

    def _named(self, dossier: Dossier) -> dict[str, Contact]:
        found = (self._context.library.find(Contact, each.contact) for each in dossier.events)
        return {contact.id: contact for contact in found if contact is not None}

    def correct(self, event: Event) -> None:
        """Open what was written down, to be corrected."""
        people = self._people()
        if event.contact and not any(each.id == event.contact for each in people):
            people += [each for each in (self._context.library.find(Contact, event.contact),) if each is not None]
        form, other = (self.asked, self.reply) if event.direction == "from me" else (self.reply, self.asked)
        other.hide()
        form.correct(event, people)
        self._bring_in_sight(form)

    def _open_reply(self) -> None:
        self.asked.hide()
        self.reply.begin("reply", self._people())
        self._bring_in_sight(self.reply)

    def _open_asked(self) -> None:
        closing = self.waiting is not None and self.waiting.action == "closing note"
        self.reply.hide()
        self.asked.begin("closing note" if closing else "update", self._people())
        self._bring_in_sight(self.asked)

    def _bring_in_sight(self, form: EventForm) -> None:
        """The head of the form, once the page knows its height."""
        QTimer.singleShot(0, form, lambda: self.verticalScrollBar().setValue(form.y() - hub.current.px(tokens.VAST)))
