"""Sheets are read from TOML, and one with nine faults tells nine."""

from pathlib import Path

import pytest

from onrecord.errors import KitError
from onrecord.kit import Kit
from onrecord.measure.worksheets import list_sheets, load_sheet, load_sheets, parse_sheet

GOOD = """
worksheet = "mill"
about = "Loaves from a mill."
equations = ["loaves = flour * yield_rate"]
[counts]
loaf = ["bread"]
[vars.flour]
unit = "kg/day"
[vars.yield_rate]
unit = "loaf/kg"
range = [1.2, 1.8]
source = { kind = "assumption", cite = "none" }
[vars.loaves]
unit = "loaf/day"
[premises]
flour = "all flour becomes bread"
[binds.flour]
of = ["flour"]
[[ask]]
require = "loaves >= 100"
report = "flour"
"""


def faults(text: str) -> str:
    with pytest.raises(KitError) as caught:
        parse_sheet(text, "mill.toml", frozenset({"USD", "EUR"}))
    return str(caught.value)


def test_a_sound_sheet_is_read() -> None:
    sheet = parse_sheet(GOOD, "mill.toml")
    assert [var.name for var in sheet.variables] == ["flour", "yield_rate", "loaves"]
    assert sheet.asks[0].question == "flour if loaves >= 100"
    assert sheet.binds[0].unit == sheet.variable("flour").unit  # type: ignore[union-attr]


def test_every_fault_of_a_sheet_is_told_at_once() -> None:
    told = faults("""
worksheet = "mill mill"
colour = "red"
about = 3
equations = ["loaves = flour", "loaves + flour = loaves", "loaves = nothing", "__import__('os')"]
[vars.flour]
unit = "kg/day"
range = [5, 1]
[vars.loaves]
unit = "furlongsz"
range = [0, 5]
[vars.oven]
unit = "1"
range = [0, 1]
[premises]
cat = "purrs"
[[ask]]
report = "dog"
""")
    assert told.startswith("mill.toml: 11 faults: (1) ")
    for part in (
        "colour: no such key",
        "worksheet: expected",
        "about: expected words",
        "vars.flour.range: expected low <= high",
        "vars.loaves.unit: 'furlongsz' is no unit",
        "vars.oven: a range needs its source",
        "equations 3: 'loaves = nothing': no variable nothing",
        "equations 4: expected one of = <= >=",
        "premises.cat: no such variable",
        "ask 1: reports 'dog', no such variable",
    ):
        assert part in told


@pytest.mark.parametrize(
    ("equation", "fault"),
    [
        ("loaves = flour", "sets loaf/time against mass/time"),
        ("loaves = flour * yield_rate + flour", "adds loaf/time and mass/time"),
        ("loaves = exp(flour) * loaves", "flour in exp must be a bare number and is mass/time"),
        ("loaves = 2 ** flour * loaves", "must be a bare number"),
    ],
)
def test_an_equation_between_unlike_things_is_a_fault(equation: str, fault: str) -> None:
    assert fault in faults(GOOD.replace("loaves = flour * yield_rate", equation))


def test_currencies_and_counts_do_not_cancel_against_each_other() -> None:
    priced = GOOD.replace(
        "[premises]", '[vars.dollars]\nunit = "USD"\n[vars.euros]\nunit = "EUR"\n[premises]'
    ).replace('yield_rate"]', 'yield_rate", "dollars = euros"]')
    assert "sets USD against EUR" in faults(priced)


def test_a_word_that_is_a_unit_cannot_be_counted() -> None:
    assert "'month' is a unit already" in faults(GOOD.replace("loaf = [", "month = ["))


def test_a_user_s_sheet_takes_the_place_of_a_packaged_one(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "mill.toml").write_text(GOOD, encoding="utf-8")
    own = GOOD.replace('"mill"', '"plant"')
    (tmp_path / "plant.toml").write_text(own, encoding="utf-8")
    assert "mill" in list_sheets(kit, tmp_path)
    assert load_sheet("plant", kit, tmp_path).about == "Loaves from a mill."
    assert load_sheet("plant", kit).about != "Loaves from a mill."


def test_a_sheet_bears_the_name_of_its_file(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "bakery.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(KitError, match="names itself 'mill'"):
        load_sheet("bakery", kit, tmp_path)


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(kit: Kit) -> None:
    with pytest.raises(KitError, match="there are: compute, electrode, fleet"):
        load_sheet("../policies/official-first", kit)


def test_every_default_of_the_packaged_sheets_has_a_source(kit: Kit) -> None:
    sheets = load_sheets(kit)
    assert len(sheets) == 8
    for sheet in sheets.values():
        assert sheet.asks
        assert sheet.binds
        assert sheet.premises
        for variable in sheet.variables:
            assert (variable.default is None) == (variable.source is None), variable.name
            assert variable.about != variable.name, variable.name


# --- hostile sheets ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("equation", "fault"),
    [
        ("loaves = __import__('os').system('true')", "is not allowed"),
        ("loaves = open('x')", "is not allowed"),
        ("loaves = (lambda: 1)()", "is not allowed"),
        ("loaves = flour.real", "is not allowed"),
        ("loaves = flour[0]", "is not allowed"),
        ("loaves = [flour for x in y]", "is not allowed"),
        ("loaves = flour if flour else 1", "is not allowed"),
        ("loaves = 'abc' * 9", "is no number"),
        ("loaves = True * flour", "is no number"),
        ("loaves = 2j * flour", "is no number"),
        ("loaves = flour // 2", "is not allowed"),
        ("loaves = flour ** 99999", "a power beyond"),
        ("loaves = 1e400 * flour", "a number is too large"),
        ("loaves = 1" + "0" * 350 + " * flour", "a number is too large"),
        ("loaves = " + "(" * 300 + "flour" + ")" * 300, "longer than 400 characters"),
        ("loaves = (flour", "is no expression"),
        ("loaves = " + "-" * 60 + "flour", "operations inside each other"),
        ("loaves = " + "flour + " * 100 + "flour", "longer than 400 characters"),
        ("loaves = = flour", "found 2"),
        ("loaves", "found 0"),
        ("loaves = flour\x00", "is no expression"),
        ("2 = 3", "names no variable"),
    ],
)
def test_an_expression_that_is_code_or_too_large_is_refused(equation: str, fault: str) -> None:
    quoted = equation.replace("\x00", "\\u0000")
    assert fault in faults(GOOD.replace("loaves = flour * yield_rate", quoted))


def test_what_another_sheet_counts_is_no_unit_of_this_one() -> None:
    parse_sheet(GOOD, "mill.toml")  # a loaf is known from here on, to sheets that count it
    uncounted = GOOD.replace('loaf = ["bread"]', 'roll = ["bun"]')
    told = faults(uncounted)
    assert "'loaf/kg' is no unit that is known; count it under [counts]" in told
    assert "'kiloloaf/day' is no unit" in faults(
        uncounted.replace('unit = "loaf/day"', 'unit = "kiloloaf/day"')
    )


def test_a_fault_tells_line_key_and_what_came() -> None:
    told = faults(GOOD.replace('unit = "loaf/kg"', "unit = 7").replace("[1.2, 1.8]", '"some"'))
    assert "line 10, vars.yield_rate.unit: expected a unit" in told
    assert "found 7" in told
    assert "line 11, vars.yield_rate.range: expected two numbers, [low, high], found 'some'" in told
    assert "line 4, equations 1: 'loaves = wheat'" in faults(
        GOOD.replace("= flour *", '= wheat", "loaves = flour *')
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("\n".join(f'vars.v{n}.unit = "1"' for n in range(9000)), "at most 100, found 9,000"),
        ("a" + ".a" * 60_000 + " = 1", "more than 300 dots"),
        ("[" + "a." * 90_000 + "a]", "more than 300 dots"),
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("version = " + "9" * 150_000, "not valid TOML"),
        ("equations = [" + '"a = b", ' * 20_000 + "]", "at most 100, found 20,000"),
        ("[[ask]]\nreport = 'a'\n" * 9000, "at most 100, found 9,000"),
        ('[vars.a]\nunit = "' + "kg*" * 60_000 + 'kg"', "is no unit"),
        ('[vars.a]\nunit = "((' + "kg " * 18 + '!"', "is no unit"),
        ('worksheet = "' + "a" * 190_000 + '"', "expected the sheet's name"),
    ],
)
def test_a_hostile_sheet_is_refused_at_once_and_in_few_words(text: str, fault: str) -> None:
    told = faults(text)
    assert fault in told
    assert len(told) < 4000


def test_a_folder_with_a_sheet_that_is_too_long_names_it(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "mill.toml").write_text(GOOD + "#" * 200_000, encoding="utf-8")
    with pytest.raises(KitError, match="mill.toml: a worksheet has at most 200,000 bytes"):
        load_sheet("mill", kit, tmp_path)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("1.8]", "1e400]"), "1e400: a number that large"),
        (("1.8]", "1" + "0" * 400 + "]"), "expected two numbers"),
        (("1.8]", "nan]"), "expected low <= high"),
        (('unit = "kg/day"', 'unit = "kg**99"'), "is no unit"),
        (('unit = "kg/day"', 'unit = "degC"'), "no zero of its own"),
        (('unit = "kg/day"', 'unit = "__import__(1)"'), "is no unit"),
        (('worksheet = "mill"', "worksheet = [[[["), "not valid TOML"),
        (('worksheet = "mill"', "x = " + "[" * 5000), "nested too deeply"),
        (('equations = ["loaves = flour * yield_rate"]', "equations = []"), "at least one"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_in_one_line(change: tuple[str, str], fault: str) -> None:
    assert fault in faults(GOOD.replace(*change))
