"""How long each packaged worksheet takes, on values such as articles give.

    python benchmarks/worksheets.py

Processor time of one solution, the least of several, after the sheet has been read.
"""

import time

from onrecord.kit import load_kit
from onrecord.measure.worksheets import Given, load_sheet, read_given, solve_sheet
from onrecord.measure.worksheets.sheets import Sheet

REPEATS = 5
CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("plant", {"capacity": "400000", "be_rate": "roughly 80 %", "sales": "under 100,000"}),
    ("plant", {"capacity": "400000", "be_rate": "roughly 80 %", "break_even": "360000"}),
    ("electrode", {"dry_cut": "80%..100%", "output": "100 GWh/year"}),
    ("electrode", {"dry_cut": "80%..100%", "saving": "0.5 to 1.5 billion USD"}),
    ("electrode", {"plant_space_cut": "90 %"}),
    ("fleet", {"build": "two million cars a year", "markets": "11..30"}),
    ("loan", {"price": "235500 CNY", "down": "79900", "n": "84", "rate": "0.98 %"}),
    ("loan", {"price": "235500 CNY", "down": "79900", "n": "84", "payment": "printed 1,918"}),
    ("loan", {"price": "$37,000", "down": "0", "n": "84", "rate": "6.15 % to 6.75 %"}),
    ("loan", {"price": "$37,000", "down": "0", "n": "96", "payment": "$300"}),
    ("line", {"pieces": "120,000 motors a year", "shifts": "2"}),
    ("running_cost", {"mpg": "printed 37", "fuel": "$3.0 to $3.5", "mpg_other": "25..30"}),
    ("compute", {"tops": "25..26", "power": "3 to 4 W", "ops": "7..9"}),
    ("uplift", {"before": "1000", "after": "1300..1400", "spend": "8 million USD"}),
)


def main() -> None:
    """Print the milliseconds of each case."""
    kit = load_kit()
    for name, values in CASES:
        started = time.process_time()
        sheet = load_sheet(name, kit)
        read = time.process_time() - started
        given = [_read(sheet, variable, text) for variable, text in values.items()]
        least = min(_solve(sheet, given) for _ in range(REPEATS))
        told = ", ".join(f"{variable}={text}" for variable, text in values.items())
        print(f"{1e3 * least:7.1f} ms  (read in {1e3 * read:5.1f} ms)  {name}: {told}")


def _read(sheet: Sheet, name: str, text: str) -> Given:
    variable = sheet.variable(name)
    given = read_given(variable, text, sheet, load_kit()) if variable else None
    if given is None:
        raise ValueError(f"{sheet.name}: {name}")
    return given


def _solve(sheet: Sheet, given: list[Given]) -> float:
    started = time.process_time()
    solve_sheet(sheet, given)
    return time.process_time() - started


if __name__ == "__main__":
    main()
