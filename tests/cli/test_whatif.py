"""`onrecord whatif` as somebody types it (about invented companies)."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Command

ARTICLE = """Orvane denies that it will share its Velland works with Tallis

May 6, 2026

Orvane Motors is in talks to share its Velland works with Tallis Motors, the Velland Herald \
reported on Monday. Orvane said there was “no truth” to the report. The works can build 240,000 \
vans a year. It needs about 75 % of capacity to break even. Sales came to under 60,000 vans a year.
"""
PLANT = ("plant", "--set", "capacity=400000", "--set", "be_rate=roughly 80 %")


def ask(onrecord: Command, *arguments: object) -> Any:
    """The JSON that whatif prints."""
    return json.loads(onrecord("whatif", *arguments, "--json").out)


@pytest.fixture
def claim(onrecord: Command, tmp_path: Path) -> str:
    """The id of the claim that the article is about, in a ledger in the current folder."""
    (tmp_path / "works.txt").write_text(ARTICLE, encoding="utf-8")
    onrecord("add", "works.txt", "--now", "2026-06-01T08:00:00Z")
    claims = json.loads(onrecord("claims", "--json").out)
    return next(str(item["id"]) for item in claims if "Velland" in item["text"])


def test_alone_it_lists_the_sheets_with_what_each_answers(onrecord: Command) -> None:
    result = onrecord("whatif")
    assert (result.status, result.err) == (0, "")
    for name in ("plant", "electrode", "fleet", "loan", "line", "compute", "uplift"):
        assert f"\n{name}  " in "\n" + result.out
    assert "How many further vehicles a year would it take to break even?" in result.out
    assert len(ask(onrecord)) == 8


def test_it_says_what_follows_and_under_which_premise(onrecord: Command) -> None:
    result = onrecord("whatif", *PLANT, "--set", "sales=under 100,000", "--set", "extra=0")
    assert result.status == 0
    assert "No contradiction found" in result.out
    assert "utilisation: 0 % to 25 %" in result.out
    after = result.out.partition("utilisation: ")[2]
    assert "if the sales quoted are the plant's whole output" in after.partition("gap: ")[0]
    assert "“roughly 80 %”: 6 % either way" in result.out


def test_a_contradiction_names_its_claims_and_ends_with_status_1(onrecord: Command) -> None:
    result = onrecord("whatif", *PLANT, "--set", "break_even=360000")
    assert result.status == 1
    assert "Claims conflict" in result.out
    assert (
        "break_even = 360000; the others leave it 300,800 to 339,200 vehicles a year" in result.out
    )


def test_what_is_required_changes_what_follows(onrecord: Command) -> None:
    shown = ask(onrecord, *PLANT, "--set", "sales=90000..100000", "--require", "gap <= 0")
    (extra,) = [item for item in shown["results"] if item["variable"] == "extra"]
    assert (round(extra["low"]), round(extra["high"])) == (200_800, 390_000)
    assert extra["rests_on"]["required"] == ["gap <= 0"]


def test_figures_of_a_claim_are_proposed_shown_and_corrected(onrecord: Command, claim: str) -> None:
    told = onrecord("whatif", "plant", "--from", claim[:8])
    assert told.status == 0
    assert "capacity = “240,000 vans a year”" in told.out
    assert "The works can build 240,000 vans a year." in told.out
    shown = ask(onrecord, "plant", "--from", claim)
    bound = {item["variable"]: item["text"] for item in shown["bindings"]}
    assert bound["sales"] == "under 60,000 vans a year"
    changed = ask(onrecord, "plant", "--from", claim, "--set", "sales=any", "--set", "capacity=3e5")
    assert {item["variable"] for item in changed["bindings"]} == {"be_rate"}
    assert [item["variable"] for item in changed["given"]] == ["capacity", "be_rate"]


def test_figures_may_be_taken_from_a_document(onrecord: Command, claim: str) -> None:
    shown = ask(onrecord, "plant", "--from", "works.txt")
    bound = {item["variable"]: item["text"] for item in shown["bindings"]}
    assert bound["capacity"] == "240,000 vans a year"
    assert "no such claim or document" in onrecord("whatif", "plant", "--from", "zz").err


def test_a_correction_of_a_binding_is_remembered(onrecord: Command, claim: str) -> None:
    bindings = ask(onrecord, "plant", "--from", claim)["bindings"]
    (figure,) = [item["figure"] for item in bindings if item["variable"] == "sales"]
    said = ("--by", "Ana", "--why", "all models", "--now", "2026-06-02T08:00:00Z")
    kept = onrecord("judge", "binding", figure[:8], "plant.none", *said)
    assert kept.status == 0
    assert "→ plant.none" in kept.out
    again = ask(onrecord, "plant", "--from", claim)["bindings"]
    assert {item["variable"] for item in again} == {"capacity", "be_rate"}
    assert onrecord("judge", "binding", "ffffffff", "plant.none", *said).status == 1


def test_the_dossier_shows_the_sheet_that_stands_with_a_claim(
    onrecord: Command, claim: str
) -> None:
    told = onrecord("claim", claim).out
    assert "What the figures imply, by the worksheet plant" in told
    after = told.partition("used_now: 0 % to 25.53 %")[2]
    assert "if the sales quoted are the plant's whole output" in after
    assert f"onrecord whatif plant --from {claim[:8]} --set extra=VALUE" in told


def test_a_picture_is_written_where_it_is_asked_for(onrecord: Command, tmp_path: Path) -> None:
    assert onrecord("whatif", *PLANT, "--svg", "plant.svg").status == 0
    assert (tmp_path / "plant.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_a_user_s_own_sheet_is_read_from_a_folder(onrecord: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mill.toml").write_text(
        'worksheet = "mill"\nabout = "Bread."\nequations = ["loaves = 2 * flour"]\n'
        '[vars.loaves]\nunit = "1"\n[vars.flour]\nunit = "1"\n',
        encoding="utf-8",
    )
    result = onrecord("whatif", "mill", "--sheets", "mine", "--set", "flour=21")
    assert "loaves: 42" in result.out
    assert "\nmill  Bread." in onrecord("whatif", "--sheets", "mine").out


def test_every_faulty_sheet_of_a_folder_is_told_and_the_others_are_listed(
    onrecord: Command, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    for name in ("one", "two"):
        (tmp_path / "mine" / f"{name}.toml").write_text(
            f'worksheet = "{name}"\nabout = 3\nequations = ["a = b.c"]\n[vars.a]\nunit = "qqq"\n',
            encoding="utf-8",
        )
    result = onrecord("whatif", "--sheets", "mine")
    assert result.status == 2
    assert "\nplant  " in result.out
    first, second = sorted(result.err.splitlines())
    assert "one.toml: 3 faults: (1) line 5, vars.a.unit: 'qqq' is no unit" in first
    assert "line 2, about: expected words, found 3" in first
    assert "two.toml: 3 faults" in second


def test_a_sheet_of_the_user_s_kit_stands_in_dossiers(
    onrecord: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = tmp_path / "kit" / "worksheets"
    sheets.mkdir(parents=True)
    (sheets / "oven.toml").write_text(
        'worksheet = "oven"\nabout = "Buns."\nequations = ["buns = flour * rate"]\n'
        '[counts]\nbun = ["roll"]\n[vars.buns]\nunit = "bun/day"\n[vars.flour]\nunit = "kg/day"\n'
        '[vars.rate]\nunit = "bun/kg"\n[binds.buns]\nof = ["bakes"]\nunit = "bun/day"\n'
        '[binds.flour]\nof = ["flour"]\n'
        '[shown]\ntopic = [["bakery"]]\nneeds = [["buns", "flour"]]\n',
        encoding="utf-8",
    )
    (tmp_path / "mill.txt").write_text(
        "Halden to close its bakery\n\nMay 6, 2026\n\nHalden will close its bakery at Cairn in "
        "May, a spokesman for Halden said on Monday. The bakery uses 500 kg of flour a day. It "
        "bakes 7,500 buns a day.\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("ONRECORD_KIT", str(tmp_path / "kit"))
    onrecord("add", "mill.txt", "--now", "2026-06-01T08:00:00Z")
    claims = json.loads(onrecord("claims", "--json").out)
    dossiers = [onrecord("claim", str(item["id"])).out for item in claims]
    (told,) = [told for told in dossiers if "by the worksheet oven" in told][:1]
    assert "rate: 14.5366 to 15.4872" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nosuch",), "no worksheet 'nosuch'; there are: compute,"),
        (("plant", "--set", "cat=1"), "expected NAME=VALUE, NAME one of capacity,"),
        (("plant", "--set", "capacity"), "expected NAME=VALUE"),
        (("plant", "--set", "capacity=1e400"), "a number that large cannot be computed with"),
        (("plant", "--set", "capacity=3 kg"), "capacity: expected vehicle/year, found kilogram"),
        (("plant", "--require", "__import__('os')"), "expected one of = <= >="),
        (("plant", "--require", "gap <= open('x')"), "is not allowed"),
        (("plant", "--sheets", "nowhere"), "nowhere: no folder of worksheets there"),
        (("plant", "--from", "abc"), "onrecord.db: no ledger there"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(
    onrecord: Command, arguments: tuple[str, ...], told: str
) -> None:
    result = onrecord("whatif", *arguments)
    assert result.status == 2
    assert told in result.err
    assert result.err.count("\n") == 1
