"""What the benchmarks share: alternating runs of a subject and its floor, the median, the spread, the limit.

The floor is the least that any program of this kind costs on this computer, measured in the same minutes; so a ratio
holds on a slow machine as well as on a fast one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROUNDS = 15
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Figure:
    """One measured thing: its values, the floor's (or none, for a plain limit), and how much is allowed."""

    name: str
    unit: str
    values: tuple[float, ...]
    limit: float
    floor: tuple[float, ...] = ()

    @property
    def result(self) -> float:
        """The ratio of the medians, or the median itself where there is no floor."""
        return median(self.values) / (median(self.floor) if self.floor else 1)

    @property
    def holds(self) -> bool:
        """Whether the result is within the limit."""
        return self.result <= self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.holds else "BEYOND ITS LIMIT"
        mine = f"{self.name}: {median(self.values):.2f} {self.unit} ({spread(self.values)})"
        if not self.floor:
            return f"{mine}, limit {self.limit:g} {self.unit}: {verdict}"
        against = f"floor {median(self.floor):.2f} ({spread(self.floor)})"
        return f"{mine}, {against}, ratio {self.result:.2f}, limit {self.limit:g}: {verdict}"


def spread(values: tuple[float, ...]) -> str:
    """The middle half of the values; all of them where there are few."""
    if len(values) < 4:
        return f"{min(values):.2f} to {max(values):.2f}"
    low, _, high = quantiles(values, n=4)
    return f"{low:.2f} to {high:.2f}"


def alternating(
    subject: Callable[[], float], floor: Callable[[], float], rounds: int = ROUNDS
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Both measured in turn, after one run of each that does not count, so that neither has the warmer machine."""
    subject()
    floor()
    pairs = [(subject(), floor()) for _ in range(rounds)]
    return tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)


def report(*figures: Figure) -> int:
    """Print every figure; the exit code is 1 where one is beyond its limit."""
    for figure in figures:
        print(figure, flush=True)
    return 0 if all(figure.holds for figure in figures) else 1


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


@dataclass(frozen=True)
class Start:
    """One start of a program: milliseconds from its creation to its first paint, and its largest memory in MB."""

    paint: float
    memory: float


def first_paint(*command: str | Path, **settings: str) -> Start:
    """Start a fresh process that prints "first paint" when its window is painted and then ends by itself.

    `settings` go into its environment; ENCORE_BENCH_FIRST_PAINT="page" waits for the first page instead. Memory is the peak of the resident set as the kernel counts it (0 where it does not, on Windows).
    """
    environment = {**os.environ, "ENCORE_BENCH_FIRST_PAINT": "1", **settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as a user starts it: compiled once
    begun = time.perf_counter()
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        paint = (time.perf_counter() - begun) * 1000
        memory = 0.0
        if sys.platform != "win32":
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0
            memory = usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
    if line.strip() != b"first paint":
        raise SystemExit(f"{command[-1]} ended before its window was painted.")
    return Start(paint, memory)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the project's own disk; a folder in memory would make every fsync free."""
    below = ROOT / "build"
    below.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=below) as place:
        yield Path(place)
