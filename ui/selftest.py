"""`--self-test`: does this copy of Encore, frozen or from source, work on this computer?

One line a check, a non-zero exit where one fails, and a deadline: a check that hangs ends the program with exit code 3.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import resources
from ui.version import VERSION

DEADLINE = 60.0
HUNG = 3
Check = Callable[[], None]


class Faulty(Exception):
    """A check found something wrong; the text says what."""


def require(condition: object, sentence: str) -> None:
    """Fail the check with `sentence`. Unlike an assert it also works in the optimised bundle."""
    if not condition:
        raise Faulty(sentence)


def resources_load() -> None:
    """Every file of the resources can be read as what it is."""
    files = [path for path in resources.ROOT.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    readers: dict[str, Callable[[str], object]] = {".toml": tomllib.loads, ".json": json.loads, ".svg": str, ".md": str}
    found: set[str] = set()
    for path in files:
        found.add(path.suffix)
        try:
            if path.suffix in readers:
                require(readers[path.suffix](path.read_text("utf-8")), f"{path.name} is empty.")
        except ValueError as error:
            raise Faulty(f"{path.name} cannot be read: {error}.") from error
    missing = {".toml", ".svg", ".ttf"} - found
    require(not missing, f"no resource of the kind {', '.join(sorted(missing))} came along.")


def zones_work() -> None:
    """The zone database is there, also where the system has none."""
    offset = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("America/New_York")).utcoffset()
    require(offset is not None and offset.total_seconds() == -4 * 3600, "New York is not four hours behind in July.")


def holidays_work() -> None:
    """Public holidays are known, with their names in English."""
    import holidays  # noqa: PLC0415 - takes 100 ms

    named = holidays.country_holidays("DE", years=2026, language="en_US").get(date(2026, 10, 3))
    require(named and "German" in named, f"3 October 2026 in Germany is called {named}.")


def harper_finds_the_canary() -> None:
    """The grammar engine loads and sees a known misspelling."""
    from models.proofreading.harper_engine import HarperEngine  # noqa: PLC0415 - takes half a second

    sentence = "I recieved your letter."
    seen = [sentence[lint.start : lint.end] for lint in HarperEngine().check(sentence, "US") if lint.kind == "spelling"]
    require(seen == ["recieved"], f"in “{sentence}” the misspelled words were {seen}.")


def library_survives() -> None:
    """What is written into a library is there when it is opened again."""
    from models.clock import SystemClock  # noqa: PLC0415 - with the store, not before
    from models.library import Library  # noqa: PLC0415
    from models.records import Contact  # noqa: PLC0415
    from models.storage import Store  # noqa: PLC0415

    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        for turn in ("writing", "reopening"):
            store = Store.open(Path(place), clock)
            library = Library(store, clock)
            if turn == "writing":
                with library.step("Self-test"):
                    library.put(Contact(name="Priya Rao"))
            names = [contact.name for contact in library.all(Contact)]
            store.close()
            require(names == ["Priya Rao"], f"after {turn} the library holds {names}.")


def fonts_load() -> None:
    """The fonts are accepted by Qt."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt only where needed

    from ui.theme.fonts import load_fonts  # noqa: PLC0415

    application = QApplication.instance() or QApplication(["encore"])
    refused = load_fonts(resources.ROOT / "fonts")
    require(application and not refused, f"Qt does not take {', '.join(refused)}.")


def tabs_and_pages_work() -> None:
    """The sample story comes in, every tab is built with it, every page is printed, and the window closes again."""
    from models.clock import SystemClock  # noqa: PLC0415 - with the window, not before
    from models.library import Library  # noqa: PLC0415
    from models.offers import compare  # noqa: PLC0415
    from models.records import Criterion, Offer, Score  # noqa: PLC0415
    from models.sample import add_sample  # noqa: PLC0415
    from models.storage import Store  # noqa: PLC0415
    from ui.app import make_application  # noqa: PLC0415
    from ui.context import AppContext  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.printing.offers_page import write_pdf  # noqa: PLC0415
    from ui.tabs import TABS  # noqa: PLC0415

    clock = SystemClock()
    application = make_application(["encore"])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        library = Library(Store.open(folder, clock), clock)
        add_sample(library, resources.ROOT / "sample")
        window = MainWindow(AppContext(library, folder, resources.ROOT))
        window.show()
        for spec in TABS:
            window.open_tab(spec.name)
            application.processEvents()
            require(window.current.isVisible(), f"the tab {spec.name} does not show.")
        comparison = compare(library.all(Offer), library.all(Criterion), library.all(Score))
        for paper in ("a4", "letter"):
            write_pdf(comparison, clock.today(), paper, folder / "offers.pdf")
            printed = (folder / "offers.pdf").read_bytes()
            require(printed.startswith(b"%PDF") and len(printed) > 5_000, f"the {paper} page came out empty.")
        require(window.close(), "the window does not close.")


CHECKS: tuple[tuple[str, Check], ...] = (
    ("resources", resources_load),
    ("time zones", zones_work),
    ("holidays", holidays_work),
    ("grammar", harper_finds_the_canary),
    ("library", library_survives),
    ("fonts", fonts_load),
    ("tabs and pages", tabs_and_pages_work),
)


def run(checks: tuple[tuple[str, Check], ...] = CHECKS, deadline: float = DEADLINE) -> int:
    """Do every check and return 0, or 1 where one failed. The process ends with 3 after `deadline` seconds."""
    running = [""]
    watchdog = threading.Timer(deadline, _give_up, (running, deadline))
    watchdog.daemon = True
    watchdog.start()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = 0
    for name, check in checks:
        running[0] = name
        failed += not _passes(name, check)
    watchdog.cancel()
    print(f"Encore {VERSION}: {len(checks)} checks, {failed} failed", flush=True)
    return 1 if failed else 0


def _passes(name: str, check: Check) -> bool:
    start = time.perf_counter()
    try:
        check()
    except Exception as error:
        text = " ".join(str(error).split()) or "no reason given"
        print(f"FAILED {name}: {text if isinstance(error, Faulty) else f'{type(error).__name__}: {text}'}", flush=True)
        return False
    print(f"ok {name} {(time.perf_counter() - start) * 1000:.0f} ms", flush=True)
    return True


def _give_up(running: list[str], deadline: float) -> None:
    print(f"FAILED {running[0]}: not done after {deadline:g} seconds", flush=True)
    if sys.stdout is not None:
        sys.stdout.flush()
    os._exit(HUNG)
