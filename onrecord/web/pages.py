"""Pages: a document as the report shows it, its statements marked where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from onrecord.web.index import LedgerIndex, Record, make_anchor, rows
from onrecord.web.wording import name_document, say, tell_day, title_document

TEXT_LIMIT = 120_000  # characters of one text that are shown: a long feature has 60,000
_ROLES = ("source", "cue", "content")
_LEFT_OUT = ("teaser", "boilerplate", "byline", "opinion")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a page's text: its role, the anchors that begin in it, the claims it ends with."""

    text: str
    role: str = ""
    anchors: tuple[str, ...] = ()
    claims: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text as it stands; `region` where it differs from the line before."""

    region: str
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A document: what is known of it, what was left out, and its text."""

    anchor: str
    id: str
    title: str
    outlet: str
    author: str
    published: str
    captured: str
    path: str
    url: str
    link: str
    language: str
    unread: bool
    version_of: str
    version_href: str
    left_out: tuple[str, ...]
    regions: tuple[str, ...]
    faults: tuple[str, ...]
    statements: int
    loose_anchors: tuple[str, ...]
    lines: tuple[Line, ...]
    cut_off: int


Cited = Mapping[tuple[str, str], Sequence[tuple[int, str]]]


def make_page(document: Record, index: LedgerIndex, cited: Cited) -> PageView:
    """A document as the page shows it; `cited` gives the claims that rest on each statement."""
    key = str(document["id"])
    text = str(document.get("text") or "")
    statements = index.of("statements", key)
    stories = len(index.of("stories", key))
    used = [row for row in statements if (key, str(row["id"])) in cited]
    pins = _pin_statements(key, used, cited, min(len(text), TEXT_LIMIT))
    earlier = index.document(document.get("version_of"))
    url = str(document.get("url") or "")
    return PageView(
        anchor=make_anchor("document", key),
        id=key,
        title=title_document(document),
        outlet=name_document(document),
        author=str(document.get("author") or ""),
        published=tell_day(document.get("published")) or "undated",
        captured=tell_day(document.get("captured")),
        path=str(document.get("path") or ""),
        url=url,
        link=url if url.lower().startswith(("https://", "http://")) else "",
        language=str(document.get("language") or ""),
        unread=bool(document.get("unread")),
        version_of=title_document(earlier) if earlier else "",
        version_href="#" + make_anchor("document", earlier["id"]) if earlier else "",
        left_out=_list_left_out(document),
        regions=(*((f"{stories} stories",) if stories > 1 else ()), *_list_regions(document)),
        faults=tuple(_tell_fault(fault) for fault in rows(document, "faults")),
        statements=sum(1 for row in statements if row.get("source")),
        loose_anchors=_loose_anchors(key, used, pins),
        lines=_lay_lines(text[:TEXT_LIMIT], document, used, pins),
        cut_off=max(0, len(text) - TEXT_LIMIT),
    )


def _tell_fault(fault: object) -> str:
    if isinstance(fault, Mapping):
        return f"{fault.get('stage', 'reading')}: {fault.get('error', '')}"
    return str(fault)


def _list_left_out(document: Record) -> tuple[str, ...]:
    """The first words of every stretch that cannot be evidence."""
    text = str(document.get("text") or "")
    shown = []
    for region in rows(document, "regions"):
        if region["kind"] in ("teaser", "boilerplate", "opinion"):
            words = " ".join(text[region["start"] : region["end"]].split())
            shown.append(f"{say('region', region['kind'])}: {_shorten(words)}")
    return tuple(shown)


def _shorten(words: str, length: int = 90) -> str:
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"


def _list_regions(document: Record) -> tuple[str, ...]:
    """How much of a page is what: 2 teasers, 1 opinion."""
    kinds = [str(region["kind"]) for region in rows(document, "regions")]
    return tuple(f"{kinds.count(kind)} × {kind}" for kind in _LEFT_OUT if kind in kinds)


def _loose_anchors(key: str, used: Sequence[Record], pins: "_Pins") -> tuple[str, ...]:
    """The anchors of statements that stand nowhere in the text shown: in a title, or far down."""
    pinned = {anchor for anchors in pins.starts.values() for anchor in anchors}
    anchors = [make_anchor("statement", key, row["id"]) for row in used]
    return tuple(anchor for anchor in anchors if anchor not in pinned)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class _Pins:
    """Where the anchors of statements stand, and where the numbers of their claims follow."""

    starts: Mapping[int, list[str]]
    ends: Mapping[int, list[tuple[int, str]]]


def _lay_lines(
    text: str, document: Record, used: Sequence[Record], pins: _Pins
) -> tuple[Line, ...]:
    """The text line by line, cut at the edges of every statement that is evidence."""
    marks = sorted(_mark_parts(used, len(text)), key=lambda mark: (mark.start, mark.end))
    regions = sorted(rows(document, "regions"), key=lambda region: int(region["start"]))
    lines: list[Line] = []
    offset, region_at, mark_at, before = 0, 0, 0, "body"
    for raw in text.splitlines(keepends=True):
        end = offset + len(raw.rstrip())
        if end > offset:
            while region_at < len(regions) and regions[region_at]["end"] <= offset:
                region_at += 1
            while mark_at < len(marks) and marks[mark_at].end <= offset:
                mark_at += 1
            region = _region_of(regions[region_at : region_at + 1], offset, end)
            here = [mark for mark in _marks_before(marks, mark_at, end) if mark.end > offset]
            pieces = _cut_line(text, offset, end, here, pins)
            label = say("region", region) if region != before and region in _LEFT_OUT else ""
            lines.append(Line(region, label, tuple(pieces)))
            before = region
        offset += len(raw)
    return tuple(lines)


def _marks_before(marks: Sequence[_Mark], at: int, end: int) -> Iterator[_Mark]:
    """The marks from the one numbered `at` that begin before `end`."""
    return takewhile(lambda mark: mark.start < end, islice(marks, at, None))


def _region_of(regions: Sequence[Record], start: int, end: int) -> str:
    for region in regions:
        if region["start"] < end and region["end"] > start:
            return str(region["kind"])
    return "body"


def _mark_parts(statements: Sequence[Record], length: int) -> list[_Mark]:
    return [
        _Mark(start, min(end, length), role)
        for row in statements
        for role in _ROLES
        for start, end in (row.get(role) or {}).get("spans") or ()
        if (row.get(role) or {}).get("in") != "title" and 0 <= start < min(end, length)
    ]


def _pin_statements(key: str, used: Sequence[Record], cited: Cited, length: int) -> _Pins:
    """Where each statement's anchor stands, and where the numbers of its claims follow it."""
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[tuple[int, str]]] = {}
    for row in used:
        content = row.get("content") or {}
        spans = [(a, b) for a, b in content.get("spans") or () if 0 <= a < b <= length]
        if content.get("in") == "title":
            continue
        if not spans:
            continue
        starts.setdefault(spans[0][0], []).append(make_anchor("statement", key, row["id"]))
        for claim in cited[(key, str(row["id"]))]:
            if claim not in ends.setdefault(spans[-1][1], []):
                ends[spans[-1][1]].append(claim)
    return _Pins(starts, ends)


def _cut_line(
    text: str,
    start: int,
    end: int,
    marks: Sequence[_Mark],
    pins: _Pins,
) -> list[Piece]:
    """One line cut at every edge of a mark, with anchors and claim numbers where they belong."""
    edges = {start, end}
    edges.update(max(mark.start, start) for mark in marks)
    edges.update(min(mark.end, end) for mark in marks)
    ordered = sorted(edges)
    pieces = []
    for left, right in pairwise(ordered):
        roles = [mark.role for mark in marks if mark.start <= left and right <= mark.end]
        role = min(roles, key=_ROLES.index) if roles else ""
        anchors, claims = tuple(pins.starts.get(left, ())), tuple(pins.ends.get(right, ()))
        pieces.append(Piece(text[left:right], role, anchors, claims))
    return pieces
