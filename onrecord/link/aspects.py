"""A part of a claim that a voice denies apart from the rest: the figure, the date, the motive.

Parts stand apart only where somebody treats them apart: "the figure is wrong" singles one out, and
so does who confirms one thing and denies another in one breath. A blanket denial splits nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.kit import Kit
from onrecord.link.propositions import telling_stems
from onrecord.link.singled_out import is_of_a_part
from onrecord.model import Act, Figure, Proposition

Key = tuple[str, str]
_AFFIRMS = frozenset({Act.CONFIRM, Act.ASSERT, Act.PLEDGE})
_APART = 0.5  # share of the words of the part that a telling has which tells of it as well
SINGLED_OUT = 0.6  # resemblance of a denial of a part: it says that part itself


@dataclass(frozen=True, slots=True)
class Split:
    """A claim parted in two: the part that is singled out, the rest, and who speaks of which."""

    part: str
    rest: str
    speaks_of: Mapping[Key, tuple[str, ...]]
    denials: frozenset[Key]


def find_split(group: Sequence[Proposition], centre: Proposition, kit: Kit) -> Split | None:
    """The part of a claim that is denied apart from the rest; None where nobody does so."""
    ordered = sorted(group, key=lambda p: (p.document, p.order, p.key))
    singled = [p for p in ordered if is_of_a_part(p.statement.content.text, kit)]
    if singled:
        return _split_by_kind(singled, ordered, centre, kit)
    contrasts = [pair for p in ordered if (pair := _contrast(p, ordered))]
    return _split_by_words(contrasts, ordered, centre, kit) if contrasts else None


def asks_about(asked: str, split: Split, kit: Kit) -> frozenset[str]:
    """Whether a question asks about the part, the rest, or both: "is it in talks?" leaves the
    price that is denied aside.
    """
    words = telling_stems(asked, kit)
    part = telling_stems(split.part, kit)
    rest = telling_stems(split.rest, kit) - part
    found = {split.part} if 2 * len(part & words) >= len(part) else set()
    found |= {split.rest} if 2 * len(rest & words) >= len(rest) else set()
    return frozenset(found)


def _split_by_kind(
    singled: Sequence[Proposition], group: Sequence[Proposition], centre: Proposition, kit: Kit
) -> Split:
    """The split of "the figure is wrong": whoever gives a figure speaks of that part as well."""
    noun, kind = is_of_a_part(singled[0].statement.content.text, kit) or ("", "")
    given = [*_figures_of(singled[0]), *_figures_of(centre)] if kind == "amount" else []
    part = f"the {noun} ({given[0].text})" if given else f"the {noun}"
    tells = {p.key: kind != "amount" or bool(_figures_of(p)) or p.anaphoric for p in group}
    return _make_split(part, centre, group, frozenset(p.key for p in singled), tells, kit)


def _split_by_words(
    contrasts: Sequence[tuple[Proposition, Proposition]],
    group: Sequence[Proposition],
    centre: Proposition,
    kit: Kit,
) -> Split:
    """The split of "confirmed the talks but denied the price"."""
    denied, affirmed = contrasts[0]
    own = _words(denied, kit) - _words(affirmed, kit) or _words(denied, kit)
    denials = frozenset(
        p.key
        for p in group
        if p.statement.act is Act.DENY and not p.anaphoric and _share(own, p, kit) >= _APART
    )
    tells = {p.key: p.anaphoric or _share(own, p, kit) >= _APART for p in group}
    part = _bare(denied)
    tells |= {pair[1].key: False for pair in contrasts}
    return _make_split(part, centre, group, denials, tells, kit)


def _make_split(
    part: str,
    centre: Proposition,
    group: Sequence[Proposition],
    denials: frozenset[Key],
    tells: Mapping[Key, bool],
    kit: Kit,
) -> Split:
    rest = f"{_bare(centre)}, that aside"
    speaks_of: dict[Key, tuple[str, ...]] = {}
    for proposition in group:
        key = proposition.key
        speaks_of[key] = (part,) if key in denials else () if tells[key] else (rest,)
    return Split(part, rest, speaks_of, denials)


def _contrast(
    denied: Proposition, group: Sequence[Proposition]
) -> tuple[Proposition, Proposition] | None:
    """A denial in its own words, and what the same voice affirms in the same sentence."""
    source = denied.statement.source
    if denied.statement.act is not Act.DENY or denied.anaphoric or not (source and source.entity):
        return None
    for other in group:
        by = other.statement.source
        same = other.document == denied.document and other.sentence == denied.sentence
        affirms = other.statement.act is Act.CONFIRM or (
            other.statement.act in _AFFIRMS and _sets_against(other, denied)
        )
        affirms = affirms and not other.anaphoric and not other.falsifies
        if same and affirms and by and by.entity == source.entity and other.key != denied.key:
            return denied, other
    return None


def _sets_against(one: Proposition, other: Proposition) -> bool:
    """Whether the words between two contents of a sentence set one against the other."""
    said = one.sentence.lower()
    return bool(_BUT.search(said)) and one.order < other.order


_BUT = re.compile(r"\b(?:but|although|though|however)\b")


def _bare(proposition: Proposition) -> str:
    """A content on one line, without "that" and the marks around it."""
    words = " ".join(proposition.statement.content.text.split())
    return words.strip('"“”., ').removeprefix("that ")


def _words(proposition: Proposition, kit: Kit) -> frozenset[str]:
    return telling_stems(proposition.statement.content.text, kit)


def _share(own: frozenset[str], proposition: Proposition, kit: Kit) -> float:
    return len(own & _words(proposition, kit)) / max(1, len(own))


def _figures_of(proposition: Proposition) -> list[Figure]:
    """The figures in what is said, and not only in the sentence around it."""
    spans = proposition.statement.content.spans
    return [
        figure
        for figure in proposition.figures
        if any(start <= figure.start < end for start, end in spans)
    ]
