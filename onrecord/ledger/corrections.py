"""Corrections that a person signed, laid over what was read; the readings themselves stay."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.link.ties import MERGE, SPLIT
from onrecord.model import Judgement, Mention, Reading, Source, Statement

SOURCE, NAME, STATUS, UNDO = "source", "name", "status", "undo"

__all__ = ["MERGE", "NAME", "SOURCE", "SPLIT", "STATUS", "UNDO", "correct_readings"]


def correct_readings(
    readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> tuple[Reading, ...]:
    """`readings` with names and sources as they were corrected, the newest judgement last.

    A `source` judgement says who is behind one statement; a `name` judgement what a spelling
    stands for, in one document or in all.
    """
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    sources = {j.subject: j.value for j in ordered if j.kind == SOURCE}
    names = [j for j in ordered if j.kind == NAME]
    if not sources and not names:
        return tuple(readings)
    return tuple(_correct(reading, sources, names) for reading in readings)


def _correct(reading: Reading, sources: dict[str, str], names: list[Judgement]) -> Reading:
    here = {j.subject: j.value for j in names if j.document in (None, reading.document.id)}

    def corrected(statement: Statement) -> Statement:
        return _correct_statement(statement, sources.get(statement.id), here)

    return replace(
        reading,
        mentions=tuple(_correct_mention(mention, here) for mention in reading.mentions),
        statements=tuple(corrected(statement) for statement in reading.statements),
        assertions=tuple(corrected(statement) for statement in reading.assertions),
    )


def _correct_mention(mention: Mention, names: dict[str, str]) -> Mention:
    name = names.get(mention.text)
    return replace(mention, entity=name) if name else mention


def _correct_statement(
    statement: Statement, source: str | None, names: dict[str, str]
) -> Statement:
    if statement.source is None:
        return statement
    name = source or _find_name(statement.source, names)
    return replace(statement, source=replace(statement.source, entity=name)) if name else statement


def _find_name(source: Source, names: dict[str, str]) -> str | None:
    """The corrected name of a source that is known by a corrected spelling."""
    for spelling in (source.entity, source.text):
        if spelling in names:
            return names[spelling]
    return None
