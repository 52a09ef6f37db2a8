"""What kind of line a paragraph is by its shape: a title, a dateline, junk."""

import re
from functools import lru_cache
from itertools import chain

from onrecord.kit import Kit
from onrecord.read.paragraphs import Paragraph
from onrecord.text import stem

_TITLE_SHARE = 0.6  # of the longer words, capitalised; running text stays below .35
_LEAST_CAPS_WORDS = 3
_LONGER = 4  # letters
_MOST_TITLE_WORDS = 30
_LETTER = re.compile(r"[^\W\d_]")
_BARE_DATELINE = re.compile(r"[A-Z]{3,}(?:[ ,/]+[A-Z][\w.'-]*){0,5} ?(?:\([\w./ ]+\))? ?[-–—]+")
_LATIN = re.compile(r"[A-Za-z]")
_DATELINE = re.compile(
    r"\(?(?P<place>[A-Z][\w.'-]+(?:[ ,/]+[A-Z][\w.'-]*){0,5})?"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2})(?:, \d{4})?)?"
    r" ?(?P<agency>\((?P<name>[A-Z][\w./ ]{1,30})\))?\)?,? ?(?:-{1,3}|–|—|―|:) ?(?=[A-Z\"'0-9])"
)
_MOST_DATELINE = 90  # characters


def title_share(paragraph: Paragraph) -> float:
    """The share of a line's longer words that begin with a capital."""
    longer = [word for word in paragraph.words if len(word) >= _LONGER]
    if not longer:
        longer = list(paragraph.words)
    return sum(not word[0].islower() for word in longer) / len(longer) if longer else 0.0


def is_title_case(paragraph: Paragraph) -> bool:
    """Whether a line is written as titles are: most of its longer words capitalised."""
    return len(paragraph.words) <= _MOST_TITLE_WORDS and title_share(paragraph) >= _TITLE_SHARE


def is_all_caps(paragraph: Paragraph) -> bool:
    """Whether a line is a heading in capitals throughout."""
    return len(paragraph.words) >= _LEAST_CAPS_WORDS and paragraph.folded.isupper()


def is_junk(paragraph: Paragraph, english: bool) -> bool:
    """Whether a line holds no words, or, on an English page, a few of another script."""
    letters = _LETTER.findall(paragraph.folded[:400])
    if not letters:
        return True
    if not english or len(paragraph.words) > 6:
        return False
    return sum(bool(_LATIN.match(one)) for one in letters) * 2 < len(letters)


def dateline_end(paragraph: Paragraph, kit: Kit, first: bool) -> int:
    """How many characters of a paragraph are its dateline ("ZURICH (Reuters) - "), 0 if none.

    A bare place counts only where the story begins.
    """
    match = _DATELINE.match(paragraph.folded[:_MOST_DATELINE])
    if not match:
        return 0
    place, agency = match.group("place"), match.group("name")
    if agency is not None:
        known = agency.lower().strip(" .") in kit.words("read_wires")
        return match.end() if known or (first and place) else 0
    if not (first and place) or match.group().rstrip().endswith(":"):
        return 0
    head = place.split(",")[0].split(" ")[0]
    return match.end() if len(head) >= _LONGER and head.isupper() else 0


def is_bare_dateline(paragraph: Paragraph) -> bool:
    """Whether a line is nothing but a dateline: "LUND, Sweden —"."""
    return bool(_BARE_DATELINE.fullmatch(paragraph.folded[:_MOST_DATELINE]))


def stems_of(paragraph: Paragraph, kit: Kit) -> frozenset[str]:
    """The stems of a paragraph's words, without the commonest."""
    common = kit.words("read_english")
    return frozenset(
        chain.from_iterable(_stems_of_word(word, common) for word in set(paragraph.words))
    )


@lru_cache(maxsize=65536)
def _stems_of_word(word: str, common: frozenset[str]) -> tuple[str, ...]:
    parts = word.split("-")
    return tuple(stem(part) for part in parts if len(part) > 2 and part.lower() not in common)
