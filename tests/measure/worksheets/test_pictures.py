"""A solution as bars, as an SVG and as JSON."""

import json
from xml.etree import ElementTree

import pytest

from onrecord.measure.worksheets import draw_svg, show_solution
from onrecord.measure.worksheets.pictures import draw_axes, plot_text
from onrecord.measure.worksheets.showing import write_number

from .conftest import Solve


def test_intervals_of_one_unit_share_an_axis(solve: Solve) -> None:
    plant = solve("plant", capacity="400000", sales="90000..100000", extra="0")
    vehicles, shares = draw_axes(plant.solution, plant.sheet)
    assert [bar.name for bar in shares.bars] == ["be_rate", "utilisation", "used_now"]
    assert vehicles.low == 0
    lines = plot_text(vehicles, 40)
    assert lines[0].startswith("capacity")
    assert lines[0].endswith("●")
    assert len({len(line) for line in lines[:-1]}) == 1
    assert lines[-1].endswith("400,000 vehicles a year")


def test_the_picture_is_sound_svg_with_every_bar_in_it(solve: Solve) -> None:
    plant = solve("plant", "gap <= 0", capacity="400000", sales="90000..100000")
    root = ElementTree.fromstring(draw_svg(plant.solution, plant.sheet))
    bars = [node for node in root.iter() if node.tag.endswith("rect")]
    assert len(bars) == sum(len(axis.bars) for axis in draw_axes(plant.solution, plant.sheet))
    width = float(root.attrib["viewBox"].split()[2])
    assert all(float(bar.attrib["x"]) + float(bar.attrib["width"]) <= width for bar in bars)


def test_a_solution_is_json_without_infinities(solve: Solve) -> None:
    uplift = solve("uplift", spend="$10,000")
    shown = show_solution(uplift.solution, uplift.sheet)
    text = json.dumps(shown, allow_nan=False)
    assert '"high": null' in text
    assert shown["given"][0]["words"] == "$10,000"


def test_no_result_is_shown_without_its_premises(solve: Solve) -> None:
    plant = solve("plant", capacity="400000", sales="100000", extra="0")
    shown = show_solution(plant.solution, plant.sheet)
    (gap,) = [item for item in shown["results"] if item["variable"] == "gap"]
    assert "the sales quoted are the plant's whole output" in gap["premises"]


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (300_799.9999999999, False, "300,800"),
        (0.752, True, "75.2 %"),
        (1917.39857, False, "1,917.4"),
        (1.23e21, False, "1.23e+21"),
        (0.0000012, False, "1.2e-06"),
        (-6273.9126, False, "-6,273.91"),
        (0, False, "0"),
        (1500, False, "1,500"),
    ],
)
def test_numbers_are_written_as_a_newsroom_writes_them(
    value: float, percent: bool, text: str
) -> None:
    assert write_number(value, percent) == text
