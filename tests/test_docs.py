"""The documents say what the program does: every command and option, and none that is not there."""

import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from onrecord.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
DOCS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
REFERENCE = ROOT / "docs" / "reference.md"

HEADING = re.compile(r"^#+ `(onrecord[^`]*)`\s*$", re.M)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
BLOCK = re.compile(r"^```(?:console|sh|bash|shell)\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
COMMENT = re.compile(r"<!--.*?-->", re.S)
EVERYWHERE = frozenset({"--help"})


def commands() -> dict[str, frozenset[str]]:
    """Every command as one types it, with its long options."""
    return dict(_walk("onrecord", typer.main.get_command(app)))


def _walk(name: str, command: Any) -> Iterator[tuple[str, frozenset[str]]]:
    options = (
        option for param in command.params for option in (*param.opts, *param.secondary_opts)
    )
    kept = frozenset(option for option in options if option.startswith("--"))
    yield name, kept - {"--install-completion", "--show-completion"}
    for child in getattr(command, "commands", {}).values():
        if not child.hidden:
            yield from _walk(f"{name} {child.name}", child)


COMMANDS = commands()


def sections() -> dict[str, str]:
    """The reference by command: what stands between its heading and the next."""
    parts = HEADING.split(REFERENCE.read_text(encoding="utf-8"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_reference_has_every_command_and_no_other() -> None:
    runnable = {name for name in COMMANDS if not _is_group(name)}
    assert set(sections()) == runnable | {"onrecord"}


def _is_group(name: str) -> bool:
    return any(other.startswith(name + " ") for other in COMMANDS)


@pytest.mark.parametrize("name", sorted(sections()))
def test_the_reference_of_a_command_has_its_options_and_no_other(name: str) -> None:
    said = set(OPTION.findall(sections()[name])) - EVERYWHERE
    assert said == COMMANDS[name] - EVERYWHERE


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_command_line_in_a_document_can_be_typed(path: Path) -> None:
    for line in _command_lines(path.read_text(encoding="utf-8")):
        name, options = _parse(line)
        assert options <= COMMANDS[name] | COMMANDS["onrecord"] | EVERYWHERE, line


def _command_lines(text: str) -> Iterator[str]:
    """The calls of onrecord in the shell blocks of a document, also behind pipes."""
    for block in BLOCK.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            for part in re.split(r"\s[|>]\s|&&|;", line.removeprefix("$ ")):
                if re.match(r"\s*(\.venv/bin/)?onrecord(\s|$)", part):
                    yield part.strip().removeprefix(".venv/bin/")


def _parse(line: str) -> tuple[str, set[str]]:
    """The longest command that `line` begins with, and the long options after it."""
    words = shlex.split(line, comments=True)
    taken = max(n for n in range(1, len(words) + 1) if " ".join(words[:n]) in COMMANDS)
    name = " ".join(words[:taken])
    assert not _is_group(name) or words[taken:] in ([], ["--help"], ["--version"]), line
    return name, {word.partition("=")[0] for word in words[taken:] if word.startswith("--")}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    shown = COMMENT.sub("", path.read_text(encoding="utf-8"))
    for target, _ in LINK.findall(shown):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_the_page_on_the_kit_is_what_the_kit_says() -> None:
    """If this fails: python docs/make_kit.py."""
    written = runpy.run_path(str(ROOT / "docs" / "make_kit.py"))["write_page"]()
    assert (ROOT / "docs" / "kit.md").read_text(encoding="utf-8") == written
    assert [line for line in written.splitlines() if line.split(" | ")[1:2] == [""]] == []


def test_the_formats_name_every_key_that_is_written() -> None:
    said = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    contract = ROOT / "onrecord" / "ledger" / "contract"
    keys = {
        key
        for path in contract.glob("*.py")
        for key in re.findall(
            r'^\s*(?:shown|page)?\[?"(\w+)"\]?[:\s]', path.read_text("utf-8"), re.M
        )
    }
    assert sorted(key for key in keys if f'"{key}"' not in said and f"`{key}`" not in said) == []


def test_the_how_to_on_policies_names_every_fact() -> None:
    from onrecord.judge.facts import FACTS

    said = (ROOT / "docs" / "howto-policy.md").read_text(encoding="utf-8")
    assert sorted(fact for fact in FACTS if f"`{fact}`" not in said) == []


RUN = re.compile(r"^<!-- run(?:: (\w+))? -->\n```console\n(.*?)^```", re.M | re.S)


@pytest.mark.slow
def test_the_tutorial_goes_as_it_is_written(tmp_path: Path) -> None:
    """Each command in turn; the lines under it stand in its output in this order."""
    ferries = tmp_path / "build" / "ferries"
    ferries.mkdir(parents=True)
    for path in (ROOT / "onrecord" / "examples" / "articles").glob("ferry-*.txt"):
        shutil.copy(path, ferries)
    onrecord = Path(sys.executable).with_name("onrecord")
    for wanted, block in RUN.findall((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        for call in re.split(r"^\$ onrecord ", block, flags=re.M)[1:]:
            line, *shown = call.splitlines()
            done = subprocess.run(
                [onrecord, *shlex.split(line)], cwd=tmp_path, capture_output=True, text=True
            )
            assert wanted == "any" or done.returncode == int(wanted or 0), done.stderr
            pattern = ".*".join(re.escape(part.strip()) for part in "\n".join(shown).split("..."))
            assert re.match(pattern, done.stdout.strip(), re.S), f"{line}\n{done.stdout}"


@pytest.mark.slow
def test_the_how_to_on_policies_shows_a_policy_that_loads(tmp_path: Path) -> None:
    policies = tmp_path / "my-kit" / "policies"
    policies.mkdir(parents=True)
    shown = (ROOT / "docs" / "howto-policy.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```", shown, re.M | re.S)
    last = '\n[[rule]]\nname = "all others"\nstatus = "rumoured"\nneeds = []\n'
    (policies / "cautious.toml").write_text(example + last, encoding="utf-8")
    article = "Velland Mills closes in May, a person at the mill said.\n"
    (tmp_path / "mill.txt").write_text(article, encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", shown, re.M | re.S)
    add = Path(sys.executable).with_name("onrecord"), "add", "mill.txt"
    subprocess.run(add, cwd=tmp_path, check=True, capture_output=True)
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
