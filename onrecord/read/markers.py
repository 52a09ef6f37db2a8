"""Markers: lines that say by their words what a stretch of a page is ("Share post", "By …")."""

import re
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.model import RegionKind

# Longer lines are prose. Counted on the lines that the markers of three news corpora caught.
_STOPS = (".", "!", "?", '"')
_MOST_UNCLOSED = 60  # words, of a line with a marker within and no full stop: captions run together
_MOST_WORDS = {"exact": 8, "start": 28, "within": 30, "pattern": 45}
_EDGES = " -–—|:;,.!?*·•»«>‹›[](){}<#_=~+\"'…"
_BULLETS = " -–—|:*?•·»«>‹›[]({<#_=~+"
_ADDRESS = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}")
_POSTAL = re.compile(
    r"^\d{1,5} (?:[A-Z][\w.'-]* ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln"
    r"|drive|dr|way|square|plaza|suite|floor)\b",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s{2,}|\t|\s*[|·•]\s*")
_LEAST_PLAIN_PIECES = 3  # words of a share line that nothing but single spaces parts
_MOST_SHARE_WORDS = 16
_MOST_CONTACT_WORDS = 25  # an address stands in a short line; a sentence that quotes one is longer


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marked line is, and the kind of block that it opens ("teasers", "contents") if any.

    An `unended` marker is none where the line ends as a sentence does.
    """

    kind: RegionKind
    opens: str = ""
    unended: bool = False


class Markers:
    """The sheet `read_markers`, compiled."""

    def __init__(self, kit: Kit) -> None:
        self._exact: dict[str, Marker] = {}
        self._starts: dict[str, list[tuple[str, Marker]]] = {}
        self._within: list[tuple[str, Marker]] = []
        patterns: dict[Marker, list[str]] = {}
        self._pieces: set[str] = set()
        for row in kit.rows("read_markers"):
            marker = Marker(RegionKind(row["region"]), row["opens"], row["how"] == "open")
            match row["how"]:
                case "exact":
                    self._exact[row["words"]] = marker
                case "start" | "open":
                    self._starts.setdefault(row["words"][:3], []).append((row["words"], marker))
                case "within":
                    self._within.append((row["words"], marker))
                case "piece":
                    self._pieces.add(row["words"])
                case _:
                    patterns.setdefault(marker, []).append(row["words"])
        self._patterns = [
            (re.compile("|".join(f"(?:{one})" for one in found)), marker)
            for marker, found in patterns.items()
        ]

    def find(self, line: str, words: int, links: bool = True) -> Marker | None:
        """The marker of a folded line of so many words, or None.

        Without `links`, heads that only links below them would bear out ("More from Lund") are
        left out.
        """
        if words > _MOST_UNCLOSED:
            return None
        low = line.lower()
        bare = low.strip(_EDGES)
        if words <= _MOST_WORDS["exact"] and (found := self._exact.get(bare)):
            return found
        if words <= _MOST_SHARE_WORDS and self._is_share_line(low):
            return Marker(RegionKind.BOILERPLATE)
        if words <= _MOST_WORDS["pattern"]:
            for pattern, marker in self._patterns:
                if (links or marker.opens != "links") and pattern.match(low):
                    return marker
        if words <= _MOST_WORDS["start"] and (found := self._find_start(low)):
            return found
        if words > (_MOST_WORDS["within"] if low.endswith(_STOPS) else _MOST_UNCLOSED):
            return None
        return next((marker for phrase, marker in self._within if phrase in low), None)

    def _find_start(self, low: str) -> Marker | None:
        """The marker with which a line begins, bullets aside."""
        for start in (low, low.lstrip(_BULLETS)):
            for phrase, marker in self._starts.get(start[:3], ()):
                if _starts_with(start, phrase) and not (marker.unended and low.endswith(".")):
                    return marker
        return None

    def _is_share_line(self, low: str) -> bool:
        """Whether a line is nothing but buttons: "Facebook   X   Email", "Share Tweet Print"."""
        pieces = [piece.strip(_EDGES) for piece in _PIECES.split(low)]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) == 1:
            pieces = low.split()
            if len(pieces) < _LEAST_PLAIN_PIECES:
                return False
        return len(pieces) > 1 and all(self._is_button(piece) for piece in pieces)

    def _is_button(self, piece: str) -> bool:
        found = self._exact.get(piece)
        plain = found is not None and found.kind is RegionKind.BOILERPLATE and not found.opens
        return plain or piece in self._pieces


def find_markers(kit: Kit) -> Markers:
    """The compiled markers of a kit."""
    return kit.once("read.markers", Markers)


def is_contact(line: str, words: int) -> bool:
    """Whether a line is a postal address, or holds little but a mail address."""
    if words > _MOST_CONTACT_WORDS:
        return False
    if _POSTAL.match(line):
        return True
    return bool(_ADDRESS.search(line)) and not line.rstrip().endswith((".", '"'))


def mail_host(line: str) -> str | None:
    """The host of the first mail address of a line."""
    found = _ADDRESS.search(line)
    return found.group().rsplit("@", 1)[1].lower() if found else None


def _starts_with(line: str, phrase: str) -> bool:
    if not line.startswith(phrase):
        return False
    after = line[len(phrase) : len(phrase) + 1]
    return not (phrase[-1].isalnum() and after.isalnum())
