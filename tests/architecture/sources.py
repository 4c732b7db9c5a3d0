"""The program's own files as the rules see them: parsed once, with what each imports."""

from __future__ import annotations

import ast
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("models", "ui", "resources")
SINGLE_FILES = ("main.py", "dev.py")
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis", "htmlcov"}


@dataclass(frozen=True)
class Import:
    """One imported module or name and where it stands: inside a function (late), or only for the type checker."""

    target: str
    line: int
    late: bool
    for_types: bool


@dataclass(frozen=True)
class Source:
    """One Python file. `path` is relative to the project, with forward slashes."""

    path: str
    text: str

    @cached_property
    def module(self) -> str:
        """The dotted name under which others import it."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def package(self) -> str:
        """The dotted name of the folder it lies in."""
        return self.module if self.path.endswith("/__init__.py") else self.module.rpartition(".")[0]

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.text, self.path)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Everything imported anywhere in the file; ``from a import b`` counts as a.b."""
        late = self._below(ast.FunctionDef, ast.AsyncFunctionDef)
        for_types = self._below(ast.If, test="TYPE_CHECKING")
        found: list[Import] = []
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            start = f"{self._start_of(node)}." if isinstance(node, ast.ImportFrom) else ""
            where = (node.lineno, id(node) in late, id(node) in for_types)
            found += [Import(start + alias.name, *where) for alias in node.names]
        return tuple(found)

    def _below(self, *kinds: type[ast.AST], test: str = "") -> set[int]:
        """The ids of the nodes inside of nodes of these kinds (for an `if`: of one that asks for this name)."""
        return {
            id(node)
            for outer in ast.walk(self.tree)
            if isinstance(outer, kinds) and (not test or ast.unparse(getattr(outer, "test", outer)) == test)
            for node in ast.walk(outer)
        }

    def _start_of(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        above = self.package.split(".")[: len(self.package.split(".")) - node.level + 1]
        return ".".join([*above, *([node.module] if node.module else [])])

    def within(self, *rooms: str) -> bool:
        """Whether the file is one of these modules or lies in one of these packages."""
        return is_within(self.module, *rooms)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def is_within(name: str, *rooms: str) -> bool:
    """Whether a dotted name is one of the rooms or something inside one."""
    return any(name == room or name.startswith(room + ".") for room in rooms)


@functools.cache
def program() -> tuple[Source, ...]:
    """Every Python file of the program itself."""
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    paths += [ROOT / name for name in SINGLE_FILES if (ROOT / name).exists()]
    return tuple(Source(p.relative_to(ROOT).as_posix(), p.read_text("utf-8")) for p in paths if p.exists())


@functools.cache
def of_the_tests() -> tuple[Source, ...]:
    """Every Python file of the tests."""
    paths = sorted((ROOT / "tests").rglob("*.py"))
    return tuple(Source(p.relative_to(ROOT).as_posix(), p.read_text("utf-8")) for p in paths if p.exists())


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project with its path; pictures, fonts and the like are left out."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in NOT_OURS]
        for name in names:
            path = Path(folder, name)
            try:
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
            except (UnicodeDecodeError, OSError):
                continue
