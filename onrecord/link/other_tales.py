"""Statements of a group that tell another deed, by another doer, or another figure than the claim.

Who says that two men were arrested has not said that a guard helped thieves, and a company that
confirms 900 job cuts has not confirmed 1,200, however many words the two tellings share.
"""

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from onrecord.kit import Kit
from onrecord.link.anaphora import points_back
from onrecord.link.deeds import UNLISTED, Deed, find_deeds, same_deed
from onrecord.link.pairs import name_stems
from onrecord.link.propositions import CLASS, telling_stems, telling_terms
from onrecord.model import Act, Bound, Figure, Proposition

Key = tuple[str, str]

_AGAINST = frozenset({Act.DENY, Act.RETRACT})
_EXACT, _ROUNDED = 0.005, 0.03  # "some 900" is 912; "900" is not


def find_other_tales(
    group: Sequence[Proposition], told: str, figures: Sequence[Figure], kit: Kit
) -> frozenset[Key]:
    """The statements of `group` that tell something else than the sentence `told`, whose figures
    are `figures`. What only points back, or calls the claim false, tells nothing of its own.
    """
    return frozenset(
        p.key
        for p in group
        if not points_back(p)
        and not p.falsifies
        and p.statement.content.text != told
        and (gives_another_figure(p, told, figures, kit) or tells_another_deed(p, told, kit))
    )


def gives_another_figure(
    proposition: Proposition, told: str, figures: Iterable[Figure], kit: Kit
) -> bool:
    """Whether a statement tells the claim's deed, counts what the claim counts, and counts
    otherwise. The price of one thing and the cost of another are no two accounts.
    """
    wanted, said = _take(told, kit), _take(proposition.statement.content.text, kit)
    same = {d.name for w in wanted for d in said if same_deed(w, d)}
    if proposition.statement.act in _AGAINST or not same:
        return False
    own = [f for f in proposition.figures if _inside(f, proposition)]
    ours = [f for f in figures if f.unit and not f.unquantified and _value(f) is not None]
    for asked in ours:
        alike = [f for f in own if (f.unit, f.per) == (asked.unit, asked.per) or f.unit in same]
        if alike and not any(_agree(asked, f) for f in alike):
            return True
    return False


def tells_another_deed(proposition: Proposition, told: str, kit: Kit) -> bool:
    """Whether a statement tells a deed of its own, and not that of the claim: "arrested two men
    on suspicion of stealing" tells of an arrest. Where the deed is one, the doer or the one it is
    done to must be as well. Where either has no deed that we know, nothing is held against it.
    """
    wanted, own = _take(told, kit), _take(proposition.statement.content.text, kit)
    against = proposition.statement.act in _AGAINST
    if against and (not any(not d.is_noun for d in own) or _is_alike(proposition, told, kit)):
        return False
    finite = [deed for deed in own if _is_told(deed)]
    telling = [d for d in wanted if _is_told(d) and not d.is_noun]
    light = kit.once("light deeds", _read_light)
    if not finite or all(d.name in light or d.name.startswith(UNLISTED) for d in telling):
        return False
    same = [d for d in own if any(same_deed(w, d) for w in wanted if _is_told(w))]
    if not any(_is_told(deed) for deed in same):
        return True
    if against:  # "her client had committed no fraud": who denies may call the doer otherwise
        return False
    doers = _stems((w.doers for w in wanted if any(same_deed(w, d) for d in same)), kit)
    if _stems((d.doers for d in same), kit) & telling_stems(told, kit):
        return False  # "Venn, ill since May, wrote and then resigned": Venn did
    near = proposition.terms | proposition.context
    near |= _stems((n.lower().split() for n in proposition.names | proposition.beside), kit)
    return bool(doers) and not doers & near and not _by_the_source(proposition, doers, kit)


def _by_the_source(proposition: Proposition, doers: Set[str], kit: Kit) -> bool:
    """Whether the speaker is the doer: "it would cut 900 jobs"."""
    source = proposition.statement.source
    if source is None:
        return False
    named = f"{source.text} {source.entity or ''}".lower().split()
    return bool(doers & _stems([named], kit))


def _read_light(kit: Kit) -> frozenset[str]:
    """Deeds that say too little to tell one tale from another: a shed that "is used" by a
    club "was lent" to it.
    """
    return frozenset(row["word"] for row in kit.rows("link_grammar") if row["kind"] == "light_deed")


def _is_told(deed: Deed) -> bool:
    """Whether a deed is told as done or to come, and not only named ("suspicion of stealing")."""
    return deed.is_noun or deed.mood is not None


def _stems(words: Iterable[Iterable[str]], kit: Kit) -> frozenset[str]:
    return telling_stems(" ".join(word for some in words for word in some), kit)


@lru_cache(maxsize=4096)
def _take(text: str, kit: Kit) -> tuple[Deed, ...]:
    """The deeds of a text: its verbs, or its nouns where it has no verb that we know."""
    deeds = find_deeds(text, kit)
    verbs = tuple(deed for deed in deeds if not deed.is_noun)
    return verbs or deeds


def _is_alike(proposition: Proposition, told: str, kit: Kit) -> bool:
    """Whether a denial tells of the same kind of event, and of more that the claim tells beside
    the parties: "rejected claims that mould had killed patients" where patients "died of mould".
    """
    shared = telling_terms(told, kit) & proposition.terms - name_stems(proposition, kit)
    return any(term[0] == CLASS for term in shared) and any(term[0] != CLASS for term in shared)


def _inside(figure: Figure, proposition: Proposition) -> bool:
    content = proposition.statement.content
    return figure.where is content.where and any(
        span.start <= figure.start < span.end for span in content.spans
    )


def _value(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high


def _agree(asked: Figure, told: Figure) -> bool:
    """Whether two figures can both be right: bounds by their side, the rest by rounding."""
    ours, theirs = _value(asked), _value(told)
    if ours is None or theirs is None:
        return True
    if asked.bound in {Bound.ABOVE, Bound.AT_LEAST} or told.bound in {Bound.BELOW, Bound.AT_MOST}:
        return theirs >= ours
    if asked.bound in {Bound.BELOW, Bound.AT_MOST} or told.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return theirs <= ours
    leeway = _ROUNDED if asked.approx or told.approx else _EXACT
    return abs(ours - theirs) <= leeway * max(abs(ours), abs(theirs))
