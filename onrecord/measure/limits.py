"""Limits: figures that cannot be: a part larger than its whole, more than all of a people, a fall
by more than everything.
"""

import re
from collections.abc import Iterator

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.rounding import is_exact, nominal, widen, write_figure, write_number
from onrecord.measure.units import singular
from onrecord.measure.wholes import is_amount
from onrecord.model import Amount, Change, Check, CheckVerdict, Figure

_OF = re.compile(r"(?:out )?of (?:the|its|their|his|her|all|those|these)")
_PEOPLE = re.compile(
    r"of (?:all |the |its |their )?(?:[a-z]+ )??(?P<noun>[a-z]+)"
    r"(?:$|[.,;)]| (?:said?|says?|voted?|back|support|oppose|agreed?|want|have|had|are|were)\b)"
)
# What can fall below nothing: a profit turns into a loss.
_BELOW_NOTHING = re.compile(
    r"\b(?:profits?|earnings|income|results?|margins?|cash|return|returns|balance|growth|surplus|"
    r"ebit|ebitda|value|worth|temperatures?|points?)\b"
)


def check_limits(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """The figures of `lines` that cannot be as they are told."""
    for line in lines:
        for left, right in zip(line.figures, line.figures[1:], strict=False):
            if _is_too_large(line, left, right, lexicon):
                yield _say_part(left, right)
        for figure in line.figures:
            if figure.unit != "1" or not is_exact(figure) or nominal(figure) <= 1:
                continue
            if figure.change is None and _is_of_people(line, figure, lexicon):
                yield _say_limit(figure, "more than all of them")
            elif figure.change is Change.DOWN and _is_fall(line, figure, lexicon):
                yield _say_limit(figure, "a fall by more than everything there was")


def _is_too_large(line: Line, part: Figure, whole: Figure, lexicon: Lexicon) -> bool:
    """As in "130 of the 120 workers": more than there are of them."""
    if not (is_amount(part) and is_amount(whole)):
        return False
    if _OF.fullmatch(line.between(part, whole)) is None or part.per or whole.per:
        return False
    plural = singular(whole.text.split()[-1], lexicon) is not None  # not "of its 200-seat planes"
    counted = whole.unit is not None and whole.unit not in lexicon.conversions
    alone = _FOLLOWED.match(line.after(whole)) is None
    return counted and plural and alone and widen(part).low > widen(whole).high


_FOLLOWED = re.compile(r"-|(?:coin|note|bill|bottle|bag|box|pack|ticket)s?\b")


def _is_of_people(line: Line, figure: Figure, lexicon: Lexicon) -> bool:
    found = _PEOPLE.match(line.after(figure))
    return found is not None and singular(found["noun"], lexicon) in lexicon.persons


def _is_fall(line: Line, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a fall is of something that cannot go below nothing, such as sales or staff."""
    around = f"{line.before(figure)} {line.after(figure)}"
    words = around.replace(",", " ").split()
    return _BELOW_NOTHING.search(around) is None and any(w in lexicon.measures for w in words)


def _say_part(part: Figure, whole: Figure) -> Check:
    return make_check(
        "limit",
        CheckVerdict.FAILS,
        f"{write_figure(part)} of {write_figure(whole)} is more than there are",
        (part, whole),
        Amount(0.0, nominal(whole), whole.unit),
    )


def _say_limit(figure: Figure, why: str) -> Check:
    return make_check(
        "limit",
        CheckVerdict.FAILS,
        f"{write_number(nominal(figure), '1')} is {why}",
        (figure,),
        Amount(0.0, 1.0, "1"),
    )
