"""Utilisation and shortfall of a plant, which rest on a premise that the text does not state."""

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line, make_check
from onrecord.measure.roles import is_threshold, role_of
from onrecord.measure.rounding import is_exact, nominal, write_figure, write_number
from onrecord.model import Amount, Check, CheckVerdict, Figure

_MOST = 20  # sales figures of a story that are set against its capacity
_NEAR = 6  # lines between a capacity and the sales that are set against it


def check_shortfalls(lines: list[Line], lexicon: Lexicon) -> Iterator[Check]:
    """Sales set against the one capacity, and the one break-even, that their story tells."""
    stories: dict[str | None, list[Line]] = {}
    for line in lines:
        stories.setdefault(line.passage.story, []).append(line)
    for told in stories.values():
        capacities = [
            (at, figure)
            for at, figure in _of_role(told, "capacity", lexicon)
            if _is_rate(figure) and _is_able(told[at], figure)
        ]
        if len({nominal(figure) for _, figure in capacities}) != 1:
            continue
        place, capacity = capacities[0]
        for at, sales in islice(_of_role(told, "sales", lexicon), _MOST):
            if _is_comparable(sales, capacity) and place <= at <= place + _NEAR:
                yield from _judge(told, place, at, capacity, sales, lexicon)


def _of_role(lines: list[Line], role: str, lexicon: Lexicon) -> Iterator[tuple[int, Figure]]:
    for at, line in enumerate(lines):
        for figure in line.figures:
            counted = figure.unit not in (None, "1") and not figure.unquantified
            if counted and figure.change is None and role_of(line, figure, lexicon) == role:
                yield at, figure


def _is_rate(figure: Figure) -> bool:
    """A capacity is a round number of things in a span of time."""
    return is_exact(figure) and figure.per in ("year", "month", "week", "day")


# What a place is able to make; what it "makes" or "made" is its output, and says nothing of more.
_ABLE = re.compile(
    r"\b(?:capacity|capable|can|could|able|slated|designed|built|laid|sized|equipped|licensed|"
    r"meant|planned|due|set|would|will|up) "
)


def _is_able(line: Line, figure: Figure) -> bool:
    return _ABLE.search(f"{line.before(figure)} ") is not None or (
        line.after(figure).startswith(("capacity", "of capacity"))
    )


def _is_tied(lines: list[Line], place: int, at: int, maker: str, lexicon: Lexicon) -> bool:
    """Whether the text itself sets the sales against the place: by a break-even, or in a sentence
    that names both.
    """
    if any(is_threshold(line, lexicon) for line in lines[place : at + 1]):
        return True
    return maker in lines[at].text.replace(",", " ").replace(".", " ").split()


def _is_comparable(sales: Figure, capacity: Figure) -> bool:
    """Whether sales count the same things, of something that is named, over no other span."""
    small = nominal(sales) < nominal(capacity)
    return sales.unit == capacity.unit and sales.per in (None, capacity.per) and small


def _judge(
    lines: list[Line], place: int, at: int, capacity: Figure, sales: Figure, lexicon: Lexicon
) -> Iterator[Check]:
    maker = _maker(lines[place : at + 1], lexicon)
    subject = sales.of or "these sales"
    if maker is None or maker in subject.lower().split():
        return  # the plant's own output needs no premise and is no shortfall of a model
    if not _is_tied(lines, place, at, maker, lexicon):
        return
    verb = "were" if subject.lower().endswith("s") else "was"
    whose = f"{maker}'" if maker.endswith("s") else f"{maker}'s"
    use = lexicon.measures.get(subject.split()[-1].lower())
    whole = "traffic" if use == "traffic" else "output"
    premise = f"if {subject} {verb} the {whose} whole {whole}, which the article does not say"
    yield _utilisation(capacity, sales, premise)
    levels = {
        nominal(figure): figure
        for line in lines[place : at + 1]
        if is_threshold(line, lexicon)
        for figure in line.figures
        if is_exact(figure) and figure.unit == capacity.unit and figure is not sales
        if nominal(sales) < nominal(figure) < nominal(capacity)
    }
    if len(levels) == 1:
        yield _shortfall(next(iter(levels.values())), sales, premise)


def _utilisation(capacity: Figure, sales: Figure, premise: str) -> Check:
    base = nominal(capacity)
    low = (sales.low or 0.0) / base
    high = sales.high / base if sales.high is not None else None
    word = {"<": "under ", "<=": "up to ", ">": "more than ", ">=": "at least "}.get(
        sales.bound, ""
    )
    rate = write_number(round(nominal(sales) / base, 4), "1")
    return make_check(
        "utilisation",
        CheckVerdict.CONDITIONAL,
        f"{write_figure(sales)} of {write_figure(capacity)} a {capacity.per} is {word}{rate} "
        f"utilisation, {premise}",
        (sales, capacity),
        Amount(low, high, "1"),
        premise,
    )


def _shortfall(level: Figure, sales: Figure, premise: str) -> Check:
    """How far sales stay under a break-even point; the bound turns round."""
    need = nominal(level)
    gap = need - nominal(sales)
    word = {"<": "more than ", "<=": "at least ", ">": "under ", ">=": "up to "}.get(
        sales.bound, ""
    )
    low = need - sales.high if sales.high is not None else 0.0
    high = need - sales.low if sales.low is not None else need
    return make_check(
        "shortfall",
        CheckVerdict.CONDITIONAL,
        f"{write_figure(level)} less {write_figure(sales)} is {word}{write_number(gap)} short of "
        f"break-even, {premise}",
        (level, sales),
        Amount(low, high, level.unit),
        premise,
    )


def _maker(lines: list[Line], lexicon: Lexicon) -> str | None:
    """The plant, factory or line that the sentences speak of first."""
    for line in lines:
        words = line.text.replace(",", " ").replace(".", " ").split()
        for word, following in zip(words, [*words[1:], ""], strict=True):
            if word in lexicon.makers and following not in lexicon.makers:
                return word
    return None
