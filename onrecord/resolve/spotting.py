"""Spots: the stretches of a text that may be names, known ones and unknown runs, in order."""

import re
from dataclasses import dataclass

from onrecord.model import EntityKind
from onrecord.resolve.gazetteer import Alias, Gazetteer, Known, lower_same_length
from onrecord.resolve.lexicon import Lexicon
from onrecord.resolve.runs import Word, abbreviates, find_words, joined

_NEXT_WORD = re.compile(r" ?(?:'s\b|([\w-]+))")
_CONTRACTION = re.compile(r"'(?:m|re|ll|ve|d|t)$", re.IGNORECASE)
_ARTICLES = frozenset(("The", "A", "An", "THE"))
_TITLE_CASE = 0.6  # share of capitalised words from which a line is a headline in title case
_LONGEST_HEADLINE = 240  # characters
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


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
        self.inside = {word.text for word in self.words if not word.opens}
        self.titled = _TitleCase(folded)
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
        if alias.known.demonym:
            return True
        single = after - index == 1
        if single and self._person_part(left, right, word, alias):
            return False
        if alias.common and single:
            if left is not None or (right is not None and not self._starts_known(right)):
                return False
            if word.opens or self.titled.at(word.start):
                article = self.text[max(0, word.start - 4) : word.start] in ("The ", "the ")
                return article or word.text in self.inside or self._acts(end)
        return True

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
        abbreviations = self.lexicon.abbreviations
        if self.run and not joined(self.text, self.run[-1], word, abbreviations):
            self._close()
        self.run.append(word)

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
            first += 1
        if first < len(words):
            self._add(tuple(words[first:]), words[first].start, words[-1].end, None)

    def _is_no_part(self, word: Word) -> bool:
        return word.text in _ARTICLES or _CONTRACTION.search(word.text) is not None

    def _is_opener(self, words: list[Word], first: int) -> bool:
        """Whether the first word of a sentence is capitalised for that alone."""
        word = words[first]
        alone = len(words) - first == 1
        if word.text.lower() not in self.lexicon.common and len(word.text) > 1:
            return False
        if abbreviates(word.text, self.lexicon.abbreviations) and not alone:
            return False
        if alone or word.text.lower() in self.lexicon.prefixes:
            return alone
        return word.text not in self.lexicon.given or (
            words[first + 1].text.lower() in self.lexicon.common
        )

    def _add(self, words: tuple[Word, ...], start: int, end: int, known: Known | None) -> None:
        title_case = self.titled.at(start)
        self.spots.append(Spot(start, end, words, known, words[0].opens, title_case))


class _TitleCase:
    """Which lines of a text capitalise nearly every word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = self.right = 0
        self.value = False

    def at(self, place: int) -> bool:
        """Whether the line at `place` is in title case (asked in rising order, kept per line)."""
        if not self.left <= place < self.right:
            self.left = self.text.rfind("\n", 0, place) + 1
            right = self.text.find("\n", place)
            self.right = len(self.text) if right < 0 else right + 1
            self.value = self._capitalises()
        return self.value

    def _capitalises(self) -> bool:
        """Whether the present line is short, ends no sentence and capitalises most words."""
        if self.right - self.left > _LONGEST_HEADLINE:
            return False
        line = self.text[self.left : self.right].rstrip(" \n\r\"')")
        words = _LONG_WORD.findall(line)
        upper = sum(word[0].isupper() for word in words)
        return len(words) > 2 and not line.endswith(".") and upper >= _TITLE_CASE * len(words)
