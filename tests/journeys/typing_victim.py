"""A program to be killed: `typing_victim.py FOLDER` opens the window there and types into a letter without a pause.

After each word it says how many milliseconds it has been typing; the word is that number.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
EVERY_MS = 30


def main(folder: Path) -> None:
    """Open the first letter that is a draft and type."""
    from PySide6.QtTest import QTest

    from models.clock import SystemClock
    from models.records import Letter
    from tests.journeys.window import Desk
    from ui.app import make_application

    app = make_application(sys.argv[:1])
    desk = Desk(folder, SystemClock())
    letter = next(one for one in desk.library.all(Letter) if one.state == "draft")
    desk.context.show("letters", "letters", letter.id)
    body = desk.find("body")
    body.setFocus()
    begun = time.monotonic()
    while True:
        typed = int((time.monotonic() - begun) * 1000)
        QTest.keyClicks(body, f"{typed} ")
        os.write(1, b"%d\n" % typed)
        QTest.qWait(EVERY_MS)
        assert app is not None


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
