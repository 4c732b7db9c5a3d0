"""The one script of a newcomer: it makes the environment by itself, then does what it is asked.

    python3 dev.py run [options]     start Encore from source (options go to main.py)
    python3 dev.py test [options]    run the tests without a screen (options go to pytest)
    python3 dev.py check [options]   lint, format, types and tests: what must be green before a commit
    python3 dev.py bench [NAME]      measure against a floor: start, commit, open, check, compare
    python3 dev.py torture [--minutes N] [--kills N]
                                     kills, full disks, damaged files: what is saved has to stay saved
    python3 dev.py build             make the program that needs no Python, in dist/encore

On Windows write `py dev.py run`. Only the standard library is used here. The environment lies in .venv (or where
ENCORE_VENV says) and is made again when requirements.lock or the Python version changes; nothing else needs a network.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = Path(os.environ.get("ENCORE_VENV") or ROOT / ".venv")
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "encore-stamp"

# Each library Qt loads from the system: its name for the loader, then its package for apt, dnf and pacman.
ALWAYS = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    ("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    ("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    ("libX11.so.6", "libx11-6", "libX11", "libx11"),
)
ON_SCREEN = (
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
MANAGERS = (("apt-get", "sudo apt-get install"), ("dnf", "sudo dnf install"), ("pacman", "sudo pacman -S"))


def stamp() -> str:
    """What the environment was made from; another lock or another Python gives another stamp."""
    return f"{sys.implementation.cache_tag} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"


def ensure_environment() -> None:
    """Make or renew the environment where it does not match the lock."""
    made = STAMP.read_text("utf-8") if STAMP.exists() else ""
    if made == stamp() and PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("Python's venv module is incomplete here. Install it with:\n    sudo apt-get install python3-venv")
    print(f"Making the environment in {VENV} from requirements.lock; this happens once.", flush=True)
    STAMP.unlink(missing_ok=True)
    same_python = made.split(" ")[0] == sys.implementation.cache_tag and PYTHON.exists()
    base = str(getattr(sys, "_base_executable", sys.executable))
    commands = [
        [base, "-m", "venv", *([] if same_python else ["--clear"]), str(VENV)],
        [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)],
    ]
    for command in commands:
        if subprocess.run(command, check=False).returncode:
            sys.exit("The environment could not be made; the lines above say why. It needs a network this one time.")
    STAMP.write_text(stamp(), "utf-8")


def has_screen() -> bool:
    """Whether a window can appear; only on Linux is there doubt."""
    return not sys.platform.startswith("linux") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def loads(name: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_line(missing: list[tuple[str, str, str, str]]) -> str:
    """The one line that installs them with the package manager found here."""
    for column, (manager, line) in enumerate(MANAGERS, start=1):
        if shutil.which(manager):
            return " ".join([line, *dict.fromkeys(row[column] for row in missing)])
    return "Please install: " + ", ".join(row[0] for row in missing)


def ensure_libraries() -> None:
    """Stop with the line to type where Qt would fail to start."""
    if not sys.platform.startswith("linux"):
        return
    missing = [row for row in (*ALWAYS, *(ON_SCREEN if os.environ.get("DISPLAY") else ())) if not loads(row[0])]
    if missing:
        sys.exit(f"Qt needs some libraries from the system. Install them with:\n    {install_line(missing)}")


def call(*command: str | Path, offscreen: bool = True, folder: Path | None = ROOT) -> int:
    """Run one of the environment's programs in `folder` (None: where the user is) and hand back its exit code."""
    settings = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1")
    if offscreen:
        settings["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run([str(PYTHON), *map(str, command)], cwd=folder, env=settings, check=False).returncode


def run(rest: list[str]) -> int:
    """Start the program; where there is no screen, say so and name the way round it."""
    window = not any(word.split("=")[0] in ("-h", "--help", "--version", "--self-test", "--tour") for word in rest)
    if (not rest or rest[0].startswith("-")) and window and not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        print("There is no screen here to open a window on; a look at Encore without one:")
        print("    python3 dev.py run --tour DIR")
        return 1
    return call(ROOT / "main.py", *rest, offscreen=not has_screen(), folder=None)


def test(rest: list[str]) -> int:
    """The tests, without a screen."""
    return call("-m", "pytest", *rest)


def check(rest: list[str]) -> int:
    """Everything that must hold, the tests last; one failing part does not hide the others."""
    parts: dict[str, tuple[str | Path, ...]] = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "basedpyright": ("-m", "basedpyright", "--pythonpath", PYTHON),
        "tests": ("-m", "pytest", *rest),
    }
    failed: list[str] = []
    for name, command in parts.items():
        print(f"--- {name}", flush=True)
        if call(*command):
            failed.append(name)
    if failed:
        print(f"Not yet: {', '.join(failed)}.")
    return 1 if failed else 0


def bench(rest: list[str]) -> int:
    """One measurement of tests/benchmarks, or all of them."""
    folder = ROOT / "tests" / "benchmarks"
    names = sorted(p.stem for p in folder.glob("*.py") if p.stem not in ("harness", "floor"))
    if rest and rest[0] not in names:
        sys.exit(f"There is no benchmark called {rest[0]}; there are: {', '.join(names)}.")
    wanted = rest[:1] or names
    return max([call(folder / f"{name}.py", *rest[1:]) for name in wanted], default=0)


def torture(rest: list[str]) -> int:
    """Every fault over and over for some minutes, and a table of what came of it."""
    return call(ROOT / "tests" / "faults" / "torture.py", *rest)


def build(rest: list[str]) -> int:
    """The frozen program in dist/encore, and its size in millions of bytes."""
    code = call("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *rest, ROOT / "build.spec")
    if code == 0:
        files = [p for p in (ROOT / "dist").rglob("*") if p.is_file() and not p.is_symlink()]
        print(f"dist: {sum(p.stat().st_size for p in files) / 1e6:.1f} MB in {len(files)} files")
    return code


COMMANDS = {"run": run, "test": test, "check": check, "bench": bench, "torture": torture, "build": build}


def main(words: list[str]) -> int:
    """Read the command, make sure of the environment, do it."""
    if not words or words[0] not in COMMANDS:
        print(__doc__)
        return 0 if words[:1] in ([], ["-h"], ["--help"], ["help"]) else 2
    ensure_environment()
    ensure_libraries()
    return COMMANDS[words[0]](words[1:])


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Encore needs Python 3.11 or newer; this is " + sys.version.split(maxsplit=1)[0] + ".")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
