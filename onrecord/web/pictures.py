"""Origin pictures: where a claim comes from, which articles carry it, and who has spoken.

A narrow drawing (it must stand in a column of a telephone): an origin at the top, the articles
that rest on it hanging from its trunk, and under each article the voices heard in it.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.web.index import LedgerIndex, Record, rows
from onrecord.web.wording import name_document, name_speaker, speaks_as_many, tell_day, words

WIDTH = 360
_INDENT = 30  # of an article under its origin
_LINE = 17
_PAD = 9
_GAP = 12
_CHARACTERS = 42  # of the label font that fit into a box
_VOICES = 6  # shown under one article; the evidence lists all


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text in the drawing."""

    x: int
    y: int
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """An origin or an article."""

    x: int
    y: int
    width: int
    height: int
    style: str


@dataclass(frozen=True, slots=True)
class Branch:
    """The line from an origin's trunk to an article: down, then across."""

    x: int
    top: int
    bottom: int
    across: int


@dataclass(frozen=True, slots=True)
class OriginPicture:
    """The drawing, and the same in words for those who do not see it."""

    height: int
    boxes: tuple[Box, ...]
    branches: tuple[Branch, ...]
    labels: tuple[Label, ...]
    told: str


@dataclass(frozen=True, slots=True)
class _Root:
    """An origin and the articles that rest on it, as document ids."""

    name: str
    note: str
    outside: bool
    articles: tuple[str, ...]


def draw_origins(claim: Record, index: LedgerIndex) -> OriginPicture | None:
    """The origin picture of a claim; None where it has no evidence."""
    roots = _find_roots(claim, index)
    if not roots:
        return None
    voices = _hear_voices(claim, index)
    drawing = _Drawing()
    for root in roots:
        drawing.add_root(root, voices, index)
    return drawing.finish(_tell(roots, index))


def _find_roots(claim: Record, index: LedgerIndex) -> list[_Root]:
    """The main origin with its echoes first, then every article that rests on no other."""
    evidence = rows(claim, "evidence")
    articles = list(dict.fromkeys(str(item.get("document")) for item in evidence))
    origin = claim.get("origin") or {}
    home = str(origin.get("document") or "") or _home_of(origin, articles, index)
    name = str(origin.get("entity") or (name_document(index.document(home)) if home else ""))
    if not name:
        return [_own_root(article, index) for article in articles]
    resting = [
        article
        for article in articles
        if article != home and _rests_on(article, name, evidence, index)
    ]
    note = "" if home else "not itself among these documents"
    alone = [article for article in articles if article not in resting and article != home]
    first = _Root(name, note, not home, (*((home,) if home in articles else ()), *resting))
    return [first, *(_own_root(article, index) for article in alone)]


def _home_of(origin: Record, articles: Sequence[str], index: LedgerIndex) -> str:
    """The article that is the origin's own, where the origin is an outlet of these documents."""
    name = origin.get("entity")
    own = (key for key in articles if name and index.document(key).get("outlet") == name)
    return next(own, "")


def _own_root(article: str, index: LedgerIndex) -> _Root:
    return _Root(name_document(index.document(article)), "its own account", False, (article,))


def _rests_on(article: str, name: str, evidence: Sequence[Record], index: LedgerIndex) -> bool:
    """Whether an article's evidence repeats an origin: by its own word or by an echo's mark."""
    for item in evidence:
        if str(item.get("document")) != article or item.get("stance") == "denies":
            continue
        statement = index.statements.get((article, str(item.get("statement"))), {})
        source = statement.get("source") or {}
        if item.get("echo_of") or source.get("entity") == name:
            return True
    return False


_Voices = dict[str, list[tuple[str, str]]]


def _hear_voices(claim: Record, index: LedgerIndex) -> _Voices:
    """Document to (stance, "▼ Somebody denies") for all but outlets and the origin, each once."""
    origin = (claim.get("origin") or {}).get("entity")
    heard: _Voices = {}
    for item in rows(claim, "evidence"):
        article = str(item.get("document"))
        statement = index.statements.get((article, str(item.get("statement"))), {})
        if not statement.get("source") or statement.get("voice") == "outlet":
            continue
        speaker, stance = name_speaker(statement), str(item.get("stance"))
        said = words()["stance"].get(stance, {})
        verb = said.get("verb_of_many" if speaks_as_many(statement) else "verb", stance)
        voice = (stance, f"{said.get('mark', '')} {speaker} {verb}")
        if speaker != origin and voice not in heard.setdefault(article, []):
            heard[article].append(voice)
    return heard


def _tell(roots: Sequence[_Root], index: LedgerIndex) -> str:
    """The drawing in words."""
    sentences = []
    for root in roots:
        names = [name_document(index.document(article)) for article in root.articles]
        note = f" ({root.note})" if root.note else ""
        sentences.append(f"Origin {root.name}{note}, carried by {', '.join(names) or 'nobody'}.")
    return " ".join(sentences)


class _Drawing:
    """Boxes, lines and labels laid from the top down."""

    def __init__(self) -> None:
        self.y = 1
        self.boxes: list[Box] = []
        self.branches: list[Branch] = []
        self.labels: list[Label] = []

    def add_root(self, root: _Root, voices: _Voices, index: LedgerIndex) -> None:
        """An origin with its articles below it."""
        if root.note == "its own account":
            self._add_article(root.articles[0], 0, voices, index, note=root.note)
            return
        lines = [(line, "name") for line in _wrap(root.name)]
        if root.note:
            lines.append((root.note, "note"))
        self._add_box(0, lines, "outside" if root.outside else "origin")
        trunk = self.y - _GAP
        for article in root.articles:
            top = self.y
            self._add_article(article, _INDENT, voices, index)
            self.branches.append(Branch(_INDENT // 2, trunk, top + 18, _INDENT))

    def _add_article(
        self,
        article: str,
        x: int,
        voices: _Voices,
        index: LedgerIndex,
        note: str = "",
    ) -> None:
        document = index.document(article)
        day = tell_day(document.get("published")) or "undated"
        lines = [(line, "name") for line in _wrap(name_document(document))]
        lines.append((f"{day} · {note}" if note else day, "note"))
        heard = voices.get(article, [])
        for stance, told in heard[:_VOICES]:
            first, *more = _wrap(told)
            lines += [(first, stance), *((f"    {line}", stance) for line in more)]
        if len(heard) > _VOICES:
            lines.append((f"and {len(heard) - _VOICES} more", "note"))
        self._add_box(x, lines, "article")

    def _add_box(self, x: int, lines: Sequence[tuple[str, str]], style: str) -> None:
        height = len(lines) * _LINE + 2 * _PAD - 3
        self.boxes.append(Box(x + 1, self.y, WIDTH - x - 2, height, style))
        for number, (line, kind) in enumerate(lines):
            y = self.y + _PAD + 11 + number * _LINE
            self.labels.append(Label(x + 12, y, line, kind))
        self.y += height + _GAP

    def finish(self, told: str) -> OriginPicture:
        """The drawing as it stands."""
        height = self.y - _GAP + 1
        boxes, branches = tuple(self.boxes), tuple(self.branches)
        return OriginPicture(height, boxes, branches, tuple(self.labels), told)


def _wrap(text: str) -> list[str]:
    """At most two lines of a label."""
    return textwrap.wrap(text, _CHARACTERS, max_lines=2, placeholder=" …") or [text]
