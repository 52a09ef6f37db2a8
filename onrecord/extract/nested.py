"""Which statement reports which: "the paper reported that insiders say ..." holds two."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Statement, Where

BLOCK = 1000  # characters: statements are compared with those that reach into the same stretch


def nest_statements(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the id of the smallest one whose content holds its cue.

    A statement whose content is held by an equal or larger one around its own source is inner.
    """
    blocks: dict[tuple[Where, int], list[Statement]] = {}
    for one in sorted(statements, key=_size):
        for block in sorted({b for span in one.content.spans for b in _blocks(span)}):
            blocks.setdefault((one.content.where, block), []).append(one)
    nested = []
    for inner in statements:
        near: list[Statement] = []
        if inner.cue is not None:
            near = [
                one
                for place in (inner.cue.spans[0].start, inner.content.spans[0].start)
                for one in blocks.get((inner.cue.where, place // BLOCK), ())
            ]
        outer = next((one for one in near if one is not inner and _reports(one, inner)), None)
        nested.append(replace(inner, within=outer.id) if outer else inner)
    return nested


def _blocks(span: Span) -> range:
    """The numbers of the stretches of text that a span touches."""
    return range(span.start // BLOCK, (span.end - 1) // BLOCK + 1)


def _size(statement: Statement) -> tuple[int, str]:
    return sum(end - start for start, end in statement.content.spans), statement.id


def _reports(outer: Statement, inner: Statement) -> bool:
    """Whether the content of `outer` holds the cue (and the source, if any) of `inner`.

    Two with the same content share it as in "X, the Post reported, citing two people": the later
    cue is within the earlier.
    """
    if inner.cue is None or outer.content.where is not inner.content.where:
        return False
    if outer.story != inner.story:
        return False
    if outer.content.spans == inner.content.spans:
        return outer.cue is not None and outer.cue.spans < inner.cue.spans
    if _size(outer) <= _size(inner):
        return False
    held = list(inner.cue.spans) + list(inner.source.spans if inner.source else ())
    return all(any(a <= start and end <= b for a, b in outer.content.spans) for start, end in held)
