"""Write docs/kit.md: every sheet of the kit, what it holds (its own first comment), its columns.

python docs/make_kit.py
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KIT = ROOT / "onrecord" / "kit"
PAGE = ROOT / "docs" / "kit.md"
HEAD = """# The kit: what onrecord reads by

Word lists, units, names and rules are data, in `onrecord/kit/`: tab-separated sheets with a \
header (lines that begin with `#` are comments) and TOML files. This page is written from them by \
`docs/make_kit.py`.

| sheet | what it holds | columns |
|---|---|---|
"""


def write_page() -> str:
    """The page as the kit now is."""
    paths = sorted([*KIT.rglob("*.tsv"), *KIT.rglob("*.toml")])
    return HEAD + "".join(_row(path) + "\n" for path in paths)


def _row(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").split("\n")
    about = []
    while lines and lines[0].startswith("#"):
        about.append(lines.pop(0).removeprefix("#").strip())
    if not about and path.parent.name == "weights":
        about = ["Learned weights; the scripts that made them are in `training/`"]
    columns = lines[0].split("\t") if path.suffix == ".tsv" else []
    shown = ", ".join(f"`{column}`" for column in columns)
    cells = (f"`{path.relative_to(KIT).as_posix()}`", " ".join(about), shown)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
