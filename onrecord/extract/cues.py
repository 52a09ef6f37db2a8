"""Plain cues, looked at wherever they stand: the tagger may have missed them."""

from collections.abc import Mapping

from onrecord.extract.page import Page
from onrecord.extract.segments import Segment
from onrecord.kit import Kit

SURE = 0.5  # a word that is part of a cue at least so often is always looked at
PLAIN = 0.05  # phrases with a lower floor need no belief of the tagger; their subject is plain
LONGEST_SUBJECT = 14
_MARKS = frozenset(', ; : – — " ( ) - .'.split())
_LINKS = frozenset("and but that as while which who or when although though because if".split())
LONGEST_ANTECEDENT = 6
_RELATIVE = frozenset(("that", "which"))
_PREPOSITIONS = frozenset("of in on at by with from to for about into over after before".split())
_FILLERS = frozenset("but and however still so yet also meanwhile has have had".split())

Phrases = dict[str, tuple[tuple[tuple[str, ...], float], ...]]


def read_phrases(kit: Kit) -> Phrases:
    """The phrases of extract_sure_cues.tsv by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for row in kit.rows("extract_sure_cues"):
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append((words, float(row["floor"])))
    return {
        first: tuple(sorted(many, key=lambda one: (-len(one[0]), one[0])))
        for first, many in found.items()
    }


def add_sure_cues(
    page: Page,
    cues: list[Segment],
    rates: Mapping[str, float],
    phrases: Phrases,
    auxiliaries: frozenset[str],
) -> list[Segment]:
    """The tagger's cues, with the sheet's phrases and the surest cue words added.

    A phrase swallows the cues that it touches: "did not respond" is one cue, not "respond" alone.
    """
    found = []
    for start, word in enumerate(page.words):
        if word in phrases:
            match = match_phrase(page, start, phrases)
            if match is not None:
                found.append(Segment(start, start + len(match[0])))
    grown = merge_segments(page, cues, found, auxiliaries) if found else list(cues)
    held = {token for cue in grown for token in range(*cue)}
    grown += [
        Segment(token, token + 1)
        for token, word in enumerate(page.words)
        if token not in held and rates.get(word, 0.0) >= SURE
    ]
    return sorted(grown)


def match_phrase(page: Page, start: int, phrases: Phrases) -> tuple[tuple[str, ...], float] | None:
    """The longest phrase that begins at a token, with its floor.

    A last "to" or "that" must stand there but belongs to the content: "plans" + "to open a mill".
    """
    for words, floor in phrases.get(page.words[start], ()):
        end = start + len(words)
        if tuple(page.words[start:end]) == words and page.sentence[start] == page.sentence[end - 1]:
            return (words[:-1], floor) if words[-1] in ("to", "that") else (words, floor)
    return None


def floor_of(page: Page, cue: Segment, phrases: Phrases) -> float:
    """The least score that a cue needs: that of the plainest phrase in it, else 1."""
    floors = [1.0]
    for token in range(*cue):
        match = match_phrase(page, token, phrases) if page.words[token] in phrases else None
        if match is not None and token + len(match[0]) <= cue.right:
            floors.append(match[1])
    return min(floors)


def merge_segments(
    page: Page, cues: list[Segment], phrases: list[Segment], auxiliaries: frozenset[str]
) -> list[Segment]:
    """Cues and phrases in order, those that overlap made one.

    Of what the tagger put before a phrase only auxiliaries stay: in "a report claiming" the noun
    belongs to the source.
    """
    merged: list[Segment] = []
    plain = set(phrases)
    for one in sorted([*cues, *phrases]):
        if merged and one.left < merged[-1].right:
            left, right = merged[-1].left, max(merged[-1].right, one.right)
            if one in plain and merged[-1] not in plain:
                start = one.left
                while start > left and page.words[start - 1] in auxiliaries:
                    start -= 1
                left = start
            merged[-1] = Segment(left, right)
        else:
            merged.append(one)
    return merged


def subject_of(page: Page, cue: Segment) -> Segment | None:
    """The words right before a cue, back to the clause's start: its plain subject."""
    first, _ = page.bounds(cue.left)
    left = cue.left
    while left > first and cue.left - left < LONGEST_SUBJECT:
        word = page.words[left - 1]
        if word in _MARKS or (word in _LINKS and not _joins_names(page, left - 1)):
            break
        left -= 1
    while left < cue.left and page.words[left] in _FILLERS:
        left += 1
    return Segment(left, cue.left) if left < cue.left else None


def _joins_names(page: Page, token: int) -> bool:
    """Whether "and" stands between two names: both then declined to comment."""
    return (
        page.words[token] == "and"
        and page.forms[token - 1][0].isupper()
        and page.forms[token + 1][0].isupper()
    )


def antecedent_of(page: Page, source: Segment | None) -> Segment | None:
    """For a source that is only "that" or "which": the words right before it that it stands for."""
    if (
        source is None
        or source.right - source.left != 1
        or page.words[source.left] not in _RELATIVE
    ):
        return source
    first, _ = page.bounds(source.left)
    left = source.left
    while left > first and source.left - left < LONGEST_ANTECEDENT:
        word = page.words[left - 1]
        if word in _MARKS or word in _LINKS or word in _PREPOSITIONS:
            break
        left -= 1
    return Segment(left, source.left) if 1 < source.left - left < LONGEST_ANTECEDENT else source
