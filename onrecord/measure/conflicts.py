"""Conflicts: one quantity of one thing that different articles give differently.

A conflict is said only where all of this holds: the two figures are in one unit, and no rounding,
"about" or bound reconciles them; the words close by and the sentences are alike, with no other
name and no other time; and neither article has the other's number anywhere, nor two such figures
of its own. Everything else is two quantities.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from onrecord.kit.idf import Idf
from onrecord.measure.rounding import is_exact, nominal, widen
from onrecord.measure.tellings import Telling
from onrecord.model import Figure
from onrecord.text import stem

# Chosen on 205 topics of real coverage (28 annotated rumours, 177 headlines with their bodies):
# what they leave was read by eye, and every one is the same quantity told differently; with ALIKE
# and CLOSE_BY alone four in ten were two quantities (benchmarks/accounts.py prints them).
CLOSE_BY = 2  # telling stems that both have close by
NEARLY = 6.0  # the least weight of those
ALIKE = 0.4  # of the weight of the shorter sentence's stems
TELLING = 10.0  # the least weight of what both sentences say
VERY_ALIKE = 0.8  # where the figures may stand anywhere in their sentences
EVENT = 20.0  # the least weight of what those sentences both say
_RARE = 4  # stems of a sentence by which the like of it is looked for
SAME_SENTENCE = 0.8  # in two versions of one page
_VALUES = 6  # numbers told in the same few words; more are a list of different things
_CROWD = 12  # articles that give one number and are laid beside those that give another


def find_conflicts(
    tellings: Iterable[Telling], told: Mapping[str, tuple[Figure, ...]], idf: Idf
) -> list[tuple[Telling, Telling]]:
    """The pairs of `tellings` that contradict each other; `told` are all figures of each page."""
    pairs: list[tuple[Telling, Telling]] = []
    for left, right in _candidates(tellings, idf):
        if left.document == right.document or not differ(left.figure, right.figure):
            continue
        if _has(told[right.document], left.figure) or _has(told[left.document], right.figure):
            continue
        if is_same_thing(left, right, idf) or is_same_event(left, right, idf):
            pairs.append((left, right))
    beside: dict[int, list[Telling]] = {}
    for left, right in pairs:
        beside.setdefault(id(left), []).append(right)
        beside.setdefault(id(right), []).append(left)
    return [pair for pair in pairs if _is_sole(pair, beside)]


def _candidates(tellings: Iterable[Telling], idf: Idf) -> list[tuple[Telling, Telling]]:
    """Tellings in one unit with two stems close by, or two rare ones, in common; each pair once."""
    crowds: dict[object, list[Telling]] = {}
    for telling in tellings:
        figure = telling.figure
        for two in combinations(sorted(telling.near), CLOSE_BY):
            key = (figure.unit, figure.per, figure.change, two)
            crowds.setdefault(key, []).append(telling)
        if telling.sole:
            for two in combinations(_rarest(telling.sentence, idf), CLOSE_BY):
                crowds.setdefault((figure.unit, figure.per, figure.change, "", two), []).append(
                    telling
                )
    pairs = {
        (left.document, left.figure.id, right.document, right.figure.id): (left, right)
        for crowd in crowds.values()
        for left, right in _across_values(crowd)
    }
    return [pairs[key] for key in sorted(pairs)]


def _across_values(crowd: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """The pairs of a crowd that give unlike numbers."""
    values: dict[object, list[Telling]] = {}
    for telling in crowd:
        figure = telling.figure
        values.setdefault((figure.low, figure.high, figure.bound, figure.approx), []).append(
            telling
        )
    if len(values) <= _VALUES:
        for lefts, rights in combinations(values.values(), 2):
            yield from product(lefts[:_CROWD], rights[:_CROWD])


def differ(left: Figure, right: Figure) -> bool:
    """Whether no rounding, bound or approximation lets two figures be the same."""
    return not widen(left).meets(widen(right))


def _has(figures: Iterable[Figure], value: Figure) -> bool:
    """Whether a page has a number that may be `value`, whatever it says it of."""
    return any(
        (figure.unit in (value.unit, None)) and not differ(figure, value)
        for figure in figures
        if not figure.unquantified
    )


def is_same_thing(left: Telling, right: Telling, idf: Idf) -> bool:
    """Whether two tellings in one unit are of the same quantity of the same thing."""
    if _parts_ways(left.times, right.times) or _parts_ways(left.thing, right.thing):
        return False
    if left.near_times - right.times or right.near_times - left.times:
        return False
    if left.fates and right.fates and left.fates.isdisjoint(right.fates):
        return False  # "14 people died", "41 people were rescued"
    if left.number & right.others or right.number & left.others:
        return False  # "ten shots: six and then four" against "six shots and then four"
    if left.figure.unit == "1" and not left.thing & right.thing:
        return False
    if left.names - right.sentence and right.names - left.sentence:
        return False
    close = left.near & right.near
    if len(close) < CLOSE_BY or idf.total(close) < NEARLY:
        return False
    common = idf.total(left.sentence & right.sentence)
    return common >= TELLING and likeness(left, right, idf) >= ALIKE


def is_same_event(left: Telling, right: Telling, idf: Idf) -> bool:
    """Whether two sentences tell of one event in so many of the same words, each with one figure
    in the unit, that it is the same quantity wherever it stands in them.
    """
    if not (left.sole and right.sole) or left.figure.unit in ("1", "year of age"):
        return False
    if _parts_ways(left.times, right.times) or left.number & right.others:
        return False
    apart = (left.near_times - right.times) | (right.near_times - left.times)
    if any(len(time) > _DAY_NAME for time in apart):
        return False  # "last year", "in 2019"; that one article names the day parts nothing
    if left.names - right.sentence or right.names - left.sentence or right.number & left.others:
        return False
    if left.fates != right.fates:
        return False  # "14 people died", "41 people were rescued"
    unit = {stem(word) for word in (left.figure.unit or "").split()}
    ours, theirs = left.thing - right.sentence - unit, right.thing - left.sentence - unit
    if ours and theirs:
        return False
    common = idf.total(left.sentence & right.sentence)
    return common >= EVENT and likeness(left, right, idf) >= VERY_ALIKE


_DAY_NAME = 3  # letters that a weekday or month is kept by


def _rarest(stems: frozenset[str], idf: Idf) -> list[str]:
    """The stems of a sentence that tell most, in alphabetical order."""
    ranked = sorted(stems, key=lambda one: (-idf.total({one}), one))
    return sorted(ranked[:_RARE])


def likeness(left: Telling, right: Telling, idf: Idf) -> float:
    """How much of the shorter sentence the other one says too, from 0 to 1."""
    shorter = min(idf.total(left.sentence), idf.total(right.sentence))
    common = idf.total(left.sentence & right.sentence)
    return round(common / shorter, 3) if shorter else 0.0


def _parts_ways(left: frozenset[str], right: frozenset[str]) -> bool:
    """As in "downstream traffic", "aggregate traffic": each has a word that the other lacks."""
    return bool(left - right) and bool(right - left)


def _is_sole(pair: tuple[Telling, Telling], beside: Mapping[int, list[Telling]]) -> bool:
    """Whether neither article has a second, different figure that would contradict just as well."""
    for one, other in (pair, pair[::-1]):
        rivals = [r for r in beside[id(one)] if r.document == other.document]
        if any(differ(rival.figure, other.figure) for rival in rivals):
            return False
    return True


def find_revision(telling: Telling, earlier: Iterable[Telling], idf: Idf) -> Telling | None:
    """The same sentence's figure in an earlier version of the page, where it was another."""
    figure = telling.figure
    alike = [
        other
        for other in earlier
        if other.figure.unit == figure.unit and other.figure.per == figure.per
        if likeness(telling, other, idf) >= SAME_SENTENCE and telling.near & other.near
    ]
    if not alike or any(not differ(other.figure, figure) for other in alike):
        return None
    values = {nominal(other.figure) for other in alike}
    return alike[0] if len(values) == 1 and is_exact(alike[0].figure) else None
