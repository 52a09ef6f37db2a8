"""Retellings: a share told in one sentence, and the part and the whole in one close by.

"Halvern to cut a fifth of its routes", says the headline; "Halvern will drop 22 of its 110 routes",
the story; "22 of its 110 routes will go. That is a fifth of them"; "It rents 900,000 square feet.
That is more than half of the 1.7 million of the park".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import (
    Interval,
    is_exact,
    is_fraction,
    nominal,
    policy_of,
    widen,
    write_figure,
    write_number,
)
from onrecord.measure.ties import is_beside, is_parted_by, names_of, one_of
from onrecord.measure.wordings import span_of, write_span
from onrecord.model import Amount, Bound, Check, CheckVerdict, Figure, RegionKind
from onrecord.text import stem

_REACH = 3  # sentences under a headline in which it may be told again
_PLAIN = 2  # words of a whole: its number and its noun
_MOST_WORDS = 5  # words after a share in which the thing may be named
_OF = re.compile(
    r"(?:out )?of(?: all)?(?: (?:the|its|their|his|her|our)(?: [a-z-]+'s)?)?(?: total(?: of)?)?"
)
# "That is | a fifth | of them", "of the total", "of the school".
_THAT_IS = re.compile(
    r"(?:that|this|which|it)(?:'s| is| was| were| would be| means| makes| represents| amounts to|"
    r" equals| is equal to| corresponds to| comes to)(?: (?:about|around|roughly|some|just|only|"
    r"nearly|almost))?"
)
_OF_ALL = re.compile(r"of (?:the (?:total|whole|lot)|all of them|them(?: all)?|all)(?![a-z' ])")
_OF_NOUN = re.compile(
    r"of (?:all )?(?:(?:the|its|their|his|her|our) )?(?P<noun>[a-z-]+)(?![a-z' ])"
)
_OF_THE = re.compile(r"of (?:the|its|their|his|her|our)(?: total(?: of)?)?")
_ENDS = re.compile(r"\s?(?:[.,;:)\"]|--|—|–|$)")
_WORD = re.compile(r"[a-z][a-z'-]*")
_CLAUSE = re.compile(r"[^,.;:()\"–—]*")
_SMALL = frozenset({"of", "all", "the", "its", "their", "his", "her", "our", "a", "an"})
# Words after a thing that say which of them: "its routes to the south".
_WHICH = frozenset({"in", "at", "on", "of", "from", "for", "with", "among", "who", "that", "which",
                    "under", "aged", "worth", "between", "outside", "inside", "near"})  # fmt: skip
_PARTING = frozenset({"other", "part", "not"})
_PAST = frozenset({"past"})


def check_retellings(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The shares of `lines` that a part and a whole in a sentence close by tell again."""
    for index, line in enumerate(lines):
        for part, whole in zip(line.figures, line.figures[1:], strict=False):
            if _is_part_of(line, part, whole):
                part = replace(part, unit=part.unit or whole.unit)
                whole = replace(whole, unit=whole.unit or part.unit)
                yield from _check_next(lines, index, part, whole, lexicon)
                yield from _check_above(lines, index, part, whole, lexicon)
        yield from _check_that(lines, index, lexicon)


def _is_part_of(line: Line, part: Figure, whole: Figure) -> bool:
    """As in "22 of its 110 routes", "400 jobs out of 1,200"."""
    if not (is_exact(part) and is_exact(whole)) or part.unquantified or whole.unquantified:
        return False
    if whole.change or part.per or whole.per or "1" in (part.unit, whole.unit):
        return False
    units = {part.unit, whole.unit} - {None}
    if len(units) != 1 or not 0 < nominal(part) < nominal(whole):
        return False
    gap = line.between(part, whole)
    return _OF.fullmatch(gap) is not None and (whole.unit is not None or gap.startswith("out"))


def _is_told(share: Figure) -> bool:
    return share.unit == "1" and not share.unquantified and 0 < nominal(share) < 1


def _check_next(
    lines: list[Line], index: int, part: Figure, whole: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in "It will drop 22 of its 110 routes. That is a fifth of them"."""
    line, below = lines[index], lines[index + 1 : index + 2]
    if not below or not below[0].figures or not is_beside(lines, index, index + 1):
        return
    share = below[0].figures[0]
    counted = [figure for figure in line.figures if figure.unit in (None, whole.unit)]
    if not _is_told(share) or len(counted) > 2 or line.figures[-1].start != whole.start:
        return
    if _THAT_IS.fullmatch(below[0].before(share)) is None:
        return
    after = below[0].after(share)
    noun = _OF_NOUN.match(after)
    same = noun is not None and one_of(noun["noun"], lexicon) == whole.unit
    tied = same or _OF_ALL.match(after) is not None or _ENDS.match(after) is not None
    if tied or noun is not None:  # "a third of the school": of the pupils, where it fits
        yield from _judge(share, part, whole, tied)


def _check_that(lines: list[Line], index: int, lexicon: Lexicon) -> Iterator[Check]:
    """As in "It rents 900 sheds. That is more than half of the 1,700 sheds of the port"."""
    line, two = lines[index], lines[index].figures[:2]
    if index == 0 or len(two) < 2 or not is_beside(lines, index - 1, index):
        return
    share, whole = two
    if not _is_told(share) or share.change or whole.change or whole.per or not is_exact(whole):
        return
    that = _THAT_IS.fullmatch(line.before(share))
    if that is None or _OF_THE.fullmatch(line.between(share, whole)) is None:
        return
    told = [figure for figure in lines[index - 1].figures if not figure.unquantified]
    if whole.unit in (None, "1") or len(told) != 1 or told[0].per or not is_exact(told[0]):
        return
    if told[0].unit != whole.unit:
        return
    yield from _judge(share, told[0], whole, not is_parted_by([line], _PARTING, lexicon))


def _check_above(
    lines: list[Line], index: int, part: Figure, whole: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    """As in a headline "Halvern to cut a fifth of its routes" and the story's first sentence."""
    line, place = lines[index], _place_above(lines, index)
    if place is None or is_parted_by([lines[place], line], _PARTING, lexicon):
        return
    above = lines[place]
    shares = [figure for figure in above.figures if figure.unit == "1"]
    pairs = [figure for figure in line.figures if figure.unit in ("1", whole.unit)]
    if len(shares) != 1 or not _is_told(shares[0]) or len(pairs) > 2:
        return
    share = shares[0]
    verb = _verb_after(above, share, line, whole, lexicon)
    if verb is None:
        return
    deed = _is_one_deed((above, share, verb), (line, part, whole), lexicon)
    plain = _is_plain(line, whole, above)
    if not (deed or plain):
        return
    if not _is_of_one(above, line, is_beside(lines, place, index), lexicon):
        return
    first = all(lines[at].passage.region is RegionKind.HEADLINE for at in range(place, index))
    tied = first or is_beside(lines, place, index)
    tied = tied and not is_parted_by([above, line], _PAST, lexicon)
    yield from _judge(share, part, whole, tied and deed and plain)


def _is_of_one(above: Line, line: Line, beside: bool, lexicon: Lexicon) -> bool:
    """Whether two sentences name one firm or person; beside each other, no further one."""
    names, before = names_of(line), names_of(above)
    if (names & before) - lexicon.stops:
        return True
    begins = _WORD.match(line.text)
    return beside and names - {begins[0] if begins else ""} <= before


def _place_above(lines: list[Line], index: int) -> int | None:
    """The headline above a story's first sentences, else the sentence before in its paragraph."""
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if lines[back].passage.story != lines[index].passage.story:
            return None
        told = any(figure.unit == "1" for figure in lines[back].figures)
        headline = lines[back].passage.region is RegionKind.HEADLINE
        if told and (headline or (back == index - 1 and is_beside(lines, back, index))):
            return back
    return None


def _verb_after(
    above: Line, share: Figure, line: Line, whole: Figure, lexicon: Lexicon
) -> str | None:
    """The word after the thing that `share` is told of; None where it is not what `whole` counts.

    The words that say which of them ("Velm hotel rooms") must stand in the other sentence too.
    """
    said = frozenset(word.removesuffix("'s") for word in _WORD.findall(line.text))
    words = _clause(above.after(share))
    for place, word in enumerate(words[:_MOST_WORDS]):
        if _is_one_thing(one_of(word, lexicon), whole.unit or "", lexicon):
            rest = words[place + 1 :]
            which = rest[1:3] if rest and rest[0] in _WHICH else []
            if any(w not in said and w not in _SMALL for w in which):
                return None
            return next((w for w in rest if w not in lexicon.stops), "")
        if word.removesuffix("'s") not in said and word not in _SMALL:
            return None
    return None


def _is_one_thing(noun: str, unit: str, lexicon: Lexicon) -> bool:
    """Whether shares of one are shares of the other: one noun, or jobs and those who have them."""
    return noun == unit or (noun in lexicon.staff and unit in lexicon.staff)


def _is_plain(line: Line, whole: Figure, above: Line) -> bool:
    """Whether nothing narrows the whole that the other sentence does not say: "110 long routes"."""
    said = frozenset(word.removesuffix("'s") for word in _WORD.findall(above.text))
    more = whole.text.lower().split()[1:-1]
    words = _clause(line.after(whole))
    if words and words[0] in _WHICH:
        more += [word for word in words[1:4] if word not in _SMALL]
    return all(word in said or word in _SCALES for word in more)


_SCALES = frozenset({"hundred", "thousand", "million", "billion"})


def _is_one_deed(
    told: tuple[Line, Figure, str], again: tuple[Line, Figure, Figure], lexicon: Lexicon
) -> bool:
    """Whether one thing is told to happen to both, as a change or by the word beside them."""
    (above, share, verb), (line, part, whole) = told, again
    if share.change is not None or part.change is not None:
        return share.change is part.change
    said = {_last_word(above.before(share), lexicon), verb} - {""}
    after = next((w for w in _clause(line.after(whole)) if w not in lexicon.stops), "")
    repeated = {_last_word(line.before(part), lexicon), after} - {""}
    return bool({stem(word) for word in said} & {stem(word) for word in repeated})


def _clause(text: str) -> list[str]:
    """The words up to the next stop of a sentence."""
    found = _CLAUSE.match(text)
    return _WORD.findall(found[0]) if found else []


def _last_word(text: str, lexicon: Lexicon) -> str:
    """The last word that tells something: "close" of "Orla will close"."""
    return next((w for w in reversed(_WORD.findall(text)) if w not in lexicon.stops), "")


def _judge(share: Figure, part: Figure, whole: Figure, tied: bool) -> Iterator[Check]:
    """Whether the part is the share of the whole that another sentence says.

    Where the text does not tie the two, only what fits well is said.
    """
    part = replace(part, change=None)
    exact = nominal(part) / nominal(whole)
    one, all_ = widen(part), widen(whole)
    spread = Interval(one.low / all_.high, one.high / all_.low)
    worded = is_fraction(share) or share.bound is not Bound.EQUAL
    span = span_of(share)
    holds = spread.meets(Interval(*span) if worded else widen(share))
    taken = f" = {write_span(share, span)}" if worded else f" ({policy_of(share, whole)})"
    if tied or (holds and spread.meets(widen(share))):
        yield make_check(
            "share",
            CheckVerdict.HOLDS if holds else CheckVerdict.FAILS,
            f"{write_figure(part)} of {write_figure(whole)} is "
            f"{write_number(round(exact, 4), '1')}; the text says {share.text}{taken}",
            (share, part, whole),
            Amount(exact, exact, "1"),
        )
