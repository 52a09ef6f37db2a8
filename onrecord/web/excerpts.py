"""Excerpts: a statement in the sentence it stands in, cut along its spans exactly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.text import split_sentences
from onrecord.web.index import Record

ROLES = ("source", "cue", "content")  # where spans overlap, the earlier one is shown
_WINDOW = 400  # characters kept on each side of what is marked: a long sentence, not a page
Marked = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text with one role: source, cue, content, "gap", or "" for the words around."""

    text: str
    role: str = ""


Excerpt = tuple[Segment, ...]


def show_statement(statement: Record, document: Record) -> Excerpt:
    """A statement's parts marked in their sentences; the parts' own words if there is no text."""
    content = statement.get("content") or {}
    where = content.get("in") or "text"
    text = document.get("title") if where == "title" else document.get("text")
    if not text:
        return _parts_only(statement)
    marked = [
        (start, end, role)
        for role in ROLES
        for start, end in _spans(statement.get(role), where)
        if 0 <= start < end <= len(text)
    ]
    return show_marked(text, marked) if marked else _parts_only(statement)


def show_span(text: str, start: int, end: int, role: str = "content") -> Excerpt:
    """One span marked in the sentence it stands in."""
    if not 0 <= start < end <= len(text):
        return ()
    return show_marked(text, [(start, end, role)])


def show_marked(text: str, marked: Sequence[Marked]) -> Excerpt:
    """The sentences that `marked` touches, cut along its spans, gaps between them shown."""
    segments: list[Segment] = []
    last_end = None
    for start, end in _sentences_around(text, marked):
        if last_end is not None and text[last_end:start].strip():
            segments.append(Segment(" … ", "gap"))
        elif last_end is not None:
            segments.append(Segment(" "))
        segments += cut_marked(text, start, end, marked)
        last_end = end
    return tuple(segments)


def cut_marked(text: str, start: int, end: int, marked: Iterable[Marked]) -> list[Segment]:
    """`text[start:end]` cut at every edge of `marked`, each piece with its role."""
    inside = [(max(a, start), min(b, end), role) for a, b, role in marked if a < end and b > start]
    edges = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    pieces: list[Segment] = []
    for left, right in pairwise(edges):
        roles = [role for a, b, role in inside if a <= left and right <= b]
        role = min(roles, key=_rank) if roles else ""
        if pieces and pieces[-1].role == role:
            pieces[-1] = Segment(pieces[-1].text + text[left:right], role)
        else:
            pieces.append(Segment(text[left:right], role))
    return pieces


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _spans(part: Record | None, where: str) -> list[tuple[int, int]]:
    if not part or (part.get("in") or "text") != where:
        return []
    return [(int(start), int(end)) for start, end in part.get("spans") or ()]


def _parts_only(statement: Record) -> Excerpt:
    """Source, cue and content without the sentence around them."""
    parts = [(role, statement.get(role)) for role in ROLES]
    shown = [Segment(str(part["text"]), role) for role, part in parts if part and part.get("text")]
    spaced: list[Segment] = []
    for segment in shown:
        spaced += [Segment(" … ", "gap"), segment] if spaced else [segment]
    return tuple(spaced)


def _sentences_around(text: str, marked: Sequence[Marked]) -> list[tuple[int, int]]:
    """The sentences that the marks touch, in order, those that touch or overlap made one."""
    found = [_stretch_around(text, start, end) for start, end, _ in marked]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _stretch_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences of the line around `[start, end)`, within a window."""
    left = max(text.rfind("\n", 0, start) + 1, start - _WINDOW)
    line_end = text.find("\n", end)
    right = min(len(text) if line_end < 0 else line_end, end + _WINDOW)
    touched = [s for s in split_sentences(text, left, right) if s.start < end and s.end > start]
    if not touched:
        return start, end
    return min(touched[0].start, start), max(touched[-1].end, end)
