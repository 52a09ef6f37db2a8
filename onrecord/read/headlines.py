"""Headlines: whether the first lines of a text are its title, or already the article."""

from onrecord.kit import Kit
from onrecord.read.lines import dateline_end, is_title_case, stems_of
from onrecord.read.paragraphs import Paragraph

MOST_WORDS = 32
_MOST_CLOSED_WORDS = 22  # of a headline that ends with a full stop
_SHARED = 0.5  # of a closed headline's stems that its lead says again
_LEAST_STEMS = 4
_EDGES = " \"'.,:;!?-–—|"


def normal_title(words: str) -> str:
    """A title as it is compared: lower case, single spaces, no marks at its ends."""
    return " ".join(words.lower().split()).strip(_EDGES)


def is_headline(line: Paragraph, after: list[Paragraph], kit: Kit) -> bool:
    """Whether the first line of a text is its headline, `after` being the lines that follow.

    A line without a full stop is, if prose follows. One with a full stop must be in title case,
    or stand before a dateline: first sentences of articles without headline look much the same.
    """
    if not after or not line.words or len(line.words) > MOST_WORDS:
        return False
    if not line.is_closed:
        return not line.folded.endswith((",", "-", "–"))
    if len(line.words) > _MOST_CLOSED_WORDS or line.folded.endswith(":"):
        return False
    if ". " in line.folded and not is_title_case(line):
        return False
    if is_title_case(line):
        return True
    return dateline_end(after[0], kit, first=True) > 0


def repeats(line: Paragraph, lead: Paragraph, kit: Kit) -> bool:
    """Whether a lead says again most of what a line says."""
    said = stems_of(line, kit)
    return len(said) >= _LEAST_STEMS and len(said & stems_of(lead, kit)) >= _SHARED * len(said)
