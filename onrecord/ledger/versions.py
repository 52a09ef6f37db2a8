"""What changed between two versions of a page: in its words and in what is said on it."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.errors import QuestionError
from onrecord.ledger.contract.pages import Json, show_document, show_statement
from onrecord.model import Document, Reading, Statement
from onrecord.text import split_sentences

SHORTEST_PREFIX = 4  # hex digits that may stand for an id


@dataclass(frozen=True, slots=True)
class Change:
    """A run of sentences that one version has and the other has not."""

    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """From one version of a page to the next."""

    before: Reading
    after: Reading
    changes: tuple[Change, ...]
    removed: tuple[Statement, ...]
    added: tuple[Statement, ...]

    def show(self) -> Json:
        """As JSON."""
        return {
            "before": show_document(self.before),
            "after": show_document(self.after),
            "changes": [
                {"removed": list(change.removed), "added": list(change.added)}
                for change in self.changes
            ],
            "removed": [show_statement(statement) for statement in self.removed],
            "added": [show_statement(statement) for statement in self.added],
        }


def find_document(readings: Sequence[Reading], wanted: str) -> Reading | None:
    """A document by id, prefix of an id, address or path (the newest version of a page)."""
    exact = [r for r in readings if wanted == r.document.id]
    named = exact or [r for r in readings if wanted in (r.document.url, r.document.path)]
    if named:
        return named[0] if exact else _newest(named)
    if len(wanted) < SHORTEST_PREFIX:
        return None
    found = [r for r in readings if r.document.id.startswith(wanted.lower())]
    if len(found) > 1:
        some = ", ".join(reading.document.id for reading in found[:4])
        raise QuestionError(f"document {wanted!r} is short for {len(found)} ({some}); say more")
    return found[0] if found else None


def find_revisions(readings: Sequence[Reading], wanted: Reading) -> list[Revision]:
    """Every step from the first version of a page to its last, earliest first."""
    pages = {reading.document.id: reading for reading in readings}
    later = {reading.document.version_of: reading for reading in readings}
    first = wanted
    while first.document.version_of in pages:
        first = pages[first.document.version_of]
    steps = []
    while first.document.id in later:
        after = later[first.document.id]
        steps.append(compare_versions(first, after))
        first = after
    return steps


def compare_versions(before: Reading, after: Reading) -> Revision:
    """The sentences and statements that came and went."""
    old, new = _sentences(before.document), _sentences(after.document)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    changes = tuple(
        Change(tuple(old[a:b]), tuple(new[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
    return Revision(before, after, changes, _only_in(before, after), _only_in(after, before))


def _only_in(here: Reading, there: Reading) -> tuple[Statement, ...]:
    """Attributed statements of one version whose words and source the other has not."""
    others = {_words(statement) for statement in there.statements}
    return tuple(s for s in here.statements if _words(s) not in others)


def _words(statement: Statement) -> tuple[str, str, str]:
    return (
        statement.source.text if statement.source else "",
        statement.content.text,
        statement.act,
    )


def _sentences(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in split_sentences(document.text)]


def _newest(readings: Iterable[Reading]) -> Reading:
    """The version that no other of them replaces."""
    ordered = sorted(readings, key=lambda r: (r.document.captured or "", r.document.id))
    replaced = {reading.document.version_of for reading in ordered}
    return [r for r in ordered if r.document.id not in replaced][-1]
