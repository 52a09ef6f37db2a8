"""Quantities found against quantities wanted, counted as the CQE paper counts them.

Almasian, Bruseva and Gertz (2023, "CQE: A Comprehensive Quantity Extractor"): a found quantity and
a gold one match if their values are equal; then also their units; then also their bounds. Each
gold quantity is matched once.

Their labels and ours differ in form, not in sense, so gold is read into ours first: a percentage is
a fraction here; "<", ">", "~", "up" and "down" are one label there and bound, approximate and
change here; a unit there may carry its adjectives ("different bosses"), ours is the noun, and it is
right if it is one of the words of theirs.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from onrecord.bench.counts import Count, add_counts
from onrecord.kit import Kit
from onrecord.model import Bound, Figure
from onrecord.text import stem

VALUE, UNIT, BOUND = "value", "value+unit", "value+bound"
LEVELS = (VALUE, UNIT, BOUND)
Gold = Mapping[str, Any]

_CLOSE = 1e-6  # relative: fractions are printed with more digits than we keep


def score_quantities(
    sentences: Iterable[tuple[Sequence[Figure], Sequence[Gold]]], kit: Kit
) -> dict[str, Count]:
    """What is met, found and wanted at each level, over sentences of found and gold quantities.

    The figures of a sentence are those of `onrecord.measure.measure_sentence`. A gold quantity is
    `{"value", "normalized_unit", "unit"?, "change"?}`; sentences whose gold has no "change" do not
    count for the bound.
    """
    return add_counts(count_sentence(figures, golds, kit) for figures, golds in sentences)


def count_sentence(figures: Sequence[Figure], golds: Sequence[Gold], kit: Kit) -> dict[str, Count]:
    """The counts of one sentence, by level."""
    bounded = not golds or "change" in golds[0]
    names = _unit_names(kit)
    return {
        level: Count(_count_met(figures, golds, level, names), len(figures), len(golds))
        for level in (LEVELS if bounded else LEVELS[:2])
    }


def same_value(figure: Figure, gold: Gold) -> bool:
    """Whether the numbers agree; a percentage there is a hundred times a fraction here."""
    theirs = _gold_value(gold)
    if theirs is None:
        return False
    if is_open(figure) and figure.low is not None:  # "dozens": to ten times as many there
        return (figure.low, 10 * figure.low) == theirs
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    if low is None or high is None:
        return False
    scale = 100.0 if figure.unit == "1" and "percent" in str(gold["normalized_unit"]) else 1.0
    ours = (low * scale, high * scale)
    return all(
        abs(a - b) <= _CLOSE * max(abs(a), abs(b), 1) for a, b in zip(ours, theirs, strict=True)
    )


def same_unit(figure: Figure, gold: Gold, names: Mapping[str, str]) -> bool:
    """Whether our noun (and rate) is among the words of their unit; `names` adds theirs."""
    normal = str(gold["normalized_unit"])
    words = f"{gold.get('unit', '')} {normal}".lower().replace("per cent", "percent")
    theirs = {stem(word) for word in words.replace("-", " ").split()} | set(words.split())
    if figure.unit is None:
        return normal.strip() in ("-", "")
    if figure.unit == "1" and normal.strip() == "-":
        return "0." in str(gold["value"])
    rated = " per " in f" {words} " or " a " in f" {words} "
    if "/" not in figure.unit and bool(figure.per) != rated:
        return False
    ours = names.get(figure.unit, figure.unit).replace("-", " ").split()
    return any(stem(word) in theirs or word in theirs for word in ours)


def same_bound(figure: Figure, gold: Gold) -> bool:
    """Whether bound, approximation and change, read as one label, are theirs."""
    return gold.get("change", "=") in label(figure)


def is_open(figure: Figure) -> bool:
    """Whether it is a number such as "dozens" or "tens of thousands"."""
    return figure.bound is Bound.AT_LEAST and figure.approx and figure.high is None


def label(figure: Figure) -> tuple[str, ...]:
    """Their labels, one of which our three fields make."""
    if is_open(figure):
        return ("=",)
    if figure.approx and figure.bound is Bound.EQUAL:
        return ("~",)
    if figure.bound in (Bound.BELOW, Bound.AT_MOST):
        return ("<",) if not figure.approx else ("~", "<")
    if figure.bound in (Bound.ABOVE, Bound.AT_LEAST):
        return (">",)
    return (figure.change.value,) if figure.change else ("=",)


def _count_met(
    figures: Sequence[Figure], golds: Sequence[Gold], level: str, names: Mapping[str, str]
) -> int:
    """How many gold quantities are met, each by one figure."""
    tests: dict[str, Callable[[Figure, Gold], bool]] = {
        VALUE: lambda figure, gold: True,
        UNIT: lambda figure, gold: same_unit(figure, gold, names),
        BOUND: same_bound,
    }
    left, met = list(figures), 0
    for gold in golds:
        fits = (f for f in left if same_value(f, gold) and tests[level](f, gold))
        figure = next(fits, None)
        if figure is not None:
            left.remove(figure)
            met += 1
    return met


def _gold_value(gold: Gold) -> tuple[float, float] | None:
    """The ends of a gold value: one number, or "1.0-1.5"; None where it is neither."""
    text = str(gold["value"])
    head, _, tail = text[1:].partition("-")
    try:
        low = float(text[:1] + head)
        return low, float(tail) if tail else low
    except ValueError:
        return None


def _unit_names(kit: Kit) -> Mapping[str, str]:
    """Our unit to the words that theirs may have: the sheet, and what the kit calls currencies."""
    return kit.once("bench.units", _read_names)


def _read_names(kit: Kit) -> dict[str, str]:
    names = {row["unit"]: row["names"] for row in kit.rows("bench_units")}
    for row in kit.rows("measure_currencies"):
        last = stem(row["sign"].split()[-1])
        names[row["code"]] = f"{names.get(row['code'], '')} {last}"
    return names
