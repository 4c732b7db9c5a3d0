"""What a shell sees: one sentence and exit 2 for bad input, never a traceback, no Qt for a verb."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import main
from models.errors import BadInput
from ui import command_line, paths, screen
from ui.command_line.reading import read_json, read_text
from ui.version import VERSION

ROOT = Path(main.__file__).parent
PRESENT = [verb for verb in command_line.VERBS if (ROOT / "ui" / "command_line" / f"{verb}.py").exists()]


def encore(*words: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The real program in a fresh process."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
    )


def test_the_version_is_told_on_one_line() -> None:
    done = encore("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Encore {VERSION}\n", "")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["chekc"], "chekc"),
        (["--data-di", "x"], "--data-di"),
        (["--data-dir"], "--data-dir"),
        (["--data-dir", "taken"], "taken is a file"),
        (["--data-dir", "taken/below"], "taken/below is a file"),
        (["--tour", "taken"], "taken is a file"),
        (["--data-dir", ""], "--data-dir: expected the name of a folder"),
        (["--tour", ""], "--tour: expected the name of a folder"),
    ],
)
def test_a_wrong_option_gets_one_sentence_and_exit_2(
    words: list[str], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("", "utf-8")
    try:
        code = main.main(words)
    except SystemExit as end:
        code = end.code
    said = capfd.readouterr()
    assert code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert named in said.err


@pytest.mark.parametrize("verb", PRESENT)
def test_help_of_a_verb_loads_neither_qt_nor_the_other_verbs(verb: str) -> None:
    program = (
        "import sys, main\n"
        f"try: main.main(['{verb}', '--help'])\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sorted(m for m in sys.modules if m.split('.')[0] in"
        " ('PySide6', 'harper', 'holidays', 'tinydb', 'icalendar', 'jinja2') or m.startswith('ui.command_line.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    loaded = done.stdout.rpartition("LOADED")[2].split()
    others = {f"ui.command_line.{other}" for other in command_line.VERBS} - {f"ui.command_line.{verb}"}
    assert done.stdout.startswith(f"usage: encore {verb}")
    assert not [name for name in loaded if not name.startswith("ui.command_line")]
    assert not others & set(loaded)


@pytest.mark.parametrize("verb", [verb for verb in PRESENT if verb != "plan"])
@pytest.mark.parametrize("kind", ["missing", "folder", "binary", "utf-16", "latin-1"])
def test_a_file_that_is_no_text_gets_one_sentence_naming_it(
    verb: str, kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "input"
    match kind:
        case "folder":
            path.mkdir()
        case "binary":
            path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        case "utf-16":
            path.write_text("Dear Priya", "utf-16")
        case "latin-1":
            path.write_bytes("Dear\nRenée".encode("latin-1"))
        case _:
            pass
    assert main.main([verb, str(path)]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(path) in said.err


def test_the_place_of_a_wrong_byte_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("Dear\nRenée".encode("latin-1"))
    with pytest.raises(BadInput, match="line 2, byte 4"):
        read_text(path)


def test_text_comes_without_byte_order_mark_and_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"\xef\xbb\xbfDear\r\nPriya\rRao\n")
    assert read_text(path) == "Dear\nPriya\nRao\n"


def test_a_long_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("a" * 11, "utf-8")
    assert read_text(path, 11) == "a" * 11
    with pytest.raises(BadInput, match="at most 10 bytes"):
        read_text(path, 10)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1,}', "line 1, column"),
        ('{"a":\n nope}', "line 2, column 2"),
        ("", "line 1, column 1"),
        ('{"a": NaN}', "holds NaN"),
        ('{"a": 1, "a": 2}', "“a” twice"),
        ('["\\ud800"]', "half of a character"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5_000, "too long"),
    ],
)
def test_json_that_is_not_strict_is_refused_with_the_place(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "offers.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match=told) as raised:
        read_json(path)
    assert str(path) in str(raised.value)


def test_a_standard_input_that_is_closed_and_a_name_that_is_empty_get_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(BadInput, match="Standard input is closed"):
        read_text("-")
    with pytest.raises(BadInput, match="name of the file is empty"):
        read_text("")


def test_an_amount_never_passes_through_a_float(tmp_path: Path) -> None:
    path = tmp_path / "offers.json"
    path.write_text('{"base": 0.1, "days": 20}', "utf-8")
    value = read_json(path)
    assert value == {"base": Decimal("0.1"), "days": 20}
    assert isinstance(value["base"], Decimal)


def test_an_unforeseen_failure_is_told_without_a_traceback_and_without_its_text(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ENCORE_TRACEBACK", raising=False)

    def fails() -> int:
        raise KeyError("Dear Priya")

    assert command_line.guarded(fails) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "KeyError" in said
    assert "Priya" not in said


def test_a_reader_that_leaves_early_ends_the_program_quietly() -> None:
    program = (
        "import sys\nfrom ui import command_line\n"
        "def talk():\n  while True: print(json.dumps(list(range(100))))\n"
        "import json\nsys.exit(command_line.guarded(talk))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 1


def test_a_self_test_whose_reader_leaves_ends_without_a_traceback() -> None:
    command = [sys.executable, str(ROOT / "main.py"), "--self-test"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def test_a_stderr_that_takes_nothing_leaves_the_exit_code(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, str(ROOT / "main.py"), "compare", str(tmp_path / "none.json")]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=writer, timeout=60, check=False)
    os.close(writer)
    assert (done.returncode, done.stdout) == (2, b"")


def test_without_a_screen_one_sentence_offers_the_tour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in screen.SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert main.main(["--data-dir", str(tmp_path / "new")]) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "--tour DIR" in said
    assert not (tmp_path / "new").exists()


def test_each_system_has_its_own_place_for_records(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/ignored")
    found: dict[str, Path] = {}
    for system in ("win32", "darwin", "linux"):
        monkeypatch.setattr(sys, "platform", system)
        found[system] = paths.default_data_dir().relative_to(tmp_path)
    assert found == {
        "win32": Path("Roaming/Encore"),
        "darwin": Path("Library/Application Support/Encore"),
        "linux": Path(".local/share/encore"),
    }
