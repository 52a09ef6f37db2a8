"""Headlines: whether the first lines of a text are its title, or already the article."""

from onrecord.kit import Kit
from onrecord.read.lines import dateline_end, is_title_case, stems_of
from onrecord.read.paragraphs import Paragraph

MOST_WORDS = 32
_MOST_CLOSED_WORDS = 22  # of a headline that ends with a full stop
_LEAST_WORDS, _MOST_TERSE_WORDS = 4, 16  # of a closed headline worded as headlines are
_SHORT, _LEAST_LONG = 3, 5  # letters, and words longer than that, of a closed one in title case
_LEAST_SHARED = 2  # stems that its lead says again
_GOES_ON = (",", "-", "–", "—", "|", "/")  # ends of a line that is no whole headline
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
        return not line.folded.endswith(_GOES_ON)
    if len(line.words) > _MOST_CLOSED_WORDS or line.folded.endswith(":"):
        return False
    if ". " in line.folded and not is_title_case(line):
        return False
    if is_title_case(line) and sum(len(word) > _SHORT for word in line.words) >= _LEAST_LONG:
        return True
    return dateline_end(after[0], kit, first=True) > 0 or _is_headlinese(line, after, kit)


def is_lone_headline(line: Paragraph) -> bool:
    """Whether a line that is all of a text is a headline: one without a full stop is."""
    short = 0 < len(line.words) <= MOST_WORDS
    return short and not line.folded.endswith((*_GOES_ON, "."))


def _is_headlinese(line: Paragraph, after: list[Paragraph], kit: Kit) -> bool:
    """Whether a sentence is worded as headlines are, without articles or auxiliaries."""
    if not _LEAST_WORDS <= len(line.words) <= _MOST_TERSE_WORDS or not line.apart_after:
        return False
    if kit.words("read_prose") & {word.lower() for word in line.words}:
        return False
    said = stems_of(line, kit)
    return any(len(said & stems_of(one, kit)) >= _LEAST_SHARED for one in after)
