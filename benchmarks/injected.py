"""Changes one figure at a time where figures hold together, and counts what the checks catch.

Every check that holds is a relation that a text states. One of its figures is changed as a slip
of the keyboard would change it; if the checks of the changed text then say `fails` on that figure,
the slip is caught. Only slips that break the relation count: those that move the number by more
than a tenth (a smaller one may be rounding), and past what "up from" or "more than half" allows.
`--alarms` lists what fails in the texts as they are, to be read by eye.

    python benchmarks/injected.py onrecord/examples/articles [more.jsonl ...] [--missed]
    python benchmarks/injected.py fnc1/bodies.jsonl polnear/train.jsonl --alarms
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.kit import Kit, load_kit
from onrecord.measure import check_figures, find_figures
from onrecord.measure.rounding import nominal
from onrecord.model import Bound, Capture, Check, CheckVerdict, Document, Figure, Where
from onrecord.read import make_document, open_captures

BREAKS = 0.1  # a slip that moves a number by less may pass as rounding
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve")  # fmt: skip
_PARTS = ("half", "third", "quarter", "fifth", "tenth")


def read_pages(paths: Sequence[Path], kit: Kit) -> Iterator[Document]:
    """The documents of files, folders and JSON lines (as "text" or "body")."""
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix == ".jsonl":
                for line in file.read_text(encoding="utf-8").splitlines():
                    row = json.loads(line)
                    yield make_document(Capture(row.get("text") or row.get("body")), kit)
            else:
                found = (c for c in open_captures(file) if isinstance(c, Capture))
                yield from (make_document(capture, kit) for capture in found)


def check_page(page: Document, kit: Kit) -> tuple[dict[str, Figure], tuple[Check, ...]]:
    """The figures of a page by id, and the checks on them."""
    figures = find_figures(page, kit)
    return {figure.id: figure for figure in figures}, check_figures(page, figures, kit)


def slip(words: str) -> Iterator[tuple[str, str]]:
    """What slips make of a number as written: the kind of slip, and the words then."""
    found = _DIGITS.search(words)
    if found is None:
        yield from _slip_in_words(words)
        return
    number = found.group().replace(",", "")
    whole, dot, rest = number.partition(".")
    changed = {
        "a digit more": f"{whole}0{dot}{rest}",
        "a digit less": f"{whole[:-1]}{dot}{rest}" if len(whole) > 1 else "",
        "first digit": f"{int(whole[0]) % 9 + 1}{whole[1:]}{dot}{rest}",
        "two swapped": f"{whole[1]}{whole[0]}{whole[2:]}{dot}{rest}" if len(whole) > 1 else "",
        "a fifth more": f"{float(number) * 1.2:.{len(rest)}f}",
        "a fifth less": f"{float(number) * 0.8:.{len(rest)}f}",
    }
    for kind, text in changed.items():
        value = float(text) if text and not text.startswith("0") else 0.0
        if value and abs(value - float(number)) > BREAKS * float(number):
            written = f"{value:,.{len(rest)}f}" if "," in found.group() else text
            yield kind, words[: found.start()] + written + words[found.end() :]


def _slip_in_words(words: str) -> Iterator[tuple[str, str]]:
    """The next number word or part in place of the one that stands there."""
    for series in (_WORDS, _PARTS):
        for place, word in enumerate(series[:-1]):
            found = re.search(rf"\b{word}\b", words, re.IGNORECASE)
            if found is not None:
                yield "next word", words[: found.start()] + series[place + 1] + words[found.end() :]
                return


def breaks(check: Check, told: Sequence[Figure], figure: Figure, words: str) -> bool:
    """Whether a relation that is open on one side ("up from", "most") is broken by a slip."""
    old, new = _DIGITS.search(figure.text), _DIGITS.search(words)
    if old is None or new is None:
        return True
    factor = float(new.group().replace(",", "")) / float(old.group().replace(",", ""))
    values = [nominal(one) * (factor if one is figure else 1.0) for one in told]
    if check.kind == "direction":
        return (values[1] - values[0]) * (nominal(told[1]) - nominal(told[0])) <= 0
    if check.kind == "share" and len(told) == 1:
        return (values[0] - 0.5) * (nominal(told[0]) - 0.5) <= 0
    if check.kind in ("share", "product") and len(told) == 3 and told[0].bound is not Bound.EQUAL:
        base, part = sorted(values[1:], reverse=True)
        over = told[0].bound in (Bound.ABOVE, Bound.AT_LEAST)
        return part < values[0] * base if over else part > values[0] * base
    if check.kind == "share" and told[0].bound in (Bound.ABOVE, Bound.AT_LEAST):
        return values[1] < values[0]
    if check.kind == "share" and told[0].bound in (Bound.BELOW, Bound.AT_MOST):
        return values[1] > values[0]
    return True


def is_caught(page: Document, figure: Figure, words: str, kit: Kit) -> bool:
    """Whether a check fails on `figure` once it reads `words`."""
    text = page.text[: figure.start] + words + page.text[figure.end :]
    title = page.title if page.title_span is None else None
    changed = make_document(Capture(text, title=title, published=page.published), kit)
    figures, checks = check_page(changed, kit)
    return any(
        check.verdict is CheckVerdict.FAILS
        and any(figures[i].start < figure.start + len(words) and figure.start < figures[i].end
                for i in check.figures)
        for check in checks
    )  # fmt: skip


def inject(paths: Sequence[Path], kit: Kit, show_missed: bool) -> dict[str, object]:
    """The share of slips caught, over all and by kind of slip and of check."""
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    relations = 0
    for page in read_pages(paths, kit):
        figures, checks = check_page(page, kit)
        for check in checks:
            if check.verdict is not CheckVerdict.HOLDS:
                continue
            relations += 1
            for figure in (figures[i] for i in check.figures):
                if figure.where is not Where.TEXT:
                    continue
                for kind, words in slip(figure.text):
                    if not breaks(check, [figures[i] for i in check.figures], figure, words):
                        continue
                    found = is_caught(page, figure, words, kit)
                    made.update((kind, check.kind, "all"))
                    caught.update((kind, check.kind, "all") if found else ())
                    if show_missed and not found:
                        print(f"missed {check.kind}: {figure.text} -> {words} | {check.says}")
    shares = {k: f"{caught[k]} of {n} ({caught[k] / n:.0%})" for k, n in sorted(made.items())}
    return {"relations": relations, **shares}


def list_alarms(paths: Sequence[Path], kit: Kit) -> Counter[str]:
    """Prints every check that fails in the texts as they are; verdicts counted."""
    verdicts: Counter[str] = Counter()
    for page in read_pages(paths, kit):
        verdicts["pages"] += 1
        figures, checks = check_page(page, kit)
        for check in checks:
            verdicts[check.verdict] += 1
            if check.verdict is CheckVerdict.FAILS:
                told = [figures[i] for i in check.figures]
                start, end = min(f.start for f in told), max(f.end for f in told)
                around = " ".join(page.text[max(0, start - 80) : end + 60].split())
                print(f"{check.kind}: {check.says}\n    ... {around} ...")
    return verdicts


def main(arguments: Sequence[str]) -> int:
    """The door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--alarms", action="store_true", help="list what fails as it is")
    parser.add_argument("--missed", action="store_true", help="print the slips not caught")
    given = parser.parse_args(arguments)
    kit = load_kit()
    result = (
        list_alarms(given.paths, kit) if given.alarms else inject(given.paths, kit, given.missed)
    )
    print(json.dumps(result, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
