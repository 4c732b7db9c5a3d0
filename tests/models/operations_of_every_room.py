"""Every named operation of the program as something to do to the sample story, and where such operations are found."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import FunctionType, ModuleType
from typing import TypeVar, cast

from models import checklist, copies, half_typed, history, onward, settings
from models.dates import working_calendar
from models.findings import Finding
from models.letters import operations as letters
from models.letters.desk import open_desk
from models.letters.versions import use_wording
from models.library import Library
from models.offers import edits as offers
from models.offers.side_by_side import change_assumptions, put_aside
from models.offers.starters import add_criteria
from models.people import operations as people
from models.records import (
    Activity,
    Contact,
    Criterion,
    Event,
    Interview,
    Letter,
    Meeting,
    Note,
    Offer,
    Opportunity,
    Question,
    Record,
    Term,
)
from models.sample import add_sample, remove_sample
from models.storage import Draft, ForeignFile
from models.waiting import operations as waiting
from resources import ROOT

R = TypeVar("R", bound=Record)
Operation = Callable[[Library], object]
KINDS = open_desk(ROOT).kinds
THANK_YOU, UPDATE = KINDS["thank-you"], KINDS["update"]
LOOKED_AT = Finding(passed="tone", severity="consider", rule="tone/casual", start=0, end=2, text="Hi")


def some(library: Library, kind: type[R], number: int = 0) -> str:
    """The id of one record of that kind."""
    return library.all(kind)[number].id


def one(library: Library, kind: type[R], wanted: Callable[[R], bool]) -> R:
    """The first record of that kind that is as wanted."""
    return next(record for record in library.all(kind) if wanted(record))


def unsent(library: Library) -> str:
    return one(library, Letter, lambda letter: letter.state == "draft").id


def hero(library: Library) -> Interview:
    """The interview whose letters are not all sent."""
    letter = library.get(Letter, unsent(library))
    return library.get(Interview, letter.interview)


def waits(library: Library) -> str:
    return one(library, Opportunity, lambda job: job.status == "waiting" and job.folded_until is None).id


def settled(library: Library) -> str:
    """An opportunity made quiet: every thank-you sent or skipped, and an answer just promised."""
    job = hero(library).opportunity
    with library.step("Settle"):
        for meeting in library.all(Meeting):
            if library.get(Interview, meeting.interview).opportunity == job and meeting.letter_sent is None:
                people.skip_letter(library, meeting.id, "thanked in person")
    return job


def tomorrow(library: Library) -> date:
    return library.clock.today() + timedelta(days=1)


def folded(library: Library) -> str:
    return waiting.fold(library, waits(library), tomorrow(library)).id


def without_letter(library: Library) -> tuple[str, str]:
    """The hero's interview and someone new on its panel."""
    interview = hero(library).id
    return interview, people.add_contact(library, interview, name="Tomas Lind", emails=("tomas@northwind.example",)).id


def reworded(library: Library) -> history.Version[Letter]:
    """The first wording of the letter, before it was written anew."""
    letters.edit_letter(library, unsent(library), body="Something quite different")
    return history.versions(library, Letter, unsent(library))[-1]


def copied(library: Library) -> Path:
    """A copy of the library, made before one more thing was done."""
    path = library.store.folder.parent / "copy.zip"
    copies.save_copy(library, path)
    people.remove_note(library, some(library, Note))
    return path


def changed_elsewhere(library: Library) -> ForeignFile:
    """An encore.json in which another program renamed someone."""
    tables = json.loads((library.store.folder / "encore.json").read_text("utf-8"))
    tables["contacts"][some(library, Contact)]["name"] = "Renamed elsewhere"
    path = library.store.folder / "set-aside" / "changed.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(tables), "utf-8")
    return library.store.foreign[0]


@dataclass(frozen=True)
class Step:
    """One operation: `before` makes what it needs, `do` is the operation itself."""

    name: str
    do: Callable[[Library, object], object]
    before: Operation = lambda _library: None


def _plain(name: str, do: Operation) -> Step:
    return Step(name, lambda library, _made: do(library))


CALENDAR = working_calendar("US", "OR")

STEPS: tuple[Step, ...] = (
    # people
    _plain("add_contact", lambda x: people.add_contact(x, hero(x).id, "panel", name="Tomas Lind")),
    _plain("update_contact", lambda x: people.update_contact(x, some(x, Contact), name="Priya Raoh", phones=("1",))),
    _plain("remove_contact", lambda x: people.remove_contact(x, x.get(Letter, unsent(x)).recipients[0])),
    Step(
        "meet",
        lambda x, who: people.meet(x, hero(x).id, str(who)),
        lambda x: people.add_contact(x, name="Tomas Lind").id,
    ),
    _plain("update_meeting", lambda x: people.update_meeting(x, some(x, Meeting), role="referrer")),
    _plain("leave_panel", lambda x: people.leave_panel(x, some(x, Meeting))),
    _plain("skip_letter", lambda x: people.skip_letter(x, some(x, Meeting), "thanked in person")),
    _plain("add_note", lambda x: people.add_note(x, "Talked of Lisbon", contact_id=some(x, Contact))),
    _plain("update_note", lambda x: people.update_note(x, some(x, Note), text="Rewritten")),
    _plain("remove_note", lambda x: people.remove_note(x, some(x, Note))),
    _plain("log_event", lambda x: people.log_event(x, contact=some(x, Contact), summary="They called")),
    _plain("update_event", lambda x: people.update_event(x, some(x, Event), summary="They wrote")),
    _plain("remove_event", lambda x: people.remove_event(x, some(x, Event))),
    # checklist
    _plain(
        "add_interview",
        lambda x: checklist.add_interview(x, Opportunity(employer="Lumen"), Interview(title="Panel"), ("A Bo", "C Do")),
    ),
    _plain("update_opportunity", lambda x: checklist.update_opportunity(x, waits(x), next_step="A call")),
    _plain("update_interview", lambda x: checklist.update_interview(x, hero(x).id, wish="More of the night shifts")),
    Step(
        "captured",
        lambda x, made: checklist.captured(x, str(made)),
        lambda x: checklist.add_interview(x, Opportunity(employer="Lumen"), Interview()).id,
    ),
    _plain("add_card", lambda x: checklist.add_card(x, hero(x).id, "They measure by shift", some(x, Contact))),
    _plain("tick", lambda x: checklist.tick(x, hero(x).id, "onward", "onward" not in hero(x).ticks)),
    _plain("remove_interview", lambda x: checklist.remove_interview(x, hero(x).id)),
    # letters
    Step("start_letter", lambda x, made: letters.start_letter(x, THANK_YOU, *_pair(made)), without_letter),
    _plain("start_letter_about", lambda x: letters.start_letter_about(x, UPDATE, waits(x))),
    Step(
        "start_panel_letters", lambda x, made: letters.start_panel_letters(x, THANK_YOU, _pair(made)[0]), without_letter
    ),
    Step(
        "redraft",
        lambda x, made: letters.redraft(x, THANK_YOU, str(made)),
        lambda x: letters.edit_letter(x, unsent(x), body="Something quite different").id,
    ),
    _plain("edit_letter", lambda x: letters.edit_letter(x, unsent(x), subject="Thank you", formality="formal")),
    _plain("mark_ready", lambda x: letters.mark_ready(x, unsent(x))),
    Step(
        "back_to_draft",
        lambda x, made: letters.back_to_draft(x, str(made)),
        lambda x: letters.mark_ready(x, unsent(x)).id,
    ),
    _plain("mark_sent", lambda x: letters.mark_sent(x, unsent(x))),
    Step(
        "remove_letter",
        lambda x, made: letters.remove_letter(x, str(made)),
        lambda x: letters.mark_sent(x, unsent(x)).id,
    ),
    _plain("pass_done", lambda x: letters.pass_done(x, unsent(x), "aloud")),
    _plain("waive_pass", lambda x: letters.waive_pass(x, unsent(x), "grammar", "Nia")),
    _plain("ignore_finding", lambda x: letters.ignore_finding(x, unsent(x), LOOKED_AT)),
    Step(
        "use_wording", lambda x, version: use_wording(x, unsent(x), cast("history.Version[Letter]", version)), reworded
    ),
    # waiting
    _plain("log_reply", lambda x: waiting.log_reply(x, waits(x), summary="Next week", gave_date=tomorrow(x))),
    _plain("correct_event", lambda x: waiting.correct_event(x, some(x, Event), summary="They wrote")),
    _plain("correct_event", lambda x: waiting.correct_event(x, some(x, Event), summary="They called")),
    _plain("forget_event", lambda x: waiting.forget_event(x, some(x, Event))),
    _plain("log_update_sent", lambda x: waiting.log_update_sent(x, waits(x), closing=True)),
    _plain("set_promised", lambda x: waiting.set_promised(x, waits(x), tomorrow(x), phrase="tomorrow")),
    _plain("fold", lambda x: waiting.fold(x, waits(x), tomorrow(x))),
    Step("unfold", lambda x, made: waiting.unfold(x, str(made)), folded),
    Step("fold_when_done", lambda x, made: waiting.fold_when_done(x, str(made), CALENDAR), settled),
    _plain("set_status", lambda x: waiting.set_status(x, waits(x), "rejected")),
    _plain("set_decide_by", lambda x: waiting.set_decide_by(x, some(x, Offer), CALENDAR, days=10)),
    # offers
    _plain("add_offer", lambda x: offers.add_offer(x, name="Lumen", base=Term(Decimal(91000)))),
    _plain("update_offer", lambda x: offers.update_offer(x, some(x, Offer), name="Another name")),
    _plain("remove_offer", lambda x: offers.remove_offer(x, some(x, Offer))),
    _plain("add_criterion", lambda x: offers.add_criterion(x, "Light", 30)),
    _plain("add_criteria", lambda x: add_criteria(x)),
    _plain("update_criterion", lambda x: offers.update_criterion(x, some(x, Criterion), weight=7)),
    _plain("remove_criterion", lambda x: offers.remove_criterion(x, some(x, Criterion))),
    _plain("set_score", lambda x: offers.set_score(x, some(x, Offer), some(x, Criterion), 1, "It is dark")),
    _plain("change_assumptions", lambda x: change_assumptions(x, offer_scenario="guaranteed", offer_years=2)),
    _plain("put_aside", lambda x: put_aside(x, some(x, Offer), True)),
    # onward
    _plain("log_activity", lambda x: onward.log_activity(x, "application", "Lumen")),
    _plain("update_activity", lambda x: onward.update_activity(x, some(x, Activity), text="Two of them")),
    _plain("remove_activity", lambda x: onward.remove_activity(x, some(x, Activity))),
    _plain("set_weekly_goal", lambda x: onward.set_weekly_goal(x, 9)),
    _plain("save_reflection", lambda x: onward.save_reflection(x, hero(x).id, improve="Slower")),
    _plain("add_question", lambda x: onward.add_question(x, hero(x).id, "Why us?", "well")),
    _plain("update_question", lambda x: onward.update_question(x, some(x, Question), better="Because of the nurses")),
    _plain("remove_question", lambda x: onward.remove_question(x, some(x, Question))),
    # the history
    _plain("restore", lambda x: history.restore(x, 0)),
    Step(
        "back_to",
        lambda x, time: history.back_to(x, Letter, unsent(x), int(str(time))),
        lambda x: _edited(x, unsent(x)),
    ),
    # the program
    _plain("update_profile", lambda x: settings.update_profile(x, name="Nia H.", city="Salem")),
    _plain("update_settings", lambda x: settings.update_settings(x, theme="dark", text_size=150)),
    _plain("put_in", lambda x: half_typed.put_in(x, _typed(x))),
    Step("restore_copy", lambda x, path: copies.restore_copy(x, copies.open_copy(Path(str(path)))), copied),
    _plain("take_over", lambda x: copies.take_over(x, changed_elsewhere(x))),
    _plain("remove_sample", remove_sample),
    Step("add_sample", lambda x, _made: add_sample(x, ROOT / "sample"), remove_sample),
)


def _edited(library: Library, letter: str) -> int:
    """The time of the version before."""
    time = history.versions(library, Letter, letter)[0].time
    letters.edit_letter(library, letter, body="Dear all")
    return time


def _typed(library: Library) -> half_typed.HalfTyped:
    """A letter's text that was being typed when the program ended."""
    draft = Draft(half_typed.key_of("letters", unsent(library), "body"), "Dear all", 0)
    return half_typed.half_typed(library, [draft])[0]


def _pair(made: object) -> tuple[str, str]:
    assert isinstance(made, tuple)
    interview, contact = made
    return str(interview), str(contact)


def operations_in(package: ModuleType) -> set[str]:
    """The public functions of a package that take the library first and open a step, themselves or through others."""
    calls: dict[FunctionType, set[object]] = {}
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for function in vars(module).values():
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                calls[function] = set(_called(function))
    steps: set[object] = {Library.step, Library.rewrite}
    while more := {function for function, called in calls.items() if called & steps} - steps:
        steps |= more
    return {one.__name__ for one in calls if one in steps and _takes_library(one) and not one.__name__.startswith("_")}


def _takes_library(function: FunctionType) -> bool:
    return next(iter(inspect.signature(function).parameters), "") == "library"


def _called(function: FunctionType) -> Iterator[object]:
    for node in ast.walk(ast.parse(inspect.getsource(function))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield inspect.unwrap(function).__globals__.get(node.func.id)
            elif ast.unparse(node.func) in ("library.step", "library.rewrite", "self._library.step"):
                yield Library.step
            elif ast.unparse(node.func) == "library.rewrite":
                yield Library.rewrite
