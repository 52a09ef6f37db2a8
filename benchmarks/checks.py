"""Lists the checks on 300 articles, to be judged by hand: what fails, and a sample of the rest.

A hundred articles each of three collections, in the order of a hash of their names, so that nobody
chose them. The judgements are in docs/accuracy.md.

    python benchmarks/checks.py ../shared/data                        counts, and all that fails
    python benchmarks/checks.py ../shared/data --verdict conditional  also a sample of a verdict
    python benchmarks/checks.py ../shared/data --all                  all articles of the three
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.kit import Kit, load_kit
from onrecord.measure import check_figures, find_figures
from onrecord.model import Capture, Check, CheckVerdict, Document, Figure
from onrecord.read import make_document
from onrecord.read.pages import capture_page

SEED = "checks on 300 articles"
EACH = 100  # articles of a collection
Named = tuple[str, Document]


def order(name: str) -> str:
    """A place among the articles that nobody chose."""
    return hashlib.sha256(f"{SEED} {name}".encode()).hexdigest()


def read_pages(folder: Path, most: int | None, kit: Kit) -> Iterator[Named]:
    """The pages of the three collections, `most` of each, with their names."""
    html = folder / "article_extraction_benchmark/html"
    for path in sorted(html.iterdir(), key=lambda path: order(path.name))[:most]:
        capture = capture_page(gzip.decompress(path.read_bytes()), path.name)
        yield f"web {path.name[:8]}", make_document(capture, kit)
    for name, key in (("fnc1/bodies", "id"), ("polnear/train", "id")):
        rows = [
            json.loads(line)
            for line in (folder / f"{name}.jsonl").read_text("utf-8").split("\n")
            if line.strip()
        ]
        for row in sorted(rows, key=lambda row: order(str(row[key])))[:most]:
            page = make_document(Capture(row["text"], published=row.get("published")), kit)
            yield f"{name.split('/')[0]} {row[key]}", page


def list_checks(
    pages: Iterable[Named], kit: Kit
) -> Iterator[tuple[str, Document, list[Figure], Check]]:
    """Every check with its page and the figures that it is on."""
    for name, page in pages:
        figures = find_figures(page, kit)
        told = {figure.id: figure for figure in figures}
        for check in check_figures(page, figures, kit):
            yield name, page, [told[i] for i in check.figures], check


def show(name: str, page: Document, figures: Sequence[Figure], check: Check) -> None:
    """A check with the words that it stands on."""
    start, end = min(f.start for f in figures), max(f.end for f in figures)
    around = " ".join(page.text[max(0, start - 150) : min(end, start + 600) + 100].split())
    print(f"{name} | {check.kind} {check.verdict}: {check.says}\n    ... {around} ...")


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="all articles, not 100 of each")
    parser.add_argument("--verdict", action="append", choices=list(CheckVerdict), default=[])
    parser.add_argument("--sample", type=int, default=20, help="how many of a verdict")
    given = parser.parse_args(arguments)
    kit = load_kit()
    found = list(list_checks(read_pages(given.folder, None if given.all else EACH, kit), kit))
    print(json.dumps(Counter(f"{c.verdict} {c.kind}" for *_, c in found), indent=1, sort_keys=True))
    for item in found:
        if item[3].verdict is CheckVerdict.FAILS:
            show(*item)
    for verdict in given.verdict:
        some = [item for item in found if item[3].verdict == verdict]
        for item in sorted(some, key=lambda item: order(item[3].id))[: given.sample]:
            show(*item)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
