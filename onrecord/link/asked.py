"""A question taken apart: its names, deeds, figures, days and other telling words."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.kit.idf import load_idf
from onrecord.link.days import day_part, find_dated, find_days, is_day
from onrecord.link.deeds import Deed, find_deeds, plain
from onrecord.link.propositions import TELLING, telling_stems
from onrecord.model import Figure
from onrecord.text import Token, find_tokens, stem

# Parts of a question up to which they must be told together in one sentence; a longer one tells
# enough else to be known by. Chosen on tests/asking and on rumours_dev, whose questions have 5 to
# 16 parts: with 6, two rumours go silent; with 4, eight invented questions get a wrong answer.
BRIEF = 5


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart. `names` are the stems of each name in it, `matter` each telling
    word that is neither name, figure, day nor deed.
    """

    asked: str
    names: tuple[frozenset[str], ...]
    matter: tuple[str, ...]
    deeds: tuple[Deed, ...]
    figures: tuple[Figure, ...]
    days: tuple[str, ...]

    @property
    def parts(self) -> int:
        """How many parts it has that an answer must tell."""
        places = {deed.at for deed in self.deeds}
        counted = (self.names, self.matter, places, self.figures, self.days)
        return sum(len(part) for part in counted)

    @property
    def brief(self) -> bool:
        """Whether all of it must be told in one sentence."""
        return self.parts <= BRIEF

    @property
    def named(self) -> frozenset[str]:
        """The stems of all its names."""
        return frozenset[str]().union(*self.names)


def take_apart(asked: str, names: Sequence[str], figures: Sequence[Figure], kit: Kit) -> Question:
    """A question as `tells` compares it; `names` are its parties as the pages call them."""
    tokens = find_tokens(asked)
    runs = _name_runs(asked, tokens, names, kit)
    named = {token.start for run in runs for token in run}
    exact = tuple(f for f in figures if not is_day(asked, f) and not f.unquantified)
    counted = {t.start for t in tokens for f in exact if f.start <= t.start < f.end}
    days = find_days(asked, tokens)
    dated = find_dated(asked, tokens)
    deeds = tuple(deed for deed in find_deeds(asked, kit) if deed.at not in named)
    if any(not deed.is_noun for deed in deeds):
        deeds = tuple(deed for deed in deeds if not deed.is_noun)
    done = {deed.at for deed in deeds}
    moods = kit.words("link_moods") if deeds else frozenset[str]()
    skipped = named | counted | dated | done
    matter = [
        token.word
        for token in tokens
        if token.start not in skipped and token.word not in moods and tells_much(token.word, kit)
    ]
    stems = [frozenset(stem(plain(t.word)) for t in run) for run in runs]
    apart = [name for name in dict.fromkeys(stems) if not any(name < other for other in stems)]
    return Question(asked, tuple(apart), tuple(dict.fromkeys(matter)), deeds, exact, tuple(days))


def _name_runs(
    asked: str, tokens: Sequence[Token], names: Sequence[str], kit: Kit
) -> list[list[Token]]:
    """Runs of capitalised words; the first word of a question only where it is known or a run."""
    known = frozenset(s for name in names for s in telling_stems(name, kit))
    runs: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        capital = asked[token.start].isupper() and tells_much(token.word, kit)
        opening = place == 0 and capital and stem(plain(token.word)) not in known
        follows = place + 1 < len(tokens) and asked[tokens[place + 1].start].isupper()
        if capital and not day_part(asked, token) and not (opening and not follows):
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
        if token.word.endswith("'s") and runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def tells_much(word: str, kit: Kit) -> bool:
    """Whether a word tells something: it is no mark, and neither common nor light."""
    if len(word) < 2 or not word[0].isalnum() or plain(word) in kit.words("link_light"):
        return False
    return load_idf(kit).weight(stem(plain(word))) > TELLING
