"""`dev.py bench start`: how long until the window is painted, with 5,000 records, and what memory that takes.

The floor is an empty PySide6 window with five tabs. Both are fresh processes; both print "first paint" and leave when
ENCORE_BENCH_FIRST_PAINT is set in the environment (ui/app.py does so for the program). The program paints its frame
first and the page in it right after; how long that takes together is the second figure, which has no floor of its own.
Encore is started as by a double click: without a word, on the library in the usual place.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from harness import ROOT, Figure, Start, alternating, first_paint, report, scratch

from ui.paths import default_data_dir

RECORDS = 5_000
LIMIT = 1.6
PAGE_LIMIT = 4.0


def fill(folder: Path) -> None:
    """A library as after some years: contacts, opportunities and interviews, 5,000 records in all."""
    from models.clock import SystemClock
    from models.library import Library
    from models.records import Contact, Interview, Opportunity
    from models.storage import Store

    clock = SystemClock()
    store = Store.open(folder, clock)
    library = Library(store, clock)
    with library.step("Fill"):
        for number in range(RECORDS // 5):
            opportunity = library.put(Opportunity(employer=f"Employer {number}", role="Designer"))
            library.put(Interview(opportunity=opportunity.id))
            for part in range(3):
                library.put(Contact(name=f"Priya Rao {number}.{part}", emails=(f"priya{number}.{part}@example.com",)))
    store.close()


def usual_place(folder: Path) -> dict[str, str]:
    """An environment in which default_data_dir() lies inside of `folder`, on each system."""
    names = {"win32": "APPDATA", "darwin": "HOME"}
    return {names.get(sys.platform, "XDG_DATA_HOME"): str(folder)}


def main() -> int:
    """Measure, print, judge."""
    with scratch() as folder:
        place = usual_place(folder)
        # In a process of its own: a large parent would be counted into its children's memory.
        subprocess.run([sys.executable, __file__, "--fill"], env={**os.environ, **place}, check=True)
        seen: dict[str, list[Start]] = {"subject": [], "floor": []}

        def subject() -> float:
            seen["subject"].append(first_paint(sys.executable, ROOT / "main.py", **place))
            return seen["subject"][-1].paint

        def floor() -> float:
            seen["floor"].append(first_paint(sys.executable, Path(__file__).with_name("floor.py")))
            return seen["floor"][-1].paint

        def page() -> float:
            return first_paint(sys.executable, ROOT / "main.py", **place, ENCORE_BENCH_FIRST_PAINT="page").paint

        paint, least = alternating(subject, floor)
        shown, least_again = alternating(page, floor)
    memory = {who: tuple(start.memory for start in starts[1:]) for who, starts in seen.items()}
    figures = [Figure("first paint", "ms", paint, LIMIT, least)]
    figures.append(Figure("page painted", "ms", shown, PAGE_LIMIT, least_again))
    if all(memory["floor"]):
        figures.append(Figure("memory", "MB", memory["subject"], LIMIT, memory["floor"]))
    return report(*figures)


if __name__ == "__main__":
    if sys.argv[1:] == ["--fill"]:
        fill(default_data_dir())
    else:
        sys.exit(main())
