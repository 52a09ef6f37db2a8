"""Outlays: so many things, the price of one and what they come to, told over a few sentences.

"It paid $48,000 for private flights. The records list 16 flights at an average of $3,000."; "It
recalled 1.2 million bars. The recall will cost 4 million euros, or 3.30 euros a bar."; "It bought
40 buses. At $250,000 each, that is $10 million."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line
from onrecord.measure.rounding import is_exact, nominal
from onrecord.measure.ties import is_beside, is_parted_by, one_of, unit_of, words_of
from onrecord.measure.totals import SPANS, judge_total
from onrecord.model import Check, CheckVerdict, Figure
from onrecord.text import stem

Found = tuple[int, Figure]  # a figure and the place of its sentence

_REACH = 3  # sentences between a count and the price of one
_CODE = 3  # letters of a currency's code
_ALMOST = 1e-6  # of a product that comes out to the last digit
_ABOUT = r"(?: (?:about|some|around|roughly|just|only|nearly))?"
_ENDS = re.compile(r"\s?(?:[.,;:)\"]|--|—|–|$)")
_EACH = re.compile(r"(?:each|apiece|a piece|on average)\b")
_IN_ALL = re.compile(r"(?:in (?:all|total)|altogether|overall)\b")
_APIECE = re.compile(r"(?:an?|per|for (?:each|every)|each|every) (?P<noun>[a-z-]+)\b")
# "4 million euros, she said, or roughly | 3.30 euros a bar".
_OR = re.compile(
    r"[a-z' -]{0,50}(?:, [a-z' -]{1,40})?(?:,| -| –| —|\() ?"
    rf"(?:or|which is|that is|equal to|equivalent to|i\.e\.)?{_ABOUT}"
)
# "16 flights | at an average of | $3,000", "40 vans | at | $50,000 each".
_AT = re.compile(
    r"(?:of them)?(?:,? ?(?:at|for|costing|priced at|each costing|averaging|costing on average))?"
    rf"(?: a (?:price|cost|rate|fee) of)?{_ABOUT}"
)
# "They cost | $250,000 | each, or | $10 million"; "At | $25 | each, that is | $60,000".
_SUBJECT = re.compile(
    r"(?:(?:they|these|those|each|all)(?: [a-z]+){1,3}|at|priced at|"
    rf"(?:each|an?|one) (?P<noun>[a-z-]+)(?: [a-z]+){{1,2}}){_ABOUT}"
)
_MAKING = re.compile(
    r"(?:each|apiece|a piece)?,? ?(?:or|making|for|that|this|which|they|it|the (?:bill|total))?"
    r"(?: (?:is|was|makes?|made|comes? to|came to|adds? up to|amounts? to|would be|will be))?"
    r"(?: an?)?(?: (?:total|bill|cost|sum|price)(?: (?:of|comes to|came to|is|was))?)?" + _ABOUT
)
# "$48,000 | of private flights", "$48,000 | for the flights".
_ON = re.compile(
    r"(?:of|for|on|in|worth of) (?:(?!and\b|or\b)[a-z'-]+ ){0,4}?(?P<noun>[a-z-]+)"
    r"(?=\s?(?:[.,;:)]|$)| (?:for|to|from|by|in|at|with|since|between|over|on|according)\b)"
)
_BILL = re.compile(
    r"(?:the |its |their )?(?:total |overall |whole |full |combined )?"
    r"(?:bill|total|cost|sum)"
    r" (?:comes?|came|adds? up|added up|amounts?|amounted|is|was|will be|would be|ran)"
    rf"(?: worth| to| at)?{_ABOUT}"
)
_ALL_TOLD = re.compile(
    r"(?:(?:that|this|it|they) (?:comes?|came|adds? up|added up|amounts?|amounted)|that makes)"
    rf"(?: to)?{_ABOUT}(?: a total of)?"
)
_DEED = re.compile(
    r"\b(?:the|this|these|those|its|their|all) (?P<deed>[a-z]+)"
    r"(?: (?:will|would|could|may|is|was|are|were|has|had|to|expected|set|likely|reportedly)){0,3}"
    r" (?:costs?|worth|valued at|priced at|c[ao]mes? to|totall?ed)(?: (?:it|them|him|her))?"
    rf"{_ABOUT}$"
)
_THAT = re.compile(
    r"(?:that|this|they)(?: (?:will|would|could|may|is|was|are|were))?"
    rf" (?:costs?|worth|c[ao]mes? to)(?: (?:it|them|him|her))?{_ABOUT}"
)
_THEM = re.compile(rf"(?:it|they|he|she) [a-z]+ them{_ABOUT}")  # "2,000 families. It paid them"
# "The records list", "it bought", "there were": not "Brio's own books for the winter have".
_LISTS = re.compile(r"(?:the|these|those|his|her|its|their|they|it|he|she|there)(?: [a-z]+){1,3}")
_PARTING = frozenset({"other", "part", "not"})
_TIMES = frozenset({"time", "past"})


def check_outlays(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The sums of `lines` that a count and the price of one in sentences close by come to."""
    for index, line in enumerate(lines):
        for left, right in zip(line.figures, line.figures[1:], strict=False):
            yield from _check_per_one(lines, index, left, right, lexicon)
            yield from _check_listed(lines, index, left, right, lexicon)
            yield from _check_cost(lines, index, left, right, lexicon)
            yield from _check_exact(lines, index, left, right, lexicon)


def _check_per_one(
    lines: list[Line], index: int, total: Figure, each: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "It recalled 2 million bars. The recall will cost $4 million, or $2 a bar"."""
    line = lines[index]
    noun = _noun_of(line, each, lexicon)
    if noun is None or not _is_money(total) or not _is_money(each) or total.unit != each.unit:
        return
    gap = line.between(total, each)
    if _OR.fullmatch(gap) is None or total.per is not None or nominal(each) >= nominal(total):
        return
    if any(unit_of(figure, lexicon) == noun for figure in line.figures):
        return  # what is told in one sentence is looked at with the totals
    told = _find_counts(lines, index, noun, lexicon)
    one = len({nominal(count) for _, count in told}) == 1
    for place, count in told[-1:] if one else told:
        tied = one and _is_tied(lines, place, index, total, noun, lexicon)
        tied = tied and not is_parted_by([line], _TIMES, lexicon)
        yield from _judge(count, each, total, tied and _agree(lines[place : index + 1], lexicon))


def _noun_of(line: Line, each: Figure, lexicon: Lexicon) -> str | None:
    """The thing that a price is the price of one of: "3.30 euros a bar"."""
    after = line.after(each)
    if each.per is not None:
        return each.per if _ENDS.match(after) else None
    apiece = _APIECE.match(after)
    return apiece["noun"] if apiece and _ENDS.match(after[apiece.end() :]) else None


def _is_money(figure: Figure) -> bool:
    unit = figure.unit or ""
    money = len(unit) == _CODE and unit.isupper() and figure.change is None
    return money and is_exact(figure) and not figure.unquantified and nominal(figure) > 0


def _is_count(figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a figure is a plain number of things, and not of further ones ("20 more vans")."""
    if any(lexicon.parting.get(word) == "other" for word in figure.text.lower().split()):
        return False
    plain = is_exact(figure) and not figure.unquantified and figure.change is None
    return plain and figure.per is None and nominal(figure) > 1 and not _is_money(figure)


def _agree(lines: list[Line], lexicon: Lexicon) -> bool:
    return not is_parted_by(lines, _PARTING, lexicon)


def _find_counts(lines: list[Line], index: int, noun: str, lexicon: Lexicon) -> list[Found]:
    """The counts of `noun` in the sentences above, each with the place where it is told."""
    story = lines[index].passage.story
    told = [
        (at, replace(figure, change=None))  # "it will shut 60 branches"
        for at in range(max(0, index - _REACH), index)
        for figure in lines[at].figures
        if lines[at].passage.story == story
        and (unit_of(figure, lexicon) == noun or {figure.unit, noun} <= lexicon.staff)
    ]
    return told if all(_is_count(figure, lexicon) for _, figure in told) else []


def _is_tied(
    lines: list[Line], above: int, index: int, total: Figure, noun: str, lexicon: Lexicon
) -> bool:
    """Whether the sum is of the deed that the count is told with: "recalled", "the recall"."""
    before = lines[index].before(total)
    if _THAT.fullmatch(before) or _THEM.fullmatch(before):
        return is_beside(lines, above, index)
    found = _DEED.search(before)
    if found is not None and one_of(found["deed"], lexicon) == noun:
        return True
    return _names_deed(lines[above], before)


def _names_deed(above: Line, before: str) -> bool:
    """As in "ordered 80 buses", "an order for 80 buses", before "The order is worth"."""
    found = _DEED.search(before)
    if found is None:
        return False
    deed = found["deed"]  # a company that is named twice ties nothing
    acted = any(word != deed and stem(word) == stem(deed) for word in words_of(above))
    return acted or re.search(rf"\b{deed} (?:of|for)\b", above.text) is not None


def _check_listed(
    lines: list[Line], index: int, count: Figure, each: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "$48,000 of flights. The records list 16 flights at an average of $3,000"."""
    line, unit = lines[index], unit_of(count, lexicon)
    gap, after = line.between(count, each), line.after(each)
    them = unit is None and gap.startswith("of them")
    if (
        not (them or unit not in (None, "1"))
        or not _is_count(count, lexicon)
        or not _is_money(each)
    ):
        return
    average = each.text.lower().startswith(("an average", "average", "on average"))
    single = average or each.per == unit or _EACH.match(after) or " each " in f" {gap} "
    if not single or _AT.fullmatch(gap) is None or len(line.figures) != 2:
        return
    if not _ENDS.match(_EACH.sub("", after, count=1)):
        return
    above = _sum_above(lines, index, unit, each, lexicon)
    found = above or _sum_below(lines, index, each)
    if found is not None:
        first, last = sorted((index, found[0]))
        tied = not is_parted_by([lines[last]], _TIMES, lexicon)
        lists = above is None or _LISTS.fullmatch(line.before(count)) is not None
        agree = _agree(lines[first : last + 1], lexicon)
        offered = any(lexicon.parting.get(w) == "offer" for w in line.before(count).split())
        yield from _judge(count, each, found[1], tied and lists and agree and not offered)


def _sum_above(
    lines: list[Line], index: int, unit: str | None, each: Figure, lexicon: Lexicon
) -> Found | None:
    """The one sum of the sentences just above that was spent on these things."""
    told = [
        (at, figure)
        for at in range(max(0, index - 2), index)
        for figure in lines[at].figures
        if lines[at].passage.story == lines[index].passage.story and figure.unit == each.unit
    ]
    if len(told) != 1 or not _is_money(told[0][1]) or told[0][1].per is not None:
        return None
    on = _ON.match(lines[told[0][0]].after(told[0][1]))
    return told[0] if on and unit in (None, one_of(on["noun"], lexicon)) else None


def _sum_below(lines: list[Line], index: int, each: Figure) -> Found | None:
    """As in "It bought 40 vans at $50,000 each. The bill came to $2 million"."""
    below = lines[index + 1 : index + 2]
    if not below or len(below[0].figures) != 1 or not is_beside(lines, index, index + 1):
        return None
    total = replace(below[0].figures[0], change=None)  # "adds up to" is no rise
    if not _is_money(total) or total.unit != each.unit or total.per is not None:
        return None
    before, after = below[0].before(total), below[0].after(total)
    told = _BILL.fullmatch(before) or _ALL_TOLD.fullmatch(before)
    said = told is not None or _names_deed(lines[index], before)
    return (index + 1, total) if said and _ENDS.match(_IN_ALL.sub("", after, count=1)) else None


def _check_cost(
    lines: list[Line], index: int, each: Figure, total: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "It bought 40 buses. They cost $250,000 each, or $10 million in all"."""
    line, total = lines[index], replace(total, change=None)
    if not _is_money(each) or not _is_money(total) or total.unit != each.unit or total.per:
        return
    subject, gap = _SUBJECT.fullmatch(line.before(each)), line.between(each, total)
    if subject is None or _MAKING.fullmatch(gap) is None or len(line.figures) != 2:
        return
    if not (_EACH.match(gap) or subject["noun"] or subject[0].startswith("each")):
        return
    if index == 0 or not is_beside(lines, index - 1, index):
        return
    told = [f for f in lines[index - 1].figures if not f.unquantified]
    noun = subject["noun"] or (unit_of(told[0], lexicon) if told else None)
    if len(told) != 1 or not _is_count(told[0], lexicon) or unit_of(told[0], lexicon) != noun:
        return
    if told[0].unit not in (None, "1") and _ENDS.match(_IN_ALL.sub("", line.after(total), count=1)):
        agree = _agree([lines[index - 1], line], lexicon)
        yield from _judge(told[0], each, total, agree)


def _check_exact(
    lines: list[Line], index: int, left: Figure, right: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "It sold 2,400 tickets at $25 each. It took in $60,000": said only where it holds."""
    line = lines[index]
    count, each = (right, left) if _is_money(left) else (left, right)
    if not (_is_count(count, lexicon) and _is_money(each)) or nominal(count) < _FEW:
        return
    apart = _EACH.match(line.after(each)) or " each " in f" {line.between(left, right)} "
    if count.unit in (None, "1", *SPANS) or not (each.per == count.unit if each.per else apart):
        return
    for place in range(max(0, index - 1), min(len(lines), index + 2)):
        for total in lines[place].figures if is_beside(lines, place, index) else ():
            alike = _is_money(total) and total.unit == each.unit and total.per is None
            if alike and total is not each:
                yield from _judge(count, each, total, tied=False)


_FEW = 3  # two at $5 each meet a $10 by chance


def _judge(count: Figure, each: Figure, total: Figure, tied: bool) -> Iterator[Check]:
    """What does not hold is said where the text ties the three; what holds, also where it is exact.

    Approximate figures meet too easily to say that they were meant to.
    """
    check = judge_total(count, each, total)
    exact = abs(nominal(count) * nominal(each) - nominal(total)) <= _ALMOST * nominal(total)
    if tied or (exact and check.verdict is CheckVerdict.HOLDS):
        yield check
