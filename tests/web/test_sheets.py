"""A worksheet in the report: quoted figures, what follows, its premises, and a picture."""

import copy
import html as markup
import re
from typing import Any

import pytest

from onrecord.kit import load_kit
from onrecord.measure.worksheets import load_sheet, read_given, show_solution, solve_sheet
from onrecord.web import render_report
from tests.web.exports import ferry_export

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def solved(**values: str) -> dict[str, Any]:
    """The worksheet plant as the export has it, its figures quoted from an article."""
    kit = load_kit()
    sheet = load_sheet("plant", kit)
    given = []
    for name, text in values.items():
        variable = sheet.variable(name)
        assert variable is not None
        item = read_given(variable, text, sheet, kit)
        assert item is not None
        given.append(item)
    shown = show_solution(solve_sheet(sheet, given), sheet)
    shown["bindings"] = [
        {
            "variable": name,
            "figure": "f",
            "text": text,
            "document": "ferry.txt",
            "sentence": f"The works tell of {text} on Monday.",
            "known_by": ["works"],
            "others": [],
            "corrected": None,
        }
        for name, text in values.items()
    ]
    return shown


def export(**values: str) -> dict[str, Any]:
    made = copy.deepcopy(dict(ferry_export()))
    claim = made["claims"][0]
    document = made["documents"][0]["id"]
    made["worksheets"] = [{"claim": claim["id"], "document": document, **solved(**values)}]
    return made


def section(page: str) -> str:
    """The worksheet's part of a page."""
    found = re.findall(r'<details class="fold sheet".*?</details>', page, re.S)
    assert len(found) == 1
    return str(found[0])


def words(page: str) -> str:
    return " ".join(markup.unescape(re.sub(r"<[^>]+>", " ", page)).split())


PLANT = {"capacity": "400000", "be_rate": "roughly 80 %", "sales": "under 100,000"}


@pytest.fixture(scope="module")
def part() -> str:
    return section(render_report(export(**PLANT)))


def test_no_worksheet_is_shown_where_none_stands() -> None:
    page = render_report(ferry_export())
    assert "fold sheet" not in page


def test_the_figures_stand_there_with_their_quotes_and_what_they_were_taken_for(part: str) -> None:
    told = words(part)
    assert "sales “ under 100,000 ” is taken as 0 to 100,000 vehicles a year" in told
    assert '<mark class="m-content">under 100,000</mark>' in part
    assert "6 % either way" in told


def test_no_result_stands_without_its_premises(part: str) -> None:
    (answer,) = re.findall(r"<div><dt>How much of the plant.*?</dd></div>", part, re.S)
    assert "0 % to 25 %" in answer
    assert "if the sales quoted are the plant&#39;s whole output" in answer


def test_defaults_are_told_apart_with_their_source_and_date(part: str) -> None:
    after = words(part).partition("own defaults")[2]
    assert "utilisation 0 % to 120 %" in after
    assert "2012-08" in after


def test_the_command_that_goes_on_names_the_claim_and_what_to_set(part: str) -> None:
    claim = export(**PLANT)["claims"][0]["id"]
    assert f"onrecord whatif plant --from {claim[:8]} --set extra=VALUE" in words(part)


def test_the_picture_stays_in_its_frame_and_needs_no_style_of_its_own(part: str) -> None:
    bars = re.findall(r'<rect class="bar" x="([\d.]+)" y="1" width="([\d.]+)"', part)
    assert len(bars) >= 5
    assert all(float(x) >= 0 and float(x) + float(width) <= 100.01 for x, width in bars)
    assert "style=" not in part
    assert "<script" not in part


def test_a_contradiction_names_its_figures_and_what_the_others_leave_each() -> None:
    told = words(section(render_report(export(**PLANT, break_even="360000"))))
    assert told.startswith("Its figures cannot all hold: capacity, be_rate, break_even")
    assert "break_even “360000”; the others leave it 300,800 to 339,200 vehicles a year" in told
    assert "be_rate by the others" in told


def test_words_from_outside_are_escaped() -> None:
    made = export(**PLANT)
    sheet = made["worksheets"][0]
    for row in sheet["bindings"]:
        row["text"] = row["sentence"] = row["known_by"][0] = HOSTILE
    sheet["about"] = sheet["sheet"] = HOSTILE
    sheet["results"][0]["low"] = HOSTILE
    sheet["given"][0]["high"] = None
    page = render_report(made)
    assert "<script>alert" not in page
    assert "<img" not in page
