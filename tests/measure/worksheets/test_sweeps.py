"""One variable goes from one value to another: a table, bands, and what cannot be."""

import json
from xml.etree import ElementTree

import pytest

from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.measure.worksheets import load_sheet, read_given
from onrecord.measure.worksheets.bands import draw_bands
from onrecord.measure.worksheets.sheets import Sheet
from onrecord.measure.worksheets.sweeps import Sweep, read_sweep, show_sweep, sweep_sheet

PLANT = {"capacity": "250000", "be_rate": "80 %", "sales": "50,000 to 60,000"}


def sweep(
    kit: Kit, name: str, text: str, wanted: tuple[str, ...] = (), **values: str
) -> tuple[Sweep, Sheet]:
    sheet = load_sheet(name, kit)
    given = []
    for variable, words in values.items():
        found = sheet.variable(variable)
        assert found is not None
        item = read_given(found, words, sheet, kit)
        assert item is not None
        given.append(item)
    swept, steps = read_sweep(text, sheet, kit)
    return sweep_sheet(sheet, swept, steps, given, (), wanted), sheet


def test_each_point_says_what_follows_there(kit: Kit) -> None:
    found, _ = sweep(kit, "plant", "extra=0..150,000/4", **PLANT)
    assert [column.variable for column in found.columns] == ["utilisation", "gap"]
    assert [point.at for point in found.points] == [0, 50_000, 100_000, 150_000]
    assert [point.values[1] for point in found.points] == [
        pytest.approx(ends, rel=1e-6, abs=1e-6)
        for ends in (
            (140_000, 150_000),
            (90_000, 100_000),
            (40_000, 50_000),
            (-10_000, 0),
        )
    ]


def test_columns_carry_the_premises_on_which_they_rest(kit: Kit) -> None:
    found, _ = sweep(kit, "plant", "extra=0..100000", **PLANT)
    assert len(found.points) == 11
    for column in found.columns:
        assert "the sales quoted are the plant's whole output" in column.premises


def test_what_is_given_stands_whole_and_the_default_that_would_clip_it_is_named(kit: Kit) -> None:
    found, _ = sweep(kit, "plant", "extra=200000..250000/2", **PLANT)
    below, beyond = found.points
    assert (below.outside, beyond.outside) == ((), ("utilisation",))
    assert beyond.values[0] == pytest.approx((1.2, 1.24), rel=1e-6)


def test_a_point_that_cannot_be_names_what_forbids_it(kit: Kit) -> None:
    values = {"break_even": "120000", "be_rate": "80 %"}
    found, _ = sweep(kit, "plant", "capacity=100000..200000/5", **values)
    assert [bool(point.conflict) for point in found.points] == [True, True, False, True, True]
    assert set(found.points[0].conflict) == {"capacity", "be_rate", "break_even"}
    assert found.points[0].values == ()


def test_what_is_wanted_is_told_and_nothing_else(kit: Kit) -> None:
    offer = {"price": "$37,000", "down": "0", "rate": "3 %"}
    found, _ = sweep(kit, "loan", "n=48..96/3", ("payment",), **offer)
    assert [column.variable for column in found.columns] == ["payment"]
    assert [round(point.values[0].low) for point in found.points] == [819, 562, 434]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extra", "expected NAME=LOW..HIGH"),
        ("cat=1..2", "NAME one of capacity,"),
        ("extra=5", "expected two ends"),
        ("extra=1..inf", "expected two ends"),
        ("extra=any", "expected two ends"),
        ("extra=0..9/1", "expected 2 to 101 points"),
        ("extra=0..9/999999999999", "expected 2 to 101 points"),
        ("extra=0..1e400", "a number that large"),
        ("extra=3..4 kg", "expected vehicle/year, found"),
    ],
)
def test_a_sweep_that_cannot_be_is_refused(kit: Kit, text: str, told: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_sweep(text, load_sheet("plant", kit), kit)
    assert told in str(caught.value)


def test_an_unknown_column_is_refused(kit: Kit) -> None:
    with pytest.raises(QuestionError, match="--report 'cat': expected one of capacity"):
        sweep(kit, "plant", "extra=0..9", ("cat",), **PLANT)


def test_the_bands_are_sound_svg_and_break_off_where_nothing_is_possible(kit: Kit) -> None:
    found, sheet = sweep(kit, "plant", "extra=0..150000/4", **PLANT)
    root = ElementTree.fromstring(draw_bands(found, sheet))
    bands = [node for node in root.iter() if node.tag.endswith("polygon")]
    assert len(bands) == len(found.columns)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for band in bands:
        for pair in band.attrib["points"].split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= width
            assert 0 <= y <= height
    limited = {"capacity": "250000", "sales": "50000", "utilisation": "at most 100 %"}
    broken, sheet = sweep(kit, "plant", "extra=0..300000/7", ("gap",), **limited)
    (band,) = [n for n in ElementTree.fromstring(draw_bands(broken, sheet)).iter()
               if n.tag.endswith("polygon")]  # fmt: skip
    possible = sum(not point.conflict for point in broken.points)
    assert possible == 5
    assert len(band.attrib["points"].split()) == 2 * possible


def test_a_sweep_is_json_without_infinities(kit: Kit) -> None:
    found, sheet = sweep(kit, "plant", "extra=0..100000/3", **PLANT)
    shown = json.loads(json.dumps(show_sweep(found, sheet), allow_nan=False))
    assert shown["columns"] == ["utilisation", "gap"]
    assert shown["points"][2]["values"]["gap"]["low"] == pytest.approx(40_000)
    assert shown["solution"]["results"]
