"""What holds of the testimony on a claim: the facts that a policy's rules are made of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.judge.sides import SAYS_THE_CLAIM
from onrecord.judge.testimony import Testimony
from onrecord.model import Act, Force, Position, Stance, Voice
from onrecord.text import find_tokens

FACTS = frozenset(
    {
        "hoax_admitted",
        "exhibit_shown_false",
        "authority_checked_and_denies",
        "principal_affirms",
        "principal_denies",
        "authority_affirms",
        "authority_denies",
        "accuser_affirms",
        "accuser_denies",
        "one_voice_only",
        "only_offices_affirm_what_is_called_false",
        "origin_withdrew",
        "other_root_left",
        "outlet_asserts",
        "named_source_asserts",
        "named_source_quoted",
        "first_hand_affirms",
        "two_roots_affirm",
        "two_roots_assert",
        "outlet_states",
    }
)
_DENIALS = frozenset(
    {"principal_denies", "authority_denies", "accuser_denies", "authority_checked_and_denies"}
)
_NAMED_SOURCES = frozenset({Voice.ORGANISATION, Voice.EXPERT, Voice.WITNESS})
# Whose word it takes that a picture is staged: a bystander's or a commenter's guess is none.
_MAY_EXPOSE = frozenset(
    {Voice.PRINCIPAL, Voice.AUTHORITY, Voice.OUTLET, Voice.AUTHOR, Voice.EXPERT}
)
_SIDES = {
    Voice.PRINCIPAL: "principal",
    Voice.AUTHORITY: "authority",
    Voice.ACCUSER: "accuser",
}
_UNNAMED = frozenset({Voice.UNNAMED, Voice.SOCIAL})
_SPEAKERS = frozenset(_SIDES) | {Voice.ORGANISATION, Voice.EXPERT, Voice.WITNESS}


@dataclass(frozen=True, slots=True)
class Found:
    """The facts that hold, each with the testimony it rests on, and every voice's position."""

    because: Mapping[str, tuple[Testimony, ...]]
    positions: Mapping[str, Position]

    @property
    def names(self) -> frozenset[str]:
        """The facts that hold."""
        return frozenset(name for name, rests_on in self.because.items() if rests_on)


def find_facts(testimony: Sequence[Testimony]) -> Found:
    """The facts that hold of `testimony`, which is all there was up to some day."""
    void = _void_roots(testimony)
    # An official's own words outlive the page that brought them, unless that page invents.
    live = [t for t in testimony if not t.invented and (t.root not in void or t.official)]
    because: dict[str, list[Testimony]] = defaultdict(list)
    positions, speaking = _positions(live)
    for name, side in sorted(speaking.items()):
        for one in side:
            _place(one, positions[name], because)
    if len({t.entity for taken in because.values() for t in taken}) == 1:
        because["one_voice_only"] = [t for side in speaking.values() for t in side]
    _find_exposures(testimony, because)
    for name in sorted(_DENIALS & because.keys()):
        because[name] = [t for t in because[name] if _told_by_another(t, live)]
    because["only_offices_affirm_what_is_called_false"] = _doubtful(live, because)
    _find_roots(testimony, live, because)
    _find_independence(live, because)
    return Found({k: tuple(v) for k, v in because.items()}, positions)


def _told_by_another(denial: Testimony, live: Sequence[Testimony]) -> bool:
    """Whether somebody else than who denies puts the claim forward: a "not" in what one says
    oneself denies nothing. Who denies outright may take back what he said on another day.
    """
    outright = denial.outright
    told = [t for t in live if t.stance is Stance.SUPPORTS]
    if outright and not told:
        return True
    return any(
        t.statement.source is None or t.entity != denial.entity or (outright and t.day < denial.day)
        for t in told
    )


def _void_roots(testimony: Sequence[Testimony]) -> frozenset[str]:
    """Roots that took their report back: what rests on them alone is void."""
    return frozenset(_taker_back(t) for t in testimony if _takes_back(t))


def _takes_back(testimony: Testimony) -> bool:
    """Whether a statement takes the claim back: "We have taken the story down"."""
    if testimony.stance is not Stance.DENIES:
        return False
    if testimony.proposition.exposes == "retraction":
        return True
    retracts = testimony.statement.act is Act.RETRACT
    return retracts and bool(testimony.identified or testimony.voice is Voice.OUTLET)


def _taker_back(testimony: Testimony) -> str:
    """Who takes a report back; an editor's note speaks for the outlet that the page credits."""
    note = testimony.voice is Voice.OUTLET and not testimony.identified
    if note or testimony.proposition.exposes == "retraction":
        return testimony.root
    return testimony.entity or testimony.root


def _positions(
    testimony: Sequence[Testimony],
) -> tuple[dict[str, Position], dict[str, list[Testimony]]]:
    """Each official voice's or accuser's position: its latest dated statement, else all it said."""
    by_voice: dict[str, list[Testimony]] = defaultdict(list)
    for one in testimony:
        takes_a_side = one.strong and one.stance in {Stance.SUPPORTS, Stance.DENIES}
        takes_a_side = takes_a_side and one.identified
        if one.voice in _SIDES and one.entity and one.on_record is not False and takes_a_side:
            by_voice[one.entity].append(one)
    positions = {name: _latest_position(said) for name, said in by_voice.items()}
    return positions, dict(by_voice)


def _latest_position(said: Sequence[Testimony]) -> Position:
    """What a voice says on its latest day; where it says both, what it says most plainly."""
    dated = sorted({t.day for t in said if t.day})
    if len(dated) > 1:
        said = [t for t in said if t.day == dated[-1]]
    stances = {t.stance for t in said}
    if len(stances) == 1:
        return Position.DENIES if Stance.DENIES in stances else Position.AFFIRMS
    plainest = max(t.resemblance for t in said)
    plain = {t.stance for t in said if t.resemblance == plainest}
    if len(plain) == 1:
        return Position.DENIES if Stance.DENIES in plain else Position.AFFIRMS
    return Position.MIXED


def _place(one: Testimony, position: Position, because: dict[str, list[Testimony]]) -> None:
    side = _SIDES[one.voice]
    if position is Position.AFFIRMS and one.stance is Stance.SUPPORTS and one.on_record:
        because[f"{side}_affirms"].append(one)
    elif position is Position.DENIES and one.stance is Stance.DENIES:
        because[f"{side}_denies"].append(one)


def _doubtful(live: Sequence[Testimony], because: dict[str, list[Testimony]]) -> list[Testimony]:
    """Who calls it a hoax, fake or false, where all that affirm it are unnamed offices.

    "The police confirmed the news" costs a hoax nothing to write.
    """
    affirming = [*because["principal_affirms"], *because["authority_affirms"]]
    named = [t for t in affirming if t.statement.source and t.statement.source.entity]
    if not affirming or named:
        return []
    tellers = {Voice.AUTHOR, Voice.OUTLET}
    return [
        t
        for t in live
        if t.stance is Stance.DENIES
        and t.voice in tellers
        and t.proposition.falsifies
        and not t.hedged
    ]


def _find_exposures(testimony: Sequence[Testimony], because: dict[str, list[Testimony]]) -> None:
    for one in testimony:
        exposed = one.proposition.exposes
        # "The report is pure fiction" from who denies it is a denial, and exposes nobody.
        exposes = one.stance is not Stance.SUPPORTS and one.statement.act is not Act.DENY
        may_own_up = one.voice in _MAY_EXPOSE | {Voice.ORGANISATION} and one.on_record is not False
        joke = exposed == "joke" and may_own_up and _denies_it(one)
        if one.invented or (exposed == "satire" and exposes) or (joke and exposes):
            because["hoax_admitted"].append(one)
        elif exposed == "exhibit" and one.voice in _MAY_EXPOSE and _denies_it(one):
            because["exhibit_shown_false"].append(one)
        checked = one.proposition.checked and one.voice is Voice.AUTHORITY
        if (
            checked
            and one.stance is Stance.DENIES
            and one.statement.force is not Force.PRESENT_ONLY
        ):
            because["authority_checked_and_denies"].append(one)


def _denies_it(testimony: Testimony) -> bool:
    return testimony.stance is Stance.DENIES and not testimony.hedged


def _find_roots(
    testimony: Sequence[Testimony], live: Sequence[Testimony], because: dict[str, list[Testimony]]
) -> None:
    withdrawn = [t for t in testimony if _takes_back(t)]
    taken_back = {_taker_back(t) for t in withdrawn}
    told = [t for t in testimony if t.stance is Stance.SUPPORTS]
    origins = {t.root for t in told} | {t.entity for t in told if t.voice in _NAMED_SOURCES}
    because["origin_withdrew"] = [t for t in withdrawn if _taker_back(t) in origins]
    telling_of_it = {t.proposition.document for t in withdrawn}
    for one in live:
        if one.stance is not Stance.SUPPORTS:
            continue
        identified = not one.root.startswith("document:")
        if identified and one.root not in taken_back and not one.hedged:
            because["outlet_asserts"].append(one)
        speaks_for_itself = one.voice in _NAMED_SOURCES or one.voice is Voice.ACCUSER
        if speaks_for_itself and one.identified and not one.hedged:
            because["named_source_asserts"].append(one)
        on_record = one.voice in _SPEAKERS and one.on_record and not one.hedged
        says_it = one.statement.quoted and one.resemblance >= SAYS_THE_CLAIM
        if on_record and one.identified and says_it:
            because["named_source_quoted"].append(one)
        apart = one.proposition.document not in telling_of_it and not one.hedged
        if taken_back and one.root not in taken_back and identified and apart:
            because["other_root_left"].append(one)


def _find_independence(live: Sequence[Testimony], because: dict[str, list[Testimony]]) -> None:
    """What is heard first hand, and what comes from two roots that do not rest on each other."""
    credited: dict[str, set[str]] = defaultdict(set)
    for one in live:
        if one.voice is Voice.OUTLET and one.entity:
            credited[one.proposition.document].add(one.entity)
    heard = [
        t
        for t in [*because["principal_affirms"], *because["authority_affirms"]]
        if t.first_hand
        or (t.echo_of is None and t.own_root and not credited[t.proposition.document] - {t.root})
    ]
    because["first_hand_affirms"] = heard
    apart = _in_own_words(heard)
    if len({t.root for t in apart}) > 1:
        because["two_roots_affirm"] = apart
    asserted = because["outlet_asserts"]
    if len({t.root for t in asserted}) > 1:
        because["two_roots_assert"] = asserted
    leaning = {t.root for t in live if t.voice in _UNNAMED and t.stance is Stance.SUPPORTS}
    because["outlet_states"] = [
        t
        for t in asserted
        if t.statement.source is None
        and t.root not in leaning
        and not credited[t.proposition.document]
    ]


def _in_own_words(heard: Sequence[Testimony]) -> list[Testimony]:
    """One of each wording: two outlets with the same words of one voice have them from one place,
    as from a statement that was sent to both.
    """
    first: dict[tuple[str | None, str], Testimony] = {}
    for one in sorted(heard, key=lambda t: (t.day or "9999", t.proposition.key)):
        words = " ".join(token.word for token in find_tokens(one.statement.content.text))
        first.setdefault((one.entity, words.lower()), one)
    return list(first.values())
