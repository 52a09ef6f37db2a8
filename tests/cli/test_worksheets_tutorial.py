"""The pages on worksheets go as they are written: each command in turn, in one folder."""

import re
import shlex
from pathlib import Path

import pytest

from onrecord.errors import KitError
from onrecord.kit import load_kit
from onrecord.measure.worksheets import parse_sheet, reading
from onrecord.measure.worksheets.wording import find_wordings

from .conftest import Command

RUN = re.compile(r"^<!-- run(?:: (\w+))? -->\n```console\n(.*?)^```", re.M | re.S)
SAVED = re.compile(r"[Ss]ave this as `([\w./]+)`:\n\n```\w+\n(.*?)^```", re.M | re.S)


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "worksheets.md").read_text(encoding="utf-8")


@pytest.fixture
def sheet_page(root: Path) -> str:
    return (root / "docs" / "howto-sheet.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "blocks_at_least"), [("worksheets", 8), ("howto-sheet", 2)])
def test_a_page_on_worksheets_goes_as_it_is_written(
    onrecord: Command, root: Path, name: str, blocks_at_least: int, tmp_path: Path
) -> None:
    page = (root / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name, text in SAVED.findall(page):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    blocks = RUN.findall(page)
    assert len(blocks) >= blocks_at_least
    for wanted, block in blocks:
        for call in re.split(r"^\$ onrecord ", block, flags=re.M)[1:]:
            line, *shown = call.splitlines()
            done = onrecord(*shlex.split(line))
            assert done.status == int(wanted or 0), done.err
            parts = (re.escape(part.strip()) for part in "\n".join(shown).split("..."))
            assert re.match(".*".join(parts), done.out.strip(), re.S), f"{line}\n{done.out}"


def test_the_table_of_words_on_the_page_is_the_kit_s(page: str) -> None:
    table = page.partition("## Words to ranges")[2].partition("## How it is worked out")[0]
    for phrase in find_wordings(load_kit()):
        assert not phrase.isascii() or not phrase[0].isalpha() or phrase in table, phrase


def test_what_the_page_calls_a_fault_is_one(sheet_page: str) -> None:
    ((_, text),) = [item for item in SAVED.findall(sheet_page) if item[0].endswith(".toml")]
    currencies = frozenset({"EUR"})
    assert parse_sheet(text, "bakery.toml", currencies).name == "bakery"
    wrong = text.replace("takings = buns * price", "takings = buns")
    assert wrong != text
    with pytest.raises(KitError, match="sets EUR/time against bun/time"):
        parse_sheet(wrong, "bakery.toml", currencies)


def test_the_page_names_every_key_of_a_sheet(sheet_page: str) -> None:
    keys = reading._KEYS | reading._VARIABLE_KEYS | reading._BIND_KEYS | {"topic", "needs"}
    table = sheet_page.partition("## The keys")[2].partition("## What makes")[0]
    for key in sorted(keys - {"vars"}):
        assert re.search(rf"[`.,]\s?`?{key}\b", table), key


def test_the_sheet_on_the_page_stands_with_a_claim_about_its_article(sheet_page: str) -> None:
    ((_, text),) = [item for item in SAVED.findall(sheet_page) if item[0].endswith(".toml")]
    assert parse_sheet(text, "bakery.toml", frozenset({"EUR"})).shown is not None
