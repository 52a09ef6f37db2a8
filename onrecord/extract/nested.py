"""Which statement reports which: "the paper reported that insiders say ..." holds two."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Statement


def nest_statements(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the id of the smallest one whose content holds its cue.

    A statement whose content is held by an equal or larger one around its own source is inner.
    """
    ordered = sorted(statements, key=_size)
    nested = []
    for inner in statements:
        outer = next((one for one in ordered if one is not inner and _reports(one, inner)), None)
        nested.append(replace(inner, within=outer.id) if outer else inner)
    return nested


def _size(statement: Statement) -> tuple[int, str]:
    return sum(end - start for start, end in statement.content.spans), statement.id


def _reports(outer: Statement, inner: Statement) -> bool:
    """Whether the content of `outer` holds the cue (and the source, if any) of `inner`."""
    if inner.cue is None or outer.content.where is not inner.content.where:
        return False
    if outer.story != inner.story or _size(outer) <= _size(inner):
        return False
    held = list(inner.cue.spans) + list(inner.source.spans if inner.source else ())
    return all(any(a <= start and end <= b for a, b in outer.content.spans) for start, end in held)
