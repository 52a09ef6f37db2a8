"""The rules of the house that a machine can see."""

import ast
import importlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMES = ROOT / "tests" / "public_names.txt"

LONGEST_FILE = 400  # lines
SHORTEST_TABLE = 8  # lines
LONGEST_FUNCTION = 50  # lines
LARGEST_FILE = 25 * 1024 * 1024  # bytes
LONGEST_RUN = 90  # characters of somebody's article that may stand here by chance
PIECE = LONGEST_RUN // 2  # any run of 90 characters holds a whole piece of a grid of 45


@cache
def tracked() -> tuple[Path, ...]:
    """The files that git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """The tracked files that are text."""
    for path in tracked():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def packages() -> Iterator[str]:
    """The package and its rooms, by their import names."""
    for path in sorted((ROOT / "onrecord").rglob("__init__.py")):
        yield ".".join(path.parent.relative_to(ROOT).parts)


def test_the_public_names_are_those_on_the_list() -> None:
    found = [
        f"{package}.{name}"
        for package in packages()
        for name in getattr(importlib.import_module(package), "__all__", ())
    ]
    assert sorted(found) == NAMES.read_text(encoding="utf-8").split()


def test_every_public_name_exists() -> None:
    for name in NAMES.read_text(encoding="utf-8").split():
        package, _, member = name.rpartition(".")
        assert hasattr(importlib.import_module(package), member), name


def test_no_file_of_code_is_long() -> None:
    lengths = {path: text.count("\n") for path, text in texts() if path.suffix == ".py"}
    assert [str(path) for path, length in lengths.items() if length > LONGEST_FILE] == []


def test_no_function_of_the_package_is_long() -> None:
    long = []
    for path, text in texts():
        if path.suffix != ".py" or ROOT / "onrecord" not in path.parents:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and _lines(node) > LONGEST_FUNCTION:
                long.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert long == []


def _lines(node: ast.FunctionDef) -> int:
    """The lines of a function's own working: tables in it, its signature and its docstring aside.

    CONVENTIONS: past fifty lines a function "is split or is a table".
    """
    tables = (ast.List, ast.Tuple, ast.Dict, ast.Set)
    lines = set(range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1))
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    for inner in ast.walk(node):
        if isinstance(inner, tables) and (inner.end_lineno or 0) - inner.lineno >= SHORTEST_TABLE:
            lines -= set(range(inner.lineno + 1, (inner.end_lineno or inner.lineno) + 1))
    return len(lines)


def test_no_tracked_file_is_large() -> None:
    assert [str(p) for p in tracked() if p.stat().st_size > LARGEST_FILE] == []


def test_no_path_of_the_machine_it_was_built_on_is_tracked() -> None:
    homes = re.compile("/(?:{})/".format("|".join(["work", "root", "farm"])))
    assert [str(path) for path, text in texts() if homes.search(text)] == []


def test_the_requirements_are_pinned_as_the_lock_says() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {package["name"]: package for package in lock["package"]}
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-build.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for block in re.split(r"\n(?=\S)", text.strip()):
            package, version = re.match(r"([\w.-]+)==([\w.]+)", block).groups()
            kept = locked[package]
            files = [kept["sdist"]] if "sdist" in kept else []
            hashes = {file["hash"] for file in files + kept.get("wheels", [])}
            assert version == kept["version"], package
            assert set(re.findall(r"--hash=(\S+)", block)) == hashes, package


def test_what_the_package_imports_is_what_it_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    optional = {_named(line) for extra in extras.keys() - {"dev"} for line in extras[extra]}
    declared = {_named(line) for line in project["dependencies"]} | optional
    made_by = importlib.metadata.packages_distributions()
    imported = {
        _plain(distribution)
        for module in _imports() - sys.stdlib_module_names - {"onrecord"}
        for distribution in made_by.get(module, [module])
    }
    needed_by_others = {"lxml-html-clean"}  # see the comment in pyproject.toml
    assert declared == imported | needed_by_others


def _named(requirement: str) -> str:
    return _plain(re.split(r"[<>=\[; ]", requirement)[0])


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imports() -> set[str]:
    """The top-level modules that the package imports, wherever it does so."""
    found = set()
    for path, text in texts():
        if path.suffix != ".py" or ROOT / "onrecord" not in path.parents:
            continue
        for node in _run_nodes(ast.parse(text)):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                found |= {part.value.partition(".")[0] for part in node.args if _is_string(part)}
    return found


def _run_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node of a file but what stands there for the type checker alone."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from _run_nodes(node)


def _is_string(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_the_lock_names_only_the_public_index() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for path in tracked():
        copy = source / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    build = ["-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-deps", "-w"]
    subprocess.run([sys.executable, *build, str(tmp_path), str(source)], check=True)
    (wheel,) = tmp_path.glob("onrecord-*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(ROOT).as_posix() for path in tracked()}
    assert {name for name in wanted if name.startswith("onrecord/")} <= held


@pytest.mark.slow
@pytest.mark.needs("shared")
def test_no_long_run_of_a_seed_or_corpus_is_tracked(shared: Path) -> None:
    pieces = _pieces(shared)
    found = []
    for path, text in texts():
        line = " ".join(text.split())
        for start in range(len(line) - PIECE + 1):
            around = pieces.get(line[start : start + PIECE])
            if around and _shares_a_run(line, start, around):
                found.append(f"{path.relative_to(ROOT)}: {line[start : start + PIECE]!r}")
                break
    assert found == []


def _pieces(shared: Path) -> dict[str, tuple[str, str]]:
    """Every piece of the corpora on a grid of 45 characters, with what stands before and after."""
    pieces = {}
    for text in _corpora(shared):
        for paragraph in text.splitlines():
            line = " ".join(paragraph.split())
            for start in range(0, len(line) - LONGEST_RUN + 1, PIECE):
                end = start + PIECE
                before, after = line[max(0, start - PIECE) : start], line[end : end + PIECE]
                pieces[line[start:end]] = before, after
            if len(line) >= LONGEST_RUN:
                pieces[line[-PIECE:]] = line[-LONGEST_RUN:-PIECE], ""
    return pieces


def _shares_a_run(line: str, start: int, around: tuple[str, str]) -> bool:
    """Whether what stands around a shared piece makes the shared run long."""
    before, after = around
    left = right = 0
    while left < len(before) and left < start and before[-1 - left] == line[start - 1 - left]:
        left += 1
    end = start + PIECE
    while right < len(after) and line[end + right : end + right + 1] == after[right]:
        right += 1
    return left + PIECE + right >= LONGEST_RUN


def _corpora(shared: Path) -> Iterator[str]:
    for path in sorted([*shared.glob("seeds/*.txt"), *shared.glob("rumours_dev/texts/*.txt")]):
        yield path.read_text(encoding="utf-8", errors="replace")
    for path in sorted(shared.glob("data/*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield from _strings(json.loads(line))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _strings(member)
    elif isinstance(value, list):
        for member in value:
            yield from _strings(member)
