"""People: which unknown runs are a person's name, with title and the body they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.runs import Word
from onrecord.resolve.spotting import Spot

_MAX_NAME = 5  # words of the longest name taken for a person's
_MAX_TITLE = 5  # words of the longest title before a name
_BEFORE = 60  # characters looked at before a name, for "singer" or "Ford spokeswoman"
_AFTER = 140  # characters looked at after a name, for ", a partner at Y"
_GAP_WORDS = re.compile(r"(?:'s?)?,?(?: [A-Z][\w-]+){0,3} ((?:[a-z][\w-]*,? ){1,5})$")
_RUNS = re.compile(  # "Ada Bell, who has owned and run Bell Mills"; "who once owned" does no more
    r",? who (?:also )?(?:owns|runs|operates|heads|leads|manages|founded"
    r"|(?:has|have) (?:owned|run|operated|headed|led|managed))"
    r"(?: and (?:owns|runs|owned|run|operates|operated|manages|managed))? "
    r"(?:(?:his|her|their|the|a|an) )?(?:own |family |local )?(?:[a-z][\w-]* ){0,3}"
)
_LAST_WORDS = re.compile(r"((?:[a-z][\w-]* ){1,3})$")
_APPOSITION = re.compile(
    r",? (?:who is |who was |is |was )?(?:an? |the |its |their |one of the )?"
    r"((?:[\w'-]+ ){1,7}?)(?:of|for|at|with|from|in) (?:the )?"
)
_COMMA_OFFICE = re.compile(r", (?:the |its |a |an )?([\w -]{3,50})[,.]")
_OFFICE_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]he \w+'s) ([a-z][\w -]{2,50}), $")
_OFFICE_AFTER = re.compile(r", (?:its|the(?: \w+'s)?) ([a-z][\w -]{2,50})[,.]")
_VERB_AFTER = re.compile(r",? (?:who )?(\w+)\b")
_AGE = re.compile(r",? \(?\d\d[,)]")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in a run: the name's own words, and the title before it.

    `sure` where a title or a given name tells; else only a verb or an office beside the name does.
    """

    start: int
    end: int
    name: str
    title: str | None
    gender: str
    sure: bool = True


def read_person(spot: Spot, text: str, lexicon: Lexicon) -> Person | None:
    """The person that an unknown run names, if it does: by title, given name, or what follows."""
    words = spot.words
    count = _count_title_inside(words, lexicon) or count_title_words(words, lexicon)
    first_title = _title_start(words[:count], lexicon)
    title = text[words[first_title].start : words[count - 1].end] if count else None
    rest = _without_rank(_without_epithet(words[count:], lexicon), lexicon)
    if not rest or len(rest) > _MAX_NAME or _is_body(rest, lexicon):
        return None
    first = rest[0].text
    gender = _title_gender(words[:count], lexicon) or lexicon.given.get(first, "")
    if not title and not _names_person(rest, spot, text, lexicon):
        return None
    name = text[rest[0].start : rest[-1].end]
    sure = bool(title) or first in lexicon.given or _is_initial(first)
    return Person(rest[0].start, rest[-1].end, name, title, gender, sure)


def _count_title_inside(words: Sequence[Word], lexicon: Lexicon) -> int:
    """How many words of a run lead up to a title that a given name follows, and belong to it.

    "Harbour Relations Officer Ada Bell", "Deputy Fleet Commander Lt. Gen. Ada Bell".
    """
    for first in range(1, len(words) - 2):
        count = first + count_title_words(words[first:], lexicon)
        rest = words[count:]
        if count == first or len(rest) < 2 or len(rest) > _MAX_NAME:
            continue
        rank = words[count - 1].text in lexicon.abbreviations  # "Lt. Gen." only before a name
        if rest[0].text not in lexicon.given and not rank:
            continue
        if not any(_is_plain(word, lexicon) for word in rest):
            return count
    return 0


def _title_start(words: Sequence[Word], lexicon: Lexicon) -> int:
    """The first of some words that belongs to the title at their end: a name before it does not.

    In "Larchport Fire Chief" it is "Fire".
    """
    first = len(words)
    while first and (
        _is_plain(words[first - 1], lexicon)
        or words[first - 1].text.lower() in lexicon.plain
        or words[first - 1].text.lower().replace(".", "") in lexicon.prefixes
        or words[first - 1].text in lexicon.org_words
        or count_title_words(words[first - 1 :], lexicon) == len(words) - first + 1
    ):
        first -= 1
    return first if first < len(words) else 0


def _without_rank(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """A name without the short title that follows it: "Ada Bell Sgt"."""
    if len(words) > 2 and words[-1].text in lexicon.abbreviations - {"St"}:
        return words[:-1]
    return words


def _without_epithet(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """A name without what calls its bearer: "Miss Universe Ada Bell", "Londoner Ada Bell"."""
    if len(words) < 3 or words[0].text in lexicon.given:
        return words
    lower = words[0].text.lower()
    if lower not in lexicon.common and lower not in lexicon.plain and not lower.endswith("er"):
        return words
    plain = any(_is_plain(word, lexicon) for word in words[1:])
    return words[1:] if _is_clear_given(words[1], lexicon) and not plain else words


def count_title_words(words: Sequence[Word], lexicon: Lexicon) -> int:
    """How many words at the head of a run are titles ("Pentagon Press Secretary Rear Admiral")."""
    count = 0
    while count < len(words):
        for length in range(min(_MAX_TITLE, len(words) - count), 0, -1):
            phrase = " ".join(word.text for word in words[count : count + length])
            phrase = phrase.lower().replace(".", "")
            if phrase in lexicon.prefixes or phrase in lexicon.offices:
                count += length
                break
        else:
            return count
    return count


def title_before(text: str, start: int, lexicon: Lexicon) -> str | None:
    """The title in capitals that stands right before a name: "Treasury Secretary"."""
    before = text[max(0, start - _BEFORE) : start].split(" ")[:-1]
    for length in range(min(3, len(before)), 0, -1):
        phrase = " ".join(before[-length:])
        if phrase[:1].isupper() and phrase.lower().replace(".", "") in lexicon.prefixes:
            return phrase
    return None


def _title_gender(words: Sequence[Word], lexicon: Lexicon) -> str:
    phrases = (word.text.lower().replace(".", "") for word in words)
    return next(filter(None, (lexicon.prefixes.get(phrase, "") for phrase in phrases)), "")


def _is_body(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return any(word.text in lexicon.org_words or word.text in lexicon.forms for word in words)


def _names_person(rest: Sequence[Word], spot: Spot, text: str, lexicon: Lexicon) -> bool:
    """Whether two or more words without title are a person: a given name, or the company kept."""
    if len(rest) < 2:
        return False
    if any(_is_plain(word, lexicon) for word in rest[1:] if len(word.text) > 1):
        return len(rest) == 2 and _is_clear_given(rest[0], lexicon) and not spot.title_case
    gaps = {text[a.end : b.start] for a, b in zip(rest, rest[1:], strict=False)}
    if gaps & {" of the ", " of ", " the ", " & ", " for ", " for the "}:
        return False
    if rest[0].text in lexicon.given or _is_initial(rest[0].text):
        second = rest[1].text
        return not second.isupper() or rest[0].text.isupper() or len(second) == 1
    if spot.title_case or _is_plain(rest[0], lexicon) or any(w.text.isupper() for w in rest):
        return False
    return _in_company(rest, text, lexicon)


def _is_clear_given(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a given name and nothing else: before a plain surname ("Emma Stone")."""
    return word.text in lexicon.given and word.text.lower() not in lexicon.common


def _is_initial(word: str) -> bool:
    return len(word.replace(".", "")) <= 2 and word.replace(".", "").isupper() and "." in word


def _is_plain(word: Word, lexicon: Lexicon) -> bool:
    return word.text.lower() in lexicon.common and word.text not in lexicon.given


def _in_company(rest: Sequence[Word], text: str, lexicon: Lexicon) -> bool:
    """Whether a lower-case office stands before, or an age, a "who" or a verb of saying after."""
    start, end = rest[0].start, rest[-1].end
    before = _LAST_WORDS.search(text[max(0, start - _BEFORE) : start])
    if before and before[1].split()[-1] in lexicon.offices:
        return True
    tail = text[end : end + _AFTER]
    if _AGE.match(tail):
        return True
    if _office_in(tail, lexicon):
        return True
    verb = _VERB_AFTER.match(tail)
    return verb is not None and verb[1] in lexicon.speech and verb[1] not in _WEAK


_WEAK = frozenset("has had is was will would can could may might should must did does do".split())


def _office_in(tail: str, lexicon: Lexicon) -> bool:
    """Whether an apposition with an office follows: ", a partner at", ", chief executive of"."""
    match = _APPOSITION.match(tail)
    return match is not None and tail.startswith(",") and last_office(match[1], lexicon) != ""


def last_office(words: str, lexicon: Lexicon) -> str:
    """The office at the end of some words: "automotive managing partner" -> "managing partner"."""
    parts = words.replace(",", " ").split()
    for start in range(max(0, len(parts) - _MAX_TITLE), len(parts)):
        phrase = " ".join(parts[start:]).lower()
        if phrase in lexicon.offices:
            return phrase
    return ""


def find_own_office(person: Person, text: str, lexicon: Lexicon) -> str | None:
    """The office that "the" or "its" ties to a body not named beside it.

    "The chief marketing officer, Jane Doe" and "Jane Doe, its chief executive," speak of the body
    that the paragraph is about.
    """
    before = _OFFICE_BEFORE.search(text[max(0, person.start - _BEFORE) : person.start])
    after = _OFFICE_AFTER.match(text[person.end : person.end + _BEFORE])
    for match in filter(None, (before, after)):
        office = last_office(match[1], lexicon)
        if office and lexicon.offices[office][0] in ("officer", "spokesperson"):
            return office
    return None


def _title_place(person: Person, text: str) -> int:
    """Where a person's name begins with its title, after which a full stop may stand ("Col.")."""
    if not person.title:
        return person.start
    place = text.rfind(person.title, max(0, person.start - len(person.title) - 2), person.start)
    return place if place >= 0 else person.start


def find_affiliation(
    person: Person,
    text: str,
    before: tuple[str, int] | None,
    after: tuple[str, int] | None,
    lexicon: Lexicon,
) -> tuple[str | None, str | None]:
    """The body that a person belongs to and the office there, as the words around the name say.

    `before` is the organisation named last before the person and where it ends, `after` the one
    named next and where it starts.
    """
    head = _title_place(person, text)
    if before is not None and 0 <= head - before[1] <= _BEFORE:
        gap = text[before[1] : head]
        if gap.strip() in {"", "'s", "'"}:
            return before[0], person.title
        match = _GAP_WORDS.fullmatch(gap)
        if match and (office := last_office(match[1], lexicon)):
            return before[0], office
    tail = text[person.end : person.end + _AFTER]
    match = _APPOSITION.match(tail)
    if match and (tail.startswith(",") or " is " in match[0] or " was " in match[0]):
        office = last_office(match[1], lexicon)
        if office and after is not None and after[1] - (person.end + match.end()) in range(0, 40):
            between = text[person.end + match.end() : after[1]]
            return (after[0] if "," not in between else None), office
    runs = _RUNS.match(tail)
    if runs and after is not None and after[1] - (person.end + runs.end()) in range(0, 3):
        return after[0], person.title or "owner"
    comma = _COMMA_OFFICE.match(tail)
    office = last_office(comma[1], lexicon) if comma else ""
    if not office and not person.title:
        words = _LAST_WORDS.search(text[max(0, head - _BEFORE) : head])
        office = last_office(words[1], lexicon) if words else ""
    return None, (office or person.title)
