"""The house rules. Each reads as a sentence, finds its faults in sources, and carries a planted one it must find."""

from __future__ import annotations

import ast
import graphlib
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.architecture.sources import Source, is_within

Sources = Iterable[Source]
VOCABULARY = tuple(
    f"models.{name}"
    for name in ("records", "clock", "dates", "phrases", "money", "formats", "errors", "findings", "texts")
)
# A field library, and the one room that may know it (behind one module, imported when first needed).
FIELD_LIBRARIES = {
    "harper": "models.proofreading",
    "spellchecker": "models.proofreading",
    "icalendar": "models.exchange",
    "vobject": "models.exchange",
    "phonenumbers": "models.people",
    "jinja2": "models.letters",
    "holidays": "models.dates",
    "tzlocal": "models.clock",
}
STORE_LIBRARIES = ("tinydb", "filelock", "cryptography", "orjson")
TALKERS = {"QMessageBox", "QFileDialog", "QInputDialog", "QErrorMessage"}
CLOCK_WORDS = {
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "strftime", "ctime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentMSecsSinceEpoch", "currentSecsSinceEpoch"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
}
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "asyncio", "PySide6.QtNetwork")


@dataclass(frozen=True)
class Rule:
    """A sentence, how to find what breaks it, and files that do break it."""

    sentence: str
    faults: Callable[[Sources], list[str]]
    planted: dict[str, str]


def _imports_of(sources: Sources, room: tuple[str, ...], banned: Callable[[Source, str], bool]) -> list[str]:
    return [
        f"{source.path}:{found.line} imports {found.target}"
        for source in sources
        if source.within(*room)
        for found in source.imports
        if banned(source, found.target)
    ]


def models_know_no_screen(sources: Sources) -> list[str]:
    """Qt, the windows and the resources stay outside of models."""
    outside = ("PySide6", "shiboken6", "ui", "resources", "main")
    return _imports_of(sources, ("models",), lambda _, target: is_within(target, *outside))


def only_the_store_knows_its_libraries(sources: Sources) -> list[str]:
    """TinyDB and what goes with it."""
    return _imports_of(
        sources,
        ("models", "ui", "main", "resources"),
        lambda source, target: is_within(target, *STORE_LIBRARIES) and not source.within("models.storage"),
    )


def vocabulary_stays_small(sources: Sources) -> list[str]:
    """Records, dates, money and the like know only each other, the standard library and msgspec."""

    def foreign(source: Source, target: str) -> bool:
        top = target.split(".", maxsplit=1)[0]
        own = FIELD_LIBRARIES.get(top)
        if top in sys.stdlib_module_names or top == "msgspec" or (own and source.within(own)):
            return False
        return not is_within(target, *VOCABULARY)

    return _imports_of(sources, VOCABULARY, foreign)


def rooms_know_their_own_library(sources: Sources) -> list[str]:
    """Each field library has one room; nothing else from outside is known to models or ui."""
    known = {*FIELD_LIBRARIES, *STORE_LIBRARIES, "msgspec", "PySide6", "models", "ui", "resources", "main"}

    def foreign(source: Source, target: str) -> bool:
        top = target.split(".", maxsplit=1)[0]
        if top in FIELD_LIBRARIES:
            return not source.within(FIELD_LIBRARIES[top], "ui.selftest")
        return top not in known and top not in sys.stdlib_module_names

    return _imports_of(sources, ("models", "ui", "main", "resources.__init__"), foreign)


def field_libraries_wait(sources: Sources) -> list[str]:
    """They cost up to half a second, so they are imported inside the function that needs them."""
    return [
        f"{source.path}:{found.line} imports {found.target} at once"
        for source in sources
        if source.within("models", "ui", "main")
        for found in source.imports
        if is_within(found.target, *FIELD_LIBRARIES) and not found.late and not found.for_types
    ]


def field_libraries_have_one_door(sources: Sources) -> list[str]:
    """One module of the room imports the library, so that it can be exchanged there."""
    doors: dict[str, set[str]] = {}
    for source in sources:
        for found in source.imports:
            top = found.target.split(".")[0]
            if top in FIELD_LIBRARIES and source.within("models"):
                doors.setdefault(top, set()).add(source.path)
    return [
        f"{library} is imported by {', '.join(sorted(paths))}" for library, paths in doors.items() if len(paths) > 1
    ]


def private_names_stay_home(sources: Sources) -> list[str]:
    """A name or module that starts with an underscore belongs to its package."""

    def foreign(source: Source, target: str) -> bool:
        if not is_within(target, "models", "ui"):
            return False
        parts = target.split(".")
        private = next((i for i, part in enumerate(parts) if re.match(r"_(?!_)", part)), None)
        return private is not None and not source.within(".".join(parts[:private]), ".".join(parts[: private - 1]))

    return _imports_of(sources, ("models", "ui", "main"), foreign)


def widgets_know_no_tabs(sources: Sources) -> list[str]:
    """Widgets and theme are used by tabs, not the other way."""
    above = ("ui.tabs", "ui.main_window", "ui.app", "ui.frame")
    return _imports_of(sources, ("ui.widgets", "ui.theme"), lambda _, target: is_within(target, *above))


def tabs_know_no_other_tab(sources: Sources) -> list[str]:
    """Tabs meet in the library or through a wish; what they share lies in ui.tabs.base."""

    def foreign(source: Source, target: str) -> bool:
        if is_within(target, "ui.main_window", "ui.app"):
            return True
        own = ".".join(source.module.split(".")[:3])
        if own in ("ui.tabs", "ui.tabs.base"):
            return False
        return is_within(target, "ui.tabs") and not is_within(target, own, "ui.tabs.base")

    return _imports_of(sources, ("ui.tabs",), foreign)


def no_circles(sources: Sources) -> list[str]:
    """No module needs, over others, itself: an import inside a function counts, one for the type checker does not."""
    modules = {source.module: source for source in sources}
    graph = {
        name: {
            hit
            for found in source.imports
            if not found.for_types and (hit := _module_of(found.target, modules)) and hit != name
        }
        for name, source in modules.items()
    }
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return [" needs ".join(reversed(error.args[1]))]
    return []


def only_prompts_talk(sources: Sources) -> list[str]:
    """Message boxes and file dialogs are opened in one place."""
    return [
        f"{source.path}:{node.lineno} uses {name}"
        for source in sources
        if not source.within("ui.prompts")
        for node in ast.walk(source.tree)
        if (name := _name_in(node)) in TALKERS and isinstance(node, ast.Name | ast.Attribute | ast.alias)
    ]


def only_the_clock_knows_the_time(sources: Sources) -> list[str]:
    """Rules are handed a Clock; measuring a duration (monotonic, perf_counter) is no question about the time."""
    found: list[str] = []
    for source in sources:
        if source.within("models.clock", "dev"):
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and node.attr in CLOCK_WORDS.get(_name_in(node.value), ()):
                found.append(f"{source.path}:{node.lineno} asks {_name_in(node.value)}.{node.attr}")
            if isinstance(node, ast.ImportFrom) and node.module == "time":
                late = {alias.name for alias in node.names} & CLOCK_WORDS["time"]
                found += [f"{source.path}:{node.lineno} imports time.{name}" for name in sorted(late)]
    return found


def models_never_print(sources: Sources) -> list[str]:
    """They return findings; only the command line prints."""
    return [
        f"{source.path}:{node.lineno} prints"
        for source in sources
        if source.within("models")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and _name_in(node.func) in ("print", "input", "breakpoint")
    ]


def no_network(sources: Sources) -> list[str]:
    """The program opens no socket."""
    return _imports_of(sources, ("models", "ui", "main"), lambda _, target: is_within(target, *NETWORK))


def files_stay_short(sources: Sources) -> list[str]:
    """Below 400 lines; the main window, to which everything is drawn, below 250."""
    found: list[str] = []
    for source in sources:
        limit = 250 if source.within("ui.main_window") else 400
        lines = len(source.text.splitlines())
        if lines >= limit:
            found.append(f"{source.path} has {lines} lines, the limit is {limit}")
    return found


def functions_stay_short(sources: Sources) -> list[str]:
    """Below 50 lines, decorators and docstring included."""
    return [
        f"{source.path}:{node.lineno} {node.name} has {length} lines"
        for source in sources
        for node in source.functions()
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) >= 50
    ]


def public_modules_say_what_they_are(sources: Sources) -> list[str]:
    """A module starts with a sentence about itself."""
    return [
        f"{source.path} has no docstring"
        for source in sources
        if not source.module.rpartition(".")[2].startswith("_") and not ast.get_docstring(source.tree)
    ]


def _name_in(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return name
        case _:
            return ""


def _module_of(target: str, modules: dict[str, Source]) -> str:
    """The project's module that an imported name comes from, or an empty text."""
    while target and target not in modules:
        target = target.rpartition(".")[0]
    return target
