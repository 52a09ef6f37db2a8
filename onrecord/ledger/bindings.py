"""A person's word on what a figure is: which variable of which worksheet, or none of them."""

from collections.abc import Sequence

from onrecord.errors import QuestionError
from onrecord.kit import Kit
from onrecord.ledger.judging import SHORTEST_PREFIX
from onrecord.measure.worksheets import Correction, Sheet, bind_figures, load_sheet, quote_page
from onrecord.measure.worksheets.standing import BINDING, NOTHING
from onrecord.model import Figure, Judgement, Reading, Span, make_id


def judge_binding(
    readings: Sequence[Reading], wanted: str, value: str, kit: Kit, *, by: str, why: str, at: str
) -> Judgement | None:
    """That a figure (by its id or a prefix of it) is `value`, as in "plant.capacity", "plant.none".

    None where there is no such figure; `QuestionError` where it cannot be what it is said to be.
    """
    if not by.strip() or not why.strip():
        raise QuestionError("a judgement needs a name (--by) and a reason (--why)")
    sheet, variable = _read_value(value, kit)
    found = _find_figure(readings, wanted)
    if found is None:
        return None
    reading, figure = found
    if variable != NOTHING:
        _check_fit(reading, figure, sheet, variable, kit)
    return Judgement(
        id=make_id(BINDING, figure.id, value, by, at, why),
        kind=BINDING,
        subject=figure.id,
        value=f"{sheet.name}.{variable}",
        by=by,
        at=at,
        why=why,
        quote=figure.text,
        document=reading.document.id,
        span=Span(figure.start, figure.end),
    )


def _read_value(value: str, kit: Kit) -> tuple[Sheet, str]:
    """The sheet and the variable that a value names."""
    name, _, variable = value.partition(".")
    sheet = load_sheet(name, kit)
    if variable != NOTHING and sheet.variable(variable) is None:
        known = ", ".join(var.name for var in sheet.variables)
        raise QuestionError(
            f"binding {value[:60]!r}: expected {name}.VARIABLE, one of {known}, or {name}.{NOTHING}"
        )
    return sheet, variable


def _find_figure(readings: Sequence[Reading], wanted: str) -> tuple[Reading, Figure] | None:
    found = {
        figure.id: (reading, figure)
        for reading in readings
        for figure in reading.figures
        if figure.id == wanted
        or (len(wanted) >= SHORTEST_PREFIX and figure.id.startswith(wanted.lower()))
    }
    if len(found) > 1 and wanted not in found:
        raise QuestionError(f"figure {wanted!r} is short for {len(found)}; say more")
    return found.get(wanted) or next(iter(found.values()), None)


def _check_fit(reading: Reading, figure: Figure, sheet: Sheet, variable: str, kit: Kit) -> None:
    """`QuestionError` where the figure's unit cannot be that of the variable."""
    quotes = [quote for quote in quote_page(reading) if quote.figure.id == figure.id]
    said = Correction(figure.id, sheet.name, variable, "", "")
    if not bind_figures(sheet, quotes, kit, [said]):
        unit = sheet.units()[variable].text
        found = f"{figure.unit or 'no unit'}{f' a {figure.per}' if figure.per else ''}"
        raise QuestionError(
            f"“{' '.join(figure.text.split())}” cannot be {sheet.name}.{variable}: "
            f"expected {unit}, found {found}"
        )
