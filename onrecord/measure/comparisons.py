"""Comparisons: a change that is told against the level of an earlier time.

"12 million passengers, 8 % fewer than the 13 million of 2019"; "8 % fewer than the year before,
when it carried 13 million". The clause with "when" must count the same thing, by the same verb.
"""

import re
from dataclasses import replace

from onrecord.measure.levels import is_large, is_parted, is_whole
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line
from onrecord.measure.rounding import is_exact
from onrecord.measure.units import singular
from onrecord.model import Change, Figure
from onrecord.text import stem

Told = tuple[Figure, Figure, Figure]  # change, base and result

_SPAN = r"(?:year|quarter|month|season|week|day|decade)"
_TIME = (
    rf"(?:(?:in )?the {_SPAN} (?:before|earlier)|(?:in )?the (?:previous|prior|preceding) {_SPAN}|"
    rf"(?:an?|one) {_SPAN} (?:earlier|before|ago)|(?:in )?last {_SPAN}|"
    rf"(?:[a-z]+|\d{{1,3}}) {_SPAN}s (?:earlier|before|ago)|"
    rf"(?:in |during )?the same (?:{_SPAN}|period|time) (?:in|of|the|last) [a-z0-9 ]{{4,20}}|"
    r"(?:in )?(?:19|20)\d\d|(?:in )?(?P<month>[a-z]+)(?: last year| (?:19|20)\d\d)?)"
)
_ABOUT = r"(?: (?:at|about|some|around|just|only|a total of|roughly|to)){0,2}"
# "Fewer passengers than the year before, when it had carried" and then the base.
_SINCE = re.compile(
    r"(?P<words>(?:[a-z-]+ ){0,2})(?:than|from|on|over|versus|compared (?:with|to)) "
    rf"{_TIME},? when(?: (?P<who>it|they|he|she|we|i|there|(?:the |its |their )?(?P<name>[a-z-]+))"
    rf"(?: had| also)? (?P<verb>[a-z]+))?{_ABOUT}"
)
# As in "when 500 were hired", "when 500 did": the verb after the level.
_WERE = re.compile(
    r"(?:people )?(?:(?:was|were|had been|had) )?(?P<verb>[a-z]+)\s?(?:[.,;)]|--|—|–|$)"
)
_CLOSED = re.compile(r"(?:of them|in all|in total|altogether)?\s?(?:[.,;:)\"]|--|—|–|$)")
# What lies between the result and the change: the rest of its clause, and no other clause.
_REST = re.compile(
    r"(?P<rest>[a-z0-9' -]{0,70}),? ?(?:[(–—]|-- ?)?(?:or |which is |which was |that is |still )?"
    r"(?:(?:up|down)(?: by)?|an? (?:rise|fall|drop|decline|increase|decrease|gain|jump) of)?"
)
_MARKS = (",", "(", "–", "—", "--", "or", "is", "was", "still", "up", "down", "by", "of")
_OTHER = re.compile(r"\b(?:and|but|while|whereas|after|which|who|including|instead|if|for every)\b")
_THAT_IS = re.compile(
    r"(?:that|this|it)(?:'s| is| was| represents| marks| means)"
    r"(?: up| down| an? [a-z]+ of)?(?: by)?(?: about| some| nearly)?"
)
_PLAIN = frozenset({"was", "were", "been", "stood", "came", "totalled", "totaled", "numbered"})
_COUNTS = frozenset({"figure", "total", "number", "count", "tally"})
_FIRMS = frozenset({"company", "firm", "group"}) | _COUNTS
_SHORT = frozenset({"quarter", "month", "week", "weekend", "half", "day", "season", "daily"})
_TIMES = frozenset({"day", "week", "month", "year", "decade"})  # "than two years ago"
_FAR = 120  # characters between a change and the level that it started from
# "5,000 vans | , or | 1,000 | more than the | 4,000 of 2019"; "its debt of $5bn | is | 20 % | ...".
_RESULT = re.compile(
    r"[a-z' ]{0,30}(?: ?\bin (?:19|20)\d\d)?(?:, ?| ?[(–—] ?)(?:or |which (?:is|was) |that is )?"
)
_IS = re.compile(r"(?:[a-z' ]{1,20} )?(?:is|are|was|were)")
_THAN = re.compile(
    r"(?:(?P<word>[a-z]+) than|above|below|(?P<step>up|down) (?:on|from))"
    r"(?: (?:the|its|their|his|her|last [a-z]+'s|the [a-z]+ before's)"
    r"(?: previous| earlier| record)?"
    r"(?: (?:[a-z0-9-]+ ){0,2}(?:figure|level|total|average|number|sum|record) of)?)?"
    r"(?: about| some)?"
)
# "A fifth more than | the old hall, which seated | 10,000."
_WHICH = re.compile(
    r"(?P<word>[a-z]+) than (?:the |its )?(?:[a-z'-]+ ){0,3}[a-z'-]+, which"
    r"(?: had| has| also)? (?P<verb>[a-z]+)(?: about| some| only| just)?"
)


def find_change_than(line: Line, place: int, lexicon: Lexicon) -> Told | None:
    """As in "5,000 vans, 1,000 more than the 4,000 of 2019": the base right after "than"."""
    three = line.figures[place : place + 3]
    if len(three) < 3 or any(f.unquantified for f in three):
        return None
    result, change, base = three
    linked, gap = line.between(result, change), line.between(change, base)
    if not _RESULT.fullmatch(linked) and (not _IS.fullmatch(linked) or is_parted(linked)):
        return None
    than = _THAN.fullmatch(gap)
    step = than["step"] if than is not None else None
    change = replace(change, change=Change(step)) if step else change
    than = than or _which(line, result, base, gap, lexicon)
    if than is None or change.change is None:
        return None
    if (than["word"] or "more") not in lexicon.comparatives:
        return None
    if result.change or base.change or is_whole(line, place):
        return None
    if result.unit is None and (base.unit is not None or not is_large(result)):
        return None
    if (base.unit is None and not is_large(base)) or (base.unit and result.per != base.per):
        return None
    same = replace(base, unit=base.unit or result.unit)
    return replace(change, unit=change.unit or result.unit), same, result


def _which(
    line: Line, result: Figure, base: Figure, gap: str, lexicon: Lexicon
) -> re.Match[str] | None:
    """As in "It will seat 12,000, a fifth more than the old hall, which seated 10,000"."""
    found = _WHICH.fullmatch(gap)
    if found is None or _CLOSED.match(line.after(base)) is None:
        return None
    words = re.findall(r"[a-z]+", line.before(result))
    if _spans_of(re.findall(r"[a-z]+", line.text), lexicon):
        return None  # "900 vans in June, 10 % fewer than Zop, which sold 12,000"
    return found if stem(found["verb"]) in {stem(word) for word in words[-2:]} else None


def find_change_since(lines: list[Line], index: int, place: int, lexicon: Lexicon) -> Told | None:
    """Change, base and result, where the base stands in a clause with "when" after the change."""
    line = lines[index]
    rest = [f for f in line.figures[place : place + 3] if f.unit not in _TIMES]
    if len(rest) < 2 or rest[0] is not line.figures[place]:
        return None
    change, base = rest[:2]
    if not change.change or not is_exact(base) or base.change:
        return None
    since = _read_since(line, change, base)
    found = _result_here(line, place) or _result_above(lines, index, place)
    if since is None or found is None:
        return None
    result, words = found
    if result.unit in (None, "1") or base.per != result.per or not is_exact(result):
        return None
    alike = base.unit == result.unit or (base.unit is None and is_large(base))
    if not alike or change.unit not in (None, "1", result.unit):
        return None
    if _is_other(since, result, words, lexicon) or _of_other_span(words, since, lexicon):
        return None
    same = replace(base, unit=result.unit)
    return replace(change, unit=change.unit or result.unit), same, result


def _read_since(line: Line, change: Figure, base: Figure) -> dict[str, str] | None:
    """The words between a change and its base: the noun, who is meant, and the verb."""
    gap, after = line.between(change, base), line.after(base)
    told = _SINCE.fullmatch(gap) if len(gap) <= _FAR else None
    if told is None:
        return None
    said = {key: value or "" for key, value in told.groupdict().items()} | {"gap": gap}
    if said["verb"]:
        return said if _CLOSED.match(after) else None
    were = _WERE.match(after)
    return said | {"verb": were["verb"]} if were is not None else None


def _result_here(line: Line, place: int) -> tuple[Figure, str] | None:
    """The level just before the change, in its own clause, and the words of its sentence."""
    if place == 0:
        return None
    result, change = line.figures[place - 1], line.figures[place]
    gap = line.between(result, change)
    rest = _REST.fullmatch(gap)
    first = all(f.unit != result.unit for f in line.figures[: place - 1])
    first = first and not is_whole(line, place - 1)
    apart = rest is not None and gap.rstrip().endswith(_MARKS)
    if rest is None or not apart or _OTHER.search(rest["rest"]) or not first or result.change:
        return None
    return result, f"{line.before(result)} {rest['rest']}"


def _result_above(lines: list[Line], index: int, place: int) -> tuple[Figure, str] | None:
    """As in "It sold 900 vans. That was 10 % fewer than ...": the one figure of the line above."""
    line = lines[index]
    if place or index == 0 or _THAT_IS.fullmatch(line.before(line.figures[0])) is None:
        return None
    above = lines[index - 1]
    here, there = line.passage, above.passage
    told = [figure for figure in above.figures if not figure.unquantified]
    if (here.story, here.paragraph) != (there.story, there.paragraph) or len(told) != 1:
        return None
    return None if told[0].change else (told[0], f"{above.before(told[0])} {above.after(told[0])}")


def _is_other(since: dict[str, str], result: Figure, words: str, lexicon: Lexicon) -> bool:
    """Whether the clause may speak of another doer or another deed than the result's sentence."""
    said = words.replace(",", " ").split()
    compared = {*lexicon.comparatives, *lexicon.change_nouns}
    for word in since["words"].split():
        if word not in compared and (singular(word, lexicon) or word) != result.unit:
            return True
    known = {*said, *(result.of or "").lower().split()}
    name, verb = since["name"], since["verb"]
    if name and name not in known and name not in _FIRMS:
        return True
    if verb in _PLAIN and since["who"]:
        return since["who"] not in ("there", "they", "it") and name not in (*known, *_COUNTS)
    return verb != "did" and stem(verb) not in {stem(word) for word in said}


def _of_other_span(words: str, since: dict[str, str], lexicon: Lexicon) -> bool:
    """Whether the result is of a month or so, and the base of a whole year or nobody knows."""
    month = since["month"]
    if "so far" in words or (month and lexicon.calendar.get(month) != "month"):
        return True
    said = _spans_of(words.replace(",", " ").split(), lexicon)
    again = _spans_of(since["gap"].replace(",", " ").split(), lexicon)
    return bool(said) and "same" not in since["gap"] and not said <= again


def _spans_of(words: list[str], lexicon: Lexicon) -> frozenset[str]:
    """The kinds of time shorter than a year that words name: "month" for "in May"."""
    named = {lexicon.calendar.get(word, "") for word in words} & {"month", "weekday"}
    return frozenset(named | (_SHORT & set(words)))
