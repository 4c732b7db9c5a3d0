"""Taking the history of a copy into a library that has none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from models.storage.disk import Disk, write_replacing
from models.storage.lines import log_name, read, sealed
from models.storage.past import HISTORY


def adopt_history(folder: Path, disk: Disk, logs: Mapping[str, bytes]) -> None:
    """The steps of these logs (file name to bytes) as one new log, there whole or not at all.

    Raises OSError.
    """
    entries = [entry for name, data in logs.items() for entry in read(data, name).entries]
    steps = sorted({(entry.step.time, entry.body) for entry in entries})
    if not steps:
        return
    session = os.urandom(8).hex()
    name = log_name(steps[-1][0], session)
    disk.make_folder(folder / HISTORY)
    write_replacing(disk, folder / HISTORY / name, [sealed(session, body) for _, body in steps])
    disk.sync_folder(folder)
