"""Directions: "up from", "fell from ... to": whether the second level lies where the word says.

The change itself is worked out and printed, so that a reader sees how much "up" is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.levels import find_change, is_large, is_parted, level_of
from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, nominal, widen, write_figure, write_number
from onrecord.model import Amount, Change, Check, CheckVerdict, Figure

# "It sold 900 vans, up from 700", "70 % would stay, a drop from 76 %".
_AGAIN = re.compile(
    r"(?:[^;:]{0,120}?[,(–—-] ?)?(?:(?:which|that)(?:'s| is| was) )?(?:still )?"
    r"(?:an? (?:[a-z]+ )?)?(?P<word>[a-z]+)(?: [a-z]+ly)? from"
    r"(?: the| an?| its| their| about| some| just| only| last year's)?"
)
# "It took 31 %, a bit more than the 28 % of Brio".
_THAN = re.compile(
    r"(?:[^;:]{0,120}?[,(–—-] ?(?:(?:which|that)(?:'s| is| was) )?|(?:is|was|are|were) )"
    r"(?:a (?:bit|little) |slightly |far |much |well |still |just )?(?P<word>[a-z]+) than"
    r" (?:the|its|last year's)(?: previous| earlier)?"
)
# "It cut its staff from 900 to 700", "sales rose to $7m from $5m".
_VERB = re.compile(r"([a-z]+(?: [a-z'-]+){0,4}) (?:from|to)(?: the| an?| its| their| just| only)?$")
_TO = re.compile(r"[a-z0-9', ]{0,50}\bto(?: the| an?| a record| as much as| nearly| just)?")
_FROM = re.compile(r"[a-z0-9', ]{0,50}\bfrom(?: the| an?| its| just| only)?")
# A currency gets weaker as its number rises; a time or place gets better as it falls.
_TURNED = re.compile(
    r"\b(?:to|against|per|a|on) (?:the )?(?:dollar|euro|pound|yen)\b|\b(?:rank\w*|place)\b"
)
_OPPOSITE = re.compile(r"\b(?:loss|losses|deficit|minus|negative)\b")
# "From 6 % excluding items": a base that is counted in another way.
_OTHERWISE = re.compile(
    r"[^,.;]{0,30}\b(?:if|excluding|including|without|before (?:tax|items|interest)|adjusted|"
    r"expected|forecast|analysts)\b"
)


def check_directions(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The pairs of levels of `lines` that a word of rise or fall stands between or before."""
    for line in lines:
        if _TURNED.search(line.text):
            continue
        for place, (left, right) in enumerate(zip(line.figures, line.figures[1:], strict=False)):
            if _in_change(line, place) or not _alike(left, right):
                continue
            told = _read_again(line, place, left, right, lexicon)
            told = told or _read_moved(line, left, right, lexicon)
            if told is not None and not _OTHERWISE.match(line.after(right)):
                yield _judge(*told)


def _in_change(line: Line, place: int) -> bool:
    """Whether the pair belongs to a change that is told with its size: growth looks at it."""
    return any(find_change(line, max(0, place - back)) is not None for back in (0, 1))


def _alike(left: Figure, right: Figure) -> bool:
    """Whether two figures may be two levels of one thing."""
    if not all(is_exact(f) and not f.unquantified and f.change is None for f in (left, right)):
        return False
    if left.unit is None or right.unit is None:
        return left.unit == right.unit and is_large(left) and is_large(right)
    return left.unit == right.unit and left.per == right.per


def _read_again(
    line: Line, place: int, result: Figure, base: Figure, lexicon: Lexicon
) -> tuple[Change, str, Figure, Figure] | None:
    """As in "It sold 900 vans, up from 700": direction, word, base and result."""
    gap = line.between(result, base)
    if len(gap) > _FAR or _OPPOSITE.search(gap) is not None:
        return None
    again, than = _AGAIN.fullmatch(gap), _THAN.fullmatch(gap)
    if than is not None and than["word"] in lexicon.comparatives:
        return lexicon.comparatives[than["word"]], f"{than['word']} than", base, result
    word = again["word"] if again is not None else ""
    if word not in lexicon.changes:
        return None
    later = line.figures[place + 2 : place + 3]
    if later and level_of(line, later[0]) == "to":
        return None  # "900 vans, up from 500 in May to 700 in June"
    return lexicon.changes[word], word, base, result


_FAR = 150  # characters between a level and the one it came from


def _read_moved(
    line: Line, left: Figure, right: Figure, lexicon: Lexicon
) -> tuple[Change, str, Figure, Figure] | None:
    """As in "It cut its staff from 900 to 700": direction, word, base and result."""
    before, gap = line.before(left), line.between(left, right)
    found = _VERB.search(before[-_FAR:])
    if found is None or is_parted(gap) or _OPPOSITE.search(before) is not None:
        return None
    words = [word for word in found[1].split() if word in lexicon.changes]
    if len(words) != 1 or words[0] in _PARTICLES:
        return None
    ends = level_of(line, left), level_of(line, right)
    if ends == ("from", "to") and _TO.fullmatch(gap):
        return lexicon.changes[words[0]], words[0], left, right
    if ends == ("to", "from") and _FROM.fullmatch(gap):
        return lexicon.changes[words[0]], words[0], right, left
    return None


_PARTICLES = frozenset({"up", "down"})


def _judge(change: Change, word: str, base: Figure, result: Figure) -> Check:
    """Whether the result may lie where the word says, seen from the base."""
    low, high = widen(base), widen(result)
    up = change is Change.UP
    holds = high.high > low.low if up else high.low < low.high
    gap = nominal(result) - nominal(base)
    amount = Amount(gap, gap, base.unit)
    if base.unit == "1":
        moved = f"{write_number(round(abs(gap) * 100, 3))} points"
    else:
        share = abs(gap / nominal(base)) if nominal(base) else 0.0
        moved = f"{write_number(round(abs(gap), 6), base.unit)}"
        moved += f" ({write_number(round(share, 3), '1')})" if share else ""
    said = "no change" if not gap else f"{'up' if gap > 0 else 'down'} {moved}"
    return make_check(
        "direction",
        CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
        f"from {write_figure(base)} to {write_figure(replace(result, change=None))} is {said}; "
        f'the text says "{word}"',
        (base, result),
        amount,
    )
