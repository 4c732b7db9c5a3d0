"""Who may know whom, and the other house rules: each is kept by the program, and each is shown to be able to fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.rules import Rule
from tests.architecture.sources import ROOT, Source, of_the_tests, program, texts

LONG_FUNCTION = "def long():\n" + "    x = 1\n" * 49

RULES = (
    Rule("models know no screen", rules.models_know_no_screen, {"models/a.py": "from PySide6.QtCore import Qt"}),
    Rule("models take resources as paths", rules.models_know_no_screen, {"models/a/b.py": "import resources"}),
    Rule(
        "only the store knows TinyDB, its lock and its ciphers",
        rules.only_the_store_knows_its_libraries,
        {"models/library.py": "def f():\n    import tinydb"},
    ),
    Rule(
        "records, dates and money know only each other",
        rules.vocabulary_stays_small,
        {"models/records/a.py": "from models.offers import pay"},
    ),
    Rule(
        "a field library is known to its own room only",
        rules.rooms_know_their_own_library,
        {"models/offers/a.py": "def f():\n    import harper"},
    ),
    Rule("no other library is used", rules.rooms_know_their_own_library, {"ui/tabs/a.py": "import numpy"}),
    Rule(
        "a field library waits until it is needed",
        rules.field_libraries_wait,
        {"models/people/a.py": "import phonenumbers"},
    ),
    Rule(
        "a field library has one door",
        rules.field_libraries_have_one_door,
        {"models/people/a.py": "import phonenumbers", "models/people/b.py": "import phonenumbers"},
    ),
    Rule(
        "what starts with an underscore stays in its package",
        rules.private_names_stay_home,
        {"models/offers/a.py": "from models.people.names import _folded"},
    ),
    Rule("widgets and theme know no tab", rules.widgets_know_no_tabs, {"ui/widgets/a.py": "from ui.tabs import base"}),
    Rule(
        "a tab knows no other tab", rules.tabs_know_no_other_tab, {"ui/tabs/a/b.py": "from ui.tabs.offers import Tab"}
    ),
    Rule("a tab does not know the window", rules.tabs_know_no_other_tab, {"ui/tabs/a.py": "import ui.main_window"}),
    Rule(
        "there are no circles",
        rules.no_circles,
        {"ui/a.py": "import ui.b", "ui/b.py": "def f():\n    from ui import a"},
    ),
    Rule(
        "only ui.prompts opens message boxes and file dialogs",
        rules.only_prompts_talk,
        {"ui/tabs/a.py": "from PySide6 import QtWidgets\nQtWidgets.QMessageBox.warning()"},
    ),
    Rule(
        "only models.clock asks what time it is",
        rules.only_the_clock_knows_the_time,
        {"ui/a.py": "import datetime\nf = datetime.date.today"},
    ),
    Rule("models never print", rules.models_never_print, {"models/a.py": "print(1)"}),
    Rule("the program opens no socket", rules.no_network, {"ui/a.py": "from PySide6.QtNetwork import QLocalServer"}),
    Rule("a module says what it is", rules.public_modules_say_what_they_are, {"ui/a.py": "x = 1"}),
    Rule("a file stays below 400 lines", rules.files_stay_short, {"ui/a.py": "x = 1\n" * 400}),
    Rule("the main window stays below 250 lines", rules.files_stay_short, {"ui/main_window.py": "x = 1\n" * 250}),
    Rule("a function stays below 50 lines", rules.functions_stay_short, {"ui/a.py": LONG_FUNCTION}),
)
ALLOWED = {
    "models/clock.py": '"""A."""\nfrom datetime import datetime\nnow = datetime.now()',
    "models/storage/a.py": '"""A."""\nimport time\nimport tinydb\ntime.monotonic()',
    "models/people/a.py": '"""A."""\nfrom models.records import Contact\ndef f():\n    import phonenumbers',
    "ui/tabs/__init__.py": '"""A."""\nfrom ui.tabs.offers import Tab',
    "ui/tabs/offers/__init__.py": '"""A."""\nfrom ui.tabs.base import Base\nfrom ui.tabs.offers.a import b',
    "ui/tabs/base.py": '"""A."""\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import ui.tabs',
    "ui/tabs/offers/a.py": '"""A."""',
    "ui/prompts.py": '"""A."""\nfrom PySide6.QtWidgets import QMessageBox',
}


def planted(files: dict[str, str]) -> tuple[Source, ...]:
    return tuple(Source(path, text) for path, text in files.items())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence)
def test_in_this_house(rule: Rule) -> None:
    found = rule.faults(program())
    assert not found, "\n".join([rule.sentence, *found])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence)
def test_a_planted_fault_is_found_for(rule: Rule) -> None:
    assert rule.faults(planted(rule.planted))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence)
def test_what_is_allowed_is_no_fault_for(rule: Rule) -> None:
    assert not rule.faults(planted(ALLOWED))


@pytest.mark.parametrize("rule", [rules.files_stay_short, rules.functions_stay_short])
def test_tests_keep_the_same_measure(rule: object) -> None:
    assert callable(rule)
    assert not rule(of_the_tests())


# Written in pieces, so that this file does not hold what it looks for.
STRANGERS = {
    "a folder of one computer": re.compile(r"(?<![\w.~-])/wo" + r"rk(?=[/\s\"'`),]|$)", re.MULTILINE),
    "a neighbour that is not in the project": re.compile(r"\.\./sha" + r"red"),
    "the address of a registry": re.compile(
        r"pypi\.o" + r"rg|pythonhosted\.o" + r"rg|--(?:extra-)?index-" + r"url|--find-" + r"links"
    ),
}


@pytest.mark.parametrize("what", STRANGERS)
def test_nothing_in_the_project_names(what: str) -> None:
    assert not [path for path, text in texts() if STRANGERS[what].search(text)]


def test_each_stranger_would_be_noticed() -> None:
    for text in ('open("/wo' + 'rk/main")', "see ../sha" + "red/x", "https://files.pythonhosted.o" + "rg/a"):
        assert any(pattern.search(text) for pattern in STRANGERS.values())


def test_each_requirement_is_locked_to_a_version_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    rows = [line for line in lock.splitlines() if line.strip() and not line.startswith("#")]
    assert len(rows) > 20
    assert not [row for row in rows if not re.match(r"[\w.-]+==[\w.]+ .*--hash=sha256:[0-9a-f]{64}", row)]
    locked = {row.split("==")[0].lower().replace("_", "-") for row in rows}
    for name in ("requirements.in", "requirements-dev.in"):
        asked = re.findall(r"^([A-Za-z][\w-]*)", Path(ROOT, name).read_text("utf-8"), re.MULTILINE)
        assert asked
        assert not {word.lower().replace("_", "-") for word in asked} - locked


def test_the_architecture_is_read_from_real_files() -> None:
    assert {"main", "models.clock", "models.records.base"} <= {source.module for source in program()}
