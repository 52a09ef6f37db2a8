"""Spots: the stretches of a text that may be names, known ones and unknown runs, in order."""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import EntityKind
from onrecord.resolve.gazetteer import Alias, Gazetteer, Known, lower_same_length
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.runs import Word, abbreviates, find_words, joined
from onrecord.resolve.titling import TitleCase

_NEXT_WORD = re.compile(r" ?(?:'s\b|([\w-]+))")
_CONTRACTION = re.compile(r"'(?:m|re|ll|ve|d|t)$", re.IGNORECASE)
_SAINTS = frozenset(("St", "Saint"))
_COURTESY = frozenset(("Mr", "Mrs", "Ms", "Dr"))  # begin a name of their own
_LOOKED_BACK = 8  # words of a run before "of"
_FOR = (" for ", " for the ")
_OF = (" of ", " of the ")
_LOWER_WORD = re.compile(r"(?<![^\W_])[a-z]{4,}")
_AGENTS = re.compile(r"[a-z](?:ers|ors|ants|ists|ians|men)$")
_ARTICLES = frozenset(("The", "A", "An", "THE"))
_TELLERS = frozenset(("outlet", "agency"))
_LONGEST_BODY = 4  # words after the first in "National Transport Safety Board"
_REACH = 24  # characters before a name that tell whether it is a place
_PLACING = re.compile(r"\b(?:in|near|outside) $")
_HELD = re.compile(r"\b(?:stakes?|shares?|interests?|invest\w*|holdings?|confidence|trust) in $")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch that may be a name: a known one, or a run of unknown capitalised words.

    `title_case` where it stands in a line that capitalises every word; `opens` where it is the
    first of its sentence.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    known: Known | None
    opens: bool
    title_case: bool


def find_spots(folded: str, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Spot]:
    """All spots of a folded text in order; demonyms and calendar words split runs and are left."""
    finder = _Finder(folded, gazetteer, lexicon)
    return finder.find()


class _Finder:
    """One pass over a text: guards the words not yet used and the run being gathered."""

    def __init__(self, folded: str, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.text = folded
        self.lower = lower_same_length(folded)
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.words = find_words(folded, lexicon.abbreviations)
        self.titled = TitleCase(folded, lexicon.given)
        self.inside = {
            word.text for word in self.words if not word.opens and not self.titled.at(word.start)
        }
        self.pairs = {
            (left.text, right.text)
            for left, right in pairwise(self.words)
            if not left.opens and right.start - left.end == 1 and left.text in self.inside
        }
        self.alone = {
            right.text
            for left, right in pairwise([Word(0, 0, "", opens=True), *self.words])
            if folded[left.end : right.start] != " "
        }
        self.lower_words = frozenset(_LOWER_WORD.findall(folded))
        self.spots: list[Spot] = []
        self.run: list[Word] = []

    def find(self) -> list[Spot]:
        """The spots in order."""
        index = 0
        while index < len(self.words):
            word = self.words[index]
            found = self._known_at(index)
            if found is None:
                self._gather(word)
                index += 1
                continue
            alias, end, after = found
            self._close()
            if not alias.known.demonym:
                end, after = self._with_form(alias, end, after)
                self._add(tuple(self.words[index:after]), word.start, end, alias.known)
            index = after
        self._close()
        return self.spots

    def _with_form(self, alias: Alias, end: int, after: int) -> tuple[int, int]:
        """The end of a company's name with the legal form after it: "Acme Inc", "Acme, Inc"."""
        if alias.known.role != "company" or after >= len(self.words):
            return end, after
        word = self.words[after]
        legal = word.text in self.lexicon.forms and self.text[end : word.start] in (" ", ", ")
        return (word.end, after + 1) if legal else (end, after)

    def _known_at(self, index: int) -> tuple[Alias, int, int] | None:
        """The longest fitting alias at a word: alias, end, index of the first word after it."""
        word = self.words[index]
        for alias, end in self.gazetteer.match(self.text, self.lower, word.start):
            after = index + 1
            while after < len(self.words) and self.words[after].start < end:
                after += 1
            if self.words[after - 1].end > end:
                continue  # ends inside a word: "Ford-branded"
            if self._stands(alias, index, after, end):
                return alias, end, after
        return None

    def _stands(self, alias: Alias, index: int, after: int, end: int) -> bool:
        """Whether an alias at a place is that name and not an ordinary word or a part of one."""
        word = self.words[index]
        left = self._neighbour(index, -1)
        right = self._neighbour(after - 1, 1)
        single = after - index == 1
        if alias.known.demonym:
            return not (single and self._is_called(word, right))
        if self._goes_on(alias, left, right):
            return False
        if single and alias.known.listed and _is_placed(self.text, word.start):
            return False  # "made in Dunmore": a small company's name is a place there
        if alias.known.role in _TELLERS:
            if single and self._is_part(index, left):
                return False
            if not single and alias.text != alias.known.name and self._continues(left):
                return False  # "the Harbour County Daily Post" is not another Daily Post
        if single and self._person_part(left, right, word, alias):
            return False
        if single and self._inside_name(left, right, word, alias):
            return False
        if alias.common and single:
            if left is not None or (right is not None and not self._starts_known(right)):
                return False
            if word.opens or self.titled.at(word.start):
                article = self.text[max(0, word.start - 4) : word.start] in ("The ", "the ")
                return article or word.text in self.inside or self._acts(end)
        return True

    def _is_called(self, word: Word, right: Word | None) -> bool:
        """Whether an adjective of peoples is here a given name: "Christian Vale", "German Roe"."""
        if right is None or word.text not in self.lexicon.given or self._starts_known(right):
            return False
        return right.text[1:].islower() and not self._is_noun(right)

    def _goes_on(self, alias: Alias, left: Word | None, right: Word | None) -> bool:
        """Whether a known person's name is the beginning of another's: "Orla Quennell Marsh".

        The page then calls that other one by the last name alone too.
        """
        if alias.known.kind is not EntityKind.PERSON or right is None:
            return False
        full = f"{left.text} {alias.text}" if left is not None else ""
        if " " not in alias.text and full != alias.known.name:
            return False
        if self.titled.at(right.start) or self._starts_known(right):
            return False
        return right.text in self.alone and right.text[1:].islower() and not self._is_noun(right)

    def _is_part(self, index: int, left: Word | None) -> bool:
        """Whether an outlet's short name is here a word of a longer name: "The National" is a
        newspaper, "The National Grain Inspectorate" and "The Harbour Times" are others.
        """
        if self._continues(left):
            return True
        for place in range(index, index + _LONGEST_BODY):
            following = self._neighbour(place, 1)
            if following is None:
                return False
            if following.text in self.lexicon.org_words:
                return True
        return False

    def _continues(self, left: Word | None) -> bool:
        """Whether a name goes on from a word before it that no kit knows."""
        return left is not None and not left.opens and not self._starts_known(left)

    def _neighbour(self, index: int, step: int) -> Word | None:
        """The word side by side with the one at `index`, left or right."""
        other = index + step
        if not 0 <= other < len(self.words):
            return None
        left, right = sorted((self.words[index], self.words[other]))
        if self.text[left.end : right.start] != " " or right.opens:
            return None
        return None if self.words[other].text in _ARTICLES else self.words[other]

    def _person_part(self, left: Word | None, right: Word | None, word: Word, alias: Alias) -> bool:
        """Whether a known name is here part of a person's name: "Gerald Ford", "Jordan Smith"."""
        given = self.lexicon.given
        if left is not None and left.text in given and not self._is_other(left):
            return left.text not in self.gazetteer.names and alias.known.kind is not (
                EntityKind.PRODUCT
            )
        if right is None or word.text not in given or alias.known.kind is EntityKind.PRODUCT:
            return False
        return not self._is_other(right) and not self._starts_known(right)

    def _inside_name(self, left: Word | None, right: Word | None, word: Word, alias: Alias) -> bool:
        """Whether a company's name is here a word of another: "Rear Admiral Bell", "Corin Vale"."""
        if alias.known.role != "company" or self.titled.at(word.start):
            return False
        title = word.text.lower() in self.lexicon.prefixes
        if right is not None and (alias.known.listed or title) and not self._starts_known(right):
            return right.text not in self.lexicon.forms
        return (
            left is not None
            and not left.opens
            and not self._is_other(left)
            and left.text.isalpha()
            and left.text not in self.gazetteer.names
            and not self._starts_known(left)
            and self._ends_name(word)
        )

    def _ends_name(self, word: Word) -> bool:
        """Whether a comma, a verb of speech or nothing but lower case follows a surname."""
        return self.text[word.end : word.end + 1] in (",", ".") or self._acts(word.end)

    def _is_other(self, word: Word) -> bool:
        """Whether a word belongs to no person's name: organisation words, titles, plain words."""
        lexicon = self.lexicon
        return (
            word.text in lexicon.org_words
            or word.text in lexicon.forms
            or word.text in lexicon.calendar
            or word.text.lower() in lexicon.prefixes
            or word.text.lower() in lexicon.offices
            or word.text.isupper()
            or (
                word.text.lower() in lexicon.common
                and (word.opens or word.text not in lexicon.given)
            )
        )

    def _starts_known(self, word: Word) -> bool:
        return next(self.gazetteer.match(self.text, self.lower, word.start), None) is not None

    def _acts(self, end: int) -> bool:
        """Whether what follows is a possessive or a verb that makes the word before it somebody."""
        match = _NEXT_WORD.match(self.text, end)
        return match is not None and (match[1] is None or match[1] in self.lexicon.speech)

    def _gather(self, word: Word) -> None:
        """Adds an unknown word to the run, or closes the run before or without it."""
        if word.text in self.lexicon.calendar and not self._follows_given(word):
            self._close()
            return
        lexicon = self.lexicon
        if self.run and word.text in _COURTESY and not self._is_title(self.run[-1]):
            if len(self.run) == 1 and self.run[0].opens:
                self.run = []  # "Delighted Mrs Bell"
            self._close()
        if self.run and not (
            joined(self.text, self.run[-1], word, lexicon.abbreviations, lexicon.unions)
            or self._belongs_to_saint(word)
        ):
            self._close()
        self.run.append(word)

    def _belongs_to_saint(self, word: Word) -> bool:
        """Whether a word is what a saint's name was given to: "St Oswin's Hospital"."""
        if len(self.run) < 2 or self.run[-2].text not in _SAINTS:
            return False
        gap = self.text[self.run[-1].end : word.start]
        return gap in ("'s ", "' ") and word.text in self.lexicon.org_words

    def _is_title(self, word: Word) -> bool:
        return word.text.lower() in self.lexicon.prefixes or "-" in word.text

    def _follows_given(self, word: Word) -> bool:
        """Whether a calendar word is a surname: "Charlie Winter"."""
        last = self.run[-1] if self.run else None
        return (
            last is not None
            and last.text in self.lexicon.given
            and last.text not in self.lexicon.calendar
            and self.text[last.end : word.start] == " "
        )

    def _close(self) -> None:
        """Makes a spot of the run, without an ordinary first word of a sentence."""
        words, self.run = self.run, []
        first = 0
        while first < len(words) and self._is_no_part(words[first]):
            first += 1
        while first < len(words) and words[first].opens and self._is_opener(words, first):
            if self._recurs(words[first:]):
                break
            first += 1
        if first < len(words):
            for part in self._parts(words[first:]):
                self._add(tuple(part), part[0].start, part[-1].end, None)

    def _recurs(self, words: list[Word]) -> bool:
        """Whether a run that opens a sentence stands inside another one too."""
        return len(words) > 1 and (words[0].text, words[1].text) in self.pairs

    def _parts(self, words: list[Word]) -> list[list[Word]]:
        """A run cut where "of" or "for" joins two names, and at a verb: "Ada Bell of the Bank
        Staff Union", "Ada Bell Is Back".
        """
        parts, left = [], 0
        for index in range(len(words) - 1):
            if words[index].text.lower() in self.lexicon.finite and index > left:
                parts.append(words[left:index])  # "Ada Bell Is Back" says something of Ada Bell
                left = index + 1
                continue
            gap = self.text[words[index].end : words[index + 1].start]
            if gap not in _FOR and gap not in _OF:
                continue
            before = words[max(left, index - _LOOKED_BACK) : index + 1]
            plain = any(self._is_noun(word) for word in before) and not self._ends_person(before)
            person = len(before) > 1 or before[0].text in self.lexicon.given
            if (gap in _FOR or (gap in _OF and person)) and not plain:
                parts.append(words[left : index + 1])
                left = index + 1
        rest = words[left:]
        if left and len(rest) == 1 and rest[0].text not in self.alone:
            gap = self.text[words[left - 1].end : rest[0].start]
            rest = [] if gap == " " else rest  # what a verb says, and no name
        return [*parts, rest] if rest else parts

    def _ends_person(self, words: list[Word]) -> bool:
        """Whether some words end in a given name and a surname: "Chief Economist Ada Bell"."""
        if len(words) < 2 or self._is_noun(words[-1]):
            return False
        given = words[-2].text
        return given in self.lexicon.given and given.lower() not in self.lexicon.common

    def _is_noun(self, word: Word) -> bool:
        """Whether a capitalised word is a noun that may open a body's name: "Centre for ..."."""
        lexicon = self.lexicon
        lower = word.text.lower()
        return (
            word.text in lexicon.org_words
            or lower in lexicon.common
            or lower in lexicon.plain
            or lower in lexicon.prefixes
            or word.text.isupper()
            or word.text.endswith("s")
        )

    def _is_no_part(self, word: Word) -> bool:
        return word.text in _ARTICLES or _CONTRACTION.search(word.text) is not None

    def _is_opener(self, words: list[Word], first: int) -> bool:
        """Whether the first word of a sentence is capitalised for that alone."""
        word = words[first]
        alone = len(words) - first == 1
        if word.text.lower() not in self.lexicon.common and len(word.text) > 1:
            return alone and self._is_plain(word)
        if abbreviates(word.text, self.lexicon.abbreviations) and not alone:
            return False
        if alone or word.text.lower() in self.lexicon.prefixes:
            return alone
        return word.text not in self.lexicon.given or (
            words[first + 1].text.lower() in self.lexicon.common
        )

    def _is_plain(self, word: Word) -> bool:
        """Whether a lone word that opens a sentence names nobody: the page has it in lower case.

        So do those of the sheet, and plurals of people ("Hauliers").
        """
        lower = word.text.lower()
        if word.text in self.inside or not word.text[1:].islower():
            return False
        if lower in self.lexicon.plain or lower.removesuffix("s") in self.lexicon.common:
            return True
        return lower in self.lower_words or _AGENTS.search(lower) is not None

    def _add(self, words: tuple[Word, ...], start: int, end: int, known: Known | None) -> None:
        title_case = self.titled.at(start)
        self.spots.append(Spot(start, end, words, known, words[0].opens, title_case))


def _is_placed(text: str, start: int) -> bool:
    """Whether a name stands after "in" or "near", and not as in "a stake in Acme"."""
    before = text[max(0, start - _REACH) : start]
    return _PLACING.search(before) is not None and _HELD.search(before) is None
