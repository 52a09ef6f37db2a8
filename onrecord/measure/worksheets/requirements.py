"""Requirements: what must hold in a what-if ("gap <= 0", "utilisation >= 80 %")."""

from dataclasses import replace

from onrecord.errors import QuestionError
from onrecord.measure.worksheets.dimensions import BadUnit, Unit, check_relation
from onrecord.measure.worksheets.expressions import (
    BadExpression,
    Node,
    Relation,
    find_names,
    read_relation,
)
from onrecord.measure.worksheets.sheets import Sheet


def read_requirement(text: str, sheet: Sheet) -> Relation:
    """A requirement on a sheet's variables; a bare number beside a variable is in its unit."""
    try:
        return fit_requirement(read_relation(text), sheet.units())
    except (BadExpression, BadUnit) as error:
        raise QuestionError(f"requirement {' '.join(text.split())[:80]!r}: {error}") from None


def fit_requirement(relation: Relation, units: dict[str, Unit]) -> Relation:
    """The relation with its bare numbers in the unit of the variable that they stand against."""
    names = relation.names()
    unknown = sorted(names - units.keys())
    if unknown or not names:
        missing = ", ".join(unknown) or "found"
        raise BadExpression(f"no variable {missing}; there are {', '.join(sorted(units))}")
    left, right = relation.left, relation.right
    if right.kind == "name":
        left = _in_unit(left, units[right.name])
    elif left.kind == "name":
        right = _in_unit(right, units[left.name])
    if (left, right) == (relation.left, relation.right):
        check_relation(relation, units)
    return replace(relation, left=left, right=right)


def _in_unit(node: Node, unit: Unit) -> Node:
    """A number without variables as so much of a unit; anything else as it is."""
    if any(find_names(node)) or not unit.dimension:
        return node
    return Node("*", (node, Node("number", value=unit.scale)))
