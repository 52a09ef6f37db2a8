"""Sentences: where one ends and the next begins, in news English."""

import re

from onrecord.model import Span
from onrecord.text.normal import fold
from onrecord.text.spans import trim

# Abbreviations before which a full stop ends no sentence, and those that may also end one.
_NEVER_LAST = frozenset(
    "mr mrs ms dr prof gen sen sens rep reps gov govs lt col sgt capt maj brig adm rev hon pres "
    "st mt ft vs v messrs cmdr supt insp det cpl pvt e.g i.e cf approx viz".split()
)
_MAYBE_LAST = frozenset(
    "inc corp co cos ltd llc plc bros jr sr a.m p.m etc ph.d m.d est univ dept assn ave blvd "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# States and provinces as news agencies shorten them; only with a capital ("Ill.", never "ill.").
_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont "
    "Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta Sask".split()
)
_NUMBERED = frozenset("no nos fig vol".split())  # only before a number: "No. 5"
_OPENERS = frozenset(
    "the a an in on at to by from of it he she they we i you but and or so this that these those "
    "its his her their our my your as for if when while after before with there according what "
    "who how why where which both another such since until because although though however "
    "meanwhile still yet then now some many most no not all one two also despite during under "
    "last earlier later even let here more each every other others asked once instead".split()
)

# It begins at the first mark of a run: a run that nothing follows is then looked at once.
_END = re.compile(r"(?<![.!?…])([.!?…]+)(['\")\]]*)(\s+)(?=(['\"(\[]*)(\S))")
# A full stop whose space was lost: "… was closed.Police said". Names such as "Booking.Com" and
# addresses hold it between other marks, so a plain word must stand on either side.
_GLUED = re.compile(
    r"(?<=[\s'\"(-])[a-z]{3,20}([.!?]['\"]?)(?=['\"]?(?!Com|Net|Org)[A-Z][a-z]{1,20}[\s,'])"
)
# Who asked stands after the question: "“Is it done?” Ada Brandt asked."
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.'-]{0,25} ){1,4}"
    r"(?:said|asked|says|asks|wrote|writes|added|replied|tweeted|told|exclaimed)\b"
)
_LAST_WORD = re.compile(r"([\w.]+)$")
_FIRST_WORD = re.compile(r"\W*(\w+)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_TERMINAL = re.compile(r"[.!?:;…]['\")\]]*\s*$")
_WINDOW = 24  # characters looked at before a full stop: longer than any abbreviation
_WRAPPED = 45  # a shorter line was not broken for want of room


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` (one paragraph or more; line breaks also end one).

    A line that was only wrapped does not end a sentence.
    """
    end = len(text) if end is None else end
    folded = fold(text[start:end])
    found: list[Span] = []
    for line_start, line_end in _lines(folded):
        left = line_start
        for stop, following in _ends(folded, line_start, line_end):
            found.append(Span(left, stop))
            left = following
        found.append(Span(left, line_end))
    spans = (trim(text, start + a, start + b) for a, b in found)
    return [span for span in spans if span.start < span.end]


def _lines(text: str) -> list[Span]:
    """The lines of a text; those that only run on in the next are joined with it."""
    lines: list[Span] = []
    left = 0
    for line in text.splitlines(keepends=True):
        right = left + len(line)
        if lines and _runs_on(text, lines[-1], left):
            lines[-1] = Span(lines[-1].start, right)
        else:
            lines.append(Span(left, right))
        left = right
    return lines


def _runs_on(text: str, line: Span, after: int) -> bool:
    """Whether a line without an end goes on, in lower case, at `after`."""
    if line.end - line.start < _WRAPPED or not text[after : after + 1].islower():
        return False
    return not _TERMINAL.search(text, max(line.start, line.end - 8), line.end)


def _ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where sentences end in a line, and where what follows begins, in order."""
    ends = [
        (match.end(2), match.end(3))
        for match in _END.finditer(text, start, end)
        if _is_end(text, match)
    ]
    ends.extend((match.end(), match.end()) for match in _GLUED.finditer(text, start, end))
    return sorted(ends)


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether the marks of `match` end a sentence."""
    marks, closing, _, opening, following = match.groups()
    if following.islower() and not opening:
        return False
    if marks != "." or closing:
        asked = closing and marks != "." and _SPEAKER.match(text, match.end(3), match.end(3) + 80)
        return not asked
    before = _LAST_WORD.search(text[max(0, match.start() - _WINDOW) : match.start()])
    written = before.group(1) if before else ""
    word = written.lower()
    if word in _NUMBERED:
        return not following.isdigit()
    if word in _NEVER_LAST and word != "i":
        return False
    if word in _MAYBE_LAST or written in _STATES or (word != "i" and _INITIALS.fullmatch(word)):
        return _opens_a_sentence(text, match)
    return True


def _opens_a_sentence(text: str, match: re.Match[str]) -> bool:
    """After "Inc." or "U.S.": whether the next word is a usual opener of a sentence."""
    first = _FIRST_WORD.match(text[match.end() : match.end() + _WINDOW])
    return bool(first and first.group(1).lower() in _OPENERS)
