"""Roles: which part of a sum a figure is, by the words of its sentence: capacity, sales."""

from onrecord.measure.lexicon import Lexicon
from onrecord.measure.lines import Line
from onrecord.model import Figure


def role_of(line: Line, figure: Figure, lexicon: Lexicon) -> str | None:
    """The role of `figure`: that of the nearest telling word before it, else after it."""
    before = _roles(line.before(figure), lexicon)
    if before:
        return before[-1]
    return next(iter(_roles(line.after(figure), lexicon)), None)


def is_threshold(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of a threshold such as a break-even point."""
    return any(phrase in line.text for phrase in lexicon.thresholds)


def _roles(text: str, lexicon: Lexicon) -> list[str]:
    return [lexicon.relations[w] for w in lexicon.role_words.findall(text)]
