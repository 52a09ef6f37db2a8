"""Expressions of a worksheet: read with `ast` against a list of what is allowed, never run.

An expression becomes a tree of `Node`: a number, a variable, or one of the operations below.
Anything else that Python could say (a call, a name with dots, a subscript, a string, a
comparison) is a fault that names it.
"""

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 400  # characters of an expression
DEEPEST = 40  # operations inside each other
FUNCTIONS = ("exp", "log", "sqrt")
_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_RELATION = re.compile(r"<=|>=|==|=|<|>")
_RELATIONS = {"==": "=", "<": "<=", ">": ">="}
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)[ \u00a0\u202f]{0,2}%")
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_POWER_LIMIT = 64


class BadExpression(Exception):
    """What is wrong with an expression, in words; the loader adds where it stands."""


@dataclass(frozen=True, slots=True)
class Node:
    """A number ("number"), a variable ("name"), or an operation on one or two others."""

    kind: str
    parts: tuple["Node", ...] = ()
    name: str = ""
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Relation:
    """Two expressions and how they stand to each other: "=", "<=" or ">="."""

    text: str
    left: Node
    kind: str
    right: Node

    def names(self) -> frozenset[str]:
        """The variables in it."""
        return frozenset(find_names(self.left)) | frozenset(find_names(self.right))


def read_relation(text: str) -> Relation:
    """An equation or inequality ("a = b * c", "gap <= 0"), with one sign between two sides."""
    if len(text) > LONGEST:
        raise BadExpression(f"longer than {LONGEST} characters")
    written = _GROUPS.sub("", _PERCENT.sub(r"(\1/100)", text))
    signs = _RELATION.findall(written)
    if len(signs) != 1:
        raise BadExpression(f"expected one of = <= >= between two sides, found {len(signs)}")
    left, right = written.split(signs[0])
    kind = _RELATIONS.get(signs[0], signs[0])
    return Relation(" ".join(text.split()), read_expression(left), kind, read_expression(right))


def read_expression(text: str) -> Node:
    """One side of a relation as a tree."""
    if not text.strip():
        raise BadExpression("one side is empty")
    if len(text) > LONGEST:
        raise BadExpression(f"longer than {LONGEST} characters")
    try:
        parsed = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BadExpression(f"{_short(text)} is no expression") from None
    return _convert(parsed.body, 0)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _convert(node: ast.expr, depth: int) -> Node:
    if depth > DEEPEST:
        raise BadExpression(f"more than {DEEPEST} operations inside each other")
    match node:
        case ast.Constant(value=value):
            return _number(value)
        case ast.Name(id=name):
            return Node("name", name=name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _negated(_convert(operand, depth + 1))
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _convert(operand, depth + 1)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            kind = _OPERATORS[type(sign)]
            return _operation(kind, _convert(left, depth + 1), _convert(right, depth + 1))
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
            return Node(name, (_convert(argument, depth + 1),))
    raise BadExpression(
        f"{_short(ast.unparse(node))} is not allowed; "
        f"only numbers, variables, + - * / ** and {', '.join(FUNCTIONS)} are"
    )


def _number(value: object) -> Node:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadExpression(f"{_short(repr(value))} is no number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise BadExpression("a number is too large")
    return Node("number", value=number)


def _negated(node: Node) -> Node:
    if node.kind == "number":
        return Node("number", value=-node.value)
    return Node("negate", (node,))


def _operation(kind: str, left: Node, right: Node) -> Node:
    if kind != "**":
        return Node(kind, (left, right))
    if right.kind == "number":
        if abs(right.value) > _POWER_LIMIT:
            raise BadExpression(f"a power beyond {_POWER_LIMIT}")
        if right.value.is_integer():
            return Node("power", (left,), value=right.value)
    return Node("**", (left, right))


def find_names(node: Node) -> Iterator[str]:
    """The variables of an expression, one for every place at which they stand."""
    if node.kind == "name":
        yield node.name
    for part in node.parts:
        yield from find_names(part)


def find_divisors(node: Node) -> Iterator[Node]:
    """What an expression divides by."""
    if node.kind == "/":
        yield node.parts[1]
    for part in node.parts:
        yield from find_divisors(part)


def write_expression(node: Node) -> str:
    """The expression in words that can be read again."""
    parts = [write_expression(part) for part in node.parts]
    match node.kind:
        case "number":
            return f"{node.value:.12g}"
        case "name":
            return node.name
        case "negate":
            return f"-({parts[0]})"
        case "power":
            return f"({parts[0]})**{node.value:g}"
        case "exp" | "log" | "sqrt":
            return f"{node.kind}({parts[0]})"
    return f"({parts[0]} {node.kind} {parts[1]})"
