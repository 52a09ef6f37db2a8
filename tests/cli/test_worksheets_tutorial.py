"""The page on worksheets goes as it is written: each command in turn, in one folder."""

import re
import shlex
from pathlib import Path

import pytest

from onrecord.errors import KitError
from onrecord.kit import load_kit
from onrecord.measure.worksheets import load_sheet, parse_sheet
from onrecord.measure.worksheets.wording import find_wordings

from .conftest import Command

RUN = re.compile(r"^<!-- run(?:: (\w+))? -->\n```console\n(.*?)^```", re.M | re.S)
SAVED = re.compile(r"[Ss]ave this as `([\w./]+)`:\n\n```\w+\n(.*?)^```", re.M | re.S)


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "worksheets.md").read_text(encoding="utf-8")


def test_the_page_on_worksheets_goes_as_it_is_written(
    onrecord: Command, page: str, tmp_path: Path
) -> None:
    for name, text in SAVED.findall(page):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    blocks = RUN.findall(page)
    assert len(blocks) >= 8
    for wanted, block in blocks:
        for call in re.split(r"^\$ onrecord ", block, flags=re.M)[1:]:
            line, *shown = call.splitlines()
            done = onrecord(*shlex.split(line))
            assert done.status == int(wanted or 0), done.err
            parts = (re.escape(part.strip()) for part in "\n".join(shown).split("..."))
            assert re.match(".*".join(parts), done.out.strip(), re.S), f"{line}\n{done.out}"


def test_the_table_of_words_on_the_page_is_the_kit_s(page: str) -> None:
    table = page.partition("## Words to ranges")[2].partition("## Write a sheet")[0]
    for phrase in find_wordings(load_kit()):
        assert not phrase.isascii() or not phrase[0].isalpha() or phrase in table, phrase


def test_what_the_page_calls_a_fault_is_one(page: str) -> None:
    ((_, text),) = [item for item in SAVED.findall(page) if item[0].endswith(".toml")]
    currencies = frozenset({"EUR"})
    assert parse_sheet(text, "bakery.toml", currencies).name == "bakery"
    wrong = text.replace("takings = loaves * price", "takings = loaves")
    assert wrong != text
    with pytest.raises(KitError, match="sets EUR/time against loaf/time"):
        parse_sheet(wrong, "bakery.toml", currencies)


def test_the_page_names_every_worksheet_key(page: str) -> None:
    sheet = load_sheet("plant", load_kit())
    assert sheet.asks
    for key in ("worksheet", "equations", "counts", "bounds", "range", "source", "binds", "ask"):
        assert f"`{key}" in page or f".{key}`" in page, key
